// The form of complaints opens and closes in the browser: all of it is there already. What was
// typed stays while the same opinion is said again, in another language or with a refusal.
const complaints = () => element.querySelector(".complaints");
const complain = () => element.querySelector("[data-complain]");
const about = () => element.querySelector("[data-about]").dataset.about;
let unfoldedFor = null; // what the open form is about

const unfold = (open) => {
  unfoldedFor = open ? about() : null;
  complaints().hidden = !open;
  complain().setAttribute("aria-expanded", String(open));
};

element.addEventListener("click", ({ target }) => {
  if (target.closest("[data-complain]")) {
    unfold(complaints().hidden);
    if (!complaints().hidden) complaints().querySelector("input").focus();
  }
  if (target.closest("[data-uncomplain]")) {
    complaints().reset();
    unfold(false);
    complain().focus();
  }
});

watch("value", () => {
  if (!complaints()) return;
  const same = unfoldedFor === about();
  if (!same) complaints().reset();
  unfold(same);
});
