"""Looking at the library: its articles, topics and collections."""

from typing import Annotated

import typer

from ui.commands.options import (
    ArticleLanguages,
    Authors,
    Collections,
    Json,
    Kinds,
    Publishers,
    Since,
    Topics,
    Until,
    filters_from,
)
from ui.opening import load_settings, open_library
from ui.speech import interface_language
from ui.terminal import echo, print_json, say


def register(app: typer.Typer) -> None:
    app.command(help=say(en="List the articles.", fr="Liste les articles."))(articles)
    app.command(help=say(en="Show one article.", fr="Montre un article."))(show)
    app.command(help=say(en="List the topics.", fr="Liste les thèmes."))(topics)
    app.command(help=say(en="List the collections.", fr="Liste les collections."))(collections)


def articles(
    language: ArticleLanguages = None,
    since: Since = "",
    until: Until = "",
    kind: Kinds = None,
    topic: Topics = None,
    publisher: Publishers = None,
    author: Authors = None,
    collection: Collections = None,
    json: Json = False,
) -> None:
    """All articles inside the filters, in the order in which they were added."""
    from ui.contract import article_json
    from ui.listed import print_articles

    filters = filters_from(language, since, until, kind, topic, publisher, author, collection)
    listing = open_library(load_settings()).listing()
    found = [listed for listed in listing if filters.admit_listed(listed.record)]
    if json:
        print_json({"articles": [article_json(each.record, each.passages) for each in found]})
    else:
        print_articles(each.record for each in found)


def show(
    article_id: Annotated[str, typer.Argument(metavar="ARTICLE_ID")],
    removed: Annotated[
        bool,
        typer.Option(
            "--removed",
            help=say(
                en="Show what cleaning took out instead.", fr="Montre ce que le nettoyage a ôté."
            ),
        ),
    ] = False,
    json: Json = False,
) -> None:
    """The stored text, or what was removed from it."""
    from ui.contract import article_json
    from ui.listed import print_article

    library = open_library(load_settings())
    article = library.holdings().article(article_id)
    if json:
        entry = article_json(article, library.passages(article.id))
        print_json({**entry, "text": article.text, "removed": list(article.removed)})
    elif removed:
        nothing = say(en="Nothing was removed.", fr="Rien n’a été ôté.")
        echo("\n".join(article.removed) or nothing)
    else:
        print_article(article)


def topics(json: Json = False) -> None:
    """All topics that there are, with the number of articles on each."""
    from collections import Counter

    from corpus.topics import TOPIC_NAMES, Topic

    listing = open_library(load_settings()).listing()
    counts = Counter(topic for listed in listing for topic in listed.record.topics)
    if json:
        entries = [
            {"topic": topic, **TOPIC_NAMES[topic]._asdict(), "articles": counts[topic]}
            for topic in Topic
        ]
        print_json({"topics": entries})
        return
    for topic in Topic:
        name = TOPIC_NAMES[topic].in_language(interface_language())
        echo(f"{counts[topic]:>5}  {topic:<22}  {name}")


def collections(json: Json = False) -> None:
    """All collections, with the number of articles in each."""
    from corpus.collecting import collections_of

    listing = open_library(load_settings()).listing()
    counts = collections_of(listed.record for listed in listing)
    if json:
        entries = [{"name": name, "articles": count} for name, count in counts.items()]
        print_json({"collections": entries})
        return
    for name, count in counts.items():
        echo(f"{count:>5}  {name}")
    if not counts:
        none = say(
            en="There is no collection yet. Make one with: cxlit collect NAME ARTICLE_ID",
            fr="Il n’y a pas encore de collection. Pour en créer une : cxlit collect NOM "
            "ARTICLE_ID",
        )
        echo(none)
