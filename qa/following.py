"""Follow-up questions made self-contained, before anything is searched.

"Et dans le B2B ?" after "À qui le CCO doit-il être rattaché ?" is searched as "À qui le CCO
doit-il être rattaché dans le B2B ?". No language model: a question leans on the conversation
when it is a fragment without a verb, or refers to something that it does not name itself. Both
languages are read in every question, for a conversation may change language. What the person
asked is never taken away, only completed, and a question that stands on its own is unchanged.
Only earlier questions are used, not the answers: those are quotes from many sources.
"""

import re

from index.capitals import without_capitals
from qa.question import Question
from qa.references import ASKING, leans
from qa.roles import is_person, mentions

# A fragment that begins so goes on with the sentence of the earlier question.
GOES_ON = re.compile(
    r"(?:(?:et|and|or|ou|mais|but)\s+)?(?=(?:dans|en|au|aux|chez|pour|avec|sans|avant|après|depuis"
    r"|pendant|in|at|for|with|without|before|after|since|during|within|among)\s)",
    re.IGNORECASE,
)
# "Son", "il", "her" … after a question about a single person mean that person.
PERSON = re.compile(r"\b(?:il|elle|lui|son|sa|ses|he|she|him|his|hers?)\b", re.IGNORECASE)
WORD = re.compile(r"\w+")
ENDING = re.compile(r"\s*[?!.…]+\s*$")
FIRST = re.compile(r".+?[?!.…]+(?=\s)", re.DOTALL)
FRENCH = re.compile(
    r"\b(?:l[ea]s?|une?|des?|du|au|aux|dans|en|chez|pour|est|sont|qui|que|quel\w*|et|il|son|sa|ses)\b",
    re.IGNORECASE,
)
ENGLISH = re.compile(
    r"\b(?:the|an?|of|to|in|for|with|is|are|do|does|should|who|what|how|why|which|and|his|her|its)\b",
    re.IGNORECASE,
)
ASKS = re.compile(rf"\b{ASKING}\b", re.IGNORECASE)
FRAGMENT_AT_MOST = 8  # words
MAXIMUM = 300  # characters: far longer than any question, shorter than a long conversation


def self_contained(question: Question) -> str:
    """Question to search for: its text, completed by the earlier ones when it leans on them.

    Earlier questions are completed first, each by those before it, so chains hold. Capitals that
    say nothing are read as small letters.
    """
    searched = ""
    for asked in (*(turn.question for turn in question.history), question.text):
        searched = _complete(without_capitals(asked), searched)
    return searched


def _complete(asked: str, before: str) -> str:
    """`asked`, with what it needs of `before`, an earlier question that is self-contained."""
    text = asked.strip()
    if not before or not text or not leans(text):
        return asked
    before = _shortened(before.strip())
    goes_on = GOES_ON.match(text) if len(text.split()) <= FRAGMENT_AT_MOST else None
    if goes_on and not ASKS.search(text) and _is_french(text) == _is_french(before):
        rest = text[goes_on.end() :]
        return f"{ENDING.sub('', before)} {rest[:1].lower()}{rest[1:]}"
    if (person := _only_person(before)) and PERSON.search(text) and len(WORD.findall(text)) > 2:
        return f"{person} : {text}" if _is_french(text) else f"{person}: {text}"
    return f"{before} {text}"


def _only_person(text: str) -> str:
    """How `text` names the one person that it speaks of; empty when there are several or none."""
    people = [mention for mention in mentions(text) if is_person(mention.role)]
    if len({mention.role for mention in people}) != 1:
        return ""
    return text[people[0].start : people[0].end]


def _shortened(text: str) -> str:
    """Only its first question when a long conversation has made it too long to search."""
    first = FIRST.match(text)
    return first.group() if first and len(text) > MAXIMUM else text


def _is_french(text: str) -> bool:
    """Whether more of its small words are French than English."""
    return len(FRENCH.findall(text)) > len(ENGLISH.findall(text))
