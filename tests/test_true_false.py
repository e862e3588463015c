"""Statements as they stand and with one fact altered."""

import pytest

from corpus.article import Article
from qa.training.items import figure
from qa.training.items.alteration import Alteration
from qa.training.items.draft import Option
from qa.training.items.figure_pool import FALSE, FigurePool
from qa.training.items.figures import figures
from qa.training.items.opposites import turned
from qa.training.items.other_roles import reporting_elsewhere
from qa.training.items.stating import stated
from qa.training.items.true_false import drafts
from tests.claiming import Shelf, article


def _shown(alteration: Alteration | None, text: str) -> str | None:
    return alteration.of(text) if alteration else None


@pytest.mark.parametrize(
    ("text", "language", "turned_round"),
    [
        ("Ease is more profitable than delight.", "en", "Ease is less profitable than delight."),
        ("Ease is less profitable than delight.", "en", "Ease is more profitable than delight."),
        ("Trust is stronger than doubt.", "en", "Trust is weaker than doubt."),
        ("Most firms measure more calls than mails.", "en",
         "Most firms measure fewer calls than mails."),
        ("Ease outperforms delight in each survey.", "en",
         "Ease underperforms delight in each survey."),
        ("La facilité est plus rentable que l'enchantement.", "fr",
         "La facilité est moins rentable que l'enchantement."),
        # how often, how many, how much too much: the contrary nobody would believe
        ("Effort is often a cause of churn.", "en", None),
        ("Effort is rarely a cause of churn.", "en", None),
        ("Many firms measure trust.", "en", None),
        ("The majority of firms measure trust.", "en", None),
        ("La majorité des entreprises la mesure.", "fr", None),
        ("Few firms measure trust.", "en", None),
        ("Firms ask too much of customers.", "en", None),
        ("Firms give too little time to calls.", "en", None),
        ("L'attrition vient souvent de l'effort.", "fr", None),
        ("Peu d'entreprises la mesurent.", "fr", None),
        ("Beaucoup d'entreprises la mesurent.", "fr", None),
        ("Les entreprises en demandent trop.", "fr", None),
        # what the rest of the sentence tells: when, whither, how often beside "and", how much
        ("Plan before the launch of a team.", "en", None),
        ("Churn rises with effort.", "en", None),
        ("Journeys are broken and often painful.", "en", None),
        ("Loyal customers spend 140 percent more than others.", "en", None),
        ("Most leaders know it, but few apply it.", "en", None),
        ("Lower-level leaders know the customers.", "en", None),
        ("Asking is easier than ever.", "en", None),
        ("Ease makes calls faster and better.", "en", None),
        ("Leaders lower their costs by a fifth.", "en", None),
        ("Un programme cale souvent faute de budget.", "fr", None),
        # nothing, two, a set phrase, a reason that would speak against it, a denial, an elision
        ("Ease wins.", "en", None),
        ("Churn is higher and trust is lower.", "en", None),
        ("Trust matters more and more.", "en", None),
        ("Churn is higher because calls take long.", "en", None),
        ("Churn is never higher with effort.", "en", None),
        ("La confiance est de plus en plus utile.", "fr", None),
        ("L'écoute sert à l'augmenter sans frais.", "fr", None),
        ("Elle n'est plus utile.", "fr", None),
    ],
)  # fmt: skip
def test_a_direction_turned_round(text: str, language: str, turned_round: str | None) -> None:
    assert _shown(turned(text, language), text) == turned_round


def test_a_reporting_line_that_leads_elsewhere() -> None:
    text = "The CCO should report to the chief executive of the firm."
    assert _shown(reporting_elsewhere(text, "en"), text) == (
        "The CCO should report to the chief marketing officer of the firm."
    )
    texte = "Le CCO est rattaché à la direction générale."
    assert _shown(reporting_elsewhere(texte, "fr"), texte) == (
        "Le CCO est rattaché à la direction marketing."
    )
    both = "The CCO should report to the chief executive, not to marketing."
    assert reporting_elsewhere(both, "en") is None


