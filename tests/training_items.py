"""Items for tests: of a text of one's own, one for each sentence that is wanted."""

from dataclasses import replace

from qa.training.item import Item, ItemKind

A_FIGURE = Item(
    id="f" * 16,
    card="f" * 16,
    kind=ItemKind.FIGURE,
    language="en",
    competency="mandate",
    stem="What share of chief customer officers report to the chief executive?",
    shown="According to the survey, ____ of chief customer officers report to the chief executive.",
    options=("40 %", "12 %", "65 %", "80 %"),
    key=0,
    article_id="a" * 16,
    work="example.org/survey",
    start=0,
    end=76,
    quote="According to the survey, 40 % of chief customer officers report to the chief executive.",
    answer_start=25,
    answer_end=29,
)


def an_item(id_: str, **changed: object) -> Item:
    """A figure with an id and, unless told otherwise, a card, a quote and a key of its own."""
    own = {"id": id_, "card": id_, "quote": f"{A_FIGURE.quote} ({id_})"}
    item = replace(A_FIGURE, **{**own, **changed})  # type: ignore[arg-type]
    return item if "options" in changed else replace(item, options=(id_, *item.options[1:]))


def judged(id_: str, *, true: bool, **changed: object) -> Item:
    """A statement that is true or false."""
    options = ("True", "False")
    return an_item(id_, kind=ItemKind.TRUE_FALSE, options=options, key=0 if true else 1, **changed)
