"""The embedded answerer: verbatim sentences, whose they are, how many, in which order."""

from dataclasses import replace

import numpy as np
import pytest

from corpus.article import Article, Kind
from index.library import Library
from index.passage import Hit
from index.snapshot import Snapshot
from qa.asking import Asks
from qa.checking import check
from qa.evidence import DraftSentence, Evidence, Quote
from qa.extractive import MOST, ExtractiveAnswerer, Weighed, preferring

QUESTION = "Qui ouvre le marché ?"
MARKET = Article(
    title="Le marché",
    text="Le maire ouvre le marché avec une cloche. Une chorale chante ensuite pour les enfants. "
    "Les poissonniers crient plus fort que tout le monde.",
    authors=("Zoé Pré",),
    language="fr",
    locator="/market",
)
BELL = Article(
    title="The bell",
    text="The mayor opens the market with a bell. Nobody else may touch the rope. "
    "The bell weighs nine kilos.",
    publisher="Harbour News",
    language="en",
    locator="/bell",
)
NOTE = Article(
    title="Une note",
    text="Selon Zoé Pré, le maire seul ouvre le marché. Le reste est du folklore.",
    authors=("Zoé Pré",),
    kind=Kind.NOTE,
    language="fr",
    locator="/note",
)


def opened(library: Library, *articles: Article) -> Snapshot:
    library.add_articles(articles)
    return library.snapshot()


def evidence(snapshot: Snapshot) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(Hit(passage, 1.0), snapshot.article(passage.article_id))
        for passage in snapshot.contents.passages
    )


def drafted(
    snapshot: Snapshot,
    scores: dict[str, float],
    *,
    language: str = "fr",
    asks: Asks = Asks.OTHER,
    same: tuple[str, ...] = (),
) -> tuple[DraftSentence, ...]:
    """Draft when sentences score as given (others: far behind) and cover the question alike.

    Those that begin with one of `same` have one vector, all others lie far apart.
    """
    answerer = ExtractiveAnswerer(snapshot)
    weighed = answerer.weigh(QUESTION, language, evidence(snapshot))
    apart = np.eye(max(len(weighed.candidates), 1), dtype=np.float32)
    candidates, given = [], []
    for at, each in enumerate(weighed.candidates):
        start = next((start for start in scores if each.text.startswith(start)), None)
        vector = apart[0] if any(each.text.startswith(s) for s in same) else apart[at]
        candidates.append(replace(each, vector=vector, features=dict.fromkeys(each.features, 1.0)))
        given.append(-50.0 if start is None else scores[start])
    preferred = preferring(language, asks, candidates, given)
    set_up = Weighed(asks, weighed.coverage, tuple(candidates), tuple(preferred), 1.0)
    return answerer.pick(set_up, language)


def texts(draft: tuple[DraftSentence, ...]) -> list[str]:
    return [sentence.text for sentence in draft]


def test_sentences_are_verbatim_and_name_their_passage(library: Library) -> None:
    snapshot = opened(library, MARKET)
    (passage,) = snapshot.contents.passages
    quote = "Le maire ouvre le marché avec une cloche."
    assert drafted(snapshot, {"Le maire": 9}) == (
        DraftSentence(f"Selon Zoé Pré : « {quote} »", (Quote(passage.id, quote),)),
    )


@pytest.mark.parametrize(
    ("language", "sentence", "shown"),
    [
        ("fr", "Le maire", "Selon Zoé Pré : « Le maire ouvre le marché avec une cloche. »"),
        (
            "en",
            "Le maire",
            "According to Zoé Pré (in French): “Le maire ouvre le marché avec une cloche.”",
        ),
        ("en", "The mayor", "According to Harbour News: “The mayor opens the market with a bell.”"),
        (
            "fr",
            "The mayor",
            "Selon Harbour News (en anglais) : « The mayor opens the market with a bell. »",
        ),
    ],
)
def test_frame_in_the_question_s_language(
    library: Library, language: str, sentence: str, shown: str
) -> None:
    snapshot = opened(library, MARKET, BELL)
    assert texts(drafted(snapshot, {sentence: 9}, language=language)) == [shown]


