"""Invented sources that disagree on whom a chief customer officer reports to, and some findings."""

from collections.abc import Callable, Collection
from typing import Any

from corpus.article import Article
from tests.shelving import note

QUESTION = "Who should the chief customer officer (CCO) report to?"
TITLE = "Chief customer officers"

CEO = "A chief customer officer should report directly to the chief executive"
ALSO_CEO = "The chief customer officer must report to the CEO from the first day"
MARKETING = (
    "The chief customer officer of a bank belongs to the marketing department by nature",
    "In most firms a chief customer officer answers best to the head of marketing",
    "A good chief customer officer sits in the marketing department with the brand team",
)
OPERATIONS = "Chief customer officers must report to the head of operations every week"
UNDECIDED = "Chief customer officers read many complaints of customers on each day of work"

# Publisher, person, what is said, and the option that it takes.
DEBATE = (
    ("Marlow", "Jane Roe", CEO, "chief-executive"),
    ("Brill", "Ann Lee", MARKETING[0], "marketing"),
    ("Croft", "Paul Poe", MARKETING[1], "marketing"),
    ("Dunn", "Mary Moe", MARKETING[2], "marketing"),
    ("Ebdon", "Karl Koe", OPERATIONS, "another-function"),
    ("Frith", "Lou Loe", ALSO_CEO, "chief-executive"),
    ("Gray", "Una Ude", UNDECIDED, ""),
)
FINDINGS = (
    ("Marlow", "Jane Roe", "Loyal customers of small banks buy 40% more products each year"),
    ("Brill", "Ann Lee", "Chatbots lose 25% of the loyal customers who call in the evening"),
    ("Croft", "Paul Poe", "Letters that wait for a week drive 12% of loyal customers away"),
    ("Dunn", "Mary Moe", "Personal gifts keep 8% of loyal customers from looking elsewhere"),
    ("Ebdon", "Karl Koe", "Journey maps help 60% of retail firms to make customers loyal"),
    ("Frith", "Lou Loe", "Loyalty cards stay in the drawer of 40% of all customers"),
    ("Gray", "Una Ude", "Training of a loyal team decides on how customers are served"),
)


def reported(
    publisher: str, name: str, said: str, *, verb: str = "argues", **known: object
) -> Article:
    """A note of a publisher that tells what somebody says."""
    told: dict[str, Any] = {"title": TITLE, **known}
    return note(publisher, f"{said}, {verb} {name}.", **told)


def written(
    publisher: str, name: str, said: str, *, verb: str = "argues", **known: object
) -> Article:
    """What an author says in an article of her own, of 2016."""
    own: dict[str, Any] = {"authors": (name,), "date": "2016-05-01", **known}
    return reported(publisher, name, said, verb=verb, **own)


def debate(of: Callable[..., Article] = reported, without: Collection[str] = ()) -> list[Article]:
    """One source a side, those of some publishers left out."""
    return [of(firm, name, said) for firm, name, said, _ in DEBATE if firm not in without]


def findings(of: Callable[..., Article] = reported, **known: object) -> list[Article]:
    """One source a finding, about loyalty."""
    told = {"title": "Loyalty", "verb": "counts", **known}
    return [of(firm, name, said, **told) for firm, name, said in FINDINGS]
