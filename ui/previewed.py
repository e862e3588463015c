"""What `cxlit add --preview` tells: JSON for scripts, and a look at each source for people."""

from textwrap import shorten
from typing import Any

from index.report import Outcome, Preview, Previewed
from ui.contract import article_json, skipped_json, twin_json
from ui.listed import print_known
from ui.speech import interface_language
from ui.terminal import echo, say

_FIRST_LINES = 5  # of what was removed
_LONGEST_LINE = 120  # characters of it that a person is shown
_FIRST_PASSAGES = 2


def preview_json(preview: Preview, language: str) -> dict[str, Any]:
    """One document; what was removed is counted, and its first lines are given."""
    return {
        "sources": [_entry_json(entry) for entry in preview.entries],
        "skipped": [skipped_json(skipped, language) for skipped in preview.skipped],
    }


def _entry_json(entry: Previewed) -> dict[str, Any]:
    article, twin = entry.article, entry.near_duplicate
    return {
        "source": entry.source,
        "outcome": entry.outcome,
        "article": article_json(article, len(entry.passages)),
        "removed": {"lines": len(article.removed), "first": list(article.removed[:_FIRST_LINES])},
        "near_duplicate": twin_json(twin) if twin else None,
        "first_passages": list(_first_passages(entry)),
    }


def _first_passages(entry: Previewed) -> tuple[str, ...]:
    first = entry.passages[:_FIRST_PASSAGES]
    return tuple(entry.article.text[passage.start : passage.end] for passage in first)


def print_preview(preview: Preview) -> None:
    """Each source with what would become of it, what is known of it, and how it begins."""
    for entry in preview.entries:
        echo(f"── {_outcome(entry.outcome)}: {entry.source}")
        _print_entry(entry)
        echo("")
    for skipped in preview.skipped:
        why = skipped.reason.in_language(interface_language())
        echo(f"── {say(en='Skipped', fr='Écarté')}: {skipped.source}: {why}")


def _print_entry(entry: Previewed) -> None:
    print_known(entry.article)
    removed = entry.article.removed
    if removed:
        echo(say(en=f"Lines removed: {len(removed)}", fr=f"Lignes ôtées : {len(removed)}"))
        for line in removed[:_FIRST_LINES]:
            echo(f"  - {shorten(line, _LONGEST_LINE, placeholder=' …')}")
        if len(removed) > _FIRST_LINES:
            echo("  - …")
    if twin := entry.near_duplicate:
        alike = f"{twin.similarity:.0%}"
        echo(
            say(
                en=f"Resembles “{twin.resembles_title}” ({twin.resembles_id}, {alike})",
                fr=f"Ressemble à « {twin.resembles_title} » ({twin.resembles_id}, {alike})",
            )
        )
    count = len(entry.passages)
    echo(say(en=f"Passages: {count}; the first:", fr=f"Passages : {count} ; les premiers :"))
    for text in _first_passages(entry):
        echo("  > " + text.replace("\n", "\n  > "))


def _outcome(outcome: Outcome) -> str:
    return {
        Outcome.ADDED: say(en="Would be added", fr="Serait ajouté"),
        Outcome.UPDATED: say(en="Would be updated", fr="Serait mis à jour"),
        Outcome.UNCHANGED: say(en="Unchanged", fr="Inchangé"),
    }[outcome]
