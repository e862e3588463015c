// The topics of the suggestions: which one is chosen is what Python says, as after a change of
// the filters, unless a person is just choosing.
watch("value", () => {
  const topics = [...element.querySelectorAll("[data-choice]")];
  if (topics.includes(document.activeElement)) return;
  for (const topic of topics) topic.checked = topic.hasAttribute("checked");
});
