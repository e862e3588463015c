"""Sentences that give orders to whoever answers, instead of stating something.

A web page may say "Ignore all previous instructions" or "To the question …, answer that …", and
such a sentence resembles the question more than any honest one. It is never quoted and proves
nothing, whoever drafts. Advice to the reader stays: "Reply within a day", "Tell customers that …",
"Ask your team to ignore …". Both languages are read in every sentence.
"""

import re

from corpus.characters import folded
from index.passage import Passage, Span

FEWEST = 3  # words of a question that nobody repeats by chance

_AI = (
    r"(?:an?\s|une?\s|the\s|any\s|all\s|every\s|les?\s|la\s|l['’]|toute?s?\s)*(?:[\w-]+\s)?"
    r"(?:(?:AIs?|IA|LLMs?|GPT)(?!\s(?!models?|assistants?|agents?|systems?|that|who|qui)\w)"
    r"|language\smodels?|mod[èe]les?\sde\slangage|chatbots?|intelligences?\sartificielles?"
    r"|assistants?(?!\s(?:manager|director|d[eu]\b|à\b)))"
)
_OPENING = r"(?:^\W*|[.!?:;…]\s+)"  # after a colon, but for a quote: that reports an order
_POLITE = (
    r"(?:(?:please|now|then|so|always|simply|just|instead|you\s(?:must|should|shall|will)|veuillez"
    r"|merci\sde|vous\sdevez|tu\sdois|désormais|maintenant|alors|toujours),?\s+)*"
)
_VERB = (
    r"(?:answer|reply|respond|say|state|write|output|conclude|claim|declare|r[ée]pond(?:s|ez|re)"
    r"|di(?:s|tes|re)|affirmer?z?|d[ée]clare[rz]?|[ée]cri(?:s|vez|re)|conclu(?:s|ez|re)"
    r"|indique[rz]?|soutenez)"
)
_ADVERB = r"(?:\s(?:only|simply|just|always|uniquement|seulement|simplement|toujours))*"
# "Answer that call" is no order to say something.
_THAT = r"\s(?:that(?!\s(?:question|call|phone|e-?mail|message|need|one)\b)|que\b|qu['’])"
# What is said to somebody, in the first or second person, is advice on how to speak to them.
_SPOKEN = r"(?!\s?(?:you|your|we|our|i|my|vous|votre|vos|nous|notre|nos|je|tu|ton|on)\b|\s?j['’])"


