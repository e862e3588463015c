// What a person has unfolded stays so when the HTML around it is painted anew.
const unfolded = new Set();
const met = new Set();
const unfold = () => {
  for (const part of element.querySelectorAll("[data-fold]")) {
    const { fold, wide } = part.dataset;
    // On a wide screen some parts are there from the beginning.
    if (!met.has(fold) && wide && matchMedia(`(min-width: ${wide})`).matches) unfolded.add(fold);
    met.add(fold);
    part.open = unfolded.has(fold);
  }
};
element.addEventListener("toggle", ({ target }) => {
  if (!target.dataset.fold) return;
  if (target.open) unfolded.add(target.dataset.fold);
  else unfolded.delete(target.dataset.fold);
}, true);
watch("value", unfold);
unfold(); // in a tab that is opened later, the HTML is there before this script
