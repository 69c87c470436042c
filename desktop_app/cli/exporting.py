"""The commands that bring articles out of the archive; their options are those of the formats."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import click

from desktop_app.cli.archive_access import json_option, open_library, query_argument, query_text
from desktop_app.cli.browsing import say_notes
from desktop_app.cli.output import line_on_progress, print_json, say
from desktop_app.cli.paths import NamedPath
from desktop_app.core.counted import counted
from desktop_app.core.query import parse_query
from desktop_app.export.base.result import ExportResult
from desktop_app.services.exporting.as_command import read_ids
from desktop_app.services.exporting.export_job import ChosenDossier, What
from desktop_app.services.exporting.export_options import Option, OptionValue, merged
from desktop_app.services.exporting.formats import (
    FORMAT_NAMES,
    FORMATS,
    ExportFormat,
    FormatGroup,
    format_named,
)
from desktop_app.services.library import Library


def _option_names(chosen: ExportFormat) -> set[str]:
    return {option.name for option in chosen.described_options()}


def _formats_in_words() -> str:
    """The formats, group by group, for the end of the help."""
    lines = []
    for group in FormatGroup:
        found = [f"  {each.name:<18}{each.words}" for each in FORMATS if each.group is group]
        lines += ["\b", f"{group}:", *found, ""] if found else []
    return "\n".join(lines)


def _flag(option: Option) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    name = option.name.replace("_", "-")
    takers = [each.name for each in FORMATS if option.name in _option_names(each)]
    help_text = f"{option.hint or f'{option.words}.'} ({', '.join(takers)})"
    if option.kind == "flag":
        return click.option(f"--{name}/--no-{name}", option.name, default=None, help=help_text)
    if option.kind == "choice":
        values = click.Choice([value for value, _ in option.choices])
        return click.option(f"--{name}", option.name, type=values, help=help_text)
    metavar = "FILE" if option.kind == "file" else "TEXT"
    return click.option(f"--{name}", option.name, metavar=metavar, help=help_text)


def with_format_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command ``--format``, ``--to``, and a flag for each option of any format."""
    for option in reversed(merged(each.options for each in FORMATS)):
        command = _flag(option)(command)
    to = click.option("--to", type=NamedPath(path_type=Path), required=True, metavar="PATH")
    chosen = click.option("--format", "format_name", type=click.Choice(FORMAT_NAMES), required=True)
    return chosen(to(command))


@click.command(epilog=_formats_in_words())
@query_argument
@click.option("--dossier", "dossier_name", metavar="NAME", help="Export this dossier instead.")
@click.option("--ids", metavar="IDS", help="Export these articles instead, written as 3,7-9.")
@with_format_options
@json_option
@click.pass_context
def export(
    context: click.Context,
    /,
    query: tuple[str, ...],
    dossier_name: str | None,
    ids: str | None,
    format_name: str,
    to: Path,
    as_json: bool,
    **options: OptionValue | None,
) -> None:
    """Export the articles that match QUERY, chosen ones, or a dossier.

    PATH is a file, or a folder for the formats that write several files. Where a format can do
    both, a PATH without an ending is a folder.
    """
    if sum((bool(query), dossier_name is not None, ids is not None)) > 1:
        raise click.UsageError("Give a query, --ids or --dossier, not several of them.")
    text = query_text(query)
    say_notes(parse_query(text).notes)
    with open_library(context) as library:
        what: What = text if ids is None else read_ids(ids)
        if dossier_name is not None:
            what = ChosenDossier(library.dossiers.named(dossier_name).id)
        export_what(library, what, format_name, to, as_json, options)


def export_what(
    library: Library,
    what: What,
    format_name: str,
    to: Path,
    as_json: bool,
    options: dict[str, OptionValue | None],
) -> None:
    """Write the files and say what came of it; options that are None weren't given."""
    given = {name: value for name, value in options.items() if value is not None}
    if "files" in _option_names(format_named(format_name)):
        given.setdefault("files", "one" if to.suffix else "many")
    with line_on_progress() as tell:
        result = library.export(
            what, format_name, to, options=given, progress=partial(tell, "Exporting")
        )
    for warning in result.warnings:
        say(warning)
    if as_json:
        print_json(_to_json(result))
        return
    written = counted(len(result.written), "file")
    say(f"{written} written, {len(result.unchanged):,} right already.")


def _to_json(result: ExportResult) -> dict[str, object]:
    return {
        "written": [str(path) for path in result.written],
        "unchanged": [str(path) for path in result.unchanged],
        "warnings": list(result.warnings),
        "outdated": [str(path) for path in result.outdated],
        "removed": [str(path) for path in result.removed],
    }
