"""Keeping a library of 10,000 articles: what every change of it takes."""

import subprocess
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter
from typing import TypeVar

from corpus.article import Article
from corpus.catalogue import Catalogue
from corpus.filters import Filters
from eval.bench.commands import CXLIT
from eval.bench.figures import memory_mb, p50, size_mb
from eval.bench.scale_articles import HashedEmbedder, articles, made_of
from eval.bench.section import Row, Section, Value
from eval.bench.workplace import Workplace
from index.library import Library
from index.scope import scope_of
from qa.health import Health, health

ARTICLES = 10_000
CHANGES = 20  # of each kind, one by one
REMOVE_TO_REACH, ADD_TO_REACH = 2.0, 3.0  # seconds
QUESTIONS = ("Qui dirige la société et depuis quand ?", "When did the war begin?")

_Result = TypeVar("_Result")
Table = dict[str, tuple[Value, Value]]  # label -> measured, to reach


def measure(place: Workplace) -> Section:
    count, changes = (60, 3) if place.quick else (ARTICLES, CHANGES)
    home = place.home("scale")
    table: Table = {
        **_alone(_import, home, count),
        **_alone(_change, home, count, changes),
        **_alone(_open, home, count),
        **_command(place, home, count),
        "library.db, MB": (size_mb(home / "library.db"), None),
        "index on disk, both generations, MB": (_once_mb(home / "index"), None),
        "cache of vectors, MB": (size_mb(home / "cache"), None),
    }
    return Section(
        name="scale",
        about=(
            f"A library of {count:,} articles, made of paragraphs of {made_of()} with numbers of "
            "their own, four to an article. The vectors are synthetic: a hash of each text "
            "decides its vector, so no model is waited for, and what embedding takes is not in "
            "these figures. Seconds of a running process, unless it says otherwise, each until "
            "the next question is answered by the changed library: median and slowest of "
            f"{changes} changes one after the other, so that merging segments is in it. Import, "
            "changes and opening are each a process of their own, with its own most memory."
        ),
        columns=("", "measured", "to reach, at most"),
        rows=tuple(Row(label, values) for label, values in table.items()),
    )


