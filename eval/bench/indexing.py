"""How fast texts become an index, with the real model."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from corpus.article import Article
from corpus.source import Source
from eval.bench.section import Row, Section
from eval.bench.workplace import SEEDS, Workplace
from index.building import embedded_text
from index.library import Library
from index.passage import Passage

PASSAGES = 200
SEEDS_TO_REACH = 10.0  # seconds


def measure(place: Workplace) -> Section:
    starter = Library(place.home("starting-notes"), place.embedder)
    notes = starter.snapshot().articles()
    starter.close()
    library = Library(place.home("indexed"), place.embedder, starter=False)
    articles = list(_varied(notes, 12 if place.quick else PASSAGES))
    started = perf_counter()
    library.add_articles(articles)
    whole = perf_counter() - started
    snapshot = library.snapshot()
    passages = snapshot.contents.passages
    rows = [
        Row("passages indexed", (float(len(passages)), None)),
        Row("their sentences", (float(sum(len(p.sentences) for p in passages)), None)),
        Row("**passages/s, all in all**", (len(passages) / whole, None)),
    ]
    several = passages[: 4 if place.quick else 64]
    by_id = {article.id: article for article in articles}
    pairs = [(by_id[passage.article_id], passage) for passage in several]
    rows += [
        Row("the model alone: passages/s", (_rate(place, pairs), None)),
    ]
    library.close()
    if any(SEEDS.glob("*.txt")):
        rows.append(
            Row(
                "five real articles into an empty library, model warm, s",
                (_seeds(place, SEEDS), SEEDS_TO_REACH),
            )
        )
    return Section(
        name="indexing",
        about=(
            "Indexing with the embedded model: cutting, embedding, BM25, writing and publishing. A "
            "passage is read once: its vector, those of its sentences and of its tokens come "
            "together. The texts are the starter library's with a number added to every paragraph, "
            "so that nothing comes from the cache of vectors."
        ),
        columns=("", "measured", "to reach, at most"),
        rows=tuple(rows),
    )


def _varied(notes: Sequence[Article], passages: int) -> Iterator[Article]:
    """Copies of the notes, each a little different, until there are about that many passages."""
    rounds = max(1, round(passages / (6 * len(notes))))  # a note makes about six
    for number in range(rounds):
        for note in notes:
            blocks = note.text.split("\n\n")
            text = "\n\n".join(f"{block} ({number + 1})" for block in blocks)
            title = f"{note.title} ({number + 1})"
            yield replace(note, title=title, text=text, locator=f"{note.locator}:{number}")


def _rate(place: Workplace, pairs: Sequence[tuple[Article, Passage]]) -> float:
    texts = [embedded_text(article, passage) for article, passage in pairs]
    place.embedder.encode(texts[:1])
    started = perf_counter()
    place.embedder.encode(texts)
    return len(texts) / (perf_counter() - started)


def _seeds(place: Workplace, folder: Path) -> float:
    sources = [
        Source(name=path.name, location=path, locator=str(path))
        for path in sorted(folder.glob("*.txt"))
    ]
    library = Library(place.home("seeds"), place.embedder, starter=False)
    library.snapshot()
    place.embedder.passages(["warm"])
    started = perf_counter()
    library.add(sources)
    seconds = perf_counter() - started
    library.close()
    return seconds
