"""Bibliographies, read back by parsers that did not write them."""

import json
from typing import Any

import pytest

from corpus.article import Kind
from corpus.exchange.bibliography import BibliographyFormat, bibliography
from corpus.exchange.person_names import Name
from corpus.exchange.works import Work
from corpus.topics import Topic

WORKS = (
    Work(
        key="bliss2016cinq",
        title="Les 5 % de clients & leurs_amis : {NPS} ~ # $ ^ \\",
        authors=(Name("Bliss", "Jeanne"), Name("Académie & Co", organisation=True)),
        publisher="Bliss & Fils",
        date="2016-06-02",
        language="fr",
        url="https://bliss.example/a_b%20c?x=1&y={2}#~z",
        kind=Kind.OPINION,
        topics=(Topic.NPS, Topic.B2B),
    ),
    Work(
        key="hemel2020study",
        title="A “study” – of Œuvres",
        authors=(
            Name("Hemel", "Carmen", "van den"),
            Name("Lo Presti", "Sébastien"),
            Name("King", "Martin Luther", suffix="Jr."),
            Name("d'Arc", "Jean"),
        ),
        publisher="Institute",
        date="2020-03",
        kind=Kind.STUDY,
    ),
    Work(key="work", title="Nothing is known", date="2021"),
)


def test_bibtex_is_read_back_by_pybtex() -> None:
    from pybtex.database import parse_string

    text = bibliography(WORKS, BibliographyFormat.BIBTEX)
    entries: Any = parse_string(text, "bibtex").entries
    assert list(entries) == ["bliss2016cinq", "hemel2020study", "work"]
    opinion, study, bare = entries.values()
    assert opinion.type == "misc"
    assert opinion.fields["title"] == (
        r"{Les 5 \% de clients \& leurs\_amis : {\textbraceleft}NPS{\textbraceright} "
        r"{\textasciitilde} \# \$ {\textasciicircum} {\textbackslash}}"
    )
    assert opinion.fields["url"] == "https://bliss.example/a_b%20c?x=1&y=%7B2%7D#~z"
    assert opinion.fields["howpublished"] == opinion.fields["publisher"] == r"Bliss \& Fils"
    assert (opinion.fields["year"], opinion.fields["date"]) == ("2016", "2016-06-02")
    assert [str(person) for person in opinion.persons["author"]] == [
        "Bliss, Jeanne",
        r"{Académie \& Co}",
    ]
    assert (study.type, study.fields["institution"]) == ("techreport", "Institute")
    assert study.fields["title"] == "{A “study” – of Œuvres}"
    van, lo, king, arc = study.persons["author"]
    assert (van.prelast_names, van.last_names, van.first_names) == (
        ["van", "den"],
        ["Hemel"],
        ["Carmen"],
    )
    assert (lo.prelast_names, lo.last_names) == ([], ["Lo", "Presti"])
    assert (king.last_names, king.lineage_names) == (["King"], ["Jr."])
    assert (arc.prelast_names, arc.last_names) == ([], ["d'Arc"])
    assert dict(bare.fields) == {"title": "{Nothing is known}", "year": "2021"}


def test_ris_has_its_lines() -> None:
    text = bibliography(WORKS, BibliographyFormat.RIS)
    assert text.splitlines() == [
        "TY  - ELEC",
        "ID  - bliss2016cinq",
        "AU  - Bliss, Jeanne",
        "AU  - Académie & Co",
        "TI  - Les 5 % de clients & leurs_amis : {NPS} ~ # $ ^ \\",
        "T2  - Bliss & Fils",
        "PB  - Bliss & Fils",
        "PY  - 2016",
        "DA  - 2016/06/02/",
        "LA  - fr",
        "UR  - https://bliss.example/a_b%20c?x=1&y={2}#~z",
        "KW  - nps",
        "KW  - b2b",
        "ER  - ",
        "",
        "TY  - RPRT",
        "ID  - hemel2020study",
        "AU  - van den Hemel, Carmen",
        "AU  - Lo Presti, Sébastien",
        "AU  - King, Martin Luther, Jr.",
        "AU  - d'Arc, Jean",
        "TI  - A “study” – of Œuvres",
        "PB  - Institute",
        "PY  - 2020",
        "DA  - 2020/03//",
        "ER  - ",
        "",
        "TY  - ELEC",
        "ID  - work",
        "TI  - Nothing is known",
        "PY  - 2021",
        "DA  - 2021///",
        "ER  - ",
    ]


@pytest.mark.filterwarnings("ignore")  # citeproc-py's own
def test_csl_json_is_formatted_by_citeproc() -> None:
    from citeproc import (
        Citation,
        CitationItem,
        CitationStylesBibliography,
        CitationStylesStyle,
        formatter,
    )
    from citeproc.source.json import CiteProcJSON

    items = json.loads(bibliography(WORKS, BibliographyFormat.CSL_JSON))
    assert items[1]["author"][0] == {
        "family": "Hemel",
        "given": "Carmen",
        "non-dropping-particle": "van den",
    }
    assert items[0]["author"][1] == {"literal": "Académie & Co"}
    assert items[2] == {
        "id": "work",
        "type": "webpage",
        "title": "Nothing is known",
        "issued": {"date-parts": [[2021]]},
    }
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    made = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
    for item in items:
        made.register(Citation([CitationItem(item["id"])]))
    written = [str(entry) for entry in made.bibliography()]
    assert written[1:] == [
        "van den Hemel, C. et al. (2020) A “study” – of Œuvres. Institute.",
        "Nothing is known (2021) Nothing is known.",
    ]
    assert written[0].startswith("Bliss, J. and Académie & Co (2016) Les 5 % de clients")
    assert written[0].endswith(f"Bliss & Fils. Available at: {WORKS[0].url}.")


@pytest.mark.parametrize("form", BibliographyFormat)
def test_no_works_make_an_empty_bibliography(form: BibliographyFormat) -> None:
    expected = "[]\n" if form is BibliographyFormat.CSL_JSON else ""
    assert bibliography([], form) == expected
