"""The thesaurus: what is called what, in both languages, and the consistency of its data."""

import tomllib
from collections import defaultdict
from pathlib import Path

import pytest

from index.thesaurus import LANGUAGES, Concept, Thesaurus, cx_thesaurus
from index.thesaurus.reading import themes
from index.thesaurus.wording import wording_of

CCO = Concept(
    "cco",
    {"en": ("chief customer officer",), "fr": ("directeur de l'expérience client",)},
    acronyms=("CCO",),
)
CUSTOMER = Concept("customer", {"en": ("customer",), "fr": ("client", "usager")})
REPORT = Concept(
    "reporting-line",
    {"en": ("report to",), "fr": ("rattaché à",)},
    ambiguous={"en": ("report",), "fr": ("dépendre",)},
    related=("cco",),
)
EFFORT = Concept("effort", {"en": ("customer effort",), "fr": ("effort client",)}, ("CES",))
GOVERNANCE = Concept("governance", {"en": ("governance",), "fr": ("gouvernance",)})
STATE = Concept("government", {"en": ("government",), "fr": ("gouvernement",)})
SMALL = Thesaurus((CUSTOMER, CCO, REPORT, EFFORT, GOVERNANCE, STATE))


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Who should the CCO report to?", "en", [CCO, REPORT]),
        ("Chief customer officers report to customers", "en", [CCO, REPORT, CUSTOMER]),
        ("À qui le directeur de l’expérience client est-il rattaché à ?", "fr", [CCO, REPORT]),
        ("directeur expérience clients", "fr", [CCO]),  # function words may be missing
        ("L'usager et le client, le client et l'usager", "fr", [CUSTOMER]),
        ("A chief without officers", "en", []),
        ("What does the report say of customers?", "en", [CUSTOMER]),  # a report, not to somebody
        ("To whom does a CCO report?", "en", [CCO, REPORT]),  # beside a neighbour it is plain
        ("Tout peut dépendre du client", "fr", [CUSTOMER]),
        ("De quoi doit dépendre le CCO ?", "fr", [REPORT, CCO]),
        ("Mesurer le CES", "fr", [EFFORT]),
        ("ces mesures", "fr", []),  # "these"
        ("les cco et leurs CCOs", "fr", [CCO]),
        ("What CES means", "en", [EFFORT]),
        ("CES", "fr", [EFFORT]),
        ("QUE FAIRE DE CES MESURES", "fr", []),  # capitals say nothing here
        ("governments", "en", [STATE]),  # both have the stem "govern"
        ("Good governance", "en", [GOVERNANCE]),
        ("Le CCO", "es", [CCO]),  # an acronym is the same in any language
        ("el cliente", "es", []),
        ("", "fr", []),
    ],
)
def test_concepts_are_found_in_order(text: str, language: str, expected: list[Concept]) -> None:
    assert SMALL.concepts_in(text, language) == expected


def test_mentions_say_which_words_name_a_concept() -> None:
    mentions = SMALL.mentions_in("Le directeur de l'expérience client et ses clients", "fr")
    assert [(m.concept.id, m.start, m.end) for m in mentions] == [
        ("cco", 1, 5),  # Le [directeur de expérience client] et ses [clients]
        ("customer", 7, 8),
    ]


def test_the_preferred_label_is_the_first_term() -> None:
    assert CUSTOMER.label("fr") == "client"
    assert CUSTOMER.label("en") == "customer"
    assert CUSTOMER.label("es") == "customer"


def test_names_give_what_is_usual_first_and_what_is_ambiguous_last() -> None:
    assert CCO.names("en") == ("chief customer officer", "CCO")
    assert REPORT.names("fr") == ("rattaché à", "dépendre")
    assert REPORT.names("es") == ()


def test_forms_are_stems_without_function_words() -> None:
    assert SMALL.forms(CCO, "fr") == (("directeur", "experient", "client"), ("cco",))


def test_a_stem_alone_does_not_show_a_name_that_function_words_make() -> None:
    waiting = Concept("waiting", {"en": ("waiting time", "on hold"), "fr": ("attente",)})
    assert Thesaurus((waiting,)).forms(waiting, "en") == (("wait", "time"),)
    assert SMALL.forms(REPORT, "en") == (("report",),)  # nothing shows it better


