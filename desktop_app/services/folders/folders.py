"""Watched folders as the window and the terminal see them."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from pathlib import Path

from desktop_app.core.errors import AppError, InputError
from desktop_app.core.watched_folder import FileState, FolderFile, WatchedFolder
from desktop_app.services.base.clock import now_utc
from desktop_app.services.base.listeners import never
from desktop_app.services.clipping.prepared_clip import PreparedClip
from desktop_app.services.folders.settled_files import SettledFiles, Stamp, readable_files
from desktop_app.services.versions.versions import Versions
from desktop_app.store.archive import Archive

_Write = Callable[[Callable[[], object]], object]


class Folders:
    """The watched folders of one archive; ``archive`` gives the calling thread's connection."""

    def __init__(self, archive: Callable[[], Archive], versions: Versions) -> None:
        self._archive = archive
        self._versions = versions
        self._settled: dict[int, SettledFiles] = {}

    # Which are watched

    def all(self) -> list[WatchedFolder]:
        """Every watched folder, by its path."""
        return self._archive().watched_folders.all()

    def files(
        self, folder_id: int, states: Collection[FileState] = (), limit: int = -1
    ) -> list[FolderFile]:
        """What became of a folder's files, those looked at last first."""
        return self._archive().watched_folders.files(folder_id, states, limit)

    def watch(
        self, path: Path, *, tags: Sequence[str] = (), with_present: bool = False
    ) -> WatchedFolder:
        """Watch a folder: what appears in it is clipped; ``with_present`` also what is there.

        Raises InputError where it isn't there or can't be read.
        """
        from desktop_app.store.articles.tags import checked_path  # noqa: PLC0415 - for tags alone

        whole = Path(os.path.abspath(path.expanduser()))  # noqa: PTH100 - links stay as they are
        present, archive = readable_files(whole), self._archive()
        checked = [checked_path(tag) for tag in tags]
        folders = archive.watched_folders
        with archive.act(f"Watched the folder “{whole.name}”"):
            folder_id = folders.add(str(whole), checked)
        if with_present:
            folders.forget_files(folder_id, [FileState.BEFORE])
        elif not folders.known(folder_id):
            folders.note_files(
                _file(folder_id, name, stamp, FileState.BEFORE) for name, stamp in present.items()
            )
        return next(each for each in folders.all() if each.id == folder_id)

    def forget(self, folder_id: int) -> None:
        """Watch a folder no more; what was clipped from it stays."""
        archive = self._archive()
        folder = next((each for each in self.all() if each.id == folder_id), None)
        if folder is None:
            raise InputError(f"No folder {folder_id} is watched.", "See `cuttings watch --list`.")
        with archive.act(f"Watched the folder “{Path(folder.path).name}” no more"):
            archive.watched_folders.forget(folder_id)

    def find(self, path: Path) -> WatchedFolder | None:
        """The folder of this path, if it is watched."""
        whole = os.path.abspath(path.expanduser())  # noqa: PTH100 - as above
        return self._archive().watched_folders.find(whole)

    def try_again(self, folder_id: int) -> None:
        """Look anew at the files that failed."""
        self._archive().watched_folders.forget_files(folder_id, [FileState.FAILED])

    # Looking

    @property
    def waiting(self) -> int:
        """How many files weren't whole when they were looked at last."""
        return sum(each.waiting for each in self._settled.values())

    def look(
        self,
        *,
        write: _Write = lambda call: call(),
        cancelled: Callable[[], bool] = never,
    ) -> Iterator[FolderFile]:
        """Clip what appeared in the watched folders and is whole; gives what became of each file.

        One thread at a time may look. ``write`` runs a change where changes are made.
        """
        folders = self._archive().watched_folders.all()
        self._settled = {
            each.id: self._settled.get(each.id) or SettledFiles(Path(each.path)) for each in folders
        }
        cleaner = _Cleaner()
        try:
            for folder in folders:
                for name, stamp in self._whole_files(folder, write).items():
                    if cancelled():
                        return
                    yield self._take(folder, name, stamp, cleaner, write)
        finally:
            cleaner.end()

    def _whole_files(self, folder: WatchedFolder, write: _Write) -> dict[str, Stamp]:
        known = self._archive().watched_folders.known(folder.id)
        problem = ""
        try:
            found = self._settled[folder.id].look(known)
        except InputError as failure:
            found, problem = {}, failure.message
        if problem != folder.problem:
            write(lambda: self._archive().watched_folders.note_problem(folder.id, problem))
        return found

    def _take(
        self, folder: WatchedFolder, name: str, stamp: Stamp, cleaner: _Cleaner, write: _Write
    ) -> FolderFile:
        try:
            clip = cleaner.clip(Path(folder.path) / name)
        except AppError as failure:
            failed = _file(folder.id, name, stamp, FileState.FAILED, failure.message)
            write(lambda: self._archive().watched_folders.note_files([failed]))
            return failed
        taken: list[FolderFile] = []

        def keep() -> None:
            archive = self._archive()
            title = clip.clean.title or name
            with archive.act(f"Clipped “{title}” from a watched folder"):
                kept = self._versions.keep_clip(clip, tags=folder.tags)
                state = FileState.KNOWN if kept.how == "known" else FileState.SAVED
                warning = next((each.message for each in clip.clean.warnings), "")
                reason = kept.message or warning.partition(". ")[0]
                taken.append(_file(folder.id, name, stamp, state, reason, kept.article_id))
                archive.watched_folders.note_files(taken)

        try:
            write(keep)
        except AppError as failure:
            return _file(folder.id, name, stamp, FileState.FAILED, failure.message)
        return taken[0]


class _Cleaner:
    """Reads and cleans files in a process of its own, started for the first of them."""

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None

    def clip(self, path: Path) -> PreparedClip:
        """The file as a clip; AppError where there is none in it."""
        # Imported here: most looks find nothing.
        from desktop_app.capture.files import read_file  # noqa: PLC0415
        from desktop_app.services.clipping.cleaning_pool import cleaning_pool  # noqa: PLC0415
        from desktop_app.services.clipping.prepare_clip import prepare_clip  # noqa: PLC0415

        raw = read_file(path, captured=now_utc())
        self._pool = self._pool or cleaning_pool(1)
        try:
            return self._pool.submit(prepare_clip, raw).result()
        except BrokenExecutor as fault:
            self._pool = None
            raise InputError(
                "The process that was cleaning this page ended.",
                "It may be too large for this machine's memory.",
            ) from fault

    def end(self) -> None:
        """Let the process end."""
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)


def _file(
    folder_id: int,
    name: str,
    stamp: Stamp,
    state: FileState,
    reason: str = "",
    article_id: int | None = None,
) -> FolderFile:
    return FolderFile(folder_id, name, *stamp, state, reason, article_id, now_utc())
