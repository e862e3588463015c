"""What others wrote reaches the page as text, and highlights stand where the offsets say."""

from dataclasses import replace

import pytest

from corpus.filters import Filters
from corpus.source import Skipped
from corpus.wording import Wording
from index.passage import Hit, Passage, Span
from index.report import NearDuplicate, Outcome, Preview, Previewed
from qa.answer import Answer, Citation, Reason, Sentence
from qa.question import Question
from tests.fake_desk import ENGLISH, FRENCH, HOSTILE, answer, cited, contested
from ui.web.articles.article_list import Order, page_of
from ui.web.articles.correction_form import draft_of
from ui.web.articles.library_view import Task, find_html, list_html
from ui.web.articles.preview_view import preview_html
from ui.web.ask.answer_view import Words, sources_html, words
from ui.web.ask.cards import cards
from ui.web.ask.conversation import Exchange
from ui.web.ask.suggestions import Suggested
from ui.web.ask.suggestions_panel import Place, suggestions_html
from ui.web.dates import date_in_words
from ui.web.filters.choosing import Choices
from ui.web.filters.view import Left, filters_html, set_html
from ui.web.markup import render, web_address
from ui.web.reader.place import Place as ReaderPlace
from ui.web.reader.reading import Block, Mark, blocks, shown, surroundings
from ui.web.reader.view import reader_html

# Offsets by hand:  0: "## Top", 8: "One two.", 18: "- a" to 21, 22: "- b" to 25, 27: "End" to 30
TEXT = "## Top\n\nOne two.\n\n- a\n- b\n\nEnd"


def marked(text: str, *spans: Span, window: Span | None = None) -> list[list[str]]:
    """The pieces of each block; highlighted ones in brackets."""
    return [
        [f"[{piece.text}]" if piece.mark else piece.text for piece in block.pieces]
        for run in shown(text, [Mark(span) for span in spans], window)
        for block in run.blocks
    ]


def test_blocks_remember_where_their_words_stand() -> None:
    assert blocks(TEXT) == [
        Block("heading", Span(3, 6), 2),
        Block("paragraph", Span(8, 16)),
        Block("item", Span(20, 21)),
        Block("item", Span(24, 25)),
        Block("paragraph", Span(27, 30)),
    ]


def test_a_line_that_starts_no_block_continues_the_one_above() -> None:
    assert blocks("- a\n  more\nand more\n\nnext") == [
        Block("item", Span(2, 19)),
        Block("paragraph", Span(21, 25)),
    ]


def test_a_hash_or_a_dash_inside_a_line_is_not_markdown() -> None:
    assert [block.kind for block in blocks("#1 of ten\n\n-5 %\n\na - b")] == ["paragraph"] * 3


def test_highlight_inside_a_paragraph() -> None:
    assert marked("One two three.", Span(4, 7)) == [["One ", "[two]", " three."]]


def test_highlight_across_the_boundary_of_two_list_items() -> None:
    text = "- first one\n- second one"
    assert marked(text, Span(8, 20)) == [["first ", "[one]"], ["[second]", " one"]]


def test_highlight_from_a_paragraph_over_a_list_to_the_next_paragraph() -> None:
    assert marked(TEXT, Span(12, 28)) == [
        ["Top"],
        ["One ", "[two.]"],
        ["[a]"],
        ["[b]"],
        ["[E]", "nd"],
    ]


def test_two_highlights_in_one_paragraph_and_two_that_overlap() -> None:
    assert marked("One two three.", Span(8, 13), Span(0, 3)) == [["[One]", " two ", "[three]", "."]]
    assert marked("One two three.", Span(4, 13), Span(0, 7)) == [["[One two]", "[ three]", "."]]


def test_a_highlight_opens_once_even_over_several_blocks() -> None:
    pieces = [
        piece
        for run in shown("- a\n- b", [Mark(Span(2, 7), 4)])
        for block in run.blocks
        for piece in block.pieces
    ]
    assert [(piece.text, piece.opens) for piece in pieces] == [("a", True), ("b", False)]


