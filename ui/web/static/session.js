// The session: signing out, and what is said when it has ended meanwhile.
document.addEventListener("click", (event) => {
  if (!event.target.closest?.("[data-sign-out]")) return;
  // Nothing of this page is left, not even by going back.
  const leave = () => location.replace("/login");
  fetch("/logout", { method: "POST", redirect: "manual" }).then(leave, leave);
});

// Said at the first request that is refused, until one that was sent later is not.
const { fetch: fetched } = window;
let sent = 0;
let refused = 0;
window.fetch = async (...request) => {
  const mine = ++sent;
  const response = await fetched(...request);
  const notice = document.getElementById("signed-out");
  if (response.status === 401) {
    refused = sent;
    if (notice) notice.hidden = false;
  } else if (mine > refused && notice) notice.hidden = true;
  return response;
};
