"""The key is a verified quote, and what is shown is what the quote says."""

from corpus.characters import folded
from corpus.wording import Wording
from qa.training.item import ItemKind
from qa.training.items.draft import Draft
from qa.training.items.gates.gate import GAP, Context
from qa.training.items.kinds import TRUE

_WORDS_OF_THE_QUOTE = frozenset({ItemKind.FIGURE, ItemKind.CLOZE, ItemKind.LIST, ItemKind.WHO_SAID})
_WHOLE = frozenset({ItemKind.TRUE_FALSE, ItemKind.SOURCE, ItemKind.POSITION})
_SHOWN_OF_THE_QUOTE = frozenset(
    {ItemKind.FIGURE, ItemKind.CLOZE, ItemKind.WHO_SAID, ItemKind.SOURCE}
)


def verified_quote(draft: Draft, context: Context) -> Wording | None:
    """The quote stands in the article, and in it the answer, word for word where it is words."""
    article = context.article(draft.claim.article.id)
    span, answer = draft.claim.span, draft.answer
    if article.text != draft.claim.article.text or not article.text[span.start : span.end].strip():
        return Wording(
            en="the quote is not in the article", fr="la citation n’est pas dans l’article"
        )
    inside = span.start <= answer.start < answer.end <= span.end
    if not inside or (draft.kind in _WHOLE and answer != span):
        return Wording(
            en="the answer does not stand in the quote", fr="la réponse n’est pas dans la citation"
        )
    words = article.text[answer.start : answer.end]
    if draft.kind in _WORDS_OF_THE_QUOTE and words != draft.right.text:
        return Wording(
            en=f"the right option is not what is written: “{words}”",
            fr=f"la bonne réponse n’est pas ce qui est écrit : « {words} »",
        )
    return None


def shown_is_quoted(draft: Draft, context: Context) -> Wording | None:
    """The sentence that is shown, its gap filled, is made of the quote's words in their order.

    A false statement differs from its quote: that is what makes it false.
    """
    told_true = draft.kind is ItemKind.TRUE_FALSE and draft.right.text in TRUE
    if not draft.shown or not (draft.kind in _SHOWN_OF_THE_QUOTE or told_true):
        return None
    shown = _words(draft.shown.replace(GAP, f" {draft.right.text} "))
    quote = iter(_words(draft.quote))
    if all(word in quote for word in shown):
        return None
    return Wording(
        en="what is shown is not what the quote says",
        fr="ce qui est montré n’est pas ce que dit la citation",
    )


def _words(text: str) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in folded(text)).split()
