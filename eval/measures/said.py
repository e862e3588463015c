"""What is judged: the sentences of an answer and their citations."""

from collections.abc import Iterable
from dataclasses import dataclass

from qa.answer import Answer, Citation, Sentence
from qa.checking import Checked


@dataclass(frozen=True, slots=True)
class Said:
    """Sentences and what they quote; an answer that was refused says nothing."""

    sentences: tuple[Sentence, ...] = ()
    citations: tuple[Citation, ...] = ()

    @classmethod
    def of(cls, answer: Answer | Checked) -> "Said":
        return cls(answer.sentences, answer.citations)

    @property
    def text(self) -> str:
        return " ".join(sentence.text for sentence in self.sentences)

    @property
    def first(self) -> "Said":
        """The first sentence by itself."""
        return self.only(self.sentences[:1])

    def only(self, sentences: Iterable[Sentence]) -> "Said":
        """Some of the sentences, with the citations that are theirs."""
        kept = tuple(sentences)
        numbers = {number for sentence in kept for number in sentence.citations}
        return Said(kept, tuple(each for each in self.citations if each.number in numbers))
