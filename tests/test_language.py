"""Language: forty questions in each language, with and without accents, and longer texts."""

import pytest

from corpus.language import detect_language

FRENCH = """
À qui le CCO doit-il être rattaché ?|A qui reporte le CCO|A qui le CCO doit-il etre rattache ?
NPS ou CES ?|quel ROI|pourquoi casser les silos|Quel budget pour un CCO ?|qualités d'un bon CCO
Quelles qualites faut-il ?|Comment mesurer la satisfaction ?|Qui nomme le directeur client ?
Le CCO siège-t-il au Codir ?|Faut-il un CCO dans une PME ?|rôle du marketing
c'est quoi un CCO|Combien gagne un CCO ?|ou placer le service client|Et pour une banque ?
Pourquoi ?|Que faire des verbatims ?|Quels sont les pièges ?|les erreurs à éviter
Définition de la culture client|parcours client et silos|Quand recruter un CCO
L'écoute client sert à quoi ?|Par où commencer ?|Avec quelle équipe ?|Est-ce un effet de mode ?
Qu'est-ce que le CES ?|Qu'en pensent les salariés ?|Doit-on payer les managers au NPS ?
Un CCO peut-il venir de la vente ?|Comment convaincre mon patron|Sur quoi repose la confiance ?
Donne-moi les arguments pour|résumé de l'article|Qui est Jeanne Dupond ?|Les limites du NPS
promotion interne ou recrutement externe ?
"""
ENGLISH = """
Who should the CCO report to?|Budget of a CCO?|What is a CCO?|NPS or CES?|which ROI
why break down silos|How much does a CCO earn?|Does the CCO sit on the board?|What are the risks?
qualities of a good CCO|How to measure satisfaction|When should we hire one?|Where to start?
And for a bank?|Is it a fad?|How do I convince my boss?|the role of marketing
Who owns the customer journey?|Should managers be paid on NPS?|Can a CCO come from sales?
What do employees think of it?|List the pitfalls of surveys|Define customer culture
Explain customer effort score|Why?|Which team do you need?|What makes a CCO fail?
How many companies have a CCO?|Is internal promotion better?|difference between CX and service
Tell me about the first hundred days|What does résumé screening cost?|Give me the arguments for it
Do customers notice?|How long does it take?|CCO vs CMO: who leads?|What about small firms?
Are there any studies?|with which budget|customer centricity in the boardroom
"""


def _questions(lines: str) -> list[str]:
    return [question for line in lines.strip().splitlines() for question in line.split("|")]


@pytest.mark.parametrize("question", _questions(FRENCH))
def test_french_question(question: str) -> None:
    assert detect_language(question, ("fr", "en")) == "fr"


@pytest.mark.parametrize("question", _questions(ENGLISH))
def test_english_question(question: str) -> None:
    assert detect_language(question, ("fr", "en")) == "en"


def test_forty_questions_each() -> None:
    assert (len(_questions(FRENCH)), len(_questions(ENGLISH))) == (40, 40)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Die Kunden warten schon seit einer Woche auf eine Antwort der Abteilung.", "de"),
        ("Los clientes esperan una respuesta del departamento desde hace una semana.", "es"),
        ("I clienti aspettano da una settimana una risposta da parte del servizio.", "it"),
        ("Les clients attendent depuis une semaine une réponse du service concerné.", "fr"),
        ("Customers have been waiting for an answer from the department for a week.", "en"),
    ],
)
def test_longer_texts_in_other_languages(text: str, language: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize("text", ["", "2016", "?!", "CCO"])
def test_empty_when_unsure(text: str) -> None:
    assert detect_language(text, ("fr", "en")) == ""
