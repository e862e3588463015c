// The session: signing out, and what is said when it has ended meanwhile.
document.addEventListener("click", (event) => {
  if (!event.target.closest?.("[data-sign-out]")) return;
  // Nothing of this page is left, not even by going back, nor where its person was.
  sessionStorage.clear();
  const leave = () => location.replace("/login");
  fetch("/logout", { method: "POST", redirect: "manual" }).then(leave, leave);
});

// Said at the first request that is refused, until one that was sent later is not; likewise at
// the first that nothing answers. Gradio knows the latter's end only by loading the page again.
const { fetch: fetched } = window;
let sent = 0;
let refused = 0;
let calling = 0;
let leaving = false;
addEventListener("pagehide", () => (leaving = true), true);
addEventListener("pageshow", () => (leaving = false));
const say = (id, said) => {
  const notice = document.getElementById(id);
  if (notice) notice.hidden = !said;
};
const back = () => {
  clearInterval(calling);
  calling = 0;
  say("server-gone", false);
};
const gone = () => {
  say("server-gone", true);
  calling ||= setInterval(() => fetched("/gradio_api/app_id").then(back, () => {}), 2000);
};
// What is sent while the page is left arrives all the same; browsers carry 64 KiB of it.
const lasting = ([address, init]) => {
  const text = init?.body;
  const carried = leaving && typeof text === "string" && text.length < 16000;
  return [address, carried ? { ...init, keepalive: true } : init];
};
window.fetch = async (...request) => {
  const mine = ++sent;
  let response;
  try {
    response = await fetched(...lasting(request));
  } catch (error) {
    if (error.name !== "AbortError") gone();
    throw error;
  }
  if (response.status === 401) {
    refused = sent;
    say("signed-out", true);
  } else if (mine > refused) say("signed-out", false);
  return response;
};