def _alone(step: Callable[..., Table], *arguments: object) -> Table:
    """A step in a process of its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(step, *arguments).result()


def _library(home: Path) -> Library:
    return Library(home, HashedEmbedder(), starter=False)


def _import(home: Path, count: int) -> Table:
    made = articles(count)
    library = _library(home)
    before = memory_mb()
    whole, _ = _seconds(lambda: library.add_articles(made))
    contents = library.snapshot().contents
    peak = memory_mb(field="VmHWM")
    library.close()
    return {
        "articles": (float(count), None),
        "passages": (float(len(contents.passages)), None),
        "sentences": (float(sum(len(p.sentences) for p in contents.passages)), None),
        "adding all of them to an empty library, s": (whole, None),
        "most memory while they are added, MB": (peak, None),
        "of which the texts in memory and the program, MB": (before, None),
    }


def _change(home: Path, count: int, changes: int) -> Table:
    library = _library(home)
    _ask(library)

    def timed(label: str, to_reach: float | None, steps: list[Callable[[], object]]) -> Table:
        spent = []
        for step in steps:
            started = perf_counter()
            step()
            _ask(library)
            spent.append(perf_counter() - started)
        return {
            f"**{label}, s**": (p50(spent), to_reach),
            f"{label}, the slowest, s": (max(spent), to_reach),
        }

    new = articles(changes, start=count)
    there = [r.id for r in library.snapshot().records()[: 2 * changes]]
    old = [library.snapshot().article(id_) for id_ in there]
    shelved = [replace(a, collections=("ours",)) for a in old[:changes]]
    titled = [replace(a, title=f"{a.title}, corrected") for a in old[:changes]]
    changed = [replace(a, text=f"{a.text} Mis à jour.") for a in old[changes:]]
    table = {
        **timed("adding one article", ADD_TO_REACH, [_add(library, a) for a in new]),
        **timed("updating one", ADD_TO_REACH, [_add(library, a) for a in changed]),
        **timed("putting one on a shelf", ADD_TO_REACH, [_correct(library, a) for a in shelved]),
        **timed("correcting a title", ADD_TO_REACH, [_correct(library, a) for a in titled]),
        **timed("removing one", REMOVE_TO_REACH, [_remove(library, a.id) for a in new]),
        **timed("restoring it", REMOVE_TO_REACH, [library.restore] * changes),
    }
    asked = [_seconds(lambda: _ask(library))[0] * 1000 for _ in range(20)]
    table["a search after all that, ms"] = (p50(asked), None)
    table["memory of this process, MB"] = (memory_mb(), None)
    table["most memory of this process, MB"] = (memory_mb(field="VmHWM"), None)
    library.close()
    return table


def _open(home: Path, count: int) -> Table:
    (new,) = articles(1, start=2 * count)
    opened, library = _seconds(lambda: _library(home))
    listed, _ = _seconds(library.listing)
    added, _ = _seconds(lambda: library.add_articles([new]))
    library.close()
    library = _library(home)
    loaded, _ = _seconds(library.snapshot)
    first, _ = _seconds(lambda: _ask(library))
    french = Filters(languages=frozenset({"fr"}), since="2000")
    scope_of(french, library.snapshot())  # the records are read once
    filtered = [_seconds(lambda: scope_of(french, library.snapshot()))[0] for _ in range(5)]
    looked, _ = _seconds(lambda: _health(home, library))
    peak = memory_mb(field="VmHWM")
    library.close()
    return {
        "a new process: listing all articles, s": (opened + listed, None),
        "a new process: adding one, s": (opened + added, ADD_TO_REACH),
        "a new process: opening the library to search, s": (loaded, None),
        "a new process: the first search, s": (first, None),
        "what filters admit, ms": (p50(filtered) * 1000, None),
        "health of the library, s": (looked, None),
        "a new process: most memory, MB": (peak, None),
    }


def _command(place: Workplace, home: Path, count: int) -> Table:
    """`cxlit remove`, which does not load the model."""

    def remove(article: Article) -> float:
        command: list[str | Path] = [CXLIT, "remove", article.id]
        environment = place.environment(home)
        started = perf_counter()
        subprocess.run(command, check=True, capture_output=True, env=environment)  # noqa: S603
        return perf_counter() - started

    spent = [remove(article) for article in articles(3, start=count // 2)]
    return {"`cxlit remove`, from start to end, s": (p50(spent), REMOVE_TO_REACH)}


def _health(home: Path, library: Library) -> Health:
    """With the history of nobody: what people asked does not grow with the articles."""
    snapshot = library.snapshot()
    with closing(Catalogue(home / "library.db")) as catalogue:
        signatures = catalogue.signatures(snapshot.generation)
    return health(snapshot.records(), signatures, (), snapshot.embedder)


def _ask(library: Library) -> None:
    for question, language in zip(QUESTIONS, ("fr", "en"), strict=True):
        library.snapshot().hybrid.search(question, 10, language)


def _add(library: Library, article: Article) -> Callable[[], object]:
    return lambda: library.add_articles([article])


def _correct(library: Library, article: Article) -> Callable[[], object]:
    return lambda: library.correct([article.id], lambda _: article)


def _remove(library: Library, article_id: str) -> Callable[[], object]:
    return lambda: library.remove([article_id])


def _seconds(step: Callable[[], _Result]) -> tuple[float, _Result]:
    started = perf_counter()
    result = step()
    return perf_counter() - started, result


def _once_mb(folder: Path) -> float:
    """What files take that several names may share."""
    files = {(s := path.stat()).st_ino: s.st_size for path in folder.rglob("*") if path.is_file()}
    return sum(files.values()) / 1e6
