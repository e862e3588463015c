"""What to grade one's own answer by: what the evidence has, and whether the answer has it too."""

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.wording import Wording
from index.sentences import split_sentences
from qa.answer import Answer
from qa.positions.recognition import recognised
from qa.training.debate.advocate.assessment import source_of
from qa.training.debate.advocate.figures import as_written, same_figure, telling
from qa.training.debate.advocate.naming import mentioned, names_source

SHOWN = 3  # figures or sources that are named as examples


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that a good answer has."""

    asked: Wording
    met: bool
    detail: Wording  # what the evidence has of it


def points(said: str, answer: Answer) -> tuple[Point, ...]:
    """Drawn from the evidence by rule: what it does not have is not asked for."""
    if answer.abstained:
        return ()
    return (*_figures(said, answer), *_sources(said, answer), *_sides(said, answer))


def _figures(said: str, answer: Answer) -> Iterator[Point]:
    there = dict.fromkeys(
        figure for c in answer.citations for figure in telling(c.quote, of_source=True)
    )
    if there:
        named = telling(said, of_source=True)
        met = [each for each in there if any(same_figure(each, other) for other in named)]
        yield Point(
            Wording("Did you name a figure?", "Avez-vous donné un chiffre\u00a0?"),
            bool(met),
            _listed([as_written(figure) for figure in (met or list(there))[:SHOWN]]),
        )


def _sources(said: str, answer: Answer) -> Iterator[Point]:
    cited = dict.fromkeys(citation.article_id for citation in answer.citations)
    articles = [article for article in answer.articles if article.id in cited]
    met = [article for article in articles if names_source(said, article)]
    named = [source_of(article) for article in (met or articles)[:SHOWN]]
    yield Point(
        Wording("Did you name a source?", "Avez-vous nommé une source\u00a0?"),
        bool(met),
        _listed([Wording(name, name) for name in dict.fromkeys(named)]),
    )


def _sides(said: str, answer: Answer) -> Iterator[Point]:
    """Only where the sources disagree."""
    taken = {position.option: position.label for position in answer.positions if position.option}
    asked = recognised(answer.searched_as)
    if asked is None or len(taken) < 2:
        return
    lines = said.split("\n")
    sentences = tuple(
        line[start:end] for line in lines for start, end in split_sentences(line, answer.language)
    )
    met = mentioned(sentences, asked.dispute) & taken.keys()
    left = [label for option, label in taken.items() if option not in met]
    yield Point(
        Wording("Did you name the other side?", "Avez-vous évoqué la thèse adverse\u00a0?"),
        len(met) > 1,
        _listed(list(taken.values()) if len(met) > 1 else left),
    )


def _listed(wordings: list[Wording]) -> Wording:
    return Wording("; ".join(w.en for w in wordings), "\u00a0; ".join(w.fr for w in wordings))
