"""Whether what restates a source says what the source says.

A position that a sentence has a source take is compared with those that the source takes. The
rest is compared only in a sentence that is almost its source's own: there a lost negation or a
swapped role is an error, where a free summary may well leave something out.
"""

from collections.abc import Iterator, Sequence

from corpus.article import Article
from corpus.characters import folded
from corpus.wording import Wording
from index.passage import Span
from qa.attribution import Attribution
from qa.claims import objection
from qa.names import fold, names, words_of
from qa.numbers import numbers
from qa.positions.dispute import Option
from qa.training.debate.advocate.ascribing import Ascribed, Outcome, ascribed
from qa.training.debate.advocate.assessment import (
    Criterion,
    Finding,
    Judgement,
    Place,
    Standing,
    place_of,
)
from qa.training.debate.advocate.case import Case
from qa.training.debate.advocate.naming import names_source
from qa.training.debate.advocate.resembling import nearest

_RESTATED = 0.75  # likeness from which on a sentence restates another


def judge_faithfulness(case: Case) -> Judgement:
    """Missing where a sentence says something else than its source; unchecked where none could be.

    What no rule can tell is shown beside the nearest that the source says.
    """
    said = tuple(ascribed(case))
    turned = {each.sentence for each in said if each.outcome is Outcome.CLASHES}
    restated = tuple(_restated(case))
    wrong = (
        *(_clash(each) for each in said if each.outcome is Outcome.CLASHES),
        *(finding for sentence, finding in restated if finding and sentence not in turned),
    )
    if wrong:
        return Judgement(Criterion.FAITHFUL, Standing.MISSING, _WRONG, wrong)
    taken_up = {sentence for sentence, _ in restated}
    agreed = {each.sentence for each in said if each.outcome is Outcome.AGREES}
    open_ = tuple(
        _unchecked(each)
        for each in said
        if each.outcome is Outcome.OPEN and each.sentence not in taken_up
    )
    if not taken_up | agreed:
        wording = _UNCHECKED if open_ else _NOTHING
        return Judgement(Criterion.FAITHFUL, Standing.UNCHECKED, wording, open_)
    if open_:
        return Judgement(Criterion.FAITHFUL, Standing.PARTLY, _IN_PART, open_)
    return Judgement(Criterion.FAITHFUL, Standing.MET, _AGREES)


_WRONG = Wording(
    en="A sentence says something else than its source.",
    fr="Une phrase dit autre chose que sa source.",
)
_NOTHING = Wording(
    en="There was nothing to check: no sentence takes up a passage, or has a source say something.",
    fr="Rien à vérifier\u00a0: aucune phrase ne reprend un passage ni ne fait parler une source.",
)
_UNCHECKED = Wording(
    en="What you have your sources say could not be checked by rule: compare it yourself.",
    fr="Ce que vous faites dire à vos sources n’a pas pu être vérifié par des règles\u00a0: "
    "comparez vous-même.",
)
_IN_PART = Wording(
    en="Part of what you have your sources say could not be checked by rule: compare it yourself.",
    fr="Une partie de ce que vous faites dire à vos sources n’a pas pu être vérifiée par des "
    "règles\u00a0: comparez vous-même.",
)
_AGREES = Wording(
    en="Every sentence that takes up a source agrees with it, as far as rules can tell.",
    fr="Chaque phrase qui reprend une source concorde avec elle, autant que des règles permettent "
    "d’en juger.",
)


def _clash(each: Ascribed) -> Finding:
    claimed, held = _listed(each.options), _listed(each.held)
    if each.denied:
        wording = Wording(
            en=f"You have {each.source} reject “{claimed.en}”; the library has it say so:",
            fr=f"Vous faites rejeter à {each.source} la thèse «\u00a0{claimed.fr}\u00a0»\u00a0; "
            "la bibliothèque lui fait dire ceci\u00a0:",
        )
    else:
        wording = Wording(
            en=f"You have {each.source} say “{claimed.en}”; in the library it says “{held.en}”:",
            fr=f"Vous faites dire à {each.source} «\u00a0{claimed.fr}\u00a0»\u00a0; dans la "
            f"bibliothèque, cette source dit «\u00a0{held.fr}\u00a0»\u00a0:",
        )
    return Finding(wording, each.sentence, _places(each))


def _unchecked(each: Ascribed) -> Finding:
    wording = Wording(
        en=f"No rule tells whether {each.source} says this. The nearest that the library has:",
        fr=f"Aucune règle ne permet de savoir si {each.source} le dit. Ce que la bibliothèque a de "
        "plus proche\u00a0:",
    )
    return Finding(wording, each.sentence, _places(each))


def _places(each: Ascribed) -> tuple[Place, ...]:
    if each.at is None:
        return ()
    article, passage, span = each.at
    return (place_of(article, span, passage.language),)


def _listed(options: Sequence[Option]) -> Wording:
    return Wording(
        "; ".join(option.label.en for option in options),
        "\u00a0; ".join(option.label.fr for option in options),
    )


def _restated(case: Case) -> Iterator[tuple[str, Finding | None]]:
    """Every sentence that is almost one of an attached passage, with what is wrong in it."""
    every = [
        (each.article, passage, span) for each in case.attached for passage, span in each.sentences
    ]
    quoted = [folded(quotation.words) for quotation in case.quotations]
    for sentence in case.sentences:
        if any(words in folded(sentence) for words in quoted):
            continue  # the quotation itself is looked up, and what stands around it is comment
        found = nearest(sentence, every, _RESTATED)
        if found is None:
            continue
        article, passage, span = found
        said = article.text[span.start : span.end]
        source = Attribution((article,))
        # It speaks of somebody else, or its figure is judged as a figure.
        if not _known(sentence, f"{source.words} {said}") or numbers(sentence) - numbers(said):
            continue
        # Whoever argues against a source may say the contrary of it.
        if _is_against(article, span, case) and not names_source(sentence, article):
            continue
        why = objection(sentence, (said,), source)
        yield (
            sentence,
            why
            and Finding(
                Wording(
                    en=f"Compare with the passage: {why.en}.",
                    fr=f"Comparez avec le passage\u00a0: {why.fr}.",
                ),
                sentence,
                (place_of(article, span, passage.language),),
            ),
        )


def _is_against(article: Article, span: Span, case: Case) -> bool:
    """Whether that sentence takes other positions than the one recommended."""
    options = {
        id_
        for id_, said in case.taken.items()
        if any(s.article.id == article.id and s.span == span for s in said)
    }
    return bool(options) and case.option.id not in options


def _known(sentence: str, source: str) -> bool:
    there = words_of(source)
    return all(fold(name) in there for name in names(sentence))
