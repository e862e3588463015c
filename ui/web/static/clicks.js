// Runs for each component whose HTML has buttons of ours: clicks become events for Python.
const EVENTS = {
  article: "read", ask: "pick", again: "again", unfilter: "unfilter", more: "more",
  remove: "remove", keep: "keep", confirm: "confirm", undo: "undo", correct: "correct",
  update: "update", page: "turn", cite: "cite", adopt: "adopt", cancel: "cancel",
  entry: "entry", favour: "favour", share: "linked", memo: "memo", back: "back", untick: "untick",
  person: "person", useful: "rate", aside: "aside", review: "review", ungold: "ungold",
  unsure: "unsure", onward: "onward", doubt: "doubt", believe: "believe", finish: "finish",
  anew: "anew", accept: "accept", skip: "skip", retract: "retract",
  join: "join", leave: "leave", cohort: "cohort", sheet: "sheet",
  begin: "begin", reveal: "reveal", grade: "grade", suspend: "suspend", resume: "resume",
  unmark: "unmark", deck: "deck", takeaway: "takeaway",
  walk: "walk",
  contest: "contest", attach: "attach", detach: "detach", selfgrade: "selfgrade",
};
let focus = "[data-focus]"; // where the keyboard goes on once the HTML is painted anew
let unsaved = null; // the form that is written in
let resting = 0;

element.addEventListener("click", (event) => {
  const target = event.target.closest("[data-quote], button");
  if (!target || target.type === "submit") return;
  const data = target.dataset;
  if (data.quote) {
    event.preventDefault();
    cxlit.opener = target;
    trigger("read", { ...cxlit.around(target), ...cxlit.about(target)?.dataset, at: Date.now() });
    return;
  }
  if ("practise" in data) {
    cxlit.practise = data.practise; // for a tab that may only be made now, see quiz_start.js
    dispatchEvent(new Event("cxlit:practise"));
  }
  if ("stand" in data) {
    cxlit.stand = data.stand; // see debate_start.js
    dispatchEvent(new Event("cxlit:stand"));
  }
  if (data.tab) cxlit.go(data.tab, data.then);
  if (data.put) cxlit.put(data.then, data.put);
  if (data.article) cxlit.opener = target;
  if (data.empties) cxlit.empty(data.empties); // the form in which the filters were set
  // A button that is gone afterwards hands the keyboard on.
  focus = data.next || "[data-focus]";
  for (const [name, value] of Object.entries(EVENTS)) {
    if (name in data) trigger(value, { ...cxlit.around(target), ...data, at: Date.now() });
  }
});

element.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(resting);
  unsaved = null; // all of it is sent now
  focus = event.target.dataset.next || "[data-focus]";
  trigger("submitted", { ...event.target.dataset, fields: cxlit.entries(event.target) });
  for (const secret of event.target.querySelectorAll("[type=password]")) secret.value = "";
});

// What is written into a form is told while it is written: when the keys rest, when the field is
// left, and when the page is.
const save = () => {
  clearTimeout(resting);
  const form = unsaved;
  unsaved = null;
  if (form) trigger("written", { ...form.dataset, fields: cxlit.entries(form), at: Date.now() });
};
element.addEventListener("input", (event) => {
  const form = event.target.closest("[data-autosave]");
  if (!form) return;
  unsaved = form;
  clearTimeout(resting);
  resting = setTimeout(save, 1000);
});
addEventListener("pagehide", save);
document.addEventListener("visibilitychange", () => {
  if (document.hidden) save();
});

element.addEventListener("change", (event) => {
  save();
  const name = event.target.dataset.choice;
  if (!name) return;
  focus = `[data-choice="${name}"]:checked`;
  trigger("choice", { name, value: event.target.value });
});

watch("value", () => {
  // A form that was refused is still there, and its sentence comes before any button.
  (element.querySelector("[data-focus]") ?? element.querySelector(focus))?.focus();
  focus = "[data-focus]";
  // A question that was clicked is gone from where it was: the keyboard goes on at its answer.
  if (document.activeElement === document.body) element.querySelector(".asked")?.focus();
});
