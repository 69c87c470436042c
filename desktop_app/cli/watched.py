"""The commands for watched pages: which articles are fetched again on a schedule."""

from __future__ import annotations

import click

from desktop_app.cli.archive_access import ListByDefault, json_option, open_library
from desktop_app.cli.output import print_json_list, print_table, say
from desktop_app.cli.queue import local_time
from desktop_app.core.counted import counted
from desktop_app.core.fetch_queue import watched_page_to_json
from desktop_app.core.fetch_states import Interval

_ids = click.argument("ids", type=int, nargs=-1, required=True, metavar="ID...")


@click.group(cls=ListByDefault, options_metavar="[--json]")
def watched() -> None:
    """List the pages that are fetched again on a schedule, or say which are."""


@watched.command("list")
@json_option
@click.pass_context
def list_pages(context: click.Context, as_json: bool) -> None:
    """List the watched pages, the next one first (the same as `watched` alone)."""
    with open_library(context) as library:
        pages = library.watching.pages()
    if as_json:
        print_json_list(watched_page_to_json(page) for page in pages)
        return
    rows = (
        (str(page.article_id), page.every, local_time(page.next_look), page.result, page.title)
        for page in pages
    )
    columns = ("ID", "Every", "Next look", "Last result", "Title")
    print_table(columns, rows, "No page is watched.")


@watched.command()
@_ids
@click.option(
    "--every",
    type=click.Choice([str(each) for each in Interval]),
    default=str(Interval.DAILY),
    show_default=True,
    help="How often; less often while nothing changes.",
)
@click.pass_context
def add(context: click.Context, ids: tuple[int, ...], every: str) -> None:
    """Watch the pages of these articles."""
    with open_library(context) as library:
        count = library.watching.watch(ids, Interval(every))
    say(f"{counted(count, 'page is', 'pages are')} watched {every}.")
    if count < len(ids):
        say(f"{len(ids) - count:,} of the articles have no address to be watched.")


@watched.command()
@_ids
@click.pass_context
def remove(context: click.Context, ids: tuple[int, ...]) -> None:
    """Watch the pages of these articles no more."""
    with open_library(context) as library:
        library.watching.forget(ids)
    say(f"{counted(len(ids), 'page is', 'pages are')} watched no more.")
