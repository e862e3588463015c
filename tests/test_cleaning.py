"""Cleaning: structure found, furniture and repetitions taken out, nothing else."""

import pytest

from corpus.cleaning import clean

LONG = (
    "Dans une agence de voyage, la conseillère connaît ses habitués par leur prénom et note "
    "leurs envies dans un petit carnet rouge."
)
OTHER = (
    "Le carnet circule ensuite entre les collègues, si bien que personne ne repart de zéro quand "
    "la conseillère prend ses congés d'été."
)


def test_headings_paragraphs_and_bullets() -> None:
    items = "  • il se prête\n  • il dure"
    text = f"Le carnet rouge\n\n{LONG}\n\nPourquoi un carnet ?\n\n{items}\n{OTHER}"
    assert clean(text).text == (
        f"## Le carnet rouge\n\n{LONG}\n\n## Pourquoi un carnet ?\n\n- il se prête\n- il dure"
        f"\n\n{OTHER}"
    )


def test_one_line_a_paragraph_with_a_heading_between() -> None:
    assert clean(f"{LONG}\nUne affaire de confiance\n{OTHER}").text == (
        f"{LONG}\n\n## Une affaire de confiance\n\n{OTHER}"
    )


def test_wrapped_lines_are_joined() -> None:
    wrapped = (
        "The notebook lies open on the counter, next to the bell and a vase of\n"
        "dried flowers. Anyone who serves a guest writes down what mattered to\n"
        "them, in one line.\n\nNobody counts the lines, and nobody is paid for them; that is why\n"
        "they are honest."
    )
    assert clean(wrapped).text == (
        "The notebook lies open on the counter, next to the bell and a vase of dried flowers. "
        "Anyone who serves a guest writes down what mattered to them, in one line.\n\nNobody "
        "counts the lines, and nobody is paid for them; that is why they are honest."
    )


def test_numbered_lists_keep_their_numbers_and_numbered_headings_become_headings() -> None:
    assert clean(f"1) écouter\n2) répondre\n\n{LONG}").text == f"1. écouter\n2. répondre\n\n{LONG}"
    text = clean(f"1. Écouter d'abord\n\n{LONG}\n\n2. Répondre ensuite\n\n{OTHER}").text
    assert text.startswith("## 1. Écouter d'abord\n\n")
    assert "## 2. Répondre ensuite" in text


def test_capitals_are_a_heading_and_the_last_short_line_is_none() -> None:
    text = clean(f"{LONG}\n\nRÈGLE N° 2 DU BON ACCUEIL\n\n{OTHER}\n\nTraduit par la rédaction").text
    assert "## RÈGLE N° 2 DU BON ACCUEIL" in text
    assert text.endswith("\n\nTraduit par la rédaction")


def test_spaces_invisible_characters_and_line_ends() -> None:
    assert clean("Quoi\u00a0?\r\nUn\u200b  mot\u202f:\tvoilà, c'est dit.\x07").text == (
        "## Quoi ?\n\nUn mot : voilà, c'est dit."
    )


@pytest.mark.parametrize(
    "furniture",
    [
        "Commentaires",
        "3 commentaires",
        "Laisser un commentaire",
        "Leave a Reply",
        "Votre adresse e-mail ne sera pas publiée.",
        "Partager cet article",
        "Share this post:",
        "Abonnez-vous à notre newsletter !",
        "Subscribe to our newsletter",
        "Sign up to get our latest posts in your inbox.",
        "Nouveau call-to-action",
        "Contactez-nous.",
        "Besoin d'aide pour votre projet ? Contactez-nous !",
        "Want to go further? Download our free guide.",
        "Vous avez aimé cet article ?",
        "En savoir +",
        "Lire la suite →",
        "Ce site utilise des cookies pour améliorer votre visite.",
        "We use cookies. By continuing to browse you accept our site policy.",
        "Les commentaires sont fermés.",
        "© 2021 Maison Untel. Tous droits réservés.",
        "5 min read",
        "Temps de lecture : 4 minutes",
        "Suivez-nous sur LinkedIn",
        "Back to top",
        "À lire aussi : les dix gestes d'un accueil réussi",
    ],
)
def test_furniture_goes_and_is_kept_aside(furniture: str) -> None:
    cleaned = clean(f"{LONG}\n\n{furniture}\n\n{OTHER}")
    assert cleaned.text == f"{LONG}\n\n{OTHER}"
    assert cleaned.removed == (furniture.replace("\u00a0", " "),)


