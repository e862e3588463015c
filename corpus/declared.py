"""Metadata that a person declared in YAML: front matter, or a sidecar beside the file."""

from collections.abc import Mapping
from pathlib import Path

from corpus.article import Kind
from corpus.dates import iso_date
from corpus.loaded import Metadata, names, one_line
from corpus.wording import KnownError

SIDECAR_SUFFIX = ".meta.yaml"


def declared_metadata(fields: Mapping[str, object]) -> Metadata:
    """Read title, author(s), publisher, date, language (lang), url and kind; ignore the rest.

    Raises KnownError for a date or a kind that cannot be understood: the person meant it.
    """
    authors = fields.get("authors") or fields.get("author") or ()
    return Metadata(
        title=one_line(fields.get("title")),
        authors=names(authors if isinstance(authors, list | tuple) else str(authors).split(";")),
        publisher=one_line(fields.get("publisher")),
        date=_date(fields.get("date")),
        language=one_line(fields.get("language") or fields.get("lang"))[:2].lower(),
        url=one_line(fields.get("url")),
        kind=_kind(fields.get("kind")),
    )


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
        fr=f"{sidecar.name} ne se lit pas comme des lignes « clé: valeur » en YAML (UTF-8). "
        "Corrigez-le ou supprimez-le.",
    )


def _date(value: object) -> str:
    text = one_line(value)
    date = iso_date(text)
    if text and not date:
        raise KnownError(
            en=f"The date “{text}” is not understood. Write it as 2016-06-02, 2016-06 or 2016.",
            fr=f"La date « {text} » n'est pas comprise. Écrivez-la 2016-06-02, 2016-06 ou 2016.",
        )
    return date


def _kind(value: object) -> Kind | None:
    text = one_line(value).lower()
    if not text:
        return None
    try:
        return Kind(text)
    except ValueError as error:
        known = ", ".join(Kind)
        raise KnownError(
            en=f"The kind “{text}” is not known. Use one of: {known}.",
            fr=f"Le genre « {text} » est inconnu. Utilisez l'un de ceux-ci : {known}.",
        ) from error
