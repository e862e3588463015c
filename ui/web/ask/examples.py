"""Questions to start with. They are examples of what can be asked, in the asker's own words."""

from corpus.wording import InterfaceLanguage
from ui.web.markup import render

EXAMPLES: dict[InterfaceLanguage, tuple[str, ...]] = {
    "en": (
        "Who should the CCO report to?",
        "What qualities does a Chief Customer Officer need?",
        "How many organisations have a customer-experience executive?",
        "What can a CEO do to set the example?",
    ),
    "fr": (
        "À qui le CCO doit-il être rattaché\u00a0?",
        "Quelles qualités faut-il à un directeur de l’expérience client\u00a0?",
        "Le CCO doit-il siéger au Comex\u00a0?",
        "Pourquoi nommer un CCO\u00a0?",
    ),
}


def examples_html(language: InterfaceLanguage) -> str:
    """The examples of both languages as buttons, those in the interface language first."""
    other: InterfaceLanguage = "fr" if language == "en" else "en"
    columns = [(spoken, EXAMPLES[spoken]) for spoken in (language, other)]
    return render("examples.html", language, columns=columns)
