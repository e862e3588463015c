"""Limits of the evidence: each is computed from the answer, and said in both languages."""

from dataclasses import replace
from typing import Any

import pytest

from corpus.article import Article, BasedOn, Kind
from corpus.filters import Filters
from corpus.wording import Wording
from qa.answer import Dropped, Sentence
from qa.freezing import Frozen
from qa.standing import Standing
from tests.memo_material import DISPUTED, FRENCH, NOTE, REFUSED, STUDY, answer, cited, frozen
from ui.memo.limits import limits

ONLY = "Only the articles of this library were searched; what it does not hold is not considered."


def english(kept: Frozen, standing: Standing) -> list[str]:
    return [limit.en for limit in limits(kept, standing, "en")]


def french(kept: Frozen, standing: Standing) -> list[str]:
    return [limit.fr for limit in limits(kept, standing, "fr")]


def test_of_a_disputed_question() -> None:
    assert english(frozen(DISPUTED), Standing()) == [
        "Confidence: high (88 of 100). It says how well the passages found fit the question, not "
        "whether their authors are right.",
        "3 quotes from 2 articles, which make 2 independent sources, whether they take a position "
        "or not: the same author (or the same publisher, where no author is named) or the same "
        "wording counts once.",
        "Kinds of articles: 1 study and 1 by a vendor.",
        "One of the articles quoted is a reading note: the words are those of the note, not of "
        "the source itself. It was written from an excerpt or an abstract, not from the full text.",
        "The most recent dated source is from 2019.",
        "1 article is undated: Éditions du Lac.",
        "1 article bears on the question without taking any of the positions.",
        ONLY,
    ]


def test_of_one_article_in_french() -> None:
    assert french(frozen(FRENCH), Standing()) == [
        "Confiance\u00a0: faible (40 sur 100). Elle dit à quel point les passages trouvés "
        "répondent à la question, et non si leurs auteurs ont raison.",
        "1 citation d’un seul article\u00a0: tout repose sur lui.",
        "Genre de l’article\u00a0: fournisseur.",
        "L’article cité est une note de lecture\u00a0: les mots sont ceux de la note, et non de la "
        "source elle-même. Elle a été écrite d’après un extrait ou un résumé, et non d’après le "
        "texte intégral.",
        "L’article est sans date.",
        "Seuls les articles de cette bibliothèque ont été consultés\u00a0; ce qu’elle ne contient "
        "pas n’est pas pris en compte.",
    ]


def test_of_an_abstention() -> None:
    assert english(frozen(REFUSED), Standing()) == [ONLY]


def article(words: str, **known: Any) -> Article:
    text = f"{words} says {words} of the {words} matter."
    return Article(**{"title": words, "text": text, **known})


def limits_of(*articles: Article) -> list[str]:
    citations = tuple(cited(n, each, each.text) for n, each in enumerate(articles, start=1))
    sentences = tuple(Sentence(c.quote, (c.number,)) for c in citations)
    kept = answer(sentences=sentences, citations=citations, articles=articles)
    return english(frozen(kept), Standing())


def test_one_voice_in_several_articles_is_one_source() -> None:
    said = limits_of(article("One", authors=("Ada",)), article("Two", authors=("Ada",)))
    assert said[1] == "2 quotes from 2 articles: everything rests on a single source."
    assert said[2] == "None of the articles reports a study: 2 of unknown kind."
    assert "None of the articles is dated." in said


def test_without_positions_sources_are_just_sources() -> None:
    said = limits_of(article("One", authors=("Ada",)), article("Two", authors=("Bo",)))
    assert said[1].startswith("2 quotes from 2 articles, which make 2 independent sources: the")


def test_notes_and_one_language() -> None:
    known: dict[str, Any] = {"language": "fr", "date": "2016-05", "kind": Kind.OPINION}
    said = limits_of(
        article("One", publisher="A", based_on=BasedOn.EXCERPT, **known),
        article("Two", publisher="B", based_on=BasedOn.ABSTRACT, **known),
        article("Three", publisher="C", based_on=BasedOn.FULL_TEXT, **known),
    )
    assert said[2:6] == [
        "None of the articles reports a study: 3 opinions.",
        "All the articles quoted are reading notes: the words are those of the notes, not of the "
        "sources themselves. 2 were written from an excerpt or an abstract, not from the full "
        "text.",
        "The most recent dated source is from 2016.",
        "All the articles are in French: what is written in other languages is not represented.",
    ]


def test_what_was_left_out() -> None:
    refused = Dropped("Invented.", Wording("no quote", "sans citation"))
    failed = Wording("The chat model failed.", "Le modèle a échoué.")
    kept = replace(DISPUTED, dropped=(refused, refused), note=failed)
    filters = Filters(since="2016", kinds=frozenset({Kind.STUDY}))
    said = french(frozen(kept, filters=filters), Standing())
    assert said[-4:-1] == [
        "2 phrases proposées ont été écartées\u00a0: la vérification des citations les a refusées.",
        "Le modèle a échoué.",
        "Seule cette partie a été consultée\u00a0: depuis 2016\u00a0; genre étude.",
    ]


@pytest.mark.parametrize(
    ("standing", "said"),
    [
        (
            Standing(newer=(STUDY,)),
            "Added since this answer: “Who leads? A survey of 90 firms”, Norton et al. (2019).",
        ),
        (
            Standing(changed=(NOTE,)),
            "The text has changed since in the library: “Une note sur les comités”, Éditions du "
            "Lac (n.d.). The quotes are those of the text as it was.",
        ),
        (
            Standing(gone=(NOTE,)),
            "No longer in the library: “Une note sur les comités”, Éditions du Lac (n.d.).",
        ),
    ],
)
def test_what_became_of_the_sources(standing: Standing, said: str) -> None:
    assert english(frozen(DISPUTED), standing)[-1] == said
