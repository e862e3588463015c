"""Whether the figures of a recommendation are those of its sources."""

from collections.abc import Iterator

from corpus.article import Article
from corpus.filters import Filters
from corpus.wording import Wording
from index.analysis import terms
from index.matching import Matcher
from index.passage import Passage
from index.search import search
from qa.positions.assigning import taken_by_rule
from qa.positions.rules import canonical
from qa.training.debate.advocate.ascribing import claim
from qa.training.debate.advocate.assessment import (
    Criterion,
    Finding,
    Judgement,
    Place,
    Standing,
    place_of,
)
from qa.training.debate.advocate.attributing import Source, attributed
from qa.training.debate.advocate.case import Case
from qa.training.debate.advocate.naming import names_source
from qa.training.debate.advocate.resembling import Candidate
from qa.training.debate.advocate.telling import (
    is_share,
    telling,
    value_of,
    values_of,
    written_figures,
)

_LOOKED_AT = 10  # passages
_IN_COMMON = 2  # words, in either language, that make a sentence one on the subject
_ALIKE = 0.5  # share of a sentence's words that its source has, too


def judge_figures(case: Case) -> Judgement:
    """Missing where a source, attached or named, says another figure of the same thing."""
    checked = [(sentence, figure) for sentence in case.sentences for figure in telling(sentence)]
    if not checked:
        wording = Wording(
            en="There is no figure to check in your text.",
            fr="Votre texte ne contient aucun chiffre à vérifier.",
        )
        return Judgement(Criterion.FIGURES, Standing.UNCHECKED, wording)
    known = values_of(f for text in _backing(case) for f in telling(text, of_source=True))
    stray = [(s, f) for s, f in checked if value_of(f) not in known]
    if not stray:
        wording = Wording(
            en="Every figure is in a passage that you attach or quote.",
            fr="Chaque chiffre figure dans un passage que vous joignez ou citez.",
        )
        return Judgement(Criterion.FIGURES, Standing.MET, wording)
    found = (_contradicted(*each, case) or _not_of_named(*each, case) for each in stray)
    wrong = [finding for finding in found if finding]
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
    for at in _attached_sentences(case):
        said, others = _figures_like(figure, at)
        if others and _same_thing(sentence, said, *at[:2]):
            yours, theirs = written_figures([figure], sentence), written_figures(others, said)
            wording = Wording(
                en=f"You write {yours.en}; the passage that you attach says {theirs.en}:",
                fr=f"Vous écrivez {yours.fr}\u00a0; le passage joint dit {theirs.fr}\u00a0:",
            )
            return Finding(wording, sentence, (_place(at),))
    return None


def _not_of_named(sentence: str, figure: str, case: Case) -> Finding | None:
    """What a source of the library that the sentence names says of the same thing, if not that."""
    for source in attributed(sentence, case.snapshot):
        found = [
            (at, said, others)
            for at in source.candidates(case.snapshot)
            for said, others in (_figures_like(figure, at),)
            if others and _on_the_same(sentence, said, at, source, case)
        ]
        if not found or any(value_of(figure) in values_of(others) for _, _, others in found):
            continue
        at, said, others = min(found, key=lambda each: each[0][1].language != case.language)
        yours, theirs = written_figures([figure], sentence), written_figures(others, said)
        wording = Wording(
            en=f"You write {yours.en}; in the library {source.name} says {theirs.en}:",
            fr=f"Vous écrivez {yours.fr}\u00a0; dans la bibliothèque, {source.name} dit "
            f"{theirs.fr}\u00a0:",
        )
        return Finding(wording, sentence, (_place(at),))
    return None


def _figures_like(figure: str, at: Candidate) -> tuple[str, list[str]]:
    """The words of a sentence, and its figures that are a share, or none, as `figure` is."""
    article, _, span = at
    said = article.text[span.start : span.end]
    return said, [f for f in telling(said, of_source=True) if is_share(f) == is_share(figure)]


def _place(at: Candidate) -> Place:
    article, passage, span = at
    return place_of(article, span, passage.language)


def _on_the_same(sentence: str, said: str, at: Candidate, source: Source, case: Case) -> bool:
    """Whether both take one option of the dispute, or have most words in common."""
    article, passage, _ = at
    options, denied = claim(sentence, case.dispute)
    if options and not denied:
        taken = taken_by_rule(canonical(said), case.dispute, passage, article)
        if set(options) & set(taken):
            return True
    return _likeness(sentence, said, passage, but=" ".join(source.names)) >= _ALIKE


def _attached_sentences(case: Case) -> Iterator[Candidate]:
    for attached in case.attached:
        for passage, span in attached.sentences:
            yield attached.article, passage, span


def _same_thing(sentence: str, said: str, article: Article, passage: Passage) -> bool:
    """Whether the learner restates that sentence: by its words, or by naming its source."""
    return _likeness(sentence, said, passage) >= _ALIKE or names_source(sentence, article)


def _likeness(sentence: str, said: str, passage: Passage, *, but: str = "") -> float:
    """Share of a sentence's words of meaning that its source has, too; `but` these words."""
    left_out = set(terms(but, passage.language))
    every = (t for t in terms(sentence, passage.language) if not t.isdigit())
    written = {term for term in every if term not in left_out}
    there = set(terms(said, passage.language))
    return len(written & there) / len(written) if written else 0.0


def _unbacked(sentence: str, figure: str, case: Case) -> Finding:
    """Where the library has the figure, if it has it in a sentence on the subject."""
    written = written_figures([figure], sentence)
    matcher = Matcher(sentence)
    for hit in search(sentence, _LOOKED_AT, Filters(), case.snapshot).hits:
        article = case.snapshot.article(hit.passage.article_id)
        for span in hit.passage.sentences:
            said = article.text[span.start : span.end]
            matches = matcher.spans(said, hit.passage.language)
            same = {said[start:end] for start, end in matches if said[start].isalpha()}
            if len(same) >= _IN_COMMON and value_of(figure) in values_of(
                telling(said, of_source=True)
            ):
                wording = Wording(
                    en=f"{written.en}: no passage attached has it; this one does. If it is the "
                    "one you mean, attach it.",
                    fr=f"{written.fr}\u00a0: aucun passage joint ne le contient\u00a0; "
                    "celui-ci, oui. Si c’est bien lui, joignez-le.",
                )
                place = place_of(article, span, hit.passage.language)
                return Finding(wording, sentence, (place,))
    wording = Wording(
        en=f"{written.en}: attach the passage that says so, or say that it is your own.",
        fr=f"{written.fr}\u00a0: joignez le passage qui le dit, ou précisez que ce chiffre est "
        "le vôtre.",
    )
    return Finding(wording, sentence)
