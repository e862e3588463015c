"""Bibliographies in the formats of reference managers.

BibTeX and RIS are written by libraries made for them; CSL-JSON is JSON by definition. What the
three have in common, a web page that a firm or a person published, is said in each as Zotero and
BibLaTeX read it.
"""

import json
from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from corpus.article import Kind
from corpus.exchange.person_names import Name
from corpus.exchange.works import Work


class BibliographyFormat(StrEnum):
    """Every one of them can be imported by Zotero, Mendeley, EndNote or JabRef."""

    BIBTEX = "bibtex"
    RIS = "ris"
    CSL_JSON = "csl-json"


def bibliography(works: Iterable[Work], form: BibliographyFormat) -> str:
    """The works in that format, in their order."""
    writers = {
        BibliographyFormat.BIBTEX: _bibtex,
        BibliographyFormat.RIS: _ris,
        BibliographyFormat.CSL_JSON: _csl_json,
    }
    return writers[form](list(works))


# BibTeX ----------------------------------------------------------------------------------------

# Braces count for BibTeX even after a backslash: only commands keep them balanced.
_LATEX = str.maketrans(
    {
        "\\": r"{\textbackslash}",
        "{": r"{\textbraceleft}",
        "}": r"{\textbraceright}",
        "~": r"{\textasciitilde}",
        "^": r"{\textasciicircum}",
        **{character: f"\\{character}" for character in "&%$#_"},
    }
)
_IN_URL = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"})  # else as it is


def _bibtex(works: list[Work]) -> str:
    from bibtexparser.entrypoint import write_string
    from bibtexparser.library import Library
    from bibtexparser.middlewares.parsestack import default_unparse_stack
    from bibtexparser.model import Block, Entry, Field

    entries: list[Block] = []
    for work in works:
        report = work.kind is Kind.STUDY
        fields = {
            # In double braces, so that no style writes proper names and acronyms in lower case.
            "title": f"{{{_latex(work.title)}}}",
            "author": " and ".join(map(_bibtex_name, work.authors)),
            "institution": _latex(work.publisher) if report else "",
            # BibTeX prints `howpublished` of a web page, reference managers read `publisher`.
            "publisher": "" if report else _latex(work.publisher),
            "howpublished": "" if report else _latex(work.publisher),
            "year": work.date[:4],
            "date": work.date if len(work.date) > 4 else "",  # BibLaTeX
            "url": work.url.translate(_IN_URL),
            "language": work.language,
            "keywords": ", ".join(work.topics),
        }
        written = [Field(name, value) for name, value in fields.items() if value.strip("{}")]
        entries.append(Entry("techreport" if report else "misc", work.key, written))
    # In place, for the entries are ours: the copies that are the default take seconds.
    return str(write_string(Library(entries), default_unparse_stack(True)))


def _bibtex_name(name: Name) -> str:
    if name.organisation:
        return f"{{{_latex(name.last)}}}"
    last = f"{_latex(name.particle)} {_latex(name.last)}".strip()
    parts = [last, _latex(name.suffix), _latex(name.first)]
    return ", ".join(part for part in parts if part)


def _latex(text: str) -> str:
    return text.translate(_LATEX)


# RIS -------------------------------------------------------------------------------------------


def _ris(works: list[Work]) -> str:
    import rispy

    class Writer(rispy.RisWriter):  # type: ignore[misc]
        def set_header(self, count: int) -> str:
            return ""  # by default a number, which is no RIS

    return str(rispy.dumps([_ris_entry(work) for work in works], implementation=Writer))


def _ris_entry(work: Work) -> dict[str, Any]:
    report = work.kind is Kind.STUDY
    entry = {
        "type_of_reference": "RPRT" if report else "ELEC",
        "id": work.key,
        "authors": [_ris_name(name) for name in work.authors],
        "title": work.title,
        "secondary_title": "" if report else work.publisher,
        "publisher": work.publisher,
        "year": work.date[:4],
        # YYYY/MM/DD/other, where parts may be empty but their slashes stay.
        "date": "/".join([*work.date.split("-"), "", "", ""][:4]) if work.date else "",
        "language": work.language,
        "urls": [work.url] if work.url else [],
        "keywords": [str(topic) for topic in work.topics],
    }
    return {name: value for name, value in entry.items() if value}


def _ris_name(name: Name) -> str:
    """Last, First, Suffix; a particle belongs to the last name."""
    last = f"{name.particle} {name.last}".strip()
    return ", ".join(part for part in (last, name.first, name.suffix) if part)


# CSL-JSON --------------------------------------------------------------------------------------

_CSL_TYPES = {Kind.STUDY: "report", Kind.INTERVIEW: "interview"}


def _csl_json(works: list[Work]) -> str:
    return json.dumps([_csl_item(work) for work in works], ensure_ascii=False, indent=2) + "\n"


def _csl_item(work: Work) -> dict[str, Any]:
    report = work.kind is Kind.STUDY
    kind = _CSL_TYPES.get(work.kind, "webpage") if work.kind else "webpage"
    item = {
        "id": work.key,
        "type": kind,
        "title": work.title,
        "author": [_csl_name(name) for name in work.authors],
        "publisher": work.publisher if report else "",
        "container-title": "" if report else work.publisher,  # the site
        "issued": {"date-parts": [[int(part) for part in work.date.split("-")]]}
        if work.date
        else None,
        "URL": work.url,
        "language": work.language,
        "keyword": ", ".join(work.topics),
    }
    return {name: value for name, value in item.items() if value}


def _csl_name(name: Name) -> dict[str, str]:
    if name.organisation:
        return {"literal": name.last}
    parts = {
        "family": name.last,
        "given": name.first,
        "non-dropping-particle": name.particle,
        "suffix": name.suffix,
    }
    return {part: value for part, value in parts.items() if value}
