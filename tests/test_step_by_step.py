"""Long work of the page: its steps, its result, its failure, and how it is stopped."""

from threading import Event

import pytest

from corpus.wording import KnownError
from index.report import Progress
from ui.web.articles.intake import Step, StoppedError, step_by_step


def test_the_result_comes_after_the_steps() -> None:
    looked_at = Event()

    def work(progress: Progress) -> str:
        progress("read", 1, 2)
        looked_at.wait(timeout=20)
        return "done"

    steps = step_by_step(work)
    assert next(steps) == Step("read", 1, 2)
    looked_at.set()
    with pytest.raises(StopIteration) as end:
        next(steps)
    assert end.value.value == "done"


def test_a_failure_is_raised_to_whoever_waits() -> None:
    def work(progress: Progress) -> None:
        raise KnownError(en="No.", fr="Non.")

    with pytest.raises(KnownError, match="No"):
        next(step_by_step(work))


@pytest.mark.parametrize(
    ("stage", "stopped"), [("read", True), ("embed", True), ("publish", False)]
)
def test_work_is_stopped_before_it_publishes_and_not_while(stage: str, stopped: bool) -> None:
    stop = Event()
    stop.set()
    went_on = []

    def work(progress: Progress) -> None:
        progress(stage, 0, 1)
        went_on.append(stage)

    steps = step_by_step(work, stop)
    if stopped:
        with pytest.raises(StoppedError):
            next(steps)
    else:
        list(steps)
    assert went_on == ([] if stopped else [stage])
