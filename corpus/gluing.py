"""Words that lost the space between them when a page was turned into text.

"Jane SmithOn the other hand" lost one, "LinkedIn" did not. A boundary is mended only where
the text itself proves it: a brand's halves hardly occur as words of their own beside a
capital that opens a sentence.
"""

import re

_LOWER = "a-zß-öø-ÿœ"
_UPPER = "A-ZÀ-ÖØ-ÞŒ"
_WORD = re.compile(rf"[{_LOWER}{_UPPER}]+")
_CAPITAL_WORD = rf"[{_UPPER}][{_LOWER}]{{0,30}}"
# Behind the second word the sentence must go on: "customerFIRST" or "easyJet." prove nothing.
_HUMP = re.compile(
    rf"(?<![\w@./-])([{_UPPER}]?[{_LOWER}]{{2,30}})({_CAPITAL_WORD})"
    rf"(?= [«“\"(]?[{_LOWER}\d]|['’]| {_CAPITAL_WORD} [:?!])"
)
_GLUED_SENTENCE = re.compile(rf"([{_LOWER}]{{2}}[»”)]?[.!?…])({_CAPITAL_WORD})(?= [{_LOWER}]|['’])")

_FRENCH_OPENERS = """
À Ainsi Alors Après Au Aucun Aujourd Aussi Autre Aux Avant Avec C Car Ce Cela Celui Ces Cet
Cette Chaque Comme Comment D Dans De Depuis Des Deux Donc Du Elle Elles En Enfin Entre Est Et
Grâce Il Ils J Je L La Le Les Leur Lorsque Mais Même N Ne Nos Notre Nous On Or Ou Où Par Parce
Pas Pendant Pour Pourquoi Pourtant Puis Qu Quand Que Quel Quelle Quelles Quels Qui Sans Selon
Ses Si Son Sous Sur Tous Tout Toute Toutes Un Une Vos Votre Vous Y
"""
_ENGLISH_OPENERS = """
A All Also An And Are As At Because But By For From Has Have He Her His How However I If In Is
It Its Many More Most My No Not Of Once One Our She So Some That The Their Then There These They
This Those Through To Today We What When Where Which While Who Why With You Your
"""
_OPENERS = frozenset(_FRENCH_OPENERS.split()) | frozenset(_ENGLISH_OPENERS.split())
_LABELS = frozenset({"newsletter", "menu", "blog", "contact", "commentaires", "comments", "share"})
_NAMES = frozenset({"LinkedIn", "PlugIn", "AddOn", "OptIn", "CheckIn", "SignIn", "LogIn"})

# A caption or a button before the glue is a line of its own; a sentence is not.
_LABEL_LENGTH, _LABEL_WORDS = 60, 5


def mend_glued_words(text: str) -> str:
    """Return `text` with the certain losses of a space or line break mended."""
    text = _GLUED_SENTENCE.sub(_mended_sentence, text)
    if not _HUMP.search(text):
        return text
    words = set(_WORD.findall(text))
    words |= {word.lower() for word in words}

    def mended(match: re.Match[str]) -> str:
        if not _is_glued(match[1], match[2], words):
            return match[0]
        separator = "\n\n" if _ends_label(text, match.end(1)) else " "
        return match[1] + separator + match[2]

    return _HUMP.sub(mended, text)


def _mended_sentence(match: re.Match[str]) -> str:
    return f"{match[1]} {match[2]}" if match[2] in _OPENERS else match[0]


def _ends_label(text: str, end: int) -> bool:
    """Whether the words on the line before `end` are few: a caption or a button, no sentence."""
    start = max(end - _LABEL_LENGTH, 0)
    line = text[start:end].rpartition("\n")
    whole = bool(line[1]) or start == 0
    return whole and not line[2].startswith(("- ", "#", "•")) and line[2].count(" ") < _LABEL_WORDS


def _is_glued(left: str, right: str, words: set[str]) -> bool:
    if left + right in _NAMES:
        return False
    left_known = left in words or left in _LABELS
    if right in _OPENERS:
        return left_known or (left.islower() and len(right) > 2)
    return left.islower() and left_known and len(right) >= 4 and right.lower() in words
