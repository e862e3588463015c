// The competency that was open is open again after the page was loaded anew.
const PLACE = "cxlit.competency";
let arrived = true;
const place = () => {
  const path = element.querySelector(".path");
  if (!path) return;
  const open = element.querySelector(".worksheet")?.dataset.competency;
  const before = sessionStorage.getItem(PLACE);
  // Only where there is still a plan: what was deleted does not begin again by itself.
  if (arrived && before && element.querySelector(".path-entries")) {
    trigger("walk", { walk: "open", of: before, step: "kept", at: Date.now() });
  } else if (open) sessionStorage.setItem(PLACE, open);
  else sessionStorage.removeItem(PLACE);
  arrived = false;
};
watch("value", place);
