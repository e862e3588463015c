"""Questions whose premise is turned into its opposite, by rules for both languages.

"Should the CCO report to the CEO?", which the library answers with yes, becomes "Why shouldn't
the CCO report to the CEO?", and "Pourquoi les clients satisfaits partent-ils ?" becomes "Pourquoi
les clients satisfaits ne partent-ils pas ?". Only questions with an auxiliary (English) or an
inversion (French) are changed: there the negation has one place.
"""

import re

from eval.gold import GoldItem, Kind
from qa.negations import negations

_AUXILIARY = re.compile(
    r"(?:why |how )?"
    r"(?P<verb>do|does|did|is|are|was|were|should|would|could|can|will|must|has|have)(?= )",
    re.IGNORECASE,
)
_CONTRACTED = {"can": "can't", "will": "won't"}
_INVERSION = re.compile(
    r"(?<![\w'’-])(?P<pronouns>(?:[smtl]['’]|(?:les?|la|lui|leur|y|en|se|me|te|nous|vous) )*)"
    r"(?P<verb>[^\W\d_]+)(?P<subject>-(?:t-)?(?:ils?|elles?|on|nous|vous|je|tu))\b(?!-)",
    re.IGNORECASE,
)
_FUNCTION_WORD = re.compile(
    r"(?:les?|la|une?|des|ce|cet|cette|ces|on|ne|dans|en|au|aux|pour)\b|[ln]['’]", re.IGNORECASE
)
# Before the verb: "why" would not fit in front of it.
_OTHER_CLAUSE = re.compile(
    r"[,:;]|\b(?:quoi|comment|combien|quand|où|que|quel\w*)\b", re.IGNORECASE
)
_COMMENT = re.compile(r"^comment ", re.IGNORECASE)
_VOWEL = re.compile(r"[aeiouyhàâéèêëîïôœùû]", re.IGNORECASE)


def negated(item: GoldItem) -> str | None:
    """The question with the opposite premise; None when the rules do not reach it.

    Only for a premise that the library holds to be true: the question asks why or how, or is
    answered with yes.
    """
    is_true = item.kind in (Kind.WHY, Kind.HOW) or item.answer.yes_no == "yes"
    if not is_true or negations(item.question):
        return None
    return _english(item.question) if item.language == "en" else _french(item.question)


def _english(question: str) -> str | None:
    found = _AUXILIARY.match(question)
    if found is None:
        return None
    verb = found["verb"].lower()
    negative = _CONTRACTED.get(verb) or f"{verb}n't"
    return f"Why {negative}{question[found.end() :]}"


def _french(question: str) -> str | None:
    found = _INVERSION.search(question)
    if found is None:
        return None
    start = _COMMENT.sub("Pourquoi ", question[: found.start()])
    if _OTHER_CLAUSE.search(start):
        return None
    verb = found["pronouns"] + found["verb"]
    ne = "n'" if _VOWEL.match(verb) else "ne "
    verb = verb if start else verb[0].lower() + verb[1:]
    changed = f"{start}{ne}{verb}{found['subject']} pas{question[found.end() :]}"
    if start.lower().startswith("pourquoi"):
        return changed
    return f"Pourquoi {_as_inside(changed)}"


def _as_inside(text: str) -> str:
    """The start of a sentence as it is written inside one; a name keeps its capital."""
    return text[0].lower() + text[1:] if _FUNCTION_WORD.match(text) else text