def test_narrower_is_the_other_way_of_broader() -> None:
    officer = Concept("officer", {"en": ("officer",), "fr": ("dirigeant",)})
    finance = Concept("cfo", {"en": ("CFO",), "fr": ("DAF",)}, broader=("officer",))
    both = Thesaurus((officer, finance))
    assert both.narrower(officer) == [finance]
    assert both.narrower(finance) == []


@pytest.fixture(scope="module")
def shipped() -> Thesaurus:
    return cx_thesaurus()


def test_ids_are_unique_over_all_themes(shipped: Thesaurus) -> None:
    ids = [concept.id for concept in shipped.concepts]
    assert sorted(set(ids)) == sorted(ids)


@pytest.mark.parametrize("path", themes(), ids=lambda path: path.stem)
def test_themes_are_sorted_and_say_nothing_unknown(path: Path) -> None:
    entries = tomllib.loads(path.read_text(encoding="utf-8"))
    assert list(entries) == sorted(entries)
    known = {"en", "fr", "acronyms", "ambiguous", "broader", "related", "note"}
    for id_, entry in entries.items():
        assert entry.keys() <= known, id_
        assert set(entry.get("note", LANGUAGES)) == set(LANGUAGES), id_
        assert set(entry.get("ambiguous", LANGUAGES)) <= set(LANGUAGES), id_


def test_every_concept_has_terms_in_both_languages(shipped: Thesaurus) -> None:
    for concept in shipped.concepts:
        assert all(concept.terms[language] for language in LANGUAGES), concept.id


def test_neighbours_exist_and_broader_has_no_cycle(shipped: Thesaurus) -> None:
    by_id = {concept.id: concept for concept in shipped.concepts}
    for concept in shipped.concepts:
        assert {*concept.broader, *concept.related} <= by_id.keys() - {concept.id}, concept.id
        above, seen = list(concept.broader), set[str]()
        while above:
            id_ = above.pop()
            assert id_ != concept.id, f"{id_} is broader than itself"
            if id_ not in seen:
                seen.add(id_)
                above += by_id[id_].broader


def test_what_is_ambiguous_has_a_neighbour_to_settle_it(shipped: Thesaurus) -> None:
    named = {id_ for c in shipped.concepts for id_ in (*c.related, *c.broader)}
    for concept in shipped.concepts:
        if concept.ambiguous:
            assert concept.related or concept.broader or concept.id in named, concept.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_term_belongs_to_one_concept_unless_it_is_ambiguous(
    shipped: Thesaurus, language: str
) -> None:
    owners: dict[object, set[str]] = defaultdict(set)
    doubtful: dict[object, set[str]] = defaultdict(set)
    for concept in shipped.concepts:
        ambiguous = concept.ambiguous.get(language, ())
        for names, where in ((concept.terms[language], owners), (ambiguous, doubtful)):
            for name in names:
                wording = wording_of(name, language)
                where[wording.pattern, wording.between(0, len(wording.keys))].add(concept.id)
    assert {term: ids for term, ids in owners.items() if len(ids) > 1} == {}
    assert owners.keys() & doubtful.keys() == set()


def test_an_acronym_belongs_to_one_concept(shipped: Thesaurus) -> None:
    acronyms = [a.casefold() for concept in shipped.concepts for a in concept.acronyms]
    assert sorted(set(acronyms)) == sorted(acronyms)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_term_names_its_concept(shipped: Thesaurus, language: str) -> None:
    for concept in shipped.concepts:
        for name in concept.terms[language]:
            assert shipped.concepts_in(name, language) == [concept], name


@pytest.mark.parametrize(
    ("text", "language", "labels"),
    [
        ("Who should the CCO report to?", "en", ["chief customer officer", "reporting to"]),
        (
            "De qui dépend le CXO ?",
            "fr",
            ["rattachement hiérarchique", "directeur de l'expérience client"],
        ),
        ("Le roi de la satisfaction", "fr", ["satisfaction"]),
        ("What ROI for NPS?", "en", ["return on investment", "net promoter score"]),
        ("Quel rôle pour le Codir ?", "fr", ["rôle", "comité de direction"]),
        ("Il dit un mot", "fr", []),
    ],
)
def test_what_questions_name(
    shipped: Thesaurus, text: str, language: str, labels: list[str]
) -> None:
    assert [c.label(language) for c in shipped.concepts_in(text, language)] == labels


def test_the_shipped_thesaurus_is_read_once() -> None:
    assert cx_thesaurus() is cx_thesaurus()
