"""What a question asks for, in French with and without accents, and in English."""

import unicodedata

import pytest

from qa.asking import Asks, what_is_asked

ASKED = {
    Asks.FIGURE: """
        Combien d'entreprises ont un CCO ?|How many companies have a CCO?
        À combien s'élève la prime ?
        Quel est le salaire d'un CCO ?|Quelle est la part des clients fidèles ?
        A combien s'eleve-t-il ?
        What percentage of customers leave?|Quel pourcentage de clients part ?
        salaire moyen d'un CCO
        How often should customers be surveyed?|What is the average salary of a CCO?
        What's the cost of a lost customer?|Quelle proportion des plaintes reste sans réponse ?
        Quel taux de satisfaction viser ?|How long does a CCO stay in post?
        What share of calls is lost?
    """,
    Asks.DATE: """
        Quand le CCO est-il apparu ?|When did the role appear?|En quelle année le poste est-il né ?
        En quelle annee le poste est-il ne ?|In which year was it founded?
        Le poste est apparu quand ?
        Quelle est la date de l'étude ?|De quand date l'enquête ?
        What year was the survey published?
        Since when do companies have a CCO?|Depuis quand y a-t-il des CCO ?|And when was that?
        What was the date of the survey?|Et quand a-t-elle eu lieu ?
    """,
    Asks.LIST: """
        Quelles qualités faut-il pour devenir CCO ?|Quelles qualites faut-il pour devenir CCO ?
        Quelles sont les missions du CCO ?|What are the tasks of a CCO?
        What qualities does a CCO need?
        Quels outils utiliser ?|Which skills matter most?|List the risks of the role.
        Énumérez les erreurs à éviter.|Enumere les erreurs a eviter|Liste des qualités d'un bon CCO
        Name the five qualities of a CCO|Which large companies have a CCO?
        Et quels sont les risques ?
    """,
    Asks.REASON: """
        Pourquoi nommer un CCO ?|Why do CCOs fail?|Pour quelles raisons un CCO échoue-t-il ?
        Pour quelle raison nommer un CCO ?|For what reason do customers leave?|How come CCOs fail?
        Et pourquoi le Comex ?|And why now?|pourquoi les clients partent
        Quelle est la cause des départs ?
        What is the reason for the failure?|Le client part-il, et pourquoi ?
    """,
    Asks.PERSON: """
        Qui nomme le CCO ?|À qui le CCO doit-il être rattaché ?|A qui le CCO doit-il etre rattache ?
        Who should the CCO report to?|Whom does the CCO advise?|Par qui le CCO est-il nommé ?
        Quel auteur défend cette idée ?|And who pays?|Et qui paie ?|Whose job is it?|D'après qui ?
        To whom does the CCO report?|Le CCO dépend de qui ?|The CCO reports to whom?
        Sous l'autorité de qui le CCO travaille-t-il ?|Do you know who decides?|Dites-moi qui décide
    """,
    Asks.DEFINITION: """
        Qu'est-ce qu'un CCO ?|Qu’est-ce que l’expérience client ?|Qu'est ce qu'un CCO ?
        What is a CCO?
        C'est quoi un CCO ?|Définition de l'expérience client|definition de l'experience client
        What does CCO mean?|Que signifie CCO ?|Que veut dire CCO ?|What is customer experience?
        Define customer experience|What is the meaning of CCO?|What is meant by customer culture?
    """,
    Asks.YES_NO: """
        Le CCO doit-il siéger au Comex ?|Faut-il un CCO ?|Should the CCO sit on the board?
        Is a CCO necessary?|Est-ce que le CCO dépend du CEO ?|Est-ce une mode ?
        Does marketing own it?
        Y a-t-il un CCO dans les PME ?|Un CCO est-il utile ?|Le CCO siege-t-il au Comex ?
        Peut-on mesurer la joie ?|Can a CCO be hired from outside?|Le CCO est utile ?
        Le CCO doit-il dépendre du CEO ou du CMO ?|And does it pay?
    """,
    Asks.OTHER: """
        Comment améliorer le NPS ?|How do I convince the board?|rattachement du CCO
        Que fait un CCO ?
        What does a CCO do?|Où siège le CCO ?|Que pense Gartner du CxO ?|Quel est le rôle du CCO ?
        Where does the CCO sit?|What do customers expect?|Quelle est la place du client ?
        Comment le CCO travaille-t-il ?|À quel niveau le CCO siège-t-il ?|Où le CCO siège-t-il ?
    """,
}  # fmt: skip
PAIRS = [
    pytest.param(asks, question, id=question)
    for asks, block in ASKED.items()
    for line in block.strip().splitlines()
    for question in line.strip().split("|")
]


@pytest.mark.parametrize(("asks", "question"), PAIRS)
def test_kind_of_question(asks: Asks, question: str) -> None:
    assert what_is_asked(question) is asks


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("Que fait le CCO quand il arrive ?", Asks.OTHER),
        ("Le CCO doit-il parler quand le comité se tait ?", Asks.YES_NO),
        ("Quand un client se plaint, qui répond ?", Asks.OTHER),
        ("When a customer complains, what happens?", Asks.OTHER),
        ("What should the CCO do when she arrives?", Asks.OTHER),
        ("Do customers who complain come back?", Asks.YES_NO),
        ("What happens to customers who wait?", Asks.OTHER),
        ("Y a-t-il une étude qui a mesuré cela ?", Asks.YES_NO),
        ("Les clients à qui l'on ment reviennent-ils ?", Asks.YES_NO),
        ("Which is better, a map or a list of calls?", Asks.LIST),
        ("Which is better, a map or a survey?", Asks.OTHER),
        ("Does the CEO name the CCO?", Asks.YES_NO),
        ("En définitive, faut-il un CCO ?", Asks.YES_NO),
    ],
)
def test_a_word_of_a_clause_asks_nothing(question: str, asks: Asks) -> None:
    assert what_is_asked(question) is asks


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("Le CCO est-il utile ? Pourquoi ?", Asks.REASON),
        ("Le CCO est-il utile ? Qui l'a dit ?", Asks.PERSON),
        ("Is a CCO useful? Since when?", Asks.DATE),
        ("CCO : Quand est-il nommé ?", Asks.DATE),
    ],
)
def test_a_follow_up_says_what_is_asked_of_the_earlier_question(question: str, asks: Asks) -> None:
    assert what_is_asked(question) is asks


def test_spaces_case_and_unicode_form_do_not_matter() -> None:
    decomposed = unicodedata.normalize("NFD", "  Où   siège-t-il ?")
    assert what_is_asked(decomposed) is Asks.OTHER
    assert what_is_asked("WHO   DECIDES ?") is Asks.PERSON
    assert what_is_asked("") is Asks.OTHER
