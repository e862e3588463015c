"""The tab of people: everybody's own password, and the accounts for administrators."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import gradio as gr
from gradio.blocks import Block

from corpus.people import LOCAL, Right, Role
from corpus.wording import InterfaceLanguage, KnownError, Wording
from ui.web import failure, texts
from ui.web.articles.library_view import notice_html
from ui.web.clickable import ANNOUNCED, clickable
from ui.web.desks.desks import Desks
from ui.web.doors.sign_in_words import ENDED
from ui.web.doors.visitor import visitor
from ui.web.inlined import text_of
from ui.web.markup import render
from ui.web.part import QUIETLY, Part, Updates
from ui.web.people import words
from ui.web.sent import form_values, sent

_LONGEST = 2000  # characters of a field; longer is neither a name nor a password


@dataclass(frozen=True, slots=True)
class Doing:
    """What somebody has begun: a form that is open or was refused, but never a password."""

    kind: str = ""  # first, own, add, role, password, close
    of: str = ""  # id of the person
    name: str = ""  # as it was typed
    role: Role | None = None
    refusal: Wording | None = None


class PeopleTab:
    """Lays the tab out and answers its events."""

    def __init__(self, desks: Desks, language: gr.Radio) -> None:
        self._people = desks.people
        self._done = gr.HTML(
            elem_id="people-done",
            html_template=ANNOUNCED,
            js_on_load=text_of("arrived.js"),
            apply_default_css=False,
        )
        self._html = clickable("people")
        said: list[Block] = [self._done, self._html]
        self._html.submitted(self._submitted, language, said, **QUIETLY)
        self._html.person(self._begun, language, said, **QUIETLY)
        self.parts = (Part([], said, self._say),)

    def _say(self, language: InterfaceLanguage) -> Updates:
        return {self._done: "", self._html: self._shown(Doing(), language)}

    def _begun(self, language: InterfaceLanguage, event: gr.EventData) -> Updates:
        """A form is opened or closed, or an account is."""
        of, act = (sent(event, field, _LONGEST) for field in ("person", "act"))
        if act != "closed":
            kind = act if act in {"role", "password", "close"} else ""
            return {self._done: "", self._html: self._shown(Doing(kind, of), language)}
        name = self._name_of(of)
        return self._tried(
            lambda: self._people.close(of),
            texts.filled(words.CLOSED_NOW, name=name),
            Doing("close", of),
            language,
        )

    def _submitted(self, language: InterfaceLanguage, event: gr.EventData) -> Updates:
        fields = {
            name: "".join(values[:1])[:_LONGEST]
            for name, values in form_values(event._data).items()
        }
        form, of = (sent(event, field, _LONGEST) for field in ("form", "of"))
        name, password = fields.get("name", ""), fields.get("password", "")
        chosen = fields.get("role", "")
        role = Role(chosen) if chosen in set(Role) else Role.READER
        doing = Doing(form, of, name, role)

        def first() -> None:
            _same(password, fields.get("again", ""))
            self._people.add(name, Role.ADMIN, password)

        def own() -> None:
            _same(password, fields.get("again", ""))
            self._people.change_password(fields.get("old", ""), password)

        def add() -> None:
            self._people.add(name, role, password)

        def change_role() -> None:
            self._people.change_role(of, role)

        def set_password() -> None:
            self._people.reopen(of, password)

        steps: dict[str, tuple[Callable[[], None], Wording]] = {
            "first": (first, words.FIRST_MADE),
            "own": (own, words.PASSWORD_CHANGED),
            "add": (add, texts.filled(words.ADDED, name=" ".join(name.split()))),
            "role": (change_role, words.ROLE_CHANGED),
            "password": (set_password, words.PASSWORD_SET),
        }
        if form not in steps:
            return self._say(language)
        step, done = steps[form]
        if form in {"role", "password"}:
            done = texts.filled(done, name=self._name_of(of))
        return self._tried(step, done, doing, language)

    def _tried(
        self, step: Callable[[], object], done: Wording, doing: Doing, language: InterfaceLanguage
    ) -> Updates:
        """Done, with the sentence that says so; or the form again, with why it was not."""
        try:
            step()
        except KnownError as error:
            if doing.kind not in {"first", "own"} and not visitor().may(Right.ADMINISTER):
                # There is no such form on this person's page.
                return {self._done: notice_html(error.wording, language, failed=True)}
            again = replace(doing, refusal=error.wording)
            return {self._done: "", self._html: self._shown(again, language)}
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            return {self._done: notice_html(failure.sentence(error), language, failed=True)}
        if doing.kind == "first":
            # Whoever made it has to sign in, too.
            signing_in = render("first_made.html", language, w=words)
            return {self._done: signing_in, self._html: ""}
        return {self._done: notice_html(done, language), self._html: self._shown(Doing(), language)}

    def _shown(self, doing: Doing, language: InterfaceLanguage) -> str:
        try:
            me = visitor()
            may = me is not LOCAL and me.may(Right.ADMINISTER)
            return render(
                "people.html",
                language,
                w=words,
                me=me,
                first=me is LOCAL,
                accounts=self._people.accounts() if may else (),
                all_roles=tuple(Role),
                doing=doing,
            )
        except Exception as error:  # noqa: BLE001  the page is the last place to catch it
            return notice_html(failure.sentence(error), language, failed=True)

    def _name_of(self, person_id: str) -> str:
        try:
            names = {person.id: person.name for person, _ in self._people.accounts()}
        except KnownError:  # the step that wants the name says why
            return ""
        return names.get(person_id, "")


def who_html(language: InterfaceLanguage) -> str:
    """Who is signed in, for the masthead; nothing where nobody signs in."""
    return render("who.html", language, w=words, ended=ENDED, person=visitor())


def _same(password: str, again: str) -> None:
    if password != again:
        raise KnownError(en=words.DIFFERENT.en, fr=words.DIFFERENT.fr)
