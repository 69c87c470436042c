"""The command for watched folders: files that appear in them are clipped."""

from __future__ import annotations

import time
from pathlib import Path

import click

from desktop_app.cli.archive_access import json_option, open_library
from desktop_app.cli.output import print_json, print_json_list, print_table, say
from desktop_app.core.counted import counted
from desktop_app.core.errors import InputError
from desktop_app.core.watched_folder import (
    FileState,
    FolderFile,
    WatchedFolder,
    folder_file_to_json,
    watched_folder_to_json,
)
from desktop_app.services.library import Library

#: With --once, files that are being written are waited for so long, in seconds.
_ONCE_SECONDS, _SLEEP = 10.0, 0.5


@click.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.option("--tag", "tags", multiple=True, metavar="T", help="Tag what is clipped from it.")
@click.option("--present", is_flag=True, help="Clip also what lies in it already.")
@click.option("--once", is_flag=True, help="Look once, and end.")
@click.option(
    "--every",
    type=click.FloatRange(0.5, 3_600),
    default=5.0,
    show_default=True,
    help="Look again after so many seconds.",
)
@click.option("--list", "listing", is_flag=True, help="List the watched folders, or its files.")
@click.option("--again", is_flag=True, help="Look anew at its files that failed.")
@click.option("--forget", is_flag=True, help="Watch it no more.")
@json_option
@click.pass_context
def watch(
    context: click.Context,
    folder: Path | None,
    tags: tuple[str, ...],
    present: bool,
    once: bool,
    every: float,
    listing: bool,
    again: bool,
    forget: bool,
    as_json: bool,
) -> int:
    """Clip the files that appear in FOLDER, until Ctrl+C; without FOLDER, in all watched ones.

    The window does the same with these folders while it is open.
    """
    with open_library(context) as library:
        if listing:
            _list(library, folder, as_json)
            return 0
        if forget or again:
            watched = _require(library, folder)
            if forget:
                library.folders.forget(watched.id)
                say(f"“{watched.path}” is watched no more. What was clipped from it stays.")
                return 0
            library.folders.try_again(watched.id)
        if folder is not None and not again:
            watched = library.folders.watch(folder, tags=tags, with_present=present)
            say(f"“{watched.path}” is watched.")
        if not library.folders.all():
            raise InputError("No folder is watched.", "Give one: cuttings watch FOLDER.")
        return _look_on(library, once=once, every=every, as_json=as_json)


def _look_on(library: Library, *, once: bool, every: float, as_json: bool) -> int:
    failed, told = 0, ""
    end = time.monotonic() + _ONCE_SECONDS
    while True:
        saved = 0
        for file in library.folders.look():
            saved += file.state is FileState.SAVED
            failed += file.state is FileState.FAILED
            _tell(file, as_json)
        if saved:
            library.copies.keep_up()
        problems = "\n".join(filter(None, (each.problem for each in library.folders.all())))
        if problems and problems != told:
            say(problems)
        told = problems
        if not once:
            time.sleep(every)
        elif library.folders.waiting and time.monotonic() < end:
            time.sleep(_SLEEP)
        else:
            break
    if library.folders.waiting:
        say(f"{counted(library.folders.waiting, 'file is', 'files are')} still being written.")
    return 1 if failed or told else 0


def _list(library: Library, folder: Path | None, as_json: bool) -> None:
    if folder is not None:
        files = library.folders.files(_require(library, folder).id)
        if as_json:
            print_json_list(map(folder_file_to_json, files))
        else:
            rows = ((str(each.state), each.name, each.reason) for each in files)
            print_table(("State", "File", "Reason"), rows, "No file was looked at yet.")
        return
    folders = library.folders.all()
    if as_json:
        print_json_list(map(watched_folder_to_json, folders))
        return
    table = (
        (str(each.id), f"{each.saved:,}", f"{each.failed:,}", each.problem, each.path)
        for each in folders
    )
    columns = ("ID", "Saved", "Failed", "Problem", "Folder")
    print_table(columns, table, "No folder is watched.")


def _require(library: Library, folder: Path | None) -> WatchedFolder:
    found = None if folder is None else library.folders.find(folder)
    if found is None:
        raise InputError(
            f"“{folder}” isn't watched." if folder else "Say which folder.",
            "See `cuttings watch --list`.",
        )
    return found


def _tell(file: FolderFile, as_json: bool) -> None:
    if as_json:
        print_json(folder_file_to_json(file))
        return
    article = f"article {file.article_id}" if file.article_id is not None else ""
    say(f"{file.name}: {' – '.join(filter(None, [str(file.state), article, file.reason]))}")
