"""What a Word file would do when it is opened."""

import re
from io import BytesIO
from zipfile import ZipFile

_FIELD = re.compile(rb"<w:instrText[^>]*>\s*(\w+)")
_HARMLESS = {b"NOTEREF", b"PAGE", b"NUMPAGES", b"HYPERLINK"}


def loads_nothing(data: bytes) -> None:
    """No macro, nothing embedded, no field that computes; links lead to web pages only."""
    with ZipFile(BytesIO(data)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    for name, part in parts.items():
        if name.endswith(".rels"):
            for relation in re.findall(rb"<Relationship [^>]*External[^>]*>", part):
                assert re.search(rb'Target="(https?|mailto):', relation), relation
    found = {name for part in parts.values() for name in _FIELD.findall(part)}
    assert found <= _HARMLESS
    assert not [name for name in parts if "vba" in name.lower() or "embed" in name.lower()]
