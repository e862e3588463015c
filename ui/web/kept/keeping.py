"""The last answer of a conversation as one that is kept."""

from corpus.clock import now, stamp
from qa.freezing import Frozen
from qa.question import Question
from ui.web.ask.conversation import Conversation, turns
from ui.web.desks.answers_desk import AnswersDesk


def question_of(conversation: Conversation) -> Question:
    """The last question, with what was said before it."""
    *before, last = conversation
    return Question(last.answer.question, turns(tuple(before)), last.filters)


def kept(answers: AnswersDesk, conversation: Conversation) -> Conversation:
    """The same with its last answer kept, as somebody asks for it. Raises KnownError."""
    *before, last = conversation
    if last.kept:
        return conversation
    id_ = answers.keep(question_of(conversation), last.answer)
    return (*before, last._replace(kept=id_))


def frozen_now(conversation: Conversation) -> Frozen:
    """The last answer as it is shown, whether it is kept or not."""
    last = conversation[-1]
    at = stamp(now())
    return Frozen(last.kept, at, question_of(conversation), last.answer)
