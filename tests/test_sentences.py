"""Sentence boundaries, with offsets that cut the text exactly there."""

import pytest

from index.sentences import split_sentences


@pytest.mark.parametrize("language", ["fr", "en", "", "xx"])
@pytest.mark.parametrize(
    "sentences",
    [
        ["Il pleut.", "Le quai est vide.", "Rien ne bouge !"],
        ["Été 😀 à Lyon.", "Le café ferme."],  # offsets count characters, not bytes
        ["M. Dupont et Mme Roux attendent.", "Le Dr. Pons arrive."],
        ["Voir p. 12 et chap. 3 du guide.", "Puis conclure."],
        ["A. B. Smith left the room.", "He came back."],
        ["Le prix est de 3.50 euros.", "C'est peu."],
        ["Elle dit : « Oui. »", "Puis elle part."],
        ["He said “no.”", "Then he left."],
        ["Il hésite… et revient.", "Enfin !"],
        ["Le n° 3 gagne.", "Qui l'eût cru ?"],
        ["Une phrase sans point"],
    ],
)
def test_boundaries(sentences: list[str], language: str) -> None:
    text = "  " + "  ".join(sentences) + "\n"
    assert [text[start:end] for start, end in split_sentences(text, language)] == sentences


@pytest.mark.parametrize("text", ["", "   \n ", "\u00a0"])
def test_no_sentence_without_a_word(text: str) -> None:
    assert split_sentences(text, "fr") == []
