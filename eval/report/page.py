"""The report as one HTML document.

Whatever comes from an article, a question or an answer is escaped by the template, and should
that ever fail, the document's own policy lets no script run but ours, and nothing be fetched.
"""

import base64
import hashlib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from corpus.wording import InterfaceLanguage, Wording
from eval.measures.definitions import BY_NAME, GATES
from eval.report import plots, words
from eval.report.outcomes import Outcome, outcome
from eval.run import GoldQuote, Json, Run, Slice
from eval.significance import interval

HEADLINES = ("nDCG@10", "Success@1", "cites_answering_span", "answer_correct", "answered",
             "refused")  # fmt: skip
_FOLDER = Path(__file__).parent / "templates"
_TEMPLATES = Environment(
    loader=FileSystemLoader(_FOLDER),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def report_html(run: Run, language: InterfaceLanguage) -> str:
    """Everything about `run`, for a reader of `language`."""

    def say(wording: Wording) -> str:
        return wording.in_language(language)

    def figure(value: float, digits: int = 3) -> str:
        text = f"{value:.{digits}f}"
        return text.replace(".", ",") if language == "fr" else text

    style, script = _own("report.css"), _own("report.js")
    return _TEMPLATES.get_template("report.html").render(
        run=run,
        language=language,
        say=say,
        figure=figure,
        colon="\u00a0:" if language == "fr" else ":",
        w=words,
        plots=plots,
        by_name=BY_NAME,
        gates=[all(i.measures.get(name, 1.0) == 1 for i in run.items) for name in GATES],
        intervals=_intervals(run),
        headlines=[name for name in HEADLINES if name in run.measures],
        slices=_slices(run),
        outcome=outcome,
        tally=_tally(run),
        filters=_filters(run),
        answers=_answers,
        style=style,
        script=script,
        policy=f"default-src 'none'; style-src {_allowed(style)}; script-src {_allowed(script)}; "
        "base-uri 'none'; form-action 'none'",
    )


def _own(name: str) -> Markup:
    """A file of ours, put into the document as it is."""
    return Markup((_FOLDER / name).read_text(encoding="utf-8"))  # noqa: S704 (not of a user)


def _allowed(content: str) -> str:
    """The policy's way to name a style or script that stands in the document."""
    digest = hashlib.sha256(content.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _intervals(run: Run) -> dict[str, tuple[float, float]]:
    """95 % intervals of the measures that single questions have, inside 0 and 1."""
    found = {}
    for name in run.measures:
        values = [item.measures[name] for item in run.items if name in item.measures]
        if values and not BY_NAME[name].is_gate:
            low, high = interval(np.array(values))
            found[name] = (max(low, 0.0), min(high, 1.0))
    return found


def _slices(run: Run) -> list[tuple[Wording, Wording, Slice]]:
    """(dimension, value, figures) of every slice, the dimensions in a fixed order."""
    order = list(words.DIMENSIONS)
    found = []
    for name, figures in run.slices.items():
        dimension, value = name.split("=", 1)
        found.append((order.index(dimension), value, figures))
    return [
        (words.DIMENSIONS[order[place]], words.value_in_words(value), figures)
        for place, value, figures in sorted(found, key=lambda each: each[:2])
    ]


def _tally(run: Run) -> list[tuple[Outcome, int]]:
    """How many questions came to each outcome, those that no question came to left out."""
    counts = Counter(map(outcome, run.items))
    return [(result, counts[result]) for result in Outcome if counts[result]]


def _filters(run: Run) -> dict[str, list[str]]:
    """What can be chosen among, without the choices that every question shares."""
    values: dict[str, list[str]] = {
        "language": [item.language for item in run.items],
        "kind": [item.kind for item in run.items],
        "cross_lingual": [_written(item.cross_lingual) for item in run.items],
        "answerable": [_written(item.answerable) for item in run.items],
        "outcome": [outcome(item) for item in run.items],
    }
    return {name: sorted(set(found)) for name, found in values.items() if len(set(found)) > 1}


def _written(value: bool) -> str:
    return str(value).lower()


def _answers(citation: Json, gold: Iterable[GoldQuote]) -> bool:
    """Whether the quote and a passage that answers share characters."""
    return any(
        citation["article_id"] == each.article
        and citation["start"] < each.end
        and each.start < citation["end"]
        for each in gold
    )