MANY = [
    f"Loyalty of {kind} customers is stronger than the habit of a {thing}, found Jane Roe."
    for kind in ("young", "old", "rich", "poor")
    for thing in ("call", "visit", "mail")
]


def test_a_statement_is_shown_as_it_stands_or_altered() -> None:
    shelf = Shelf(article(" ".join(MANY)))
    found = list(drafts(shelf.claims, shelf))  # type: ignore[arg-type]
    assert len(found) == 12
    assert {draft.right.text for draft in found} == {"True", "False"}
    for draft in found:
        assert draft.stem == "According to Jane Roe, is this true or false?"
        assert draft.answer == draft.claim.span
        if draft.right.text == "True":
            assert draft.shown == draft.claim.said
            assert draft.why is None
        else:
            assert draft.shown == draft.claim.said.replace("stronger", "weaker")
            assert draft.why is not None
            assert draft.why.en == "The source says “stronger”, not “weaker”."
            assert draft.why.fr.replace("\u00a0", " ") == (
                "La source dit « stronger », et non « weaker »."
            )


def test_the_same_statement_is_always_shown_in_the_same_way() -> None:
    shelf, alone = Shelf(article(" ".join(MANY))), Shelf(article(MANY[0]))
    first = {d.claim.text: d.shown for d in drafts(shelf.claims, shelf)}  # type: ignore[arg-type]
    (only,) = drafts(alone.claims, alone)  # type: ignore[arg-type]
    assert first[MANY[0]] == only.shown


@pytest.mark.parametrize(
    "text",
    [
        "Loyalty of rich customers can be stronger than the habit of a call, says Jane Roe.",
        "Loyalty of rich customers may be stronger than a habit, according to Jane Roe.",
        "Jane Roe set out to find that loyalty of rich customers is stronger than a habit.",
    ],
)
def test_what_nobody_could_call_false_is_not_asked(text: str) -> None:
    shelf = Shelf(article(text))
    assert list(drafts(shelf.claims, shelf)) == []  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Loyalty of rich customers comes more easily in a bank, according to Jane Roe.", False),
        ("Loyalty of customers comes more easily in a bank than in a shop, says Jane Roe.", False),
        ("Loyalty of customers comes more easily in a bank, according to a study by Roe.", True),
        ("Loyalty of customers comes more easily in 9 out of 10 banks, says Jane Roe.", False),
        ("Loyalty of customers comes more easily in 90% of banks, says Jane Roe.", True),
        ("Loyalty of customers comes more easily in 90 percent of banks, says Jane Roe.", True),
        ("Loyalty of rich customers comes more easily in a bank, found Jane Roe in May.", True),
    ],
)
def test_a_comparison_is_turned_where_it_was_found_out(text: str, *, asked: bool) -> None:
    """What is said in passing is not worth knowing, though it may say than what."""
    shelf = Shelf(article(text))
    found = [draft.quote for draft in drafts(shelf.claims, shelf)]  # type: ignore[arg-type]
    assert found == [text] * asked


def test_a_figure_that_is_asked_for_is_judged_too() -> None:
    """As it stands and altered; all three share a card, see the twins."""
    text = "Loyal customers of small banks are 40% of the whole, found Jane Roe in her survey."
    shelf = Shelf(article(text), _shares(20, 60))
    judged = [d for d in drafts(shelf.claims, shelf) if d.quote == text]  # type: ignore[arg-type]
    (asked,) = (d for d in figure.drafts(shelf.claims, shelf) if d.quote == text)  # type: ignore[arg-type]
    assert asked.right.text == "40%"
    true, false = judged
    assert (true.shown, true.right.text, true.why) == (text, "True", None)
    assert false.right.text == "False"
    assert false.shown in {text.replace("40%", share) for share in ("20%", "60%")}


def _shares(*shares: float) -> Article:
    """Of another work, one a sentence."""
    sentence = "Loyalty mails of sort {} reach {}% of all the customers, says Ann Lee."
    return article(" ".join(sentence.format(n, share) for n, share in enumerate(shares)))