def test_a_window_shows_its_passage_only() -> None:
    assert marked(TEXT, Span(24, 25), window=Span(18, 25)) == [["a"], ["[b]"]]


def test_items_that_follow_each_other_are_one_list() -> None:
    assert [(run.kind, len(run.blocks)) for run in shown(TEXT)] == [
        ("heading", 1),
        ("paragraph", 1),
        ("item", 2),
        ("paragraph", 1),
    ]


def test_what_is_highlighted_is_the_quote() -> None:
    answer = contested(Question("Who?"))
    quotes = dict.fromkeys((1, 2, 3), "")
    for card in cards(answer):
        for run in (run for excerpt in card.excerpts for run in excerpt.runs):
            for piece in (piece for block in run.blocks for piece in block.pieces):
                if piece.mark:
                    quotes[piece.mark.number] += piece.text
    assert quotes == {c.number: c.quote.replace("\n- ", "") for c in answer.citations}


def test_one_card_for_each_article_in_order_of_first_use() -> None:
    assert [
        (card.article.title, [[mark.number for mark in excerpt.marks] for excerpt in card.excerpts])
        for card in cards(contested(Question("Who?")))
    ] == [(FRENCH.title, [[1], [3]]), (ENGLISH.title, [[2]])]


def test_quotes_of_one_list_share_an_excerpt() -> None:
    items = ("il arbitre entre des fonctions", "Trois raisons", "il tient un budget")
    quotes = [cited(FRENCH, words, number) for number, words in enumerate(items, 1)]
    # As one passage, which holds the lead-in and the list.
    start, end = FRENCH.text.index("Trois"), FRENCH.text.index("fonction.\n\nUn") + 9
    quotes = [replace(quote, passage_id=f"{FRENCH.id}:{start}-{end}") for quote in quotes]
    (card,) = cards(answer(Question("Why?"), quotes))
    (excerpt,) = card.excerpts
    assert [mark.number for mark in excerpt.marks] == [1, 2, 3]
    assert excerpt.window == Span(start, end)


def test_a_quote_in_another_language_is_told_from_the_words_around_it() -> None:
    sentence = Sentence("As one says: “Quatre sur dix”!", (1,))
    quote = Citation(1, FRENCH.id, "", 0, 14, "Quatre sur dix", "fr")
    assert words(sentence, replace(contested(Question("Who?")), citations=(quote,))) == [
        Words("As one says: “", "en"),
        Words("Quatre sur dix", "fr"),
        Words("”!", "en"),
    ]


def test_a_passage_that_begins_with_its_heading_says_it_once() -> None:
    for start, count in ((0, 1), (ENGLISH.text.index("One who"), 1)):
        passage = Passage(ENGLISH.id, start, len(ENGLISH.text), "en", "The reporting line")
        refused = Answer(
            question="What?", searched_as="What?", language="en", reason=Reason.TOO_WEAK,
            nearest=(Hit(passage, 0.4),), articles=(ENGLISH,), confidence=0.1,
            answerer="extractive", generation=1, fingerprint="f",
        )  # fmt: skip
        html = sources_html((Exchange(refused, Filters()),), "en")
        assert html.count("The reporting line") == count


def test_the_list_counts_as_each_language_does() -> None:
    found = list_html(page_of([ENGLISH], 0), 3, None, "fr")
    assert "1 article sur 3" in found
    assert "1 of 3 articles" in list_html(page_of([ENGLISH], 0), 3, None, "en")


def test_a_note_of_the_starter_library_shows_its_page_instead_of_its_file() -> None:
    note = replace(FRENCH, source="library/note.md", locator="starter:note.md")
    html = list_html(page_of([note], 0), 1, None, "fr")
    assert "library/note.md" not in html
    assert 'href="https://example.org/rattachement"' in html
    assert FRENCH.source in list_html(page_of([FRENCH], 0), 1, None, "fr")


