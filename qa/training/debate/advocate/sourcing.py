"""On how many sources a recommendation stands that do not repeat each other."""

from collections.abc import Sequence

from corpus.article import Article
from corpus.wording import Wording
from qa.positions.independence import independent
from qa.training.debate.advocate.assessment import (
    Criterion,
    Finding,
    Judgement,
    Standing,
    source_of,
)
from qa.training.debate.advocate.case import Case

ENOUGH = 2  # for one's own position: a single source is an anecdote


def judge_sources(case: Case) -> Judgement:
    """Met by several independent sources for the position itself."""
    sources = independent([each.article for each in case.attached], case.snapshot.signatures)
    if not sources:
        wording = Wording(en="No source is attached.", fr="Aucune source n’est jointe.")
        return Judgement(Criterion.SOURCES, Standing.MISSING, wording)
    own = {statement.article.id for statement in case.taken[case.option.id]}
    backing = sum(any(article.id in own for article in group) for group in sources)
    findings = tuple(Finding(_as_one(group)) for group in sources if len(group) > 1)
    wording = _counted(len(sources), backing)
    if backing >= ENOUGH:
        return Judgement(Criterion.SOURCES, Standing.MET, wording, findings)
    more = Finding(
        Wording(
            en="A board will ask who else says so: two independent sources are the least.",
            fr="Un comité demandera qui d’autre le dit\u00a0: deux sources indépendantes sont un "
            "minimum.",
        )
    )
    return Judgement(Criterion.SOURCES, Standing.PARTLY, wording, (*findings, more))


def _as_one(group: Sequence[Article]) -> Wording:
    """Articles of one author, or with the same words."""
    named = "; ".join(source_of(article) for article in group)
    nommees = named.replace("; ", "\u00a0; ")
    return Wording(
        en=f"These count as one source, being of one author or of one wording: {named}.",
        fr="Ces articles comptent pour une seule source, car du même auteur ou dans les mêmes "
        f"termes\u00a0: {nommees}.",
    )


def _counted(sources: int, backing: int) -> Wording:
    if sources == 1:
        return Wording(
            en="A single source is attached" + ("." if backing else ", not for your position."),
            fr="Une seule source est jointe"
            + ("." if backing else ", mais pas pour votre position."),
        )
    return Wording(
        en=f"{sources} independent sources are attached, {backing} of them for your position.",
        fr=f"{sources} sources indépendantes sont jointes, dont {backing} pour votre position.",
    )
