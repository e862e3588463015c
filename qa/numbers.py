"""Numbers of a French or English text, in digits or words, in one comparable form.

"90 %", "90%", "90 pour cent" and "ninety percent" are "90%"; "1 000", "1,000" and "mille" are
"1000"; "2,5" and "2.5" are "2.5"; "4 cas sur 10" and "four in ten" are "4", "10" and the ratio
"4/10". Nothing is computed: "40 %" is not "4 sur 10", nor "la moitié" "50 %". "un", "une" and
"one" count only in a ratio or with a percent, being articles elsewhere, and French "neuf" only
before a plural, being an adjective elsewhere.
"""

import re
from itertools import pairwise

UNITS = {
    "zéro": 0, "zero": 0, "un": 1, "une": 1, "one": 1, "deux": 2, "two": 2, "twice": 2,
    "trois": 3, "three": 3, "quatre": 4, "four": 4, "cinq": 5, "five": 5, "six": 6, "sept": 7,
    "seven": 7, "huit": 8, "eight": 8, "neuf": 9, "nine": 9, "dix": 10, "ten": 10, "onze": 11,
    "eleven": 11, "douze": 12, "twelve": 12, "treize": 13, "thirteen": 13, "quatorze": 14,
    "fourteen": 14, "quinze": 15, "fifteen": 15, "seize": 16, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "vingt": 20, "twenty": 20, "trente": 30, "thirty": 30,
    "quarante": 40, "forty": 40, "cinquante": 50, "fifty": 50, "soixante": 60, "sixty": 60,
    "septante": 70, "seventy": 70, "huitante": 80, "eighty": 80, "nonante": 90, "ninety": 90,
}  # fmt: skip
HUNDREDS = frozenset({"cent", "cents", "hundred"})
SCALES = {
    "mille": 1_000, "thousand": 1_000, "k": 1_000, "million": 10**6, "millions": 10**6,
    "m": 10**6, "milliard": 10**9, "milliards": 10**9, "md": 10**9, "mds": 10**9,
    "billion": 10**9, "billions": 10**9, "bn": 10**9,
}  # fmt: skip
FRACTIONS = {
    "1/2": r"moitié|half", "1/3": r"un tiers|(?:a|one)[ -]third",
    "2/3": r"deux tiers|two[ -]thirds", "1/4": r"un quart|(?:a|one)[ -]quarter",
    "3/4": r"trois quarts|three[ -]quarters",
}  # fmt: skip
ARTICLES = frozenset({"un", "une", "one"})

WORDS = "|".join(sorted({*UNITS, *HUNDREDS, "mille", "thousand"}, key=len, reverse=True))
DIGITS = r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+(?:[.,]\d+)*"
NUMBER = re.compile(
    rf"(?<!\w)(?:(?P<digits>{DIGITS})(?:ers?|res?|es?|èmes?|ème|th|st|nd|rd)?"
    rf"|(?P<words>(?:{WORDS})(?:[ -](?:(?:et|and)[ -])?(?:{WORDS}|vingts))*))"
    r"(?:\s?(?P<scale>millions?|milliards?|billions?|thousand|mille|bn|mds?|[mk])(?=\W|$))?"
    r"(?P<percent>\s?%|\s?(?:pour\s?cent|per\s?cent|percent)\b)?(?!\w)",
    re.IGNORECASE,
)
# "4 cas sur 10", "4 sur 10", "4 out of 10 firms", "4 in 10", "4 of every 10"
BETWEEN_RATIO = re.compile(
    r"\s+(?:[^\W\d]+\s+){0,2}?(?:sur|in|out\s+of|of\s+every)\s+", re.IGNORECASE
)
PLURAL_NEXT = re.compile(r"\s+(?:sur\b|\w+[sx]\b)", re.IGNORECASE)
FRACTION = {
    value: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for value, words in FRACTIONS.items()
}


def numbers(text: str) -> frozenset[str]:
    """Every number of `text` in its comparable form, ratios not among them."""
    values = {value for value, found in _found(text) if not _is_article(found, text)}
    fractions = {value for value, pattern in FRACTION.items() if pattern.search(text)}
    in_ratios = {part for ratio in ratios(text) for part in ratio.split("/")}
    return frozenset(values | fractions | in_ratios)


def ratios(text: str) -> frozenset[str]:
    """Every "so many in so many" of `text`: "4/10"."""
    found = list(_found(text))
    return frozenset(
        f"{first}/{second}"
        for (first, left), (second, right) in pairwise(found)
        if BETWEEN_RATIO.fullmatch(text, left.end(), right.start()) and _at_most(first, second)
    )


def as_written(text: str) -> dict[str, str]:
    """Numbers, fractions and ratios of `text`, each with the words that say it there first."""
    found = list(_found(text))
    written = {value: each[0].strip() for value, each in reversed(found)}
    for value, pattern in FRACTION.items():
        if there := pattern.search(text):
            written[value] = there[0]
    for (first, left), (second, right) in reversed(list(pairwise(found))):
        if BETWEEN_RATIO.fullmatch(text, left.end(), right.start()) and _at_most(first, second):
            written[f"{first}/{second}"] = text[left.start() : right.end()]
    return written


def _found(text: str) -> list[tuple[str, re.Match[str]]]:
    return [(_value(found), found) for found in NUMBER.finditer(text)]


def _value(found: re.Match[str]) -> str:
    digits = found["digits"]
    value = _of_digits(digits) if digits else float(_of_words(found["words"]))
    value *= SCALES[found["scale"].casefold()] if found["scale"] else 1
    return f"{value:.10g}" + ("%" if found["percent"] else "")


def _of_digits(digits: str) -> float:
    """Separator before exactly three digits groups thousands, any other is the decimal one."""
    grouped = re.sub(r"(?<=[1-9\d])[., \u00a0\u202f](?=\d{3}(?:\D|$))", "", digits)
    if grouped.startswith("0") and grouped != digits:  # "0,125"
        grouped = digits
    whole, *rest = re.split(r"[.,]", grouped)
    return float(f"{whole}.{''.join(rest)}" if rest else whole)


def _of_words(words: str) -> int:
    total, current = 0, 0
    for word in re.split(r"[ -]", words.casefold()):
        if word in ("et", "and"):
            continue
        if word in ("mille", "thousand"):
            total, current = total + (current or 1) * SCALES[word], 0
        elif word in HUNDREDS:
            current = (current or 1) * 100
        elif word in ("vingt", "vingts") and current % 100 == 4:  # quatre-vingts
            current += 76
        else:
            current += UNITS[word]
    return total + current


def _is_article(found: re.Match[str], text: str) -> bool:
    if found["percent"] or found["scale"] or not found["words"]:
        return False
    word = found["words"].casefold()
    return word in ARTICLES or (word == "neuf" and not PLURAL_NEXT.match(text, found.end()))


def _at_most(first: str, second: str) -> bool:
    return "%" not in first + second and float(first) <= float(second)
