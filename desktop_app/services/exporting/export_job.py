"""What one export was asked for: which articles, where to, and who wants to hear of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeAlias, overload

from desktop_app.core.article import Article
from desktop_app.core.dossier import EntryKind
from desktop_app.core.errors import InputError
from desktop_app.core.query import parse_query
from desktop_app.services.base.listeners import never, no_progress
from desktop_app.store.archive import Archive


class StoppedError(Exception):
    """The user stopped an export of which half is worth nothing."""


@dataclass(frozen=True, slots=True)
class ChosenDossier:
    """A dossier as that which is exported."""

    id: int


#: What goes out: all that a query finds, chosen articles by their ids, or a dossier.
What: TypeAlias = str | Sequence[int] | ChosenDossier


@dataclass(frozen=True)
class ExportJob:
    """One export. ``to`` is a file, or a folder, as the format and its options say.

    ``progress`` is told how many of how many are done, ``cancelled`` tells that the user stops;
    ``endings`` are those that the format takes beside its own.
    """

    archive: Archive
    what: What
    to: Path
    progress: Callable[[int, int], None] = no_progress
    cancelled: Callable[[], bool] = never
    endings: tuple[str, ...] = ()

    @cached_property
    def ids(self) -> Sequence[int]:
        """The articles: of a query the oldest first, of a dossier in its order, each once.

        Raises InputError where there are none, or where a chosen one doesn't exist.
        """
        ids = self._ids()
        if not ids:
            raise InputError(
                "No article matches, so there is nothing to export.", "Widen the query."
            )
        return ids

    def articles(self, ids: Sequence[int] | None = None) -> ArticlesOfArchive:
        """These articles, or all of the job, each read when its turn comes."""
        return ArticlesOfArchive(self.archive, self.ids if ids is None else ids)

    def step(self, done: int, total: int) -> None:
        """Tell how far it is; raises StoppedError where the user has stopped it."""
        self.progress(done, total)
        if self.cancelled():
            raise StoppedError

    def path(self, suffix: str, stem: str) -> Path:
        """The file to write: ``to`` with the suffix, or of that stem in the folder ``to``.

        One of ``endings`` is left as the user wrote it.
        """
        if self.to.is_dir():
            return self.to / f"{stem}{suffix}"
        name = self.to.name
        if name.lower().endswith((suffix, *self.endings)):
            return self.to
        # Of an ending such as .warc.gz the first half may be there.
        half = suffix.rpartition(".")[0]
        bare = name[: -len(half)] if half and name.lower().endswith(half) else name
        return self.to.with_name(f"{bare}{suffix}")

    def _ids(self) -> Sequence[int]:
        if isinstance(self.what, str):
            return self.archive.search.ids(parse_query(self.what), sort="published")[::-1]
        if isinstance(self.what, ChosenDossier):
            entries = self.archive.dossier_entries.in_order(self.what.id)
            standing = (
                entry.article_id
                for entry in entries
                if entry.kind is EntryKind.ARTICLE and not entry.in_trash
            )
            return list(dict.fromkeys(each for each in standing if each is not None))
        self.archive.articles.require(self.what)
        return self.what


class ArticlesOfArchive(Sequence[Article]):
    """Articles of an archive, read when their turn comes: of very many, few are in memory."""

    def __init__(self, archive: Archive, ids: Sequence[int]) -> None:
        self._archive = archive
        self._ids = ids

    def __len__(self) -> int:
        return len(self._ids)

    def __iter__(self) -> Iterator[Article]:
        return self._archive.articles.several(self._ids)

    @overload
    def __getitem__(self, place: int) -> Article: ...
    @overload
    def __getitem__(self, place: slice) -> ArticlesOfArchive: ...
    def __getitem__(self, place: int | slice) -> Article | ArticlesOfArchive:
        if isinstance(place, slice):
            return ArticlesOfArchive(self._archive, self._ids[place])
        return self._archive.articles.get(self._ids[place])
