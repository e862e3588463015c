"""Which questions ask a dispute, which only touch it, and which are about something else."""

import pytest

from qa.positions.recognition import recognised


@pytest.mark.parametrize(
    ("question", "dispute"),
    [
        ("Who should the CCO report to?", "reporting-line"),
        ("who should the cco report to", "reporting-line"),
        ("À qui doit être rattaché le CCO ?", "reporting-line"),
        ("A qui doit etre rattache le directeur de l'experience client", "reporting-line"),
        ("Le CCO doit-il siéger au Comex ?", "reporting-line"),
        ("Qui doit être le N+1 du CCO ?", "reporting-line"),
        ("Faut-il garder le NPS ?", "net-promoter-score"),
        ("Should we drop the Net Promoter Score?", "net-promoter-score"),
        ("Faut-il casser les silos ?", "silos"),
        ("Should we reduce effort or delight customers?", "effort-or-delight"),
        ("Faut-il recruter le CCO en interne ou en externe ?", "cco-hire"),
        ("Who owns customer experience?", "cx-owner"),
        ("Qui est responsable de l'expérience client ?", "cx-owner"),
        ("Does customer experience pay off?", "cx-return"),
        ("Should chatbots replace human agents?", "human-or-machine"),
        ("Should the CX team be centralised?", "central-team"),
        ("Employees first or customers first?", "employees-or-customers"),
        ("A-t-on besoin d'un CCO ?", "cco-lasting"),
        ("Should we rely on surveys or on behaviour?", "surveys-or-behaviour"),
        ("Les programmes de fidélité sont-ils utiles ?", "loyalty-programmes"),
        ("Does personalisation go too far?", "personalisation"),
        ("Faut-il externaliser son centre de contacts ?", "contact-centre-outsourcing"),
    ],
)
def test_contested(question: str, dispute: str) -> None:
    found = recognised(question)
    assert found is not None
    assert (found.dispute.id, found.contested) == (dispute, True)


@pytest.mark.parametrize(
    ("question", "dispute"),
    [
        ("How many CCOs report to the CEO?", "reporting-line"),
        ("Combien de CCO sont rattachés à la direction générale ?", "reporting-line"),
        ("Should Ikea keep NPS?", "net-promoter-score"),
        ("Why should we keep NPS?", "net-promoter-score"),
        ("Qui défend les silos ? Faut-il les garder ?", None),
        ("Can a CCO break silos?", "silos"),
        ("Who reports to the CCO?", None),
        ("Quelles équipes sont rattachées au CCO ?", None),
        ("Should marketing report to the CCO?", None),
        ("How is NPS calculated?", None),
        ("What is a customer journey map?", None),
        ("Combien gagne un CCO ?", None),
        ("", None),
    ],
)
def test_touched_or_not(question: str, dispute: str | None) -> None:
    found = recognised(question)
    assert (found.dispute.id if found else None) == dispute
    assert found is None or not found.contested
