"""A negation added to a statement, or taken out of it, where that leaves a clean sentence."""

import re

from qa.negations import negations
from qa.training.items.alteration import Alteration, altered

# The verb of the main clause, near the beginning and after no other clause.
_VERB = {
    "en": re.compile(r"(?<=\s)(?:is|are|was|were|can|should|must|will|need)(?=\s\w)"),
    "fr": re.compile(
        r"(?<=\s)(?:est|sont|doit|doivent|peut|peuvent|suffit|suffisent|dépend|dépendent|sert|servent"
        r"|mérite|méritent|garantit|garantissent|remplace|remplacent|concerne|concernent|appartient"
        r"|appartiennent|commence|commencent|passe|repose|reposent|réduit|mesure|mesurent|prédit"
        r"|permet|permettent|explique|expliquent|vaut|valent|convient|conviennent)(?=\s\w)"
    ),
}
_LATEST = 70  # characters before it; further on it is hardly the first clause
_CLAUSE_BEFORE = {
    "en": re.compile(
        r",|\b(?:that|which|who|whom|whose|when|while|if|because|since|where|whether|what|how|why|as"
        r"|than|and|or|but|yet|there|it|only)\b|[:;]",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r",|\b(?:que|qui|dont|où|quand|lorsque|si|parce|puisque|comme|ce|et|ou|mais|il|elle|on|y|en|se"
        r"|lui|leur|ne|seule?s?|me|te)\b|\b(?:qu|s|l|d|n|lorsqu|c)['’](?=\w+\s(?:est|a|sont)\b)|[:;]"
        r"|\b(?:s|n|c|qu)['’]",
        re.IGNORECASE,
    ),
}
# Denied, a sentence about all, most or some says something else than its contrary.
_QUANTITY = {
    "en": re.compile(
        r"^(?:all|every|each|many|most|some|few|several|no|any|both|half|almost|nearly|over|more|less"
        r"|fewer|one|two|three|four|five|six|seven|eight|nine|ten|\d|only|neither|other|certain|much"
        r"|too|not|never|even|about|around)\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"^(?:tou(?:t|te|tes|s)|chaque|beaucoup|la\splupart|plusieurs|certaine?s?|quelques|peu|aucune?"
        r"|nul|rien|personne|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d|près|plus|moins|seule?s?"
        r"|bien|presque|trop|tant|même|pas|la\smoitié|un\s(?:tiers|quart|bon\snombre)|à\speine|environ)\b",
        re.IGNORECASE,
    ),
}
# After the verb these do not bear a denial before them, nor does a reason given later.
_NOT_DENIED = {
    "en": re.compile(
        r"^\s(?:not|never|no|only|also|already|still|even|both|either|often|rarely|seldom|sometimes|as"
        r"|so|too|more|less|one\sof|nothing|hardly|barely|almost|always|usually|generally|mostly|far"
        r"|just|now|then|therefore|worth\sless|among|nearly|the|a|an|what|how|where|when|to)\b"
    ),
    "fr": re.compile(
        r"^\s(?:pas|plus|jamais|moins|aussi|déjà|encore|même|souvent|rarement|seulement|surtout|donc"
        r"|toujours|parfois|presque|trop|si|tant|autant|rien|aucune?|peu|à\sla\sfois|à\speine|du|de"
        r"|des|d['’]|un|une|beaucoup|plusieurs|bien|d['’]abord|notamment|avant|tout|toute|tous|le|la|les|l['’])\b"
    ),
}
_GOES_ON = re.compile(
    r"\b(?:but|because|since|while|whereas|yet|although|though|unless|rather|not|so|or|nor|without|if|mais"
    r"|car|parce|puisque?|tandis|alors\sque|plutôt|pas|ni|non|sans|donc|or|bien\sque|si|sauf|même|only"
    r"|seulement|seule?s?|et\snon|instead)\b|[;:]",
    re.IGNORECASE,
)
# What it denies may be two things, and only the first would be denied.
_BEFORE_A_VERB = frozenset(
    ("can", "should", "must", "will", "need", "doit", "doivent", "peut", "peuvent")
)
_AND = re.compile(r"\b(?:and|et)\b")
_A_NOUN_NEXT = re.compile(r"^\s\w+(?:er|ir|re|oir)\s(?:un|une|des|du|de\sla|de\sl['’])\b")

_REASON = re.compile(
    r"\b(?:because|since|so|therefore|hence|car|parce|puisque?|donc|d['’]où|which\sis\swhy)\b"
)
_CONTRAST = re.compile(
    r"\b(?:but|mais|nor|ni|yet|rather|plutôt|even|même|except|sauf)\b|[;:]", re.IGNORECASE
)
_ENGLISH_NOT = re.compile(
    r"(?<=\s)(?:(?P<aux>is|are|was|were|should|must|will|has|have)\snot|(?P<can>cannot)"
    r"|(?P<does>does\snot)\s(?P<verb>(?!by\b|at\b|in\b|\w+ly\b)\w+)|(?P<do>do\snot)\s(?P<base>(?!by\b|at\b|in\b|\w+ly\b)\w+))"
    r"(?=\s(?!only|just|merely|yet|necessarily|always|all|even|so\b|the\ssame|exactly|quite|every))"
)
_FRENCH_NOT = re.compile(
    r"(?<=\s)(?:n['’](?P<vowel>(?!y\b)\w+)|ne\s(?P<verb>(?:se\s|s['’]|lui\s|leur\s)?\w+))\spas"
    r"(?=[\s.,](?!seulement|uniquement|que\b|encore|toujours|tou[ts]|forcément|nécessairement|mais|de\b"
    r"|d['’]|davantage|plus\b|si\b|aussi\b|un\sseul|une\sseule|simplement|assez|moins|grand-chose))"
)


def denied(text: str, language: str) -> Alteration | None:
    """A plain statement with its main verb denied; None where that is no clean contrary."""
    verb = _VERB[language].search(text)
    if (
        verb is None
        or verb.start() > _LATEST
        or negations(text)
        or _QUANTITY[language].search(text)
    ):
        return None
    before, after = text[: verb.start()], text[verb.end() :]
    if (
        _CLAUSE_BEFORE[language].search(before)
        or _NOT_DENIED[language].search(after)
        or _GOES_ON.search(after)
        or (language == "fr" and _A_NOUN_NEXT.search(after))
    ):
        return None
    word = verb.group()
    if word in _BEFORE_A_VERB and _AND.search(after):
        return None
    if language == "fr":
        joined = "n'" if word[0] in "aeéiou" else "ne "
        return altered(text, verb.start(), word, f"{joined}{word} pas")
    return altered(text, verb.start(), word, "cannot" if word == "can" else f"{word} not")


def affirmed(text: str, language: str) -> Alteration | None:
    """A statement with its only negation taken out; None where that leaves a wreck."""
    pattern = _FRENCH_NOT if language == "fr" else _ENGLISH_NOT
    found = list(pattern.finditer(text))
    if len(found) != 1 or len(negations(text)) != 1:
        return None
    match = found[0]
    if _CONTRAST.search(text) or _REASON.search(text):
        return None
    if language == "fr":
        if re.search(r"\bce\s$", text[: match.start()], re.IGNORECASE):
            return None
        return altered(text, match.start(), match.group(), match["vowel"] or match["verb"])
    return altered(text, match.start(), match.group(), _without_not(match))


def _without_not(match: re.Match[str]) -> str:
    if match["aux"]:
        return match["aux"]
    if match["can"]:
        return "can"
    return _third_person(match["verb"]) if match["does"] else match["base"]


def _third_person(verb: str) -> str:
    if verb in ("have", "do", "be"):
        return {"have": "has", "do": "does", "be": "is"}[verb]
    if re.search(r"(?:s|x|z|ch|sh|o)$", verb):
        return f"{verb}es"
    return f"{verb[:-1]}ies" if re.search(r"[^aeiou]y$", verb) else f"{verb}s"
