"""Does a statement lean on what was said before it? Read from its words, French or English.

Leaning questions are recognised in `qa.references`; a statement betrays itself in other ways:
by its opening ("Moreover", « Ces entreprises »), by something mentioned as known ("the same
survey", « les deux auteurs »), by somebody who speaks ("we", « vous »). In doubt it leans: there
are other sentences to ask about.
"""

import re
from types import ModuleType

from qa.training.items import leaning_english, leaning_french


def leans(sentence: str, language: str) -> bool:
    """Whether a statement needs what stood before it, or tells the reader what to do."""
    return bool(_LEANS[language].search(sentence))


def _compiled(words: ModuleType) -> re.Pattern[str]:
    openings = "|".join((*words.OPENINGS, *words.ORDERS))
    return re.compile("|".join((rf"^\W*(?:{openings})", *words.ANYWHERE)), re.IGNORECASE)


_LEANS = {"en": _compiled(leaning_english), "fr": _compiled(leaning_french)}
