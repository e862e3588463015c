"""Runs made from a few written questions."""

from typing import Any

import numpy as np

from corpus.wording import Wording
from eval.run import Bin, Curves, GoldQuote, Index, ItemResult, Latency, Retrieved, Run, Slice

ANSWER: dict[str, Any] = {
    "answer": "The clock is honest.",
    "sentences": [{"text": "The clock is honest.", "citations": [1]}],
    "abstained": False,
    "reason": None,
    "confidence": 0.8,
    "citations": [
        {
            "n": 1,
            "article_id": "ferry",
            "title": "Minutes on the quay",
            "publisher": "The Harbour Gazette",
            "date": "2021-11-05",
            "url": "https://harbour.example/minutes",
            "language": "en",
            "quote": "The clock is honest.",
            "start": 10,
            "end": 30,
        }
    ],
    "positions": [],
    "nearest": [],
    "index": {"generation": 1, "fingerprint": "abc"},
}
REFUSAL: dict[str, Any] = {
    **ANSWER,
    "answer": "",
    "sentences": [],
    "citations": [],
    "abstained": True,
    "reason": "too_weak",
    "confidence": 0.1,
}


def item(id_: str, **known: Any) -> ItemResult:
    """An answered question, whose answer is right, with what a test cares about."""
    usual: dict[str, Any] = {
        "question": f"Is clock {id_} honest?",
        "language": "en",
        "kind": "yes_no",
        "answerable": True,
        "near_miss": False,
        "cross_lingual": False,
        "right": True,
        "measures": {"nDCG@10": 1.0, "answer_correct": 1.0},
        "answer": ANSWER,
        "withheld": "",
        "retrieved": (
            Retrieved(1, "ferry", "Minutes on the quay", 0, 40, True, "Dr. Quill audits it."),
        ),
        "gold": (GoldQuote("ferry", "Minutes on the quay", 10, 30, "The clock is honest."),),
        "why": Wording(en="", fr=""),
    }
    return ItemResult(**{**usual, **known}, id=id_)


def run(*items: ItemResult, **known: Any) -> Run:
    """A run over `items`, its measures their means."""
    names = dict.fromkeys(name for each in items for name in each.measures)
    having = {name: [e.measures[name] for e in items if name in e.measures] for name in names}
    measures = {name: float(np.mean(values)) for name, values in having.items()}
    counts = {name: len(values) for name, values in having.items()}
    usual: dict[str, Any] = {
        "gold": "harbour",
        "gold_sha256": "f" * 64,
        "questions": len(items),
        "index": Index(1, "abcdef0123456789"),
        "answerer": "extractive",
        "settings": {"k": 10},
        "version": "0.1.0",
        "measures": measures,
        "counts": counts,
        "slices": {"language=en": Slice(len(items), measures, counts)},
        "curves": Curves(
            coverage_risk=((0.5, 0.0), (1.0, 0.25)),
            reliability=(Bin(0.0, 0.5, 4, 0.3, 0.5), Bin(0.5, 1.0, 4, 0.8, 1.0)),
        ),
        "items": items,
        "latency": Latency(41.0, 90.0, {each.id: 41.0 for each in items}),
    }
    return Run(**{**usual, **known})
