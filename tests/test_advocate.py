"""The devil's advocate: each criterion with recommendations that meet it and that do not."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from corpus.article import Article, Kind
from corpus.wording import KnownError
from index.library import Library
from qa.positions import Positions
from qa.training.debate.advocate.assessment import Criterion, Standing
from qa.training.debate.advocate.grading import grade
from qa.training.debate.advocate.recommendation import Attachment, Recommendation, attachment
from tests.position_articles import DISAGREEING, LIGHTHOUSE, MARKET, SECOND_LAMP, TRAMWAY
from tests.recommending import DISPUTE, judged, standings

SURVEY = Article(
    title="The harbour survey",
    text="Four in ten chief customer officers report directly to the chief executive, counted "
    "Nell Buoy. Another 25% sit with the harbour master, and 1,200 officers answered.",
    authors=("Nell Buoy",),
    date="2020",
    language="en",
    kind=Kind.STUDY,
    source="survey.md",
)
ENQUETE = Article(
    title="L’enquête des ports",
    text="Selon l’enquête de Loïc Balise, 60 % des directeurs de l'expérience client dépendent "
    "de la direction générale. Les autres n'ont pas de bureau.",
    authors=("Loïc Balise",),
    date="2018",
    language="fr",
    kind=Kind.STUDY,
    source="enquete.md",
)
DAM = Article(
    title="The dam",
    text="The chief customer officer sits within the marketing department, wrote Ada Weir.",
    authors=("Ada Weir",),
    date="2011",
    language="en",
    kind=Kind.STUDY,
    source="dam.md",
)
GOOD_EN = """I recommend that the chief customer officer report to the chief executive. \
Orla Beam puts it plainly: “The chief customer officer reports directly to the chief executive.” \
La Voie says the same in French.
Basile Étal places the role within marketing. That holds where marketing owns the whole relation, \
which is not our case; we shall decide within 90 days."""
GOOD_FR = """Je recommande de rattacher le directeur de l’expérience client à la direction \
générale. La Voie le constate : « Le directeur de l'expérience client dépend de la direction \
générale. » Orla Beam dit de même.
Basile Étal le voit au marketing. Cela vaut là où le marketing tient toute la relation, ce qui \
n’est pas notre cas ; nous trancherons sous 90 jours."""
BACKING = ((LIGHTHOUSE, "reports directly"), (TRAMWAY, "dépend de la direction"))


@pytest.fixture
def filled(library: Library) -> Iterator[Library]:
    library.add_articles((*DISAGREEING, SURVEY, ENQUETE))
    yield library


@pytest.mark.parametrize("text", [GOOD_EN, GOOD_FR])
def test_a_good_recommendation_meets_every_criterion(filled: Library, text: str) -> None:
    assessment = judged(filled, text, *BACKING, (MARKET, "rattaché à la direction"))
    found = standings(assessment)
    assert found.pop(Criterion.FIGURES) is Standing.UNCHECKED  # there are none
    assert set(found.values()) == {Standing.MET}
    assert assessment.overall.en.startswith("Ready to defend")
    assert assessment.overall.fr.startswith("Prête à être défendue")


def test_bare_opinion(filled: Library) -> None:
    assessment = judged(filled, "Just do it, as everybody can see.")
    found = standings(assessment)
    assert found[Criterion.QUOTES] is Standing.MISSING
    assert found[Criterion.SOURCES] is Standing.MISSING
    assert found[Criterion.CONTRARY] is Standing.MISSING
    assert assessment.overall.en.startswith("Not ready: so far it is an opinion.")
    backing = assessment.of(Criterion.BACKED)
    assert backing.standing is Standing.MISSING
    read = {place.article_id for finding in backing.findings for place in finding.places}
    assert read < {SECOND_LAMP.id, LIGHTHOUSE.id, TRAMWAY.id, SURVEY.id, ENQUETE.id}
    assert len(read) == 2


# Quotations


@pytest.mark.parametrize(
    "quoted",
    [
        "“The chief customer officer reports directly to the chief executive.”",
        "“the chief customer officer reports directly to the chief executive,”",
        "« The chief customer officer reports directly […] the chief executive »",
        '"reports directly to the chief executive"',
        "“[t]he chief customer officer reports directly”",
        "“the lighthouse company”",  # a title
        "“customer centric mindset”",  # a term
    ],
)
def test_genuine_quotations_and_what_is_none(filled: Library, quoted: str) -> None:
    assessment = judged(filled, f"As they say, {quoted} so be it.", (LIGHTHOUSE, "reports"))
    assert assessment.of(Criterion.QUOTES).standing is Standing.MET


def test_a_changed_quotation_stands_beside_the_nearest_sentence(filled: Library) -> None:
    changed = "The chief customer officer reports rarely to the chief executive."
    quotes = judged(filled, f"They say: “{changed}”", (LIGHTHOUSE, "lamp")).of(Criterion.QUOTES)
    assert quotes.standing is Standing.MISSING
    (finding,) = quotes.findings
    assert finding.written == changed
    (place,) = finding.places
    assert place.quote == LIGHTHOUSE.text.split(". ")[0] + "."
    assert LIGHTHOUSE.text[place.start : place.end] == place.quote
    assert place.source == "Orla Beam, 2014"


def test_a_quotation_that_is_not_attached(filled: Library) -> None:
    text = "« Les rames sont lavées la nuit », dit-on."
    quotes = judged(filled, text, (LIGHTHOUSE, "reports")).of(Criterion.QUOTES)
    assert quotes.standing is Standing.PARTLY
    (finding,) = quotes.findings
    assert finding.wording.fr == "Vous citez ces mots sans joindre le passage. Joignez-le."
    assert [(p.article_id, p.quote) for p in finding.places] == [
        (TRAMWAY.id, "Les rames sont lavées la nuit")
    ]


def test_a_quotation_from_elsewhere(filled: Library) -> None:
    text = "Our own clerk wrote: “nobody ever called me back after the second storm”"
    quotes = judged(filled, text, (LIGHTHOUSE, "reports")).of(Criterion.QUOTES)
    assert quotes.standing is Standing.PARTLY
    assert quotes.findings[0].places == ()


def test_a_passage_that_has_left_the_library(filled: Library) -> None:
    gone = attachment(f"{MARKET.id}:0-10", filled.snapshot())
    filled.remove([MARKET.id])
    recommendation = Recommendation(
        dispute=DISPUTE, option="marketing", text="So be it.", attached=(gone,)
    )
    quotes = grade(recommendation, filled.snapshot(), Positions()).of(Criterion.QUOTES)
    assert quotes.standing is not Standing.MET
    assert quotes.findings[0].written == gone.words
    assert MARKET.title in quotes.findings[0].wording.fr


# Positions


def test_the_position_must_be_backed_by_what_is_attached(filled: Library) -> None:
    assessment = judged(filled, "So be it.", (MARKET, "rattaché à la direction"))
    assert assessment.of(Criterion.BACKED).standing is Standing.MISSING


def test_a_position_that_no_source_takes(filled: Library) -> None:
    backed = judged(filled, "So be it.", *BACKING, option="one-level-below").of(Criterion.BACKED)
    assert backed.standing is Standing.MISSING and not backed.findings
    assert "No source of the library takes your position" in backed.wording.en


def test_a_position_of_several_sources_is_not_passed_over(filled: Library) -> None:
    filled.add_articles((DAM,))
    covered = judged(filled, "So be it.", *BACKING).of(Criterion.COVERED)
    assert covered.standing is Standing.MISSING
    assert [finding.wording.en for finding in covered.findings] == [
        "Passed over: within marketing."
    ]
    seen = judged(filled, "It may well sit within marketing.", *BACKING).of(Criterion.COVERED)
    assert seen.standing is Standing.MET


def test_the_strongest_contrary_source_is_the_study(filled: Library) -> None:
    """A vendor of 2021 says the same as a study of 2011."""
    filled.add_articles((DAM,))
    contrary = judged(filled, "So be it.", *BACKING).of(Criterion.CONTRARY)
    assert contrary.standing is Standing.MISSING
    (place,) = contrary.findings[0].places
    assert (place.source, place.quote) == ("Ada Weir, 2011", DAM.text)


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("So be it.", Standing.MISSING),
        ("Some would put it within marketing.", Standing.PARTLY),
        ("Basile Étal sold lamps.", Standing.MISSING),  # named, and not for what it says
        ("Basile Étal puts it within marketing.", Standing.MET),
        ("Selon Étal, le CCO est rattaché à la direction marketing.", Standing.MET),
    ],
)
def test_the_contrary_source_is_answered_by_name_and_position(
    filled: Library, text: str, standing: Standing
) -> None:
    assert judged(filled, text, *BACKING).of(Criterion.CONTRARY).standing is standing


def test_what_can_be_held_together_is_no_objection(filled: Library) -> None:
    """A seat on the executive committee does not contradict a reporting line to the CEO."""
    seats = [
        replace(
            DAM,
            text=f"The chief customer officer has a seat on the executive committee, says {who}.",
            authors=(who,),
            source=f"{who}.md",
        )
        for who in ("Ada Weir", "Ida Lock", "Uma Pier")
    ]
    filled.add_articles(seats)
    contrary = judged(filled, "So be it.", *BACKING).of(Criterion.CONTRARY)
    assert contrary.findings[0].places[0].article_id == MARKET.id
    other = judged(filled, "So be it.", (MARKET, "rattaché"), option="marketing")
    assert other.of(Criterion.CONTRARY).findings[0].places[0].article_id != MARKET.id


def test_whoever_takes_both_positions_is_no_critic(filled: Library) -> None:
    text = f"{MARKET.text} Ailleurs, le directeur de l'expérience client dépend du PDG."
    filled.remove([MARKET.id])
    filled.add_articles((replace(MARKET, text=text),))
    contrary = judged(filled, "So be it.", *BACKING).of(Criterion.CONTRARY)
    assert contrary.wording.en == "The library holds no source against your position."


def test_the_contrary_source_is_answered_when_it_is_attached(filled: Library) -> None:
    pieces = (*BACKING, (MARKET, "rattaché à la direction"))
    assert judged(filled, "So be it.", *pieces).of(Criterion.CONTRARY).standing is Standing.MET


# Sources


def test_one_author_is_one_source(filled: Library) -> None:
    pieces = ((LIGHTHOUSE, "reports"), (SECOND_LAMP, "should report"))
    sources = judged(filled, "So be it.", *pieces).of(Criterion.SOURCES)
    assert sources.standing is Standing.PARTLY
    assert sources.wording.en == "A single source is attached."
    assert "Orla Beam, 2014; Orla Beam & Finn Wick, 2016." in sources.findings[0].wording.en


def test_sources_for_the_position_are_counted(filled: Library) -> None:
    pieces = ((LIGHTHOUSE, "reports"), (MARKET, "rattaché à la direction"))
    sources = judged(filled, "So be it.", *pieces).of(Criterion.SOURCES)
    assert sources.standing is Standing.PARTLY
    assert sources.wording.fr == (
        "2 sources indépendantes sont jointes, dont 1 pour votre position."
    )


# Figures


@pytest.mark.parametrize(
    "text",
    [
        "40% report directly to the chief executive.",  # four in ten, in other words
        "Four in ten report directly to the chief executive.",
        "25 % siègent avec le maître du port ; 1 200 ont répondu.",
    ],
)
def test_figures_that_are_right(filled: Library, text: str) -> None:
    pieces = ((SURVEY, "Four in ten"), (SURVEY, "Another 25%"))
    assert judged(filled, text, *pieces).of(Criterion.FIGURES).standing is Standing.MET


@pytest.mark.parametrize(
    "text",
    [
        "We decide within 100 days, in 2027, in three steps.",
        "Our 3,500 sailors know it, and 80% of our ships.",
    ],
)
def test_figures_that_are_nobodys_to_prove(filled: Library, text: str) -> None:
    figures = judged(filled, text, (SURVEY, "Four in ten")).of(Criterion.FIGURES)
    assert figures.standing is Standing.UNCHECKED


def test_a_wrong_figure_stands_beside_that_of_the_source(filled: Library) -> None:
    text = "Six in ten chief customer officers report directly to the chief executive."
    figures = judged(filled, text, (SURVEY, "Four in ten")).of(Criterion.FIGURES)
    assert figures.standing is Standing.MISSING
    (finding,) = figures.findings
    assert finding.wording.en == (
        "You write “Six in ten”; the passage that you attach says “Four in ten”:"
    )
    assert finding.places[0].quote.startswith("Four in ten")


def test_a_wrong_figure_under_a_named_source_in_the_other_language(filled: Library) -> None:
    text = "Loïc Balise finds 70% in that case."
    figures = judged(filled, text, (ENQUETE, "60 %")).of(Criterion.FIGURES)
    assert figures.standing is Standing.MISSING
    assert figures.findings[0].wording.fr == (
        "Vous écrivez «\u00a070%\u00a0»\u00a0; le passage joint dit «\u00a060 %\u00a0»\u00a0:"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Selon Nell Buoy, 60 % des CCO dépendent de la direction générale.",
        "Nell Buoy finds that 60% of chief customer officers report directly to the CEO.",
    ],
)
def test_a_wrong_figure_of_a_source_that_is_not_attached(filled: Library, text: str) -> None:
    """Whatever its language: both speak of one position."""
    figures = judged(filled, text, (LIGHTHOUSE, "reports")).of(Criterion.FIGURES)
    assert figures.standing is Standing.MISSING
    (finding,) = figures.findings
    assert finding.wording.en in (
        f"You write “{share}”; in the library Nell Buoy says “Four in ten”:"
        for share in ("60 %", "60%")
    )
    assert finding.places[0].quote.startswith("Four in ten")


@pytest.mark.parametrize(
    "text",
    [
        "Selon Nell Buoy, 40 % des CCO dépendent de la direction générale.",
        "Nell Buoy counted 61% who dislike lamps.",  # of something else
        "In our survey 60% of CCOs report to the CEO, and Nell Buoy was not asked.",
    ],
)
def test_no_wrong_figure_is_found_where_there_is_none(filled: Library, text: str) -> None:
    figures = judged(filled, text, (LIGHTHOUSE, "reports")).of(Criterion.FIGURES)
    assert figures.standing in (Standing.PARTLY, Standing.UNCHECKED)


def test_a_figure_is_shown_as_its_source_writes_it(filled: Library) -> None:
    text = "L’enquête a reçu 1300000 réponses de la part des directeurs."
    large = replace(SURVEY, text="L’enquête a reçu 1,5 million de réponses de directeurs.")
    filled.add_articles((large,))
    figures = judged(filled, text, (large, "1,5")).of(Criterion.FIGURES)
    assert figures.findings[0].wording.fr == (
        "Vous écrivez «\u00a01300000\u00a0»\u00a0; le passage joint dit «\u00a01,5 million"
        "\u00a0»\u00a0:"
    )


def test_a_figure_without_its_passage_is_found_in_the_library(filled: Library) -> None:
    text = "60 % des directeurs de l’expérience client dépendent de la direction générale."
    figures = judged(filled, text, (LIGHTHOUSE, "reports")).of(Criterion.FIGURES)
    assert figures.standing is Standing.PARTLY
    assert [place.article_id for place in figures.findings[0].places] == [ENQUETE.id]


def test_a_figure_that_is_nowhere(filled: Library) -> None:
    figures = judged(filled, "87% of firms agree.", (LIGHTHOUSE, "reports")).of(Criterion.FIGURES)
    assert figures.standing is Standing.PARTLY
    assert figures.findings[0].places == ()


# What the sources are made to say


def test_a_restated_sentence_that_denies_its_source(filled: Library) -> None:
    text = "The chief customer officer does not report directly to the chief executive."
    faithful = judged(filled, text, (LIGHTHOUSE, "reports")).of(Criterion.FAITHFUL)
    assert faithful.standing is Standing.MISSING
    assert "adds a negation" in faithful.findings[0].wording.en


def test_a_restated_sentence_that_swaps_a_role(filled: Library) -> None:
    text = "Le directeur de l'expérience client dépend de la direction marketing."
    faithful = judged(filled, text, (TRAMWAY, "dépend")).of(Criterion.FAITHFUL)
    assert faithful.standing is Standing.MISSING


@pytest.mark.parametrize(
    "text",
    [
        "Selon La Voie, le directeur de l'expérience client dépend de la direction générale.",
        "The chief customer officer reports directly to the chief executive.",
    ],
)
def test_a_sentence_that_agrees_with_its_source(filled: Library, text: str) -> None:
    pieces = (*BACKING, (MARKET, "rattaché à la direction"))
    assert judged(filled, text, *pieces).of(Criterion.FAITHFUL).standing is Standing.MET


@pytest.mark.parametrize(
    "text",
    [
        # Against a source one may say the contrary of it.
        "Le directeur de l'expérience client n'est pas rattaché à la direction marketing.",
        "Nobody cleans the lamp, so the chief executive cannot look away.",
        "“The chief customer officer reports directly to the chief executive”: not so with us.",
    ],
)
def test_nothing_is_faithful_that_was_not_compared(filled: Library, text: str) -> None:
    pieces = (*BACKING, (MARKET, "rattaché à la direction"))
    faithful = judged(filled, text, *pieces).of(Criterion.FAITHFUL)
    assert faithful.standing is Standing.UNCHECKED and not faithful.findings
    assert faithful.wording.fr.startswith("Rien à vérifier")


# What cannot be judged


def test_nothing_written_and_nothing_chosen(filled: Library) -> None:
    with pytest.raises(KnownError, match="There is no text yet"):
        judged(filled, "  \n")
    with pytest.raises(KnownError, match="Choose the position that you recommend: directly to"):
        judged(filled, "So be it.", option="")
    with pytest.raises(
        KnownError, match=r"no position “north” on this question\. There are: chief"
    ):
        judged(filled, "So be it.", option="north")
    with pytest.raises(KnownError, match="no contested question “weather”"):
        grade(Recommendation(dispute="weather"), filled.snapshot(), Positions())


def test_what_is_attached_are_whole_sentences(filled: Library) -> None:
    piece = attachment(f"{LIGHTHOUSE.id}:10-12", filled.snapshot())
    assert piece.words == "The chief customer officer reports directly to the chief executive."
    assert piece == Attachment(LIGHTHOUSE.id, 0, 67, LIGHTHOUSE.title, piece.words)
    for place in (f"{LIGHTHOUSE.id}:5000-5001", "nonsense", f"{LIGHTHOUSE.id}:a-b"):
        with pytest.raises(KnownError):
            attachment(place, filled.snapshot())


def test_the_same_recommendation_is_judged_alike(filled: Library) -> None:
    assert judged(filled, GOOD_EN, *BACKING) == judged(filled, GOOD_EN, *BACKING)
