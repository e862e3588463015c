// A filter form: whatever is chosen in it becomes one event for Python. The form stays as it is
// while one works with it; when it is painted anew, it stays open.
let open = false;
element.addEventListener("toggle", (event) => { open = event.target.open; }, true);
watch("value", () => {
  const details = element.querySelector("details");
  if (details) details.open = open;
});
element.addEventListener("change", () => {
  trigger("choose", { fields: cxlit.entries(element.querySelector("form")) });
});
element.addEventListener("submit", (event) => event.preventDefault());
