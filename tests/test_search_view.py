"""Search as HTML, without a browser."""

from dataclasses import replace

from corpus.article import Article
from index.passage import Hit, Span
from tests.fake_desk import ENGLISH, FRENCH, HOSTILE, paragraphs_of
from ui.web.search.excerpts import LONGEST
from ui.web.search.view import MOST, View, count_html, found_html, none_html, start_html
from ui.web.search.words import SearchOrder

ARTICLES = {article.id: article for article in (FRENCH, ENGLISH, HOSTILE)}
HITS = [Hit(passage, 1.0) for article in ARTICLES.values() for passage in paragraphs_of(article)]


def found(view: View, hits: list[Hit] = HITS, language: str = "en") -> str:
    return found_html(
        view,
        hits,
        ARTICLES.__getitem__,
        lambda id_: ARTICLES[id_].date,
        "fr" if language == "fr" else "en",
    )


def titles(html: str) -> list[str]:
    """The first words of each title, in order."""
    words = {"Le rattachement": FRENCH, "A seat": ENGLISH, "&lt;/button&gt;": HOSTILE}
    places = sorted((html.index(f'">{each}'), each) for each in words if f'">{each}' in html)
    return [each for _, each in places]


def test_newest_first_and_undated_last_without_ranks_of_relevance() -> None:
    hits = [
        next(h for h in HITS if h.passage.article_id == a.id) for a in (HOSTILE, FRENCH, ENGLISH)
    ]
    html = found(View("customer", SearchOrder.DATE), hits)
    assert titles(html) == ["A seat", "Le rattachement", "&lt;/button&gt;"]
    assert "Relevance: no." not in html
    html = found(View("customer"), hits)
    assert titles(html) == ["&lt;/button&gt;", "Le rattachement", "A seat"]
    ranks = [html.index(f"Relevance: no. {rank}") for rank in (1, 2, 3)]
    assert ranks == sorted(ranks)


def test_words_are_highlighted_in_title_and_passage_in_the_other_language() -> None:
    html = found(View("Who should the CCO report to?"))
    assert "Le <mark>rattachement</mark> du <mark>CCO</mark>, note de lecture" in html
    assert "Le <mark>directeur</mark> de l’<mark>expérience client</mark> n’a pas" in html
    assert "who <mark>reports</mark> to the chief executive" in html
    assert "come closest in meaning" not in html


def test_where_no_word_is_found_it_is_said() -> None:
    html = found(View("zebra crossing"))
    assert "<mark>" not in html
    assert "None of them contains your words" in html
    assert "Aucun ne contient vos mots" in found(View("zebra crossing"), language="fr")


def test_a_long_passage_is_cut_with_the_whole_behind() -> None:
    (long,) = [hit for hit in HITS if hit.passage.end - hit.passage.start > LONGEST]
    html = found(View("contexte"), [long])
    extract, _, whole = html.partition("<details")
    assert extract.count("Un paragraphe") == extract.count("<mark>contexte</mark>") == 6
    assert extract.count(" …</p>") == 1
    assert whole.count("Un paragraphe") == 60
    assert "…" not in whole
    assert "<details" not in found(View("contexte"), [HITS[0]])


def test_a_passage_in_another_language_than_its_article_says_so() -> None:
    hit = replace(HITS[0], passage=replace(HITS[0].passage, language="en"))
    assert "in English in the reading note" in found(View("client"), [hit])
    assert "in the reading note" not in found(View("client"), [HITS[0]])


def test_a_few_at_a_time() -> None:
    ten = [replace(HITS[0], score=float(n)) for n in range(12)]
    html = found(View("client"), ten)
    assert html.count("<li data-place") == 10
    assert "Show 2 more" in html
    assert "Show" not in found(View("client", shown=20), ten)


def test_the_count_says_what_it_is() -> None:
    by_relevance, by_date = SearchOrder.RELEVANCE, SearchOrder.DATE
    hits = [hit for hit in HITS if hit.passage.article_id != HOSTILE.id]
    assert ">6 passages from 2 articles<" in count_html(hits, by_relevance, "en")
    assert ">1 passage dans 1 article, du plus" in count_html(hits[:1], by_date, "fr")
    assert ">The 50 closest passages from 1 article<" in count_html(
        hits[:1] * MOST, by_relevance, "en"
    )


def test_a_hostile_article_is_text() -> None:
    hits = [hit for hit in HITS if hit.passage.article_id == HOSTILE.id]
    html = found(View("script onerror"), hits)
    for forbidden in ("<script", "<img", "<svg", "<b>"):
        assert forbidden not in html
    assert html.count("<mark>") == html.count("</mark>") > 0


def test_nothing_found_helps() -> None:
    assert "data-unfilter" in none_html(True, "en")
    assert "data-unfilter" not in none_html(False, "en")
    assert "Try other words" in none_html(False, "en")
    assert start_html("fr").count("data-try") == 4


def test_marks_follow_the_stored_text() -> None:
    article = Article(title="Ordre", text="Client. Client.", language="fr")
    (passage,) = paragraphs_of(article)
    assert (passage.start, passage.end) == Span(0, 15)
    html = found_html(View("client"), [Hit(passage, 1.0)], lambda _: article, lambda _: "", "fr")
    assert "<p><mark>Client</mark>. <mark>Client</mark>.</p>" in html
