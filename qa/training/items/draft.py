"""A drafted item, before the gates."""

from dataclasses import dataclass

from corpus.wording import Wording
from index.passage import Span
from qa.training.item import ItemKind
from qa.training.items.claim import Claim
from qa.training.items.kinds import FALSEHOOD, TRUTH


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a draft and where in the library it stands; None: a judgement, a label."""

    text: str
    article_id: str = ""
    span: Span | None = None  # of that article's text: `text` is what stands there


@dataclass(frozen=True, slots=True, eq=False)  # one of its kind
class Draft:
    """What a kind's writer proposes: `shown` and `stem` as in `Item`, the right option apart.

    `answer` is where the key stands in the claim's article, inside the claim's span.
    `distractors` come best first; at least as many as the kind needs, more if there are.
    """

    kind: ItemKind
    claim: Claim
    stem: str
    shown: str
    right: Option
    answer: Span
    distractors: tuple[Option, ...]
    why: Wording | None = None

    @property
    def language(self) -> str:
        return self.claim.language

    @property
    def quote(self) -> str:
        return self.claim.text


def verdicts(language: str, *, true: bool) -> tuple[Option, Option]:
    """The right and the wrong option for a statement that is true, or is not."""
    options = (Option(TRUTH.in_language(language)), Option(FALSEHOOD.in_language(language)))
    return options if true else (options[1], options[0])
