// Copying: text from an attribute or a field to the clipboard, or selected for the person to copy
// where the browser refuses. What became of it is said in the live region of the component.
const tell = (sentence) => {
  const told = element.querySelector(".told");
  if (told) told.textContent = sentence;
};

const select = (text) => {
  const area = element.querySelector(".by-hand") ?? document.createElement("textarea");
  area.className = "by-hand";
  area.readOnly = true;
  area.value = text;
  element.querySelector(".told").after(area);
  area.focus();
  area.select();
  return area;
};

const copy = async (text, { copied, refused }, opener) => {
  element.querySelector(".by-hand")?.remove();
  try {
    // Absent where the page is served without https to another machine.
    await navigator.clipboard.writeText(text);
  } catch {
    const area = select(text);
    if (!document.execCommand("copy")) {
      tell(refused);
      return;
    }
    area.remove();
    opener?.focus();
  }
  tell(copied);
};

element.addEventListener("click", (event) => {
  const button = event.target.closest("[data-copy], [data-copy-from]");
  if (!button) return;
  const { copy: text, copyFrom } = button.dataset;
  copy(text ?? document.getElementById(copyFrom).value, button.dataset, button);
});

// The address of a link is known where the page is seen, not where it is served.
const addressed = () => {
  for (const field of element.querySelectorAll("[data-link]")) {
    const here = new URL(location.pathname, location.origin);
    here.searchParams.set(field.dataset.to ?? "answer", field.dataset.link);
    field.value = here.href;
  }
};
watch("value", () => {
  tell("");
  element.querySelector(".by-hand")?.remove();
  addressed();
});
addressed();
