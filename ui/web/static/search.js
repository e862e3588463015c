// The search form: what is typed in it stays there, whatever is painted anew.
const asked = () => ({ fields: cxlit.entries(element.querySelector("form")), at: Date.now() });
element.addEventListener("submit", (event) => {
  event.preventDefault();
  trigger("find", asked());
});
element.addEventListener("change", ({ target }) => {
  if (target.type === "radio") trigger("reorder", asked());
});
