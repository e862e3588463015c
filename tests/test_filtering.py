"""The page's filters: what they offer, and what a browser may send."""

import pytest

from corpus.article import Article, Kind
from corpus.filters import Filters
from corpus.topics import Topic
from corpus.wording import KnownError
from tests.fake_desk import ENGLISH, FRENCH
from ui.web.filtering import Choices, chosen_filters, form_values
from ui.web.filters_view import filters_html, set_html


def test_only_what_the_library_has_is_offered() -> None:
    undated = Article(title="No more", text="Nothing is known of it.", authors=("camille exemple",))
    assert Choices.of((FRENCH, ENGLISH, undated)) == Choices(
        languages=("en", "fr"),
        years=("2019", "2016"),
        kinds=(Kind.STUDY, Kind.OPINION),
        topics=(Topic.CCO_ROLE, Topic.REPORTING_LINE, Topic.GOVERNANCE),
        publishers=("Journal of Trials", "Revue d’essai"),
        authors=("Alex Sample", "Camille Exemple", "Robin Specimen"),
        collections=("Board reading",),
    )


def test_a_form_becomes_filters() -> None:
    fields = {
        "language": ["fr"], "kind": ["study", "guide"], "topic": ["nps"], "since": ["2016"],
        "until": ["2020"], "publisher": [" Revue  d’essai "], "author": ["Exemple"],
        "collection": ["Ours"],
    }  # fmt: skip
    assert chosen_filters({"fields": fields}) == Filters(
        languages=frozenset({"fr"}),
        kinds=frozenset({Kind.STUDY, Kind.GUIDE}),
        topics=frozenset({Topic.NPS}),
        since="2016",
        until="2020",
        publishers=frozenset({"Revue d’essai"}),
        authors=frozenset({"Exemple"}),
        collections=frozenset({"Ours"}),
    )


@pytest.mark.parametrize("data", [None, [], "x", {}, {"fields": None}, {"fields": {"kind": "x"}}])
def test_what_is_no_form_sets_nothing(data: object) -> None:
    assert form_values(data) == {}
    assert chosen_filters(data) == Filters()


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(KnownError, match="ends"):
        chosen_filters({"fields": {"since": ["2020"], "until": ["2016"]}})


def test_the_form_shows_what_is_set() -> None:
    filters = Filters(kinds=frozenset({Kind.STUDY}), until="2019", authors=frozenset({"Alex"}))
    html = filters_html(Choices.of((FRENCH, ENGLISH)), filters, "ask", "fr")
    assert '<input type="checkbox" name="kind" value="study" checked="">' in html
    assert '<option value="2019" selected="">2019</option>' in html
    assert html.count("selected") == 1
    assert 'placeholder="Tous les auteurs" value="Alex"' in html


def test_the_line_says_what_is_set() -> None:
    assert set_html(Filters(), "ask", "en") == ""
    html = set_html(Filters(kinds=frozenset({Kind.GUIDE}), since="2018"), "ask", "fr")
    assert "Uniquement&nbsp;: depuis 2018 · genre guide" in html
