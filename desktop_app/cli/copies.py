"""The commands for copies of one story: list, compare, find, join and split them."""

from __future__ import annotations

import click

from desktop_app.cli.archive_access import (
    ListByDefault,
    json_option,
    open_library,
    query_argument,
    query_text,
)
from desktop_app.cli.browsing import say_notes
from desktop_app.cli.output import (
    counter,
    print_json,
    print_json_list,
    print_table,
    print_text,
    say,
)
from desktop_app.core.article_json import copy_group_to_json
from desktop_app.core.copies import CopyGroup
from desktop_app.core.counted import count_articles
from desktop_app.core.errors import InputError
from desktop_app.core.query import parse_query
from desktop_app.core.text_changes import changes_in_words


@click.group(cls=ListByDefault, options_metavar="[QUERY] [--json]")
def copies() -> None:
    """List articles that are the same story in several outlets, or say which are."""


@copies.command("list")
@query_argument
@json_option
@click.pass_context
def list_copies(context: click.Context, query: tuple[str, ...], as_json: bool) -> None:
    """List the groups of the articles that match, each whole (the same as `copies` alone)."""
    text = query_text(query)
    say_notes(parse_query(text).notes)
    with open_library(context) as library:
        found = library.copies.groups(text)
        waiting = library.copies.waiting()
    if as_json:
        print_json_list(copy_group_to_json(group) for group in found)
    else:
        for group in found:
            print_text(group.in_words())
            _print_group(group)
    if waiting:
        say(f"{count_articles(waiting)} not compared yet: `cuttings copies find` does it.")


@copies.command()
@click.argument("article_id", type=int, metavar="ID")
@json_option
@click.pass_context
def show(context: click.Context, article_id: int, as_json: bool) -> None:
    """Show the copies of an article."""
    with open_library(context) as library:
        library.article(article_id)
        group = library.copies.group_of(article_id)
    if as_json:
        print_json(copy_group_to_json(group or CopyGroup(())))
    elif group is None:
        say(f"Article {article_id} has no copies.")
    else:
        print_text(group.in_words())
        _print_group(group)


@copies.command()
@click.argument("one", type=int)
@click.argument("other", type=int)
@click.pass_context
def compare(context: click.Context, one: int, other: int) -> None:
    """Show what the article OTHER cut [-so-] from the text of ONE, and added {+so+} to it."""
    with open_library(context) as library:
        for article_id in (one, other):
            library.article(article_id)
        changes = library.copies.compared(one, other)
    marks = {"same": ("", ""), "added": ("{+", "+}"), "taken": ("[-", "-]")}
    print_text("".join(change.text.join(marks[change.kind]) for change in changes))
    say(changes_in_words(changes))


@copies.command()
@click.option("--again", is_flag=True, help="Compare every text anew.")
@click.pass_context
def find(context: click.Context, again: bool) -> None:
    """Compare the texts that were never compared; what is stopped goes on next time."""
    with open_library(context) as library, counter("Comparing") as progress:
        found = library.copies.find(again=again, progress=progress)
    say(f"Compared {count_articles(found.compared)}; {found.changed:,} are in another group now.")


@copies.command()
@click.argument("ids", type=int, nargs=-1, required=True, metavar="ID...")
@click.pass_context
def join(context: click.Context, ids: tuple[int, ...]) -> None:
    """Say that articles are copies of one story; holds for good."""
    if len(set(ids)) < 2:
        raise InputError("One article alone has no copies.", "Name two articles or more.")
    with open_library(context) as library:
        library.copies.join(ids)
    say(f"Joined {count_articles(len(set(ids)))}; `cuttings undo` takes it back.")


@copies.command()
@click.argument("article_id", type=int, metavar="ID")
@click.pass_context
def split(context: click.Context, article_id: int) -> None:
    """Say that an article is no copy of the others; holds for good."""
    with open_library(context) as library:
        others = library.copies.split(article_id)
    say(
        f"Article {article_id} is no copy of {count_articles(others)} any more;"
        " `cuttings undo` takes it back."
    )


def _print_group(group: CopyGroup) -> None:
    rows = (
        (
            str(each.id),
            each.published or "",
            f"{each.words:,}",
            each.publisher or "",
            each.title or "",
        )
        for each in group.copies
    )
    print_table(("ID", "Published", "Words", "Outlet", "Title"), rows)
