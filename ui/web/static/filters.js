// A filter form: whatever is chosen in it becomes one event for Python. The form stays as it is
// while one works with it.
const form = () => element.querySelector("form");

// How many are chosen in a part that may be folded.
const tally = () => {
  for (const part of element.querySelectorAll("[data-fold]:has([data-tally])")) {
    const n = part.querySelectorAll("input:checked").length;
    const place = part.querySelector("[data-tally]");
    place.textContent = n ? place.dataset.tally.replace("{n}", n) : "";
  }
};

// A name that was typed becomes a pill; once more, it is the pill that is there.
const add = (field) => {
  const value = field.value.trim();
  field.value = "";
  const shelf = element.querySelector(`[data-added="${field.dataset.adds}"]`);
  const same = (box) => box.value.toLowerCase() === value.toLowerCase();
  const there = [...shelf.querySelectorAll("input")].find(same);
  if (there) {
    there.checked = true;
    return;
  }
  const label = document.createElement("label");
  const box = document.createElement("input");
  Object.assign(box, { type: "checkbox", name: field.dataset.adds, value, checked: true });
  const shown = document.createElement("span");
  shown.textContent = value;
  label.append(box, shown);
  shelf.append(label);
};

element.addEventListener("change", ({ target }) => {
  if (target.dataset.adds) {
    if (!target.value.trim()) return;
    add(target);
  }
  tally();
  trigger("choose", { fields: cxlit.entries(form()) });
});
element.addEventListener("submit", (event) => event.preventDefault());
watch("value", tally);
tally();

// Python has answered (see filters_set.js): names that were taken out go, what was refused is
// said where it was typed.
element.addEventListener("settled", ({ detail: { refusal, refused } }) => {
  for (const box of element.querySelectorAll("[data-added] input:not(:checked)")) {
    const label = box.parentElement;
    if (document.activeElement === box) {
      element.querySelector(`[data-adds="${box.name}"]`).focus();
    }
    label.remove();
  }
  tally();
  for (const field of form().querySelectorAll("[inputmode]")) {
    if (refused.includes(field.name)) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
  }
  const place = form().querySelector(".refusal");
  if (place) place.textContent = refusal;
});
