"""What a measurement gives back: one table, with what it says and how it was taken."""

from dataclasses import dataclass

Value = float | str | None  # None: could not be measured here, shown as "–"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: what was measured, and a value for each column."""

    label: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """One table of `RESULTS.md`; `name` is in the markers around it."""

    name: str
    about: str  # what the table measures, and how; Markdown
    columns: tuple[str, ...]  # the first one heads the labels
    rows: tuple[Row, ...]

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row.values) != len(self.columns) - 1:
                raise ValueError(f"{len(row.values)} values under {len(self.columns) - 1} columns")


def markdown(section: Section) -> str:
    """The table in Markdown, under what it is about."""
    lines = [
        _line(section.columns),
        _line(("---", *["---:"] * (len(section.columns) - 1))),
        *(_line((row.label, *map(shown, row.values))) for row in section.rows),
    ]
    return f"{section.about}\n\n" + "\n".join(lines)


def shown(value: Value) -> str:
    """Three digits that count, or more before the point; text as it is."""
    if value is None:
        return "–"
    if isinstance(value, str):
        return value
    size = abs(value)
    if value == int(value) and size >= 1:
        return f"{value:,.0f}"
    digits = 0 if size >= 100 else 1 if size >= 10 else 2 if size >= 1 else 3
    return f"{value:,.{digits}f}"


def _line(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
