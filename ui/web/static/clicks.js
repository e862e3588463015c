// Runs for each component whose HTML has buttons of ours: clicks become events for Python.
element.addEventListener("click", (event) => {
  const target = event.target.closest("[data-quote], button");
  if (!target) return;
  const { quote, article, ask, remove, keep, confirm } = target.dataset;
  if (quote) {
    event.preventDefault();
    cxlit.show(quote);
  } else if (article) {
    cxlit.opener = target;
    trigger("read", { ...target.dataset, at: Date.now() });
  } else if (ask) {
    trigger("pick", { question: ask });
  } else if (remove) {
    trigger("remove", { article: remove });
  } else if (keep) {
    trigger("keep");
  } else if (confirm) {
    removing = true;
    trigger("confirm");
  }
});

// A question that has just appeared takes the keyboard to its safe answer; after a removal,
// whose button is gone, the keyboard goes on from the top of the list.
let removing = false;
watch("value", () => {
  element.querySelector(removing ? "h2" : "[data-focus]")?.focus();
  removing = false;
});