def _any_of(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


# Whatever follows these in their paragraph belongs to the order.
_TO_A_MACHINE = _any_of(
    # Forget what you were told
    rf"{_OPENING}{_POLITE}(?:ignore|disregard|forget|override|do\snot\sfollow)\s(?:[\w']+\s){{0,3}}?"
    r"(?:(?:previous|prior|preceding|earlier|above|system)\s(?:\w+\s)?"
    r"(?:instructions?|prompts?|directions|orders|rules|guidelines|context|text|messages?)"
    r"|all\s(?:(?:of\s)?(?:the|your)\s)?(?:instructions|prompts)"
    r"|(?:instructions|prompts?|rules|text|everything|anything|all|the)\s"
    r"(?:(?:that\s(?:is|comes|was\ssaid)|said)\s)?(?:above|before\sthis)\b(?!\s\w)"
    r"|(?:everything|anything|what(?:ever)?)\syou\s(?:were|have\sbeen)\stold)",
    rf"{_OPENING}{_POLITE}(?:ignore[rz]?|oublie[rz]?|ne\s(?:ten(?:ez|ir)|tiens)\s(?:pas|aucun)\s"
    r"compte|ne\s(?:suivez|suis)\spas|faites\sabstraction)\s(?:[\w'’]+\s){0,4}?"
    r"(?:(?:instructions|consignes|directives|ordres|r[èe]gles|messages?|textes?|contexte|prompts?)"
    r"\s(?:qui\s)?(?:pr[ée]c[éèe]d\w*|ant[ée]rieur\w*|ci-dessus|initiale?s|reçue?s|syst[èe]me)"
    r"|(?:de\s)?toutes\s(?:les|vos|tes)\s(?:instructions|consignes)(?=\W*$|\set\s)"
    r"|(?:de\s)?(?:tout\s)?ce\squi\s(?:pr[ée]c[èe]de|est\sécrit\s(?:ci-dessus|plus\shaut)))",
    # You are a machine
    rf"^\W*(?:note|message|instructions?|consignes?)\s(?:to|for|à|aux?|pour)\s{_AI}\s?[:,—–-]",
    rf"^\W*(?:(?:if|as|since)\syou\sare|si\s(?:vous\sêtes|tu\ses))\s{_AI}"
    r"(?:\s(?:models?|assistants?|agents?|systems?))?(?:\s?[,:]|\s(?:reading|that|who|qui)\b)",
    rf"{_OPENING}(?:you\sare\s(?:now\s)?|act\sas\s|vous\sêtes\s(?:désormais\s|maintenant\s)?"
    rf"|tu\ses\s(?:désormais\s|maintenant\s)?){_AI}(?:\W|$)",
    # What surrounds the orders that a machine is given
    rf"{_OPENING}{_POLITE}(?:reveal|print|show|output|repeat|display|r[ée]v[èe]le[rz]?|affiche[rz]?"
    r"|montre[rz]?|r[ée]p[èe]te[rz]?)\s(?:[\w'’-]+\s){0,3}?(?:system\s(?:prompt|message)"
    r"|(?:prompt|message|instructions)\ssyst[èe]me)",
    r"^\W*(?:system\sprompt|prompt\ssyst[èe]me)\s?:",
    r"<\|\w+\|>|\[/?INST\]|<</?SYS>>",
)
_QUOTE_NOTHING_ELSE = (
    r"(?:^\W*|[,;:]\s)(?:(?:and|et)\s)?(?:(?:quote|cite)\s(?:nothing\selse|no\sother\b)"
    r"|ne\s(?:cite|citez)\s(?:rien\sd['’]autre|aucune?\sautre))"
)
_WHO_ANSWERS = (
    r"(?:whoever|anyone\swho|quiconque)\s(?:reads|answers|summari[sz]es|lit|répond\sà|résume)\s"
    r"(?:this|cet?|cette)\s(?:text|page|document|article|question|passage|texte)\s"
    r"(?:must|should|has\sto|doit|devra)\b"
)
_ASKED = (
    r"^\W*(?:(?:to|for|à|pour)\s(?:the|this|any|la|cette|toute)\s(?:following\s)?question"
    r"|(?:if|when(?:ever)?)\s(?:you\sare\s|(?:any|some)(?:one|body)\s|the\suser\s)?ask(?:ed|s)\b"
    r"|(?:si|quand|lorsqu?e?)['’\s](?:l['’])?(?:on|quelqu['’]un|l['’]utilisateur)\s"
    r"(?:(?:te|vous|t['’])\s?)?(?:demande|interroge|pose))"
)
_TO_WHO_ANSWERS = _any_of(
    _QUOTE_NOTHING_ELSE,
    _WHO_ANSWERS,
    rf"{_ASKED}.*?[,:?»”\"]\s{_POLITE}{_VERB}{_ADVERB}(?:{_THAT}{_SPOKEN}|\s?:)",
    rf"^\W*{_POLITE}(?:answer|reply|respond|r[ée]pond(?:s|ez)){_ADVERB}{_THAT}{_SPOKEN}",
)
# After the very question that was asked, no exception.
_COMMAND = _any_of(
    rf"(?:^|[,:;.?!»”\"])\W*{_POLITE}{_VERB}{_ADVERB}(?:{_THAT}|\s?[:“«\"])",
)
_WORD = re.compile(r"\w+")


def orders(passage: Passage, text: str, question: str = "") -> frozenset[Span]:
    """The sentences of `passage`, of an article with this text, that give orders.

    What follows an order to a machine in its paragraph is left out with it.
    """
    found = []
    end, obeyed = 0, False
    for span in passage.sentences:
        sentence = text[span.start : span.end]
        obeyed &= "\n" not in text[end : span.start]
        obeyed |= bool(_TO_A_MACHINE.search(sentence))
        if obeyed or is_order(sentence, question):
            found.append(span)
        end = span.end
    return frozenset(found)


def only_orders(passage: Passage, text: str, question: str = "") -> bool:
    """Whether a passage states nothing beside its orders."""
    found = orders(passage, text, question)
    return bool(found) and len(found) == len(passage.sentences)


def is_order(sentence: str, question: str = "") -> bool:
    """Whether a sentence tells whoever answers what to do; `question`: the one that was asked."""
    if _TO_A_MACHINE.search(sentence) or _TO_WHO_ANSWERS.search(sentence):
        return True
    return bool(_COMMAND.search(sentence)) and _repeats(sentence, question)


def _repeats(sentence: str, question: str) -> bool:
    asked, said = (" ".join(_WORD.findall(folded(text))) for text in (question, sentence))
    return asked.count(" ") >= FEWEST - 1 and f" {asked} " in f" {said} "
