"""Articles of our own invention, in French and English, for every test that wants some."""

from dataclasses import replace
from pathlib import Path

from corpus.article import Article
from corpus.source import Source

FRENCH = (
    "La boulangerie du port note chaque réclamation dans un cahier vert.",
    "Le patron le relit tous les lundis avec les deux vendeuses.",
    "Personne ne rentre chez soi avant qu'une réponse soit écrite.",
    "Un client fâché reçoit un appel le jour même.",
    "En trois ans, le nombre de plaintes a diminué de moitié.",
    "Mme Roux, la doyenne des habituées, trouve pourtant que le pain a perdu du sel.",
    "« Le cahier ne goûte pas la mie », dit-elle en riant.",
    "Cela coûte 1,5 heure par semaine, soit 78 heures par an.",
)
ENGLISH = (
    "The ferry company counts the minutes that passengers wait on the quay.",
    "Every captain sees the figure on a board before the first crossing.",
    "Nobody is paid more when it falls, and still it falls.",
    "A mechanic answers letters about noise in person.",
    "Two thirds of the season ticket holders renew without being asked.",
    "Dr. Quill, who audits the harbour, doubts that the clock is honest.",
    "It starts late on foggy days, e.g. in November.",
    "The board of directors reads twelve letters aloud at each meeting.",
)

BAKERY = Article(
    title="Le cahier vert",
    text=" ".join(FRENCH[:4]) + "\n\n" + " ".join(FRENCH[4:]),
    authors=("Odile Marchepied", "Léon Quai"),
    publisher="La Gazette du Port",
    date="2019-03",
    language="fr",
    url="https://gazette.example/cahier",
    source="notes/cahier.md",
    locator="/notes/cahier.md",
    removed=("Abonnez-vous !",),
)
FERRY = Article(
    title="Minutes on the quay",
    text=" ".join(ENGLISH[:4]) + "\n\n" + " ".join(ENGLISH[4:]),
    date="2021-11-05",
    language="en",
    source="ferry.txt",
    locator="/ferry.txt",
)
MUSEUM = Article(
    title="Une nuit au musée",
    text="Le gardien du musée ouvre une salle de plus quand la file dépasse la grille. "
    "Les visiteurs votent pour le tableau du mois avec un jeton de bois.",
    language="fr",
    source="musee.txt",
    locator="/musee.txt",
)
LIBRARY_VAN = Article(
    title="The van that lends books",
    text="A van lends books in nine villages and asks each reader one question at the door. "
    "The driver writes the replies on the back of the loan cards.",
    language="en",
    source="van.txt",
    locator="/van.txt",
)
ALL = (BAKERY, FERRY, MUSEUM, LIBRARY_VAN)


def at(article: Article, locator: str) -> Article:
    """The same article from another place."""
    return replace(article, source=locator.removeprefix("/"), locator=locator)


def file_of(article: Article, folder: Path, name: str = "") -> Source:
    """`article` as a Markdown file of `folder`, ready to be added; an old file is replaced."""
    path = folder / (name or Path(article.source).name.replace(".txt", ".md"))
    path.write_text(
        f"---\ntitle: {article.title}\nlanguage: {article.language}\n---\n\n{article.text}\n",
        encoding="utf-8",
    )
    return Source(path.name, path, str(path))
