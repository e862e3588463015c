"""Follow-ups are completed, questions that stand on their own are left alone."""

import pytest

from qa.following import self_contained
from qa.question import Question, Turn
from qa.references import leans

CCO_FR = "À qui le CCO doit-il être rattaché ?"
CCO_EN = "Who should the CCO report to?"

FOLLOW_UPS_FR = """
Et dans le B2B ?|Pourquoi ?|Et lui ?|Qui l'a dit ?|Quel est son budget ?|Combien d'entre elles ?
Et le CMO ?|Dans quels cas ?|Pourquoi est-il important ?|À qui doit-il être rattaché ?|Et en PME ?
Ce poste est-il récent ?|Comment le mesurer ?|Quel rôle joue-t-il ?|Quelles sont ses missions ?
Lesquels réussissent ?|Un exemple ?|Qu'en pense Gartner ?|Est-ce le cas en France ?|Et pourquoi ?
Et si le CEO refuse ?|Quel est l'impact de sa mission ?|Est-ce qu'il dépend du CEO ?
Depuis quand ?|Quid du NPS ?|Combien gagne-t-il ?|Quels outils utilisent-ils ?|Quoi d'autre ?
Cette approche marche-t-elle ?|Comment y parvenir ?|C'est vrai ?|Et après ?|Ça marche ?
Peut-il siéger au Comex ?|Leurs salaires ?|Chez les banques ?
"""
FOLLOW_UPS_EN = """
And in B2B?|Why?|What about its budget?|How many of them?|And marketing?|In which cases?|But why?
What is his budget?|Why is it important?|Does he sit on the board?|Who said that?|Since when?
What does this mean?|Is this role common?|For small companies?|Which tools do they use?|What else?
Which ones fail?|Any examples?|Is it the same for SMEs?|How big should his team be?|Who owns it?
What is the size of its team?|Who do they report to?|How do companies measure this?
How about the CFO?|Tell me more|Is that true?|Who appoints her?|Does it work?|In retail?
How long does it last?|Was it different before 2015?|And if the CEO says no?|Or the CMO?
"""
STANDALONE_FR = """
À qui le CCO doit-il être rattaché ?|Qu'est-ce qu'un CCO ?|Le CCO doit-il être au Comex ?
Pourquoi est-il important de mesurer le NPS ?|Faut-il un CCO ?|Y a-t-il un CCO dans les PME ?
Comment améliorer son NPS ?|Quelles qualités doit avoir un CCO ?|Rattachement du CCO|NPS ?
Que fait le CCO quand il arrive ?|Quelle entreprise a changé son organisation ?
Et pourquoi le CCO échoue-t-il ?|Comment la culture client évolue-t-elle ?|De quoi dépend le NPS ?
Pour réussir, que doit faire un CCO ?|C'est quoi un CCO ?|Combien d'entreprises ont un CCO ?
Qui est responsable de l'expérience client ?|Est-ce que le CCO dépend du CEO ?
Existe-t-il des études sur le NPS ?|Les entreprises ont-elles un CCO ?
Comment les clients perçoivent-ils le service ?|Que disent les études de ces dernières années ?
Dans le secteur bancaire, comment mesurer la satisfaction ?|Comment convaincre le Comex ?
Pourquoi les directions générales hésitent-elles ?|À quoi sert le NPS ?
Est-ce une bonne idée de nommer un CCO ?|Est-ce au marketing de piloter l'expérience client ?
Le directeur de la relation client a-t-il son propre budget ?
Que doit faire un dirigeant avant de nommer son CCO ?|Quelle est la différence entre CX et UX ?
Combien de temps faut-il pour changer la culture ?
"""
STANDALONE_EN = """
Who should the CCO report to?|What is a CCO?|Why is it important to measure NPS?|CCO budget
What does a CCO do in the first year?|Which companies have a CCO?|And why do CCOs fail?
What should the CCO do when she arrives?|Do companies give CCOs their own budget?
Which companies changed their organisation?|How many companies have a CCO?|What makes a good CCO?
In which companies does the CCO report to the CEO?|Is it true that most CCOs fail?
How long does it take to change a culture?|What do customers expect this year?
What is the difference between CX and UX?|For a bank, which measures matter?
Does marketing own customer experience?|Is CX the same as customer service?|What is CX?
Do CEOs who listen to their customers perform better?|When did the CCO role appear?
What are those who succeed doing?|How do I measure satisfaction?|Is IT responsible for CX?
What is this year's trend in CX?|Which is better, NPS or CSAT?|How can a CCO prove its value?
Should every company appoint a CCO?|How is customer effort measured?|Why do CX programmes stall?
Who owns the customer journey?|What should a CCO know before they start?
"""


