// The reader: goes to the quote when an article is opened, gives the keyboard back when closed.
const settle = () => {
  const panel = element.querySelector(".panel");
  if (!panel) return;
  const mark = panel.querySelector("mark");
  panel.scrollTop = 0;
  if (mark) {
    const above = mark.getBoundingClientRect().top - panel.getBoundingClientRect().top;
    // A quote that is in sight from the beginning leaves the title in sight too.
    const below = above + mark.offsetHeight > panel.clientHeight * 0.8;
    if (below) panel.scrollTop = above - panel.clientHeight / 3;
  }
  panel.querySelector("article").focus({ preventScroll: true });
};

watch("value", settle);

// Where the panel covers the whole page, the keyboard goes round in it.
element.addEventListener("keydown", (event) => {
  const panel = element.querySelector(".panel");
  if (event.key !== "Tab" || panel.offsetWidth < document.documentElement.clientWidth) return;
  event.preventDefault();
  const stops = [...panel.querySelectorAll("button, a[href]")];
  const at = stops.indexOf(document.activeElement);
  const next = event.shiftKey ? (at < 1 ? stops.length : at) - 1 : (at + 1) % stops.length;
  stops[next].focus();
});

element.addEventListener("click", (event) => {
  if (!event.target.closest("[data-close]")) return;
  props.value = "";
  trigger("shut");
  cxlit.opener?.focus();
});
