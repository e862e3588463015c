// The reader: goes to the quote when an article is opened, gives the keyboard back when closed.
const settle = () => {
  const panel = element.querySelector(".panel");
  if (!panel) return;
  const mark = panel.querySelector("mark");
  panel.scrollTop = 0;
  if (mark) {
    const above = mark.getBoundingClientRect().top - panel.getBoundingClientRect().top;
    panel.scrollTop = above - panel.clientHeight / 3;
  }
  panel.querySelector("article").focus({ preventScroll: true });
};

watch("value", settle);

element.addEventListener("click", (event) => {
  if (!event.target.closest("[data-close]")) return;
  props.value = "";
  trigger("shut");
  cxlit.opener?.focus();
});
