"""Quiz items over the two articles of the training site, put straight into its bank."""

from corpus.article import Article
from corpus.clock import now
from corpus.training.item_store import ItemStore
from qa.training.frozen_items import frozen_item
from qa.training.item import Item, ItemKind
from tests.fake_desk import ENGLISH, FRENCH
from tests.training_site import TrainingSite


def quoting(
    article: Article,
    quote: str,
    right: str,
    *others: str,
    stem: str,
    id_: str = "",
    card: str = "",
    kind: ItemKind = ItemKind.CLOZE,
    competency: str = "reporting-line",
    shown: str = "",
) -> Item:
    """An item on these words of the article; the right option comes first."""
    start = article.text.index(quote)
    id_ = id_ or f"item-{quote[:12]}"
    return Item(
        id=id_,
        card=card or id_,
        kind=kind,
        language=article.language,
        competency=competency,
        stem=stem,
        shown=shown,
        options=(right, *others),
        key=0,
        article_id=article.id,
        work=article.work,
        start=start,
        end=start + len(quote),
        quote=quote,
        answer_start=start,
        answer_end=start + len(quote),
    )


CONFLICTS = quoting(
    ENGLISH,
    "A chief customer officer who reports to the chief executive can settle conflicts.",
    "the chief executive",
    "the chief financial officer",
    "the head of sales",
    id_="conflicts",
    card="twins",
    stem="To whom does a chief customer officer who can settle conflicts report?",
)
MEASURES = quoting(
    ENGLISH,
    "One who reports to marketing measures, and rarely decides.",
    "rarely",
    "always",
    "monthly",
    id_="measures",
    stem="How often does a chief customer officer in marketing decide?",
    shown="One who reports to marketing measures, and ____ decides.",
    competency="measures",
)
FOUR_OF_TEN = quoting(
    FRENCH,
    "Quatre sur dix dépendent de la direction générale, les autres d’une fonction.",
    "Quatre sur dix",
    "Deux sur dix",
    "Neuf sur dix",
    id_="quatre",
    card="twins",
    kind=ItemKind.FIGURE,
    stem="Quelle part des directeurs de l’expérience client dépend de la direction générale\u00a0?",
)
BUDGET = quoting(
    FRENCH,
    "il tient un budget qui dépasse une seule fonction.",
    "une seule fonction",
    "un seul exercice",
    "un seul pays",
    id_="budget",
    stem="Que dépasse le budget que tient le directeur de l’expérience client\u00a0?",
    competency="measures",
)
ALL = (CONFLICTS, MEASURES, FOUR_OF_TEN, BUDGET)


def shelve(site: TrainingSite, *items: Item) -> None:
    """These are what the library gives, as if they had been made of it."""
    store = ItemStore(site.database)
    store.publish([frozen_item(each) for each in items], site.training.bank.fingerprint(), now())
    store.close()
