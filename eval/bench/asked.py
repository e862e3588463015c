"""Questions to time: enough different ones that no cache answers twice."""

from itertools import product

import numpy as np

_TEMPLATES = {
    "en": (
        "Who should be responsible for {}?",
        "Why does {} matter to the executive committee?",
        "What are the main obstacles to {}?",
        "Which qualities are needed for {}?",
        "How many companies invest in {}?",
        "Should marketing be in charge of {}?",
        "What does Jeanne Bliss say about {}?",
        "How can {} be measured over time?",
        "When did companies begin to care about {}?",
        "What is the first step towards {}?",
    ),
    "fr": (
        "Qui doit être responsable de {} ?",
        "Pourquoi {} compte-t-il pour le comité de direction ?",
        "Quels sont les principaux obstacles à {} ?",
        "Quelles qualités sont nécessaires pour {} ?",
        "Combien d'entreprises investissent dans {} ?",
        "Le marketing doit-il être chargé de {} ?",
        "Que dit Jeanne Bliss au sujet de {} ?",
        "Comment mesurer {} dans la durée ?",
        "Depuis quand les entreprises s'intéressent-elles à {} ?",
        "Par où commencer pour {} ?",
    ),
}
_TOPICS = {
    "en": (
        "customer experience", "the chief customer officer", "customer satisfaction",
        "customer loyalty", "the complaints process", "employee engagement",
        "the voice of the customer", "customer culture", "digital transformation",
        "the customer journey", "cooperation between departments", "the return on investment of CX",
        "the Net Promoter Score", "customer relations", "leadership by example",
        "reporting to the CEO", "contact centres", "listening to customers",
    ),
    "fr": (
        "l'expérience client", "le directeur de l'expérience client", "la satisfaction client",
        "la fidélité des clients", "le traitement des réclamations", "l'engagement des employés",
        "la voix du client", "la culture client", "la transformation numérique",
        "le parcours client", "la coopération entre les services", "le rendement de l'expérience",
        "le Net Promoter Score", "la relation client", "l'exemple des dirigeants",
        "le rattachement à la direction générale", "les centres de contact", "l'écoute des clients",
    ),
}  # fmt: skip


def questions(count: int, start: int = 0) -> list[str]:
    """`count` different questions in each language, alternating; a further `start`, others.

    Raises ValueError when there are not that many.
    """
    by_language = []
    for language, templates in _TEMPLATES.items():
        every = [
            template.format(topic) for template, topic in product(templates, _TOPICS[language])
        ]
        if start + count > len(every):
            raise ValueError(f"{start + count} questions asked for, there are {len(every)}")
        order = np.random.default_rng(0).permutation(len(every))
        by_language.append([every[i] for i in order[start : start + count]])
    return [question for pair in zip(*by_language, strict=True) for question in pair]
