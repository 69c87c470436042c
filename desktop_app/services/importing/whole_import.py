"""Importing a whole archive: told before, then made again in an empty archive."""

from __future__ import annotations

from pathlib import Path

from desktop_app.core.errors import InputError
from desktop_app.services.importing.import_reports import ImportPreview, ImportReport
from desktop_app.services.importing.whole_file import NAME, TITLE, WholeFile, restore, whole_file
from desktop_app.store.archive import Archive
from desktop_app.store.whole.whole_archive import NOT_EMPTY

_NO_UNDO = "No undo takes it back: delete the archive's file for that."


def wanted_whole(path: Path, format_name: str | None) -> WholeFile | None:
    """The whole archive at the path, where it is that and no other format was asked for."""
    if format_name not in (None, NAME):
        return None
    found = whole_file(path)
    if found is None and format_name is not None:
        raise InputError(f"{path.name} isn't an export of a whole archive.", "Choose another one.")
    return found


def whole_preview(archive: Archive, whole: WholeFile) -> ImportPreview:
    """What is told of a whole archive; that it can't come, where something is in this one."""
    if archive.whole.is_empty():
        return ImportPreview(NAME, TITLE, (), (), (whole.in_words,), whole=whole.articles)
    return ImportPreview(NAME, TITLE, (), (), (whole.in_words, *NOT_EMPTY))


def import_whole(archive: Archive, whole: WholeFile) -> ImportReport:
    """Make the archive again; raises InputError as ``restore`` does."""
    added = tuple(restore(archive, whole))
    return ImportReport(NAME, TITLE, added, 0, 0, 0, (), remarks=(_NO_UNDO,))
