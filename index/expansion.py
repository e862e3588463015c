"""The lexical query beyond its own words: what it names, as it may be called in one language."""

from index.analysis import terms
from index.thesaurus import Thesaurus

# Weight of a concept's most usual name, next to 1 for a word of the question; the n-th name has
# an n-th of it, so that a concept of many names does not drown the rest of the question.
# Measured on questions on CX articles (in French and English, over French and English texts)
# and on PIAF: translations at 0.5 to 1.5 do alike; with synonyms from 0.5 on PIAF loses.
SYNONYM = 0.4  # in the question's own language
TRANSLATION = 1.0  # in the other one, where the question's own words find little


def expansion(query: str, language: str, into: str, thesaurus: Thesaurus) -> dict[str, float]:
    """Stems in the language `into` and their weights, for every concept that `query` names.

    Without the stems of the query itself, as it reads in that language: names, acronyms and
    figures are the same in both.
    """
    first = SYNONYM if language == into else TRANSLATION
    weights: dict[str, float] = {}
    for concept in thesaurus.concepts_in(query, language):
        for rank, form in enumerate(thesaurus.forms(concept, into), 1):
            for stem in form:
                weights[stem] = max(weights.get(stem, 0.0), first / rank)
    own = set(terms(query, into))
    return {stem: weight for stem, weight in weights.items() if stem not in own}
