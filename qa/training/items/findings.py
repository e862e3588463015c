"""Findings and models: claims that tell a figure, or what their author counts of a subject."""

import re

from corpus.article import Kind
from qa.training.items.claim import Claim
from qa.training.items.figures import figures

# Torn from what it is a part of: nobody knows which group, leaders or company is meant.
_TORN = re.compile(
    r"\b(?:(?:préféré\w*|favourite)\b(?!.*\b(?:parmi|among)\b)|another\sgroup|un\sautre\sgroupe|the\s\d+\s\w+|les\s\d+\s\w+|(?:in\sthe|dans\sl['’])\s?"
    r"(?:\w+\s)?(?:company|firm|entreprise)\b(?!\s(?:that|which|qui|où))|a\smere\sfraction"
    r"|the\srespondent|(?:their|its|leurs?)\s(?:two|three|four|five|deux|trois|quatre|cinq)"
    r"|another\s\d|the\s(?:three|four|five|six|nine)\s\w+\s(?!of\b)"
    r"|one\sof\s(?:the|their)|although\sthey)\b",
    re.IGNORECASE,
)


def is_torn(text: str) -> bool:
    """Whether it speaks of a part of what stood before it."""
    return _TORN.search(text) is not None


def is_finding(text: str, language: str) -> bool:
    """Whether it tells a share, an amount, a time or a multiple, and what that is of."""
    forms = [each.form for each in figures(text, language)]
    return any(not form.startswith("count") for form in forms) and not _TORN.search(text)


def is_model(text: str, language: str) -> bool:
    """Whether it counts the parts of its subject: five competencies, three steps."""
    forms = [each.form for each in figures(text, language)]
    return any(form.startswith("count") for form in forms) and not _TORN.search(text)


def finds_itself(claim: Claim) -> bool:
    """Whether the article is by those who found a figure without a speaker, in their study."""
    return claim.article.kind is Kind.STUDY and bool(claim.article.authors)
