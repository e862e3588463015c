"""The memo's content, whatever it is written as; its bibliography; its bounds."""

from dataclasses import replace

import pytest

from corpus.exchange.bibliography import BibliographyFormat
from corpus.wording import InterfaceLanguage, KnownError
from qa.answer import Answer, Sentence
from tests.memo_material import BOARD, CEO, DISPUTED, FRENCH, NOTE, REFUSED, STUDY, answer, frozen
from ui.memo import MOST_ANSWERS, MemoForm, memo_bibliography, memo_bytes
from ui.memo.composing import memo
from ui.memo.document import (
    Document,
    Heading,
    Inlines,
    Link,
    Paragraph,
    Points,
    References,
    Table,
    Text,
)


def plain(words: Inlines) -> str:
    """References as "[1]"."""
    written = ""
    for each in words:
        match each:
            case Text() | Link():
                written += each.words
            case References():
                written += "".join(f"[{number}]" for number in each.numbers)
    return written


def of(*answers: Answer, language: InterfaceLanguage = "en") -> Document:
    return memo([frozen(each) for each in answers], language, ())


def headings(document: Document) -> list[str]:
    return [plain(block.words) for block in document.blocks if isinstance(block, Heading)]


def table(document: Document) -> list[list[str]]:
    (found,) = (block for block in document.blocks if isinstance(block, Table))
    return [list(found.header), *([plain(cell) for cell in row] for row in found.rows)]


def notes(document: Document) -> list[str]:
    return [plain(note.words) for note in document.notes]


def test_a_disputed_question() -> None:
    document = of(DISPUTED)
    assert (document.kind, document.title) == ("Board memo", "Who leads?")
    assert (document.date, document.new_pages) == ("22 November 2026", False)
    assert headings(document) == [
        "Answer",
        "The sources disagree",
        "Limits of this evidence",
        "Bibliography",
        "About this memo",
    ]
    asked, _, first, rest, *_ = document.blocks
    assert asked == Paragraph((Text("Answered on 22 November 2026"),), aside=True)
    assert isinstance(first, Paragraph) and isinstance(rest, Points)
    assert plain(first.words) == (
        "Sources differ: the chief executive (1 source)[1]; the board (1)[2]."
    )
    assert [plain(item) for item in rest.items] == [
        "In 54 of 90 firms, the chief executive leads.[1]",
        "According to the note (in French): “Le comité décide de tout, « sans exception », dit "
        "l'auteur.”[2]",
    ]
    assert table(document) == [
        ["Position", "Sources", "Years", "Kinds", "Languages"],
        ["The chief executive", "1 · Norton et al. (2019)[1]", "2019", "study", "English"],
        ["The board", "1 · Éditions du Lac (n.d.)[2]", "–", "vendor", "French"],
        ["Other", "1 · Éditions du Lac (n.d.)[3]", "–", "vendor", "French"],
    ]


def test_notes_say_where_each_quote_stands() -> None:
    assert notes(of(DISPUTED)) == [
        "“In 54 of 90 firms, the chief executive leads.” Ada Norton, Luis Vega, Who leads? A "
        "survey of 90 firms, Field Institute, 1 June 2019. “Findings”, paragraph 1 of 3. "
        "field.example",
        "“Le comité décide de tout, « sans exception », dit l'auteur.” (in French). Reading note, "
        "based on an excerpt, on Le comité d'abord, Éditions du Lac, undated. In the note, "
        "paragraph 1 of 2. lac.example",
        "“- Un point\n- Un autre point” (in French). Reading note, based on an excerpt, on Le "
        "comité d'abord, Éditions du Lac, undated. In the note, “Suite”, paragraph 2 of 2. "
        "lac.example",
    ]


def test_in_french_the_quotes_stay_as_they_are() -> None:
    document = of(DISPUTED, language="fr")
    assert document.kind == "Note au comité de direction"
    assert document.date == "22 novembre 2026"
    assert plain(document.blocks[0].words) == "Réponse du 22 novembre 2026 · en anglais"  # type: ignore[union-attr]
    assert table(document)[1] == [
        "Le directeur général", "1 · Norton et al. (2019)[1]", "2019", "étude", "anglais",
    ]  # fmt: skip
    assert notes(document)[0] == (
        "«\u00a0In 54 of 90 firms, the chief executive leads.\u00a0» (en anglais). Ada Norton, "
        "Luis Vega, Who leads? A survey of 90 firms, Field Institute, 1er juin 2019. "
        "«\u00a0Findings\u00a0», paragraphe 1 sur 3. field.example"
    )


def test_in_french_a_reference_stands_before_the_full_stop() -> None:
    (_, _, said, *_) = of(FRENCH, language="fr").blocks
    assert isinstance(said, Paragraph)
    assert plain(said.words) == "Le comité décide de tout, « sans exception », dit l'auteur[1]."


def test_a_quote_in_another_language_is_marked_as_such() -> None:
    (_, _, _, rest, *_) = of(DISPUTED).blocks
    assert isinstance(rest, Points)
    spoken = [(each.words, each.language) for each in rest.items[1] if isinstance(each, Text)]
    assert spoken == [
        ("According to the note (in French): “", "en"), (BOARD.quote, "fr"), ("”", "en"),
    ]  # fmt: skip


