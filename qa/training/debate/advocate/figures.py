"""Whether the figures of a recommendation are those of its sources.

Only what a reader would take for a finding is looked at: shares, and numbers of three digits or
more. A deadline in days, a year, and what is said of one's own company are nobody's to prove.
"""

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction

from corpus.article import Article
from corpus.filters import Filters
from corpus.wording import Wording
from index.analysis import terms
from index.matching import Matcher
from index.passage import Passage, Span
from index.search import search
from qa.numbers import numbers, ratios
from qa.training.debate.advocate.assessment import Criterion, Finding, Judgement, Standing, place_of
from qa.training.debate.advocate.case import Case
from qa.training.debate.advocate.naming import names_source

_LARGE = 3  # digits
_LOOKED_AT = 10  # passages
_IN_COMMON = 2  # words, in either language, that make a sentence one on the subject
_ALIKE = 0.5  # share of a sentence's words that its source has, too
_PERIOD = re.compile(
    r"[\w.,’'-]+[ \u00a0-](?:premi(?:ers?|ères?) |prochain(?:e?s)? |first |next )?"
    r"(?:days?|weeks?|months?|years?|hours?|quarters?|jours?|semaines?|mois|ans?|années?|heures?"
    r"|trimestres?)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b(?!\s?%)")
_OWN = re.compile(r"\b(?:we|our|ours|us|nous|notre|nos)\b", re.IGNORECASE)

Sentence = tuple[Article, Passage, Span]


def judge_figures(case: Case) -> Judgement:
    """Missing where a source that is attached says another figure of the same thing."""
    checked = [(sentence, figure) for sentence in case.sentences for figure in telling(sentence)]
    if not checked:
        wording = Wording(
            en="There is no figure to check in your text.",
            fr="Votre texte ne contient aucun chiffre à vérifier.",
        )
        return Judgement(Criterion.FIGURES, Standing.MET, wording)
    known = _values(f for text in _backing(case) for f in telling(text, of_source=True))
    stray = [(s, f) for s, f in checked if _value(f) not in known]
    if not stray:
        wording = Wording(
            en="Every figure is in a passage that you attach or quote.",
            fr="Chaque chiffre figure dans un passage que vous joignez ou citez.",
        )
        return Judgement(Criterion.FIGURES, Standing.MET, wording)
    wrong = [finding for each in stray if (finding := _contradicted(*each, case))]
    if wrong:
        wording = Wording(
            en="A figure is not the one that your source gives.",
            fr="Un chiffre n’est pas celui que donne votre source.",
        )
        return Judgement(Criterion.FIGURES, Standing.MISSING, wording, tuple(wrong))
    wording = Wording(
        en="A figure is in no passage that you attach.",
        fr="Un chiffre ne figure dans aucun passage joint.",
    )
    unbacked = tuple(_unbacked(*each, case) for each in stray)
    return Judgement(Criterion.FIGURES, Standing.PARTLY, wording, unbacked)


def telling(sentence: str, *, of_source: bool = False) -> tuple[str, ...]:
    """Figures that a reader would take for a finding.

    Of a learner's sentence none that is about the own company, and no "half", which is often no
    figure.
    """
    if not of_source and _OWN.search(sentence):
        return ()
    rest = _YEAR.sub(" ", _PERIOD.sub(" ", sentence))
    counted = ratios(rest)
    parts = {part for ratio in counted for part in ratio.split("/")}
    found = (f for f in numbers(rest) - parts if _tells(f, of_source=of_source))
    return tuple(sorted((*counted, *found)))


def _tells(figure: str, *, of_source: bool) -> bool:
    if "/" in figure:  # in words: a ratio in digits is counted apart
        return of_source
    return figure.endswith("%") or len(figure.split(".")[0]) >= _LARGE


def _is_share(figure: str) -> bool:
    return figure.endswith("%") or "/" in figure


def _value(figure: str) -> tuple[bool, Fraction]:
    """What compares: "40%" and "4/10" are one share."""
    if figure.endswith("%"):
        return True, Fraction(figure[:-1]) / 100
    return _is_share(figure), Fraction(figure)


