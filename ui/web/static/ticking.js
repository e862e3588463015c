// What is selected in a list is told as a whole at each change; the list stays as it is.
element.addEventListener("change", (event) => {
  if (event.target.name !== "ticked") return;
  const ticked = [...element.querySelectorAll("input[name=ticked]")];
  trigger("tick", {
    on: ticked.filter((box) => box.checked).map((box) => box.value),
    off: ticked.filter((box) => !box.checked).map((box) => box.value),
  });
});
