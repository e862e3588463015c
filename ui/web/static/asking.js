// From the question to its answer, as the browser sees it.
Object.assign(cxlit, {
  // The page is there: what was written in the first paint's box goes on in its own.
  takeOver() {
    const form = document.querySelector("#first form");
    const box = document.querySelector("#question textarea");
    if (!form || !box) return;
    const { value, selectionStart, selectionEnd } = form.elements.question;
    const { asked } = form.dataset;
    document.getElementById("first").remove();
    if (!value) return;
    box.value = value;
    box.dispatchEvent(new Event("input", { bubbles: true }));
    box.setSelectionRange(selectionStart, selectionEnd);
    if (asked) setTimeout(() => document.getElementById("ask").click(), 50); // once it is heard of
  },

  // A question goes off: what gives way to its answer is gone at once, and nothing moves later.
  asking(question) {
    if (!question.trim()) return;
    document.documentElement.classList.add("cxlit-asking");
    const row = document.getElementById("question-row");
    const above = document.getElementById("answer").getBoundingClientRect().top;
    // Who asks a follow-up from further down sees its answer from the top.
    if (above < row.offsetHeight) scrollBy(0, above - row.offsetHeight - 24);
  },

  // What stands in the answer's place was painted anew.
  answered(place) {
    document.documentElement.classList.remove("cxlit-asking");
    const box = document.querySelector("#question textarea");
    const active = document.activeElement;
    const left = active === document.body;
    if (place.querySelector(".failed")) {
      if (left) box?.focus();
      return;
    }
    if (place.querySelector(".pending")) return;
    // The keyboard goes on at the answer, unless somebody is busy elsewhere or writes already.
    const waits = left || (active.closest("#question-row") && !box?.value);
    if (waits) place.querySelector(".asked")?.focus({ preventScroll: true });
  },
});
