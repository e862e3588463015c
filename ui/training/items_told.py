"""Quiz items as a person reads them in a terminal, and as a script gets them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from corpus.article import Article
from corpus.training.item_store import Verdict
from corpus.wording import InterfaceLanguage
from qa.training.explaining import why
from qa.training.item import Item
from qa.training.items.gates.admission import Refused
from qa.training.quiz import QuizQuestion
from qa.training.sources import source_address, source_line
from ui.terminal import echo, say
from ui.training.item_words import KINDS


def item_json(item: Item, verdict: Verdict | None = None) -> dict[str, Any]:
    """All that is kept of it; `why` in the item's own language."""
    return {
        **asdict(item),
        "right": item.right,
        "why": item.why.in_language(item.language) if item.why else None,
        "verdict": {"accepted": verdict.accepted, "reason": verdict.reason} if verdict else None,
    }


def question_json(question: QuizQuestion) -> dict[str, Any]:
    """The options as they are shown; `key` counts in them, from 0."""
    item = item_json(question.item)
    return {**item, "options": list(question.options), "key": question.key}


def refused_json(refused: Refused, spoken: InterfaceLanguage) -> dict[str, Any]:
    draft = refused.draft
    return {
        "gate": refused.gate,
        "why": refused.why.in_language(spoken),
        "kind": draft.kind.value,
        "language": draft.language,
        "stem": draft.stem,
        "shown": draft.shown,
        "right": draft.right.text,
        "wrong": [option.text for option in draft.distractors],
        "quote": draft.quote,
    }


def print_items(items: Sequence[Item], verdicts: dict[str, Verdict]) -> None:
    """Each with its key marked, then how many there are."""
    for item in items:
        verdict = verdicts.get(item.id)
        judged = say(en=" · accepted", fr=" · acceptée") if verdict and verdict.accepted else ""
        kind = say(en=KINDS[item.kind].en, fr=KINDS[item.kind].fr)
        echo(f"{item.id}  {kind} · {item.language} · {item.competency}{judged}")
        print_asked(item, item.options)
        echo(f"  = {item.right}")
        echo(f"  {quoted(item.quote, item.language)}\n")
    counts = Counter((KINDS[item.kind], item.language) for item in items)
    for (name, language), count in counts.most_common():
        echo(f"{count:>5}  {say(en=name.en, fr=name.fr)} ({language})")
    echo(f"{len(items):>5}  {say(en='items', fr='questions')}")


def print_refused(refused: Sequence[Refused]) -> None:
    """How often which gate refused which kind, the most frequent first."""
    counts = Counter((each.gate, each.draft.kind) for each in refused)
    for (gate, kind), count in sorted(counts.items(), key=lambda each: (-each[1], each[0])):
        echo(f"{count:>5}  {gate} · {say(en=KINDS[kind].en, fr=KINDS[kind].fr)}")
    echo(f"{len(refused):>5}  {say(en='drafts not used', fr='ébauches écartées')}")


def print_asked(item: Item, options: Sequence[str]) -> None:
    """What a learner sees before answering."""
    echo(f"  {item.stem}")
    for line in item.shown.splitlines():
        echo(f"  {line}")
    for number, option in enumerate(options, start=1):
        echo(f"    {number}. {option}")


def print_answered(item: Item, article: Article | None, *, right: bool) -> None:
    """Right or wrong, why, and the quote with its source; `article`: None where it is gone."""
    told = say(en="Right.", fr="Bonne réponse.")
    if not right:
        told = say(en=f"Not right: {item.right}", fr=f"Ce n’est pas cela : {item.right}")
    echo(told)
    because = why(item)
    echo(f"  {say(en=because.en, fr=because.fr)}")
    echo(f"  {quoted(item.quote, item.language)}")
    if article:
        print_source(article)


def print_source(article: Article) -> None:
    """Where a quote is from, with the address if it has one."""
    address = source_address(article)
    echo(f"  {source_line(article)}" + (f" ({address})" if address else ""))


def quoted(quote: str, language: str) -> str:
    """Between the quotation marks of its language."""
    return f"«\u00a0{quote}\u00a0»" if language == "fr" else f"“{quote}”"
