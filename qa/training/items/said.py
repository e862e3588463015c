"""What is shown of a claim whose speaker or source is asked for."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from hashlib import sha256

from corpus.characters import folded
from index.analysis import is_function_word, terms
from index.thesaurus import Thesaurus
from qa.numbers import numbers
from qa.training.items.claim import Claim
from qa.training.items.proper_names import ProperNames
from qa.training.items.stating import names_subject
from qa.training.items.voices import Voice, VoiceKind, speaks_for_itself

_QUOTES = re.compile(r"[«»“”\"]")
# What is left of words about the speaker, or leans on what was said before.
_LEANS = re.compile(
    r"\b(?:who (?:says|said|calls|adds|argues)|pour (?:qui|lequel|laquelle)|for whom"
    r"|(?:without|sans) (?:giving|citing|donner|citer)"
    r"|(?:he|she) (?:says|calls|adds)|according to|selon|d['’]après|in (?:his|her) (?:view|opinion)"
    r"|(?:à|de) (?:son|leur) avis|himself|herself|lui-même|elle-même"
    r"|the same|les mêmes|(?:chacune?|each) (?:des|of the) \w+|ces|cette|these"
    r"|those (?!who|that))\b",
    re.IGNORECASE,
)
# Whoever grants something argues for something else, and a sample is no claim.
_GRANTS = re.compile(
    r"\b(?:grants?|admits?|admitted|concedes?|conceded|allows|reconnaît|admet|concède|nuance)\b"
)
_SAMPLE = re.compile(
    r"\b(?:respondents|interviewed|were (?:assessed|asked|surveyed)|questions in the course"
    r"|interviews?|répondants|interrogée?s|sondée?s)\b"
)
_ANSWERS = re.compile(
    r"(?:yes|no|oui|non)\b(?!\s(?:one|single|longer|company|customer))", re.IGNORECASE
)
# Whoever reports what others do or found argues nothing by it.
_REPORTS = re.compile(
    r"\b(?:reports?|reported|notes|noted|observes|observed|recalls?|recalled|relates|quotes|quoted"
    r"|describes|mentions|rapporte(?:nt)?|relève(?:nt)?|constate(?:nt)?|rappelle(?:nt)?|relate(?:nt)?"
    r"|signale(?:nt)?|cite(?:nt)?|décri(?:t|vent)|shows?|montre(?:nt)?)\b"
)
_OF_ANOTHER = re.compile(
    r"\b(?:thèse|thesis|argument)\s(?:du|de\sla|of\sthe|of\sa)\s\w+", re.IGNORECASE
)
_WORD = re.compile(r"\w[\w&.'’-]*\w")
BESIDE = 18  # characters, as in ", reports the "
_SAME = 0.6  # share of the words of the shorter of two sentences from which they repeat each other


def told_apart(claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims whose words can be shown, without those that repeat an earlier one.

    A summary says again what the article says.
    """
    before: dict[tuple[str, str], list[frozenset[str]]] = defaultdict(list)
    for claim in claims:
        if not claim.said:
            continue
        stems = frozenset(terms(claim.said, claim.language))
        told = before[claim.article.work, claim.language]
        if not any(_repeats(stems, earlier) for earlier in told):
            told.append(stems)
            yield claim


def worth_attributing(
    claim: Claim, name: str, thesaurus: Thesaurus, proper_names: ProperNames
) -> bool:
    """Whether it matters who says it, and what is said does not show who does.

    It matters for what names the subject, a concept of the field, and not one firm or person.
    """
    said = claim.said
    if any(pattern.search(said) for pattern in (_QUOTES, _LEANS, _SAMPLE, _ANSWERS)):
        return False
    if _GRANTS.search(_beside_speaker(claim)):
        return False
    if proper_names.in_text(said):
        return False
    spoken = {folded(word) for word in _WORD.findall(said)}
    if spoken & _telling_words(name, claim.language):
        return False
    return names_subject(said, claim, thesaurus)


def argues(claim: Claim) -> bool:
    """Whether somebody takes a view here, instead of counting or of reporting others."""
    counts = any("%" in number or "/" in number for number in numbers(claim.text))
    reports = _REPORTS.search(_beside_speaker(claim)) or _OF_ANOTHER.search(claim.text)
    return not counts and not reports


def _beside_speaker(claim: Claim) -> str:
    """The words on both sides of the speaker's name, where the verb of saying stands."""
    if claim.speaker is None:
        return ""
    start, end = (at - claim.span.start for at in claim.speaker)
    return f"{claim.text[max(start - BESIDE, 0) : start]}|{claim.text[end : end + BESIDE]}"


def asked_of_source(claim: Claim, voice: Voice) -> bool:
    """Whether a claim that can be asked in both ways is asked by its source: one in two.

    Decided by its words, so that nothing else in the library changes it. People are asked for by
    their source: few of them speak in one debate.
    """
    own = speaks_for_itself(voice, claim.article)
    by_name = voice.kind is VoiceKind.ORGANISATION and voice.span is not None
    return own and (not by_name or sha256(claim.text.encode()).digest()[0] % 2 == 0)


def quoted(said: str, language: str) -> str:
    return f"«\u00a0{said}\u00a0»" if language == "fr" else f"“{said}”"


def _telling_words(name: str, language: str) -> frozenset[str]:
    """Words of a name that would show whose it is."""
    return frozenset(
        folded(word) for word in _WORD.findall(name) if not is_function_word(word, language)
    )


def _repeats(stems: frozenset[str], earlier: frozenset[str]) -> bool:
    return len(stems & earlier) >= _SAME * min(len(stems), len(earlier))
