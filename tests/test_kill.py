"""kill -9 at any point of an addition: the old library or the new one, never between."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from corpus.starter import starter_sources
from index.library import Library
from tests.fake_embedder import FakeEmbedder
from tests.invented import ALL, FERRY
from tests.kill_points import AFTER, BEFORE, LATER, LIGHT_STEPS, STEPS

POINTS = [f"{moment} {step}" for step in STEPS for moment in ("before", "after")]
LIGHT_POINTS = [f"{moment} {step}" for step in LIGHT_STEPS for moment in ("before", "after")]
FIRST_POINTS = [
    f"{moment} {step}"
    for step in ("create_table", "database._migrate", "Catalogue.stage", "os.replace")
    for moment in ("before", "after")
]
KILLED, LIVED = 9, 0

State = dict[str, Any]


def state(home: Path) -> State:
    """All that a reader can see of a library."""
    library = Library(home, FakeEmbedder(), starter=True)
    try:
        snapshot = library.snapshot()
        searchers = (snapshot.dense, snapshot.lexical, snapshot.fused, snapshot.hybrid)
        return {
            "generation": snapshot.generation,
            "fingerprint": snapshot.fingerprint,
            "articles": snapshot.articles(),
            "passages": snapshot.contents.passages,
            "hits": [
                searcher.search(query, 10, language)
                for query, language in (("cahier musée", "fr"), ("captain or skipper", "en"))
                for searcher in searchers
            ],
        }
    finally:
        library.close()


@dataclass(frozen=True)
class Killed:
    """Homes after a kill at each point, and the library before and after the addition."""

    homes: dict[str, Path]
    ended: dict[str, int]
    reached: dict[str, list[str]]
    old: State
    new: State


def killed_at(points: list[str], action: str, start: Path, place: Path, old: State) -> Killed:
    homes = {point: place / str(n) for n, point in enumerate(["", *points])}
    for home in homes.values():
        shutil.copytree(start, home)
    jobs = place / "jobs.json"
    jobs.write_text(json.dumps([[str(home), action, point] for point, home in homes.items()]))
    done = subprocess.run(
        [sys.executable, "-m", "tests.kill_points", str(jobs)],
        cwd=Path(__file__).parents[1],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    results = dict(zip(homes, json.loads(done.stdout), strict=True))
    return Killed(
        homes,
        {point: ended for point, (ended, _) in results.items()},
        {point: reached for point, (_, reached) in results.items()},
        old,
        state(homes[""]),
    )


@pytest.fixture(scope="module")
def adding(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Killed]:
    place = tmp_path_factory.mktemp("adding")
    start = place / "start"
    library = Library(start, FakeEmbedder(), starter=False)
    for article in BEFORE:  # a segment each: one stays, the other's only article changes
        library.add_articles([article])
    library.close()
    yield killed_at(POINTS, "add", start, place, state(start))


@pytest.fixture(scope="module")
def removing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Killed]:
    place = tmp_path_factory.mktemp("removing")
    yield killed_at(LIGHT_POINTS, "remove", _with_more(place), place, state(place / "start"))


@pytest.fixture(scope="module")
def restoring(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Killed]:
    place = tmp_path_factory.mktemp("restoring")
    start = _with_more(place)
    library = Library(start, FakeEmbedder(), starter=False)
    library.remove([FERRY.id])
    library.close()
    yield killed_at(LIGHT_POINTS, "restore", start, place, state(start))


def _with_more(place: Path) -> Path:
    """A library in which one article is less than a fifth: its segment outlives it."""
    library = Library(place / "start", FakeEmbedder(), starter=False)
    more = [replace(a, text=f"{a.text} Encore.", locator=f"{a.locator}:2") for a in ALL]
    library.add_articles([*ALL, *more])
    library.close()
    return place / "start"


@pytest.fixture(scope="module")
def beginning(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Killed]:
    place = tmp_path_factory.mktemp("beginning")
    (place / "start").mkdir()
    yield killed_at(FIRST_POINTS, "begin", place / "start", place, {})


def test_without_a_kill_the_addition_is_done(adding: Killed) -> None:
    assert adding.ended[""] == LIVED
    assert adding.old["articles"] == BEFORE
    assert adding.new["articles"] == AFTER
    assert adding.new["generation"] == adding.old["generation"] + 1
    assert set(POINTS) <= set(adding.reached[""])


@pytest.mark.parametrize("point", POINTS)
def test_a_kill_leaves_the_old_library_or_the_new_one(
    adding: Killed, point: str, tmp_path: Path
) -> None:
    assert adding.ended[point] == KILLED
    assert adding.reached[point][-1] == point
    # CURRENT changes inside os.replace: before it the library is the old one, after it the new.
    expected = adding.new if "after os.replace" in adding.reached[point] else adding.old
    assert state(adding.homes[point]) == expected

    again, other = (
        shutil.copytree(adding.homes[point], tmp_path / name) for name in ("again", "other")
    )
    library = Library(other, FakeEmbedder(), starter=False)  # whoever writes next
    report = library.add_articles([LATER])
    assert [added.title for added in report.added] == [LATER.title]
    assert library.snapshot().articles() == (*expected["articles"], LATER)
    library.close()
    live = expected["generation"] + 1
    assert sorted(path.name for path in (other / "index").iterdir()) == [
        "CURRENT",
        f"gen-{live - 1:06d}",
        f"gen-{live:06d}",
    ]

    library = Library(again, FakeEmbedder(), starter=False)  # the same addition once more
    library.add_articles(AFTER)
    library.close()
    assert state(again) == adding.new


@pytest.mark.parametrize("change", ["removing", "restoring"])
@pytest.mark.parametrize("point", LIGHT_POINTS)
def test_a_kill_of_a_removal_or_its_undoing_leaves_the_old_library_or_the_new_one(
    request: pytest.FixtureRequest, change: str, point: str
) -> None:
    killed: Killed = request.getfixturevalue(change)
    assert killed.ended[point] == KILLED
    assert killed.reached[point][-1] == point
    expected = killed.new if "after os.replace" in killed.reached[point] else killed.old
    assert state(killed.homes[point]) == expected
    assert (FERRY.id in {a.id for a in expected["articles"]}) == (
        (change == "removing") == (expected is killed.old)
    )


@pytest.mark.parametrize("point", FIRST_POINTS)
def test_a_kill_at_the_first_start_is_mended_by_the_next(beginning: Killed, point: str) -> None:
    assert beginning.ended[point] == KILLED
    assert beginning.reached[point][-1] == point
    assert state(beginning.homes[point]) == beginning.new
    assert [a.source for a in beginning.new["articles"]] == [s.name for s in starter_sources()]
