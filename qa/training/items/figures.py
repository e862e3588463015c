"""The figures of a statement that can be asked for: shares, ratios, multiples, amounts, times."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.passage import Span
from qa.numbers import numbers


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure where a text writes it; figures of one form may stand for each other."""

    span: Span
    text: str
    value: float
    form: str

    @property
    def is_share(self) -> bool:
        return self.form.startswith("percent")


_DIGITS = r"\d{1,3}(?:[ \u00a0\u202f,]\d{3})+(?!\d)|\d+(?:[.,]\d+)?"
_SMALL = {
    "en": ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
    "fr": ["un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"],
}
_WORD = {language: rf"(?:{'|'.join(words)})" for language, words in _SMALL.items()}
_GROUPED = 1000  # from here on digits stand in groups, of which each language has its own sort
_PERCENT = {"en": r"(?:\s?%|\s(?:percent|per\scent)\b)", "fr": r"(?:\s?%|\spour\scent\b)"}
_OUT_OF = {
    "en": r"(?=(?:\s[a-z]+){0,2}\s(?:in|out\sof)\s(?P<whole>ten|five|four|three|10|5|4)\b)",
    "fr": r"(?=(?:\s[\w'’-]+){0,2}\ssur\s(?P<whole>dix|cinq|quatre|trois|10|5|4)\b)",
}
# What is counted stands after the gap, so that the number alone is asked for.
_UNITS = {
    "en": r"(?=\s(?P<unit>months|points|times(?=\s(?:more|as|likelier|higher|better|the|less))"
    r"|percentage\spoints|(?:(?:million|billion)\s)?(?:dollars|euros|pounds|kronor)))",
    "fr": r"(?=\s(?P<unit>mois|points(?!\sde\s(?:vue|contact|départ))|fois\s(?:plus|moins)"
    r"|(?:(?:millions?|milliards?)\sde\s|(?:millions?|milliards?)\sd['’])?(?:dollars|euros)))",
}
_FRACTION = {
    "en": (
        r"(?:half|two[- ]thirds|three[- ]quarters|(?:a|one)[- ](?:third|quarter))"
        r"(?=\s(?:of|the)\b)",
        {"half": 1 / 2, "two": 2 / 3, "three": 3 / 4},
    ),
    "fr": (r"(?:la\smoitié|un\stiers|un\squart)(?=\s(?:des|de|d['’])\b)", {"la": 1 / 2}),
}
# What a source counts of its subject, not what it counted to know it.
_COUNTED = {
    "en": r"(?=\s(?:[a-z]+\s)?(?:factors|competencies|levels|stages|steps|phases|criteria|pillars"
    r"|qualities|principles|types|kinds|categories|dimensions|risks|obstacles|conditions|reasons"
    r"|causes|families|loops|missions|barriers|challenges|variables|elements|tasks|mistakes|rules"
    r"|advantages|skills|differences|efforts|levers|traps)\b)",
    "fr": r"(?=\s(?:[a-zé]+\s)?(?:facteurs|compétences|niveaux|étapes|phases|critères|piliers"
    r"|qualités|principes|types|formes|dimensions|risques|obstacles|conditions|raisons|causes"
    r"|familles|boucles|missions|freins|défis|variables|éléments|tâches|erreurs|règles|avantages"
    r"|différences|efforts|leviers|moteurs|pièges)\b)",
}
# Of these nobody knows what they are of.
_OF_WHAT = re.compile(r"^\s(?:kinds|types|categories|formes|dimensions)(?!\s(?:of|de|d['’]))")
_ROUGHLY = {  # in percent
    "en": {"half": (50,), "thirds?": (33, 67), "quarters?": (25, 75)},
    "fr": {"moitié": (50,), "tiers": (33, 67), "quarts?": (25, 75)},
}
_ROUGH = 9  # points between a share and the fraction by which it is told
# Digits that are one end of a range, a rank, a version, a part of a date or of a larger figure.
_RANGE_BEFORE = re.compile(
    rf"(?:\d\s?%?|percent|\b{_WORD['en']}|\b{_WORD['fr']})\s(?:to|à|and|et|or|ou)\s$|[\d.,/-]$|[-–]\s?$"
)
_RANGE_AFTER = re.compile(
    rf"^\s?(?:%|percent)?\s?(?:(?:to|à)\s(?:{_DIGITS}|{_WORD['en']}|{_WORD['fr']})\b"
    r"|[-–/]\s?\d|\s(?:and\sa\shalf|et\sdem))"
)
# One end of what it is: every figure beyond it would be true as well. Or the same said again.
_BOUND = re.compile(
    r"\b(?:between|entre|more\sthan|over|above|at\sleast|less\sthan|fewer\sthan|below|under|at\smost|up\sto"
    r"|or\s(?:roughly|about)|soit(?:\senviron)?|plus\sde|plus\sd['’]|au\smoins|moins\sde|moins\sd['’]|au\splus|jusqu['’]à|au-delà\sde)\s?$",
    re.IGNORECASE,
)
# In brackets, or said of nobody knows what: "69% for novices".
_ASIDE_OR_FOR = re.compile(r"(?:\s\w+)?\)|\s(?:for|pour)\s")
_LOW_END = re.compile(r"\b(?P<low>\d+)\s?(?:to|à|-|–)\s?\d+\s?(?:%|percent|pour\scent)")
_FROM = re.compile(
    r"\b(?:from|between|de|entre|du|passe\w*\sde|first|premiers?|last|derniers?)\s$", re.I
)


