from dataclasses import replace

import numpy as np

from index.encoding import Vectors
from qa.positions.dispute import disputes
from qa.training.item import Item, ItemKind
from qa.training.items.twins import Meant, cards, twins
from tests.training_items import an_item, judged

UP = np.array([1, 0], np.float32)


def tilted(cosine: float) -> Vectors:
    """A vector at that cosine to UP."""
    return np.array([cosine, (1 - cosine**2) ** 0.5], np.float32)


def figure(id_: str, language: str, right: str, **changed: object) -> Item:
    quote = f"{right} ({id_})"
    return an_item(id_, **{"language": language, "quote": quote, "options": (right,), **changed})


def pair(one: Item, other: Item, cosine: float) -> dict[str, str]:
    return twins([Meant(one, UP), Meant(other, tilted(cosine))])


FR, EN = figure("fr", "fr", "40 %"), figure("en", "en", "40%")
PROCESS = "Les réclamations arrivent tard, et la satisfaction client baisse."
SAME = "Complaints come late, and customer satisfaction drops."
OTHER = "Complaints come late, and the board of directors hears of a chatbot."


def test_one_figure_in_two_languages_are_twins() -> None:
    assert pair(FR, EN, 0.81) == {"fr": "en", "en": "fr"}
    assert pair(FR, replace(EN, options=("four in ten",)), 0.81) != {}


def test_sentences_that_are_not_alike_are_none() -> None:
    assert pair(FR, EN, 0.79) == {}


def test_neither_are_other_figures_sources_kinds_or_one_language() -> None:
    assert pair(FR, replace(EN, options=("41%",)), 0.99) == {}
    assert pair(FR, replace(EN, work="example.org/other"), 0.99) == {}
    assert pair(FR, replace(EN, kind=ItemKind.CLOZE), 0.99) == {}
    assert pair(FR, replace(EN, language="fr"), 0.99) == {}


def test_each_has_one_twin_at_most_the_most_alike() -> None:
    third = figure("zz", "en", "40%")
    found = twins([Meant(FR, UP), Meant(EN, tilted(0.85)), Meant(third, tilted(0.9))])
    assert found == {"fr": "zz", "zz": "fr"}


def test_without_a_figure_the_concepts_must_agree_too() -> None:
    said = {"kind": ItemKind.WHO_SAID, "options": ("Jane Roe",)}
    fr = an_item("fr", language="fr", quote=PROCESS, **said)
    en = an_item("en", language="en", quote=SAME, **said)
    assert pair(fr, en, 0.86) == {"fr": "en", "en": "fr"}
    assert pair(fr, en, 0.84) == {}
    assert pair(fr, replace(en, quote=OTHER), 0.99) == {}
    assert pair(fr, replace(en, options=("John Poe",)), 0.99) == {}


def test_a_figure_in_one_sentence_only_makes_them_two_facts() -> None:
    said = {"kind": ItemKind.SOURCE, "options": ("Jane Roe",)}
    fr = an_item("fr", language="fr", quote=PROCESS, **said)
    en = an_item("en", language="en", quote=f"{SAME} It fell by 12%.", **said)
    assert pair(fr, en, 0.99) == {}


def test_a_year_in_common_makes_no_fact() -> None:
    fr = judged("fr", true=True, language="fr", quote="Fin 2025, 55 % restent.")
    en = judged("en", true=True, quote="In 2025 satisfaction was 69%.")
    assert pair(fr, en, 0.99) == {}
    assert pair(fr, replace(en, quote="By the end of 2025, 55% stay."), 0.99) != {}
    said = {"kind": ItemKind.SOURCE, "options": ("Jane Roe",)}
    one = an_item("fr", language="fr", quote=f"En 2016 : {PROCESS}", **said)
    other = an_item("en", quote=f"In 2019: {SAME}", **said)
    assert pair(one, other, 0.86) != {}  # the concepts agree
    assert pair(one, replace(other, quote=f"In 2016: {OTHER}"), 0.99) == {}


