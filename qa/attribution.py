"""Naming a source: what a sentence may say of the articles it cites without quoting it."""

import re
from dataclasses import dataclass

from corpus.article import Article
from corpus.exchange.person_names import parsed_name
from qa.names import SAYS
from qa.roles import mentions

MONTHS = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "en": "January February March April May June July August September October November December",
}
# "(in French)", « (en anglais) »: the mark of a quote in another language.
LANGUAGES = {"fr": "French français France", "en": "English anglais"}
# A source follows such a word, a quotation mark, or another source ("… and Jane Roe").
INTRODUCES = (
    r"(?:\b(?:selon|d['’]après|dans|according\s+to|in)\s+[«“\"‘*]?|[«“\"‘*]"
    r"|…\s*(?:et|and|&|,|\()\s*[«“\"‘*]?)\s*"
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Articles that one sentence cites."""

    articles: tuple[Article, ...]

    @property
    def words(self) -> str:
        """Titles, authors, publishers and languages: names in them may be used."""
        return " ; ".join(
            word
            for article in self.articles
            for word in (
                article.title,
                *article.authors,
                article.publisher,
                LANGUAGES.get(article.language, ""),
            )
        )

    @property
    def years(self) -> str:
        return " ; ".join(article.date[:4] for article in self.articles)

    def removed_from(self, sentence: str) -> str:
        """Sentence without its sources: what is left is claimed, and must be quoted.

        A title is a source only where it is introduced as one ("Selon …", quotation marks):
        elsewhere the same words are a claim. So it is with a publisher named after a role.
        """
        for article in self.articles:
            names = (*article.authors, article.publisher, *_written_dates(article.date))
            for name in filter(None, (article.title, *names)):
                anywhere = name in names and not mentions(name)
                before = r"\b" if anywhere else INTRODUCES
                written = re.compile(rf"{before}{re.escape(name)}(?!\w)", re.IGNORECASE)
                sentence = written.sub("…", sentence)
        return sentence


def names_itself(quote: str, article: Article) -> bool:
    """Whether a quote names those whom one would name before it: "…", says Jane Roe.

    They are the authors (the first of more than two), else the publisher.
    """
    authors = article.authors if len(article.authors) < 3 else article.authors[:1]
    named = authors or ((article.publisher,) if article.publisher else ())
    return bool(named) and all(_is_named(name, quote, article.publisher) for name in named)


def _is_named(name: str, quote: str, publisher: str) -> bool:
    """By the whole name, or by the last one.

    At the beginning a last name may be a common word ("Price matters"), unless it says something.
    """
    if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", quote):
        return True
    if not any(word in quote for word in name.replace(",", " ").split()):
        return False
    last = parsed_name(name, publisher).last
    return any(
        found.start() > 0 or SAYS.match(quote, found.end())
        for found in re.finditer(rf"(?<!\w){re.escape(last)}(?!\w)", quote)
    )


def _written_dates(date: str) -> tuple[str, ...]:
    """Ways in which a full ISO date is written in French and English."""
    parts = date.split("-")
    if len(parts) != 3:
        return (date,) if "-" in date else ()
    year, month, day = parts[0], int(parts[1]), int(parts[2])
    french, english = (MONTHS[language].split()[month - 1] for language in ("fr", "en"))
    ordinal = f"{day}er" if day == 1 else str(day)
    return (
        date,
        f"{ordinal} {french} {year}",
        f"{day} {english} {year}",
        f"{english} {day}, {year}",
        f"{english} {day} {year}",
    )