def figures(text: str, language: str) -> list[Figure]:
    """Figures in their order, those out of which a range is made left out."""
    found = sorted(_found(text, language), key=lambda figure: figure.span)
    return [figure for figure in found if not _is_part(figure, text)]


def respelled(figure: Figure, like: Figure, language: str) -> str:
    """A figure as a text in that language writes one of the form of `like`."""
    first, *_, last = like.form.split(" ")
    if first in ("number", "percent"):
        if figure.value >= _GROUPED:
            digits = f"{figure.value:,.0f}".replace(",", "\u00a0" if language == "fr" else ",")
        else:
            digits = f"{figure.value:g}".replace(".", "," if language == "fr" else ".")
        return digits + re.sub(rf"^(?:{_DIGITS})", "", like.text)
    if first == "fraction":
        return figure.text
    word = _SMALL[language][int(figure.value) - 1]
    return word.capitalize() if last == "capital" else word


def shares(text: str, language: str) -> frozenset[float]:
    """Values of every share in percent, those that make a range too."""
    found = {figure.value for figure in _found(text, language) if figure.is_share}
    ends = {float(match["low"]) for match in _LOW_END.finditer(text)}
    return frozenset(found | ends)


def _found(text: str, language: str) -> Iterator[Figure]:
    for match in re.finditer(rf"(?<![\w.,])(?P<n>{_DIGITS})(?P<u>{_PERCENT[language]})", text):
        form = f"percent {match['u'].strip()} {_style(match['n'])}"
        yield _figure(match, _value(match["n"]), form)
    for match in re.finditer(rf"(?<![\w.,])(?P<n>{_DIGITS}){_UNITS[language]}", text):
        unit = re.sub(r"s\b", "", match["unit"].replace("percentage ", ""))
        yield _figure(match, _value(match["n"]), f"number {unit} {_style(match['n'])}")
    words = _SMALL[language]
    for match in re.finditer(rf"\b(?P<n>(?i:{_WORD[language]})){_OUT_OF[language]}", text):
        part = words.index(match["n"].casefold()) + 1
        whole = match["whole"]
        total = words.index(whole) + 1 if whole in words else int(whole)
        if part < total and part > 1:
            capital = "capital" if match["n"][0].isupper() else "small"
            yield _figure(match, float(part), f"out of {total} {capital}")
    for match in re.finditer(rf"\b(?P<n>(?i:{_WORD[language]})){_COUNTED[language]}", text):
        count = words.index(match["n"].casefold()) + 1
        if count > 2 and not _OF_WHAT.match(text[match.end() :]):
            capital = "capital" if match["n"][0].isupper() else "small"
            yield _figure(match, float(count), f"count {capital}")
    pattern, values = _FRACTION[language]
    for match in re.finditer(rf"\b(?i:{pattern})", text):
        first = re.split(r"[\s-]", match.group().casefold())[0]
        value = values.get(first, 1 / 3 if re.search("third|tiers", match.group()) else 1 / 4)
        capital = "capital" if match.group()[0].isupper() else "small"
        after = re.match(r"\s\w+['’]?", text[match.end() :])
        yield _figure(match, value, f"fraction {capital} {after.group().strip() if after else ''}")


def _figure(match: re.Match[str], value: float, form: str) -> Figure:
    return Figure(Span(*match.span()), match.group(), value, form)


def _value(digits: str) -> float:
    return float(next(iter(numbers(f"{digits} %"))).rstrip("%"))


def _style(digits: str) -> str:
    return "decimal" if re.search(r"[.,]\d{1,2}$", digits) else "whole"


def _is_part(figure: Figure, text: str) -> bool:
    before, after = text[: figure.span.start], text[figure.span.end :]
    return bool(
        _RANGE_BEFORE.search(before)
        or _BOUND.search(before)
        or _RANGE_AFTER.search(after)
        or (figure.form.startswith("number") and _FROM.search(before))
        or _ASIDE_OR_FOR.match(after)
        or before.endswith("(")
    )


def rounded(value: float, text: str, language: str) -> bool:
    """Whether a text tells a share in percent roughly, too, as a half or a third."""
    return any(
        abs(value - rough) < _ROUGH
        for words, shares_ in _ROUGHLY[language].items()
        if re.search(rf"\b(?:{words})\b", text, re.IGNORECASE)
        for rough in shares_
    )