def test_a_hostile_article_is_text() -> None:
    span = Span(0, len(HOSTILE.text))
    task = Task("correct", HOSTILE.id, draft_of(HOSTILE))
    previewed = Previewed(
        HOSTILE.source,
        replace(HOSTILE, removed=("<script>window.hacked=1</script>",)),
        Outcome.ADDED,
        (Passage(HOSTILE.id, 0, len(HOSTILE.text), "en"),),
        NearDuplicate(HOSTILE.id, HOSTILE.title, "x", HOSTILE.title, 0.9),
    )
    skipped = Skipped("<b>x</b>", Wording("<img src=x>", "<img src=x>"))
    suggested = Suggested(HOSTILE.title, "en", HOSTILE)
    html = "".join(
        (
            list_html(page_of([HOSTILE], 0), 1, task, "en"),
            preview_html(Preview((previewed,), (skipped,)), "en"),
            filters_html(Choices.of([HOSTILE]), Filters(), "ask", "en"),
            set_html(Filters(authors=frozenset(HOSTILE.authors)), Left(0, 1), "ask", "en"),
            find_html(HOSTILE.title, Order.DATE, "en"),
            suggestions_html([suggested], Place(), Filters(), "en"),
            reader_html(HOSTILE, ReaderPlace(HOSTILE.id, (span,)), (), "en"),
        )
    )
    for forbidden in ("<script", "<img", "<svg", "<b>", 'href="javascript'):
        assert forbidden not in html
    assert "&lt;script&gt;window.hacked=1&lt;/script&gt;" in html
    assert html.count("<mark>") == html.count("</mark>") == 2  # its two blocks


def test_the_cleaner_takes_out_what_a_template_should_never_let_through() -> None:
    """The second of the two locks, by itself."""
    from jinja2 import DictLoader, Environment

    from ui.web import markup

    careless = Environment(
        loader=DictLoader({"x": "{{ html }}<a href='javascript:1'>a</a>"}), autoescape=False
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(markup, "_TEMPLATES", careless)
        html = render(
            "x", "en", html='<p onclick="a()" style="x">k<script>s</script></p><img src=x>'
        )
    assert html == '<p>k</p><a rel="noopener noreferrer">a</a>'


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "file:///etc/passwd",
     "//example.org/x", "http:", "https://["],
)  # fmt: skip
def test_only_web_addresses_become_links(url: str) -> None:
    assert web_address(url) == ""


def test_a_web_address_stays_as_it_is() -> None:
    assert web_address("https://example.org/a?b=c&d") == "https://example.org/a?b=c&d"


@pytest.mark.parametrize(
    ("iso", "english", "french"),
    [
        ("2016-06-02", "2 June 2016", "2 juin 2016"),
        ("2015-08-01", "1 August 2015", "1er août 2015"),
        ("2016-12", "December 2016", "décembre 2016"),
        ("2016", "2016", "2016"),
        ("2016-13", "2016-13", "2016-13"),
        ("spring", "spring", "spring"),
    ],
)
def test_dates_in_words(iso: str, english: str, french: str) -> None:
    assert (date_in_words(iso, "en"), date_in_words(iso, "fr")) == (english, french)


def test_fake_citations_are_true() -> None:
    citation = cited(FRENCH, "Trois raisons reviennent")
    assert FRENCH.text[citation.start : citation.end] == citation.quote


@pytest.mark.parametrize(
    ("quote", "around"),
    [
        (Span(8, 11), Span(8, 16)),  # in a paragraph: that paragraph
        (Span(24, 25), Span(8, 25)),  # in a list: the list with its lead-in
        (Span(24, 28), Span(8, 30)),  # from a list into the next paragraph: both
        (Span(3, 6), Span(3, 6)),  # a heading: itself
        (Span(16, 18), Span(16, 18)),  # white space between blocks: nothing more
    ],
)
def test_the_surroundings_of_a_quote(quote: Span, around: Span) -> None:
    assert surroundings(TEXT, quote) == around


def test_a_list_under_a_heading_has_no_lead_in() -> None:
    assert surroundings("## Top\n\n- a\n- b", Span(10, 11)) == Span(10, 15)
