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

  // Write into a field that may only be made now, as a person would.
  put(field, text) {
    this.onceSeen(field, (found) => {
      found.value = text;
      found.dispatchEvent(new Event("input", { bubbles: true }));
    });
  },

  // Open a tab, and make an element of it the place where the keyboard goes on.
  go(tab, then) {
    const label = document.querySelector(`[role=tab][data-tab-id="${tab}"]`);
    label?.click();
    label?.scrollIntoView({ block: "nearest", inline: "nearest" });
    this.onceSeen(then, (element) => {
      element.scrollIntoView({ block: "center" });
      element.focus();
    });
  },

  // The same with a tab inside another one.
  goInside(outer, tab, then) {
    document.querySelector(`[role=tab][data-tab-id="${outer}"]`)?.click();
    this.onceSeen(`[role=tab][data-tab-id="${tab}"]`, () => this.go(tab, then));
  },

  // What a tab is made of may only be made when it is opened.
  onceSeen(selector, act) {
    let tries = 40;
    const look = () => {
      const element = document.querySelector(selector);
      if (element?.offsetParent) act(element);
      else if (--tries) setTimeout(look, 50);
    };
    look();
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
