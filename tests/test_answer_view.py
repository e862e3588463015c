"""The answer as HTML: what was found, how sure it is, why it is this one, and what it says."""

from dataclasses import replace
from html import unescape

import pytest

from corpus.filters import Filters
from qa.answer import Answer
from qa.question import Question
from tests.fake_desk import ENGLISH, FRENCH, FakeDesk, contested, hit_of
from ui.web.ask.answer_view import (
    announced_html,
    answer_html,
    found_html,
    pending_html,
    sources_html,
    trail_of,
)
from ui.web.ask.conversation import Exchange

CONTESTED = contested(Question("Who?"))
NOTHING = FakeDesk().ask(Question("What is the weather?"), lambda hits: None)


def only(answer: Answer) -> tuple[Exchange, ...]:
    return (Exchange(answer, Filters()),)


def test_what_was_found_is_there_before_the_answer() -> None:
    found = [hit_of(ENGLISH), hit_of(FRENCH), hit_of(FRENCH, "Une minorité")]
    html = pending_html("Who?", "en", found, [FRENCH, ENGLISH])
    assert "3 passages found, in" in html
    assert html.index(ENGLISH.title) < html.index(FRENCH.title)  # each once, as they were found
    assert html.count(f">{FRENCH.title}<") == 1
    passages = found_html("Who?", "fr", found, [FRENCH, ENGLISH])
    assert "Passages trouvés" in passages
    assert "Une minorité reste en marketing" in passages


def test_an_article_that_is_gone_meanwhile_is_left_out() -> None:
    html = pending_html("Who?", "en", [hit_of(ENGLISH), hit_of(FRENCH)], [FRENCH])
    assert ENGLISH.title not in html
    assert FRENCH.title in html


def test_before_anything_is_found_it_only_says_that_it_searches() -> None:
    assert "Searching the library…" in pending_html("Who?", "en")
    assert "Nothing found yet…" in pending_html("Who?", "en", [])


@pytest.mark.parametrize(
    ("confidence", "en", "fr"),
    [
        (0.824, "Confidence: high (82 of 100)", "Confiance\u00a0: élevée (82 sur 100)"),
        (0.6, "Confidence: moderate (60 of 100)", "Confiance\u00a0: moyenne (60 sur 100)"),
        (0.3, "Confidence: low (30 of 100)", "Confiance\u00a0: faible (30 sur 100)"),
        (0.9999, "Confidence: high (99 of 100)", "Confiance\u00a0: élevée (99 sur 100)"),
        (0.0001, "Confidence: low (1 of 100)", "Confiance\u00a0: faible (1 sur 100)"),
    ],
)
def test_confidence_in_words_and_number(confidence: float, en: str, fr: str) -> None:
    conversation = only(replace(CONTESTED, confidence=confidence))
    assert en in answer_html(conversation, "en")
    assert fr in unescape(answer_html(conversation, "fr"))


def test_why_this_answer_says_what_was_quoted_and_what_was_not() -> None:
    html = answer_html(only(CONTESTED), "en")
    assert "3 passages were found and weighed" in html
    assert "<strong>quoted [1]</strong>" in html
    assert "<strong>quoted [2]</strong>" in html
    assert html.count("not quoted") == 1  # the third passage
    assert "82 of 100 is the estimated probability" in html


def test_an_answer_that_dropped_nothing_says_so() -> None:
    assert "Every sentence passed the citation check" in answer_html(
        only(replace(CONTESTED, dropped=())), "en"
    )


def test_what_links_lead_to_stands_in_the_answer() -> None:
    html = answer_html(only(CONTESTED), "en")
    first = CONTESTED.citations[0]
    assert f'data-trail="{trail_of(CONTESTED)}"' in html
    assert trail_of(CONTESTED).split()[0] == f"{FRENCH.id}:{first.start}-{first.end}"
    assert f'data-places="{first.start}-{first.end}"' in html
    assert 'aria-describedby="about-0-1"' in html
    assert 'id="about-0-1"' in html
    assert f'<blockquote lang="fr">{first.quote}</blockquote>' in html


def test_the_language_of_a_quote_is_that_of_the_note_or_of_the_original() -> None:
    assert "in French in the reading note" in sources_html(only(CONTESTED), "en")  # FRENCH is one
    original = replace(FRENCH, based_on=None)
    html = sources_html(only(replace(CONTESTED, articles=(original, ENGLISH))), "en")
    assert "in French in the original" in html
    assert "reading note" not in html


def test_the_language_of_a_note_on_a_source_in_another_is_said_to_whoever_reads_it() -> None:
    source = replace(FRENCH, language="en")
    answer = replace(CONTESTED, language="fr", articles=(source, ENGLISH))
    for html in (sources_html(only(answer), "fr"), answer_html(only(answer), "fr")):
        assert "en français dans la note de lecture" in html


def test_an_answer_of_one_article_says_so() -> None:
    first = replace(CONTESTED, citations=CONTESTED.citations[:1], sentences=(), positions=())
    assert "Tout repose sur un seul article." in answer_html(only(first), "fr")
    assert "Everything rests on" not in answer_html(only(CONTESTED), "en")
    assert "Everything rests on" not in answer_html(only(NOTHING), "en")


def test_who_may_add_a_source_is_offered_to_where_there_is_no_answer() -> None:
    assert "Add an article" in answer_html(only(NOTHING), "en", may_add=True)
    assert "Add an article" not in answer_html(only(NOTHING), "en")
    assert "Add an article" not in answer_html(only(CONTESTED), "en", may_add=True)


def test_the_answer_is_announced_in_one_sentence() -> None:
    assert announced_html(only(CONTESTED), "en").strip() == (
        "The answer is there: 3 quotes from 2 articles. Confidence: high (82 of 100)."
    )
    assert "La bibliothèque ne répond pas" in announced_html(only(NOTHING), "fr")
    assert announced_html((), "en") == ""


def test_nothing_before_the_first_question() -> None:
    assert (answer_html((), "en"), sources_html((), "en")) == ("", "")
