"""The library's desk lets each person do what the role allows, whatever method it is."""

import inspect
from typing import Any

import pytest

from corpus.people import LOCAL, Person, Right, Role
from corpus.wording import KnownError
from tests.accounts import visit
from ui.web.desks.desk import Desk
from ui.web.desks.guarded_desk import GuardedDesk, demand

EVERYBODYS = {
    "ask", "search", "related", "suggested", "article", "records", "export", "bibliography",
    "health",
}  # fmt: skip
LIBRARIANS = {"preview", "adopt", "correct", "update", "remove", "restore", "take_in"}
METHODS = {name for name in vars(Desk) if inspect.isfunction(vars(Desk)[name]) and name[0] != "_"}


class Recording:
    """A desk that says which method was called, with what."""

    def __init__(self) -> None:
        self.called: list[tuple[str, tuple[object, ...]]] = []

    def __getattr__(self, name: str) -> Any:
        def method(*arguments: object) -> object:
            self.called.append((name, arguments))
            return name

        return method


def person(role: Role) -> Person:
    return Person("p", "P", role)


def arguments(method: str) -> list[object]:
    """One for each parameter: the desk hands them on as they are."""
    return [object() for _ in list(inspect.signature(vars(Desk)[method]).parameters)[1:]]


def test_every_method_of_the_desk_is_decided_on() -> None:
    assert METHODS == EVERYBODYS | LIBRARIANS
    assert {name for name in vars(GuardedDesk) if name[0] != "_"} == METHODS


@pytest.mark.parametrize("method", sorted(EVERYBODYS))
@pytest.mark.parametrize("role", Role)
def test_everybody_asks_and_reads(method: str, role: Role) -> None:
    desk = Recording()
    sent = arguments(method)
    with visit(person(role)):
        getattr(GuardedDesk(desk), method)(*sent)
    assert desk.called == [(method, tuple(sent))]


@pytest.mark.parametrize("method", sorted(LIBRARIANS))
@pytest.mark.parametrize("role", Role)
def test_only_librarians_and_administrators_change_the_library(method: str, role: Role) -> None:
    desk = Recording()
    sent = arguments(method)
    with visit(person(role)):
        if role in {Role.LIBRARIAN, Role.ADMIN}:
            getattr(GuardedDesk(desk), method)(*sent)
            assert desk.called == [(method, tuple(sent))]
        else:
            with pytest.raises(KnownError, match="for librarians and administrators"):
                getattr(GuardedDesk(desk), method)(*sent)
            assert desk.called == []


@pytest.mark.parametrize("method", sorted(LIBRARIANS))
def test_without_a_request_nobody_is_anybody(method: str) -> None:
    desk = Recording()
    with pytest.raises(LookupError):
        getattr(GuardedDesk(desk), method)(*arguments(method))
    assert desk.called == []


@pytest.mark.parametrize(
    ("role", "rights"),
    [
        (Role.READER, set()),
        (Role.LIBRARIAN, {Right.KEEP_LIBRARY}),
        (Role.EVALUATOR, {Right.EVALUATE}),
        (Role.TRAINER, {Right.TRAIN}),
        (Role.ADMIN, {Right.KEEP_LIBRARY, Right.EVALUATE, Right.TRAIN, Right.ADMINISTER}),
    ],
)
def test_each_role_has_its_rights(role: Role, rights: set[Right]) -> None:
    granted = set()
    with visit(person(role)):
        for right in Right:
            try:
                demand(right)
            except KnownError as refusal:
                assert refusal.wording.en != refusal.wording.fr  # who may, in both languages
            else:
                granted.add(right)
    assert granted == rights


def test_on_ones_own_machine_everything_is_allowed() -> None:
    with visit(LOCAL):
        for right in Right:
            demand(right)
