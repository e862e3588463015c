"""The gold sets, each pair for development and test with the articles that it is about."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.article import Article
from corpus.reading import read_article
from corpus.starter import starter_sources
from eval.dataset import read_documents
from eval.gold import GoldSet, read_gold

EVAL = Path(__file__).parent
GOLD = EVAL / "gold"
DIGITALGOV = EVAL.parents[1] / "shared" / "data" / "cx_en_digitalgov_cc0" / "corpus.jsonl"
QUICK = 12  # every so many-th question is asked: some of most kinds, and some without an answer


@dataclass(frozen=True, slots=True)
class GoldLibrary:
    """Questions for development, others to report, and the library that both are asked of."""

    name: str
    dev: GoldSet
    test: GoldSet
    articles: tuple[Article, ...]


def gold_libraries(quick: bool) -> Iterator[GoldLibrary]:
    """Those whose articles are here: digital.gov's are only beside the project.

    `quick`: few questions, and only the articles that answer them.
    """
    for name, articles in _ARTICLES.items():
        if found := articles():
            dev, test = (read_gold(GOLD / f"{name}_{part}.jsonl") for part in ("dev", "test"))
            library = GoldLibrary(name, dev, test, tuple(found))
            yield _little(library) if quick else library


def _starter() -> list[Article]:
    return [read_article(source) for source in starter_sources()]


def _digitalgov() -> list[Article]:
    return list(read_documents(DIGITALGOV).values()) if DIGITALGOV.is_file() else []


_ARTICLES: dict[str, Callable[[], list[Article]]] = {
    "starter": _starter,
    "digitalgov": _digitalgov,
}


def _little(whole: GoldLibrary) -> GoldLibrary:
    dev, test = (replace(gold, items=gold.items[::QUICK]) for gold in (whole.dev, whole.test))
    cited = {id_ for item in (*dev.items, *test.items) for id_ in item.articles}
    return GoldLibrary(
        whole.name, dev, test, tuple(article for article in whole.articles if article.id in cited)
    )
