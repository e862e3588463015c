"""From a library to its quiz items: claims, drafts of every kind, gates, twins."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.wording import Wording
from index.encoding import Vectors
from index.report import Progress, silent
from index.snapshot import Snapshot
from qa.training.competency import Competency
from qa.training.item import Item, ItemKind, item_id
from qa.training.items import (
    answering,
    cloze,
    definition,
    enumeration,
    figure,
    list_completion,
    position,
    source,
    study,
    taking,
    true_false,
    who_said,
)
from qa.training.items.claim import Claim
from qa.training.items.claims import claims
from qa.training.items.contested import Contested
from qa.training.items.draft import Draft
from qa.training.items.gates.admission import Refused, admitted
from qa.training.items.gates.gate import Context
from qa.training.items.holding import held
from qa.training.items.kinds import TRUE
from qa.training.items.placing import Placing
from qa.training.items.room import Room
from qa.training.items.twins import Meant, cards, twins

VERSION = 5  # of the rules: change it when other items would come of the same library

NO_COMPETENCY = "placed"  # as if it were a gate
NOWHERE = Wording(en="it belongs to no competency", fr="ne relève d’aucune compétence")


@dataclass(frozen=True, slots=True)
class Generated:
    """The items, in a fixed order, and the drafts that were not used, each with the reason."""

    items: tuple[Item, ...]
    refused: tuple[Refused, ...]


def generated(
    snapshot: Snapshot,
    map_: Sequence[Competency],
    known: Mapping[str, str],
    progress: Progress = silent,
) -> Generated:
    """`known`: the card of every item that was ever made, by its id."""
    placing = Placing(map_)
    context = Context(snapshot)
    made: dict[str, tuple[Item, Claim]] = {}
    refused: list[Refused] = []
    room = Room()
    every = _claims(snapshot)
    kinds = _drafts(every, snapshot)
    for done, drafts in enumerate(kinds):
        progress("items", done, len(kinds))
        for draft in drafts:
            result = _item(draft, context, placing)
            if isinstance(result, Refused):
                refused.append(result)
            elif result.id not in made and room.takes(result):
                made[result.id] = (result, draft.claim)
    items = [item for item, _ in made.values()]
    pairs = twins([Meant(item, _vector(claim, snapshot)) for item, claim in made.values()])
    progress("items", len(kinds), len(kinds))
    return Generated(tuple(cards(items, pairs, known)), tuple(refused))


def _claims(snapshot: Snapshot) -> list[Claim]:
    """Of all articles, in an order that does not depend on when which one was added."""
    articles = sorted(snapshot.articles(), key=lambda article: (article.work, article.id))
    return [
        claim
        for article in articles
        for claim in claims(article, snapshot.passages_of.get(article.id, ()))
    ]


def _drafts(claims: Sequence[Claim], snapshot: Snapshot) -> tuple[Iterator[Draft], ...]:
    """In the order in which a sentence is asked about: what few are good for comes first."""
    contested = Contested(claims, snapshot)
    holdings = held(claims, snapshot, contested)
    return (
        position.drafts(holdings),
        answering.drafts(holdings, claims, snapshot, contested),
        definition.drafts(claims, snapshot),
        enumeration.drafts(claims, snapshot),
        list_completion.drafts(claims, snapshot),
        figure.drafts(claims, snapshot),
        study.drafts(claims, snapshot),
        who_said.drafts(claims, snapshot),
        source.drafts(claims, snapshot),
        taking.drafts(holdings, contested),
        cloze.drafts(claims, snapshot),
        true_false.drafts(claims, snapshot),
    )


def _item(draft: Draft, context: Context, placing: Placing) -> Item | Refused:
    """The item that comes of a draft, with a card of its own."""
    passed = admitted(draft, context)
    if isinstance(passed, Refused):
        return passed
    claim, article = passed.claim, passed.claim.article
    named = context.concepts(f"{claim.text} {passed.right.text}", passed.language)
    competency = placing.of(named, article)
    if not competency:
        return Refused(draft, NO_COMPETENCY, NOWHERE)
    right = passed.right.text
    id_ = item_id(
        passed.kind, passed.language, article.work, claim.text, right, passed.shown or passed.stem
    )
    options = _options(id_, passed)
    return Item(
        id=id_,
        card=id_,
        kind=passed.kind,
        language=passed.language,
        competency=competency,
        stem=passed.stem,
        shown=passed.shown,
        options=options,
        key=options.index(right),
        article_id=article.id,
        work=article.work,
        start=claim.span.start,
        end=claim.span.end,
        quote=claim.text,
        answer_start=passed.answer.start,
        answer_end=passed.answer.end,
        why=passed.why,
    )


def _options(id_: str, draft: Draft) -> tuple[str, ...]:
    """In an order that does not tell which one is right; true stands before false."""
    texts = [draft.right.text, *(option.text for option in draft.distractors)]
    if draft.kind is ItemKind.TRUE_FALSE:
        return tuple(sorted(texts, key=lambda text: text not in TRUE))
    return tuple(sorted(texts, key=lambda text: hashlib.sha256(f"{id_}{text}".encode()).digest()))


def _vector(claim: Claim, snapshot: Snapshot) -> Vectors:
    """Of the sentence that holds most of the claim."""
    shared = [
        min(end, claim.span.end) - max(start, claim.span.start)
        for start, end in claim.passage.sentences
    ]
    vectors: Vectors = snapshot.contents.sentences_of(claim.passage)[shared.index(max(shared))]
    return vectors
