"""Export what a query finds, chosen articles or a dossier, in one of the formats."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from desktop_app.core.errors import InputError
from desktop_app.export.base.result import ExportResult
from desktop_app.export.base.unfinished_file import remove_abandoned
from desktop_app.export.base.write_file import export_failure
from desktop_app.services.base.listeners import never, no_progress
from desktop_app.services.exporting.export_job import ExportJob, StoppedError, What
from desktop_app.services.exporting.export_options import OptionValue, read_options
from desktop_app.services.exporting.formats import ExportFormat, Takes, format_named
from desktop_app.store.archive import Archive


def export_articles(
    archive: Archive,
    what: What,
    format_name: str,
    to: Path,
    *,
    options: Mapping[str, OptionValue] = MappingProxyType({}),
    progress: Callable[[int, int], None] = no_progress,
    cancelled: Callable[[], bool] = never,
) -> ExportResult:
    """Write ``what`` to ``to``; ``options`` are those of the format, by name.

    Raises InputError for an unknown format or option, or nothing to export; ExportError when
    writing fails.
    """
    chosen = format_named(format_name)
    if chosen.takes is Takes.ARCHIVE and what != "":
        raise InputError(f"“{format_name}” is made of the whole archive.", "Leave the query out.")
    try:
        to.is_dir()
    except OSError as failure:  # no such name can be, or nobody may look there
        raise export_failure(to, failure) from failure
    # Where an export was ended by force, its unfinished file is there still.
    remove_abandoned(to if to.is_dir() else to.parent)
    job = ExportJob(archive, what, to, progress, cancelled, chosen.endings)
    options = {**_told_by_ending(chosen, to), **options}
    try:
        return chosen.write(job, read_options(chosen.options, options, format_name))
    except StoppedError:
        return ExportResult(cancelled=True)


def _told_by_ending(chosen: ExportFormat, to: Path) -> dict[str, OptionValue]:
    """The kind of file that the path's own ending asks for, where the format has several."""
    ending = to.suffix[1:].lower()
    for option in chosen.described_options():
        if option.name == chosen.suffix_option and ending in dict(option.choices):
            return {option.name: ending}
    return {}
