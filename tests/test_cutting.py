"""Passages: where they begin and end, and what they keep together."""

import random
from dataclasses import replace
from itertools import pairwise

import pytest

from corpus.article import Article
from index.cutting import MAX_WORDS, MIN_WORDS, cut
from index.passage import Passage
from tests.invented import ENGLISH, FRENCH


def article(text: str, language: str = "fr") -> Article:
    return Article(title="Un titre", text=text, language=language)


def words(text: str) -> int:
    return len(text.split())


def sentences_of(text: str, passage: Passage) -> list[str]:
    return [text[start:end] for start, end in passage.sentences]


def long_paragraph(count: int, first: int = 0) -> list[str]:
    """Sentences of ten words each, all different."""
    return [
        f"Le client numéro {n} attend devant le guichet du fond."
        for n in range(first, first + count)
    ]


def test_a_short_article_is_one_passage() -> None:
    one = article(" ".join(FRENCH[:3]) + "\n\n" + " ".join(FRENCH[3:5]))
    (passage,) = cut(one)
    assert (passage.start, passage.end) == (0, len(one.text))
    assert passage.article_id == one.id
    assert passage.id == f"{one.id}:0-{len(one.text)}"
    assert sentences_of(one.text, passage) == list(FRENCH[:5])
    assert (passage.language, passage.heading) == ("fr", "")


@pytest.mark.parametrize("text", ["", "   ", "## Un titre seul", "- \n-  \n1. "])
def test_no_passage_without_a_sentence(text: str) -> None:
    assert cut(article(text)) == ()


def test_an_article_of_one_word() -> None:
    (passage,) = cut(article("Merci"))
    assert (passage.start, passage.end, passage.sentences) == (0, 5, ((0, 5),))


def test_a_long_paragraph_is_cut_between_sentences_in_even_parts() -> None:
    sentences = long_paragraph(40)  # 400 words: three parts of 130 to 140
    one = article(" ".join(sentences))
    passages = cut(one)
    assert [s for p in passages for s in sentences_of(one.text, p)] == sentences
    assert [words(one.text[p.start : p.end]) for p in passages] == [130, 130, 140]


def test_paragraphs_fill_a_passage_as_long_as_they_fit() -> None:
    paragraphs = [" ".join(long_paragraph(n, first)) for n, first in ((9, 0), (8, 10), (7, 20))]
    one = article("\n\n".join(paragraphs))
    first, second = cut(one)
    assert one.text[first.start : first.end] == "\n\n".join(paragraphs[:2])  # 170 words
    assert one.text[second.start : second.end] == paragraphs[2]  # 70 words


def test_a_sentence_that_never_ends_is_cut_between_words() -> None:
    endless = " ".join(f"mot{n}" for n in range(400))
    one = article(endless)
    cuts = [one.text[p.start : p.end].split() for p in cut(one)]
    assert [len(piece) for piece in cuts] == [180, 180, 40]
    assert [word for piece in cuts for word in piece] == endless.split()


def test_headings_are_a_path_and_begin_their_passage() -> None:
    sections = {
        "# Le port": "Le port",
        "## Les quais": "Le port › Les quais",
        "### Le quai nord": "Le port › Les quais › Le quai nord",
        "## La halle": "Le port › La halle",
    }
    texts = [
        f"{heading}\n\n{' '.join(long_paragraph(7, 10 * n))}" for n, heading in enumerate(sections)
    ]
    one = article("\n\n".join(texts))
    passages = cut(one)
    assert [one.text[p.start : p.end] for p in passages] == texts
    assert [p.heading for p in passages] == list(sections.values())
    # The heading is no sentence: it cannot be an answer.
    assert [sentences_of(one.text, p) for p in passages] == [
        long_paragraph(7, 10 * n) for n in range(4)
    ]


def test_a_heading_right_under_another_is_its_subtitle() -> None:
    one = article(f"## Le port\n\n## Vu du quai\n\n{FRENCH[0]}")
    (passage,) = cut(one)
    assert (passage.start, passage.heading) == (0, "Le port › Vu du quai")
    assert sentences_of(one.text, passage) == [FRENCH[0]]


def test_short_sections_share_a_passage_under_the_first_heading() -> None:
    one = article(f"## Un\n\n{FRENCH[0]}\n\n## Deux\n\n{FRENCH[1]}\n\n## Trois\n\n{FRENCH[2]}")
    (passage,) = cut(one)
    assert passage.heading == "Un"
    assert sentences_of(one.text, passage) == list(FRENCH[:3])  # the headings are no sentences


