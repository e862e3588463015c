"""Articles of our own invention that disagree on who a CCO reports to."""

from corpus.article import Article, Kind

LIGHTHOUSE = Article(
    title="The lighthouse company",
    text="The chief customer officer reports directly to the chief executive. "
    "The lamp is cleaned every Monday by two keepers.",
    authors=("Orla Beam",),
    publisher="Harbour Review",
    date="2014-05",
    language="en",
    kind=Kind.OPINION,
    source="lighthouse.md",
)
SECOND_LAMP = Article(
    title="The second lamp",
    text="A chief customer officer should report to the CEO, for lamps need oil. "
    "Each keeper counts the ships that thank him.",
    authors=("Orla Beam", "Finn Wick"),
    publisher="Coast Letters",
    date="2016",
    language="en",
    kind=Kind.OPINION,
    source="lamp.md",
)
TRAMWAY = Article(
    title="Le tramway bleu",
    text="Le directeur de l'expérience client dépend de la direction générale. "
    "Les rames sont lavées la nuit.",
    publisher="La Voie",
    date="2019-03-01",
    language="fr",
    kind=Kind.STUDY,
    source="tramway.md",
)
MARKET = Article(
    title="Le marché couvert",
    text="Le directeur de l'expérience client est rattaché à la direction marketing. "
    "Le responsable du service client, lui, dépend du directeur de l'expérience client. "
    "Le rattachement du directeur de l'expérience client fait sourire les poissonniers.",
    authors=("Basile Étal",),
    date="2021",
    language="fr",
    kind=Kind.VENDOR,
    source="marche.md",
)
LANTERN = Article(
    title="La lanterne",
    text="Le rattachement du directeur de l'expérience client amuse encore les gardiens du phare.",
    authors=("Maël Quinquet",),
    language="fr",
    source="lanterne.md",
)
DISAGREEING = (LIGHTHOUSE, SECOND_LAMP, TRAMWAY, MARKET)
