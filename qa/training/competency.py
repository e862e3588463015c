"""The competency map: what a chief customer officer should know, be able to argue and do.

It is data, which an organisation may edit: see `qa.training.map_reading`.
"""

from dataclasses import dataclass
from typing import Literal

from corpus.topics import Topic
from corpus.wording import Wording


@dataclass(frozen=True, slots=True)
class Field:
    """One question of a worksheet, to be answered for one's own company."""

    id: str
    label: Wording
    hint: Wording


@dataclass(frozen=True, slots=True)
class Worksheet:
    """A small piece of work: a template to fill in."""

    title: Wording
    purpose: Wording  # what it is good for, and whom to show it to
    minutes: int
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Challenge:
    """What somebody in the company asks a chief customer officer, and what to look up for it."""

    id: str  # "competency/name"
    asker: str  # key of ASKERS
    said: Wording  # as it is said in a corridor
    search: Wording  # the same as a question to the library


@dataclass(frozen=True, slots=True)
class Competency:
    """One competency, with what it stands on in the library."""

    id: str
    phase: Literal[30, 60, 90]  # the days by which it is usually wanted
    name: Wording
    purpose: Wording  # what one can do with it, in the infinitive
    know: tuple[Wording, ...]
    argue: tuple[Wording, ...]
    do: tuple[Wording, ...]
    topics: tuple[Topic, ...]  # of articles
    concepts: tuple[str, ...]  # ids of the thesaurus
    disputes: tuple[str, ...]  # ids
    sources: tuple[str, ...]  # addresses of articles, the most telling first
    worksheet: Worksheet
    challenges: tuple[Challenge, ...]


ASKERS = {
    "ceo": Wording(en="Your CEO asks", fr="Votre directeur général demande"),
    "cfo": Wording(en="Your finance director asks", fr="Votre directeur financier demande"),
    "marketing": Wording(
        en="Your marketing director asks", fr="Votre directrice marketing demande"
    ),
    "sales": Wording(en="Your head of sales asks", fr="Votre directeur commercial demande"),
    "operations": Wording(
        en="Your head of operations asks", fr="Votre directrice des opérations demande"
    ),
    "it": Wording(en="Your head of IT asks", fr="Votre directeur informatique demande"),
    "hr": Wording(en="Your head of HR asks", fr="Votre DRH demande"),
    "board": Wording(en="A board member asks", fr="Un administrateur demande"),
    "team": Wording(en="Someone on the front line asks", fr="Un collaborateur de terrain demande"),
    "customer": Wording(en="A customer asks", fr="Un client demande"),
}
