"""The commands for highlights: list them, mark a passage, take one away."""

from __future__ import annotations

import click

from desktop_app.cli.archive_access import json_option, open_library, query_argument, query_text
from desktop_app.cli.browsing import say_notes
from desktop_app.cli.output import print_json, print_json_list, print_table, say
from desktop_app.core.article import Article
from desktop_app.core.highlight import ArticleHighlight, Colour
from desktop_app.core.highlight_json import article_highlight_to_json, highlight_to_json
from desktop_app.core.query import parse_query
from desktop_app.services.library import Library


@click.command()
@query_argument
@json_option
@click.pass_context
def highlights(context: click.Context, query: tuple[str, ...], as_json: bool) -> None:
    """List the highlights of the articles that match QUERY, the newest first."""
    text = query_text(query)
    say_notes(parse_query(text).notes)
    with open_library(context) as library:
        found = library.highlights.list(text)
    if as_json:
        print_json_list(article_highlight_to_json(each) for each in found)
        return
    print_table(("ID", "Article", "Colour", "Quote", "Note"), map(_row, found))


@click.command()
@click.argument("article_id", type=int, metavar="[ID]", required=False)
@click.argument("quote", metavar="[QUOTE]", required=False)
@click.option(
    "--colour",
    type=click.Choice([colour.value for colour in Colour]),
    default=Colour.YELLOW.value,
    show_default=True,
    help="What stands behind the words.",
)
@click.option("--note", default="", help="Your note on the passage.")
@click.option("--remove", type=int, metavar="HID", help="Take this highlight away instead.")
@json_option
@click.pass_context
def highlight(
    context: click.Context,
    article_id: int | None,
    quote: str | None,
    colour: str,
    note: str,
    remove: int | None,
    as_json: bool,
) -> None:
    """Mark the words QUOTE in the article ID, or take a highlight away with --remove."""
    if remove is not None:
        if article_id is not None or as_json:
            raise click.UsageError("--remove takes a highlight's number and nothing else.")
        with open_library(context) as library:
            library.highlights.remove(remove)
        say(f"Took highlight {remove} away; `cuttings undo` brings it back.")
        return
    if article_id is None or quote is None:
        raise click.UsageError("Name an article and the words to mark in it.")
    with open_library(context) as library:
        made = library.highlights.add_quote(article_id, quote, colour=Colour(colour), note=note)
        if as_json:
            print_json(_as_json(library, article_id, made))
    say(f"Highlight {made} in article {article_id}.")


def _row(found: ArticleHighlight) -> tuple[str, ...]:
    each = found.highlight
    quote = f"{each.quote.exact} (no longer in the text)" if each.is_orphan else each.quote.exact
    return str(each.id), str(each.article_id), str(each.colour), quote, each.note


def _as_json(library: Library, article_id: int, highlight_id: int) -> dict[str, object]:
    article: Article = library.article(article_id)
    return next(highlight_to_json(h) for h in article.highlights if h.id == highlight_id)
