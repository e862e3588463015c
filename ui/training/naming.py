"""The name of a worksheet's file."""

import re

from corpus.characters import folded
from corpus.wording import InterfaceLanguage
from qa.training.competency import Competency
from ui.training import words


def worksheet_name(competency: Competency, language: InterfaceLanguage) -> str:
    """After the competency, in plain letters, as every file system takes them."""
    kind = words.FILE.in_language(language)
    slug = "-".join(re.findall(r"[a-z0-9]+", folded(competency.name.in_language(language))))
    return f"{kind}-{slug or 'cxlit'}.docx"
