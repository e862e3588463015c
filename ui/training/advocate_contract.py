"""The JSON of the devil's advocate: other people's scripts rely on these names."""

from collections.abc import Sequence
from typing import Any

from corpus.wording import Wording
from qa.positions.dispute import Dispute
from qa.training.debate.advocate.assessment import Finding, Judgement, Place, place_of
from qa.training.debate.advocate.commenting import Comment
from qa.training.debate.advocate.grading import dispute_of
from qa.training.debate.debates import Debates, Draft
from ui.speech import interface_language

Json = dict[str, Any]


def questions_json(questions: Sequence[Dispute], drafts: Sequence[Draft]) -> list[Json]:
    """Each with its positions, and when one's own recommendation on it was kept."""
    kept = {draft.recommendation.dispute: draft.at for draft in drafts}
    return [
        {
            "id": dispute.id,
            "question": _say(dispute.question),
            "options": [_option(option.id, option.label) for option in dispute.options],
            "kept": kept.get(dispute.id, ""),
        }
        for dispute in questions
    ]


def stances_json(dispute: str, debates: Debates) -> Json:
    """What the library says on it: the sentences to attach, by position."""
    stances = debates.stances(dispute, interface_language())
    asked = dispute_of(dispute)
    taken = {stance.option.id: stance.statements for stance in stances if stance.option}
    return {
        "id": asked.id,
        "question": _say(asked.question),
        "options": [
            {
                **_option(option.id, option.label),
                "passages": [
                    _place(place_of(s.article, s.span, s.passage.language))
                    for s in taken.get(option.id, ())
                ],
            }
            for option in asked.options
        ],
    }


def assessed_json(draft: Draft, comment: Comment | None) -> Json:
    """A recommendation that was checked; `comment` is a chat model's, null without one."""
    assessment = draft.assessment
    return {
        "dispute": draft.recommendation.dispute,
        "option": draft.recommendation.option,
        "at": draft.at,
        "overall": _say(assessment.overall) if assessment else "",
        "criteria": [_judgement(each) for each in assessment.judgements] if assessment else [],
        "comment": _comment(comment) if comment else None,
    }


def _judgement(judgement: Judgement) -> Json:
    return {
        "criterion": judgement.criterion.value,
        "standing": judgement.standing.value,
        "why": _say(judgement.wording),
        "findings": [_finding(finding) for finding in judgement.findings],
    }


def _finding(finding: Finding) -> Json:
    return {
        "why": _say(finding.wording),
        "written": finding.written,
        "passages": [_place(place) for place in finding.places],
    }


def _place(place: Place) -> Json:
    return {
        "passage_id": f"{place.article_id}:{place.start}-{place.end}",
        "article_id": place.article_id,
        "start": place.start,
        "end": place.end,
        "quote": place.quote,
        "language": place.language,
        "source": place.source,
    }


def _comment(comment: Comment) -> Json:
    return {
        "model": comment.model,
        "note": _say(comment.note) if comment.note else "",
        "sentences": [
            {"text": sentence.text, "citations": list(sentence.citations)}
            for sentence in comment.sentences
        ],
        "citations": [
            {
                "n": citation.number,
                "passage_id": citation.passage_id,
                "article_id": citation.article_id,
                "start": citation.start,
                "end": citation.end,
                "quote": citation.quote,
            }
            for citation in comment.citations
        ],
    }


def _option(id_: str, label: Wording) -> Json:
    return {"id": id_, "label": _say(label)}


def _say(wording: Wording) -> str:
    return wording.in_language(interface_language())
