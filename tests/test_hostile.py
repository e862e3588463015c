"""Whatever others write is text in every template: it changes no element, no attribute, no link."""

import dis
import re
import sys
from collections.abc import Iterator
from functools import cache
from typing import Any

import lxml.html
import pytest
from jinja2 import meta

from corpus.wording import Wording
from tests.hostile import EVERY_HOSTILE_TEXT
from ui.web import markup
from ui.web.dates import date_in_words
from ui.web.doors.sign_in_page import sign_in_html
from ui.web.markup import web_address

# The page for signing in is a document of its own, see below.
_TEMPLATES = sorted({*markup._TEMPLATES.list_templates()} - {"sign_in.html"})
_GIVEN_BY_RENDER = {
    *("t", "say", "date", "web_address", "colon", "language", "kind_names", "topic_names"),
}
_LINK = re.compile(r"#|https?://|/(?![/\\])")  # in the page, to a web page, in this site
_UNPACK = dis.opmap["UNPACK_SEQUENCE"]
_ENTRIES = 2  # of a list
Skeleton = list[tuple[str, list[str]]]


class Written(str):
    """A text for every value that a template asks for: its own attributes, entries and parts.

    So each template is filled with it wherever it shows anything, whatever its values are called.
    """

    equal = False  # what a comparison says; both branches of a template are wanted

    def __getattribute__(self, name: str) -> Any:
        own = name.startswith("__") or name == "encode"
        return super().__getattribute__(name) if own else self

    def __getitem__(self, key: Any) -> Any:
        return self

    def __call__(self, *values: Any, **named: Any) -> "Written":
        return self

    def __iter__(self) -> Iterator[Any]:
        """Two of a list; of one entry that is taken apart, as many as its parts have names."""
        asking = sys._getframe(1)
        code, at = asking.f_code.co_code, asking.f_lasti
        return iter([self] * (code[at + 1] if code[at] == _UNPACK else _ENTRIES))

    def __contains__(self, part: object) -> bool:
        return True

    def __len__(self) -> int:
        return _ENTRIES

    def __bool__(self) -> bool:
        return True

    def __index__(self) -> int:
        return 1

    def __eq__(self, other: object) -> bool:
        return type(self).equal

    def __ne__(self, other: object) -> bool:
        return not type(self).equal

    def __gt__(self, other: Any) -> bool:
        return True

    def __lt__(self, other: Any) -> bool:
        return type(self).equal

    def __add__(self, *other: Any) -> "Written":
        return self

    __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __mod__ = __round__ = __add__
    __ge__ = __gt__
    __le__ = __lt__
    __hash__ = str.__hash__


class Equal(Written):
    """The same, equal to everything."""

    equal = True


@pytest.fixture(autouse=True)
def _texts_of_others_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Words and names that the templates look up are not well meant, either."""
    monkeypatch.setattr(markup, "web_address", lambda url: web_address(str(url)))
    monkeypatch.setattr(
        markup, "date_in_words", lambda iso, language: date_in_words(str(iso), language)
    )


@cache
def wanted() -> set[str]:
    """The values that the templates take from whoever renders them."""
    loader = markup._TEMPLATES.loader
    assert loader is not None
    names = set[str]()
    for name in _TEMPLATES:
        source, _, _ = loader.get_source(markup._TEMPLATES, name)
        names |= meta.find_undeclared_variables(markup._TEMPLATES.parse(source))
    return names - _GIVEN_BY_RENDER


def filled(name: str, text: Written, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The elements of a template that has the text wherever something is shown."""
    for looked_up in ("texts", "KIND_NAMES", "TOPIC_NAMES"):
        monkeypatch.setattr(markup, looked_up, text)
    html = markup.render(name, "en", **dict.fromkeys(wanted(), text))
    return elements(html)


def elements(html: str) -> list[Any]:
    return list(lxml.html.fromstring(f"<main>{html}</main>").iter())


def skeleton(elements: list[Any]) -> Skeleton:
    """Elements and names of attributes; no links, and no languages: wrong ones are left out."""
    return [(str(e.tag), sorted(set(e.attrib) - {"lang"})) for e in elements if e.tag != "a"]


def test_there_are_enough_of_them() -> None:
    assert len(set(EVERY_HOSTILE_TEXT)) == len(EVERY_HOSTILE_TEXT) >= 100


@pytest.mark.parametrize("kind", [Written, Equal])
@pytest.mark.parametrize("name", _TEMPLATES)
def test_a_template_says_it_as_text(
    name: str, kind: type[Written], monkeypatch: pytest.MonkeyPatch
) -> None:
    harmless = filled(name, kind("harmless"), monkeypatch)
    for text in EVERY_HOSTILE_TEXT:
        found = filled(name, kind(text.encode("utf-8", "replace").decode()), monkeypatch)
        assert skeleton(found) == skeleton(harmless), text
        for element in found[1:]:
            assert element.tag in markup._TAGS, text
            assert not [each for each in element.attrib if each.startswith("on")], text
            assert not {"style", "src", "action", "formaction", "ping"} & set(element.attrib), text
            assert _LINK.match(element.get("href", "#")), text


def test_the_page_for_signing_in_says_it_as_text() -> None:
    refusal = Wording("harmless", "harmless")
    harmless = elements(sign_in_html("en", "/harmless", name="harmless", refusal=refusal))
    for text in EVERY_HOSTILE_TEXT:
        text = text.encode("utf-8", "replace").decode()
        html = sign_in_html("en", text, name=text, refusal=Wording(text, text))
        found = elements(html)
        assert skeleton(found) == skeleton(harmless), text
        links = [element.get("href") for element in found if element.tag == "a"]
        assert all(link.startswith("/login?lang=fr&next=") for link in links), text
