"""Who says a sentence, and what is said: "Ease wins", where Jane Roe argues so.

Reading notes and articles alike name their source inside the sentence: before the statement
("According to …", "Jane Roe argues that …"), after it, or in its middle between commas. Only
what can be taken out whole is taken out, and the rest stays as it is written.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.passage import Span
from qa.names import COMMON
from qa.roles import mentions
from qa.training.items.saying import (
    ACCORDING,
    FOR,
    GENERIC,
    NAME,
    SAYS,
    SAYS_THAT,
    VIEW,
)


@dataclass(frozen=True, slots=True)
class Attributed:
    """`speaker`: where the sentence names who says it; `said`: the sentence without that."""

    speaker: Span | None = None
    said: str = ""


@dataclass(frozen=True, slots=True)
class _Patterns:
    before: tuple[re.Pattern[str], ...]
    inside: tuple[re.Pattern[str], ...]


# After it, what stands before the attribution is no statement yet: its comma stays.
_OPENING = {
    "en": re.compile(
        r"(?:in|on|at|by|for|from|to|with|without|when|while|if|because|since|after|before|once"
        r"|until|unless|although|though|as|among|between|despite|during|where|whether|given|even"
        r"|beyond|instead|under|far|rather|asked|faced|\w+ing|left|seen|compared|unlike|of)\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"(?:à|au|aux|en|dans|sur|par|pour|avec|sans|quand|lorsqu\w*|si|s['’]|parce|puisqu\w*|après"
        r"|avant|dès|depuis|bien|afin|chez|entre|malgré|pendant|faute|selon|tant|plutôt|loin|outre"
        r"|sous|vers|hors|hormis|parmi|comme|\w+ant|de|du|d['’]|plus|moins|interrogé\w*)\b",
        re.IGNORECASE,
    ),
}
# What follows a name and still speaks of whom it names.
_APPOSITIVE = re.compile(
    r"(?:who|whom|whose|which|of|from|a|an|the|its|his|her|their|professor|founder|author|head"
    r"|director|editor|president|partner|analyst|formerly|now|then|quoting|citing|drawing|based"
    r"|then|speaking|writing|qui|que|dont|un|une|le|la|l['’]\w+|les|son|sa|ses|leur|de|du|d['’]\w+"
    r"|des|chez|dans|spécialiste|manager|directeur|directrice|fondat\w+|président\w*|professeur\w*"
    r"|consultant\w*|auteure?|expert\w*|citant|cité\w*|repris\w*|relayé\w*|quoted|cited|l)\b",
    re.IGNORECASE,
)
# Whoever reads this cannot tell a name's apposition from what the cut-out words interrupt.
_EITHER = re.compile(
    r"(?:(?:le|la|les|un|une|dans|de|du|des|of|from|in)\b|[ld]['’])", re.IGNORECASE
)
# After these "and" another clause begins, with a subject of its own.
_AND_ANOTHER = re.compile(
    r"(?:and|et)\s(?:[\w-]+s['’]|(?:nobody|nothing|somebody|everybody|everyone|the|an?|its|their|his|her|it"
    r"|they|he|she|this|that|these|those|some|many|most|few|no|one|two|three|each|together|in|at|for|then"
    r"|le|la|les|un|une|des|ce|cette|ces|son|sa|ses|leurs?|il|elle|ils|elles|on|que|personne|rien"
    r"|chacun|tous|aucun)\b|[lj]['’]|qu['’])",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"(?:who|whom|whose|qui)\b")
_CONTRASTS = re.compile(
    r"(?:but|yet|so|while|whereas|because|although|mais|car|tandis|alors|or|donc|sans|with|which"
    r"|who|qui|ce\s|where|où|unless|puisqu\w*|parce)\b",
    re.IGNORECASE,
)
_HE_OR_SHE = re.compile(
    r"\b(?:he|she|him|his|her|himself|herself|lui-même|elle-même|pour\slui)\b", re.IGNORECASE
)


def attributed(sentence: str, language: str, known: Sequence[str]) -> Attributed:
    """`known`: names of the article's authors and publisher, in whatever case they are written.

    `said` is empty where the attribution cannot be cut out cleanly; both are where the sentence
    says nothing of a source.
    """
    patterns = _PATTERNS[language]
    marked = _marked(sentence, known)
    before = next((found for each in patterns.before if (found := each.match(marked))), None)
    inside = [found for each in patterns.inside for found in each.finditer(marked)]
    if before is None and not inside:
        return Attributed()
    if before is not None:
        source = before
        said = "" if inside else _whole(sentence[before.end() :])
    else:
        source = min(inside, key=lambda found: (found.start(), -found.end()))
        again = any(found.start() >= source.end() for found in inside)
        said = "" if again else _without(source, sentence, language)
    named = list(_NAMED.finditer(marked, *source.span("source")))
    if not named:
        return Attributed(None, said)
    name = next((found for found in named if not _is_role(found.group())), None)
    if name is None:
        return Attributed()
    if _speaks_of(said, sentence[name.start() : name.end()]):
        said = ""
    return Attributed(Span(*name.span()), said)


def _is_role(name: str) -> bool:
    """Whether a name is none: "CEO", "CX"."""
    return name.casefold() in COMMON or any(
        (mention.start, mention.end) == (0, len(name)) for mention in mentions(name)
    )


def _marked(sentence: str, known: Sequence[str]) -> str:
    """The sentence, as long as before, with each known name one capitalised word."""
    for name in known:
        for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", sentence):
            one_word = re.sub(r"\W", "_", name)
            word = one_word[:1].upper() + one_word[1:]
            sentence = sentence[: found.start()] + word + sentence[found.end() :]
    return sentence


def _of_language(language: str) -> _Patterns:
    says, generic = SAYS[language], GENERIC[language]
    according = f"(?i:{ACCORDING[language]})"
    when = r"(?:\s\(\d{4}\)|\s(?:in|en)\s\d{4})?"
    end = r"(?=[.,;:]|\s[:;])"
    article, belonging, with_others = _WORDS[language]
    by = rf"(?:{with_others})?(?:,?\s{belonging}{NAME})?"
    simple = rf"(?P<source>{article}?{NAME}{by}){when}"
    source = (
        rf"(?P<source>{article}?{NAME}{by}"
        rf"|{article}(?:{NAME}\s)?(?:[\w-]+\s){{0,2}}?{generic}(?:\s{belonging}{NAME})?){when}"
    )
    that = {"en": r"that\s", "fr": r"(?:que\s|qu['’])"}[language]
    view = [rf"(?P<source>(?:the\s)?{NAME})['’]s?\s(?:[\w-]+\s)?{VIEW}"] * (language == "en")
    return _Patterns(
        before=_compiled(
            rf"{according}\s?{source},\s",
            rf"(?i:{FOR[language]})\s{simple},\s",
            *(rf"In\s{each},\s" for each in view),
            rf"{source}\s(?:{SAYS_THAT[language]})\s{that}",
        ),
        inside=_compiled(
            rf",?\s{according}\s?{source}{end}",
            rf",\s{FOR[language]}\s{simple}{end}",
            *(rf",?\sin\s{each}{end}" for each in view),
            rf",\s(?:{says})\s{source}{end}",
            rf",\s{source}\s(?:{says}){when}{end}",
        ),
    )


def _compiled(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, patterns))


def _without(found: re.Match[str], sentence: str, language: str) -> str:
    """The sentence with an attribution inside or at its end cut out; "" if that leaves a wreck."""
    before, after = sentence[: found.start()], sentence[found.end() :].strip()
    opening = bool(_OPENING[language].match(before)) and "," not in before
    if after == ".":
        return (
            ""
            if opening and language == "en" and found.group().startswith(",")
            else _whole(before + ".")
        )
    if after.startswith((":", ";")):
        return _whole(before + sentence[found.end() :])
    if not after.startswith(","):
        return ""
    if not found.group().startswith(",") and not opening:
        return (
            ""  # it belongs to what stands right before it: "present in most firms according to …"
        )
    after = after[1:].lstrip()
    if _EITHER.match(after) and not opening:
        return ""
    if _RELATIVE.match(after) or (not opening and _APPOSITIVE.match(after)):
        is_last = "," not in after and ":" not in after
        return _whole(before + ".") if is_last else ""
    begins = _CONTRASTS.match(after) or _AND_ANOTHER.match(after)
    comma = "," if opening or begins else ""
    return _whole(f"{before}{comma} {after}")


def _whole(rest: str) -> str:
    """A sentence with its capital."""
    rest = rest.strip(" ,")
    return rest[:1].upper() + rest[1:]


def _speaks_of(said: str, name: str) -> bool:
    """Whether what is left still speaks of who says it, by name or as "he" and "she"."""
    parts = [part for part in re.findall(r"\w{4,}", name) if part[0].isupper()]
    return bool(_HE_OR_SHE.search(said)) or any(part in said for part in parts)


# Articles; what ties somebody to a firm; "and his co-authors".
_WORDS = {
    "en": (
        r"(?:(?:[Tt]he|[Aa]n?|one)\s)",
        r"(?:(?:of|by|from|in|at)\s(?:the\s)?)",
        r"\sand\s(?:his|her|their)\s[\w-]+",
    ),
    "fr": (
        r"(?:(?:[Ll]e|[Ll]a|[Ll]es|[Uu]ne?|[Dd]es)\s|[Ll]['’])",
        r"(?:(?:de\s|du\s|d['’]|des\s|chez\s)(?:l['’]|la\s)?)",
        r"\set\s(?:ses|leurs?|son|sa)\s[\w-]+",
    ),
}
_PATTERNS = {language: _of_language(language) for language in ("en", "fr")}
_NAMED = re.compile(NAME)
