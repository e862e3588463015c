// An example goes into the search field, as if somebody had typed it.
element.addEventListener("click", ({ target }) => {
  const example = target.closest("[data-try]");
  if (!example) return;
  const form = document.querySelector("#search-form form");
  form.elements.query.value = example.dataset.try;
  form.requestSubmit();
  form.elements.query.focus();
});
