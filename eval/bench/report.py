"""`eval/RESULTS.md`: each table stands between two markers, and only that is written anew."""

import re
from pathlib import Path

from eval.bench.machine import Machine
from eval.bench.section import Section, markdown


def write_section(path: Path, section: Section, command: str, machine: Machine) -> None:
    """Replace what stands between the markers of `section.name`.

    Raises ValueError when the file has no such markers: a table is not dropped in silence.
    """
    begin, end = f"<!-- bench:{section.name} -->", f"<!-- /bench:{section.name} -->"
    text = path.read_text(encoding="utf-8")
    if text.count(begin) != 1 or text.count(end) != 1:
        raise ValueError(f"{path} needs one {begin} and one {end} after it")
    written = f"{begin}\n{markdown(section)}\n\nMade by `{command}` · {machine}.\n{end}"
    between = re.compile(re.escape(begin) + ".*?" + re.escape(end), re.DOTALL)
    path.write_text(between.sub(lambda _: written, text), encoding="utf-8")
