"""PDF documents, parsed by pypdf in a child process with limits on memory and time."""

import json
import re
import subprocess
import sys
from typing import Any

from corpus.loaded import Loaded, Metadata, names, one_line
from corpus.loaders.pdf_child import ENCRYPTED
from corpus.loaders.pdf_pages import joined_pages
from corpus.wording import KnownError

_WALL_SECONDS = 30  # more than the child's CPU limit: a busy machine is no reason to refuse

# Titles that programs write, not people: "Microsoft Word - draft3.docx", "untitled", "x.indd".
_NO_TITLE = re.compile(r"microsoft \w+ - |untitled|sans titre|.*\.\w{2,5}$", re.I)


def load(data: bytes) -> Loaded:
    """Read the text and properties of a PDF.

    Raises KnownError for an encrypted or damaged PDF, for one without text (a scan), and for
    one that takes too long or too much memory. The property "created" is when the file was
    exported: it is not taken for the date of publication.
    """
    answer = _parsed_in_child(data)
    if "error" in answer:
        raise _encrypted() if answer["error"] == ENCRYPTED else _damaged()
    text = joined_pages([str(page) for page in answer["pages"]])
    if not text.strip():
        raise KnownError(
            en="The PDF has no text, only pictures of pages (a scan). Run text recognition "
            "(OCR) on it and add the result.",
            fr="Le PDF ne contient pas de texte, seulement des images de pages (un scan). "
            "Passez-le à la reconnaissance de caractères (OCR) et ajoutez le résultat.",
        )
    title = one_line(answer["title"])
    return Loaded(
        text,
        Metadata(
            title="" if _NO_TITLE.match(title) else title,
            authors=names(re.split(r"[;,]", one_line(answer["author"]))),
        ),
    )


def _parsed_in_child(data: bytes) -> dict[str, Any]:
    try:
        child = subprocess.run(
            # -P: a "pypdf.py" in the current folder must not be what is imported
            [sys.executable, "-P", "-m", "corpus.loaders.pdf_child"],
            input=data,
            capture_output=True,
            timeout=_WALL_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise _too_costly() from error
    if child.returncode != 0:
        raise _too_costly()  # killed at a limit: everything else is answered
    answer: dict[str, Any] = json.loads(child.stdout)
    return answer


def _encrypted() -> KnownError:
    return KnownError(
        en="The PDF is encrypted with a password. Save a copy without password and add that.",
        fr="Le PDF est protégé par un mot de passe. Enregistrez-en une copie sans mot de passe "
        "et ajoutez-la.",
    )


def _damaged() -> KnownError:
    return KnownError(
        en="The PDF is damaged or incomplete. Download it again, or open it in a reader and "
        "print it to a new PDF.",
        fr="Le PDF est endommagé ou incomplet. Téléchargez-le de nouveau, ou ouvrez-le dans un "
        "lecteur et imprimez-le vers un nouveau PDF.",
    )


def _too_costly() -> KnownError:
    return KnownError(
        en="Reading the PDF takes too much time or memory; it may be malformed. Print it to a "
        "new PDF, or export its text.",
        fr="La lecture du PDF demande trop de temps ou de mémoire ; il est peut-être mal formé. "
        "Imprimez-le vers un nouveau PDF, ou exportez son texte.",
    )
