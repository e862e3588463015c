"""What to grade one's own answer by, drawn from the evidence."""

from dataclasses import replace

from corpus.article import Article
from qa.answer import Answer, Citation, Position, Reason, Sentence
from qa.positions.dispute import disputes
from qa.training.drill.self_check import points
from tests.position_articles import LIGHTHOUSE, MARKET

COUNTED = Article(
    title="The count",
    text="Four in ten report to the CEO, Nell Buoy counted; 12% are alone.",
    authors=("Nell Buoy",),
    date="2020",
    language="en",
    source="count.md",
)
LABELS = {
    option.id: option.label
    for dispute in disputes()
    if dispute.id == "reporting-line"
    for option in dispute.options
}


def citation(number: int, article: Article, end: int) -> Citation:
    quote = article.text[:end]
    return Citation(number, article.id, f"{article.id}:0-{end}", 0, end, quote, article.language)


def answer(*articles: Article, options: tuple[str, ...] = ()) -> Answer:
    return Answer(
        question="Who should the CCO report to?",
        searched_as="Who should the CCO report to?",
        language="en",
        sentences=(Sentence("So.", (1,)),),
        citations=tuple(
            citation(number, article, len(article.text))
            for number, article in enumerate(articles, 1)
        ),
        positions=tuple(Position(LABELS[option], (1,), option) for option in options),
        articles=articles,
        confidence=0.9,
        answerer="extractive",
        generation=1,
        fingerprint="f",
    )


def test_a_figure_and_a_source() -> None:
    figure, source = points("Nell Buoy counted 40 %.", answer(COUNTED))
    assert (figure.asked.en, figure.met) == ("Did you name a figure?", True)
    assert figure.detail.en == figure.detail.fr == "Four in ten"
    assert source.met and source.detail.en == "Nell Buoy, 2020"


def test_what_is_missing_is_named() -> None:
    figure, source = points("Most of them do, we think: 60%.", answer(COUNTED))
    assert not figure.met and figure.detail.fr == "12%\u00a0; Four in ten"
    assert not source.met and source.detail.fr == "Nell Buoy, 2020"


def test_a_figure_that_is_not_in_the_evidence_is_named() -> None:
    figure, stray, source = points("D’après Nell Buoy, 40 %, et 83 % ailleurs.", answer(COUNTED))
    assert figure.met and source.met
    assert stray.asked.fr == "Vos chiffres sont-ils dans les passages\u00a0?"
    assert not stray.met and stray.detail.fr == "Absent des passages\u00a0: 83 %"
    stray, _ = points("83% of them.", answer(LIGHTHOUSE))
    assert not stray.met and stray.detail.en == "Not in the passages: 83%"


def test_a_source_of_the_library_counts_and_is_told_from_those_here() -> None:
    records = (COUNTED, LIGHTHOUSE, replace(MARKET, publisher="Customer Harbour Association"))
    for said, named in (
        ("Selon Orla Beam, 40 %.", "Orla Beam"),
        ("Selon la CHA, 40 %.", "CHA"),
        ("As the Harbour Review has it.", "Harbour Review"),
    ):
        source = points(said, answer(COUNTED), records)[-1]
        assert source.met
        assert source.detail.en == f"{named}; the passages here are by Nell Buoy, 2020"
    assert not points("Selon la rumeur, 40 %.", answer(COUNTED), records)[-1].met


def test_whoever_the_evidence_quotes_is_a_source() -> None:
    quoting = replace(COUNTED, text="Four in ten are alone, according to Gus Tide.")
    source = points("Gus Tide says so.", answer(quoting))[-1]
    assert source.met and source.detail.en == "Gus Tide"


def test_no_figure_is_asked_for_where_there_is_none() -> None:
    (source,) = points("As Orla Beam says.", answer(LIGHTHOUSE))
    assert source.asked.fr == "Avez-vous nommé une source\u00a0?"


def test_the_other_side_is_asked_for_where_the_sources_disagree() -> None:
    evidence = answer(LIGHTHOUSE, MARKET, options=("chief-executive", "marketing"))
    one = points("The CCO reports directly to the CEO.", evidence)[-1]
    assert one.asked.en == "Did you name the other side?"
    assert not one.met and one.detail.en == "within marketing"
    said = "The CCO reports directly to the CEO. Some say within marketing."
    both = points(said, evidence)[-1]
    assert both.met and both.detail.fr == "directement à la direction générale\u00a0; au marketing"


def test_one_side_needs_no_other() -> None:
    found = points("So.", answer(LIGHTHOUSE, options=("chief-executive",)))
    assert [point.asked.en for point in found] == ["Did you name a source?"]


def test_nothing_is_asked_where_the_library_does_not_answer() -> None:
    refused = Answer(
        question="Why?", searched_as="Why?", language="en", reason=Reason.NOTHING_FOUND,
        confidence=0.0, answerer="extractive", generation=1, fingerprint="f",
    )  # fmt: skip
    assert points("So.", refused) == ()
