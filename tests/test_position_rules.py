"""Rules: how a pattern is written, what it sees of a text, and when a denial undoes it."""

import pytest

from qa.positions.rules import canonical, rules, vocabulary

WORDS = {"boss": "<chief executive>|<general management>", "plain": "the is"}


def holds(pattern: str, text: str, *, even_denied: bool = False) -> bool:
    (rule,) = rules([pattern], WORDS, even_denied=even_denied)
    return rule.holds(canonical(text))


def test_a_canonical_text_has_one_form_for_roles_and_spelling() -> None:
    assert canonical("Le CCO (Chief Customer Officer) dépend du P-DG.") == (
        "le <head of customer experience> depend du <chief executive>."
    )
    assert canonical("L’équipe  Élan") == "l'equipe elan"


@pytest.mark.parametrize(
    ("pattern", "text", "held"),
    [
        ("dépend d[eu]", "Le CCO dépend du Codir.", True),
        ("dépend d[eu]", "Le CCO ne dépend pas du Codir.", False),
        ("dépend d[eu]", "Il n'a pas de bureau, mais le CCO dépend du Codir.", True),
        (r"reports to .{0,5}<boss>", "The CCO reports to the CEO.", True),
        (r"reports to .{0,5}<boss>", "The CCO reports to the CMO.", False),
        (r"silos & \bkeep\b", "Of silos: keep them.", True),
        (r"silos & \bkeep\b", "Of barns: keep them.", False),
        (r"<it>.{0,9}\bmember", "He is a member of it.", True),
        (r"<it>.{0,9}\bmember", "The keeper says he is a member.", False),
        # "Without" denies what follows it at once.
        ("profitable", "A scheme without tiers is profitable.", True),
        ("tiers", "A scheme without tiers is profitable.", False),
    ],
)
def test_a_rule(pattern: str, text: str, held: bool) -> None:
    assert holds(pattern, text) is held


def test_a_rule_may_count_even_where_its_clause_denies() -> None:
    assert holds("only source", "NPS should not be the only source.", even_denied=True)
    assert not holds("only source", "NPS should not be the only source.")


def test_a_wrong_pattern_is_told() -> None:
    with pytest.raises(ValueError, match=r"'\(' is no regular expression"):
        rules(["("], WORDS)


def test_a_vocabulary_takes_out_its_words_and_the_plain_ones() -> None:
    own = vocabulary(["report*", "<boss>", "n+1"], WORDS)
    text = canonical("The reporting line: is the CEO the N+1, reportedly?")
    assert own.sub("", text).split() == ["line:", ",", "?"]
