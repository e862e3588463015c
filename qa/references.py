"""Does a question lean on what was said before? Read from its words alone, French or English.

It does when it is a fragment ("Why?", "Dans quels cas ?", "And in B2B?"), or when a pronoun, a
possessive or "this" refers to something that the question has not named before it. "Il" and
"it" that stand for nothing ("faut-il", "is it important to") do not count, and neither does the
"il" that French repeats after a named subject ("le CCO doit-il …"). In doubt it does not lean:
a question that is searched as it was asked can be asked again with more words.
"""

import re

OPENING = r"(?:(?:et|and|or|ou|mais|but|so|donc|alors|sinon|ok|oui|yes)\b[\s,]*)"
PREPOSITION = (
    r"(?:à|au|aux|avant|avec|après|chez|contre|dans|de|depuis|en|entre|hors|jusqu['’]à|par|pendant|"
    r"pour|sans|selon|sous|sur|vers|about|according\s+to|after|among|at|before|between|by|during|for|"
    r"from|in|of|on|since|to|under|until|with|within|without)"
)
ASKING = (
    r"(?:qui|quoi|que|quel\w*|quand|où|comment|combien|pourquoi|who|whom|whose|what|which|when|"
    r"where|why|how)"
)
FRAGMENT = re.compile(
    rf"""{OPENING}?(?:
        (?:{PREPOSITION}\s+)?{ASKING}(?:\s+(?:pas|donc|ça|cela|not|so|else|come|ones?))?
      | (?:{PREPOSITION}\s+)?(?:quel\w*|which|what|how|combien\s+d(?:e\s|['’]))\s*\w+
      | (?:what|quoi|qui|rien|anything|who|where|autre)\s+(?:d['’]autres?|else|chose)
      | (?:par|for)\s+ex[ea]mple | c['’]est[ -]à[ -]dire | c['’]est\s+(?:quoi|tout|vrai|sûr)
      | (?:plus|more|d['’]autres|any|any\s+other|other|another|un|une|an?|des|some|quelques)\s+
        (?:de\s+|d['’]|autres?\s+|more\s+)?
        (?:d[ée]tails?|ex[ea]mples?|sources?|chiffres?|figures?|evidence|preuves?|raisons?|reasons?)
      | (?:could|can)\s+you\s+give\s+(?:me\s+|us\s+)?(?:an?|some|another|more)\s+examples?
      | (?:peux-tu|pouvez-vous|peut-on|avez-vous)\s+(?:m['’]en\s+|me\s+|en\s+)?
        (?:donner\s+)?(?:un|des)\s+(?:autres?\s+)?exemples?
      | tell\s+me\s+more | go\s+on | continue[rz]? | explain | expliquez? | more | plus | vraiment
      | really | alors | ensuite | then(?:\s+what)? | such\s+as | what\s+for | what\s+then
      | (?:others?|d['’]autres|same|idem|pareil)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
ALWAYS = re.compile(
    rf"""^{OPENING}?(?:
        what\s+about | how\s+about | pourquoi\s+pas | why\s+not
      | qu['’]en\s+(?:est|pense|dit|disent|pensent|conclure|déduire)
      | quid | same\s+question | même\s+question
      | (?:lequel|laquelle|lesquel(?:le)?s)\b(?!\s+d(?:es?|u)?\b) | which\s+ones?\b(?!\s+of\s+the)
      | (?:qui|combien|pourquoi)\s+en\s+(?:parle|est|a|ont|pense|dit|sont|fait|bénéficie|profite)\b
      | qui\s+l['’](?:a|ont|avait|aurait)\b | qui\s+l[ea]s?\s+\w+\s*$ | y\s+en\s+a
      | est-ce\s+(?!qu)(?!.*\b(?:de|que|qui)\b)(?!.*\b(?:d|qu)['’])
      | c['’]est\s+(?!quoi\b)(?!.*\b(?:de|que|qui|quoi)\b)(?!.*\b(?:d|qu)['’])
      | (?:is|was|does|did|would|could|can)\s+(?:that|this)\b(?=\s*$|\s+\w+)
      | (?:why|how|what|when|where)\s+(?:is|was|does|did|are|were)\s+(?:this|that|these|those)\b
      | who\s+\w+\s+(?:him|her|it|them)\b
      | who\s+(?:said|says|wrote|decided|claims|thinks|believes|found)\s+(?:it|so|that|this)\b
      )
    | (?:et\s+si|and\s+if)\b
    | \b(?:this|that|these|those|the\s+same|pareil|cela|ça|la\s+même\s+chose|le\s+cas
        |à\s+ce\s+(?:sujet|propos)|là-dessus)\s*$
    | \b(?:celui|celle|ceux|celles)-(?:ci|là)\b
    | \b(?:ces?t?|cette)\s+derni(?:ers?|ères?)\b(?!\s+\w+)
    | \bthe\s+(?:latter|former)\b | \bof\s+(?:them|those|these)\b | \bd['’]entre\s+(?:eux|elles)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
VERB = re.compile(
    r"\b(?:est|sont|était|sera|a|ont|avait|doi(?:t|vent)|devrai(?:t|ent)|peu(?:t|vent)|fait|font|faut"
    r"|pourrai(?:t|ent)|faudrait|va|vont|veu(?:t|lent)|existe|is|are|was|were|be|does?|did|has|have"
    r"|had|can|could|should|must|will|would|may|might)\b|\w-(?:t-)?(?:ils?|elles?|on|vous|nous)\b",
    re.IGNORECASE,
)

# What refers back, unless the question named it before.
PRONOUN = re.compile(
    r"""\b(?:ils?|elles?|lui|eux|son|sa|ses|leurs?|cela|ça|ceci
      | he|she|him|his|hers?|they|them|theirs?|its?|these|those|this
      | (?<!-)ce(?!\s+(?:qu|qui|sont|dont|n['’]|ne)\b)(?!\s+qu['’])|cet|cette|ces)\b(?!['’]est)""",
    re.IGNORECASE | re.VERBOSE,
)
CLITIC = re.compile(
    r"(?:comment|pourquoi|quand|où|faut-il|peut-on|doit-on|qui peut|qui doit|comment peut-on)\s+"
    r"(?:l[ea]s?\s+|l['’]|lui\s+|leur\s+)"
    r"(?:faire|dire|mesurer|convaincre|nommer|choisir|recruter|mettre|améliorer|calculer|utiliser|"
    r"former|motiver|éviter|appliquer|atteindre|obtenir|réussir|évaluer|justifier|financer|suivre|"
    r"organiser|rattacher|placer|gérer|prouver|expliquer|définir|piloter|aider|fidéliser|retenir|"
    r"construire|lancer|impliquer|intégrer|présenter|préparer|partager|réduire|augmenter|changer|"
    r"analyser|interpréter|collecter|exploiter|vérifier|comprendre|traiter|déployer|créer)\b"
    # No noun follows "y", and few nouns after "en" look like an infinitive.
    r"|\b(?:comment|pourquoi|où|quand|qui peut|faut-il|peut-on)\s+(?:y|en)\s+\w+(?:er|ir|re)\b",
    re.IGNORECASE,
)
ADJECTIVE = (
    r"(?:important|utile|nécessaire|possible|vrai|obligatoire|souhaitable|préférable|essentiel|"
    r"indispensable|facile|difficile|recommandé|pertinent|conseillé|rentable|judicieux|normal|mieux|"
    r"bon|rare|fréquent|courant|prouvé|risqué|légitime|temps|question|useful|necessary|true|better|"
    r"best|worth|essential|mandatory|easy|hard|difficult|good|bad|common|advisable|enough|wise|risky|"
    r"usual|helpful|realistic|sensible|proven)"
)
# Pronouns that stand for nothing.
IMPERSONAL = re.compile(
    rf"""(?:faut|fallait|faudrait|existe|agit|suffit|convient|vaut|reste|arrive|semble)-(?:t-)?il\b
      | \by\s+(?:a|aura|avait)(?:-t)?-il\b | \bil\s+(?:faut|y\s+a|existe|s['’]agit|suffit|vaut)\b
      | (?:est|serait|sera)-il\s+(?:\w+\s+)?{ADJECTIVE}\s+(?:de\b|d['’]|que\b|qu['’])
      | \bil\s+est\s+(?:\w+\s+)?{ADJECTIVE}\s+(?:de\b|d['’]|que\b|qu['’])
      | \bit\s+(?:(?:is|be|was)\s+)?(?:\w+\s+)?{ADJECTIVE}\s+(?:to|that|for|if|\w+ing)\b
      | \bit\s+(?:takes?|costs?|make\s+sense|matter|help|pay|means?)\b.*\b(?:to|that|if)\b
      | \b(?:ces?t?|cette|this|these|those)\s+(?:\w+\s+)?
        (?:ann[ée]es?|mois|semaines?|jours?|temps|years?|months?|weeks?|days?|decade|quarter)\b
      | \bworth\s+it\b | \b(?:those|these)\s+(?:who|that|which)\b""",
    re.IGNORECASE | re.VERBOSE,
)
# Words that name nothing, so that what refers back cannot refer to them.
_NAMES_NOTHING = """
se me te others autres say think know et and or ou mais but so donc alors à au aux avec
après avant chez dans de d du des depuis en entre par pour sans selon sur vers about after
at before by for from in of on since to with within without qui quoi que qu quel quelle
quels quelles quand où comment combien pourquoi who whom whose what which when where why
how much many long often far big large soon est ce c s t l sont était sera a ont avait y n
ne pas plus doit doivent devrait devraient peut peuvent fait font va vont veut sert dit is
are was were be do does did has have had can could should must will would may might not
really exactly concrètement vraiment exactement aussi also the le la les un une an tout
all i you we je tu nous vous m
"""
NAMES_NOTHING = frozenset(_NAMES_NOTHING.split())
# These are seldom the verb's subject, so that a verb or an adjective before them is no candidate:
# only what has an article, a capital or a plural is.
_MEANS_A_THING = "it him them this these those ce cet cette ces cela ça ceci"
MEANS_A_THING = frozenset(_MEANS_A_THING.split())
NOUN = re.compile(
    r"\b(?:[Ll]['’]|(?:[Ll][ea]s?|[Uu]ne?|[Dd]es|[Dd]u|[Aa]ux?|[Nn]otre|[Nn]os|[Tt]he|[Aa]n?|[Oo]ur|"
    r"[Mm]y|[Ee]ach|[Ee]very)\s+)(\w+)|(?<=\s)([A-ZÀ-Þ]\w+)|^([A-Z]{2,}s?)\b|\b(\w{2,}[^\Ws][sx])\b"
)
WORD = re.compile(r"[^\W_]+")
INVERTED_VERB = re.compile(r"\w+-(?:t-)?$")
ASKED_NOUN = re.compile(r"\b(?:quel\w*|combien\s+d(?:e\s|['’])|which|what|how\s+\w+)\s*\w+", re.I)
AUXILIARY_LAST = re.compile(
    r"\b(?:do|does|did|should|can|could|will|would|must|have|has)\s+$", re.I
)
SUBJECT = frozenset({"he", "she", "they", "it", "his", "her", "their", "its"})
OWNED_BY = re.compile(r"\b(?:l['’]|(?:le|la|les|the)\s+)\w+\s+(?:de|of|d['’])\s*$", re.IGNORECASE)
LATER_SUBJECT = re.compile(
    r",.*\b(?:l['’]|(?:le|la|les|un|une|the|an?)\s)|,.*\s[A-ZÀ-Þ]|\b(?:quoi|comment)\s+(?:un|une|l)"
)


def leans(text: str) -> bool:
    """Whether the question `text` cannot be understood without what was said before it."""
    asked = re.sub(r"[\s?!.…]+$", "", text.strip())
    meant = IMPERSONAL.sub(lambda found: re.sub(r"\w", "_", found.group()), asked)
    return bool(
        FRAGMENT.fullmatch(asked)
        or ALWAYS.search(meant)
        or CLITIC.search(asked)
        or _has_no_verb(asked)
        or _refers_back(meant)
    )


def _has_no_verb(asked: str) -> bool:
    """Tell "Et le CMO", "And in B2B", "Dans le B2B": the rest of an earlier question."""
    opening = re.match(rf"{OPENING}(?=\S)|(?={PREPOSITION}\s)", asked, re.IGNORECASE)
    rest = asked[opening.end() :] if opening else ""
    asks = re.search(rf"\b(?:{ASKING})\b", rest, re.IGNORECASE)
    return bool(rest) and len(rest.split()) <= 8 and not asks and not VERB.search(rest)


def _refers_back(asked: str) -> bool:
    return any(
        found.group() != "IT" and not _named_before(asked, found)
        for found in PRONOUN.finditer(asked)
    )


def _named_before(asked: str, pronoun: re.Match[str]) -> bool:
    """Whether something that `pronoun` may stand for is named earlier in the question.

    What is asked for ("Quel rôle joue-t-il", "Which tools do they use") is not it, nor what the
    thing owns ("l'impact de sa mission").
    """
    before = asked[: pronoun.start()]
    inverted = INVERTED_VERB.search(before)
    if inverted:
        before = before[: inverted.start()]
    auxiliary = AUXILIARY_LAST.search(before)
    if inverted or (auxiliary and pronoun.group().casefold() in SUBJECT):
        before = ASKED_NOUN.sub(" ", before)
    before = OWNED_BY.sub(" ", before)
    candidates = NOUN if pronoun.group().casefold() in MEANS_A_THING else WORD
    words = (found[found.lastindex or 0].casefold() for found in candidates.finditer(before))
    if any(word not in NAMES_NOTHING and word.strip("_") for word in words):
        return True
    return bool(LATER_SUBJECT.search(asked, pronoun.end()))
