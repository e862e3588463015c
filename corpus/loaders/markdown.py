"""Markdown with optional YAML front matter."""

import re

import frontmatter
import yaml

from corpus.declared import declared_metadata
from corpus.decoding import decode_text
from corpus.loaded import Loaded
from corpus.wording import KnownError

_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(.+)$", re.M)
_UNDERLINED_HEADING = re.compile(r"^(?![-*+>#|])([^\n]{1,200})\n(?:={3,}|-{3,})[ \t]*$", re.M)
_RULE = re.compile(r"^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$", re.M)
_COMMENT = re.compile(r"<!--(?:(?!<!--).)*?-->", re.S)
_IMAGE = re.compile(r"!\[([^\[\]\n]{0,300})\]\([^()\n]{0,2000}\)")
_LINK = re.compile(r"\[([^\[\]\n]{1,300})\]\([^()\n]{0,2000}\)")
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3}|_{1,3})(?=\S)([^*_\n]{1,500}?)(?<=\S)\1(?![\w*])")
_CODE = re.compile(r"`([^`\n]{1,300})`")
_QUOTE = re.compile(r"^ {0,3}>[ \t]?", re.M)


def load(data: bytes) -> Loaded:
    """Read a Markdown file and its front matter. Raises KnownError for invalid YAML."""
    try:
        document = frontmatter.loads(decode_text(data))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 1  # lines count from 0, after the opening "---"
        raise KnownError(
            en=f"The front matter is not valid YAML (near line {line}). Mend the lines between "
            "the two “---”, or remove them.",
            fr=f"L’en-tête n’est pas du YAML valide (vers la ligne {line}). Corrigez les lignes "
            "entre les deux « --- », ou supprimez-les.",
        ) from error
    return Loaded(_light(document.content), declared_metadata(document.metadata))


def _light(markdown: str) -> str:
    """Keep headings, lists and paragraphs; what only decorates the words goes."""
    text = markdown.replace("\r\n", "\n").replace("\r", "\n")
    text = _COMMENT.sub("", text)
    text = _UNDERLINED_HEADING.sub(r"\n## \1\n", text)
    text = _HEADING.sub(lambda heading: f"\n## {heading[1].rstrip(' #')}\n", text)
    text = _RULE.sub("", text)
    text = _QUOTE.sub("", text)
    text = _IMAGE.sub(r"\1", text)
    text = _LINK.sub(r"\1", text)
    text = _CODE.sub(r"\1", text)
    return _EMPHASIS.sub(r"\2", _EMPHASIS.sub(r"\2", text))  # twice: bold inside italics
