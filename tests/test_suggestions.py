"""Suggested questions: in turns, once each, in an order that depends on the library alone."""

from corpus.article import Record
from corpus.filters import Filters
from corpus.topics import Topic
from tests.fake_desk import ENGLISH, FRENCH
from ui.web.ask.suggestions import AT_ONCE, Suggested, some, suggestions
from ui.web.ask.suggestions_panel import Place, suggestions_html

NPS_A = Record(id="a", title="A", characters=1, language="en", topics=(Topic.NPS, Topic.DATA))
NPS_B = Record(id="b", title="B", characters=1, language="en", topics=(Topic.NPS,))
CULTURE = Record(id="c", title="C", characters=1, language="fr", topics=(Topic.CULTURE,))
NONE = Record(id="d", title="D", characters=1, language="en")


def asked(record: Record, *questions: str) -> list[Suggested]:
    return [Suggested(question, "en", record) for question in questions]


LIBRARY = [
    *asked(NPS_A, "A1?", "A2?", "A3?"),
    *asked(NPS_B, "B1?", "a1?"),
    *asked(CULTURE, "C1?"),
    *asked(NONE, "D1?"),
    Suggested("En français ?", "fr", NPS_A),
]


def questions(filters: Filters, known: tuple[str, ...] = ()) -> list[str]:
    return [one.question for one in suggestions(LIBRARY, "en", filters, known)]


def test_topics_and_articles_take_turns_and_each_question_comes_once() -> None:
    # Culture comes before NPS in the list of topics; "a1?" is "A1?" again.
    assert questions(Filters()) == ["C1?", "A1?", "D1?", "B1?", "A2?", "A3?"]


def test_filters_and_what_is_shown_elsewhere_narrow() -> None:
    assert questions(Filters(topics=frozenset({Topic.DATA})), ("A2?",)) == ["A1?", "A3?"]
    assert questions(Filters(languages=frozenset({"fr"}))) == ["C1?"]


def test_a_few_at_a_time_and_round_again() -> None:
    many = asked(NPS_A, *(f"Q{number}?" for number in range(AT_ONCE + 1)))
    assert some(many, 0) == tuple(many[:AT_ONCE])
    assert some(many, 1) == (many[AT_ONCE],)
    assert some(many, 2) == some(many, 0)
    assert some([], 0) == ()


def test_a_library_without_questions_has_no_panel() -> None:
    assert suggestions_html([], Place(), Filters(), "en") == ""
    assert suggestions_html(LIBRARY, Place(), Filters(authors=frozenset({"nobody"})), "en") == ""


def test_the_flagship_examples_are_not_suggested_again() -> None:
    flagship = Suggested("Who should the CCO report to?", "en", ENGLISH)
    other = Suggested("Who may settle conflicts?", "en", FRENCH)
    html = suggestions_html([flagship, other], Place(), Filters(), "en")
    assert 'data-ask="Who may settle conflicts?"' in html
    assert "report to" not in html


def test_a_topic_is_chosen_among_those_that_have_questions() -> None:
    html = suggestions_html(LIBRARY, Place("data"), Filters(), "en")
    chosen = '<input type="radio" name="suggestions-topic" value="data" data-choice="topic"'
    assert f'{chosen} checked=""><span>Customer data</span>' in html
    assert 'value="culture" data-choice="topic"><span>Customer culture</span>' in html
    assert html.count("checked") == 1
    assert "Topic: <strong>Customer data</strong>" in html
    assert "roi" not in html
    assert [f"A{n}?" in html for n in (1, 2, 3)] == [True, True, True]
    assert "B1?" not in html
