"""What the evidence behind an answer is not: each limit computed from the answer itself."""

from collections import Counter
from collections.abc import Iterator, Sequence

from corpus.article import Article, BasedOn, Kind
from corpus.filters import KIND_NAMES
from corpus.wording import InterfaceLanguage, Wording
from qa.answer import Answer
from qa.freezing import Frozen
from qa.positions.independence import independent
from qa.standing import Standing
from ui.confidence import confidence_in_words, confidence_of_100
from ui.memo import words
from ui.memo.notes import in_language
from ui.memo.sources import named, semicolon, voice


def limits(frozen: Frozen, standing: Standing, language: InterfaceLanguage) -> Iterator[Wording]:
    """Sentences, the most telling first."""
    answer = frozen.answer
    cited = cited_articles(answer)
    if not answer.abstained:
        word, shown = confidence_in_words(answer.confidence), confidence_of_100(answer.confidence)
        yield words.filled(words.CONFIDENCE, word=word, figure=shown)
    if cited:
        yield from _breadth(answer, cited)
        yield _kinds(cited)
        yield from _notes(cited)
        yield from _dates(cited, language)
        yield from _languages(cited)
    yield from _left_out(answer)
    if frozen.question.filters:
        yield words.filled(words.FILTERED, filters=_joined(frozen.question.filters.described()))
    yield words.ONLY_THE_LIBRARY
    yield from _since(standing, language)


def cited_articles(answer: Answer) -> list[Article]:
    """The articles that are quoted, in order of first use."""
    articles = {article.id: article for article in answer.articles}
    return [articles[id_] for id_ in dict.fromkeys(c.article_id for c in answer.citations)]


def _breadth(answer: Answer, cited: Sequence[Article]) -> Iterator[Wording]:
    from corpus.duplicates import signature  # lazily: it brings scipy along

    sources = independent(cited, lambda: {article.id: signature(article.text) for article in cited})
    quotes = words.counted(len(answer.citations), words.QUOTES_ONE, words.QUOTES_MANY)
    articles = words.counted(len(cited), words.ARTICLES_ONE, words.ARTICLES_MANY)
    said = words.ONE_SOURCE if len(sources) == 1 else words.BREADTH
    said = words.ONE_ARTICLE if len(cited) == 1 else said
    which = words.OF_ALL if answer.positions else Wording("", "")
    yield words.filled(said, quotes=quotes, articles=articles, n=len(sources), which=which)


def _kinds(cited: Sequence[Article]) -> Wording:
    if len(cited) == 1:
        kind = KIND_NAMES[cited[0].kind] if cited[0].kind else words.UNKNOWN_KIND
        return words.filled(words.KIND_OF_ARTICLE, kind=kind)
    found = Counter(article.kind for article in cited)
    counted = [words.counted(found[k], *words.KINDS_COUNTED[k]) for k in (*Kind, None) if found[k]]
    said = words.KINDS_OF_ARTICLES if found[Kind.STUDY] else words.NO_STUDY
    return words.filled(said, kinds=words.listed(counted))


def _notes(cited: Sequence[Article]) -> Iterator[Wording]:
    notes = [article for article in cited if article.is_note]
    in_part = [note for note in notes if note.based_on in (BasedOn.EXCERPT, BasedOn.ABSTRACT)]
    if not notes:
        return
    part = words.counted(len(in_part), words.IN_PART_ONE, words.IN_PART_MANY)
    whole = words.counted(len(notes), words.NOTES_ONE, words.NOTES_MANY)
    if len(notes) == 1:
        part = words.THAT_ONE_IN_PART
    if len(notes) == len(cited):
        whole = words.NOTE_ALONE if len(cited) == 1 else words.NOTES_ALL
    yield Wording(f"{whole.en} {part.en}", f"{whole.fr} {part.fr}") if in_part else whole


def _dates(cited: Sequence[Article], language: InterfaceLanguage) -> Iterator[Wording]:
    undated = [article for article in cited if not article.date]
    years = [article.year for article in cited if article.year is not None]
    if not years:
        yield words.NO_DATES if len(cited) > 1 else words.NO_DATE_ALONE
        return
    yield words.filled(words.LATEST, year=max(years))
    if undated:
        voices = semicolon(language).join(dict.fromkeys(map(voice, undated)))
        yield words.counted(len(undated), words.UNDATED_ONE, words.UNDATED_MANY, voices=voices)


def _languages(cited: Sequence[Article]) -> Iterator[Wording]:
    spoken = {article.language for article in cited}
    if len(cited) > 1 and len(spoken) == 1 and "" not in spoken:
        yield words.filled(words.ONE_LANGUAGE, language=in_language(*spoken))


def _left_out(answer: Answer) -> Iterator[Wording]:
    unassigned = sum(position.sources for position in answer.positions if not position.option)
    if unassigned:
        yield words.counted(unassigned, words.UNASSIGNED_ONE, words.UNASSIGNED_MANY)
    if answer.dropped:
        yield words.counted(len(answer.dropped), words.DROPPED_ONE, words.DROPPED_MANY)
    if answer.note:
        yield answer.note


def _joined(filters: Sequence[Wording]) -> Wording:
    return Wording(
        "; ".join(each.en for each in filters), "\u00a0; ".join(each.fr for each in filters)
    )


def _since(standing: Standing, language: InterfaceLanguage) -> Iterator[Wording]:
    for said, records in (
        (words.NEWER, standing.newer),
        (words.CHANGED, standing.changed),
        (words.GONE, standing.gone),
    ):
        if records:
            yield words.filled(said, titles=named(records, language))