def test_several_answers_share_numbers_and_a_bibliography() -> None:
    document = of(DISPUTED, FRENCH, REFUSED)
    assert (document.title, document.new_pages) == ("What the literature says: 3 questions", True)
    brief = document.blocks[0]
    assert isinstance(brief, Table)
    assert [[plain(cell) for cell in row] for row in brief.rows] == [
        ["1. Who leads?", "the sources disagree · confidence high (88 of 100)"],
        ["2. Qui décide ?", "answered · confidence low (40 of 100)"],
        ["3. What is the weather?", "not answered by the library"],
    ]
    assert headings(document)[0] == "1. Who leads?"
    assert headings(document).count("Bibliography") == 1
    assert [note.number for note in document.notes] == [1, 2, 3]  # answers may share a quote


def test_an_abstention_shows_what_is_near() -> None:
    document = of(REFUSED)
    assert headings(document)[:3] == [
        "The library does not answer this question.",
        "Near, but not an answer",
        "Limits of this evidence",
    ]
    near = document.blocks[4]
    assert isinstance(near, Points)
    assert plain(near.items[0]) == "Who leads? A survey of 90 firms – Norton et al. (2019)[1]"
    assert notes(document)[0].startswith("“In 54 of 90 firms, the chief executive leads.” Ada")


def test_the_prose_of_a_chat_model_is_a_paragraph() -> None:
    kept = answer(
        answerer="chat:some:model",
        sentences=(Sentence("The chief leads.", (1,)), Sentence("Or the board [2].", (2,))),
        citations=(CEO, BOARD),
        articles=(STUDY, NOTE),
    )
    document = of(kept)
    said = document.blocks[2]
    assert isinstance(said, Paragraph)
    assert plain(said.words).strip() == "The chief leads.[1] Or the board[2]."
    assert "the chat model some:model, each sentence checked" in plain(document.blocks[-2].words)  # type: ignore[union-attr]


def test_the_state_of_the_library() -> None:
    about = [plain(b.words) for b in of(DISPUTED).blocks[-2:] if isinstance(b, Paragraph)]
    assert about[0] == (
        "Answered by the embedded answerer, which only quotes; index generation 7, fingerprint "
        "feedc0ffee."
    )


def test_the_words_of_a_reading_note_are_not_said_to_be_those_of_its_source() -> None:
    def backed(kept: Answer) -> str:
        return plain(of(kept, language="fr").blocks[-3].words)  # type: ignore[union-attr]

    untranslated = (
        "Chaque citation est reprise du texte de son article, caractère pour caractère, sans être "
        "traduite."
    )
    note = (
        " Quand l’article est une note de lecture, les mots et leur langue sont ceux de la note, "
        "et non de sa source."
    )
    assert backed(FRENCH) == untranslated + note
    assert backed(REFUSED) == untranslated  # the nearest one is the study itself


def test_answers_made_alike_are_named_together() -> None:
    other = replace(FRENCH, answerer="chat:some:model")
    about = [
        plain(b.words) for b in of(DISPUTED, other, REFUSED).blocks if isinstance(b, Paragraph)
    ]
    said = " ".join(about)
    assert "Questions 1 and 3: Answered by the embedded answerer" in said
    assert "Question 2: Answered by the chat model some:model" in said


def test_years_beside_which_a_source_is_undated() -> None:
    both = replace(DISPUTED.positions[0], citations=(1, 2), sources=2)
    kept = replace(DISPUTED, positions=(both,))
    assert table(of(kept))[1][2] == "2019, n.d."
    assert table(of(kept, language="fr"))[1][2] == "2019, s.\u00a0d."


def test_a_follow_up_says_how_it_was_understood() -> None:
    kept = answer(question="And why?", searched_as="Why does the CEO lead?", articles=())
    (asked, *_) = of(kept, language="fr").blocks
    assert plain(asked.words) == (  # type: ignore[union-attr]
        "Réponse du 22 novembre 2026 · en anglais · Question comprise comme\u00a0: «\u00a0Why does "
        "the CEO lead?\u00a0»"
    )


def test_the_bibliography_for_reference_managers() -> None:
    from pybtex.database import parse_string

    text = memo_bibliography([frozen(DISPUTED), frozen(REFUSED)], BibliographyFormat.BIBTEX)
    assert set(parse_string(text, "bibtex").entries) == {"norton2019leads", "editionscomite"}
    ris = memo_bibliography([frozen(FRENCH)], BibliographyFormat.RIS)
    assert "Le comité d'abord" in ris and "Norton" not in ris


@pytest.mark.parametrize("count", [0, MOST_ANSWERS + 1])
def test_no_answer_and_too_many(count: int) -> None:
    with pytest.raises(KnownError, match=r"Choose (one first|fewer)\."):
        memo_bytes([frozen(REFUSED)] * count, MemoForm.MARKDOWN, "en")
