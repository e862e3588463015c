"""Reading the competency map: one readable TOML file a competency, validated.

The challenges of the conversation drill stand in a file of the same name in the folder beside it.
"""

import tomllib
from collections.abc import Collection, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from corpus.wording import KnownError
from index.thesaurus import cx_thesaurus
from qa.positions.dispute import disputes
from qa.training.competency import ASKERS, Challenge, Competency

SHIPPED = Path(__file__).parent  # with the folders `competencies` and `challenges`

_COMPETENCY = TypeAdapter(Competency)
_CHALLENGE = TypeAdapter(Challenge)


def competencies(folder: Path = SHIPPED) -> tuple[Competency, ...]:
    """Every competency, in order of phase and file name.

    Raises KnownError, with the file's name and what to mend, for what is not as it must be.
    """
    files = sorted((folder / "competencies").glob("*.toml"))
    if not files:
        raise KnownError(
            en=f"There is no competency in {folder / 'competencies'}. Put one TOML file a "
            "competency there, or delete the folder to use the shipped map.",
            fr=f"Il n’y a aucune compétence dans {folder / 'competencies'}. Placez-y un fichier "
            "TOML par compétence, ou supprimez ce dossier pour utiliser la carte fournie.",
        )
    read = [_read(path, folder / "challenges" / path.name) for path in files]
    return tuple(sorted(read, key=lambda competency: competency.phase))


def _read(path: Path, challenges: Path) -> Competency:
    """`path` is named "01_mandate.toml": a number for the order, the id."""
    id_ = path.stem.partition("_")[2] or path.stem
    said = _challenges(id_, challenges) if challenges.exists() else ()
    try:
        competency = _COMPETENCY.validate_python({**_toml(path), "id": id_, "challenges": said})
        _known("concepts", competency.concepts, {each.id for each in cx_thesaurus().concepts})
        _known("disputes", competency.disputes, {each.id for each in disputes()})
    except (OSError, ValueError) as error:
        raise _refused(path, error) from error
    return competency


def _challenges(competency: str, path: Path) -> tuple[Challenge, ...]:
    try:
        read = tuple(
            _CHALLENGE.validate_python({**entry, "id": f"{competency}/{name}"})
            for name, entry in _toml(path).items()
        )
        _known("asker", [challenge.asker for challenge in read], ASKERS)
    except (OSError, TypeError, ValueError) as error:
        raise _refused(path, error) from error
    return read


def _toml(path: Path) -> Mapping[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _known(field: str, values: Collection[str], known: Collection[str]) -> None:
    for value in values:
        if value not in known:
            near = get_close_matches(value, known, n=3, cutoff=0) or sorted(known)[:3]
            raise ValueError(f"{field}: “{value}” is none; near it are {', '.join(near)}")


def _refused(path: Path, error: Exception) -> KnownError:
    what = str(error)
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        what = f"{'.'.join(str(part) for part in first['loc'])}: {first['msg']}"
    name = f"{path.parent.name}/{path.name}"
    return KnownError(
        en=f"{name} cannot be read as a part of the competency map ({what}). Compare it with the "
        "shipped files.",
        fr=f"{name} n’est pas lisible comme élément de la carte des compétences ({what}). "
        "Comparez-le aux fichiers fournis.",
    )
