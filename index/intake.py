"""What an addition means for the library: what is new, changed, unchanged or already there."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from corpus.answered import AnsweredQuestion
from corpus.article import Article, Record
from corpus.duplicates import NEAR_DUPLICATE, Signatures
from corpus.reading import read_article
from corpus.source import Skipped, Source
from corpus.wording import KnownError, Wording
from index.building import Cut
from index.cutting import cut
from index.passage import Passage
from index.report import NearDuplicate, Outcome, Preview, Previewed, Progress

Named = tuple[str, Article]  # the source as it was given, and the article read from it
Signed = tuple[Article, bytes]  # an article and its near-duplicate signature


class QuestionSource(Protocol):
    """Gives the questions that a text answers."""

    @property
    def notes(self) -> tuple[Wording, ...]:
        """What went wrong, if anything did."""

    def __call__(
        self, article: Article, passages: tuple[Passage, ...]
    ) -> tuple[AnsweredQuestion, ...]: ...


@dataclass(frozen=True, slots=True)
class Plan:
    """Every article that was read is in one of the first four; the last is what must go."""

    added: tuple[Named, ...]
    updated: tuple[Named, ...]
    unchanged: tuple[Named, ...]
    skipped: tuple[Skipped, ...]
    outgoing: frozenset[str]  # ids of articles that make room for their changed versions

    @property
    def incoming(self) -> tuple[Article, ...]:
        return tuple(article for _, article in (*self.added, *self.updated))


def read_all(
    sources: Sequence[Source], *, allow_private_addresses: bool, progress: Progress
) -> tuple[list[Named], list[Skipped]]:
    """Articles of the sources that can be read, and the others with the reason."""
    read: list[Named] = []
    skipped: list[Skipped] = []
    for done, source in enumerate(sources):
        progress("read", done, len(sources))
        try:
            article = read_article(source, allow_private_addresses=allow_private_addresses)
            read.append((source.name, article))
        except KnownError as error:
            skipped.append(Skipped(source.name, error.wording))
    progress("read", len(sources), len(sources))
    return read, skipped


def plan(
    present: Sequence[Record], read: Sequence[Named], stored: Callable[[str], Article]
) -> Plan:
    """Compare what was read with what is there: by locator first, by content second.

    `stored` gives an article of `present` by its id. What a person set on it, its collections
    and corrections, a new version from the same place takes over.
    """
    by_locator = {record.locator: record for record in present if record.locator}
    read = [
        (source, _as_kept(by_locator.get(article.locator), article, stored))
        for source, article in read
    ]

    def same(before: Record, article: Article) -> bool:
        return before.id == article.id and _same(stored(before.id), article)

    first: dict[str, Article] = {}  # what this addition itself brings, by locator
    for _, article in read:
        if article.locator:
            first.setdefault(article.locator, article)
    # Who makes room is settled before all else: two files that exchanged their texts are two
    # changes, and neither text is "already there".
    outgoing = {
        before.id
        for article in first.values()
        if (before := by_locator.get(article.locator)) and not same(before, article)
    }
    by_id: dict[str, Record] = {r.id: r for r in present if r.id not in outgoing}
    added: list[Named] = []
    updated: list[Named] = []
    unchanged: list[Named] = []
    skipped: list[Skipped] = []
    for source, article in read:
        before = by_locator.get(article.locator)
        if (earlier := first.get(article.locator, article)) is not article:
            if _same(earlier, article):
                unchanged.append((source, article))
            else:
                skipped.append(Skipped(source, _same_name(earlier)))
        elif before and same(before, article):
            unchanged.append((source, article))
        elif twin := by_id.get(article.id):
            skipped.append(Skipped(source, _same_content(twin)))
        else:
            (updated if before else added).append((source, article))
            by_id[article.id] = article
    return Plan(tuple(added), tuple(updated), tuple(unchanged), tuple(skipped), frozenset(outgoing))


def near_duplicates(
    incoming: Sequence[Signed],
    signatures: Mapping[str, bytes],
    present: Sequence[Record],
    outgoing: frozenset[str],
) -> tuple[NearDuplicate, ...]:
    """For each new article, the one that it resembles most, where it resembles one."""
    ids = [id_ for id_ in signatures if id_ not in outgoing]
    known = Signatures([signatures[id_] for id_ in ids], room=len(incoming))
    titles = {record.id: record.title for record in present}
    found = []
    for article, signature in incoming:
        match = known.most_similar(signature)
        if match and match.similarity >= NEAR_DUPLICATE:
            twin = ids[match.position]
            found.append(
                NearDuplicate(article.id, article.title, twin, titles[twin], match.similarity)
            )
        ids.append(article.id)
        known.append(signature)
        titles[article.id] = article.title
    return tuple(found)


def questioned(
    incoming: Sequence[Signed], write_questions: QuestionSource | None, progress: Progress
) -> list[tuple[Cut, bytes]]:
    """The articles cut into passages, with questions written for those that have none."""
    found = []
    for done, (article, signature) in enumerate(incoming):
        passages = cut(article)
        if write_questions:
            progress("question", done, len(incoming))
            if not article.questions:
                article = replace(article, questions=write_questions(article, passages))
        found.append(((article, passages), signature))
    if write_questions:
        progress("question", len(incoming), len(incoming))
    return found


def previewed(
    steps: Plan, skipped: Sequence[Skipped], resembling: Sequence[NearDuplicate]
) -> Preview:
    """What `steps` would do, the articles cut into passages."""
    twins = {twin.article_id: twin for twin in resembling}
    by_outcome = {
        Outcome.ADDED: steps.added,
        Outcome.UPDATED: steps.updated,
        Outcome.UNCHANGED: steps.unchanged,
    }
    return Preview(
        entries=tuple(
            Previewed(source, article, outcome, cut(article), twins.get(article.id))
            for outcome, pairs in by_outcome.items()
            for source, article in pairs
        ),
        skipped=(*skipped, *steps.skipped),
    )


def _as_kept(before: Record | None, article: Article, stored: Callable[[str], Article]) -> Article:
    """`article` with what a person, or a chat model, once gave the one that it replaces."""
    if before is None:
        return article
    if not article.corrected and before.corrected:
        set_by_hand = {name: getattr(before, name) for name in before.corrected}
        article = replace(article, corrected=before.corrected, **set_by_hand)
    if not article.collections:
        article = replace(article, collections=before.collections)
    if before.id == article.id and not article.questions:
        kept = stored(before.id)
        if kept.text == article.text:  # else they may point somewhere else now
            article = replace(article, questions=kept.questions)
    return article


def _same(before: Article, after: Article) -> bool:
    """Whether nothing changed but the way in which the file was named."""
    return replace(before, source=after.source) == after


def _same_name(earlier: Article) -> Wording:
    return Wording(
        en="Another text with the same name came first in this addition: "
        f"“{earlier.title}”. Rename one of the two and add it again.",
        fr="Un autre texte du même nom est venu avant lui dans cet ajout : "
        f"« {earlier.title} ». Renommez l’un des deux et ajoutez-le de nouveau.",
    )


def _same_content(twin: Record) -> Wording:
    return Wording(
        en=f"The library already has this text: “{twin.title}” ({twin.id}, from {twin.source}).",
        fr=f"La bibliothèque a déjà ce texte : « {twin.title} » ({twin.id}, depuis {twin.source}).",
    )
