"""Importing as the window and the terminal see it: look first, then take over as one act.

Reading and cleaning take their time and hold nobody up; what they give waits in a temporary file
until it is stored, all of it or none.
"""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.core.counted import count_articles
from desktop_app.core.errors import InputError
from desktop_app.core.imported import (
    ImportedArticle,
    ImportProblem,
    ImportRemark,
    KnownItem,
    Origin,
)
from desktop_app.services.base.clock import now_utc
from desktop_app.services.base.listeners import never, no_progress
from desktop_app.services.clipping.cleaning_pool import in_order
from desktop_app.services.importing.import_reports import FoundItem, ImportPreview, ImportReport
from desktop_app.services.importing.prepare_import import (
    PreparedImport,
    has_body,
    prepare_import,
)
from desktop_app.services.importing.storing import Storing
from desktop_app.services.importing.told import Told, what_is_new
from desktop_app.services.importing.whole_file import NAME as WHOLE_NAME
from desktop_app.services.importing.whole_file import TITLE as WHOLE_TITLE
from desktop_app.services.importing.whole_file import WholeFile, whole_file
from desktop_app.services.importing.whole_import import import_whole, wanted_whole, whole_preview
from desktop_app.store.archive import Archive
from desktop_app.store.base.stopping import ActStop, step_of_act

if TYPE_CHECKING:
    from desktop_app.capture.importers.importer import ImportItems

#: So many items are looked at to tell whether texts come with them.
_LOOKED_AT = 50
#: Problems beyond these aren't kept; the last one says so.
_MOST_PROBLEMS = 10_000
_SPOOL_IN_MEMORY = 32 * 2**20
_MANY = 1_000_000


def _temporary_file() -> tempfile.SpooledTemporaryFile[bytes]:
    return tempfile.SpooledTemporaryFile(max_size=_SPOOL_IN_MEMORY)


@dataclass(slots=True)
class ReadImport:
    """What was read of a file and waits to be stored; ``close`` lets go of it."""

    format: str
    title: str
    count: int = 0
    known: int = 0
    problems: list[ImportProblem] = field(default_factory=list)
    untold: list[Origin] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    whole: WholeFile | None = None
    _spool: tempfile.SpooledTemporaryFile[bytes] = field(default_factory=_temporary_file)

    def put(self, prepared: PreparedImport) -> None:
        """Keep one more."""
        pickle.dump(prepared, self._spool, protocol=pickle.HIGHEST_PROTOCOL)
        self.count += 1

    def prepared(self) -> Iterator[PreparedImport]:
        """What was kept, in its order."""
        self._spool.seek(0)
        for _ in range(self.count):
            # This process wrote the file a moment ago, and nobody else has its name.
            yield pickle.load(self._spool)  # noqa: S301

    def close(self) -> None:
        """Let go of it."""
        self._spool.close()


class Importing:
    """Imports into one archive; ``archive`` gives the calling thread's connection."""

    def __init__(self, archive: Callable[[], Archive]) -> None:
        self._archive = archive

    def formats(self) -> list[tuple[str, str]]:
        """Each format's name and what a person calls it."""
        # Imported here, as the reading below: the window's start needs no importer.
        from desktop_app.capture.importers.registry import importers  # noqa: PLC0415

        known = [(each.name, each.title) for each in importers().values()]
        return [(WHOLE_NAME, WHOLE_TITLE), *known]

    def surely_of(self, path: Path) -> str | None:
        """What a person calls the format of a file that is an export beyond doubt; None for others.

        A page, a text, or what can't be read is no export.
        """
        from desktop_app.capture.importers.import_source import ImportSource  # noqa: PLC0415
        from desktop_app.capture.importers.registry import surely_of  # noqa: PLC0415

        try:
            if whole_file(path) is not None:
                return WHOLE_TITLE
            source = ImportSource(path)
        except InputError:
            return None
        try:
            found = surely_of(source)
        finally:
            source.close()
        return found.title if found is not None else None

    def preview(
        self,
        path: Path,
        *,
        format_name: str | None = None,
        progress: Callable[[int, int], None] = no_progress,
        cancelled: Callable[[], bool] = never,
    ) -> ImportPreview:
        """What is in a file; changes nothing. Raises InputError where it can't be read."""
        if (whole := wanted_whole(path, format_name)) is not None:
            return whole_preview(self._archive(), whole)
        with _Reading(path, format_name) as reading:
            known = self._archive().origins.known(reading.name)
            items: list[FoundItem] = []
            problems: list[ImportProblem] = []
            remarks: list[str] = []
            for each in reading.items():
                if isinstance(each, ImportRemark):
                    remarks.append(each.text)
                elif isinstance(each, ImportProblem):
                    _note(problems, each)
                else:
                    items.append(_shown(each, known.get(each.origin.id)))
                _step(len(items), progress, cancelled)
            return ImportPreview(
                reading.name, reading.title, tuple(items), tuple(problems), tuple(remarks)
            )

    def read(
        self,
        path: Path,
        *,
        format_name: str | None = None,
        jobs: int | None = None,
        progress: Callable[[int, int], None] = no_progress,
        cancelled: Callable[[], bool] = never,
    ) -> ReadImport:
        """Read a file and clean what is new in it; changes nothing.

        ``progress`` is told how many articles were read, of how many isn't known (0).
        """
        if (whole := wanted_whole(path, format_name)) is not None:
            return ReadImport(WHOLE_NAME, WHOLE_TITLE, whole.articles, whole=whole)
        with _Reading(path, format_name) as reading:
            known = self._archive().origins.known(reading.name)
            done = ReadImport(reading.name, reading.title)
            try:
                for prepared in _prepared(_new(reading.items(), known, done), jobs):
                    done.put(prepared)
                    _step(done.count, progress, cancelled)
            except BaseException:
                done.close()
                raise
            return done

    def store(self, read: ReadImport) -> ImportReport:
        """Store what was read, as one act, and let go of it."""
        archive = self._archive()
        try:
            if read.whole is not None:
                return import_whole(archive, read.whole)
            with archive.act(f"Imported {count_articles(read.count)} from {read.title}"):
                storing = Storing(archive, read.format)
                storing.note_told(read.untold)
                for prepared in read.prepared():
                    storing.take(prepared)
                    step_of_act(storing.done.taken, read.count)
                storing.finish()
        finally:
            read.close()
        done = storing.done
        return ImportReport(
            read.format,
            read.title,
            tuple(done.added),
            done.joined,
            read.known + done.known,
            done.without_text,
            tuple(read.problems),
            tuple(done.unfetched),
            done.updated,
            tuple(read.remarks),
        )

    def run(
        self,
        path: Path,
        *,
        format_name: str | None = None,
        jobs: int | None = None,
        progress: Callable[[int, int], None] = no_progress,
        cancelled: Callable[[], bool] = never,
    ) -> ImportReport:
        """Import a file: ``read`` and ``store``."""
        read = self.read(
            path, format_name=format_name, jobs=jobs, progress=progress, cancelled=cancelled
        )
        # A whole archive tells how far it is while it is stored, others while they are read.
        with ActStop(progress).within():
            return self.store(read)