def listed(questions: str) -> list[str]:
    return [question for line in questions.split("\n") for question in line.split("|") if question]


@pytest.mark.parametrize("text", listed(FOLLOW_UPS_FR) + listed(FOLLOW_UPS_EN))
def test_a_follow_up_leans_on_the_conversation(text: str) -> None:
    assert leans(text)


@pytest.mark.parametrize("text", listed(STANDALONE_FR) + listed(STANDALONE_EN))
def test_a_question_that_stands_alone_is_unchanged(text: str) -> None:
    assert not leans(text)
    assert self_contained(Question(text, (Turn(CCO_FR, "Au CEO."),))) == text


@pytest.mark.parametrize(
    ("earlier", "asked", "searched"),
    [
        ([CCO_FR], "Et dans le B2B ?", "À qui le CCO doit-il être rattaché dans le B2B ?"),
        ([CCO_EN], "And in B2B?", "Who should the CCO report to in B2B?"),
        ([CCO_EN], "In B2B?", "Who should the CCO report to in B2B?"),
        ([CCO_FR], "And in B2B?", f"{CCO_FR} And in B2B?"),
        ([CCO_EN], "Et dans le B2B ?", f"{CCO_EN} Et dans le B2B ?"),
        ([CCO_FR], "Pourquoi ?", f"{CCO_FR} Pourquoi ?"),
        ([CCO_EN], "Why?", f"{CCO_EN} Why?"),
        ([CCO_FR], "Et lui ?", f"{CCO_FR} Et lui ?"),
        ([CCO_FR], "Qui l'a dit ?", f"{CCO_FR} Qui l'a dit ?"),
        ([CCO_FR], "Et le CMO ?", f"{CCO_FR} Et le CMO ?"),
        ([CCO_FR], "Dans quels cas ?", f"{CCO_FR} Dans quels cas ?"),
        ([CCO_FR], "Quel est son budget ?", "CCO : Quel est son budget ?"),
        ([CCO_EN], "What is his budget?", "CCO: What is his budget?"),
        ([CCO_FR], "What is his budget?", "CCO: What is his budget?"),
        (
            ["Le CMO et le CCO s'opposent-ils ?"],
            "Quel est son budget ?",
            "Le CMO et le CCO s'opposent-ils ? Quel est son budget ?",
        ),
        (
            [CCO_FR, "Et dans le B2B ?"],
            "Pourquoi ?",
            "À qui le CCO doit-il être rattaché dans le B2B ? Pourquoi ?",
        ),
        (
            [CCO_FR, "Quel est son budget ?"],
            "Et dans le B2B ?",
            "CCO : Quel est son budget dans le B2B ?",
        ),
        ([CCO_FR, "Qu'est-ce que le NPS ?"], "Pourquoi ?", "Qu'est-ce que le NPS ? Pourquoi ?"),
        ([], "Et dans le B2B ?", "Et dans le B2B ?"),
        ([""], "Pourquoi ?", "Pourquoi ?"),
    ],
)
def test_what_is_searched(earlier: list[str], asked: str, searched: str) -> None:
    history = tuple(Turn(question, "An answer.") for question in earlier)
    assert self_contained(Question(asked, history)) == searched


def test_a_long_conversation_keeps_its_first_question() -> None:
    history = (Turn(CCO_FR, ""), *(Turn("Pourquoi ?", "") for _ in range(100)))
    assert self_contained(Question("Pourquoi ?", history)).startswith(f"{CCO_FR} Pourquoi ?")
    assert len(self_contained(Question("Pourquoi ?", history))) <= 320
