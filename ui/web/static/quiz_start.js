// A button elsewhere on the page begins a quiz: <button data-practise="a competency's id"
// data-tab="train-quiz" data-then="#quiz h2">. The tab may only be made then.
const practise = () => {
  const competency = cxlit.practise;
  if (competency === undefined) return;
  delete cxlit.practise;
  trigger("practise", { competency, at: Date.now() });
};
addEventListener("cxlit:practise", practise);
practise();
