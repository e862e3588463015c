// The search above the list: a short pause in typing is enough, no key has to be pressed.
let waiting;
const find = (delay) => {
  clearTimeout(waiting);
  waiting = setTimeout(
    () => trigger("find", { fields: cxlit.entries(element.querySelector("form")) }), delay,
  );
};
element.addEventListener("input", (event) => find(event.target.type === "search" ? 250 : 0));
element.addEventListener("submit", (event) => {
  event.preventDefault();
  find(0);
});
