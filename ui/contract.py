"""The JSON of the command: other people's scripts rely on these names."""

from typing import Any

from corpus.article import Article
from index.passage import Hit
from index.report import Added, AddReport
from index.snapshot import Snapshot
from qa.answer import Answer, Citation

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
        "skipped": [
            {"source": s.source, "reason": s.reason.in_language(language)} for s in report.skipped
        ],
        "near_duplicates": [
            {
                "article_id": twin.article_id,
                "title": twin.title,
                "resembles": twin.resembles_id,
                "resembles_title": twin.resembles_title,
                "similarity": round(twin.similarity, 3),
            }
            for twin in report.near_duplicates
        ],
        "generation": report.generation,
    }


def article_json(article: Article, passages: int) -> Json:
    return {
        "article_id": article.id,
        "title": article.title,
        "authors": list(article.authors),
        "publisher": article.publisher,
        "date": article.date,
        "language": article.language,
        "url": article.url,
        "kind": article.kind,
        "source": article.source,
        "characters": len(article.text),
        "passages": passages,
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


def search_json(query: str, language: str, hits: list[Hit], snapshot: Snapshot) -> Json:
    return {
        "query": query,
        "language": language,
        "hits": [
            hit_json(rank, hit, snapshot.article(hit.passage.article_id))
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
        "confidence": round(answer.confidence, 4),
        "citations": [_citation_json(c, articles[c.article_id]) for c in answer.citations],
        "positions": [
            {
                "label": position.label.in_language(answer.language),
                "citations": list(position.citations),
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
        "language": citation.language,
        "quote": citation.quote,
        "start": citation.start,
        "end": citation.end,
    }
