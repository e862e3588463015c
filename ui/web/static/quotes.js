// Quotes: what a [n] link leads to, and the card beside it that says so before one clicks.
Object.assign(cxlit, {
  // The words about the quote that a [n] link names: they stand in the same answer.
  about(link) {
    const number = link.dataset.quote.split("-").pop();
    return link.closest(".exchange")?.querySelector(`[data-about="${CSS.escape(number)}"]`);
  },

  // The answer that something clickable belongs to: its citations, its question.
  around(element) {
    const { trail, question } = {
      ...element.closest("[data-trail]")?.dataset,
      ...element.closest("[data-question]")?.dataset,
    };
    return JSON.parse(JSON.stringify({ trail, question }));
  },

  // The keyboard goes back to whatever opened the reader, or to what stands there now.
  back() {
    const { article, places, quote } = this.opener?.dataset ?? {};
    const same = quote
      ? `[data-quote="${CSS.escape(quote)}"]`
      : `[data-article="${CSS.escape(article ?? "")}"][data-places="${CSS.escape(places ?? "")}"]`;
    const stays = this.opener?.isConnected ? this.opener : null;
    const again = [...document.querySelectorAll(same)].find((element) => element.offsetParent);
    (stays ?? again ?? document.querySelector(".asked"))?.focus();
  },
});

{
  const LINK = "a[data-quote]";
  const GAP = 6; // pixels between link and card, and between card and the window's edge
  const card = document.createElement("div");
  card.id = "quote-card";
  card.setAttribute("aria-hidden", "true"); // the link itself is described by the same words
  let link = null;
  let waiting;

  const place = () => {
    const at = [...link.getClientRects()].pop();
    if (!at) return;
    const { offsetWidth: width, offsetHeight: height } = card;
    const { clientWidth, clientHeight } = document.documentElement;
    const below = at.bottom + GAP + height <= clientHeight || at.top < clientHeight - at.bottom;
    const top = below ? at.bottom + GAP : at.top - GAP - height;
    const left = Math.min(at.left - 24, clientWidth - width - GAP);
    card.style.top = `${Math.max(GAP, Math.min(top, clientHeight - height - GAP))}px`;
    card.style.left = `${Math.max(GAP, left)}px`;
  };
  const show = (next) => {
    const words = cxlit.about(next);
    if (!words) return;
    link = next;
    card.replaceChildren(...words.cloneNode(true).childNodes);
    link.closest(".gradio-container").append(card);
    place();
  };
  const hide = () => {
    link = null;
    card.remove();
  };
  const soon = (what, delay) => {
    clearTimeout(waiting);
    waiting = setTimeout(what, delay);
  };

  document.addEventListener("pointerover", ({ target, pointerType }) => {
    if (pointerType !== "mouse") return; // a first tap opens the reader
    const over = target.closest?.(LINK);
    if (over && over !== link) soon(() => show(over), link ? 0 : 200);
    else if (over || card.contains(target)) clearTimeout(waiting);
    else soon(hide, 250);
  });
  document.addEventListener("focusin", ({ target }) => {
    clearTimeout(waiting);
    if (target.matches?.(LINK) && target.matches(":focus-visible")) show(target);
    else hide();
  });
  document.addEventListener("click", ({ target }) => {
    const opened = card.contains(target) ? link : null;
    clearTimeout(waiting);
    hide();
    opened?.click();
  }, true);
  document.addEventListener("scroll", ({ target }) => target !== card && hide(), { capture: true });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    clearTimeout(waiting);
    if (!link) return;
    hide(); // and nothing else: a second Escape closes the reader
    event.stopImmediatePropagation();
  }, true);
}