@pytest.mark.parametrize(
    ("change", "who"),
    [
        ({"authors": ("Zoé Pré", "Ian Roy")}, "Zoé Pré et Ian Roy"),
        ({"authors": ("Zoé Pré", "Ian Roy", "Lou Mer")}, "Zoé Pré et al."),
        ({"authors": (), "publisher": "Le Port"}, "Le Port"),
        ({"authors": ()}, "« Le marché »"),
    ],
)
def test_who_is_named(library: Library, change: dict[str, object], who: str) -> None:
    snapshot = opened(library, replace(MARKET, **change))  # type: ignore[arg-type]
    (sentence,) = drafted(snapshot, {"Le maire": 9})
    assert sentence.text == f"Selon {who} : « Le maire ouvre le marché avec une cloche. »"


@pytest.mark.parametrize(
    ("text", "known", "introduced"),
    [
        ("Le maire ouvre le marché, affirme Zoé Pré.", {}, False),
        ("Le maire ouvre le marché, affirme Pré.", {}, False),
        ("Pré affirme que le maire ouvre le marché.", {}, False),
        ("Pré carré du maire, le marché ouvre tôt.", {}, True),  # a common word
        ("Le maire ouvre le marché du Prétoire.", {}, True),
        ("Le maire ouvre le marché, dit Pré.", {"authors": ("Zoé Pré", "Ian Roy")}, True),
        ("Le maire ouvre, disent Roy et Pré.", {"authors": ("Zoé Pré", "Ian Roy")}, False),
        ("Le maire ouvre, dit Pré.", {"authors": ("Zoé Pré", "Ian Roy", "Lou Mer")}, False),
        ("Selon Le Port, le maire ouvre.", {"authors": (), "publisher": "Le Port"}, False),
        ("Selon Le Port, le maire ouvre.", {"publisher": "Le Port"}, True),  # not who is named
    ],
)
def test_whose_words_they_are_is_not_said_twice(
    library: Library, text: str, known: dict[str, object], introduced: bool
) -> None:
    snapshot = opened(library, replace(MARKET, text=text, **known))  # type: ignore[arg-type]
    (sentence,) = drafted(snapshot, {text: 9.0})
    assert sentence.text.startswith("Selon ") == introduced
    assert sentence.text.endswith(f"« {text} »")


def test_a_quote_that_names_its_author_still_says_its_language(library: Library) -> None:
    text = "Le maire ouvre le marché, affirme Zoé Pré."
    snapshot = opened(library, replace(MARKET, text=text))
    draft = drafted(snapshot, {text: 9.0}, language="en")
    assert texts(draft) == [f"“{text}” (in French)"]
    assert check(draft, evidence(snapshot)).dropped == ()


def test_a_reading_note_speaks_for_itself(library: Library) -> None:
    snapshot = opened(library, NOTE)
    shown = "Selon Zoé Pré, le maire seul ouvre le marché."
    assert texts(drafted(snapshot, {"Selon": 9})) == [shown]
    # Its words are ours: they are not put into the author's mouth in the other language either.
    assert texts(drafted(snapshot, {"Selon": 9}, language="en")) == [
        f"According to the reading note on Zoé Pré (in French): “{shown}”"
    ]


def test_best_first_and_each_source_introduced_once_in_a_row(library: Library) -> None:
    snapshot = opened(library, MARKET, BELL)
    scores = {"Nobody": 9.0, "The bell": 8.6, "Une chorale": 8.0}
    assert texts(drafted(snapshot, scores)) == [
        "Selon Harbour News (en anglais) : « Nobody else may touch the rope. »",
        "« The bell weighs nine kilos. »",
        "Selon Zoé Pré : « Une chorale chante ensuite pour les enfants. »",
    ]


def test_another_article_is_heard_before_the_same_one_again(library: Library) -> None:
    snapshot = opened(library, MARKET, BELL)
    # A second sentence of an article loses a quarter of a point: 8.9 becomes 8.65, behind 8.7.
    draft = drafted(snapshot, {"Le maire": 9.0, "Une chorale": 8.9, "The mayor": 8.7})
    assert [sentence.quotes[0].text.split()[1] for sentence in draft] == [
        "maire",
        "mayor",
        "chorale",
    ]


def test_a_near_repeat_is_dropped(library: Library) -> None:
    snapshot = opened(library, MARKET, BELL)
    scores = {"Le maire": 9.0, "The mayor": 8.9, "Une chorale": 8.0}
    draft = drafted(snapshot, scores, same=("Le maire", "The mayor"))
    assert [sentence.quotes[0].text.split()[1] for sentence in draft] == ["maire", "chorale"]


