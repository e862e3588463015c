"""What `cxlit library fetch` tells: JSON for scripts, and a summary for people."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from corpus.web.obstacles import FetchError, Obstacle
from corpus.web.originals import Original
from corpus.wording import Wording
from index.report import Added, AddReport
from ui.contract import added_json
from ui.speech import interface_language
from ui.terminal import echo, say

_GROUPS = {
    Obstacle.NO_ADDRESS: Wording(en="No web address", fr="Sans adresse web"),
    Obstacle.GONE: Wording(en="No longer on the web", fr="Plus en ligne"),
    Obstacle.REFUSED: Wording(en="Refused to programs", fr="Refusés aux programmes"),
    Obstacle.RULES: Wording(en="Excluded by the site's rules", fr="Exclus par les règles du site"),
    Obstacle.REDIRECTS: Wording(en="Endless redirects", fr="Redirections sans fin"),
    Obstacle.UNREADABLE: Wording(en="Unreadable", fr="Illisibles"),
    Obstacle.PAYWALL: Wording(en="For subscribers", fr="Réservés aux abonnés"),
    Obstacle.STUB: Wording(
        en="A notice in place of the article", fr="Un avis au lieu de l’article"
    ),
    Obstacle.BUSY: Wording(en="Not now: the site is busy", fr="Pas maintenant : site indisponible"),
    Obstacle.SLOW: Wording(en="Not now: the site is slow", fr="Pas maintenant : site trop lent"),
    Obstacle.UNREACHABLE: Wording(en="Not reached", fr="Injoignables"),
    Obstacle.PRIVATE: Wording(en="On a private network", fr="Sur un réseau privé"),
}  # in the order of the summary: what is final first


@dataclass(frozen=True, slots=True)
class Fetching:
    """What became of the sources, and of the articles that were made of them."""

    originals: Sequence[Original]
    report: AddReport

    @property
    def failed(self) -> list[tuple[Original, FetchError]]:
        return [(o, o.outcome) for o in self.originals if isinstance(o.outcome, FetchError)]

    def had(self, entries: Sequence[Added]) -> list[tuple[Original, Added]]:
        """The originals that `entries` of the report are about."""
        by_url = {entry.source: entry for entry in entries}
        return [
            (original, by_url[original.source.url])
            for original in self.originals
            if not isinstance(original.outcome, FetchError) and original.source.url in by_url
        ]

    @property
    def elsewhere(self) -> list[tuple[Original, Wording]]:
        """Originals whose text the library has from somewhere else, and from where."""
        by_url = {skipped.source: skipped.reason for skipped in self.report.skipped}
        return [
            (original, by_url[original.source.url])
            for original in self.originals
            if original.source.url in by_url
        ]


def fetching_json(done: Fetching) -> dict[str, Any]:
    """One document; `final` failures are not tried again without --again."""
    language = interface_language()

    def entries(had: Sequence[Added]) -> list[dict[str, Any]]:
        return [
            {**added_json(entry), "id": original.source.id, "url": original.source.url}
            for original, entry in done.had(had)
        ]

    return {
        "added": entries((*done.report.added, *done.report.updated)),
        "already": entries(done.report.unchanged)
        + [
            {"id": o.source.id, "url": o.source.url, "reason": why.in_language(language)}
            for o, why in done.elsewhere
        ],
        "failed": [
            {
                "id": original.source.id,
                "url": original.source.url,
                "obstacle": why.obstacle,
                "reason": why.wording.in_language(language),
                "final": not why.obstacle.passing,
            }
            for original, why in done.failed
        ],
        "generation": done.report.generation,
    }


def print_fetching(done: Fetching) -> None:
    """What was added, what was there, and what could not be had, grouped by why."""
    added = done.had((*done.report.added, *done.report.updated))
    already = len(done.had(done.report.unchanged)) + len(done.elsewhere)
    for original, entry in added:
        echo(f"{say(en='Added', fr='Ajouté')}  {entry.article_id}  {original.source.title}")
    for original, whence in done.elsewhere:
        echo(f"{original.source.url}: {whence.in_language(interface_language())}")
    echo(say(en=f"Added: {len(added)}", fr=f"Ajoutés : {len(added)}"))
    echo(say(en=f"Already there: {already}", fr=f"Déjà là : {already}"))
    echo(say(en=f"Not had: {len(done.failed)}", fr=f"Non obtenus : {len(done.failed)}"))
    for obstacle, name in _GROUPS.items():
        group = [(original, why) for original, why in done.failed if why.obstacle is obstacle]
        if group:
            echo(f"\n{name.in_language(interface_language())} ({len(group)})")
        for original, why in group:
            echo(f"  {original.source.id}  {original.source.url}")
            echo(f"      {why.wording.in_language(interface_language())}")
    if any(why.obstacle.passing for _, why in done.failed):
        echo(
            say(
                en="\nRun the command again later: it tries only what was not to be had for the "
                "moment.",
                fr="\nRelancez la commande plus tard : elle n’essaie que ce qui n’était pas "
                "disponible pour l’instant.",
            )
        )
