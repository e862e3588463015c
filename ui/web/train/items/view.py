"""What a trainer sees: the item in hand with its key and source, or the rejected ones."""

from typing import cast

from corpus.wording import InterfaceLanguage, Wording
from qa.training.cohort.attention import Doubt
from qa.training.competency import Competency
from qa.training.item import ItemKind
from ui.training.item_words import KINDS
from ui.web import texts
from ui.web.markup import render
from ui.web.train.items import words
from ui.web.train.items.judging import WHICH, Shelf, Sight
from ui.web.train.quiz import words as quiz_words
from ui.web.train.source import Source

_MOST_LISTED = 50  # rejected items; filters find the others

Pills = list[tuple[str, str]]  # values with what is shown for them


def items_html(
    shelf: Shelf,
    sight: Sight,
    map_: tuple[Competency, ...],
    source: Source | None,
    language: InterfaceLanguage,
    refusal: Wording | None = None,
    *,
    focus: bool = False,
) -> str:
    """`source`: of the item in hand. `refusal`: why a rejection was not taken.

    `focus`: the keyboard goes on at the item.
    """
    in_hand = shelf.in_hand
    names = {each.id: each.name.in_language(language) for each in map_}
    return render(
        "train_items.html",
        language,
        w=words,
        q=quiz_words,
        kinds=KINDS,
        shelf=shelf,
        sight=sight,
        doubt=in_hand,
        against=_against(in_hand) if in_hand else (),
        source=source,
        names=names,
        which=_which(shelf, language),
        filters=_filters(sight, names, language),
        reasons=[(each.in_language(language),) * 2 for each in words.REASONS],
        listed=shelf.rejected[:_MOST_LISTED] if sight.which == "rejected" else (),
        more=max(len(shelf.rejected) - _MOST_LISTED, 0),
        refusal=refusal,
        focus=focus,
    )


def _against(doubt: Doubt) -> list[Wording]:
    """What speaks against an item, in words."""
    said = []
    if doubt.reports:
        said.append(texts.counted(doubt.reports, words.REPORTED_ONE, words.REPORTED_MANY))
    if doubt.flag and doubt.statistics:
        known = doubt.statistics
        minus = f"{known.discrimination:.2f}".replace("-", "\u2212")
        wording = words.FLAGS[doubt.flag]
        said.append(
            Wording(
                en=wording.en.format(n=known.answers, d=minus),
                fr=wording.fr.format(n=known.answers, d=minus.replace(".", ",")),
            )
        )
    return said


def _which(shelf: Shelf, language: InterfaceLanguage) -> Pills:
    counted = [(which, texts.filled(words.SIGHTS[which], n=shelf.counts[which])) for which in WHICH]
    return [(cast(str, which), wording.in_language(language)) for which, wording in counted]


def _filters(
    sight: Sight, names: dict[str, str], language: InterfaceLanguage
) -> list[tuple[str, Wording, Pills, str]]:
    """By name: what it is called, its values, and the one that is set."""
    any_ = ("", words.ANY.in_language(language))
    kinds = [(kind.value, KINDS[kind].in_language(language)) for kind in ItemKind]
    spoken = [(code, texts.LANGUAGES[code].in_language(language)) for code in ("fr", "en")]
    return [
        ("kind", words.KIND, [any_, *kinds], sight.kind),
        ("language", words.LANGUAGE, [any_, *spoken], sight.language),
        ("competency", words.COMPETENCY, [any_, *names.items()], sight.competency),
    ]
