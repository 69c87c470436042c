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
@click.argument("words", nargs=-1, metavar="[ID] [QUOTE]")
@click.option(
    "--colour",
    type=click.Choice([colour.value for colour in Colour]),
    help="What stands behind the words.  [default: yellow]",
)
@click.option("--note", help="Your note on the passage.")
@click.option("--remove", type=int, metavar="HID", help="Take this highlight away instead.")
@click.option(
    "--attach",
    type=int,
    metavar="HID",
    help="Move this highlight to the words QUOTE of its article, or to --from and --to.",
)
@click.option("--from", "start", type=int, metavar="N", help="The first character of the words.")
@click.option("--to", "end", type=int, metavar="N", help="The character behind the words.")
@json_option
@click.pass_context
def highlight(
    context: click.Context,
    words: tuple[str, ...],
    colour: str | None,
    note: str | None,
    remove: int | None,
    attach: int | None,
    start: int | None,
    end: int | None,
    as_json: bool,
) -> None:
    """Mark the words QUOTE in the article ID.

    With --remove a highlight is taken away, with --attach it is moved to other words of its
    article, for example one whose words are no longer in the text. Offsets count characters of
    the article's text.
    """
    if attach is not None:
        if remove is not None or colour is not None or note is not None:
            raise click.UsageError("--attach keeps the highlight's colour and note.")
        _attach(context, attach, words, start, end, as_json)
        return
    if start is not None or end is not None:
        raise click.UsageError("--from and --to say where --attach moves a highlight.")
    if remove is not None:
        if words or as_json or colour is not None or note is not None:
            raise click.UsageError("--remove takes a highlight's number and nothing else.")
        with open_library(context) as library:
            library.highlights.remove(remove)
        say(f"Took highlight {remove} away; `cuttings undo` brings it back.")
        return
    if len(words) != 2 or not words[0].isdecimal():
        raise click.UsageError("Name an article and the words to mark in it.")
    article_id, quote = int(words[0]), words[1]
    chosen = Colour.YELLOW if colour is None else Colour(colour)
    with open_library(context) as library:
        made = library.highlights.add_quote(article_id, quote, colour=chosen, note=note or "")
        if as_json:
            print_json(_as_json(library, article_id, made))
    say(f"Highlight {made} in article {article_id}.")


def _attach(
    context: click.Context,
    highlight_id: int,
    words: tuple[str, ...],
    start: int | None,
    end: int | None,
    as_json: bool,
) -> None:
    by_place = start is not None and end is not None
    if len(words) != (0 if by_place else 1) or (start is None) != (end is None):
        raise click.UsageError("--attach takes the words to move to, or both --from and --to.")
    with open_library(context) as library:
        if start is not None and end is not None:
            library.highlights.attach(highlight_id, start, end)
        else:
            library.highlights.attach_quote(highlight_id, words[0])
        article_id = library.highlights.get(highlight_id).article_id
        if as_json:
            print_json(_as_json(library, article_id, highlight_id))
    say(f"Highlight {highlight_id} stands on other words of article {article_id} now.")


def _row(found: ArticleHighlight) -> tuple[str, ...]:
    each = found.highlight
    quote = f"{each.quote.exact} (not in the text)" if each.is_orphan else each.quote.exact
    return str(each.id), str(each.article_id), str(each.colour), quote, each.note


def _as_json(library: Library, article_id: int, highlight_id: int) -> dict[str, object]:
    article: Article = library.article(article_id)
    return next(highlight_to_json(h) for h in article.highlights if h.id == highlight_id)
