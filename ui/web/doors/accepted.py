"""The language that a program or a browser asks for with its request."""

from corpus.wording import InterfaceLanguage


def accepted_language(header: str) -> InterfaceLanguage:
    """French or English, whichever an Accept-Language header names first; else English."""
    for part in header.split(","):
        match part.strip()[:2].lower():
            case "fr":
                return "fr"
            case "en":
                return "en"
    return "en"
