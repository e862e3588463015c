// What the whole page shares: the interface language, and keys.
const cxlit = {
  // Browsers and screen readers are told which language is spoken.
  declare(language) {
    document.documentElement.lang = language;
    return language;
  },

  // The page is hidden until its texts are in the right language, so that nothing flickers.
  ready(language) {
    this.declare(language);
    document.documentElement.classList.remove("cxlit-loading");
    this.takeOver();
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

  // Open a tab, and make an element of it the place where the keyboard goes on.
  go(tab, then) {
    document.querySelector(`[role=tab][data-tab-id="${tab}"]`)?.click();
    // Its parts are only made now.
    let tries = 40;
    const arrive = () => {
      const element = document.querySelector(then);
      if (element?.offsetParent) {
        element.scrollIntoView({ block: "center" });
        element.focus();
      } else if (--tries) setTimeout(arrive, 50);
    };
    arrive();
  },
};

{
  // Where something covers the whole page, as on a phone, the browser's Back closes it.
  let uncovered = null; // what closes it
  Object.assign(cxlit, {
    cover(close) {
      if (!uncovered) history.pushState({ covered: true }, "");
      uncovered = close;
    },
    // It is closed in another way: no entry of the browser's history is left behind.
    uncover() {
      if (!uncovered) return;
      uncovered = null;
      history.back();
    },
  });
  addEventListener("popstate", () => {
    const close = uncovered;
    uncovered = null;
    close?.();
  });
}

document.documentElement.classList.add("cxlit-loading");
// Should the server not answer, show what there is.
setTimeout(() => {
  document.documentElement.classList.remove("cxlit-loading");
  cxlit.takeOver();
}, 15000);

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  [...document.querySelectorAll("[data-close]")].find((button) => button.offsetParent)?.click();
});
