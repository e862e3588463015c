"""A recommendation judged, criterion by criterion, by rule alone."""

from corpus.wording import KnownError
from index.snapshot import Snapshot
from qa.positions import Positions
from qa.positions.dispute import Dispute, Option, disputes
from qa.training.debate.advocate.assessment import Assessment
from qa.training.debate.advocate.case import case_of
from qa.training.debate.advocate.faithful import judge_faithfulness
from qa.training.debate.advocate.figures import judge_figures
from qa.training.debate.advocate.genuine import judge_quotes
from qa.training.debate.advocate.recommendation import Recommendation
from qa.training.debate.advocate.sides import judge_backing, judge_contrary, judge_coverage
from qa.training.debate.advocate.sourcing import judge_sources

CRITERIA = (
    judge_quotes,
    judge_backing,
    judge_coverage,
    judge_contrary,
    judge_sources,
    judge_figures,
    judge_faithfulness,
)


def grade(recommendation: Recommendation, snapshot: Snapshot, positions: Positions) -> Assessment:
    """Against one generation of the library.

    Raises KnownError where no position is chosen, or nothing is written.
    """
    dispute = dispute_of(recommendation.dispute)
    option = option_of(recommendation.option, dispute)
    if not recommendation.text.strip():
        raise KnownError(
            en="There is no text yet. Write what you recommend, and why, in a few sentences.",
            fr="Il n’y a pas encore de texte. Écrivez ce que vous recommandez, et pourquoi, en "
            "quelques phrases.",
        )
    case = case_of(recommendation, dispute, option, snapshot, positions)
    return Assessment(tuple(judge(case) for judge in CRITERIA))


def dispute_of(id_: str) -> Dispute:
    """Raises KnownError where there is none of that id."""
    for dispute in disputes():
        if dispute.id == id_:
            return dispute
    raise KnownError(
        en=f"There is no contested question “{id_}”. See them with: cxlit train advocate",
        fr=f"Il n’y a pas de question débattue «\u00a0{id_}\u00a0». Pour les voir\u00a0: cxlit "
        "train advocate",
    )


def option_of(id_: str, dispute: Dispute) -> Option:
    """Raises KnownError where the dispute has none of that id, and where it is empty."""
    for option in dispute.options:
        if option.id == id_:
            return option
    if id_:
        listed = ", ".join(option.id for option in dispute.options)
        raise KnownError(
            en=f"There is no position “{id_}” on this question. There are: {listed}.",
            fr=f"Il n’y a pas de position «\u00a0{id_}\u00a0» sur cette question. Il y a\u00a0: "
            f"{listed}.",
        )
    english = "; ".join(option.label.en for option in dispute.options)
    french = "\u00a0; ".join(option.label.fr for option in dispute.options)
    raise KnownError(
        en=f"Choose the position that you recommend: {english}.",
        fr=f"Choisissez la position que vous recommandez\u00a0: {french}.",
    )
