"""Metadata that a person declared in YAML: front matter, or a sidecar beside the file."""

import re
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from corpus.answered import DeclaredQuestions
from corpus.article import BasedOn, Kind
from corpus.dates import iso_date
from corpus.loaded import Metadata, names, one_line
from corpus.topics import Topic
from corpus.wording import KnownError, Wording

SIDECAR_SUFFIX = ".meta.yaml"
_Names = TypeVar("_Names", bound=StrEnum)


def declared_metadata(fields: Mapping[str, object]) -> Metadata:
    """Read what the fields of `Metadata` are named; author, lang and topic do as well.

    Raises KnownError for a value that cannot be understood: the person meant it. Fields that
    cxlit does not know are ignored.
    """
    authors = fields.get("authors") or fields.get("author") or ()
    topics = fields.get("topics") or fields.get("topic") or ()
    return Metadata(
        title=one_line(fields.get("title")),
        original_title=one_line(fields.get("original_title")),
        authors=names(_several(authors, ";")),
        publisher=one_line(fields.get("publisher")),
        date=read_date(fields.get("date")),
        language=one_line(fields.get("language") or fields.get("lang"))[:2].lower(),
        url=one_line(fields.get("url")),
        kind=read_kind(fields.get("kind")),
        topics=tuple(dict.fromkeys(read_topic(topic) for topic in _several(topics, ","))),
        based_on=_one_of(BasedOn, fields.get("based_on"), Wording("based_on", "based_on")),
        note_date=read_date(fields.get("note_date")),
        questions=_questions(fields.get("questions")),
    )


def is_sidecar(name: str) -> bool:
    """Whether a file of this name tells about another file."""
    return name.lower().endswith(SIDECAR_SUFFIX)


def read_sidecar(path: Path) -> Metadata:
    """Return what `NAME.meta.yaml` beside the file `path` declares, nothing when there is none.

    NAME is the file's name with or without its extension. Raises KnownError when the
    sidecar cannot be read or understood.
    """
    for name in (path.name, path.stem):
        sidecar = path.with_name(name + SIDECAR_SUFFIX)
        if sidecar.is_file():
            return _parsed_sidecar(sidecar)
    return Metadata()


def _parsed_sidecar(sidecar: Path) -> Metadata:
    import yaml

    try:
        fields = yaml.safe_load(sidecar.read_text(encoding="utf-8-sig")) or {}
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise _unusable(sidecar) from error
    if not isinstance(fields, dict):
        raise _unusable(sidecar)
    return declared_metadata({str(key).lower(): value for key, value in fields.items()})


def _unusable(sidecar: Path) -> KnownError:
    return KnownError(
        en=f"{sidecar.name} is not readable as “key: value” lines in YAML (UTF-8). Mend it or "
        "remove it.",
        fr=f"{sidecar.name} ne se lit pas comme des lignes « clé: valeur » en YAML (UTF-8). "
        "Corrigez-le ou supprimez-le.",
    )


def read_date(value: object) -> str:
    """The date in ISO 8601, as precise as given. Raises KnownError when it is none."""
    text = one_line(value)
    date = iso_date(text)
    if text and not date:
        raise KnownError(
            en=f"The date “{text}” is not understood. Write it as 2016-06-02, 2016-06 or 2016.",
            fr=f"La date « {text} » n’est pas comprise. Écrivez-la 2016-06-02, 2016-06 ou 2016.",
        )
    return date


def read_language(value: object) -> str:
    """The two letters of a language. Raises KnownError when it is none."""
    code = one_line(value).lower()
    if code and not re.fullmatch("[a-z]{2}", code):
        raise KnownError(
            en=f"The language “{code}” is not understood. Write its two letters: fr, en, de …",
            fr=f"La langue « {code} » n’est pas comprise. Écrivez ses deux lettres : fr, en, de …",
        )
    return code


def read_kind(value: object) -> Kind | None:
    """The kind of that name. Raises KnownError when there is none."""
    return _one_of(Kind, value, Wording(en="kind", fr="genre"))


def read_topic(value: object) -> Topic:
    """The topic of that name. Raises KnownError when there is none."""
    topic = _one_of(Topic, value, Wording(en="topic", fr="thème"))
    if topic is None:
        raise KnownError(
            en="A topic is empty. Write its name, or leave the line out.",
            fr="Un thème est vide. Écrivez son nom, ou retirez la ligne.",
        )
    return topic


def _one_of(known: type[_Names], value: object, what: Wording) -> _Names | None:
    text = one_line(value).lower()
    if not text:
        return None
    try:
        return known(text)
    except ValueError as error:
        names_ = ", ".join(known)
        raise KnownError(
            en=f"The {what.en} “{text}” is not known. Use one of: {names_}.",
            fr=f"Valeur inconnue pour « {what.fr} » : « {text} ». Utilisez l’une de celles-ci : "
            f"{names_}.",
        ) from error


def _several(value: object, separator: str) -> list[object]:
    if isinstance(value, list | tuple):
        return list(value)
    return [part for part in str(value or "").split(separator) if part.strip()]


def _questions(value: object) -> tuple[DeclaredQuestions, ...]:
    entries = value or []
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise _unusable_questions()
    found = []
    for entry in entries:
        asked = [
            (str(language), one_line(question))
            for language, questions in entry.items()
            if language != "at"
            for question in (questions if isinstance(questions, list) else [questions])
        ]
        if not entry.get("at"):
            raise _unusable_questions()
        found.append(DeclaredQuestions(one_line(entry["at"]), tuple(asked)))
    return tuple(found)


def _unusable_questions() -> KnownError:
    return KnownError(
        en="“questions” in the front matter is not understood. Write a list of entries, each with "
        "“at” (the opening words of a paragraph) and the questions under “fr” or “en”.",
        fr="« questions » dans l’en-tête n’est pas compris. Écrivez une liste d’entrées, chacune "
        "avec « at » (les premiers mots d’un paragraphe) et les questions sous « fr » ou « en ».",
    )
