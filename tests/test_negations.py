"""Negations are counted alike in both languages, and look-alikes are left out."""

import pytest

from qa.negations import negations


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, "Le CCO dépend du CEO."),
        (1, "Le dossier ne peut pas, du reste, être remis à une équipe."),
        (1, "It must not be left to a team."),
        (1, "Le CCO ne dépend ni du marketing ni des ventes."),
        (1, "The CCO reports neither to marketing nor to sales."),
        (1, "It doesn't report to sales nor to marketing."),
        (1, "Aucun CCO ne réussit seul."),
        (1, "No CCO succeeds alone."),
        (1, "Rien n’empêche le directeur qualité de devenir CCO."),
        (1, "Nul ne peut le dire."),
        (1, "Il ne saurait dépendre du marketing."),
        (1, "Il n'a plus d'équipe."),
        (2, "Il n'a pas de budget et ne décide jamais."),
        (1, "Un CCO sans budget"),
        (1, "A CCO without a budget"),
        (1, "Il s'agit non pas d'un rôle mais d'une étiquette."),
        (0, "Il ne dépend que du CEO."),
        (0, "Je ne peux que constater cela."),
        (0, "Ce n’est rien moins que la promesse de la marque."),
        (0, "Elle n’est pas seulement utile, elle est première."),
        (0, "She is not only a leader."),
        (0, "Il a pas mal d’heures de vol."),
        (0, "Il y a souvent un pas, et c'est sans doute le premier pas."),
        (0, "Il part avant qu'il ne soit tard."),
        (0, "Qualité n° 2, rule No. 2"),
    ],
)
def test_negations(count: int, text: str) -> None:
    assert len(negations(text)) == count
