// The drop zone: named for screen readers by our words, and a file that is too big is not even
// sent, so that the person learns it at once and in their language.
const stop = (event, files) => {
  const zone = event.target.closest?.("#drop");
  const { largest, largestArchive } = element.querySelector("[data-largest]")?.dataset ?? {};
  const limit = (file) => Number(/\.zip$/i.test(file.name) ? largestArchive : largest);
  const big = zone && [...(files || [])].find((file) => file.size > limit(file));
  if (!big) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (event.type === "change") event.target.value = "";
  trigger("too_big", { name: big.name });
};
document.addEventListener("change", (event) => stop(event, event.target.files), true);
document.addEventListener("drop", (event) => stop(event, event.dataTransfer?.files), true);

// Gradio makes its button anew after each upload.
const name = () => {
  for (const part of document.querySelectorAll("#drop button, #drop input")) {
    part.removeAttribute("aria-label");
    part.setAttribute("aria-labelledby", "drop-hint");
  }
};
new MutationObserver(name).observe(element.closest("[role=tabpanel]"), {
  childList: true,
  subtree: true,
});
name();
