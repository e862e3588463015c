"""The JSON of the command, the API and MCP: other people's scripts rely on these names."""

from collections.abc import Callable, Sequence
from typing import Any

from corpus.article import Article, Record
from corpus.history import Asked
from corpus.inventory import Mention, Tally
from corpus.source import Skipped
from index.passage import Hit
from index.report import Added, AddReport, NearDuplicate
from qa.answer import Answer, Citation
from qa.citing import CitedSource
from qa.health import Health

Json = dict[str, Any]


def added_json(entry: Added) -> Json:
    return {
        "article_id": entry.article_id,
        "title": entry.title,
        "language": entry.language,
        "date": entry.date,
        "passages": entry.passages,
        "source": entry.source,
    }


def report_json(report: AddReport, language: str) -> Json:
    return {
        "added": [added_json(entry) for entry in report.added],
        "updated": [added_json(entry) for entry in report.updated],
        "unchanged": [added_json(entry) for entry in report.unchanged],
        "skipped": [skipped_json(skipped, language) for skipped in report.skipped],
        "near_duplicates": [twin_json(twin) for twin in report.near_duplicates],
        "notes": [note.in_language(language) for note in report.notes],
        "generation": report.generation,
    }


def skipped_json(skipped: Skipped, language: str) -> Json:
    return {"source": skipped.source, "reason": skipped.reason.in_language(language)}


def twin_json(twin: NearDuplicate) -> Json:
    return {
        "article_id": twin.article_id,
        "title": twin.title,
        "resembles": twin.resembles_id,
        "resembles_title": twin.resembles_title,
        "similarity": round(twin.similarity, 3),
    }


def article_json(record: Record, passages: int) -> Json:
    return {**record_json(record), "passages": passages}


def record_json(record: Record) -> Json:
    return {
        "article_id": record.id,
        "title": record.title,
        "original_title": record.original_title,
        "authors": list(record.authors),
        "publisher": record.publisher,
        "date": record.date,
        "language": record.language,
        "url": record.url,
        "kind": record.kind,
        "topics": list(record.topics),
        "based_on": record.based_on,
        "collections": list(record.collections),
        "corrected": list(record.corrected),
        "source": record.source,
        "characters": record.characters,
    }


def hit_json(rank: int, hit: Hit, article: Article) -> Json:
    passage = hit.passage
    return {
        "rank": rank,
        "score": round(hit.score, 6),
        "passage_id": passage.id,
        "article_id": article.id,
        "title": article.title,
        "language": passage.language,
        "source": article.source,
        "heading": passage.heading,
        "text": article.text[passage.start : passage.end],
        "start": passage.start,
        "end": passage.end,
    }


def search_json(
    query: str, language: str, hits: Sequence[Hit], article: Callable[[str], Article]
) -> Json:
    return {
        "query": query,
        "language": language,
        "hits": [
            hit_json(rank, hit, article(hit.passage.article_id))
            for rank, hit in enumerate(hits, start=1)
        ],
    }


def answer_json(answer: Answer) -> Json:
    articles = {article.id: article for article in answer.articles}
    return {
        "question": answer.question,
        "searched_as": answer.searched_as,
        "language": answer.language,
        "answer": answer.text,
        "sentences": [
            {"text": sentence.text, "citations": list(sentence.citations)}
            for sentence in answer.sentences
        ],
        "abstained": answer.abstained,
        "reason": answer.reason,
        "excluded_by": [each.in_language(answer.language) for each in answer.excluded_by],
        "confidence": round(answer.confidence, 4),
        "citations": [_citation_json(c, articles[c.article_id]) for c in answer.citations],
        "positions": [
            {
                "label": position.label.in_language(answer.language),
                "citations": list(position.citations),
                "option": position.option,
                "sources": position.sources,
                "years": list(position.years),
                "languages": list(position.languages),
                "kinds": list(position.kinds),
            }
            for position in answer.positions
        ],
        "nearest": [
            hit_json(rank, hit, articles[hit.passage.article_id])
            for rank, hit in enumerate(answer.nearest, start=1)
        ],
        "dropped": [
            {"text": dropped.text, "why": dropped.why.in_language(answer.language)}
            for dropped in answer.dropped
        ],
        "answerer": answer.answerer,
        "note": answer.note.in_language(answer.language) if answer.note else "",
        "index": {"generation": answer.generation, "fingerprint": answer.fingerprint},
        "timings_ms": answer.timings_ms,
    }


def _citation_json(citation: Citation, article: Article) -> Json:
    return {
        "n": citation.number,
        "article_id": article.id,
        "passage_id": citation.passage_id,
        "title": article.title,
        "authors": list(article.authors),
        "publisher": article.publisher,
        "date": article.date,
        "url": article.url,
        "source": article.source,
        "kind": article.kind,
        "based_on": article.based_on,
        "language": citation.language,
        "quote": citation.quote,
        "start": citation.start,
        "end": citation.end,
    }


def asked_json(asked: Asked) -> Json:
    return {
        "question": asked.question,
        "language": asked.language,
        "at": asked.at,
        "answered": asked.answered,
        "reason": asked.reason or None,
        "confidence": round(asked.confidence, 4),
        "filtered": asked.filtered,
        "cited": list(asked.cited),
    }


def health_json(health: Health) -> Json:
    """Topic, language and year are null where they are not known."""
    inventory, citing = health.inventory, health.citing
    return {
        "articles": inventory.articles,
        "counts": [_tally_json(tally) for tally in inventory.whole],
        "topics": [
            {
                "topic": row.topic,
                "articles": row.articles,
                "counts": [_tally_json(tally) for tally in row.tallies],
            }
            for row in inventory.rows
        ],
        "missing": {
            missing.field.value: [each.article_id for each in missing.articles]
            for missing in inventory.missing
        },
        "near_duplicates": [
            {
                "articles": [_mention_json(each) for each in group.articles],
                "similarity": round(group.similarity, 3),
            }
            for group in health.near_duplicates
        ],
        "questions": {
            "asked": health.asking.times,
            "answered": health.asking.answered,
            "unanswered": health.asking.unanswered,
            "excluded_by_filters": health.asking.excluded,
        },
        "citing": {
            "enough_answers": citing.enough,
            "answers": citing.answers,
            "sources": citing.sources,
            "expected_share": round(citing.expected, 4),
            "never_cited": [_cited_json(source) for source in citing.never],
            "over_cited": [_cited_json(source) for source in citing.over],
        },
        "gaps": [
            {
                "question": gap.questions[0].question,
                "questions": [asked.question for asked in gap.questions],
                "count": gap.count,
                "languages": list(gap.languages),
                "last": gap.last,
            }
            for gap in health.gaps
        ],
    }


def _tally_json(tally: Tally) -> Json:
    return {"language": tally.language or None, "year": tally.year, "articles": tally.articles}


def _mention_json(mention: Mention) -> Json:
    return {
        "article_id": mention.article_id,
        "title": mention.title,
        "language": mention.language,
    }


def _cited_json(source: CitedSource) -> Json:
    return {
        "work": source.work,
        "articles": [_mention_json(each) for each in source.articles],
        "share": round(source.share, 4),
    }
