"""What to grade one's own answer by: what the evidence has, and whether the answer has it too."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.article import Record
from corpus.wording import Wording
from index.sentences import split_sentences
from qa.answer import Answer
from qa.numbers import as_written
from qa.positions.recognition import recognised
from qa.training.debate.advocate.assessment import source_of
from qa.training.debate.advocate.attributing import introduced
from qa.training.debate.advocate.naming import mentioned, names_of, names_source, stands_in
from qa.training.debate.advocate.telling import same_figure, telling

SHOWN = 3  # figures or sources that are named as examples


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that a good answer has."""

    asked: Wording
    met: bool
    detail: Wording  # what the evidence has of it


def points(said: str, answer: Answer, records: Sequence[Record] = ()) -> tuple[Point, ...]:
    """Drawn from the evidence by rule: what it does not have is not asked for.

    `records` are those of the library: whoever is named of them is a source, too.
    """
    if answer.abstained:
        return ()
    return (*_figures(said, answer), _source(said, answer, records), *_sides(said, answer))


def _figures(said: str, answer: Answer) -> Iterator[Point]:
    there: dict[str, str] = {}
    for citation in answer.citations:
        written = as_written(citation.quote)
        for figure in telling(citation.quote, of_source=True):
            there.setdefault(figure, written.get(figure, figure))
    own = as_written(said)
    named = dict.fromkeys(f for sentence in _sentences(said, answer) for f in telling(sentence))
    if there:
        met = [each for each in there if any(same_figure(each, other) for other in named)]
        yield Point(
            Wording("Did you name a figure?", "Avez-vous donné un chiffre\u00a0?"),
            bool(met),
            _listed([_same(there[figure]) for figure in (met or list(there))[:SHOWN]]),
        )
    stray = [f for f in named if not any(same_figure(f, other) for other in there)]
    if stray:
        listed = _listed([_same(own.get(figure, figure)) for figure in stray[:SHOWN]])
        yield Point(
            Wording(
                "Are your figures in the passages?",
                "Vos chiffres sont-ils dans les passages\u00a0?",
            ),
            False,
            Wording(
                f"Not in the passages: {listed.en}",
                f"Absent des passages\u00a0: {listed.fr}",
            ),
        )


def _source(said: str, answer: Answer, records: Sequence[Record]) -> Point:
    """Whoever is cited counts, who is quoted there, and anybody else of the library."""
    cited = dict.fromkeys(citation.article_id for citation in answer.citations)
    articles = [article for article in answer.articles if article.id in cited]
    quoted = [name for citation in answer.citations for name in introduced(citation.quote)]
    here = _shown([source_of(article) for article in articles])
    met = [source_of(article) for article in articles if names_source(said, article)]
    if not met:
        met = [name for name in quoted if stands_in(name, said)]
    others = [
        name
        for record in (() if met else records)
        for name in names_of(record)
        if stands_in(name, said)
    ]
    detail = _shown(met or others) if met or others else here
    if others:
        detail = Wording(
            f"{detail.en}; the passages here are by {here.en}",
            f"{detail.fr}\u00a0; les passages sont ici de {here.fr}",
        )
    return Point(
        Wording("Did you name a source?", "Avez-vous nommé une source\u00a0?"),
        bool(met or others),
        detail,
    )


def _shown(names: Sequence[str]) -> Wording:
    """The first of them; of a name and a longer form of it the longer one."""
    longest = [name for name in names if not any(name in each and name != each for each in names)]
    return _listed([_same(name) for name in dict.fromkeys(longest)][:SHOWN])


def _sides(said: str, answer: Answer) -> Iterator[Point]:
    """Only where the sources disagree."""
    taken = {position.option: position.label for position in answer.positions if position.option}
    asked = recognised(answer.searched_as)
    if asked is None or len(taken) < 2:
        return
    met = mentioned(_sentences(said, answer), asked.dispute) & taken.keys()
    left = [label for option, label in taken.items() if option not in met]
    yield Point(
        Wording("Did you name the other side?", "Avez-vous évoqué la thèse adverse\u00a0?"),
        len(met) > 1,
        _listed(list(taken.values()) if len(met) > 1 else left),
    )


def _sentences(said: str, answer: Answer) -> tuple[str, ...]:
    lines = said.split("\n")
    return tuple(
        line[start:end] for line in lines for start, end in split_sentences(line, answer.language)
    )


def _same(words: str) -> Wording:
    return Wording(words, words)


def _listed(wordings: list[Wording]) -> Wording:
    return Wording("; ".join(w.en for w in wordings), "\u00a0; ".join(w.fr for w in wordings))
