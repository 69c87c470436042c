"""The commands that keep the archive safe: backup, check, doctor."""

from __future__ import annotations

from pathlib import Path

import click

from desktop_app.cli.archive_access import json_option, open_library
from desktop_app.cli.output import line_on_progress, print_json, print_text, say
from desktop_app.cli.paths import NamedPath
from desktop_app.services.doctor import diagnose


@click.command()
@click.argument("path", type=NamedPath(dir_okay=False, path_type=Path))
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
