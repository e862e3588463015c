"""The evidence for a challenge: the learner's language first, each other quote marked."""

from dataclasses import replace

from corpus.article import Article
from corpus.wording import Wording
from qa.answer import Answer, Citation, Position, Sentence
from qa.training.drill.evidence import in_own_language
from tests.position_articles import LIGHTHOUSE, MARKET, SECOND_LAMP, TRAMWAY


def quoted(number: int, article: Article, sentence: int = 0) -> Citation:
    quote = article.text.split(". ")[sentence].removesuffix(".") + "."
    start = article.text.index(quote)
    end = start + len(quote)
    return Citation(number, article.id, f"{article.id}:0-99", start, end, quote, article.language)


def answer(*citations: Citation, texts: tuple[str, ...]) -> Answer:
    return Answer(
        question="À qui ?",
        searched_as="À qui ?",
        language="fr",
        sentences=tuple(Sentence(text, (n,)) for n, text in enumerate(texts, 1)),
        citations=citations,
        articles=(LIGHTHOUSE, MARKET, SECOND_LAMP, TRAMWAY),
        confidence=0.9,
        answerer="extractive",
        generation=1,
        fingerprint="f",
    )


def test_ones_own_language_comes_first_and_the_other_is_marked() -> None:
    found = in_own_language(
        answer(
            quoted(1, LIGHTHOUSE),
            quoted(2, LIGHTHOUSE, 1),
            quoted(3, TRAMWAY),
            texts=("Selon Orla Beam (en anglais) : « … »", "« … »", "Selon La Voie : « … »"),
        )
    )
    lamp = quoted(2, LIGHTHOUSE, 1).quote
    assert [(each.text, each.citations) for each in found.sentences] == [
        ("Selon La Voie : « … »", (1,)),
        ("Selon Orla Beam (en anglais) : « … »", (2,)),
        (f"Selon Orla Beam (en anglais) : « {lamp} »", (3,)),
    ]
    assert [(c.number, c.language) for c in found.citations] == [(1, "fr"), (2, "en"), (3, "en")]
    assert found.citations[2].quote == lamp


def test_a_source_that_is_quoted_in_ones_own_language_is_not_quoted_in_another() -> None:
    english = replace(quoted(1, MARKET), language="en", quote="The same in English.")
    before = answer(english, quoted(2, MARKET), texts=("Selon …", "Selon Basile Étal : « … »"))
    label = Wording("within marketing", "au marketing")
    positions = (Position(label, (2,), "marketing"),)
    found = in_own_language(replace(before, positions=positions))
    assert [each.text for each in found.sentences] == ["Selon Basile Étal : « … »"]
    assert [(c.number, c.language) for c in found.citations] == [(1, "fr")]
    assert found.positions[0].citations == (1,)


def test_a_contested_answer_keeps_its_order() -> None:
    before = answer(quoted(1, LIGHTHOUSE), quoted(2, TRAMWAY), texts=("De deux avis [1] [2].",))
    before = replace(before, sentences=(Sentence("De deux avis [1] [2].", (1, 2)),))
    assert in_own_language(before) == before


def test_what_is_all_in_ones_own_language_stays() -> None:
    before = answer(quoted(1, TRAMWAY), quoted(2, MARKET), texts=("Selon …", "Selon …"))
    assert in_own_language(before) == before
