// The reader: goes to the quote when an article is opened, through the citations of the answer,
// and gives the keyboard back when it is closed.
let before = null; // the panel as it was when a step was made, or a passage marked to be learnt
const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
const covers = (panel) => panel.offsetWidth >= document.documentElement.clientWidth;

// Bring a place of the text into the upper half of the panel.
const reach = (panel, mark, smoothly) => {
  const above = mark.getBoundingClientRect().top - panel.getBoundingClientRect().top;
  const top = panel.scrollTop + above - panel.clientHeight / 3;
  panel.scrollTo({ top, behavior: smoothly && !calm() ? "smooth" : "auto" });
};

// The block of the text that a character stands in.
const block = (panel, at) =>
  [...panel.querySelectorAll("[data-at]")].filter((each) => Number(each.dataset.at) <= at).pop();

const close = () => {
  cxlit.uncover();
  props.value = "";
  trigger("shut");
  cxlit.back();
};

const settle = () => {
  const panel = element.querySelector(".panel");
  if (!panel) return;
  if (covers(panel)) {
    panel.setAttribute("role", "dialog");
    panel.setAttribute("aria-modal", "true");
    cxlit.cover(close);
  }
  const { now, here } = panel.dataset;
  for (const mark of panel.querySelectorAll(`mark[data-n="${now}"]`)) mark.classList.add("now");
  const mark = panel.querySelector("mark.now") ?? panel.querySelector("mark:not([data-n])")
    ?? (here && block(panel, Number(here)));
  const same = before?.article === panel.dataset.article;
  panel.scrollTop = same ? before.top : 0;
  if (mark && !before?.stays) {
    const { top, bottom } = mark.getBoundingClientRect();
    const edge = panel.getBoundingClientRect().top;
    // A quote that is in sight already stays where it is.
    const seen = top - edge > 60 && bottom - edge < panel.clientHeight * 0.8;
    if (!seen) reach(panel, mark, same);
  }
  const step = before?.by && panel.querySelector(`[data-step="${before.by}"]`);
  const learn = before?.stays && panel.querySelector("[data-learn]");
  (learn || step || panel.querySelector("article")).focus({ preventScroll: true });
  before = null;
};

watch("value", settle);

const step = (by, fromButton) => {
  const panel = element.querySelector(".panel");
  const button = panel.querySelector(`[data-step="${by}"]`);
  if (!button || button.ariaDisabled === "true") return;
  before = { article: panel.dataset.article, top: panel.scrollTop, by: fromButton ? by : null };
  trigger("step", { by, at: Date.now() });
};

// What is selected in the text, and in which block it begins; or that it is beside the text.
const selected = (panel) => {
  const selection = getSelection();
  const text = panel.querySelector(".text");
  const ends = [selection.anchorNode, selection.focusNode];
  if (selection.isCollapsed || !ends.some((end) => panel.contains(end))) return {};
  if (!ends.every((end) => text.contains(end))) return { beside: "text" };
  const range = selection.getRangeAt(0);
  const inside = range.startContainer;
  const start = (inside.nodeType === Node.TEXT_NODE ? inside.parentElement : inside).closest("[data-at]");
  return { selected: selection.toString(), from: start?.dataset.at ?? "0" };
};

const learn = (panel) => {
  before = { article: panel.dataset.article, top: panel.scrollTop, stays: true };
  trigger("learn", { ...selected(panel), at: Date.now() });
};

// Another place of the article: marked as a whole, block by block.
const goTo = (panel, places) => {
  const [start, end] = places.split("-").map(Number);
  for (const each of panel.querySelectorAll(".here")) each.classList.remove("here");
  const inside = [...panel.querySelectorAll("[data-at]")].filter(
    ({ dataset }) => Number(dataset.at) >= start && Number(dataset.at) < end,
  );
  const found = inside.length ? inside : [block(panel, start)].filter(Boolean);
  for (const each of found) each.classList.add("here");
  if (!found.length) return;
  reach(panel, found[0], true);
  found[0].tabIndex = -1;
  found[0].focus({ preventScroll: true });
};

element.addEventListener("keydown", (event) => {
  const panel = element.querySelector(".panel");
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey && event.key !== "Tab") return;
  if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
    event.preventDefault();
    step(event.key === "ArrowLeft" ? "-1" : "1", event.target.dataset.step !== undefined);
    return;
  }
  // Where the panel covers the whole page, the keyboard goes round in it.
  if (event.key !== "Tab" || !covers(panel)) return;
  event.preventDefault();
  const stops = [...panel.querySelectorAll("button, a[href], summary")].filter(
    (stop) => stop.offsetParent,
  );
  const at = stops.indexOf(document.activeElement);
  const next = event.shiftKey ? (at < 1 ? stops.length : at) - 1 : (at + 1) % stops.length;
  stops[next].focus();
});

element.addEventListener("click", ({ target }) => {
  const panel = element.querySelector(".panel");
  const button = target.closest("button");
  if (!button) return;
  const { step: by, goto: places } = button.dataset;
  if (by) step(by, true);
  if (places) goTo(panel, places);
  if (button.dataset.learn) learn(panel);
  if (button.dataset.close) close();
});
