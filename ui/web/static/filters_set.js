// The line that says which filters are set: its buttons change the form that they were set in,
// and the form hears what Python made of it.
const filterForm = () => {
  const line = element.closest("[id$='-filters-set']");
  return document.getElementById(line.id.replace(/-set$/, "")).querySelector("form");
};
let removing = false; // a button of the line was pressed, and will be gone

element.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-drop], [data-unfilter]");
  if (!button) return;
  removing = true;
  const { drop, value } = button.dataset;
  if (!drop) return;
  for (const field of filterForm().querySelectorAll(`[name="${drop}"]`)) {
    if (field.type !== "checkbox") field.value = "";
    else if (field.value === value) field.checked = false;
  }
  filterForm().dispatchEvent(new Event("change", { bubbles: true }));
});

watch("value", () => {
  const { refusal = "", refused = "" } = element.querySelector(".filters-set")?.dataset ?? {};
  const detail = { refusal, refused: refused.split(" ") };
  filterForm()?.dispatchEvent(new CustomEvent("settled", { bubbles: true, detail }));
  if (!removing) return;
  removing = false;
  const panel = filterForm()?.closest("details");
  (element.querySelector("[data-drop]") ?? panel?.querySelector("summary"))?.focus();
});
