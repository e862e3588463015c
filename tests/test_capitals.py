"""Queries in capitals: what is read in small letters, and what stays."""

from pathlib import Path

import pytest

from index.capitals import without_capitals
from index.library import Library
from index.retriever import LibraryRetriever
from index.vector_store import LibraryVectorStore
from qa.chain import answer_chain
from qa.following import self_contained
from qa.question import Question, Turn
from tests.command_line import CommandLine
from tests.invented import ALL, FERRY, file_of


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("À QUI LE CCO DOIT-IL ÊTRE RATTACHÉ ?", "À qui le CCO doit-il être rattaché ?"),
        ("WHO SHOULD THE CCO REPORT TO?", "Who should the CCO report to?"),
        ("QUI EST RESPONSABLE DU cco ?", "Qui est responsable du CCO ?"),  # all but one word
        ("« POURQUOI MESURER LE NPS ? »", "« Pourquoi mesurer le NPS ? »"),
        ("QU'EST-CE QU'UN CLIENT ?", "Qu'est-ce qu'un client ?"),
        ("FIDÉLISATION", "Fidélisation"),
        ("NPS OU CSAT ?", "NPS ou CSAT ?"),
        ("DO CCOS TRACK KPIS IN B2B?", "Do CCOs track KPIs in B2B?"),
        ("WHAT DID HBR SAY IN 2010?", "What did HBR say in 2010?"),  # a word has a vowel
        ("HOW DO I BEGIN?", "How do I begin?"),
        # Words of one language that are acronyms of the field
        ("CES CLIENTS SONT-ILS FIDÈLES ?", "Ces clients sont-ils fidèles ?"),
        ("QU'EST-CE QUE LE CES ?", "Qu'est-ce que le CES ?"),
        ("WHAT IS CES?", "What is CES?"),
        ("SI LE CLIENT PART, QUEL EST LE ROI ?", "Si le client part, quel est le ROI ?"),
        ("LE CLIENT EST-IL ROI ?", "Le client est-il roi ?"),
        ("WHAT IS THE ROI OF CX?", "What is the ROI of CX?"),
        ("J'AI UN DOUTE SUR LE CCO", "J'ai un doute sur le CCO"),
        ("HOW DOES AI CHANGE CX?", "How does AI change CX?"),
        ("QUE VEUT DIRE LE MOT « CLIENT » ?", "Que veut dire le mot « client » ?"),
    ],
)
def test_words_in_capitals_become_small(typed: str, read: str) -> None:
    assert without_capitals(typed) == read
    assert without_capitals(read) == read


@pytest.mark.parametrize(
    "query",
    [
        "NPS ?",
        "CCO B2B",
        "NPS CSAT CES",
        "CCO CRM KPIS",
        "CX in B2B",
        "Que dit HBR du CES ?",
        "What does LA POSTE measure?",
        "nps ou csat ?",
        "Pourquoi ?",
        "42 %",
        "?",
        "",
    ],
)
def test_other_queries_stay_as_they_are(query: str) -> None:
    assert without_capitals(query) == query


def test_a_conversation_in_capitals_is_completed_as_any_other() -> None:
    history = (Turn("À QUI LE CCO DOIT-IL ÊTRE RATTACHÉ ?", ""),)
    expected = "À qui le CCO doit-il être rattaché dans le B2B ?"
    assert self_contained(Question("ET DANS LE B2B ?", history)) == expected


def test_a_question_is_shown_as_asked_and_answered_as_if_in_small_letters(
    library: Library,
) -> None:
    library.add_articles(ALL)
    asked = "La boulangerie du port note-t-elle chaque réclamation dans un cahier vert ?"
    chain = answer_chain(library)
    plain, typed = chain.invoke(Question(asked)), chain.invoke(Question(asked.upper()))
    assert (typed.question, typed.searched_as) == (asked.upper(), asked)
    assert (typed.language, typed.confidence) == ("fr", plain.confidence)
    assert typed.citations == plain.citations != ()


def test_every_search_reads_a_query_in_the_same_way(library: Library) -> None:
    library.add_articles(ALL)
    query = "Which boats wait on the quay?"
    store = LibraryVectorStore(library)
    found = store.similarity_search_with_score(query)
    assert store.similarity_search_with_score(query.upper()) == found
    retriever = LibraryRetriever(snapshot=library.snapshot())
    assert retriever.invoke(query.upper()) == retriever.invoke(query)


def test_the_command_searches_it_in_small_letters_and_shows_it_as_typed(
    cxlit: CommandLine, tmp_path: Path
) -> None:
    file_of(FERRY, tmp_path)
    cxlit("add", tmp_path / "ferry.md")
    query = "Which boats wait on the quay?"
    plain = cxlit("search", query, "--json").json
    typed = cxlit("search", query.upper(), "--json").json
    assert (plain.pop("query"), typed.pop("query")) == (query, query.upper())
    assert typed == plain
    assert plain["hits"]
