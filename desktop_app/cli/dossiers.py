"""The commands for dossiers: make them, fill them, put what stands in them in order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from desktop_app.cli.archive_access import json_option, open_library
from desktop_app.cli.exporting import export_what, with_format_options
from desktop_app.cli.output import print_json, print_json_list, print_table, say
from desktop_app.core.counted import count_articles
from desktop_app.core.dossier import COVER_FIELDS, LEVELS, Dossier, DossierEntry, EntryKind
from desktop_app.core.dossier_json import dossier_to_json, whole_dossier_to_json
from desktop_app.core.errors import InputError
from desktop_app.services.exporting.export_job import ChosenDossier
from desktop_app.services.exporting.export_options import OptionValue
from desktop_app.services.library import Library

_name = click.argument("name")
_entries = click.argument("entries", type=int, nargs=-1, required=True, metavar="ENTRY...")
_before = click.option(
    "--before", type=int, metavar="ENTRY", help="Put it before this entry instead of last."
)


@click.group()
def dossier() -> None:
    """Ordered selections of articles with your own headings and text."""


@dossier.command("list")
@json_option
@click.pass_context
def list_dossiers(context: click.Context, as_json: bool) -> None:
    """List the dossiers with how many articles each has."""
    with open_library(context) as library:
        found = library.dossiers.all()
    if as_json:
        print_json_list(map(dossier_to_json, found))
        return
    rows = ((f"{each.articles:,}", f"{each.entries:,}", each.name) for each in found)
    print_table(("Articles", "Entries", "Dossier"), rows, "There are no dossiers.")


@dossier.command()
@_name
@click.argument("ids", type=int, nargs=-1, metavar="[ID...]")
@json_option
@click.pass_context
def make(context: click.Context, name: str, ids: tuple[int, ...], as_json: bool) -> None:
    """Make the dossier NAME, of the articles ID where they are given."""
    with open_library(context) as library:
        made = library.dossiers.get(library.dossiers.make(name, ids))
        _tell(library, made, as_json, f"Made the dossier “{made.name}”.")


@dossier.command()
@_name
@json_option
@click.pass_context
def show(context: click.Context, name: str, as_json: bool) -> None:
    """Show what stands in the dossier NAME, in its order."""
    with open_library(context) as library:
        found = library.dossiers.named(name)
        entries = library.dossiers.entries(found.id)
    if as_json:
        print_json(whole_dossier_to_json(found, entries))
        return
    print_table(("Entry", "Kind", "Published", ""), map(_row, entries), "The dossier is empty.")


@dossier.command()
@_name
@click.argument("ids", type=int, nargs=-1, metavar="[ID...]")
@click.option("--query", help="Add the articles that this query finds, the oldest first.")
@click.option("--heading", help="Add a heading of these words.")
@click.option(
    "--level", type=click.IntRange(1, LEVELS), default=1, show_default=True, help="Of the heading."
)
@click.option("--text", help="Add text of your own, in Markdown.")
@click.option("--again", is_flag=True, help="Add also articles that are in it already.")
@_before
@json_option
@click.pass_context
def add(
    context: click.Context,
    name: str,
    ids: tuple[int, ...],
    query: str | None,
    heading: str | None,
    level: int,
    text: str | None,
    again: bool,
    before: int | None,
    as_json: bool,
) -> None:
    """Add articles, a heading or text of your own to the dossier NAME."""
    given = [bool(ids), query is not None, heading is not None, text is not None]
    if sum(given) != 1:
        raise click.UsageError("Name articles, or give one of --query, --heading and --text.")
    with open_library(context) as library:
        dossiers = library.dossiers
        found = dossiers.named(name)
        if heading is not None:
            entry = dossiers.add_heading(found.id, heading, level, before)
            said = f"Added heading {entry}."
        elif text is not None:
            entry = dossiers.add_text(found.id, text, before)
            said = f"Added text {entry}."
        else:
            wanted = ids or library.search(query or "", "published").ids[::-1]
            count = dossiers.add_articles(found.id, wanted, before, again=again)
            there = len(set(wanted)) - count
            said = f"Added {count_articles(count)} to “{found.name}”."
            said += f" {there:,} stood in it already." if there else ""
            if not count and not as_json:
                say(said)  # with nothing to take back
                return
        _tell(library, found, as_json, said)


@dossier.command()
@_name
@_entries
@json_option
@click.pass_context
def remove(context: click.Context, name: str, entries: tuple[int, ...], as_json: bool) -> None:
    """Take entries out of the dossier NAME; articles stay in the archive."""
    said = "Took 1 entry out." if len(entries) == 1 else f"Took {len(entries):,} entries out."
    _on_entries(context, name, entries, as_json, said, lambda library: library.dossiers.remove)


@dossier.command()
@_name
@_entries
@_before
@json_option
@click.pass_context
def move(
    context: click.Context, name: str, entries: tuple[int, ...], before: int | None, as_json: bool
) -> None:
    """Move entries of the dossier NAME to its end, or before another entry."""
    _on_entries(
        context,
        name,
        entries,
        as_json,
        "Moved.",
        lambda library: lambda ids: library.dossiers.move(ids, before),
    )


@dossier.command()
@_name
@click.argument("entry", type=int)
@click.argument("highlights", type=int, nargs=-1, metavar="[HID...]")
@json_option
@click.pass_context
def excerpts(
    context: click.Context, name: str, entry: int, highlights: tuple[int, ...], as_json: bool
) -> None:
    """Have highlights stand for the article of an ENTRY; without any, the whole article again."""
    said = f"{len(highlights):,} highlights stand for it." if highlights else "It stands whole."
    _on_entries(
        context,
        name,
        (entry,),
        as_json,
        said,
        lambda library: lambda ids: library.dossiers.set_excerpts(ids[0], highlights or None),
    )


@dossier.command()
@_name
@click.argument("how", type=click.Choice(["hand", "date"]))
@json_option
@click.pass_context
def order(context: click.Context, name: str, how: str, as_json: bool) -> None:
    """Order the dossier NAME by hand, or its articles by published date within each section."""
    with open_library(context) as library:
        found = library.dossiers.named(name)
        library.dossiers.order_by_date(found.id, how == "date")
        _tell(library, found, as_json, f"“{found.name}” is ordered by {how}.")


@dossier.command()
@_name
@click.option(
    "--set",
    "settings",
    multiple=True,
    required=True,
    metavar="FIELD=VALUE",
    help=f"Set {', '.join(COVER_FIELDS)}; may be repeated.",
)
@json_option
@click.pass_context
def cover(context: click.Context, name: str, settings: tuple[str, ...], as_json: bool) -> None:
    """Set what stands on the first page of the dossier NAME."""
    parts = [setting.partition("=") for setting in settings]
    if any(not sign for _, sign, _ in parts):
        raise click.UsageError("Write --set FIELD=VALUE.")
    with open_library(context) as library:
        found = library.dossiers.named(name)
        library.dossiers.set_cover(found.id, {field: value for field, _, value in parts})
        _tell(library, found, as_json, f"Changed the cover of “{found.name}”.")


@dossier.command()
@_name
@click.argument("new")
@json_option
@click.pass_context
def rename(context: click.Context, name: str, new: str, as_json: bool) -> None:
    """Rename the dossier NAME."""
    with open_library(context) as library:
        found = library.dossiers.named(name)
        library.dossiers.rename(found.id, new)
        _tell(library, found, as_json, f"“{found.name}” is called “{new}” now.")


@dossier.command("export")
@_name
@with_format_options
@json_option
@click.pass_context
def export_dossier(
    context: click.Context,
    /,
    name: str,
    format_name: str,
    to: Path,
    as_json: bool,
    **options: OptionValue | None,
) -> None:
    """Export the dossier NAME, as “cuttings export --dossier NAME” does."""
    with open_library(context) as library:
        chosen = ChosenDossier(library.dossiers.named(name).id)
        export_what(library, chosen, format_name, to, as_json, options)


@dossier.command()
@_name
@click.pass_context
def delete(context: click.Context, name: str) -> None:
    """Delete the dossier NAME with your text in it; its articles stay in the archive."""
    with open_library(context) as library:
        found = library.dossiers.named(name)
        library.dossiers.delete(found.id)
    say(f"Deleted the dossier “{found.name}”; `cuttings undo` brings it back.")


def _on_entries(
    context: click.Context,
    name: str,
    entries: tuple[int, ...],
    as_json: bool,
    said: str,
    act: Callable[[Library], Callable[[list[int]], object]],
) -> None:
    """Do something with entries, which must be this dossier's."""
    with open_library(context) as library:
        found = library.dossiers.named(name)
        own = {each.id for each in library.dossiers.entries(found.id)}
        strange = [each for each in entries if each not in own]
        if strange:
            raise InputError(
                f"“{found.name}” has no entry {strange[0]}.",
                "“cuttings dossier show” lists the entries.",
            )
        act(library)(list(dict.fromkeys(entries)))
        _tell(library, found, as_json, said)


def _tell(library: Library, found: Dossier, as_json: bool, said: str) -> None:
    if as_json:
        changed = library.dossiers.get(found.id)
        print_json(whole_dossier_to_json(changed, library.dossiers.entries(found.id)))
    else:
        say(f"{said} `cuttings undo` takes it back.")


def _row(entry: DossierEntry) -> tuple[str, ...]:
    kind = entry.kind.name.lower()
    if entry.kind is EntryKind.HEADING:
        return str(entry.id), kind, "", f"{'#' * entry.level} {entry.title}"
    if entry.kind is EntryKind.TEXT:
        return str(entry.id), kind, "", " ".join(entry.markdown.split())
    words = entry.title or "Untitled"
    if entry.is_gap:
        words += " (deleted for good)"
    elif entry.in_trash:
        words += " (in the trash)"
    if entry.excerpts is not None:
        words += f" ({len(entry.excerpts):,} excerpts)"
    return str(entry.id), kind, entry.published or "", words
