"""Names of authors, taken apart as reference managers want them."""

from dataclasses import dataclass

from corpus.characters import folded

# Particles that their bearers write with a capital: BibTeX would take them for first names.
_PARTICLES = """
da dal de del della den der des di do dos du el la le les lo mac st ten ter van von
"""
_CAPITAL_PARTICLES = frozenset(_PARTICLES.split())
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
# Words that are in names of organisations and not in names of people.
_TELLING = """
& academie academy agence agency alliance association associates bureau cabinet center centre
chaire club college comite committee company conseil consulting corporation council customer
department direction ecole editorial equipe federation foundation fondation group groupe inc
insights institut institute laboratory lab labs llc ltd magazine ministere ministry network
observatoire office organisation organization partners redaction research sa sas school service
services societe society staff syndicat team universite university
"""
_ORGANISATIONS = frozenset(_TELLING.split())
_SEVERAL = frozenset(("and", "et"))  # people in one name; a bare "and" parts names in BibTeX
_ARTICLES = frozenset(("la", "les", "the"))  # "Le" is a first name, too


@dataclass(frozen=True, slots=True)
class Name:
    """An author's name. An organisation has nothing but a `last` name, and stays whole."""

    last: str
    first: str = ""
    particle: str = ""  # "van den", "de": before the last name, and not what it is sorted by
    suffix: str = ""  # "Jr."
    organisation: bool = False


def parsed_name(name: str, publisher: str = "") -> Name:
    """A name as a byline has it; a comma stands between last and first name.

    One word alone, the `publisher` and what sounds like an organisation stay whole; so do
    what begins with an article ("La Voix du Client") and several people in one name.
    """
    plain = " ".join(name.translate(_NO_MARKUP).split())
    words = folded(plain).replace(",", " ").split()
    whole = len(words) < 2 or folded(plain) == folded(publisher) or words[0] in _ARTICLES
    if whole or (_ORGANISATIONS | _SEVERAL) & set(words):
        return Name(plain, organisation=True)
    plain, suffix = _without_suffix(plain)
    return _parsed(plain, suffix)


_NO_MARKUP = str.maketrans(dict.fromkeys("{}\\~", " "))  # BibTeX's own, and no part of a name


def _without_suffix(name: str) -> tuple[str, str]:
    rest, _, end = name.rpartition(" ")
    if folded(end).strip(".") in _SUFFIXES and " " in rest.strip(", "):
        return rest.rstrip(", "), end
    return name, ""


def _parsed(name: str, suffix: str) -> Name:
    from bibtexparser.middlewares.names import parse_single_name_into_parts

    parts = parse_single_name_into_parts(name, strict=False)
    first, last = list(parts.first), list(parts.last)
    while len(first) > 1 and "," not in name and folded(first[-1]) in _CAPITAL_PARTICLES:
        last.insert(0, first.pop())
    return Name(
        last=" ".join(last),
        first=" ".join(first),
        particle=" ".join(parts.von),
        suffix=suffix or " ".join(parts.jr),
    )
