// What the whole page shares: the interface language, and keys.
const cxlit = {
  // The language chosen before in this browser, else the browser's own.
  language() {
    let chosen = null;
    try { chosen = localStorage.getItem("cxlit.language"); } catch { /* storage is blocked */ }
    const browser = (navigator.language || "").toLowerCase().startsWith("fr") ? "fr" : "en";
    return this.declare(chosen === "fr" || chosen === "en" ? chosen : browser);
  },

  // Remember a choice.
  speak(language) {
    try { localStorage.setItem("cxlit.language", language); } catch { /* not remembered */ }
    return this.declare(language);
  },

  declare(language) {
    document.documentElement.lang = language;
    return language;
  },

  // The page is hidden until its texts are in the right language, so that nothing flickers.
  ready() {
    document.documentElement.classList.remove("cxlit-loading");
    // On a phone the keyboard would cover the examples.
    if (matchMedia("(pointer: fine)").matches) document.querySelector("#question textarea")?.focus();
  },

  // The fields of a form that are filled in, each with all its values.
  entries(form) {
    const fields = {};
    for (const [name, value] of new FormData(form)) {
      if (value) (fields[name] ??= []).push(value);
    }
    return fields;
  },

  // Empty the form inside an element, whatever it was painted with.
  empty(id) {
    for (const field of document.getElementById(id)?.querySelectorAll("input, select") ?? []) {
      if (field.type === "checkbox") field.checked = false;
      else field.value = "";
    }
  },

  // Bring an element into view and make it the place where the keyboard goes on.
  show(id) {
    const element = document.getElementById(id);
    if (!element) return;
    element.closest("details")?.setAttribute("open", "");
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    element.scrollIntoView({ behavior: calm ? "auto" : "smooth", block: "center" });
    element.focus({ preventScroll: true });
  },
};

document.documentElement.classList.add("cxlit-loading");
// Should the server not answer, show what there is.
setTimeout(() => document.documentElement.classList.remove("cxlit-loading"), 5000);

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  [...document.querySelectorAll("[data-close]")].find((button) => button.offsetParent)?.click();
});
