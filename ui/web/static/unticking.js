// The list is not painted anew when its selection is given up: its boxes are emptied where they are.
element.addEventListener("click", (event) => {
  if (!event.target.closest("[data-untick]")) return;
  for (const box of document.querySelectorAll("#kept input[name=ticked]")) box.checked = false;
});
