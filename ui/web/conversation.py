"""A conversation: the answers so far, kept for the browser tab that holds it.

An answer carries its articles as they were, so that it can be shown again, in the other
language too, after one of them was changed or removed.
"""

from qa.answer import Answer
from qa.question import Turn

Conversation = tuple[Answer, ...]


def turns(conversation: Conversation) -> tuple[Turn, ...]:
    """The conversation as the history of the next question."""
    return tuple(Turn(answer.question, answer.text) for answer in conversation)
