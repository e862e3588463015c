// A button elsewhere on the page opens a contested question: <button data-stand="its id"
// data-tab="train-debate" data-then=".debate-head h2">. The tab may only be made then.
const stand = () => {
  const contest = cxlit.stand;
  if (contest === undefined) return;
  delete cxlit.stand;
  trigger("contest", { contest, at: Date.now() });
};
addEventListener("cxlit:stand", stand);
stand();