def test_statements_are_both_true_or_both_false_by_one_figure() -> None:
    fr = judged("fr", true=True, language="fr", quote="Il y en a 12 %.", shown="Il y en a 12 %.")
    en = judged("en", true=True, quote="There are 12%.", shown="There are 12%.")
    assert pair(fr, en, 0.9) != {}
    false_fr = replace(fr, key=1, shown="Il y en a 55 %.")
    false_en = replace(en, key=1, shown="There are 55%.")
    assert pair(false_fr, false_en, 0.9) != {}
    assert pair(false_fr, replace(false_en, shown="There are 60%."), 0.9) == {}
    assert pair(fr, false_en, 0.9) == {}


def test_terms_name_one_concept() -> None:
    fr = an_item("fr", language="fr", quote=PROCESS, kind=ItemKind.CLOZE, options=("réclamation",))
    en = an_item("en", language="en", quote=SAME, kind=ItemKind.CLOZE, options=("complaint",))
    assert pair(fr, en, 0.9) != {}
    assert pair(fr, replace(en, options=("chatbot",)), 0.9) == {}


def test_twins_share_a_card_that_has_the_first_one_s_name() -> None:
    found = {"fr": "en", "en": "fr"}
    alone = figure("x", "en", "7%")
    shared = cards([FR, EN, alone], found, {})
    assert [item.card for item in shared] == ["en", "en", "x"]


def test_an_item_keeps_its_card_and_a_new_twin_joins_it() -> None:
    found = {"fr": "en", "en": "fr"}
    joined = cards([FR, EN], found, {"fr": "older"})
    assert [item.card for item in joined] == ["older", "older"]
    apart = cards([FR, EN], found, {"fr": "older", "en": "also"})
    assert [item.card for item in apart] == ["older", "also"]


ASKED = "Trust grew by 12% among the clients of 40 banks."


def _fact(id_: str, kind: ItemKind, right: str = "12%", **changed: object) -> Item:
    """About one sentence in English, unless told otherwise."""
    told = {"kind": kind, "quote": ASKED, "shown": ASKED, "options": (right,)}
    return an_item(id_, **{**told, **changed})


def _judged_fact(id_: str, shown: str = ASKED, **changed: object) -> Item:
    return judged(id_, true=shown == ASKED, **{"quote": ASKED, "shown": shown, **changed})


def _cards(*items: Item, **known: str) -> dict[str, str]:
    return {item.id: item.card for item in cards(items, {}, known)}


def test_a_figure_that_is_asked_for_and_judged_has_one_card() -> None:
    asked = _fact("b", ItemKind.FIGURE)
    false = ASKED.replace("12%", "30%")
    assert _cards(asked, _judged_fact("a", false)) == {"a": "a", "b": "a"}
    assert _cards(asked, _judged_fact("c")) == {"b": "b", "c": "b"}


def test_a_statement_that_is_false_by_something_else_has_a_card_of_its_own() -> None:
    asked = _fact("b", ItemKind.FIGURE)
    fell = _judged_fact("a", ASKED.replace("grew", "fell"))
    other = _judged_fact("c", ASKED.replace("40", "70"))
    assert _cards(asked, fell, other) == {"a": "a", "b": "b", "c": "c"}


def test_another_sentence_or_article_is_another_fact() -> None:
    asked = _fact("b", ItemKind.FIGURE)
    elsewhere = _judged_fact("a", article_id="z" * 16)
    again = _judged_fact("c", quote=f"Indeed: {ASKED}")
    assert _cards(asked, elsewhere, again) == {"a": "a", "b": "b", "c": "c"}
    assert _cards(_fact("b", ItemKind.CLOZE), _judged_fact("a")) == {"a": "a", "b": "b"}


