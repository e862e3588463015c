"""A library to learn from that is made of hostile texts, and items over it, between them of all."""

from corpus.article import Article, Record
from corpus.clock import now
from corpus.topics import Topic
from corpus.training.item_store import ItemStore
from corpus.wording import Wording
from qa.training.frozen_items import frozen_item
from qa.training.item import Item, ItemKind
from tests.fake_desk import ENGLISH
from tests.hostile_answers import ARTICLES, TEXTS
from tests.training_site import TrainingSite

# What is searched, cited and disputed: so that the rest is shown beside it.
_SAID = ENGLISH.text.split("\n\n")[1].strip()
_KNOWN = [name for name in Record.__slots__ if name not in {"id", "characters", "topics", "url"}]
_TOPICS = (Topic.REPORTING_LINE, Topic.CCO_ROLE)
LEARNT = [
    Article(
        **{name: getattr(article, name) for name in _KNOWN},
        text=f"{_SAID}\n\n{article.text}",
        topics=_TOPICS,
        url=f"{article.url}/{number}",  # each is a work of its own
    )
    for number, article in enumerate(ARTICLES)
]
NAMED = " ".join(TEXTS[10].split())[:60]  # a learner


def _piece(number: int, of: int) -> str:
    """One of so many pieces that have all texts between them, on one line."""
    size = -(-len(TEXTS) // of)
    return " ".join(" ".join(TEXTS[number % of * size :][:size]).split())


def _item(number: int, article: Article) -> Item:
    """All texts are in each of its fields once the numbers have gone round."""
    of = len(ARTICLES)
    why = _piece(number + 5, of)
    end = len(_SAID) + len(article.text) // 3
    return Item(
        id=f"hostile-{number}", card=f"hostile-{number}", kind=list(ItemKind)[number % 8],
        language="en", competency="measures" if number % 2 else "reporting-line",
        stem=_piece(number, of), shown=_piece(number + 1, of), key=0,
        options=tuple(_piece(number + n, of) for n in (2, 3, 4)), why=Wording(why, why),
        article_id=article.id, work=article.work, start=0, end=end, quote=article.text[:end],
        answer_start=0, answer_end=end,
    )  # fmt: skip


ITEMS = [_item(number, article) for number, article in enumerate(LEARNT)]


def hostile_training() -> TrainingSite:
    site = TrainingSite(LEARNT)
    store = ItemStore(site.database)
    kept = [frozen_item(item) for item in ITEMS]
    store.publish(kept, site.training.bank.fingerprint(), now())
    store.close()
    return site
