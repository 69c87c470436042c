"""The commands that bring articles out and keep them safe: export, backup, check, doctor."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

import click

from desktop_app.cli.archive_access import json_option, open_library, query_argument, query_text
from desktop_app.cli.browsing import say_notes
from desktop_app.cli.output import line_on_progress, print_json, print_text, say
from desktop_app.core.counted import counted
from desktop_app.core.query import parse_query
from desktop_app.services.doctor import diagnose
from desktop_app.services.exporting.export_articles import FORMATS, ExportOptions


class _NamedPath(click.Path):
    """A path that isn't empty: an unset shell variable must not mean the current folder."""

    def convert(
        self,
        value: str | os.PathLike[str],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> str | bytes | os.PathLike[str]:
        if not os.fspath(value):
            self.fail("It is empty.", param, ctx)
        return super().convert(value, param, ctx)


@click.command()
@query_argument
@click.option("--format", "format_name", type=click.Choice(FORMATS), required=True)
@click.option("--to", type=_NamedPath(path_type=Path), required=True, metavar="PATH")
@click.option("--paper", type=click.Choice(["a4", "us-letter"]), default="a4", show_default=True)
@click.option("--title", help="The title of a PDF that holds several articles.")
@click.pass_context
def export(
    context: click.Context,
    query: tuple[str, ...],
    format_name: str,
    to: Path,
    paper: Literal["a4", "us-letter"],
    title: str | None,
) -> None:
    """Export the articles that match QUERY.

    Markdown goes into the folder PATH. A PATH that ends in .pdf is one PDF with all articles; any
    other is a folder with a PDF for each. gexf and graphml write who is named with whom as a
    network.
    """
    text = query_text(query)
    say_notes(parse_query(text).notes)
    options = ExportOptions(paper=paper, single=to.suffix.lower() == ".pdf", title=title)
    with open_library(context) as library:
        result = library.export(text, format_name, to, options=options)
    for warning in result.warnings:
        say(warning)
    written = counted(len(result.written), "file")
    say(f"{written} written, {len(result.unchanged):,} right already.")


@click.command()
@click.argument("path", type=_NamedPath(dir_okay=False, path_type=Path))
@click.pass_context
def backup(context: click.Context, path: Path) -> None:
    """Copy the whole archive to PATH, also while it is in use."""
    with open_library(context) as library:
        library.backup(path)
    say(f"The archive is copied to “{path}”.")


@click.command()
@click.option("--repair", is_flag=True, help="Mend what can be mended, after a backup.")
@json_option
@click.pass_context
def check(context: click.Context, repair: bool, as_json: bool) -> int:
    """Verify every hash, index and reference of the archive."""
    with open_library(context) as library:
        report = library.check(repair=repair)
    if as_json:
        print_json(
            {
                "ok": report.ok,
                "articles": report.articles,
                "snapshots": report.snapshots,
                "problems": [problem.message for problem in report.problems],
                "repaired": [problem.message for problem in report.repaired],
            }
        )
    else:
        for problem in (*report.problems, *report.repaired):
            print_text(problem.message)
        verdict = "All is well" if report.ok else "Not all is well"
        print_text(f"{verdict}: {report.articles:,} articles, {report.snapshots:,} snapshots.")
    if not report.ok:
        say("The archive isn't whole; restore a backup, or try `cuttings check --repair`.")
    return 0 if report.ok else 1


@click.command()
@click.option("--compact", is_flag=True, help="Give the archive's free room back to the disk.")
@json_option
@click.pass_context
def doctor(context: click.Context, compact: bool, as_json: bool) -> int:
    """Tell what this machine or the archive lacks, and what to do about it."""
    if compact:
        _compact(context)
    findings = diagnose(context.obj.settings)
    if as_json:
        print_json(
            [
                {
                    "name": finding.name,
                    "ok": finding.ok,
                    "message": finding.message,
                    "next_step": finding.next_step,
                }
                for finding in findings
            ]
        )
    else:
        for finding in findings:
            mark = "ok" if finding.ok else "!!"
            print_text(f"{mark}  {finding.name}: {finding.message} {finding.next_step}".rstrip())
    lacking = [finding.name for finding in findings if not finding.ok]
    if lacking:
        say(f"Not in order: {', '.join(lacking)}.")
    return 1 if lacking else 0


def _compact(context: click.Context) -> None:
    with open_library(context) as library, line_on_progress() as tell:
        done = library.compact(lambda done, total: tell("Compacting the archive", done, total))
    say(done.in_words)
