// The questions of a quiz under way are remembered until its end: after the page was loaded anew,
// one can go on with it. A quiz that is begun from elsewhere on the page comes first.
const KEPT = "cxlit.quiz";
const keepQuiz = () => {
  const kept = element.querySelector("[data-kept]")?.dataset.kept;
  if (kept) sessionStorage.setItem(KEPT, kept);
  else sessionStorage.removeItem(KEPT);
};
const found = sessionStorage.getItem(KEPT);
if (found && cxlit.practise === undefined) trigger("found", { quiz: found, at: Date.now() });
watch("value", keepQuiz);
