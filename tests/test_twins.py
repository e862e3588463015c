from dataclasses import replace

import numpy as np

from index.encoding import Vectors
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


def test_positions_of_one_source_on_one_dispute() -> None:
    from qa.positions.dispute import disputes

    option, another = disputes()[0].options[:2]
    fr = an_item("fr", language="fr", kind=ItemKind.POSITION, options=(option.label.fr,))
    en = an_item("en", language="en", kind=ItemKind.POSITION, options=(option.label.en,))
    assert pair(fr, en, 0.1) != {}
    assert pair(fr, replace(en, options=(another.label.en,)), 0.99) == {}


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
