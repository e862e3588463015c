"""A run: what was asked, found, answered and measured, so that it can be read and compared later.

Written as one JSON document. Two runs over the same questions and the same library are equal
byte for byte, `latency` apart.
"""

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, PlainSerializer, TypeAdapter, ValidationError

from corpus.new_file import new_file
from corpus.wording import KnownError, Wording

Json = dict[str, Any]
Figures = dict[str, float]  # measure -> value
# {"en", "fr"} in the file.
BothLanguages = Annotated[
    Wording,
    BeforeValidator(lambda value: Wording(**value) if isinstance(value, dict) else value),
    PlainSerializer(lambda wording: wording._asdict()),
]
NOT_SAID = Wording(en="", fr="")


@dataclass(frozen=True, slots=True)
class Retrieved:
    """A passage that the search gave; `relevant` when it holds a span that answers."""

    rank: int
    article_id: str
    title: str
    start: int
    end: int
    relevant: bool
    text: str


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """A span that answers, with its words as they stand in the library."""

    article: str
    title: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemResult:
    """One question of the gold set and what became of it."""

    id: str
    question: str
    language: str
    kind: str
    answerable: bool
    near_miss: bool
    cross_lingual: bool
    right: bool  # the answer, or what would have been answered had it not been refused
    measures: Figures  # only those that apply
    answer: Json  # as `cxlit ask --json` prints it, without its timings
    withheld: str  # what would have been answered; empty unless an answerable question was refused
    retrieved: tuple[Retrieved, ...]
    gold: tuple[GoldQuote, ...]
    why: BothLanguages = NOT_SAID  # it failed; empty when it did not

    @property
    def abstained(self) -> bool:
        return bool(self.answer["abstained"])

    @property
    def confidence(self) -> float:
        return float(self.answer["confidence"])


@dataclass(frozen=True, slots=True)
class Slice:
    """The measures over some of the questions, and over how many each one is."""

    questions: int
    measures: Figures
    counts: dict[str, int]


@dataclass(frozen=True, slots=True)
class Bin:
    """Questions whose confidence lies between `low` and `high`: how sure, and how often right."""

    low: Annotated[float, Field(alias="from")]
    high: Annotated[float, Field(alias="to")]
    n: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True)
class Curves:
    """Points (coverage, risk) from the most confident question on, and the reliability bins."""

    coverage_risk: tuple[tuple[float, float], ...]
    reliability: tuple[Bin, ...]


@dataclass(frozen=True, slots=True)
class Index:
    """The library that was asked."""

    generation: int
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Latency:
    """Milliseconds from question to answer. All that changes when a run is repeated."""

    p50: float
    p95: float
    by_item: dict[str, float]  # question's id -> milliseconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """The scorecard of one gold set, with every question behind it."""

    gold: str  # name of the gold set
    gold_sha256: str
    questions: int
    index: Index
    answerer: str
    settings: Json
    version: str
    measures: Figures
    counts: dict[str, int]  # measure -> questions that it is over
    slices: dict[str, Slice]  # "language=fr", "kind=figure", "cross_lingual=true" …
    curves: Curves
    items: tuple[ItemResult, ...]
    latency: Latency = field(default_factory=lambda: Latency(0.0, 0.0, {}))


def run_json(run: Run) -> Json:
    document: Json = _adapter().dump_python(run, mode="json", by_alias=True)
    return document


def run_bytes(run: Run) -> bytes:
    """The content of a run's file."""
    return _adapter().dump_json(run, by_alias=True, indent=1) + b"\n"


def write_run(path: Path, run: Run) -> None:
    """Raises KnownError when the file cannot be written; another run there is replaced."""
    with new_file(path, overwrite=True) as file:
        file.write(run_bytes(run))


def read_run(path: Path) -> Run:
    """Raises KnownError when the file is missing or holds no run."""
    try:
        return _adapter().validate_json(path.read_bytes())
    except OSError as error:
        raise KnownError(
            en=f"{path} cannot be read: {error.strerror}. A run is written by: "
            "cxlit eval answers GOLD.jsonl --save RUN.json",
            fr=f"{path} ne peut pas être lu : {error.strerror}. Une évaluation s'enregistre par : "
            "cxlit eval answers GOLD.jsonl --save RUN.json",
        ) from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"])) or "JSON"
        raise KnownError(
            en=f"{path} is not a run of cxlit eval answers ({where}: {first['msg']}). "
            "Make it again with --save.",
            fr=f"{path} n'est pas une évaluation de cxlit eval answers ({where} : "
            f"{first['msg']}). Refaites-la avec --save.",
        ) from error


@cache
def _adapter() -> TypeAdapter[Run]:
    return TypeAdapter(Run)
