"""Whether what restates a source says what the source says.

Only a sentence that is almost its source's own is compared: there a lost negation or a swapped
role is an error, where a free summary may well leave something out.
"""

from collections.abc import Iterator

from corpus.article import Article
from corpus.characters import folded
from corpus.wording import Wording
from index.passage import Span
from qa.attribution import Attribution
from qa.claims import objection
from qa.names import fold, names, words_of
from qa.numbers import numbers
from qa.training.debate.advocate.assessment import Criterion, Finding, Judgement, Standing, place_of
from qa.training.debate.advocate.case import Case
from qa.training.debate.advocate.naming import names_source
from qa.training.debate.advocate.resembling import nearest

_RESTATED = 0.75  # likeness from which on a sentence restates another


def judge_faithfulness(case: Case) -> Judgement:
    """Missing where a restated sentence says something else."""
    findings = tuple(_objections(case))
    if findings:
        wording = Wording(
            en="A sentence says something else than the passage that it takes up.",
            fr="Une phrase dit autre chose que le passage qu’elle reprend.",
        )
        return Judgement(Criterion.FAITHFUL, Standing.MISSING, wording, findings)
    wording = Wording(
        en="No sentence was found that turns a passage round.",
        fr="Aucune phrase trouvée ne déforme un passage.",
    )
    return Judgement(Criterion.FAITHFUL, Standing.MET, wording)


def _objections(case: Case) -> Iterator[Finding]:
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
        if why := objection(sentence, (said,), source):
            yield Finding(
                Wording(
                    en=f"Compare with the passage: {why.en}.",
                    fr=f"Comparez avec le passage\u00a0: {why.fr}.",
                ),
                sentence,
                (place_of(article, span, passage.language),),
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
