"""Several people who ask the served page at the same time, over HTTP."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Barrier
from time import perf_counter

import httpx

from eval.bench.visitor import Visitor


@dataclass(frozen=True, slots=True)
class Crowd:
    """What they saw."""

    spent: tuple[float, ...]  # milliseconds of each question that was answered
    errors: tuple[str, ...]
    seconds: float  # from the first question to the last answer

    @property
    def per_second(self) -> float:
        return len(self.spent) / self.seconds


def ask_at_once(address: str, asked: Sequence[Sequence[str]]) -> Crowd:
    """Everybody's own questions one after the other, all people beginning together."""
    visitors = [Visitor(address) for _ in asked]
    together = Barrier(len(asked))

    def ask_all(visitor: Visitor, own: Sequence[str]) -> tuple[list[float], list[str]]:
        spent, errors = [], []
        together.wait()
        for question in own:
            visitor.begin_anew()
            started = perf_counter()
            try:
                visitor.ask(question)
                spent.append((perf_counter() - started) * 1000)
            except (httpx.HTTPError, RuntimeError) as error:
                errors.append(f"{question}: {error!r}")
        return spent, errors

    started = perf_counter()
    with ThreadPoolExecutor(len(asked)) as people:
        seen = list(people.map(ask_all, visitors, asked))
    seconds = perf_counter() - started
    for visitor in visitors:
        visitor.close()
    return Crowd(
        spent=tuple(each for spent, _ in seen for each in spent),
        errors=tuple(each for _, errors in seen for each in errors),
        seconds=seconds,
    )
