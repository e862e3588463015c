"""Where the evidence is known to answer a question much like the one that is asked."""

from collections.abc import Sequence

import numpy as np

from index.building import questions_of
from index.encoding import Vectors
from index.hybrid import ALIKE
from index.passage import Span
from index.snapshot import Snapshot
from qa.evidence import Evidence

Known = dict[str, list[tuple[Span, float]]]  # passage id -> places that answer, and how alike


def known_answers(asked: Vectors, evidence: Sequence[Evidence], snapshot: Snapshot) -> Known:
    """Paragraphs whose known questions resemble the one asked, by how far they pass ALIKE.

    `asked` is the vector of the question.
    """
    contents = snapshot.contents
    passages = {contents.row_of[p.hit.passage.id]: p for p in evidence}
    wanted = np.isin(contents.question_rows, list(passages))
    count = int(np.count_nonzero(wanted))
    if not count:
        return {}
    found, cosines = contents.questions.search(asked, count, wanted)
    alike = {int(at): float(c) - ALIKE for at, c in zip(found, cosines, strict=True) if c > ALIKE}
    known: Known = {}
    for row, piece in passages.items():
        # The index keeps the questions of a passage in the order of the article.
        in_index = np.flatnonzero(contents.question_rows == row)
        for at, span in zip(in_index, _places(piece, snapshot), strict=True):
            if int(at) in alike:
                known.setdefault(piece.hit.passage.id, []).append((span, alike[int(at)]))
    return known


def _places(piece: Evidence, snapshot: Snapshot) -> list[Span]:
    """Of each question that the passage answers: where."""
    passages = snapshot.passages_of[piece.article.id]
    position = [passage.id for passage in passages].index(piece.hit.passage.id)
    return [
        Span(question.start, question.end)
        for question, at in questions_of(piece.article, passages)
        if at == position
    ]
