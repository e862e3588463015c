"""Who said, of a finding: whose survey, study or model it comes from.

The name stands as a gap in the sentence, so that one need not know who speaks.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from corpus.article import Article
from corpus.characters import folded
from corpus.exchange.person_names import parsed_name
from corpus.wording import Wording
from index.passage import Span
from index.snapshot import Snapshot
from qa.numbers import numbers
from qa.training.item import ItemKind
from qa.training.items.claim import Claim
from qa.training.items.draft import Draft, Option
from qa.training.items.findings import is_finding
from qa.training.items.saying import NAME
from qa.training.items.stating import Statement, names_subject, placed
from qa.training.items.voices import VoiceKind, Voices

GAP = "____"
FEWEST, MOST = 3, 6  # distractors
SEVERAL = 2  # works that name whom one knows
STEM = Wording(
    en="Which name completes this sentence?",
    fr="Quel nom complète cette phrase\u00a0?",
)

_EVIDENCE = {
    "en": r"(?:survey|study|data|figures|barometer|research|sample|poll|models?|comparison)",
    "fr": r"(?:enquêtes?|études?|baromètre|données|chiffres|recherches?|sondages?|modèles?)",
}
# The name beside what it found: "a Roe survey", "Roe's 2012 models", "surveyed by Roe".
_FOUND_BY = {
    "en": re.compile(
        rf"\b(?:an?|in|on|undated)\s(?P<before>{NAME})(?:['’]s)?\s(?:\d{{4}}\s)?{_EVIDENCE['en']}\b"
        rf"|\bsurveyed\sby\s(?P<by>{NAME})"
        rf"|(?:^|\s)(?P<of>{NAME})['’]s\s(?:\d{{4}}\s)?{_EVIDENCE['en']}\b"
    ),
    "fr": re.compile(
        rf"\b{_EVIDENCE['fr']}\s(?:\w+\s)?(?:de\s|d['’]|menée\spar\s)(?P<before>{NAME})"
        rf"|\binterrogée?s\spar\s(?P<by>{NAME})"
    ),
}
# "the" stands before few names, and before a vowel these sound otherwise.
_ARTICLE = re.compile(r"(?:\b(?:the|le|la|du|des|les)\s|['’])$", re.IGNORECASE)
_JOURNAL = re.compile(r"\b(?:Science|Review|Journal|Magazine)\b")  # where others publish
_SOUNDS = re.compile(r"\b(?:an?|de)\s$", re.IGNORECASE)
# Nobody could look it up; or who had it made is the one to know.
_NOBODY_S = re.compile(
    r"\bundated\b|\bsans en \w+ (?:la date|l['’]origine)|\bwithout saying when\b"
)
_FOR_ANOTHER = re.compile(
    r"['’]?s?(?:\s\w+){0,6}\s(?:for|pour)\s(?:the\s|la\s|le\s|l['’])?[A-ZÀ-Þ]"
)
_VOWEL = re.compile(r"[aeiouyéèêàâîôh]", re.IGNORECASE)


def drafts(claims: Sequence[Claim], snapshot: Snapshot) -> Iterator[Draft]:
    """Findings that name whose they are once, beside others of whom the library has findings."""
    voices = Voices(claims, snapshot)
    found = [(claim, span) for claim in claims if (span := _found_by(claim))]
    known: dict[str, list[Option]] = defaultdict(list)  # who is said to have found something
    people = {parsed_name(each).last for record in snapshot.records() for each in record.authors}
    for claim, span in found:
        name = _text(claim, span)
        if name not in people and not _JOURNAL.search(name):
            known[folded(name)].append(_option(claim, span))
    told = [(claim, span) for claim in claims if (span := _spoken_by(claim, voices))]
    named = [each for each in (*told, *found) if folded(_text(*each)) in known]
    asked = {claim: span for claim, span in named if _hides(claim, span)}
    for claim, span in asked.items():
        statement = placed(Statement(claim, _shown(claim, span)), snapshot.thesaurus)
        if statement.is_placed and names_subject(claim.text, claim, snapshot.thesaurus):
            others = _others(claim, span, known, snapshot, voices)
            if len(others) >= FEWEST:
                yield _draft(claim, span, others)


def _found_by(claim: Claim) -> Span | None:
    """Where whoever found it stands in the text of a claim that tells a finding; else None."""
    match = _FOUND_BY[claim.language].search(claim.text)
    if match is None or not is_finding(claim.text, claim.language):
        return None
    return Span(*next(match.span(each) for each in match.groupdict() if match[each]))


def _spoken_by(claim: Claim, voices: Voices) -> Span | None:
    """The same of an organisation that tells its finding."""
    voice = voices.of(claim)
    if voice is None or voice.span is None or voice.kind is not VoiceKind.ORGANISATION:
        return None
    start = claim.span.start
    told = is_finding(claim.text, claim.language)
    return Span(voice.span.start - start, voice.span.end - start) if told else None


def _hides(claim: Claim, span: Span) -> bool:
    """Whether it is worth knowing whose finding it is, and a gap there does not tell the name.

    By an article, by its first sound, spelled out in brackets or once more.
    """
    name, before, after = _text(claim, span), claim.text[: span.start], claim.text[span.end :]
    heard = _ARTICLE.search(before) or (_VOWEL.match(name) and _SOUNDS.search(before))
    told = heard is not None or after.startswith(" (")
    if _NOBODY_S.search(claim.text) or _FOR_ANOTHER.match(after):
        return False
    return not told and claim.text.count(name) == 1


def _text(claim: Claim, span: Span) -> str:
    return claim.text[span.start : span.end]


def _shown(claim: Claim, span: Span) -> str:
    return claim.text[: span.start] + GAP + claim.text[span.end :]


def _option(claim: Claim, span: Span) -> Option:
    start = claim.span.start
    place = Span(start + span.start, start + span.end)
    return Option(_text(claim, span), claim.article.id, place)


def _others(
    claim: Claim,
    span: Span,
    known: Mapping[str, Sequence[Option]],
    snapshot: Snapshot,
    voices: Voices,
) -> list[Option]:
    """Names that this article does not have, and of whom no article tells the same figure.

    First those whom several works name and who count on the same subjects: a name that one never
    met is no rival.
    """
    text, topics = folded(claim.article.text), set(claim.article.topics)
    told = numbers(claim.text)
    sounds = _SOUNDS.search(claim.text[: span.start]) is not None

    def by(name: str) -> list[Article]:
        return [snapshot.article(id_) for id_ in {option.article_id for option in known[name]}]

    def shared(name: str) -> int:
        return max(len(topics & set(each.topics)) for each in by(name))

    def fits(name: str) -> bool:
        theirs = by(name)
        same = any(told & numbers(each.text) for each in theirs)
        near = any(each.language == claim.article.language for each in theirs)
        known_for = any(each.topics for each in theirs)
        near &= not (topics and known_for) or 2 * shared(name) >= len(topics)
        told_by_sound = sounds and _VOWEL.match(name)
        return near and name not in text and not same and not told_by_sound

    def rank(name: str) -> tuple[bool, int, int, str]:
        heard = voices.heard_in(known[name][0].text)
        works = {snapshot.article(id_).work for id_ in heard}
        return len(works) < SEVERAL, -shared(name), -len(known[name]), name

    names = sorted(filter(fits, known), key=rank)
    return [known[name][0] for name in names[:MOST]]


def _draft(claim: Claim, span: Span, others: Sequence[Option]) -> Draft:
    right = _option(claim, span)
    return Draft(
        kind=ItemKind.WHO_SAID,
        claim=claim,
        stem=STEM.in_language(claim.language),
        shown=_shown(claim, span),
        right=right,
        answer=right.span or claim.span,
        distractors=tuple(others),
    )
