"""The devil's advocate as HTML: the questions, what is attached, what was found, the verdict."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from corpus.article import Article
from corpus.wording import InterfaceLanguage, KnownError, Wording
from index.matching import Matcher
from index.passage import Hit, Span
from qa.answer import Citation
from qa.positions.dispute import Dispute
from qa.positions.mapping import Stance
from qa.training.debate.advocate.assessment import Assessment, Place, place_of
from qa.training.debate.advocate.commenting import Comment
from qa.training.debate.advocate.recommendation import Attachment, Recommendation
from qa.training.debate.debates import Draft
from ui.web import texts
from ui.web.articles.library_view import notice_html
from ui.web.markup import render
from ui.web.reader.reading import Run, shown
from ui.web.search.excerpts import excerpt
from ui.web.train.debate import words

_WORST_FIRST = tuple(words.STANDINGS)


@dataclass(frozen=True, slots=True, eq=False)  # one of its kind
class View:
    """The question in hand, and all that stands around the text."""

    dispute: str = ""  # id; empty while one looks at the list
    option: str = ""
    attached: tuple[Attachment, ...] = ()
    draft: Draft | None = None  # as it was kept last
    comment: Comment | None = None
    query: str = ""
    hits: tuple[Hit, ...] = ()
    doomed: bool = False  # it is about to be deleted

    def recommendation(self, text: str) -> Recommendation:
        return Recommendation(
            dispute=self.dispute, option=self.option, text=text, attached=self.attached
        )


def questions_html(
    questions: Sequence[Dispute], drafts: Sequence[Draft], language: InterfaceLanguage
) -> str:
    """All that can be debated, what was begun first."""
    begun = {draft.recommendation.dispute: draft for draft in drafts}
    by_id = {dispute.id: dispute for dispute in questions}
    return render(
        "train_debate_questions.html",
        language,
        w=words,
        begun=[(by_id[id_], draft) for id_, draft in begun.items() if id_ in by_id],
        others=[dispute for dispute in questions if dispute.id not in begun],
    )


def head_html(
    dispute: Dispute, view: View, language: InterfaceLanguage, *, arrived: bool = False
) -> str:
    """The question in hand and the choice of a position; `arrived`: somebody just opened it."""
    options = [(option.id, option.label.in_language(language)) for option in dispute.options]
    return render(
        "train_debate_head.html",
        language,
        w=words,
        dispute=dispute,
        options=options,
        view=view,
        arrived=arrived,
    )


def attached_html(view: View, language: InterfaceLanguage) -> str:
    return render("train_debate_attached.html", language, w=words, attached=view.attached)


def find_html(
    view: View,
    stances: Sequence[Stance],
    article: Callable[[str], Article],
    language: InterfaceLanguage,
    *,
    asked: bool = True,
) -> str:
    """The search with what it found, and the library's positions; `asked`: words were typed."""
    return render(
        "train_debate_find.html",
        language,
        w=words,
        query=view.query,
        asked=asked,
        found=_found(view, article),
        stances=[
            (
                stance.option.label if stance.option else words.OTHER,
                [place_of(s.article, s.span, s.passage.language) for s in stance.statements],
            )
            for stance in stances
        ],
        attached={attached.id for attached in view.attached},
    )


def assessment_html(view: View, language: InterfaceLanguage) -> str:
    """The verdict, what is to mend first; nothing before the first check."""
    draft = view.draft
    if draft is None or draft.assessment is None:
        return ""
    judgements = draft.assessment.judgements
    return render(
        "train_debate_assessment.html",
        language,
        w=words,
        overall=draft.assessment.overall,
        judgements=sorted(judgements, key=lambda each: _WORST_FIRST.index(each.standing)),
        stale=draft.checked != draft.recommendation,
        attached={attached.id for attached in view.attached},
    )


def tally_html(assessment: Assessment, language: InterfaceLanguage) -> str:
    """How many criteria stand how, for the live region: the verdict itself stands below."""
    standings = [judgement.standing for judgement in assessment.judgements]
    counts = {each: standings.count(each) for each in reversed(_WORST_FIRST)}
    told = {each: words.TALLIES[each] for each, count in counts.items() if count}
    parts = [texts.filled(wording, n=counts[each]) for each, wording in told.items()]
    listed = Wording(", ".join(p.en for p in parts), ", ".join(p.fr for p in parts))
    said = Wording(
        words.CHECKED.en.format(listed=listed.en), words.CHECKED.fr.format(listed=listed.fr)
    )
    return notice_html(said, language)


def comment_html(view: View, language: InterfaceLanguage, *, awaited: bool = False) -> str:
    """What the chat model adds; `awaited`: it has not answered yet."""
    comment = view.comment
    if comment is None and not awaited:
        return ""
    return render(
        "train_debate_comment.html",
        language,
        w=words,
        comment=comment,
        places=_cited(comment) if comment else {},
    )


def _found(view: View, article: Callable[[str], Article]) -> list[tuple[Place, tuple[Run, ...]]]:
    """The sentences of each passage that come nearest to the words, and how they are shown.

    What was removed in this very moment is left out.
    """
    matcher, found = Matcher(view.query), []
    for hit in view.hits:
        passage = hit.passage
        try:
            source = article(passage.article_id)
        except KnownError:
            continue
        words_there = source.text[passage.start : passage.end]
        matches = [
            Span(span.start + passage.start, span.end + passage.start)
            for span in matcher.spans(words_there, passage.language)
        ]
        span = excerpt(passage, source.text, matches)
        runs = shown(source.text, (), span)
        found.append((place_of(source, span, passage.language), runs))
    return found


def _cited(comment: Comment) -> dict[int, Place]:
    articles = {article.id: article for article in comment.articles}
    return {c.number: _place(c, articles[c.article_id]) for c in comment.citations}


def _place(citation: Citation, article: Article) -> Place:
    return place_of(article, Span(citation.start, citation.end), citation.language)
