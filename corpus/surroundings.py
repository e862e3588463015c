"""Furniture that only its place betrays: menus around the article, what follows its end."""

import re

from corpus.blocks import Block
from corpus.characters import folded
from corpus.furniture import is_furniture
from corpus.furniture_rules import TOP_LABELS, phrases

_LINK_LENGTH = 120  # characters; titles of other articles are not longer
_MENU_WORDS = 4  # most words of a menu entry

_MENU = """
accueil|a propos|qui sommes-nous|notre equipe|nos solutions|nos services|nos offres|cas clients
tarifs|panier|mon compte|boutique|carrieres|presse|connexion|mentions legales|plan du site
home|about|about us|our team|our solutions|our services|case studies|pricing|cart|my account
shop|careers|press|login|log in|blog|contact|contact us|menu|faq|podcast|webinars
"""
_MENU_ENTRIES = phrases(_MENU)
# Words that menus and articles share: they complete a menu, they do not make one.
_SHARED = """
services service produits produit products solutions solution actualites news ressources
resources clients customers equipe team partenaires partners support evenements events
references entreprise company formations
"""
_SHARED_ENTRIES = _MENU_ENTRIES | frozenset(_SHARED.split())
_OPENS_LINKS = re.compile(
    r"(?:(?:pour )?en savoir (?:\+|plus)|articles? (?:similaires|lies|recents|associes)"
    r"|related (?:articles|posts|content)|(?:recent|popular) posts|you (?:may|might) also like"
    r"|vous aimerez aussi|a lire (?:aussi|egalement)|lire aussi|sur le meme sujet"
    r"|dans la meme categorie|further reading on this site)\W*"
)
_OPENS_COMMENTS = re.compile(
    r"(?:\(?\d+\)? )?(?:commentaires?|comments?|reponses|responses|replies)(?: \(?\d+\)?)?\W*"
    r"|(?:laisser|leave|post|ajouter|add|enregistrer) (?:un|a) (?:commentaire|comment|reply)\W*"
    r"|\d+ (?:reponses? a|thoughts? on|responses? to)\b.*"
)
_VISITOR = re.compile(
    r"(?:repondre|reply|signaler|report)\W*|.{2,60} (?:dit|a dit|a ecrit|says|said|wrote) ?:?"
    r"|(?:nom|name|e-?mail|site web|website|commentaire|comment) ?\*"
)


def surrounding_positions(blocks: list[Block]) -> set[int]:
    """Return the positions of the blocks that are menus, link lists or visitors' comments."""
    taken = _top_labels(blocks) | _menus(blocks) | _link_lists(blocks)
    return taken | _comments(blocks)


def _top_labels(blocks: list[Block]) -> set[int]:
    """The section's name, or a breadcrumb, above the title."""
    taken: set[int] = set()
    for position, block in enumerate(blocks[:-1]):
        text = folded(block.text)
        breadcrumb = len(text) <= _LINK_LENGTH and len(re.findall(r" [>›»/] ", text)) >= 1
        home = re.match(r"(?:accueil|home|blog)\b", text)
        if text.strip(" :>»›") not in TOP_LABELS and not (breadcrumb and home):
            return taken
        taken.add(position)
    return taken


def _menus(blocks: list[Block]) -> set[int]:
    """Runs of three and more very short entries at an edge, half of them such as menus have."""
    taken: set[int] = set()
    run: list[int] = []
    for position in range(len(blocks) + 1):
        if position < len(blocks) and all(map(_is_entry, blocks[position].lines)):
            run.append(position)
            continue
        # The title may follow the menu in the same run: the menu ends at its last known entry.
        known = [p for p in run if any(e in _SHARED_ENTRIES for e in _entries(blocks[p]))]
        if known and (known[0] <= 2 or known[-1] >= len(blocks) - 3):
            span = [p for p in run if known[0] <= p <= known[-1]]
            if _is_menu([entry for p in span for entry in _entries(blocks[p])]):
                taken.update(span)
        run = []
    return taken


def _is_menu(entries: list[str]) -> bool:
    certain = sum(entry in _MENU_ENTRIES for entry in entries)
    possible = sum(entry in _SHARED_ENTRIES for entry in entries)
    return len(entries) >= 3 and certain >= 2 and possible >= len(entries) / 2


def _entries(block: Block) -> list[str]:
    return [folded(line.removeprefix("- ")).strip(" :>»›+") for line in block.lines]


def _is_entry(line: str) -> bool:
    entry = line.removeprefix("- ")
    return len(entry.split()) <= _MENU_WORDS and not entry.endswith((".", "!", "?", ";", ","))


def _link_lists(blocks: list[Block]) -> set[int]:
    """A heading such as "Related articles" and the titles below it."""
    taken: set[int] = set()
    inside = False
    for position, block in enumerate(blocks):
        if _OPENS_LINKS.fullmatch(folded(block.text)):
            inside = True
        elif inside:
            inside = is_furniture(block.text) or all(_is_link(line) for line in block.lines)
        if inside:
            taken.add(position)
    return taken


def _is_link(line: str) -> bool:
    finished = line.endswith((".", "!", ";", ":")) and not line.endswith("...")
    return len(line) <= _LINK_LENGTH and not finished


def _comments(blocks: list[Block]) -> set[int]:
    """All from a comments heading on, when what follows has the marks of visitors' comments.

    Without such marks ("Reply", "Anne says:") only the heading itself is furniture: a
    section of the article may be called "Comments".
    """
    visitors = [
        position
        for position, block in enumerate(blocks)
        if any(_VISITOR.fullmatch(folded(line)) for line in block.lines)
    ]
    last_visitor = visitors[-1] if visitors else -1
    for position in range(len(blocks) // 3, last_visitor + 1):
        if _OPENS_COMMENTS.fullmatch(folded(blocks[position].text)):
            return set(range(position, len(blocks)))
    return set()
