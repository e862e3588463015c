"""Generations on disk: a folder of segments, and a manifest that vouches for them.

A generation shares the files of the segments that it has in common with the one before: they
are linked, not written again. So it stays whole when the other is deleted, and publishing costs
what is new.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from index.manifest import Entry, Indexed, Manifest, verify, vouch, write_manifest
from index.segment import Segment, mapped, read_segment, write_segment

New = tuple[Segment, Mapping[str, Indexed]]  # a segment, and what is to be known of its articles


def write_generation(
    folder: Path, embedding: str, kept: Sequence[Entry], before: Path, new: Sequence[New]
) -> dict[str, Segment]:
    """Write a generation into the empty `folder` and force it to disk.

    `kept` are segments of the generation in the folder `before`, `embedding` is the fingerprint
    of what made the vectors. Returns the new segments by name, their matrices in their files.
    """
    entries = list(kept)
    written = {}
    for entry in kept:
        _link(before / entry.name, folder / entry.name, entry.files)
    for segment, articles in new:
        aside = folder / "segment"
        aside.mkdir()
        write_segment(segment, aside)
        files = vouch(aside)
        for name in files:
            force_to_disk(aside / name)
        # Named by what it holds: a process that has read it knows it again in later generations.
        meaning = json.dumps([files, sorted(articles)])
        name = f"segment-{hashlib.sha256(meaning.encode()).hexdigest()[:16]}"
        aside.rename(folder / name)
        entries.append(Entry(name, files, articles))
        written[name] = mapped(segment, folder / name)
    write_manifest(Manifest(embedding, tuple(entries)), folder)
    for path in (*folder.iterdir(), folder):
        force_to_disk(path)
    return written


def read_segments(
    folder: Path, manifest: Manifest, known: Mapping[str, Segment]
) -> dict[str, Segment]:
    """The segments of a generation, by name.

    Those that are `known` are neither read nor verified again. Raises KnownError when a file is
    missing or damaged.
    """
    return {
        entry.name: known[entry.name] if entry.name in known else read_verified(folder, entry)
        for entry in manifest.segments
    }


def read_verified(folder: Path, entry: Entry) -> Segment:
    verify(folder / entry.name, entry.files)
    return read_segment(folder / entry.name)


def force_to_disk(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _link(before: Path, folder: Path, names: Mapping[str, object]) -> None:
    folder.mkdir()
    for name in names:
        try:
            (folder / name).hardlink_to(before / name)
        except OSError:  # some file systems know no links, or not that many to one file
            shutil.copyfile(before / name, folder / name)
            force_to_disk(folder / name)
