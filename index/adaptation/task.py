"""What one step of training asks: questions and near misses of a batch, and what is right."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

import torch
from torch import Tensor

from index.adaptation.examples import Example

QUESTIONS = 4  # of a passage in one step


@dataclass(frozen=True, slots=True)
class Posed:
    """A question, the number of its passage in the batch, and the sentences that answer it."""

    text: str
    passage: int
    answers: tuple[int, ...] = ()  # none: a near miss


@dataclass(frozen=True, slots=True)
class Task:
    """Passages are read, questions and misses asked; each question has an answer, no miss has."""

    passages: tuple[Example, ...]
    questions: tuple[Posed, ...]
    misses: tuple[Posed, ...]


@dataclass(frozen=True, slots=True, eq=False)  # tensors do not compare
class Right:
    """What is right of a task. Sentences are numbered through all passages of the batch.

    What is open is neither right nor wrong: other passages of the work that holds the answer.
    """

    passages: Tensor  # (questions)
    sentences: Tensor  # (questions, sentences), bool
    open_passages: Tensor  # (questions, passages), bool
    open_sentences: Tensor  # (questions, sentences), bool
    missed: Tensor  # (misses): the passage that each is nearly about


def pose(examples: Sequence[Example], random: Random) -> Task:
    questions, misses = [], []
    for number, example in enumerate(examples):
        chosen = random.sample(example.questions, min(QUESTIONS, len(example.questions)))
        questions += [Posed(each.text, number, each.answers) for each in chosen]
        if example.misses:
            misses.append(Posed(random.choice(example.misses), number))
    return Task(tuple(examples), tuple(questions), tuple(misses))


def right_of(task: Task, device: torch.device) -> Right:
    owners = [
        (passage, sentence)
        for passage, example in enumerate(task.passages)
        for sentence in range(len(example.sentences))
    ]
    answering = torch.tensor([question.passage for question in task.questions])
    same_work = torch.tensor(
        [[a.work == b.work and a is not b for b in task.passages] for a in task.passages]
    )
    open_passages = same_work[answering]
    return Right(
        passages=answering.to(device),
        sentences=torch.tensor(
            [
                [passage == question.passage and at in question.answers for passage, at in owners]
                for question in task.questions
            ]
        ).to(device),
        open_passages=open_passages.to(device),
        open_sentences=open_passages[:, [passage for passage, _ in owners]].to(device),
        missed=torch.tensor([miss.passage for miss in task.misses], dtype=torch.long).to(device),
    )
