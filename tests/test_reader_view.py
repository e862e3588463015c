"""An article in the reader: what is marked, where one is, and what else bears on the question."""

from index.passage import Hit, Passage, Span
from tests.fake_desk import FRENCH, hit_of
from ui.web.reader.place import Place, Stop
from ui.web.reader.view import AlsoHere, also_here, reader_html

QUOTED = hit_of(FRENCH, "Quatre sur dix")
OTHER = hit_of(FRENCH, "Une minorité reste")
TRAIL = (
    Stop("elsewhere", Span(0, 9)),
    Stop(FRENCH.id, Span(QUOTED.passage.end - 20, QUOTED.passage.end)),
)
HERE = Place(FRENCH.id, (TRAIL[1].span,), TRAIL, "Qui ?")


def test_what_else_bears_on_the_question_leaves_out_what_is_quoted() -> None:
    assert list(also_here(FRENCH, HERE, [OTHER, QUOTED])) == [
        AlsoHere(
            Span(OTHER.passage.start, OTHER.passage.end),
            "En marketing",
            "Une minorité reste en marketing, où la mesure de la satisfaction est née.",
        )
    ]


def test_places_are_in_the_order_of_the_article() -> None:
    nowhere = Place(FRENCH.id)
    assert [also.span.start for also in also_here(FRENCH, nowhere, [OTHER, QUOTED])] == [
        QUOTED.passage.start,
        OTHER.passage.start,
    ]


def test_a_place_under_several_headings_is_named_by_the_last_and_its_first_words() -> None:
    start = FRENCH.text.index("Un paragraphe de contexte")
    hit = Hit(Passage(FRENCH.id, start, start + 400, "fr", "Tout › En bref"), 0.5)
    (place,) = also_here(FRENCH, Place(FRENCH.id), [hit])
    assert place.heading == "En bref"
    assert place.words == (
        "Un paragraphe de contexte, pour que l’article soit plus long que la fenêtre. "
        "Un paragraphe de contexte, pour…"
    )


def test_the_reader_says_which_citation_it_stands_at() -> None:
    html = reader_html(FRENCH, HERE, (), "en")
    assert "Quote 2 of 2" in html
    assert "Citation 2 sur 2" in reader_html(FRENCH, HERE, (), "fr")
    assert '<mark data-n="2">' in html
    # There is a way back, and none on.
    assert html.count('aria-disabled="true"') == 1
    assert html.index('data-step="-1"') < html.index('data-step="1"') < html.index("aria-disabled")


def test_with_one_citation_there_is_nothing_to_step_to() -> None:
    alone = Place(FRENCH.id, (TRAIL[1].span,), TRAIL[1:])
    html = reader_html(FRENCH, alone, (), "en")
    assert "Quote 1 of 1" in html
    assert "data-step" not in html
    assert "data-step" in reader_html(FRENCH, alone._replace(spans=()), (), "en")


def test_an_article_that_is_opened_by_itself_has_no_citations_to_go_through() -> None:
    html = reader_html(FRENCH, Place(FRENCH.id), (), "en")
    assert "data-step" not in html
    assert "<mark" not in html


def test_blocks_say_where_they_stand() -> None:
    html = reader_html(FRENCH, Place(FRENCH.id), (), "fr")
    start = FRENCH.text.index("Trois raisons")
    assert f'<p data-at="{start}">Trois raisons reviennent' in html
