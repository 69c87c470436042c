"""The commands for tags as such: list them, rename, merge, move and delete them everywhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict

import click

from desktop_app.cli.archive_access import json_option, open_library
from desktop_app.cli.output import print_json_list, print_table, say
from desktop_app.core.counted import count_articles
from desktop_app.core.tag_colour import TAG_COLOURS
from desktop_app.services.articles.tagging import Tagging, TagMove


@click.group(invoke_without_command=True)
@json_option
@click.pass_context
def tags(context: click.Context, as_json: bool) -> None:
    """List the tags with how many articles each has; a parent counts its children's."""
    if context.invoked_subcommand is not None:
        return
    with open_library(context) as library:
        found = library.tagging.all()
    if as_json:
        print_json_list(asdict(tag) for tag in found)
        return
    rows = ((f"{tag.articles:,}", tag.path, tag.colour or "") for tag in found)
    print_table(("Articles", "Tag", "Colour"), rows)


@tags.command()
@click.argument("old")
@click.argument("new")
@click.pass_context
def rename(context: click.Context, old: str, new: str) -> None:
    """Rename the tag OLD with all below it; where NEW is there already, they merge."""
    _change(context, lambda tagging: tagging.rename(old, new))


@tags.command()
@click.argument("old")
@click.argument("into")
@click.pass_context
def merge(context: click.Context, old: str, into: str) -> None:
    """Merge the tag OLD into the tag INTO, which must be there."""
    _change(context, lambda tagging: tagging.merge(old, into))


@tags.command()
@click.argument("path")
@click.argument("below")
@click.pass_context
def move(context: click.Context, path: str, below: str) -> None:
    """Move the tag PATH below the tag BELOW; “/” makes it one of the first level."""
    _change(context, lambda tagging: tagging.move(path, below))


@tags.command()
@click.argument("path")
@click.argument("name", type=click.Choice([*TAG_COLOURS, "none"]))
@click.pass_context
def colour(context: click.Context, path: str, name: str) -> None:
    """Give the tag PATH a colour, which the tags below it share, or “none”."""
    with open_library(context) as library:
        library.tagging.set_colour(path, None if name == "none" else name)
    has = "no colour of its own" if name == "none" else f"the colour {name}"
    say(f"“{path}” has {has} now. `cuttings undo` takes it back.")


@tags.command()
@click.argument("path")
@click.pass_context
def delete(context: click.Context, path: str) -> None:
    """Take the tag PATH and all below it off every article."""
    with open_library(context) as library:
        count = library.tagging.delete(path)
    say(f"Took “{path}” off {count_articles(count)}; `cuttings undo` brings it back.")


def _change(context: click.Context, change: Callable[[Tagging], TagMove]) -> None:
    with open_library(context) as library:
        done = change(library.tagging)
    say(f"{done.in_words()} `cuttings undo` takes it back.")
