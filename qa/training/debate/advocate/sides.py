"""The positions of a dispute: whether one's own is backed, and the others are answered."""

from collections.abc import Sequence

from corpus.article import Kind
from corpus.wording import Wording
from qa.positions.assigning import Statement
from qa.positions.dispute import Option
from qa.training.debate.advocate.assessment import (
    Criterion,
    Finding,
    Judgement,
    Place,
    Standing,
    place_of,
)
from qa.training.debate.advocate.case import Case
from qa.training.debate.advocate.naming import mentioned, names_source
from qa.training.debate.advocate.recommendation import meets

SHOWN = 2  # places to read, of each position
ENOUGH = 2  # independent sources from which on nobody may pass over a position
# The weightiest first: what was measured, what somebody thinks, what somebody sells.
_WEIGHT = (Kind.STUDY, Kind.GUIDE, Kind.INTERVIEW, Kind.OPINION, None, Kind.NOTE, Kind.VENDOR)


def judge_backing(case: Case) -> Judgement:
    """Whether a passage that is attached takes the position that is recommended."""
    label = case.option.label
    if case.taken[case.option.id]:
        wording = Wording(
            en=f"A passage that you attach takes your position: {label.en}.",
            fr=f"Un passage joint défend votre position\u00a0: {label.fr}.",
        )
        return Judgement(Criterion.BACKED, Standing.MET, wording)
    held = case.held.get(case.option.id, ())
    if not held:
        wording = Wording(
            en=f"No source of the library takes your position ({label.en}). You may be right all "
            "the same; say that it is your own judgement.",
            fr=f"Aucune source de la bibliothèque ne défend votre position ({label.fr}). Vous avez "
            "peut-être raison\u00a0; dites qu’il s’agit de votre propre jugement.",
        )
        return Judgement(Criterion.BACKED, Standing.MISSING, wording)
    wording = Wording(
        en=f"No passage attached takes your position ({label.en}). The library has some.",
        fr=f"Aucun passage joint ne défend votre position ({label.fr}). La bibliothèque en "
        "contient.",
    )
    read = Finding(
        Wording(en="Read, and attach:", fr="À lire et à joindre\u00a0:"), "", _places(held)
    )
    return Judgement(Criterion.BACKED, Standing.MISSING, wording, (read,))


def judge_coverage(case: Case) -> Judgement:
    """Which of the positions that the library holds are attached or spoken of."""
    covered = mentioned(case.sentences, case.dispute) | {
        o for o, said in case.taken.items() if said
    }
    others = [
        option
        for option in case.dispute.options
        if option.id != case.option.id and len(case.held.get(option.id, ())) >= ENOUGH
    ]
    left = [option for option in others if option.id not in covered]
    if not others:
        wording = Wording(
            en="In this library no other position has several independent sources.",
            fr="Dans cette bibliothèque, aucune autre position ne s’appuie sur plusieurs sources "
            "indépendantes.",
        )
        return Judgement(Criterion.COVERED, Standing.MET, wording)
    if not left:
        wording = Wording(
            en=f"You speak of the other positions that several sources take: {_listed(others).en}.",
            fr="Vous évoquez les autres positions que défendent plusieurs sources\u00a0: "
            f"{_listed(others).fr}.",
        )
        return Judgement(Criterion.COVERED, Standing.MET, wording)
    answered = [option for option in others if option.id in covered]
    findings = tuple(
        Finding(
            Wording(
                en=f"Passed over: {option.label.en}.",
                fr=f"Passée sous silence\u00a0: {option.label.fr}.",
            ),
            "",
            _places(case.held[option.id])[:1],
        )
        for option in left
    )
    if not answered:
        wording = Wording(
            en="You speak of no position but your own.",
            fr="Vous n’évoquez aucune autre position que la vôtre.",
        )
        return Judgement(Criterion.COVERED, Standing.MISSING, wording, findings)
    wording = Wording(
        en="Of the other positions that several sources take, you speak of: "
        f"{_listed(answered).en}.",
        fr="Parmi les autres positions que défendent plusieurs sources, vous évoquez\u00a0: "
        f"{_listed(answered).fr}.",
    )
    return Judgement(Criterion.COVERED, Standing.PARTLY, wording, findings)


def strongest_contrary(case: Case) -> tuple[Option, Statement] | None:
    """Of the position against it that most sources take, the weightiest source, then the latest.

    Whoever takes one's own position somewhere, too, is no critic of it.
    """
    own = case.option
    for_it = {statement.article.work for statement in case.held.get(own.id, ())}
    against = [
        (option, [s for s in case.held.get(option.id, ()) if s.article.work not in for_it])
        for option in case.dispute.options
        if own.excludes(option)
    ]
    option, held = max(against, key=lambda pair: len(pair[1]), default=(own, []))
    if not held:
        return None
    newest_first = sorted(held, key=lambda statement: statement.article.date, reverse=True)
    return option, min(newest_first, key=lambda s: _WEIGHT.index(s.article.kind))


def judge_contrary(case: Case) -> Judgement:
    """Whether the source that a critic would hold against it is answered."""
    found = strongest_contrary(case)
    if found is None:
        wording = Wording(
            en="The library holds no source against your position.",
            fr="La bibliothèque ne contient aucune source contre votre position.",
        )
        return Judgement(Criterion.CONTRARY, Standing.MET, wording)
    option, statement = found
    place = place_of(statement.article, statement.span, statement.passage.language)
    spoken_of = option.id in mentioned(case.sentences, case.dispute)
    attached = any(
        each.article.work == statement.article.work and meets(each.span, statement.span)
        for each in case.attached
    )
    if attached or (spoken_of and names_source(case.text, statement.article)):
        wording = Wording(
            en=f"You answer the strongest source for “{option.label.en}”: {place.source}.",
            fr="Vous répondez à la source la plus forte en faveur de "
            f"«\u00a0{option.label.fr}\u00a0»\u00a0: "
            f"{place.source}.",
        )
        return Judgement(Criterion.CONTRARY, Standing.MET, wording)
    read = Finding(
        Wording(
            en=f"The source is {place.source}. Attach it, or name it and say why you decide "
            "otherwise:",
            fr=f"La source\u00a0: {place.source}. Joignez-la, ou nommez-la et dites pourquoi vous "
            "en "
            "décidez autrement\u00a0:",
        ),
        "",
        (place,),
    )
    if spoken_of or case.taken[option.id]:
        wording = Wording(
            en=f"You speak of “{option.label.en}”, but not of its strongest source.",
            fr=f"Vous évoquez «\u00a0{option.label.fr}\u00a0», mais pas sa source la plus forte.",
        )
        return Judgement(Criterion.CONTRARY, Standing.PARTLY, wording, (read,))
    wording = Wording(
        en=f"The strongest objection is not answered: {option.label.en}.",
        fr=f"L’objection la plus forte reste sans réponse\u00a0: {option.label.fr}.",
    )
    return Judgement(Criterion.CONTRARY, Standing.MISSING, wording, (read,))


def _places(held: Sequence[Statement]) -> tuple[Place, ...]:
    return tuple(place_of(s.article, s.span, s.passage.language) for s in held[:SHOWN])


def _listed(options: Sequence[Option]) -> Wording:
    return Wording(
        "; ".join(option.label.en for option in options),
        "\u00a0; ".join(option.label.fr for option in options),
    )
