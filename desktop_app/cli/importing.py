"""The command that takes other programs' archives over: import."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import click

from desktop_app.cli.archive_access import json_option, open_library
from desktop_app.cli.output import counter, print_json, print_table, print_text, say
from desktop_app.core.counted import count_articles, counted
from desktop_app.core.imported import ImportProblem
from desktop_app.services.importing.import_reports import FoundItem, ImportPreview, ImportReport
from desktop_app.services.importing.whole_file import NAME as WHOLE_ARCHIVE

#: So many problems are told one by one; ``--json`` tells all.
_TOLD = 20


@click.command("import")
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--from", "format_name", metavar="FORMAT", help="Which format it is, if not guessed.")
@click.option("--dry-run", is_flag=True, help="Say what would come; change nothing.")
@click.option("--fetch", is_flag=True, help="Queue the pages of what comes without a text.")
@json_option
@click.pass_context
def import_file(
    context: click.Context,
    path: Path,
    format_name: str | None,
    dry_run: bool,
    fetch: bool,
    as_json: bool,
) -> int:
    """Take over another program's export: a file, an archive or a folder.

    Imported twice, nothing comes twice. One undo takes the import back.
    """
    with open_library(context) as library:
        importing = library.importing
        with counter("Reading") as progress:
            if dry_run:
                preview = importing.preview(path, format_name=format_name, progress=progress)
                return _print_preview(preview, as_json)
            report = importing.run(path, format_name=format_name, progress=progress)
        if fetch and report.unfetched:
            library.queue.add(report.unfetched)
            say(f"Queued {counted(len(report.unfetched), 'page')} for “cuttings queue run”.")
        if len(report.added) > report.without_text:
            library.copies.keep_up()
    return _print_report(report, as_json)


def _print_preview(preview: ImportPreview, as_json: bool) -> int:
    if as_json:
        print_json(
            {
                "format": preview.format,
                "new": preview.new,
                "newer": preview.newer,
                "items": [_item_json(each) for each in preview.items],
                "problems": _problems_json(preview.problems),
                "remarks": list(preview.remarks),
            }
        )
    else:
        if preview.format == WHOLE_ARCHIVE:
            print_text(" ".join(preview.remarks))
            return 0 if preview.comes else 1
        _print_items(preview.items)
        newer = f", {preview.newer:,} with something new" if preview.newer else ""
        count = count_articles(len(preview.items))
        say(f"{preview.title}: {count}, {preview.new:,} of them new{newer}.")
        for remark in preview.remarks:
            say(remark)
        _say_problems(preview.problems)
    return _code(len(preview.items), preview.problems)


def _print_report(report: ImportReport, as_json: bool) -> int:
    came = len(report.added) + report.joined + report.updated + report.known
    if as_json:
        print_json(
            {
                "format": report.format,
                "added": list(report.added),
                "joined": report.joined,
                "updated": report.updated,
                "known": report.known,
                "without_text": report.without_text,
                "problems": _problems_json(report.problems),
                "remarks": list(report.remarks),
            }
        )
    else:
        print_text(report.in_words())
        _say_problems(report.problems)
    return _code(came, report.problems)


def _print_items(items: Sequence[FoundItem]) -> None:
    """The items as a table; a column that no item has anything in is left out."""
    columns = ("Row", "Saved", "Published", "Outlet", "", "Tags", "Title")
    rows = [
        [str(item.row), item.captured[:10], item.published, item.publisher, *_facts(item)]
        for item in items
    ]
    kept = [at for at in range(len(columns)) if not rows or any(row[at] for row in rows)]
    print_table(
        [columns[at] for at in kept],
        ([row[at] for at in kept] for row in rows),
        "There is no article in it.",
    )


def _facts(item: FoundItem) -> list[str]:
    marks = [
        "newer" if item.is_newer else "known" if item.is_known else "new",
        "text" if item.has_text else "",
        "read" if item.is_read else "",
        "starred" if item.is_starred else "",
        "note" if item.has_note else "",
        counted(item.highlights, "highlight") if item.highlights else "",
    ]
    return [", ".join(filter(None, marks)), ", ".join(item.tags), item.title or item.url]


def _item_json(item: FoundItem) -> dict[str, object]:
    return {**asdict(item), "tags": list(item.tags)}


def _problems_json(problems: Sequence[ImportProblem]) -> list[dict[str, object]]:
    return [asdict(each) for each in problems]


def _say_problems(problems: Sequence[ImportProblem]) -> None:
    for problem in problems[:_TOLD]:
        say(str(problem))
    if len(problems) > _TOLD:
        say(f"… and {len(problems) - _TOLD:,} more; --json tells all.")


def _code(came: int, problems: Sequence[ImportProblem]) -> int:
    """A file of which nothing could be read is the user's or the world's fault."""
    return 1 if problems and not came else 0
