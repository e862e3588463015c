"""No wrong option says the same as the right one in other words, or holds it."""

from corpus.wording import Wording
from index.thesaurus import Concept
from qa.training.item import ItemKind
from qa.training.items.draft import Draft
from qa.training.items.gates.gate import Context

_TERMS = frozenset({ItemKind.CLOZE, ItemKind.DEFINITION})
_FEW = 4  # stems of an option that is a term, not a sentence


def no_synonyms(draft: Draft, context: Context) -> Wording | None:
    """By the thesaurus, where broader and narrower concepts would be true as well; by stems."""
    if draft.kind in (ItemKind.TRUE_FALSE, ItemKind.POSITION, ItemKind.FIGURE):
        return None  # opposites, and what a dispute or a value keeps apart
    right = draft.right.text
    for option in draft.distractors:
        if _near(right, option.text, draft, context):
            return Wording(
                en=f"“{option.text}” may mean the same as “{right}”",
                fr=f"« {option.text} » peut vouloir dire la même chose que « {right} »",
            )
    return None


def _near(right: str, option: str, draft: Draft, context: Context) -> bool:
    language = draft.language
    stems, other = context.stems(right, language), context.stems(option, language)
    if stems and other and (stems <= other or other <= stems):
        return True
    if draft.kind not in _TERMS or max(len(stems), len(other)) > _FEW:
        return False
    named = context.thesaurus.concepts_in(right, language)
    return any(
        _same_line(one, each)
        for one in named
        for each in context.thesaurus.concepts_in(option, language)
    )


def _same_line(one: Concept, other: Concept) -> bool:
    return one.id == other.id or one.id in other.broader or other.id in one.broader