def test_twins_and_what_is_judged_by_them_make_one_group() -> None:
    """A figure, its twin, and the statement judged by each."""
    dit = "La confiance a crû de 12 % chez les clients de 40 banques."
    french = {"language": "fr", "quote": dit, "shown": dit}
    items = [
        _fact("d", ItemKind.FIGURE),
        _fact("c", ItemKind.FIGURE, "12 %", **french),
        _judged_fact("b", ASKED.replace("12%", "30%")),
        judged("a", true=True, **french),
    ]
    grouped = cards(items, {"c": "d", "d": "c"}, {})
    assert [item.card for item in grouped] == ["a"] * 4


def _disputed(
    id_: str,
    language: str = "en",
    kind: ItemKind = ItemKind.POSITION,
    dispute: int = 0,
    **changed: object,
) -> Item:
    """An item whose stem asks the question of a dispute."""
    stem = f"Marlow: “{disputes()[dispute].question.in_language(language)}”"
    return an_item(id_, stem=stem, language=language, kind=kind, **changed)


def test_items_on_the_side_that_a_source_takes_in_a_dispute_share_a_card() -> None:
    """In both languages, whatever their kind, and whether they are true or false."""
    items = [
        _disputed("e"),
        _disputed("d", "fr"),
        _disputed("c", kind=ItemKind.WHO_SAID),
        judged("b", true=False, stem=_disputed("x").stem),
        judged("a", true=True, language="fr", stem=_disputed("x", "fr").stem),
    ]
    assert set(_cards(*items).values()) == {"a"}
    assert _cards(*items, d="kept") == dict.fromkeys("abcde", "kept")


def test_another_source_or_dispute_is_another_side() -> None:
    elsewhere = _disputed("b", work="example.org/other")
    other = _disputed("c", dispute=1)
    plain = an_item("d", kind=ItemKind.POSITION)
    assert _cards(_disputed("a"), elsewhere, other, plain) == {each: each for each in "abcd"}


def test_items_on_a_dispute_are_no_twins_by_what_they_quote() -> None:
    """Else those of one dispute could have two cards: that which they share goes by the stem."""
    kind, right = ItemKind.SOURCE, ("Jane Roe",)
    fr = _disputed("fr", "fr", kind, quote=PROCESS, options=right)
    en = _disputed("en", "en", kind, quote=SAME, options=right)
    assert pair(fr, en, 0.99) == {}
    assert pair(replace(fr, stem="Qui ?"), replace(en, stem="Who?"), 0.99) != {}


def test_a_known_card_is_kept_and_joined_by_those_that_are_new() -> None:
    three = (_fact("c", ItemKind.FIGURE), _judged_fact("b"), _judged_fact("a"))
    assert _cards(*three, c="kept") == {"a": "kept", "b": "kept", "c": "kept"}
    # Those that two had are kept apart; a new one joins that of the first.
    assert _cards(*three, c="kept", b="other") == {"a": "other", "b": "other", "c": "kept"}
    assert _cards(*three, a="x", b="y", c="z") == {"a": "x", "b": "y", "c": "z"}


def test_cards_do_not_depend_on_the_order_of_the_items() -> None:
    three = [_fact("c", ItemKind.FIGURE), _judged_fact("b"), _judged_fact("a")]
    assert _cards(*three, b="kept") == _cards(*three[::-1], b="kept")


def test_two_figures_of_one_sentence_stay_two_facts() -> None:
    """Though a true statement tells both, and its twin was joined with the other one."""
    dit = "Chez les clients de 40 banques, la confiance a crû de 12 %."
    french = {"language": "fr", "quote": dit, "shown": dit}
    items = [
        _fact("a", ItemKind.FIGURE, "12%"),
        _fact("b", ItemKind.FIGURE, "40"),
        _fact("c", ItemKind.FIGURE, "40", **french),
        _judged_fact("d"),
        judged("e", true=True, **french),
    ]
    found = {item.id: item.card for item in cards(items, {"d": "e", "e": "d"}, {})}
    assert found["a"] != found["b"]
    assert found["d"] == found["e"]
