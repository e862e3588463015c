// What becomes of long work is seen where it is said, also by whoever began it further down:
// brought into sight once when it begins and once when it ends, never while one reads elsewhere.
const KINDS = ".progress, .report, .notice";
let before;
watch("value", () => {
  const kind = element.querySelector(KINDS)?.className;
  if (kind && kind !== before) {
    // After the button that began it has gone, and the page is as long as it will be.
    setTimeout(() => {
      const said = element.querySelector(KINDS);
      if (!said) return;
      const { top } = said.getBoundingClientRect();
      if (top < 0 || top > innerHeight - 100) said.scrollIntoView({ block: "center" });
      if (said.offsetHeight > innerHeight) said.scrollIntoView({ block: "start" });
      if (document.activeElement !== document.body) return;
      said.tabIndex = -1;
      said.focus({ preventScroll: true });
    }, 80);
  }
  before = kind;
});
