"""The command that cites articles in a style."""

from __future__ import annotations

import click

from desktop_app.cli.archive_access import json_option, open_library, query_argument, query_text
from desktop_app.cli.browsing import say_notes
from desktop_app.cli.output import print_json_list, print_text
from desktop_app.core.query import parse_query
from desktop_app.export.base.rich_text import plain_text
from desktop_app.export.citations.rich_html import html_of
from desktop_app.export.citations.styles import DEFAULT_STYLE, STYLES
from desktop_app.services.exporting.as_command import read_ids
from desktop_app.services.exporting.citing import FORMS, CitationChoice, Form
from desktop_app.services.library import Library


@click.command()
@query_argument
@click.option("--ids", metavar="IDS", help="Cite these articles instead, written as 3,7-9.")
@click.option(
    "--style",
    type=click.Choice([name for name, _ in STYLES]),
    default=DEFAULT_STYLE,
    show_default=True,
    help="Style of citation.",
)
@click.option("--style-file", default="", metavar="FILE", help="A CSL file; goes before --style.")
@click.option(
    "--as",
    "form",
    type=click.Choice([name for name, _ in FORMS]),
    default="entry",
    show_default=True,
    help="Entries of a bibliography, or one citation as a note or text has it.",
)
@click.option("--language", default="en-US", show_default=True, help="Of what the style adds.")
@click.option("--archived", is_flag=True, help="Name the archive's own copy.")
@click.option("--keys", is_flag=True, help="The citation keys instead, as a text cites by them.")
@click.option("--html", "as_html", is_flag=True, help="With italics and links, as HTML.")
@json_option
@click.pass_context
def cite(
    context: click.Context,
    query: tuple[str, ...],
    ids: str | None,
    style: str,
    style_file: str,
    form: Form,
    language: str,
    archived: bool,
    keys: bool,
    as_html: bool,
    as_json: bool,
) -> None:
    """Cite the articles that match QUERY, as a style has them."""
    if ids is not None and query:
        raise click.UsageError("Give a query or --ids, not both.")
    text = query_text(query)
    say_notes(parse_query(text).notes)
    choice = CitationChoice(style, style_file, form, language, archived)
    with open_library(context) as library:
        chosen = _chosen(library, text) if ids is None else read_ids(ids)
        if keys:
            print_text(library.citing.in_markdown(chosen))
            return
        cited = library.citing.cited(chosen, choice)
        if cited is None:
            return
        known = library.citing.keys(cited.articles) if as_json else {}
    if as_json:
        articles = (
            [[each] for each in cited.articles] if form == "entry" else [list(cited.articles)]
        )
        print_json_list(
            {
                "articles": each,
                "keys": [known[article_id] for article_id in each],
                "text": plain_text(words),
                "html": html_of(words),
            }
            for each, words in zip(articles, cited.entries, strict=True)
        )
        return
    print_text(cited.html if as_html else cited.text)


def _chosen(library: Library, text: str) -> list[int]:
    """What a query finds, the oldest first."""
    return list(library.search(text).ids)[::-1]
