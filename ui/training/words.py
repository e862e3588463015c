"""What a worksheet says by itself."""

from corpus.wording import Wording

KIND_OF_DOCUMENT = Wording("Worksheet", "Fiche de travail")
COMPETENCY = Wording("Competency: {name}", "Compétence\u00a0: {name}")
MINUTES = Wording("About {n} minutes", "Environ {n}\u00a0minutes")
STANDS_ON = Wording("What the literature says", "Ce que dit la littérature")
IN_NOTES = Wording(
    "Each quote was copied character for character; its note names the source and the place.",
    "Chaque citation est reprise caractère pour caractère\u00a0; sa note nomme la source et "
    "l’endroit du texte.",
)
FILE = Wording("worksheet", "fiche")