class _Reading:
    """A file with the importer that reads it."""

    def __init__(self, path: Path, format_name: str | None) -> None:
        from desktop_app.capture.importers.import_source import ImportSource  # noqa: PLC0415
        from desktop_app.capture.importers.registry import importer_for  # noqa: PLC0415

        self._source = ImportSource(path)
        try:
            self._importer = importer_for(self._source, format_name)
        except BaseException:
            self._source.close()
            raise
        self.name, self.title = self._importer.name, self._importer.title

    def __enter__(self) -> _Reading:
        return self

    def __exit__(self, *_: object) -> None:
        self._source.close()

    def items(self) -> ImportItems:
        """What is in it, and what of it was left out."""
        for name in self._source.left_out:
            yield ImportProblem(0, "It is a link, which isn't followed.", name)
        yield from self._importer.read(self._source)


def _new(
    items: ImportItems, known: dict[str, KnownItem], done: ReadImport
) -> Iterator[ImportedArticle]:
    """What wasn't imported before, of other items what is new; problems and the rest are noted."""
    for each in items:
        if isinstance(each, ImportRemark):
            done.remarks.append(each.text)
            continue
        if isinstance(each, ImportProblem):
            _note(done.problems, each)
            continue
        told = Told.of(each)
        origin = replace(each.origin, told=told.written())
        there = known.get(origin.id)
        if there is None:
            yield replace(each, origin=origin)
        elif _has_news(there, told):
            yield replace(what_is_new(each, Told.read(there.told)), origin=origin)
        else:
            done.known += 1
            if not there.told:
                done.untold.append(origin)


def _has_news(there: KnownItem, told: Told) -> bool:
    """Whether an item that was imported before has something new for its article."""
    return not (there.is_deleted or not there.told or Told.read(there.told).covers(told))


def _prepared(items: Iterator[ImportedArticle], jobs: int | None) -> Iterator[PreparedImport]:
    """Each made ready, where texts come with them by several processes."""
    first = list(islice(items, _LOOKED_AT))
    count = _MANY if len(first) == _LOOKED_AT else len(first)
    if not any(map(has_body, first)):
        count = 1
    prepare = partial(prepare_import, now=now_utc())
    return in_order(prepare, chain(first, items), count=count, jobs=jobs, lost=_lost)


def _lost(found: ImportedArticle) -> PreparedImport:
    """An article whose text ended the process that read it: all of it but the text."""
    bare = ImportedArticle(
        found.origin,
        url=found.url,
        title=found.title,
        captured=found.captured,
        tags=found.tags,
        note=found.note,
        starred=found.starred,
        read=found.read,
        highlights=found.highlights,
    )
    return prepare_import(bare, now_utc())


def _shown(found: ImportedArticle, there: KnownItem | None) -> FoundItem:
    return FoundItem(
        found.origin.row,
        found.title or "",
        found.url or "",
        found.captured or "",
        found.publisher or "",
        found.published or "",
        found.tags,
        len(found.highlights),
        bool(found.note),
        has_body(found),
        found.read or found.archived,
        found.starred,
        there is not None,
        there is not None and _has_news(there, Told.of(found)),
    )


def _note(problems: list[ImportProblem], problem: ImportProblem) -> None:
    if len(problems) < _MOST_PROBLEMS:
        problems.append(problem)
    elif len(problems) == _MOST_PROBLEMS:
        more = "From here on, what can't be read isn't named any more: there is too much of it."
        problems.append(ImportProblem(problem.row, more, problem.member))


def _step(done: int, progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> None:
    progress(done, 0)
    if cancelled():
        raise InputError("The import was stopped.", "Nothing was changed.")
