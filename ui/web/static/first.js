// Whoever asks before the page is there is answered once it is.
{
  const form = document.querySelector("#first form");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    form.dataset.asked = "now";
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    form.requestSubmit();
  });
  if (matchMedia("(pointer: fine)").matches) form.elements.question.focus();
}
