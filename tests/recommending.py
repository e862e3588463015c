"""Recommendations for tests: on who a CCO reports to, over articles of our own invention."""

from corpus.article import Article
from index.library import Library
from index.snapshot import Snapshot
from qa.positions import Positions
from qa.training.debate.advocate.assessment import Assessment, Criterion, Standing
from qa.training.debate.advocate.grading import grade
from qa.training.debate.advocate.recommendation import Attachment, Recommendation, attachment

DISPUTE = "reporting-line"


def attached(article: Article, words: str, snapshot: Snapshot) -> Attachment:
    """The sentence of the article in which these words stand."""
    start = article.text.index(words)
    return attachment(f"{article.id}:{start}-{start + len(words)}", snapshot)


def judged(
    library: Library,
    text: str,
    *pieces: tuple[Article, str],
    option: str = "chief-executive",
) -> Assessment:
    """The assessment of a text with the sentences that hold these words."""
    snapshot = library.snapshot()
    recommendation = Recommendation(
        dispute=DISPUTE,
        option=option,
        text=text,
        attached=tuple(attached(article, words, snapshot) for article, words in pieces),
    )
    return grade(recommendation, snapshot, Positions())


def standings(assessment: Assessment) -> dict[Criterion, Standing]:
    return {each.criterion: each.standing for each in assessment.judgements}
