"""Position: which side a source takes on a question that the field disputes."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from corpus.article import Article
from corpus.characters import folded
from index.analysis import terms
from index.snapshot import Snapshot
from qa.positions.assigning import taken_by_rule
from qa.positions.dispute import Dispute, Option, disputes
from qa.positions.rules import canonical
from qa.training.item import ItemKind
from qa.training.items.claim import Claim
from qa.training.items.draft import Draft
from qa.training.items.draft import Option as Choice
from qa.training.items.meaning import Meanings
from qa.training.items.said import argues
from qa.training.items.source_label import label
from qa.training.items.voices import Voice, VoiceKind, Voices, speaks_for_itself

FEWEST = 3  # options: of two, one is right half the time by guessing
TWICE = 2  # sentences of a source that take the option
MOST = 2  # sources of each option, in each language

EVERYWHERE = "customer experience company service client clients expérience entreprise services"


@dataclass(frozen=True, slots=True, eq=False)
class _Held:
    """A claim by which a voice takes one option and no other."""

    claim: Claim
    voice: Voice
    option: Option


def drafts(claims: Sequence[Claim], snapshot: Snapshot) -> Iterator[Draft]:
    """Questions on sources that take, by rule, one and the same option wherever they speak."""
    meanings = Meanings(snapshot)
    spoken = list(_spoken(claims, Voices(claims, snapshot)))
    for dispute in disputes():
        if len(dispute.options) < FEWEST:
            continue
        held = list(_held(spoken, dispute))
        loyal = _loyal({each.claim.article.id for each in held}, dispute, snapshot)
        held = [each for each in held if each.claim.article.work in loyal]
        for option in dispute.options:
            taking = [each for each in held if each.option is option]
            for language in ("en", "fr"):
                for each in _telling(taking, language, meanings)[:MOST]:
                    yield _draft(each, dispute)


def _spoken(claims: Iterable[Claim], voices: Voices) -> Iterator[tuple[Claim, Voice]]:
    """Claims in which somebody argues in their own name."""
    for claim in claims:
        voice = voices.of(claim)
        if voice is None or not argues(claim):
            continue
        if voice.kind is VoiceKind.PERSON or speaks_for_itself(voice, claim.article):
            yield claim, voice


def _held(spoken: Iterable[tuple[Claim, Voice]], dispute: Dispute) -> Iterator[_Held]:
    for claim, voice in spoken:
        text = canonical(claim.text)
        taken = taken_by_rule(text, dispute, claim.passage, claim.article)
        if len(taken) == 1 and _to_the_point(claim, dispute, taken[0]):
            yield _Held(claim, voice, taken[0])


def _to_the_point(claim: Claim, dispute: Dispute, taken: Option) -> bool:
    """Whether the claim shares a word with the question or the option, "customer" aside."""
    language = claim.language
    asked = f"{dispute.question.in_language(language)} {taken.label.in_language(language)}"
    shared = {*terms(claim.text, language)} & {*terms(asked, language)}
    return bool(shared - {*terms(EVERYWHERE, language)})


def _loyal(articles: Iterable[str], dispute: Dispute, snapshot: Snapshot) -> frozenset[str]:
    """Works that take one option only, in whichever language and article, and say so twice.

    What is said once may be said in passing.
    """
    options: dict[str, Counter[str]] = defaultdict(Counter)
    for article in map(snapshot.article, sorted(articles)):
        options[article.work].update(_everywhere(article, dispute, snapshot))
    return frozenset(
        work for work, taken in options.items() if len(taken) == 1 and taken.total() >= TWICE
    )


def _everywhere(article: Article, dispute: Dispute, snapshot: Snapshot) -> Iterator[str]:
    for passage in snapshot.passages_of[article.id]:
        for start, end in passage.sentences:
            text = canonical(article.text[start:end])
            for option in taken_by_rule(text, dispute, passage, article):
                yield option.id


def _telling(taking: Sequence[_Held], language: str, meanings: Meanings) -> list[_Held]:
    """One claim of each work and voice, those first that say what all who take the option say.

    They are the nearest to the middle of all, in either language.
    """
    if not taking:
        return []
    matrix = meanings.matrix((each.claim.passage, each.claim.span) for each in taking)
    nearness = matrix @ np.mean(matrix, axis=0)
    best: list[_Held] = []
    for at in np.argsort(-nearness, kind="stable"):
        each = taking[at]
        if each.claim.language == language and not any(_one_source(each, b) for b in best):
            best.append(each)
    return best


def _one_source(one: _Held, other: _Held) -> bool:
    same_voice = folded(one.voice.name) == folded(other.voice.name)
    return same_voice or one.claim.article.work == other.claim.article.work


def _draft(held: _Held, dispute: Dispute) -> Draft:
    claim, taken = held.claim, held.option
    language = claim.language
    who = label(held.voice.name, claim.article)
    several = held.voice.kind is VoiceKind.PEOPLE
    question = dispute.question.in_language(language)
    if language == "fr":
        takes = "défendent" if several else "défend"
        asked = f"«\u00a0{_spaced(question)}\u00a0»"
        stem = f"Sur la question {asked}, quelle position {takes} {who}\u00a0?"
    else:
        do = "do" if several else "does"
        stem = f"On the question “{question}”, which position {do} {who} take?"
    labels = {option.id: option.label.in_language(language) for option in dispute.options}
    right = labels.pop(taken.id)
    words = {*terms(right, language)}
    apart = sorted(labels.values(), key=lambda each: len(words & {*terms(each, language)}))
    return Draft(
        kind=ItemKind.POSITION,
        claim=claim,
        stem=stem,
        shown="",
        right=Choice(right),
        answer=claim.span,
        distractors=tuple(map(Choice, apart)),  # those first that are least like it
    )


def _spaced(question: str) -> str:
    return question.replace(" ?", "\u00a0?").replace(" :", "\u00a0:")
