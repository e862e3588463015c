"""What a gate is, and what it may look at beside the draft."""

import re
from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache

from corpus.article import Article
from corpus.characters import folded
from corpus.wording import Wording
from index.analysis import terms
from index.passage import Passage, Span
from index.snapshot import Snapshot
from qa.training.items.draft import Draft, Option

GAP = "____"


class Context:
    """The library that drafts were made of."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.thesaurus = snapshot.thesaurus
        self._snapshot = snapshot
        self.stems = lru_cache(maxsize=50_000)(_stems)
        self.concepts = lru_cache(maxsize=50_000)(self._concepts)
        self.works_naming = lru_cache(maxsize=5_000)(self._works_naming)

    def article(self, article_id: str) -> Article:
        """Raises KnownError when the library has no such article."""
        return self._snapshot.article(article_id)

    def passage(self, article_id: str, span: Span) -> Passage | None:
        """The one that the span lies in."""
        passages: Sequence[Passage] = self._snapshot.passages_of.get(article_id, ())
        return next((p for p in passages if p.start <= span.start and span.end <= p.end), None)

    @cached_property
    def authors(self) -> frozenset[str]:
        """Names of all who wrote something in the library, folded."""
        records = self._snapshot.records()
        return frozenset(folded(name) for record in records for name in record.authors)

    @cached_property
    def publishers(self) -> frozenset[str]:
        """Likewise."""
        records = self._snapshot.records()
        return frozenset(folded(record.publisher) for record in records if record.publisher)

    def _concepts(self, text: str, language: str) -> frozenset[str]:
        """Ids of the concepts that a text names."""
        return frozenset(each.id for each in self.thesaurus.concepts_in(text, language))

    def _works_naming(self, name: str) -> int:
        """How many works name somebody: as author or publisher, or in their text."""
        written = re.compile(rf"(?<!\w){re.escape(folded(name))}(?!\w)")
        return sum(1 for words in self._words_of_works.values() if written.search(words))

    @cached_property
    def _words_of_works(self) -> dict[str, str]:
        """All words of each work, of a note and its original together; folded."""
        words: dict[str, str] = {}
        for article in self._snapshot.articles():
            own = folded("\n".join((*article.authors, article.publisher, article.text)))
            words[article.work] = f"{words.get(article.work, '')}\n{own}"
        return words


# Why the draft fails, or None. Of a draft with some of its wrong options a gate that looks at
# options says whether these will do.
Gate = Callable[[Draft, Context], Wording | None]


def options_of(draft: Draft) -> tuple[Option, ...]:
    """The right one first."""
    return (draft.right, *draft.distractors)


def asked(draft: Draft) -> str:
    """All that a learner reads before the options."""
    return f"{draft.stem}\n{draft.shown}"


def _stems(text: str, language: str) -> frozenset[str]:
    return frozenset(terms(text, language))
