"""What an addition means for the library: what is new, changed, unchanged or already there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.article import Article
from corpus.duplicates import NEAR_DUPLICATE, most_similar
from corpus.reading import read_article
from corpus.source import Skipped, Source
from corpus.wording import KnownError, Wording
from index.report import NearDuplicate, Progress

Named = tuple[str, Article]  # the source as it was given, and the article read from it


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


def plan(present: Sequence[Article], read: Sequence[Named]) -> Plan:
    """Compare what was read with what is there: by locator first, by content second."""
    by_locator = {article.locator: article for article in present if article.locator}
    first: dict[str, Article] = {}  # what this addition itself brings, by locator
    for _, article in read:
        if article.locator:
            first.setdefault(article.locator, article)
    # Who makes room is settled before all else: two files that exchanged their texts are two
    # changes, and neither text is "already there".
    outgoing = {
        before.id
        for article in first.values()
        if (before := by_locator.get(article.locator)) and not _same(before, article)
    }
    by_id = {article.id: article for article in present if article.id not in outgoing}
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
        elif before and _same(before, article):
            unchanged.append((source, article))
        elif twin := by_id.get(article.id):
            skipped.append(Skipped(source, _same_content(twin)))
        else:
            (updated if before else added).append((source, article))
            by_id[article.id] = article
    return Plan(tuple(added), tuple(updated), tuple(unchanged), tuple(skipped), frozenset(outgoing))


def near_duplicates(
    incoming: Sequence[tuple[Article, bytes]],
    signatures: Mapping[str, bytes],
    present: Sequence[Article],
    outgoing: frozenset[str],
) -> tuple[NearDuplicate, ...]:
    """For each new article, the one that it resembles most, where it resembles one."""
    known = {id_: signature for id_, signature in signatures.items() if id_ not in outgoing}
    titles = {article.id: article.title for article in present}
    found = []
    for article, signature in incoming:
        match = most_similar(signature, list(known.values()))
        if match and match.similarity >= NEAR_DUPLICATE:
            twin = list(known)[match.position]
            found.append(
                NearDuplicate(article.id, article.title, twin, titles[twin], match.similarity)
            )
        known[article.id] = signature
        titles[article.id] = article.title
    return tuple(found)


def _same(before: Article, after: Article) -> bool:
    """Whether nothing changed but the way in which the file was named."""
    return replace(before, source=after.source) == after


def _same_name(earlier: Article) -> Wording:
    return Wording(
        en="Another text with the same name came first in this addition: "
        f"“{earlier.title}”. Rename one of the two and add it again.",
        fr="Un autre texte du même nom est venu avant lui dans cet ajout : "
        f"« {earlier.title} ». Renommez l'un des deux et ajoutez-le de nouveau.",
    )


def _same_content(twin: Article) -> Wording:
    return Wording(
        en=f"The library already has this text: “{twin.title}” ({twin.id}, from {twin.source}).",
        fr=f"La bibliothèque a déjà ce texte : « {twin.title} » ({twin.id}, depuis {twin.source}).",
    )
