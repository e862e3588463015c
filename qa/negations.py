"""Negations of a French or English text, counted as events so that languages compare.

"ne … pas", "ne … ni … ni", "not … nor" and "neither … nor" are one event each. What looks
like a negation and is none is left out: "ne … que" (only), "non seulement" and "not only",
"sans doute", "pas mal de", "un pas" (a step), the expletive "ne" ("avant qu'il ne parte").
Both languages are read in every text, for a sentence may quote the other one. Negation by
meaning ("fails to", "impossible", "empêche") is not seen.
"""

import re

# What looks like a negation and is none, and the phrases that restrict instead of denying.
NOT_A_NEGATION = re.compile(
    r"""\b(?:
        sans\ (?:doute|cesse|aucun\ doute) | without\ (?:a\ )?doubt | no\ doubt
      | (?:n['’]\w+|ne\ \w+)\ (?:pas\ (?:seulement|que|uniquement)|rien\ (?:de\ )?moins\ qu\w*)
      | non\ (?:seulement|moins) | non-(?=\w) | not\ (?:only|just|merely) | nothing\ less\ than
      | pas\ mal\ (?:de\b|d['’])
      | (?:un|le|ce|au|les|des|grands?|petits?|premiers?|faux|chaque)\ pas\b
      | no\.?\ ?(?=\d)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
PARTICLE = r"(?:pas|jamais|plus|rien|personne|aucun|aucune|guère|point|nul|nulle|nullement|ni)"
NE = r"\b(?:ne\s|n['’](?=\w))"
EVENT = re.compile(
    rf"""
      # French: ne … with its particle in the same clause, which may come first ("aucun ne …")
      \b(?:aucune?|personne|rien|nulle?|jamais|pas\s+une?|ni)\b[^.;:!?]{{0,60}}?{NE}(?!.{{0,25}}\bqu['’e]\b)
    | {NE}(?:(?!\bqu['’e])[^.;:!?]){{0,60}}?\b{PARTICLE}\b(?:[^.;:!?]{{0,60}}?\bni\b)*
    | {NE}(?:saur|peu[tvx]|pouv|os)\w*(?!\s+\w*\s*qu['’e])
      # French without ne
    | \b(?:non\spas|pas|jamais|aucune?|nulle\spart|nullement|non)\b
    | \b(?:sans|ni)\b(?:[^.;:!?]{{0,60}}?\bni\b)*
      # English
    | (?:\b(?:not|never|no|none|nobody|nothing|nowhere|cannot|without|neither|nor)|n['’]t)\b
      (?:[^.;:!?]{{0,60}}?\bnor\b)*
    """,
    re.IGNORECASE | re.VERBOSE,
)


def negations(text: str) -> tuple[int, ...]:
    """Where each negation of `text` begins."""
    # Same length, so that the positions stay those of the text.
    plain = NOT_A_NEGATION.sub(lambda found: "_" * len(found.group()), text)
    return tuple(found.start() for found in EVENT.finditer(plain))
