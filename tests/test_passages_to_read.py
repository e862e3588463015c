"""What to read: enough, from several voices, in the learner's language first."""

import pytest

from corpus.article import Article
from corpus.topics import Topic
from index.library import Library
from qa.training.competency import Competency
from qa.training.map_reading import competencies
from qa.training.path.reading import LEAST, MOST, MOST_OF_ONE, Reading, Readings
from tests.path_material import competency

EN = "A chief customer officer needs a mandate that the chief executive defends in public {}. "
FR = "Un directeur de la relation client a besoin d’un mandat que la direction défend {}. "


def article(
    name: str,
    words: int = 400,
    *,
    language: str = "en",
    author: str = "",
    topics: tuple[Topic, ...] = (Topic.CCO_ROLE,),
) -> Article:
    """Paragraphs of one sentence each, all of them different."""
    sentence = FR if language == "fr" else EN
    many = words // 14
    text = "\n\n".join(sentence.format(f"{name} {number}").strip() for number in range(many))
    return Article(
        title=f"About {name}",
        text=text,
        authors=(author or f"Author {name}",),
        language=language,
        url=f"https://example.org/{name}",
        topics=topics,
        locator=f"/{name}",
    )


def read(library: Library, of: Competency, language: str = "en") -> Reading:
    return Readings().of(of, language, library.snapshot())


def titles(found: Reading) -> list[str]:
    return [extract.article.title for extract in found.extracts]


def test_own_sources_first_until_there_is_enough(library: Library) -> None:
    library.add_articles([article(name) for name in ("a", "b", "c", "d")])
    sources = ("http://www.example.org/d/", "https://example.org/b")
    found = read(library, competency("mandate", 30, sources=sources))
    assert titles(found)[:2] == ["About d", "About b"]
    assert len(found.extracts) == 3  # of about 400 words each: 900 are enough, not 800
    assert LEAST <= sum(extract.words for extract in found.extracts) <= MOST
    assert 5 <= found.minutes <= 10


def test_the_learners_language_first(library: Library) -> None:
    french = [article(name, 300, language="fr") for name in ("b", "c")]
    library.add_articles([article("a"), *french])
    of = competency("mandate", 30, sources=("https://example.org/a",))
    assert titles(read(library, of, "fr")) == ["About b", "About c", "About a"]
    assert titles(read(library, of, "en"))[0] == "About a"


def test_no_voice_twice_unless_nobody_else_speaks(library: Library) -> None:
    library.add_articles(
        [article(name, author="Same") for name in ("a", "b", "c")] + [article("d"), article("e")]
    )
    sources = tuple(f"https://example.org/{name}" for name in "abc")
    found = titles(read(library, competency("mandate", 30, sources=sources)))
    assert set(found) == {"About a", "About d", "About e"}
    library.remove([library.holdings().records()[-1].id])
    fewer = titles(read(library, competency("mandate", 30, sources=sources)))
    assert fewer[0] == "About a"
    assert len(fewer) == 3


def test_a_long_article_gives_whole_passages_that_follow_each_other(library: Library) -> None:
    library.add_articles([article("a", 3000), article("b", 3000)])
    found = read(library, competency("mandate", 30, sources=("https://example.org/a",)))
    starts = {p.start for p in library.snapshot().contents.passages}
    ends = {p.end for p in library.snapshot().contents.passages}
    for extract in found.extracts:
        assert extract.words <= MOST_OF_ONE
        assert extract.span.start in starts
        assert extract.span.end in ends
        assert extract.span.start <= extract.key.start < extract.key.end <= extract.span.end
        assert extract.quote == extract.article.text[extract.key.start : extract.key.end]


def test_other_topics_are_not_read(library: Library) -> None:
    library.add_articles([article("a"), article("b", topics=(Topic.LOYALTY,))])
    assert titles(read(library, competency("mandate", 30))) == ["About a"]


def test_of_nothing_there_is_nothing_to_read(library: Library) -> None:
    library.add_articles([article("b", topics=(Topic.LOYALTY,))])
    assert read(library, competency("mandate", 30)).extracts == ()


def test_another_generation_is_read_anew(library: Library) -> None:
    readings, of = Readings(), competency("mandate", 30)
    library.add_articles([article("a")])
    before = readings.of(of, "en", library.snapshot())
    assert readings.of(of, "en", library.snapshot()) is before
    library.add_articles([article("b")])
    assert len(readings.of(of, "en", library.snapshot()).extracts) == 2


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_shipped_map_has_enough_to_read(starter_library: Library, language: str) -> None:
    for each in competencies():
        found = read(starter_library, each, language)
        assert 5 <= found.minutes <= 10, each.id
        assert len({extract.article.work for extract in found.extracts}) >= 2, each.id
        assert found.extracts[0].language == language, each.id