def test_sentences_far_behind_the_best_are_noise(library: Library) -> None:
    snapshot = opened(library, MARKET, BELL)
    draft = drafted(snapshot, {"Le maire": 9.0, "The mayor": 7.01, "Nobody": 5.9})
    assert [sentence.quotes[0].text.split()[1] for sentence in draft] == ["maire", "mayor"]


def test_no_more_than_the_most(library: Library) -> None:
    words = ("nord", "sud", "est", "ouest", "centre", "port")
    articles = [
        Article(title=word, text=f"Le {word} ouvre tôt le matin.", language="fr", locator=word)
        for word in words
    ]
    draft = drafted(opened(library, *articles), {f"Le {word}": 9.0 for word in words})
    assert len(draft) == MOST == 5
    assert len({sentence.quotes[0].passage_id for sentence in draft}) == 5


def test_an_article_that_speaks_both_languages_is_quoted_in_the_question_s(
    library: Library,
) -> None:
    filler = "Le port garde ses bateaux, ses cordes et ses marins sous un ciel de pluie. " * 7
    summary = (
        "The mayor opens the market every Sunday. "
        + "The harbour keeps its boats and its ropes and its sailors under a sky of rain. " * 7
    )
    both = replace(
        MARKET,
        text=f"Le maire ouvre le marché.\n\n{filler.strip()}\n\n## Summary\n\n{summary.strip()}",
    )
    snapshot = opened(library, both)
    assert {passage.language for passage in snapshot.contents.passages} == {"fr", "en"}

    def first(french: float, *same: str) -> str:
        scores = {"Le maire": french, "The mayor": 8.0}
        return drafted(snapshot, scores, language="en", same=same)[0].quotes[0].text

    # 2.5 points are taken off the French sentence that is also there in English: it has to be
    # that much better. What is said in French alone loses nothing.
    assert first(9.0, "Le maire", "The mayor") == "The mayor opens the market every Sunday."
    assert first(10.6, "Le maire", "The mayor") == "Le maire ouvre le marché."
    assert first(8.1) == "Le maire ouvre le marché."


def test_another_source_in_the_reader_s_language_takes_nothing_off(library: Library) -> None:
    snapshot = opened(library, MARKET, BELL)
    scores = {"Le maire": 9.0, "The mayor": 8.9}
    draft = drafted(snapshot, scores, language="en", same=("Le maire", "The mayor"))
    assert [sentence.quotes[0].text.split()[1] for sentence in draft] == ["maire"]


GATE = replace(
    MARKET,
    text="Le portier garde deux clés :\n\n- La clé du nord.\n- La clé du sud.\n\n"
    "Il les compte le soir. Sa devise est connue :",
)


def test_a_lead_in_that_comes_first_brings_its_list(library: Library) -> None:
    snapshot = opened(library, GATE)
    draft = drafted(snapshot, {"Le portier": 9.0, "Il les": 8.9})
    assert [sentence.quotes[0].text for sentence in draft] == [
        "Le portier garde deux clés :",
        "La clé du nord.",
        "La clé du sud.",
    ]


def test_a_lead_in_is_never_an_answer_by_itself(library: Library) -> None:
    snapshot = opened(library, GATE)
    # One that no list follows is passed over, first or later; with nothing else, none answers.
    first = drafted(snapshot, {"Sa devise": 9.0, "Il les": 8.9})
    assert [sentence.quotes[0].text for sentence in first] == ["Il les compte le soir."]
    later = drafted(snapshot, {"Il les": 9.0, "Le portier": 8.9, "Sa devise": 8.8})
    assert [sentence.quotes[0].text for sentence in later] == ["Il les compte le soir."]
    assert drafted(snapshot, {"Sa devise": 9.0, "Il les": 5.9}) == ()


def test_without_evidence_nothing_is_said(library: Library) -> None:
    answerer = ExtractiveAnswerer(library.snapshot())
    assert answerer.name == "extractive"
    assert answerer.draft(QUESTION, "fr", ()) == ()
    assert answerer.weigh(QUESTION, "fr", ()).confidence == 0.0


def test_the_same_evidence_gives_the_same_draft(library: Library) -> None:
    snapshot = opened(library, MARKET, BELL, NOTE)
    first = ExtractiveAnswerer(snapshot).draft(QUESTION, "fr", evidence(snapshot))
    assert first
    assert ExtractiveAnswerer(snapshot).draft(QUESTION, "fr", evidence(snapshot)) == first
    for sentence in first:
        (quote,) = sentence.quotes
        assert any(quote.text in piece.text for piece in evidence(snapshot))
        assert quote.text in sentence.text
