"""What is shown is a sentence of a fair length in plain words."""

import re

from corpus.wording import Wording
from qa.training.item import ItemKind
from qa.training.items.draft import Draft
from qa.training.items.gates.gate import GAP, Context, asked, options_of

FEWEST, MOST = 8, 60  # words of the quote; an item of a list is shown with its list
_MOST_OF_A_LIST = 120
_LONGEST_OPTION = 45  # words
_ADDRESS = re.compile(r"https?://|www\.|\w@\w|\b\w+\.(?:com|org|net|fr|io)\b/?\w*/")
_MARKUP = re.compile(r"[*#`|<>{}\[\]\\]|(?<!_)_(?!_)|\]\(|&\w+;")
_HEDGED = re.compile(r"\b(?:perhaps|maybe|possibly|peut-être|éventuellement)\b", re.IGNORECASE)


def worth_reading(draft: Draft, context: Context) -> Wording | None:
    """Not too short to say something nor too long to keep in mind, without address or markup."""
    words = len(draft.quote.split())
    listed = draft.kind is ItemKind.LIST
    if (
        not (1 if listed else FEWEST) <= words <= MOST
        or len(asked(draft).split()) > _MOST_OF_A_LIST
    ):
        return Wording(en=f"the quote has {words} words", fr=f"la citation compte {words} mots")
    if draft.kind is ItemKind.TRUE_FALSE and _HEDGED.search(draft.shown):
        return Wording(
            en="what is perhaps so is never false",
            fr="ce qui est « peut-être » ainsi n’est jamais faux",
        )
    texts = [draft.stem, draft.shown.replace(GAP, ""), *(o.text for o in options_of(draft))]
    for text in texts:
        if found := _ADDRESS.search(text) or _MARKUP.search(text):
            return Wording(
                en=f"“{found.group()}” is no plain text",
                fr=f"« {found.group()} » n’est pas du texte simple",
            )
    if any(not option.text.strip() for option in options_of(draft)):
        return Wording(en="an option is empty", fr="une option est vide")
    if any(len(option.text.split()) > _LONGEST_OPTION for option in options_of(draft)):
        return Wording(en="an option is very long", fr="une option est très longue")
    return None
