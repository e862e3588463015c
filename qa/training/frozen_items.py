"""An item as a document of JSON, as the store keeps it, and back."""

from pydantic import TypeAdapter, ValidationError

from corpus.training.item_store import KeptItem
from corpus.wording import KnownError
from qa.training.item import Item

_ITEM = TypeAdapter(Item)


def frozen_item(item: Item) -> KeptItem:
    return KeptItem(item.id, item.card, _ITEM.dump_python(item, mode="json", exclude={"card"}))


def thawed_item(kept: KeptItem) -> Item:
    """Raises KnownError for a document that this version cannot read."""
    try:
        return _ITEM.validate_python({**kept.document, "card": kept.card})
    except ValidationError as error:
        raise KnownError(
            en=f"The quiz item {kept.id} was kept by another version of cxlit and cannot be read. "
            "Update cxlit.",
            fr=f"La question {kept.id} a été gardée par une autre version de cxlit et ne se lit "
            "pas. Mettez cxlit à jour.",
        ) from error
