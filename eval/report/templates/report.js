// Shows the questions that fit the filters. Without it, the report shows all of them.
const form = document.getElementById("filters");
const questions = [...document.querySelectorAll(".questions > li")];
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const textOf = new Map();

function holds(question, words) {
  if (!textOf.has(question)) textOf.set(question, plain(question.textContent));
  return words.every((word) => textOf.get(question).includes(word));
}

function show() {
  const { search, ...chosen } = Object.fromEntries(new FormData(form));
  const words = plain(search).split(/\s+/).filter(Boolean);
  const wanted = Object.entries(chosen).filter(([, value]) => value);
  let shown = 0;
  for (const question of questions) {
    const fits =
      wanted.every(([name, value]) => question.dataset[name] === value) && holds(question, words);
    question.hidden = !fits;
    shown += fits;
  }
  document.getElementById("shown").textContent = shown;
  document.getElementById("nothing").hidden = shown > 0;
}

form.addEventListener("input", show);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => requestAnimationFrame(show)); // after the fields are empty
show(); // a browser may bring back what was chosen before a reload
