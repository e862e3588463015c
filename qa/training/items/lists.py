"""The lists of the library, each item with the part that another list's item could replace."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import takewhile

from corpus.article import Article
from corpus.characters import folded
from index.analysis import is_function_word, words
from index.passage import Passage, Span
from index.snapshot import Snapshot
from qa.listing import announces, items_following
from qa.training.items.leaning import leans

_TOKEN = re.compile(r"\S+")
_NUMBER = re.compile(
    r"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|one|two|three|four|five|six"
    r"|seven|eight|nine|ten|premi(?:er|ere)|deuxieme|seconde?|troisieme|quatrieme|cinquieme"
    r"|sixieme|septieme|huitieme|neuvieme|dixieme|un|deux|trois|quatre|cinq|\d+(?:er|ere|e|st|nd)?"
)
# The items of such a list are not all there, or not those announced; or only the text before
# says what it lists.
_LEANS = re.compile(
    r"\b(?:these|those|this|following|among them|of which|then|suivante?s|ci-dessous|celles?-ci"
    r"|ceux-ci|dont|alors|ensuite|ainsi)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|deux|trois|quatre|cinq|sept|huit|neuf|dix|\d)\s",
    re.IGNORECASE,
)
_INFINITIVE = re.compile(r"(?:ne (?:pas|plus|jamais) )?(?:s['’]|se )?\w{2,}(?:er|ir|re|oir)\b")
# What a predicate begins with, after a subject that is one or several.
_PREDICATE = {
    ("fr", "one"): re.compile(
        r"(?:s['’]|se |n['’]|ne )?\w*(?:[etda]|ainc)\b(?<!nt)|(?:tient|vient)\b"
    ),
    ("fr", "several"): re.compile(r"(?:s['’]|se |n['’]|ne )?\w*nt\b"),
    ("en", "one"): re.compile(r"\w*[^s]s\b|(?:can|must|should|may|will|has|is|was)\b"),
    ("en", "several"): re.compile(r"(?:are|have|do|were)\b"),
}
_NO_PREDICATE = re.compile(r"(?:a|et|de|the|its|cote|dont)\b|\w+(?:ment|elle|ique)\b")
# Words that are verbs wherever they stand: what holds one before its first aside is a sentence.
VERB = {
    "fr": re.compile(
        r"\b(?:est|sont|était|étaient|a|ont|avait|peut|peuvent|doit|doivent|devait|fait|font|faut|va"
        r"|vont|met|veut|permet|dépend|montre|montrent|s['’]\w+e|se \w+nt|ne \w+|n['’]\w+)\b"
    ),
    "en": re.compile(
        r"\b(?:is|are|was|were|has|have|had|can|cannot|could|must|should|may|might|will|would|does"
        r"|do|did|needs?)\b"
    ),
}
_ASIDE = re.compile(
    r"[,;:(]|\s(?:which|that|who|whose|when|where|because|as|what|how|qui|que|dont|où|quand|lorsque"
    r"|car|afin)\s|\s(?:lors)?qu['’]"
)
_LABEL = 6  # words before a colon that name an item and do not state it


class Form(Enum):
    """How words are built; those of one form are grammatical in one place."""

    QUESTION = auto()
    LABEL = auto()  # "Support processes: work done elsewhere"
    INFINITIVE = auto()
    AFTER_COLON = auto()
    OF_ONE = auto()  # predicates, of one or of several
    OF_SEVERAL = auto()
    SENTENCE = auto()
    OTHER = auto()  # nobody knows


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """An item; `span` holds its words after those with which all items of its list begin."""

    article: Article
    passage: Passage
    sentence: Span
    span: Span
    form: Form

    @property
    def frame(self) -> str:
        """What stands before, as "Stage two: "; empty where items begin differently."""
        return self.article.text[self.sentence.start : self.span.start]

    @property
    def text(self) -> str:
        return self.article.text[self.span.start : self.span.end]

    @property
    def after(self) -> str:
        """Its full stop."""
        return self.article.text[self.span.end : self.sentence.end]


@dataclass(frozen=True, slots=True, eq=False)
class Listed:
    """A list, and the sentence that announces it."""

    article: Article
    passage: Passage
    lead_in: Span
    entries: tuple[Entry, ...]

    @property
    def announced(self) -> str:
        return self.article.text[self.lead_in.start : self.lead_in.end]


def lists(snapshot: Snapshot) -> Iterator[Listed]:
    """Every list that can be understood alone, in the order of articles and texts."""
    for record in snapshot.records():
        article = snapshot.article(record.id)
        for passage in snapshot.passages_of.get(article.id, ()):
            if passage.language not in ("en", "fr"):
                continue
            for span in passage.sentences:
                sentence = article.text[span.start : span.end]
                if not announces(sentence) or _leans(sentence, passage.language):
                    continue
                items = items_following(article, span.end, snapshot)
                if items:
                    yield Listed(article, passage, span, tuple(_entries(article, items)))


def _leans(sentence: str, language: str) -> bool:
    """Whether it does not tell alone what is listed, and how many items there are."""
    counted = _COUNTED.search(sentence)
    return leans(sentence, language) or bool(_LEANS.search(sentence)) or not counted


def _entries(article: Article, items: Sequence[tuple[Passage, Span]]) -> Iterator[Entry]:
    language = items[0][0].language
    texts = [article.text[span.start : span.end] for _, span in items]
    shared = _shared(texts, language)
    rests = [" ".join(text.split()[shared:]) for text in texts]
    forms = _framed(texts[0].split()[shared - 1], rests, language) if shared else ()
    if not forms:
        shared, forms = 0, _whole(texts, language)
    for (passage, span), text, form in zip(items, texts, forms, strict=True):
        tokens = list(_TOKEN.finditer(text))
        start, end = tokens[shared].start(), len(text.rstrip(" .;,"))
        yield Entry(article, passage, span, Span(span.start + start, span.start + end), form)


def _framed(last: str, rests: Sequence[str], language: str) -> tuple[Form, ...]:
    """The form of what follows a frame whose last word is `last`; () where it stands for none."""
    if not all(rests):
        return ()
    if last.endswith(":"):
        infinitive = language == "fr" and all(_INFINITIVE.match(rest) for rest in rests)
        return (Form.INFINITIVE if infinitive else Form.AFTER_COLON,) * len(rests)
    if is_function_word(last, language):
        return ()
    for number, form in (("one", Form.OF_ONE), ("several", Form.OF_SEVERAL)):
        begins = _PREDICATE[language, number]
        if all(begins.match(rest) and not _NO_PREDICATE.match(folded(rest)) for rest in rests):
            return (form,) * len(rests)
    return ()


def _whole(texts: Sequence[str], language: str) -> tuple[Form, ...]:
    """Items of one list are built alike: where a third are seen to be sentences, all are."""
    sentences = sum(1 for text in texts if VERB[language].search(_ASIDE.split(text, 1)[0]))
    rest = Form.SENTENCE if 3 * sentences >= len(texts) else Form.OTHER
    return tuple(_own_form(text, language) or rest for text in texts)


def _own_form(text: str, language: str) -> Form | None:
    if text.endswith("?"):
        return Form.QUESTION
    label, colon, _ = text.partition(":")
    if colon and len(label.split()) <= _LABEL:
        return Form.LABEL
    if language == "fr" and _INFINITIVE.match(text.lower()):
        return Form.INFINITIVE
    return None


def _shared(texts: Sequence[str], language: str) -> int:
    """How many words all begin with, numbers being alike; 0 where these name nothing."""
    alike = [[_alike(token) for token in text.split()] for text in texts]
    count = sum(1 for _ in takewhile(_equal, zip(*alike, strict=False)))
    first = " ".join(texts[0].split()[:count])
    names = any(not is_function_word(word, language) for word in words(first, language))
    return count if names else 0


def _alike(token: str) -> str:
    plain = folded(token)
    number = plain.rstrip(":,")
    return f"#{plain[len(number) :]}" if _NUMBER.fullmatch(number) else plain


def _equal(tokens: tuple[str, ...]) -> bool:
    return len(set(tokens)) == 1
