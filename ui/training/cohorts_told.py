"""Cohorts as a person reads them in a terminal, and as a script gets them."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from corpus.training.cohort_store import Cohort
from qa.training.cohort.cohorts import MemberProgress
from qa.training.cohort.item_statistics import ItemStatistics
from qa.training.item import Item
from ui.terminal import echo, say
from ui.training.item_words import FLAGS

_MOST_LISTED = 10  # of the hardest items; `--json` and the CSV have them all


def cohort_json(cohort: Cohort) -> dict[str, Any]:
    return {
        "id": cohort.id,
        "name": cohort.name,
        "trainer": cohort.trainer_name,
        "code": cohort.shown_code,
        "made": cohort.at,
    }


def followed_json(
    cohort: Cohort,
    progress: Sequence[MemberProgress],
    statistics: Sequence[tuple[Item, ItemStatistics]],
) -> dict[str, Any]:
    """What its trainer sees of it; of items that few have answered, only by how many."""
    return {
        **cohort_json(cohort),
        "members": [_member_json(each) for each in progress],
        "items": [_item_json(item, known) for item, known in statistics],
    }


def print_cohorts(cohorts: Sequence[Cohort]) -> None:
    for each in cohorts:
        followed = f" · {each.trainer_name}" if each.trainer_name else ""
        echo(f"{each.shown_code}  {each.name}{followed}")
    if not cohorts:
        echo(
            say(
                en="There are no cohorts. Make one with: cxlit train cohort new NAME",
                fr="Il n’y a pas de cohorte. Pour en créer une : cxlit train cohort new NOM",
            )
        )


def print_followed(
    cohort: Cohort,
    progress: Sequence[MemberProgress],
    statistics: Sequence[tuple[Item, ItemStatistics]],
) -> None:
    print_cohorts([cohort])
    for each in progress:
        known = each.progress
        last = known.last.date().isoformat() if known.last else "–"
        started = sum(one.answered > 0 for one in known.mastery)
        echo(
            say(
                en=f"  {each.member.name or each.member.person}: {known.right} of {known.answers} "
                f"right, {started} of {len(known.mastery)} competencies begun, last on {last}",
                fr=f"  {each.member.name or each.member.person} : {known.right} justes sur "
                f"{known.answers}, {started} compétences sur {len(known.mastery)} commencées, "
                f"dernière réponse {last}",
            )
        )
    if not progress:
        echo(say(en="  Nobody has joined yet.", fr="  Personne n’est encore inscrit."))
    for item, figures in [pair for pair in statistics if pair[1].tells][:_MOST_LISTED]:
        flag = FLAGS[figures.flag] if figures.flag else None
        told = f" · {say(en=flag.en, fr=flag.fr)}" if flag else ""
        echo(f"  {figures.difficulty:>4.0%}  ({figures.answers})  {item.stem}{told}")


def _member_json(each: MemberProgress) -> dict[str, Any]:
    known = each.progress
    return {
        "name": each.member.name,
        "joined": each.member.joined,
        "last": known.last.isoformat() if known.last else None,
        "answers": known.answers,
        "right": known.right,
        "competencies": [asdict(one) for one in known.mastery],
    }


def _item_json(item: Item, known: ItemStatistics) -> dict[str, Any]:
    return {
        "item": item.id,
        "stem": item.stem,
        "answers": known.answers,
        "difficulty": round(known.difficulty, 3) if known.tells else None,
        "discrimination": round(known.discrimination, 3) if known.index else None,
        "index": known.index,
        "flag": known.flag,
    }
