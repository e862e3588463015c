"""Whether all that is attached and quoted is in the library, character for character."""

from collections.abc import Iterator

from corpus.wording import Wording
from qa.training.debate.advocate.assessment import (
    Criterion,
    Finding,
    Judgement,
    Place,
    Standing,
    place_of,
)
from qa.training.debate.advocate.case import Case
from qa.training.debate.advocate.quotations import Found, Quotation


def judge_quotes(case: Case) -> Judgement:
    """Missing where a quotation was changed, or where there is nothing to check at all."""
    findings = (*_gone(case), *_quotations(case))
    wrong = any(quotation.found in _WRONG for quotation in case.quotations)
    if not case.attached and not case.quotations:
        wording = Wording(
            en="No passage is attached and nothing is quoted: nobody can check what you say.",
            fr="Aucun passage n’est joint et rien n’est cité\u00a0: personne ne peut vérifier ce "
            "que "
            "vous avancez.",
        )
        return Judgement(Criterion.QUOTES, Standing.MISSING, wording, findings)
    if wrong:
        wording = Wording(
            en="A quotation is not what its source says.",
            fr="Une citation ne correspond pas à ce que dit sa source.",
        )
        return Judgement(Criterion.QUOTES, Standing.MISSING, wording, findings)
    if findings:
        wording = Wording(
            en="Part of what you quote or attach is not at hand for whoever reads you.",
            fr="Une partie de ce que vous citez ou joignez n’est pas à portée de votre lecteur.",
        )
        return Judgement(Criterion.QUOTES, Standing.PARTLY, wording, findings)
    wording = Wording(
        en="All that is attached and quoted is in the library, word for word.",
        fr="Tout ce qui est joint et cité figure dans la bibliothèque, mot pour mot.",
    )
    return Judgement(Criterion.QUOTES, Standing.MET, wording)


def _gone(case: Case) -> Iterator[Finding]:
    for attached in case.gone:
        yield Finding(
            Wording(
                en=f"This passage of “{attached.title}” is not in the library any more. Remove it, "
                "or attach another one.",
                fr=f"Ce passage de «\u00a0{attached.title}\u00a0» n’est plus dans la bibliothèque. "
                "Retirez-le, ou joignez-en un autre.",
            ),
            attached.words,
        )


def _quotations(case: Case) -> Iterator[Finding]:
    for quotation in case.quotations:
        if quotation.found is not Found.ATTACHED:
            said = _SAID[quotation.found]
            wording = Wording(*(each.format(source=quotation.source) for each in said))
            yield Finding(wording, quotation.words, _places(quotation))


def _places(quotation: Quotation) -> tuple[Place, ...]:
    if quotation.at is None:
        return ()
    article, passage, span = quotation.at
    return (place_of(article, span, passage.language),)


_WRONG = (Found.CHANGED, Found.INVENTED, Found.MISATTRIBUTED)
_SAID = {
    Found.ELSEWHERE: Wording(
        en="You quote this without attaching it. Attach the passage.",
        fr="Vous citez ces mots sans joindre le passage. Joignez-le.",
    ),
    Found.CHANGED: Wording(
        en="No source says this in these words. The nearest sentence is below: quote it as it is.",
        fr="Aucune source ne le dit en ces termes. La phrase la plus proche figure "
        "ci-dessous\u00a0: "
        "citez-la telle quelle.",
    ),
    Found.NOWHERE: Wording(
        en="These words are not in the library. If they come from your own company, say so.",
        fr="Ces mots ne sont pas dans la bibliothèque. S’ils viennent de votre entreprise, "
        "dites-le.",
    ),
    Found.INVENTED: Wording(
        en="The library has {source}, but not these words. The nearest that it has of this source "
        "is below: quote it as it is.",
        fr="La bibliothèque contient {source}, mais pas ces mots. Voici ce qu’elle a de plus "
        "proche de cette source\u00a0: citez-le tel quel.",
    ),
    Found.MISATTRIBUTED: Wording(
        en="These words are not of {source}: they stand in the source below. Name it instead.",
        fr="Ces mots ne sont pas de {source}\u00a0: ils figurent dans la source ci-dessous. "
        "Nommez celle-ci.",
    ),
}
