"""Frozen answers for the tests of memos: invented sources, each awkward in its own way."""

from typing import Any

from corpus.article import Article, BasedOn, Kind
from corpus.wording import Wording
from index.passage import Hit, Passage
from qa.answer import Answer, Citation, Position, Reason, Sentence
from qa.freezing import Frozen
from qa.question import Question

STUDY = Article(
    title="Who leads? A survey of 90 firms",
    authors=("Ada Norton", "Luis Vega"),
    publisher="Field Institute",
    date="2019-06-01",
    language="en",
    url="https://www.field.example/who-leads?a=1&b=2",
    kind=Kind.STUDY,
    text="## Findings\n\nIn 54 of 90 firms, the chief executive leads.\n\nFew firms wait.\n\n"
    "## Method\n\nWe asked 90 firms.",
)
NOTE = Article(
    title="Une note sur les comités",
    original_title="Le comité d'abord",
    publisher="Éditions du Lac",
    language="fr",
    url="https://lac.example/comite",
    kind=Kind.VENDOR,
    based_on=BasedOn.EXCERPT,
    text="Le comité décide de tout, « sans exception », dit l'auteur.\n\n"
    "## Suite\n\n- Un point\n- Un autre point",
)


def cited(number: int, article: Article, quote: str, language: str = "") -> Citation:
    start = article.text.index(quote)
    end = start + len(quote)
    passage = f"{article.id}:0-{len(article.text)}"
    return Citation(number, article.id, passage, start, end, quote, language or article.language)


def answer(**known: Any) -> Answer:
    defaults: dict[str, Any] = {
        "question": "Who leads?",
        "language": "en",
        "confidence": 0.876,
        "answerer": "extractive",
        "generation": 7,
        "fingerprint": "feedc0ffee",
    }
    filled = {**defaults, **known}
    return Answer(**{"searched_as": filled["question"], **filled})


def frozen(kept: Answer, at: str = "2026-11-22T08:00:00+00:00", **known: Any) -> Frozen:
    return Frozen("id", at, Question(kept.question, **known), kept)


CEO = cited(1, STUDY, "In 54 of 90 firms, the chief executive leads.")
BOARD = cited(2, NOTE, "Le comité décide de tout, « sans exception », dit l'auteur.")
POINT = cited(3, NOTE, "- Un point\n- Un autre point")

DISPUTED = answer(
    sentences=(
        Sentence("Sources differ: the chief executive (1 source) [1]; the board (1) [2].", (1, 2)),
        Sentence(CEO.quote, (1,)),
        Sentence(f"According to the note (in French): “{BOARD.quote}”", (2,)),
    ),
    citations=(CEO, BOARD, POINT),
    positions=(
        Position(
            Wording("the chief executive", "le directeur général"), (1,), "ceo", 1, (2019,),
            ("en",), (Kind.STUDY,),
        ),
        Position(
            Wording("the board", "le conseil"), (2,), "board", 1, (), ("fr",), (Kind.VENDOR,)
        ),
        Position(Wording("other", "autre"), (3,), "", 1, (), ("fr",), (Kind.VENDOR,)),
    ),
    articles=(STUDY, NOTE),
)  # fmt: skip
FRENCH = answer(
    question="Qui décide ?",
    language="fr",
    confidence=0.4,
    sentences=(Sentence(BOARD.quote, (1,)),),
    citations=(cited(1, NOTE, BOARD.quote),),
    articles=(NOTE,),
)
REFUSED = answer(
    question="What is the weather?",
    reason=Reason.TOO_WEAK,
    confidence=0.1,
    nearest=(Hit(Passage(STUDY.id, 0, 58, "en", "Findings"), 0.5),),
    articles=(STUDY,),
)

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[click](javascript:alert(1))",
    "![x](http://evil.example/x.png)",
    "[^1]: note [^9]",
    "`code` **bold** _it_ ~~no~~ | cell | \\| \\",
    "# heading",
    "- item",
    "1. item",
    "> quote",
    "--- === ```",
    '#image("/etc/passwd") $x$ @ref <label> #read("/etc/passwd")',
    "\\input{/etc/passwd} {{ 7*7 }} ${7*7}",
    "&lt;b&gt; &amp; &copy;",
    "]]> <!-- --> <?xml ?> <w:t>",
    "http://evil.example www.evil.example me@evil.example :smile:",
    "a\x00b\x07c\x1b[31m\ufffe",
    "\u202edlrow\u202c \u2066x\u2069",
    "日本語の題名 العنوان כותרת 🎉👩‍💼",
    "é" * 300,
    "=HYPERLINK(1)",
    "«\u00a0déjà\u00a0» “quoted” 'single' \"double\"",
)


def hostile(payload: str) -> Frozen:
    """An answer in which everything that others write is `payload`."""
    article = Article(
        title=payload,
        original_title=payload,
        authors=(payload, ""),
        publisher=payload,
        date="2020",
        language="en",
        url=f"https://x.example/{payload}",
        kind=Kind.OPINION,
        text=f"{payload}\n\n## {payload}\n\nBefore {payload} after.",
    )
    return frozen(
        answer(
            question=payload,
            sentences=(Sentence(payload, (1,)),),
            citations=(cited(1, article, f"Before {payload} after."),),
            positions=(Position(Wording(payload, payload), (1,), "x", 1),),
            articles=(article,),
        )
    )
