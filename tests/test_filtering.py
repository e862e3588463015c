"""The page's filters: what they offer, and what a browser may send."""

import re
from dataclasses import replace

import pytest

from corpus.article import Article, Kind
from corpus.filters import Filters
from corpus.topics import Topic
from corpus.wording import KnownError, Wording
from tests.fake_desk import ENGLISH, FRENCH
from ui.web.filters.choosing import Choices, Refusal, chosen_filters
from ui.web.filters.view import Left, filters_html, set_html
from ui.web.sent import form_values


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
    filters, refusal = chosen_filters({"fields": fields})
    assert refusal is None
    assert filters == Filters(
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
    assert chosen_filters(data) == (Filters(), None)


@pytest.mark.parametrize("typed", ["20", "20161", "MMXVI", "２０１６", "0000", "20-6", "<b>"])
def test_what_is_no_year_is_refused_and_the_rest_counts(typed: str) -> None:
    fields = {"since": ["2015"], "until": [typed], "kind": ["study"]}
    filters, refusal = chosen_filters({"fields": fields})
    assert filters == Filters(kinds=frozenset({Kind.STUDY}))
    assert refusal is not None
    assert refusal.fields == ("until",)
    assert f"“{typed}” is not a year." in refusal.why.en


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    filters, refusal = chosen_filters({"fields": {"since": ["2020"], "until": ["2016"]}})
    assert filters == Filters()
    assert refusal is not None
    assert refusal.fields == ("since", "until")
    assert refusal.why.fr.startswith("La période finit (2016) avant de commencer (2020).")


def test_what_the_form_does_not_offer_is_an_error() -> None:
    with pytest.raises(KnownError):
        chosen_filters({"fields": {"kind": ["<script>"]}})


def test_the_form_shows_what_is_set() -> None:
    filters = Filters(kinds=frozenset({Kind.STUDY}), until="2019", authors=frozenset({"Alex"}))
    html = filters_html(Choices.of((FRENCH, ENGLISH)), filters, "ask", "fr")
    assert '<input type="checkbox" name="kind" value="study" checked="">' in html
    assert 'name="until" type="text" inputmode="numeric" maxlength="4" autocomplete="off" ' in html
    assert 'value="2019" aria-describedby="ask-years-refused ask-years"' in html
    assert '<input type="checkbox" name="author" value="Alex" checked=""><span>Alex</span>' in html
    assert html.count("checked") == 2
    assert "Les articles datés vont de 2016 à 2019." in html
    assert "<select" not in html


def test_many_collections_are_folded_and_few_are_not() -> None:
    shelves = [f"Shelf {n}" for n in range(9)]
    many = replace(ENGLISH, collections=tuple(shelves))
    assert 'data-fold="collection"' in filters_html(Choices.of([many]), Filters(), "ask", "en")
    few = filters_html(Choices.of([ENGLISH]), Filters(), "ask", "en")
    assert 'data-fold="collection"' not in few
    assert 'name="collection" value="Board reading"' in few


def test_the_line_says_what_is_set() -> None:
    assert set_html(Filters(), Left(3, 3), "ask", "en") == ""
    filters = Filters(kinds=frozenset({Kind.GUIDE, Kind.STUDY}), since="2018")
    html = set_html(filters, Left(1, 164), "ask", "fr")
    assert re.findall(r'data-drop="(\w+)" data-value="(\w+)" aria-label="([^"]+)"', html) == [
        ("kind", "guide", "Retirer&nbsp;: genre guide"),
        ("kind", "study", "Retirer&nbsp;: genre étude"),
        ("since", "2018", "Retirer&nbsp;: depuis 2018"),
    ]
    assert "1 article sur 164" in html
    assert "2 of 164 articles" in set_html(filters, Left(2, 164), "ask", "en")
    assert "articles" not in set_html(filters, None, "ask", "en")
    assert "none of 164 articles" in set_html(filters, Left(0, 164), "ask", "en")


def test_the_line_hands_on_what_was_refused() -> None:
    refusal = Refusal(Wording("“x” is no year", "« x »"), ("since", "until"))
    html = set_html(Filters(), Left(3, 3), "ask", "en", refusal)
    assert 'data-refusal="“x” is no year" data-refused="since until"' in html
    assert "<button" not in html
