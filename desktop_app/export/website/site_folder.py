"""The folder of a site: its files are written when they change, and taken away when they go.

What it wrote stands in a record with the digests, so that it touches no file of anybody else: not
one that was changed since, and none in a folder that holds something else.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from desktop_app.core.counted import counted
from desktop_app.core.errors import ExportError
from desktop_app.export.base.folder_record import digest
from desktop_app.export.base.result import ExportResult
from desktop_app.export.base.write_file import (
    export_failure,
    prepare_folder,
    prepare_inside,
    write_if_changed,
)

RECORD_NAME = ".cuttings-site.json"
_FORMAT = 1
_MAX_RECORD = 200 * 2**20
#: Every name that a site may have; in a record that anyone may have written, no other is believed.
_NAME = re.compile(
    r"(?:[a-z]{1,12}/){0,2}[a-z0-9-]{1,100}(?:-[0-9]+)?\.(?:html|css|js|png|jpg|gif|webp)"
)
_MOST_NAMED = 10


class SiteFolder:
    """A folder being written."""

    def __init__(self, to: Path) -> None:
        """Make the folder or take an earlier site; raises ExportError for any other folder."""
        self.path = prepare_folder(to)
        self._before = dict(_recorded(self.path / RECORD_NAME))
        self._now: dict[str, str] = {}
        # Where files wait until they are whole, by the folder that they go to.
        self._waiting: dict[Path, Path] = {self.path: self.path}
        self._written: list[Path] = []
        self._unchanged: list[Path] = []
        self._left: list[str] = []
        if not (self.path / RECORD_NAME).exists() and any(self.path.iterdir()):
            raise ExportError(
                f"“{self.path}” holds other files.", "Choose an empty folder, or a new one."
            )
        self._write_record(self._before)

    def put(self, name: str, content: bytes) -> None:
        """Write a file, or leave it as it is where it is so already or somebody changed it."""
        if name in self._now:
            return
        path = self.path / name
        self._open(path.parent)
        known = self._before.get(name)
        if known is not None and not self._is_as_written(path, known):
            self._left.append(name)
            self._now[name] = known
            return
        if (
            known is None
            and (path.is_symlink() or path.exists())
            and not self._is_as_written(path, digest(content))
        ):
            self._left.append(name)
            return
        changed = write_if_changed(path, content, self._waiting[path.parent])
        (self._written if changed else self._unchanged).append(path)
        self._now[name] = digest(content)

    def close(self, *, whole: bool) -> ExportResult:
        """Take away what the site no longer has, if it is ``whole``, and give what was done."""
        gone = [name for name in self._before if name not in self._now]
        removed = 0
        for name in gone:
            if not whole:
                self._now[name] = self._before[name]
            elif self._is_as_written(self.path / name, self._before[name]):
                removed += self._remove(self.path / name)
        self._write_record(self._now)
        return ExportResult(
            tuple(self._written),
            tuple(self._unchanged),
            tuple(self._told(removed)),
            cancelled=not whole,
        )

    def give_up(self) -> None:
        """Write down what is there, for the next time; why it failed is what is to be told."""
        with suppress(ExportError):
            self.close(whole=False)

    def _told(self, removed: int) -> Iterator[str]:
        if removed:
            yield f"Removed from the site: {counted(removed, 'file')} of what it no longer shows."
        if self._left:
            named = ", ".join(f"“{name}”" for name in self._left[:_MOST_NAMED])
            more = "" if len(self._left) <= _MOST_NAMED else " and others"
            yield f"Changed by somebody since, so left alone: {named}{more}."

    def _open(self, folder: Path) -> None:
        if folder not in self._waiting:
            self._waiting[folder] = prepare_inside(self.path, folder)

    def _is_as_written(self, path: Path, known: str) -> bool:
        """Whether the file is there with these bytes, or isn't there at all."""
        if path.is_symlink():
            return False
        try:
            return not path.exists() or (path.is_file() and digest(path.read_bytes()) == known)
        except OSError as failure:
            raise export_failure(path, failure) from failure

    def _remove(self, path: Path) -> bool:
        try:
            if path.resolve().parent != path.parent or not path.exists():
                return False
            path.unlink()
        except OSError as failure:
            raise export_failure(path, failure) from failure
        return True

    def _write_record(self, files: Mapping[str, str]) -> None:
        value = {"format": _FORMAT, "files": dict(sorted(files.items()))}
        content = (json.dumps(value, indent=0) + "\n").encode()
        write_if_changed(self.path / RECORD_NAME, content)


def _recorded(path: Path) -> Iterator[tuple[str, str]]:
    if path.is_symlink() or not path.is_file() or path.stat().st_size > _MAX_RECORD:
        return
    try:
        files = json.loads(path.read_bytes())["files"].items()
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return
    for name, known in files:
        if isinstance(known, str) and _NAME.fullmatch(name):
            yield name, known
