"""The shipped competency map: complete, bilingual, and standing on the starter library."""

import re
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.article import Article
from corpus.reading import read_article
from corpus.starter import starter_sources
from corpus.topics import Topic
from corpus.wording import KnownError, Wording
from qa.positions.dispute import disputes
from qa.training.competency import ASKERS, Challenge, Competency
from qa.training.map_reading import SHIPPED, competencies

MAP = competencies()
CHALLENGES = [challenge for competency in MAP for challenge in competency.challenges]
NBSP = "\N{NO-BREAK SPACE}"
SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
each_competency = pytest.mark.parametrize("competency", MAP, ids=lambda each: each.id)


def wordings(competency: Competency) -> Iterator[Wording]:
    """Every text of a competency that people read."""
    yield competency.name
    yield competency.purpose
    yield from (*competency.know, *competency.argue, *competency.do)
    sheet = competency.worksheet
    yield from (sheet.title, sheet.purpose)
    for field in sheet.fields:
        yield from (field.label, field.hint)
    for challenge in competency.challenges:
        yield from (challenge.said, challenge.search)


def folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


@pytest.fixture(scope="module")
def articles() -> dict[str, Article]:
    """The starter library's notes by address."""
    return {article.url: article for article in map(read_article, starter_sources())}


def test_these_are_the_competencies_in_order_of_phase() -> None:
    assert [(competency.id, competency.phase) for competency in MAP] == [
        ("mandate", 30),
        ("reporting-line", 30),
        ("voice-of-the-customer", 30),
        ("measures", 30),
        ("journeys", 60),
        ("culture", 60),
        ("employees", 60),
        ("complaints", 60),
        ("business-case", 90),
        ("b2b", 90),
        ("data-and-ai", 90),
        ("change", 90),
    ]


def test_every_dispute_and_every_topic_belongs_to_some_competency() -> None:
    assert {each for competency in MAP for each in competency.disputes} == {
        dispute.id for dispute in disputes()
    }
    assert {each for competency in MAP for each in competency.topics} == set(Topic)


def test_a_concept_tells_one_competency_from_the_others() -> None:
    concepts = Counter(each for competency in MAP for each in competency.concepts)
    assert [concept for concept, times in concepts.items() if times > 1] == []


@each_competency
def test_a_competency_is_complete(competency: Competency) -> None:
    assert 4 <= len(competency.know) <= 5
    assert 3 <= len(competency.argue) <= 4
    assert 3 <= len(competency.do) <= 4
    assert 8 <= len(competency.concepts) <= 20
    assert competency.topics
    assert competency.disputes


@each_competency
def test_its_sources_are_notes_of_the_library_in_both_languages(
    competency: Competency, articles: dict[str, Article]
) -> None:
    sources = [articles[address] for address in competency.sources]
    assert 5 <= len(set(competency.sources)) == len(sources) <= 9
    assert {source.language for source in sources} == {"en", "fr"}
    assert len({source.kind for source in sources}) >= 2
    assert all(set(source.topics) & set(competency.topics) for source in sources[:3])


@each_competency
def test_its_worksheet_can_be_filled_in_within_the_hour(competency: Competency) -> None:
    sheet = competency.worksheet
    assert 20 <= sheet.minutes <= 45
    assert 4 <= len(sheet.fields) <= 7
    ids = [field.id for field in sheet.fields]
    assert len(set(ids)) == len(ids)
    assert all(SLUG.fullmatch(each) for each in ids)


@each_competency
def test_its_twenty_challenges_come_from_all_over_the_company(competency: Competency) -> None:
    assert len(competency.challenges) == 20
    assert len({challenge.asker for challenge in competency.challenges}) >= 5
    for challenge in competency.challenges:
        assert challenge.id.startswith(f"{competency.id}/")
        assert SLUG.fullmatch(challenge.id.removeprefix(f"{competency.id}/"))


def test_everybody_who_may_ask_does() -> None:
    assert {challenge.asker for challenge in CHALLENGES} == set(ASKERS)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_challenge_comes_twice(language: str) -> None:
    for part in ("said", "search"):
        times = Counter(folded(getattr(each, part).in_language(language)) for each in CHALLENGES)
        assert [text for text, number in times.items() if number > 1] == []


@pytest.mark.parametrize("challenge", CHALLENGES, ids=lambda each: each.id)
def test_a_challenge_is_short_and_its_search_is_a_question(challenge: Challenge) -> None:
    for said in challenge.said:
        assert 10 <= len(said) <= 90
        assert said[-1] in ".?!”"
    assert challenge.search.en.endswith("?")
    assert challenge.search.fr.endswith(f"{NBSP}?")


@each_competency
def test_both_languages_are_there_and_set_as_their_readers_expect(competency: Competency) -> None:
    for wording in wordings(competency):
        assert wording.en != wording.fr
        for text in wording:
            assert text == " ".join(text.split(" ")) == text.strip()
            assert not set(text) & {"'", '"', "\t", "\n"}, text
        assert not re.search(f"[«»{NBSP}]", wording.en), wording.en
        assert not re.search(f"(?<!{NBSP})[?!:;»%]", wording.fr), wording.fr
        assert not re.search(f"«(?!{NBSP})|[“”]", wording.fr), wording.fr


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A map of one competency, which a test breaks."""
    for part in ("competencies", "challenges"):
        (tmp_path / part).mkdir()
        shutil.copy(SHIPPED / part / "04_measures.toml", tmp_path / part)
    return tmp_path


def test_an_organisation_may_have_a_map_of_its_own(copy: Path) -> None:
    assert competencies(copy) == tuple(each for each in MAP if each.id == "measures")


def test_a_map_without_challenges_is_a_map(copy: Path) -> None:
    (copy / "challenges" / "04_measures.toml").unlink()
    (measures,) = competencies(copy)
    assert measures.challenges == ()


@pytest.mark.parametrize(
    ("part", "whole", "broken", "wrong"),
    [
        ("competencies", "phase = 30", "phase = 45", "phase: Input should be 30, 60 or 90"),
        ("competencies", "phase = 30", "", "phase: Field required"),
        ("competencies", 'name.fr = "', 'name.de = "', "name.fr: Field required"),
        ("competencies", "phase = 30", "phase =", "line 1"),
        ("competencies", '"nps"', '"nosuchtopic"', "topics.0: Input should be"),
        ("competencies", '"net-promoter-score"', '"nosuchthing"', "“nosuchthing” is none"),
        ("competencies", "minutes = 30", 'minutes = "half an hour"', "worksheet.minutes: "),
        ("competencies", "[worksheet]", "[sheet]", "worksheet.title: Field required"),
        ("challenges", 'asker = "ceo"', 'asker = "nobody"', "asker: “nobody” is none"),
        ("challenges", 'asker = "ceo"', "", "asker: Field required"),
    ],
)
def test_what_is_broken_is_named(
    copy: Path, part: str, whole: str, broken: str, wrong: str
) -> None:
    path = copy / part / "04_measures.toml"
    text = path.read_text(encoding="utf-8")
    assert whole in text
    path.write_text(text.replace(whole, broken), encoding="utf-8")
    with pytest.raises(KnownError) as error:
        competencies(copy)
    assert error.value.wording.en.startswith(f"{part}/04_measures.toml cannot be read")
    assert wrong in error.value.wording.en
    assert error.value.wording.fr.startswith(f"{part}/04_measures.toml n’est pas lisible")


def test_an_empty_map_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="Put one TOML file a competency there") as error:
        competencies(tmp_path)
    assert str(tmp_path / "competencies") in error.value.wording.fr
