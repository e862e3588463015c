"""What a machine sends, checked before it is used: every value has a form and a bound."""

import inspect
import re
from collections.abc import Callable, Collection, Mapping
from typing import Any

from corpus.wording import KnownError

LONGEST_QUESTION = 1000  # characters
_LONGEST_NAME = 300
_MOST_NAMES = 50
_LANGUAGE = re.compile("[a-z]{2}")
_ARTICLE_ID = re.compile(r"[0-9a-f]{16}")


def fitting(function: Callable[..., Any], values: Mapping[str, Any]) -> dict[str, Any]:
    """What was given for the parameters; null is nothing given.

    Raises KnownError for a name that the function does not have and for one that it needs.
    """
    given = {name: value for name, value in values.items() if value is not None}
    try:
        inspect.signature(function).bind(**given)
    except TypeError as error:
        raise misfit(function) from error
    return given


def misfit(function: Callable[..., Any]) -> KnownError:
    """What is said of arguments that a function does not take."""
    name = function.__name__
    parameters = inspect.signature(function).parameters.values()
    every = ", ".join(parameter.name for parameter in parameters)
    needed = ", ".join(each.name for each in parameters if each.default is each.empty)
    needs_en = f" It needs: {needed}." if needed else ""
    needs_fr = f" Il lui faut : {needed}." if needed else ""
    return KnownError(
        en=f"{name} does not take these arguments.{needs_en} It knows: {every}.",
        fr=f"{name} ne prend pas ces arguments.{needs_fr} Elle connaît : {every}.",
    )


def text_of(value: Any, name: str, most: int = _LONGEST_NAME) -> str:
    """The text under this name; nothing for null. Raises KnownError for all else."""
    if value is None:
        return ""
    if not isinstance(value, str):
        raise _misshapen(name, "a text", "un texte")
    if len(value) > most:
        raise KnownError(
            en=f"“{name}” has {len(value):,} characters. It can have {most:,} at most.",
            fr=f"« {name} » a {len(value)} caractères. Il en faut {most} au plus.",
        )
    # Half of a pair of code units and NUL are no characters, and no store keeps them.
    return value.encode("utf-8", "ignore").decode("utf-8").replace("\0", "")


def question_of(value: Any, name: str) -> str:
    """The same for what is asked: there must be something."""
    text = text_of(value, name, LONGEST_QUESTION)
    if not text.strip():
        raise KnownError(
            en=f"“{name}” is empty. Say what you want to know.",
            fr=f"« {name} » est vide. Dites ce que vous voulez savoir.",
        )
    return text


def texts_of(value: Any, name: str, most: int = _LONGEST_NAME) -> tuple[str, ...]:
    """Several texts; a single one counts as a list of one."""
    if value is None:
        return ()
    if isinstance(value, str):
        value = [value]
    if not isinstance(value, list | tuple):
        raise _misshapen(name, "a list of texts", "une liste de textes")
    if len(value) > _MOST_NAMES:
        raise KnownError(
            en=f"“{name}” has {len(value)} entries. It can have {_MOST_NAMES} at most.",
            fr=f"« {name} » a {len(value)} éléments. Il en faut {_MOST_NAMES} au plus.",
        )
    return tuple(text for each in value if (text := text_of(each, name, most)).strip())


def number_of(value: Any, name: str, least: int, most: int) -> int:
    """A whole number from `least` to `most`."""
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise _misshapen(
            name,
            f"a whole number from {least} to {most:,}",
            f"un nombre entier de {least} à {most}",
        )
    return value


def check_languages(wanted: Collection[str], there: Collection[str]) -> None:
    """Raises KnownError for a language that nothing is in; an empty library has none to name."""
    if there and (none := set(wanted).difference(there)):
        codes = ", ".join(sorted(none))
        every = ", ".join(sorted(filter(_LANGUAGE.fullmatch, there)))
        raise KnownError(
            en=f"The library has no article in the language “{codes}”. There is: {every}.",
            fr=f"La bibliothèque n’a pas d’article dans la langue « {codes} ». Il y a : {every}.",
        )


def article_id_of(value: Any) -> str:
    """The id of an article, whether there is such an article or not."""
    if not isinstance(value, str) or not _ARTICLE_ID.fullmatch(value):
        raise KnownError(
            en="“article_id” must be 16 hexadecimal digits, as search, ask and articles give them.",
            fr="« article_id » doit être fait de 16 chiffres hexadécimaux, tels que les donnent "
            "search, ask et articles.",
        )
    return value


def _misshapen(name: str, en: str, fr: str) -> KnownError:
    return KnownError(en=f"“{name}” must be {en}.", fr=f"« {name} » doit être {fr}.")