def same_figure(one: str, other: str) -> bool:
    return _value(one) == _value(other)


def _values(figures: Iterable[str]) -> frozenset[tuple[bool, Fraction]]:
    return frozenset(map(_value, figures))


def _backing(case: Case) -> Iterator[str]:
    """The texts that a figure may be from."""
    for attached in case.attached:
        yield attached.text
    for quotation in case.quotations:
        if quotation.at:
            article, passage, _ = quotation.at
            yield article.text[passage.start : passage.end]


def _contradicted(sentence: str, figure: str, case: Case) -> Finding | None:
    """What an attached source says of the same thing, with another figure of the same sort."""
    for article, passage, span in _attached_sentences(case):
        said = article.text[span.start : span.end]
        others = [f for f in telling(said, of_source=True) if _is_share(f) == _is_share(figure)]
        if others and _same_thing(sentence, said, article, passage):
            place = place_of(article, span, passage.language)
            wording = Wording(
                en=f"You write {as_written(figure).en}; the passage that you attach says "
                f"{_listed(others).en}:",
                fr=f"Vous écrivez {as_written(figure).fr}\u00a0; le passage joint dit "
                f"{_listed(others).fr}\u00a0:",
            )
            return Finding(wording, sentence, (place,))
    return None


def _attached_sentences(case: Case) -> Iterator[Sentence]:
    for attached in case.attached:
        for passage, span in attached.sentences:
            yield attached.article, passage, span


def _same_thing(sentence: str, said: str, article: Article, passage: Passage) -> bool:
    """Whether the learner restates that sentence: by its words, or by naming its source."""
    written = {t for t in terms(sentence, passage.language) if not t.isdigit()}
    there = set(terms(said, passage.language))
    alike = len(written & there) / len(written) if written else 0.0
    return alike >= _ALIKE or names_source(sentence, article)


def _unbacked(sentence: str, figure: str, case: Case) -> Finding:
    """Where the library has the figure, if it has it in a sentence on the subject."""
    matcher = Matcher(sentence)
    for hit in search(sentence, _LOOKED_AT, Filters(), case.snapshot).hits:
        article = case.snapshot.article(hit.passage.article_id)
        for span in hit.passage.sentences:
            said = article.text[span.start : span.end]
            matches = matcher.spans(said, hit.passage.language)
            same = {said[start:end] for start, end in matches if said[start].isalpha()}
            if len(same) >= _IN_COMMON and _value(figure) in _values(telling(said, of_source=True)):
                wording = Wording(
                    en=f"{as_written(figure).en}: no passage attached has it; this one does. If it "
                    "is the one you mean, attach it.",
                    fr=f"{as_written(figure).fr}\u00a0: aucun passage joint ne le contient\u00a0; "
                    "celui-ci, "
                    "oui. Si c’est bien lui, joignez-le.",
                )
                place = place_of(article, span, hit.passage.language)
                return Finding(wording, sentence, (place,))
    wording = Wording(
        en=f"{as_written(figure).en}: attach the passage that says so, or say that it is your own.",
        fr=f"{as_written(figure).fr}\u00a0: joignez le passage qui le dit, ou précisez que ce "
        "chiffre "
        "est le vôtre.",
    )
    return Finding(wording, sentence)


def as_written(figure: str) -> Wording:
    """A figure as people write it."""
    if "/" in figure:
        first, second = figure.split("/")
        return Wording(f"{first} in {second}", f"{first} sur {second}")
    plain, percent = figure.removesuffix("%"), figure.endswith("%")
    if not percent:
        return Wording(plain, plain.replace(".", ","))
    return Wording(f"{plain}%", f"{plain.replace('.', ',')}\u00a0%")


def _listed(figures: Iterable[str]) -> Wording:
    written = [as_written(figure) for figure in figures]
    return Wording(" and ".join(w.en for w in written), " et ".join(w.fr for w in written))