@pytest.mark.parametrize(
    "sentence",
    [
        "Les commentaires des clients valent mieux que toutes les enquêtes.",
        "Notre newsletter interne raconte chaque mois l'histoire d'un client.",
        "Cookies offered at the counter made guests stay longer.",
        "Le client partage volontiers une mauvaise expérience avec dix amis.",
        "Contacter le client avant qu'il n'appelle change tout.",
        "Subscribers who call twice in a week leave within the year.",
        "We use complaints as a source of ideas.",
        "Participer à une tournée avec un livreur apprend plus qu'un rapport.",
        "Read the letters of your customers aloud in the board.",
    ],
)
def test_what_only_speaks_of_such_things_stays(sentence: str) -> None:
    assert sentence in clean(f"{LONG}\n\n{sentence}\n\n{OTHER}").text


def test_menu_and_section_name_above_the_title_go() -> None:
    cleaned = clean(f"Accueil\nNos services\nBlog\nContact\n\nLe carnet rouge\n\n{LONG}\n\n{OTHER}")
    assert cleaned.text == f"## Le carnet rouge\n\n{LONG}\n\n{OTHER}"
    assert cleaned.removed == ("Accueil", "Nos services", "Blog", "Contact")


def test_related_articles_go_up_to_the_next_paragraph() -> None:
    cleaned = clean(f"{LONG}\n\nArticles similaires\n\nDix idées pour l'accueil\n\n{OTHER}")
    assert cleaned.text == f"{LONG}\n\n{OTHER}"


def test_visitors_comments_go_but_a_section_called_comments_stays() -> None:
    visited = clean(
        f"{LONG}\n\n{OTHER}\n\n2 commentaires\n\nZoé dit :\n\nBravo, c'est vrai.\n\nRépondre"
    )
    assert visited.text == f"{LONG}\n\n{OTHER}"
    assert "Bravo, c'est vrai." in visited.removed
    assert clean(f"{LONG}\n\nCommentaires\n\n{OTHER}").text.endswith(OTHER)


def test_a_body_that_comes_twice_is_kept_once() -> None:
    body = f"Le carnet\n\n{LONG}\n\nLa suite\n\n{OTHER}"
    cleaned = clean(f"{body}\n\n{body}")
    assert cleaned.text == f"## Le carnet\n\n{LONG}\n\n## La suite\n\n{OTHER}"
    assert cleaned.removed == ("Le carnet", LONG, "La suite", OTHER)


def test_a_pull_quote_goes_and_short_repetitions_stay() -> None:
    pulled = "La conseillère connaît ses habitués par leur prénom, et note toutes leurs envies."
    around = f"En agence, rien ne se perd. {pulled} {OTHER}"
    cleaned = clean(f"{pulled}\n\n{around}\n\nEt alors ?\n\nEt alors ?\n\n{LONG}")
    assert cleaned.removed == (pulled,)
    assert cleaned.text.count("Et alors ?") == 2


@pytest.mark.parametrize(
    "text",
    [
        "",
        "- a\n\n- b\n\ntexte\n1. c\n\n1. d",
        "Un\nDeux\nTrois\nQuatre\n\nEnfin une phrase qui se termine.",
        "# Titre\n## Sous\n### Encore\nPuis le texte.",
        f"Blog\n\nHome\n\n{LONG}\n{LONG}\n\nShare\n\nEn savoir plus\n\nAutre titre",
        "Anne RouxElle arrive. Roux sourit.\n\n2016\n\n— Bonjour !\n— Bonjour.",
        "***\n\n* *\n\n#\n\n- -\n\n1.\n\n## ",
    ],
)
def test_cleaning_a_clean_text_changes_nothing(text: str) -> None:
    once = clean(text)
    again = clean(once.text)
    assert (again.text, again.removed) == (once.text, ())


def test_a_share_bar_goes_but_a_chapter_on_facebook_stays() -> None:
    bar = clean(f"{LONG}\n\nFacebook\n\nTwitter\n\n{OTHER}")
    assert bar.removed == ("Facebook", "Twitter")
    assert clean(f"{LONG}\n\nFacebook\n\n{OTHER}").text == f"{LONG}\n\n## Facebook\n\n{OTHER}"