def _judged(text: str, *shares: float) -> dict[str, list[str]]:
    """Statements that are shown of a text, by what is right."""
    shelf = Shelf(article(text), _shares(*shares))
    found: dict[str, list[str]] = {"True": [], "False": []}
    for draft in drafts(shelf.claims, shelf):  # type: ignore[arg-type]
        if draft.quote == text:
            found[draft.right.text].append(draft.shown)
    return found


@pytest.mark.parametrize("season", ["spring", "summer", "autumn", "winter"])
def test_a_claim_with_figures_is_told_once_as_it_stands_and_with_each_altered(season: str) -> None:
    text = f"Loyal customers of banks are 30% in {season} and 50% in all the year, found Jane Roe."
    found = _judged(text, 22, 62)
    assert found["True"] == [text]
    assert found["False"] == [text.replace("30%", "22%"), text.replace("50%", "62%")]


def test_what_nobody_keeps_in_mind_is_not_altered() -> None:
    """Decimals, and by how many points a share has changed."""
    decimal = "Loyal customers of small banks are 34.2% of the whole, found Jane Roe in a survey."
    others = (22.5, 45.3, 60.1)
    assert _judged(decimal, *others) == {"True": [], "False": []}
    assert _wrong(decimal, Shelf(article(decimal), _shares(*others)))  # though others are known
    points = "Loyal customers of banks are 40%, 5 points up on May, found Jane Roe in her survey."
    found = _judged(points, 22, 60)
    assert found["True"] == [points]
    assert found["False"] in ([points.replace("40%", "22%")], [points.replace("40%", "60%")])


def test_how_many_parts_there_are_is_neither_asked_for_nor_judged() -> None:
    """Four rules or five: that is no falsehood which one could tell, though others are known."""
    others = "Loyalty of customers has {} rules in shops, says Ann Lee in her survey of {}."
    text = "Loyalty of customers has four rules in banks, found Jane Roe in a survey of firms."
    counts = (("three", "towns"), ("seven", "villages"))
    notes = [article(others.format(*each), url=f"https://{each[0]}.example") for each in counts]
    shelf = Shelf(article(text), *notes)
    assert {option.text for option in _wrong(text, shelf)} == {"three", "seven"}
    assert list(figure.drafts(shelf.claims, shelf)) == []  # type: ignore[arg-type]
    assert list(drafts(shelf.claims, shelf)) == []  # type: ignore[arg-type]


def test_what_one_does_not_know_whom_it_is_of_is_not_judged() -> None:
    """Neither the study nor the year is told, nor by the title, or it has the figure as well."""
    text = "Loyal customers of small banks are 40% of all the customers there."
    titles = {
        "A survey of loyalty": 2,
        "A survey of loyalty: why 40% stay": 0,
        "Loyalty at the counter": 0,
    }
    for title, times in titles.items():
        shelf = Shelf(article(text, title=title), _shares(20, 60))
        found = [d for d in drafts(shelf.claims, shelf) if d.quote == text]  # type: ignore[arg-type]
        assert len(found) == times


EDGE = round(FALSE * 40)  # points


@pytest.mark.parametrize(
    ("share", "asked"),
    [(40 + EDGE - 1, False), (40 + EDGE, True), (40 - EDGE + 1, False), (40 - EDGE, True)],
)
def test_a_wrong_figure_is_far_from_the_right_one(share: int, *, asked: bool) -> None:
    """40% is no falsehood for whoever read 45% roughly, though it is a wrong option."""
    text = "Loyal customers of small banks are 40% of the whole, found Jane Roe in her survey."
    shelf = Shelf(article(text), _shares(share))
    assert any(d.quote == text for d in drafts(shelf.claims, shelf)) is asked  # type: ignore[arg-type]
    assert [option.text for option in _wrong(text, shelf)] == [f"{share}%"]


def _wrong(text: str, shelf: Shelf) -> list[Option]:
    """What may stand instead of the only figure of a text."""
    statement = stated(next(claim for claim in shelf.claims if claim.text == text))
    assert statement is not None
    (right,) = figures(statement.text, "en")
    return FigurePool(shelf.claims).others(right, statement)
