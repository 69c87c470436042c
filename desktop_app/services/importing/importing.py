"""Importing as the window and the terminal see it: look first, then take over as one act.

Reading and cleaning take their time and hold nobody up; what they give waits in a temporary file
until it is stored, all of it or none.
"""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, islice
from pathlib import Path

from desktop_app.core.address_key import address_key
from desktop_app.core.counted import count_articles, counted
from desktop_app.core.errors import InputError
from desktop_app.core.imported import ImportedArticle, ImportProblem, Origin
from desktop_app.services.base.clock import now_utc
from desktop_app.services.base.listeners import never, no_progress
from desktop_app.services.clipping.cleaning_pool import in_order
from desktop_app.services.importing.prepare_import import (
    PreparedImport,
    has_body,
    prepare_import,
)
from desktop_app.store.archive import Archive
from desktop_app.store.articles.article_adding import NewArticle
from desktop_app.store.base.stopping import step_of_act

#: How many articles are written at once.
_BATCH = 500
#: So many items are looked at to tell whether texts come with them.
_LOOKED_AT = 50
#: Problems beyond these are counted, not kept.
_MOST_PROBLEMS = 10_000
_SPOOL_IN_MEMORY = 32 * 2**20
_MANY = 1_000_000


@dataclass(frozen=True, slots=True)
class FoundItem:
    """One item of a file, as it is shown before it is imported."""

    row: int
    title: str
    url: str
    captured: str
    publisher: str
    published: str
    tags: tuple[str, ...]
    highlights: int
    has_note: bool
    has_text: bool
    is_read: bool
    is_starred: bool
    is_known: bool


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What a file holds: ``format`` is the importer's name, ``title`` what a person calls it."""

    format: str
    title: str
    items: tuple[FoundItem, ...]
    problems: tuple[ImportProblem, ...]

    @property
    def new(self) -> int:
        """How many items weren't imported before."""
        return sum(not each.is_known for each in self.items)


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did.

    ``added`` are new articles; ``joined`` are items whose address was in the archive, which gave it
    their tags, note and highlights; ``known`` were imported before and are left as they are;
    ``unfetched`` are the addresses of new articles without a text.
    """

    format: str
    title: str
    added: tuple[int, ...]
    joined: int
    known: int
    without_text: int
    problems: tuple[ImportProblem, ...]
    unfetched: tuple[str, ...] = ()

    def in_words(self) -> str:
        """The report as a sentence or two."""
        said = f"Imported {count_articles(len(self.added))} from {self.title}"
        if self.joined:
            said += f"; {self.joined:,} had an article here already, which got what was new"
        if self.known:
            said += f"; {self.known:,} had been imported before"
        said += "."
        if self.without_text:
            said += f" {self.without_text:,} have no text until they are fetched."
        if self.problems:
            said += f" {counted(len(self.problems), 'row')} couldn't be read."
        return said


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

        return [(each.name, each.title) for each in importers().values()]

    def surely_of(self, path: Path) -> str | None:
        """What a person calls the format of a file that is an export beyond doubt; None for others.

        A page, a text, or what can't be read is no export.
        """
        from desktop_app.capture.importers.import_source import ImportSource  # noqa: PLC0415
        from desktop_app.capture.importers.registry import surely_of  # noqa: PLC0415

        try:
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
        with _Reading(path, format_name) as reading:
            known = self._archive().origins.known(reading.name)
            items: list[FoundItem] = []
            problems: list[ImportProblem] = []
            for each in reading.items():
                if isinstance(each, ImportProblem):
                    _note(problems, each)
                else:
                    items.append(_shown(each, each.origin.id in known))
                _step(len(items), progress, cancelled)
            return ImportPreview(reading.name, reading.title, tuple(items), tuple(problems))

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
            with archive.act(f"Imported {count_articles(read.count)} from {read.title}"):
                storing = _Storing(archive, read.format)
                for prepared in read.prepared():
                    storing.take(prepared)
                    step_of_act(storing.taken, read.count)
                storing.finish()
        finally:
            read.close()
        return ImportReport(
            read.format,
            read.title,
            tuple(storing.added),
            storing.joined,
            read.known + storing.known,
            storing.without_text,
            tuple(read.problems),
            tuple(storing.unfetched),
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

    def items(self) -> Iterator[ImportedArticle | ImportProblem]:
        """What is in it, and what of it was left out."""
        for name in self._source.left_out:
            yield ImportProblem(0, "It is a link, which isn't followed.", name)
        yield from self._importer.read(self._source)


class _Storing:
    """Writes articles some at a time; those that the archive has already get what is new."""

    def __init__(self, archive: Archive, program: str) -> None:
        self._archive = archive
        self._known = archive.origins.known(program)
        self._waiting: dict[str, PreparedImport] = {}
        self._keys: set[str] = set()
        self._lists: dict[str, list[tuple[int, int]]] = {}
        self._own: set[int] = set()
        self.added: list[int] = []
        self.unfetched: list[str] = []
        self.taken = self.joined = self.known = self.without_text = 0

    def take(self, prepared: PreparedImport) -> None:
        """Keep one article, or add what is new of it to the one that is there."""
        self.taken += 1
        article = prepared.article
        origin, url = article.origin, article.clean.url
        assert origin is not None
        key = address_key(url) if url else ""
        if origin.id in self._waiting or key in self._keys:
            self._flush()
        there = self._known.get(origin.id)
        if there is None and url is not None:
            there = next(iter(self._archive.articles.find_by_url(url)), None)
        if there is not None:
            self._join(there, prepared, origin)
            return
        self._waiting[origin.id] = prepared
        if key:
            self._keys.add(key)
        if len(self._waiting) >= _BATCH:
            self._flush()

    def finish(self) -> None:
        """Write what waits, and make the lists."""
        self._flush()
        for name, entries in self._lists.items():
            self._make_dossier(name, [article_id for _, article_id in sorted(entries)])

    def _flush(self) -> None:
        waiting = list(self._waiting.values())
        if not waiting:
            return
        ids = self._archive.articles.add_all(each.article for each in waiting)
        for article_id, prepared in zip(ids, waiting, strict=True):
            self._known[_origin(prepared).id] = article_id
            self._note_lists(article_id, prepared)
            clean = prepared.article.clean
            self.without_text += not clean.text
            if clean.url and not clean.text:
                self.unfetched.append(clean.url)
        self.added += ids
        self._own.update(ids)
        self._waiting.clear()
        self._keys.clear()

    def _join(self, article_id: int, prepared: PreparedImport, origin: Origin) -> None:
        archive, article = self._archive, prepared.article
        if article_id not in self._own:
            if origin.id in self._known:
                # Imported before: what the user did with it since is theirs.
                self.known += 1
                return
            self.joined += 1
        if article.tags:
            archive.tags.add([article_id], article.tags)
        archive.highlights.keep(article_id, article.highlights)
        self._add_note(article_id, article)
        if article.starred:
            archive.articles.set_starred([article_id], True)
        archive.origins.keep(article_id, origin)
        self._known[origin.id] = article_id
        self._own.add(article_id)
        self._note_lists(article_id, prepared)

    def _add_note(self, article_id: int, article: NewArticle) -> None:
        if not article.note:
            return
        note = self._archive.articles.get(article_id).note
        if article.note not in note:
            self._archive.articles.set_note(article_id, f"{note}\n\n{article.note}".strip())

    def _note_lists(self, article_id: int, prepared: PreparedImport) -> None:
        for each in prepared.lists:
            self._lists.setdefault(each.name, []).append((each.position, article_id))

    def _make_dossier(self, name: str, ids: list[int]) -> None:
        # Imported here: few archives have lists.
        from desktop_app.services.articles.dossiers import Dossiers  # noqa: PLC0415

        dossiers = Dossiers(lambda: self._archive)
        taken = {each.name.lower() for each in dossiers.all()}
        free = (f"{name} ({number})" for number in range(2, _MANY))
        dossiers.make(next(each for each in chain([name], free) if each.lower() not in taken), ids)


def _origin(prepared: PreparedImport) -> Origin:
    assert prepared.article.origin is not None
    return prepared.article.origin


def _new(
    items: Iterable[ImportedArticle | ImportProblem], known: dict[str, int], done: ReadImport
) -> Iterator[ImportedArticle]:
    """What wasn't imported before; problems and the rest are noted."""
    for each in items:
        if isinstance(each, ImportProblem):
            _note(done.problems, each)
        elif each.origin.id in known:
            done.known += 1
        else:
            yield each


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


def _shown(found: ImportedArticle, is_known: bool) -> FoundItem:
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
        is_known,
    )


def _note(problems: list[ImportProblem], problem: ImportProblem) -> None:
    if len(problems) < _MOST_PROBLEMS:
        problems.append(problem)


def _step(done: int, progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> None:
    progress(done, 0)
    if cancelled():
        raise InputError("The import was stopped.", "Nothing was changed.")
