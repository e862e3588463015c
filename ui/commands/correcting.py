"""Setting by hand what is known of articles: their metadata, their collections."""

from typing import Annotated

import typer

from ui.commands.options import Json
from ui.opening import load_settings, open_library
from ui.terminal import echo, print_json, progress_bar, say


def register(app: typer.Typer) -> None:
    app.command(
        help=say(
            en="Correct what is known of an article. An empty value clears a field.",
            fr="Corrige ce qu’on sait d’un article. Une valeur vide efface un champ.",
        )
    )(correct)
    app.command(
        help=say(
            en="Put articles into a collection, or take them out.",
            fr="Range des articles dans une collection, ou les en retire.",
        )
    )(collect)


def correct(
    article_id: Annotated[str, typer.Argument(metavar="ARTICLE_ID")],
    title: Annotated[str | None, typer.Option(help=say(en="Title.", fr="Titre."))] = None,
    original_title: Annotated[
        str | None,
        typer.Option(
            help=say(
                en="Title of the source, where the article has another one.",
                fr="Titre de la source, si l’article en porte un autre.",
            )
        ),
    ] = None,
    author: Annotated[
        list[str] | None,
        typer.Option(
            help=say(
                en="Author; repeat it for several. They replace those that are there.",
                fr="Auteur ; à répéter s’il y en a plusieurs. Ils remplacent ceux qui y sont.",
            )
        ),
    ] = None,
    publisher: Annotated[str | None, typer.Option(help=say(en="Publisher.", fr="Éditeur."))] = None,
    date: Annotated[
        str | None,
        typer.Option(
            help=say(
                en="Date: 2016-06-02, 2016-06 or 2016.", fr="Date : 2016-06-02, 2016-06 ou 2016."
            )
        ),
    ] = None,
    language: Annotated[
        str | None, typer.Option(help=say(en="Language: fr, en …", fr="Langue : fr, en …"))
    ] = None,
    url: Annotated[str | None, typer.Option(help=say(en="Web address.", fr="Adresse web."))] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            help=say(
                en="Kind: study, opinion, vendor, guide, interview, note.",
                fr="Genre : study (étude), opinion, vendor (fournisseur), guide, "
                "interview (entretien), note.",
            )
        ),
    ] = None,
    topic: Annotated[
        list[str] | None,
        typer.Option(
            help=say(
                en="Topic (see: cxlit topics); repeat it for several. They replace those that are "
                "there.",
                fr="Thème (voir : cxlit topics) ; à répéter s’il y en a plusieurs. Ils remplacent "
                "ceux qui y sont.",
            )
        ),
    ] = None,
    json: Json = False,
) -> None:
    """What is set here stays when the source is read again."""
    from corpus.correcting import Correction, corrected
    from ui.contract import article_json
    from ui.listed import print_known

    correction = Correction(
        title=title,
        original_title=original_title,
        authors=author,
        publisher=publisher,
        date=date,
        language=language,
        url=url,
        kind=kind,
        topics=topic,
    )
    if not correction:
        raise typer.BadParameter(
            say(
                en="Say what to correct, for instance --date 2016-06.",
                fr="Dites ce qu’il faut corriger, par exemple --date 2016-06.",
            )
        )
    library = open_library(load_settings())
    with progress_bar():
        done = library.correct([article_id], lambda article: corrected(article, correction))
    (article,) = done.articles
    if json:
        entry = article_json(article, library.passages(article.id))
        print_json({"article": entry, "generation": done.generation})
    else:
        print_known(article)


def collect(
    collection: Annotated[str, typer.Argument(metavar="COLLECTION")],
    article_ids: Annotated[list[str], typer.Argument(metavar="ARTICLE_ID...")],
    remove: Annotated[
        bool,
        typer.Option(
            "--remove",
            help=say(
                en="Take them out of the collection; they stay in the library.",
                fr="Les retire de la collection ; ils restent dans la bibliothèque.",
            ),
        ),
    ] = False,
    json: Json = False,
) -> None:
    """All of them or, when one is unknown, none."""
    from corpus.collecting import collection_name, put_into, taken_from

    library = open_library(load_settings())
    name = collection_name(collection, library.holdings().records())
    change = taken_from if remove else put_into
    done = library.correct(article_ids, lambda article: change(name, article))
    if json:
        entries = [{"article_id": a.id, "collections": list(a.collections)} for a in done.articles]
        print_json({"collection": name, "articles": entries, "generation": done.generation})
    elif remove:
        count = done.changed
        echo(say(en=f"Taken out of “{name}”: {count}", fr=f"Retirés de « {name} » : {count}"))
    else:
        count = done.changed
        echo(say(en=f"Put into “{name}”: {count}", fr=f"Rangés dans « {name} » : {count}"))