def test_a_list_stays_with_the_sentence_that_announces_it() -> None:
    before = " ".join(long_paragraph(16))  # 160 words: the list does not fit beside it
    lead_in = "Trois choses comptent sur le quai ce matin :"
    items = ["le sourire du capitaine, même par gros temps", "l'heure.", "la soupe ; chaude"]
    listed = "\n".join(f"- {item}" for item in items)
    one = article(f"{before}\n\n{lead_in}\n\n{listed}")
    first, second = cut(one)
    assert one.text[first.start : first.end] == before
    assert sentences_of(one.text, second) == [lead_in, *items]


@pytest.mark.parametrize("marker", ["-", "*", "•", "1.", "12)"])
def test_items_are_sentences_without_their_marker(marker: str) -> None:
    one = article(
        f"Il faut :\n{marker} du pain. Et du sel.\n{marker}   une table\n{marker} \nVoilà."
    )
    (passage,) = cut(one)
    assert sentences_of(one.text, passage) == [
        "Il faut :",
        "du pain. Et du sel.",
        "une table",
        "Voilà.",
    ]


def test_a_list_in_several_blocks_stays_together() -> None:
    items = [f"- le quai {n} attend dix passagers de plus ce soir" for n in range(15)]  # 135 words
    one = article(f"{' '.join(long_paragraph(8))}\n\nLes quais :\n\n" + "\n\n".join(items))
    first, second = cut(one)
    assert sentences_of(one.text, second) == ["Les quais :", *(item[2:] for item in items)]
    assert words(one.text[first.start : first.end]) == 80


def test_each_passage_has_its_own_language() -> None:
    french = " ".join(FRENCH)
    english = " ".join(ENGLISH)
    one = article(f"{french}\n\n## Summary in English\n\n{english}")
    assert [p.language for p in cut(one)] == ["fr", "en"]
    # A language that the product's own identifier is not asked about is the article's.
    german = article("Der Kunde wartet am Schalter. Niemand kommt.", language="de")
    assert [p.language for p in cut(german)] == ["de"]
    assert [p.language for p in cut(replace(one, language=""))] == ["fr", "en"]


def test_short_sections_in_two_languages_are_two_passages() -> None:
    one = article(
        "## Résumé\n\nLe cahier vert est relu chaque lundi par la patronne.\n\n"
        "## Summary\n\nThe owner reads the green notebook again every Monday morning.\n\n"
        "## Advice\n\nEvery team should read its complaints aloud once a week."
    )
    assert [(p.language, p.heading) for p in cut(one)] == [("fr", "Résumé"), ("en", "Summary")]


def random_article(seed: int) -> tuple[Article, list[str]]:
    """An article of random blocks, and all its sentences and list items in order."""
    chance = random.Random(seed)
    language = chance.choice(["fr", "en"])
    stock = FRENCH if language == "fr" else ENGLISH
    blocks: list[str] = []
    sentences: list[str] = []
    for number in range(chance.randint(1, 25)):
        kind = chance.choice(["heading", "list", *["paragraph"] * 4])
        if kind == "heading":
            blocks.append(f"{'#' * chance.randint(1, 4)} Partie {number}")
            continue
        chosen = chance.choices(stock, k=chance.randint(1, 30 if chance.random() < 0.2 else 6))
        if kind == "list":
            blocks.append("\n".join(f"- {sentence}" for sentence in chosen))
        else:
            blocks.append(" ".join(chosen))
        sentences += chosen
    return article("\n\n".join(blocks), language), sentences


@pytest.mark.parametrize("seed", range(40))
def test_random_articles_are_cut_whole_and_in_order(seed: int) -> None:
    one, sentences = random_article(seed)
    passages = cut(one)
    assert cut(one) == passages
    # Every sentence is in exactly one passage, in order, character for character.
    assert [s for p in passages for s in sentences_of(one.text, p)] == sentences
    for before, after in pairwise(passages):
        assert before.end < after.start
    for passage in passages:
        opening = one.text[passage.start : passage.sentences[0].start]
        assert all(line.startswith("#") for line in opening.split("\n") if line not in ("", "- "))
        assert passage.end == passage.sentences[-1].end
        for one_span, next_span in pairwise(passage.sentences):
            assert one_span.end < next_span.start
    counts = [sum(map(words, sentences_of(one.text, p))) for p in passages]
    assert max(counts, default=0) <= MAX_WORDS
    for small, following in pairwise(counts):
        # A passage is short only where the next one does not fit beside it.
        assert small >= MIN_WORDS or small + following > MAX_WORDS
