"""A folder with a file for each article, written again and again without doing harm.

It finds an article's earlier file, gives free names, and leaves alone what somebody changed. What
the files hold is the formats' business. Files that stand for something else than an article, and
those whose names must be known before their content is, are placed first and filled later.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import Self

from desktop_app.core.article import Article
from desktop_app.core.counted import counted
from desktop_app.core.errors import ExportError
from desktop_app.export.base.file_names import article_stem, name_key
from desktop_app.export.base.folder_record import (
    RECORD_NAME,
    FolderRecord,
    RecordedFile,
    article_key,
    digest,
)
from desktop_app.export.base.result import ExportResult
from desktop_app.export.base.write_file import (
    export_failure,
    holds,
    prepare_folder,
    prepare_inside,
    write_file,
    write_if_changed,
)

#: What begins the keys of files that are named by their content.
_BESIDE = "beside:"
#: So many bytes of a file are looked at for the key of what it holds.
_HEAD_BYTES = 4_096
#: So many names stand in a sentence about files.
_MOST_NAMED = 10


@dataclass(slots=True)
class ArticleFolder:
    """The folder being written, with what was found in it and what is done so far.

    Of a record that several formats share, only what stands under ``owner`` is this one's.
    """

    path: Path
    suffix: str
    record: FolderRecord
    taken: set[str]
    written: list[Path] = field(default_factory=list)
    unchanged: list[Path] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    owner: str = ""
    outdated: list[Path] = field(default_factory=list)
    removed: list[Path] = field(default_factory=list)
    _placed: set[str] = field(default_factory=set)
    # The folders inside that are there, and where files wait for them until they are whole.
    _prepared: dict[Path, Path] = field(default_factory=dict)

    @classmethod
    def open(cls, to: Path, suffix: str, *, one_name: bool = False, owner: str = "") -> Self:
        """Make the folder or take it as it is. Raises ExportError where that can't be.

        With ``one_name`` no file gets the name of another one in any folder below, whosever.
        A format whose files aren't to be mixed up with those of another one names itself
        ``owner``.
        """
        path = prepare_folder(to)
        record = FolderRecord.read(path)
        taken = record.names()
        if one_name:
            ours = {kept.name for kept in record.files.values()}
            taken |= {name_key(name.rpartition("/")[2]) for name in _below(path, suffix) - ours}
        return cls(path, suffix, record, taken, owner=owner)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        failure: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        """Write down what was done, for the next time; where it failed, that is what is told."""
        try:
            if self.record.files:
                write_if_changed(self.path / RECORD_NAME, self.record.as_bytes())
        except ExportError:
            if failure is None:
                raise

    def put(self, article: Article, content: bytes) -> None:
        """Write an article's file, or leave it where it is so already or somebody changed it."""
        key = article_key(article)
        self.place(key, article_stem(article), article.id, content=content)
        self.fill(key, content)

    def place(
        self, key: str, stem: str, number: int, *, folder: str = "", content: bytes | None = None
    ) -> str:
        """Give the file of this key its name, with its folders before it, and rename an older one.

        ``number`` tells it from another one of that stem; ``content``, where it is known already,
        finds a file again that no record tells of.
        """
        recorded = self._recorded(key)
        self._placed.add(recorded)
        wished = f"{folder}/{stem}" if folder else stem
        kept = self.record.files.get(recorded)
        if kept is not None and kept.stem == wished:
            return kept.name
        old = None if kept is None else self.path / kept.name
        if old is not None and kept is not None and _there(old):
            if self._is_inside(old) and _is_ours(old, kept, content):
                self.taken.discard(name_key(old.name))
            else:
                self._left_alone(old, "the article has a new title and was written to a new file")
                old, kept = None, None
        name = self._free_name(wished, number, content, key, renamed=old)
        if old is not None and old.exists():
            self._prepare((self.path / name).parent)
            _rename(old, self.path / name)
        made = RecordedFile(name, wished, "") if kept is None else kept
        self.record.files[recorded] = replace(made, name=name, stem=wished)
        return name

    def is_current(self, key: str, made_from: str) -> bool:
        """Whether the placed file was made from that and is as it was then; no more to be done."""
        kept = self.record.files[self._recorded(key)]
        if kept.made_from != made_from:
            return False
        path = self.path / kept.name
        if _size_and_time(path) != (kept.size, kept.time):
            return False
        if not all((self.path / name).is_file() for name in kept.beside):
            return False
        self.unchanged.append(path)
        self.unchanged += [self.path / name for name in kept.beside]
        self._placed.update(self._beside(name) for name in kept.beside)
        self.warnings += kept.told
        return True

    def fill(
        self,
        key: str,
        content: bytes,
        *,
        made_from: str = "",
        beside: Sequence[str] = (),
        told: Sequence[str] = (),
    ) -> None:
        """Write a placed file, or leave it where it is so already or somebody changed it."""
        key = self._recorded(key)
        kept = self.record.files[key]
        path = self.path / kept.name
        self.warnings += told
        self._prepare(path.parent)
        if _there(path) and holds(path, content):
            self.unchanged.append(path)
        elif not _there(path) or _is_ours(path, kept, content):
            write_file(path, content, self._prepared.get(path.parent))
            self.written.append(path)
        else:
            self._left_alone(path, "the new version wasn't written")
            return
        kept = RecordedFile(kept.name, kept.stem, digest(content))
        if made_from:
            seen = (made_from, *_size_and_time(path), tuple(beside), tuple(told))
            kept = RecordedFile(kept.name, kept.stem, kept.digest, *seen)
        self.record.files[key] = kept

    def put_beside(self, subfolder: str, files: Mapping[str, bytes]) -> None:
        """Write further files, named by their content, into a folder inside this one."""
        if not files:
            return
        self._prepare(self.path / subfolder)
        for name, content in files.items():
            inside = f"{subfolder}/{name}"
            path = self.path / inside
            written = write_if_changed(path, content, self._prepared.get(path.parent))
            (self.written if written else self.unchanged).append(path)
            self.record.files[self._beside(inside)] = RecordedFile(inside, "", digest(content))
            self._placed.add(self._beside(inside))

    def put_own(self, name: str, content: bytes) -> None:
        """Write a file for the user to change, where there is none of that name."""
        path = self.path / name
        if _there(path):
            self.unchanged.append(path)
        else:
            write_file(path, content)
            self.written.append(path)

    def leave(self, *, delete: bool) -> None:
        """Tell of the files of earlier exports that nothing placed now belongs to.

        With ``delete`` they go, but for those that somebody has changed since.
        """
        ours = {key for key in self.record.files if key.startswith(self.owner)}
        shared = {self.record.files[key].name for key in self.record.files.keys() - ours}
        for key in sorted(ours - self._placed):
            kept = self.record.files[key]
            path = self.path / kept.name
            if not _there(path) or kept.name in shared:
                del self.record.files[key]
            elif delete and self._is_inside(path) and _is_ours(path, kept, None):
                _unlink(path)
                del self.record.files[key]
                self.removed.append(path)
            elif not key.startswith(self._beside("")):
                self.outdated.append(path)
        for folder in {path.parent for path in self.removed} - {self.path}:
            _remove_if_empty(folder)
        if self.outdated:
            self.warnings.append(_outdated_in_words(self.outdated, delete=delete))

    def result(self, *, cancelled: bool) -> ExportResult:
        """What was done, to be given back."""
        written = set(self.written)
        unchanged = dict.fromkeys(path for path in self.unchanged if path not in written)
        return ExportResult(
            tuple(dict.fromkeys(self.written)),
            tuple(unchanged),
            tuple(self.warnings),
            cancelled,
            tuple(self.outdated),
            tuple(self.removed),
        )

    def holds(self, key: str) -> bool:
        """Whether something of this key has its name here."""
        return self._recorded(key) in self.record.files

    def has_files_of(self, owner: str) -> bool:
        """Whether a file is there that another export wrote, which calls itself so."""
        return any(
            key.startswith(owner) and _there(self.path / kept.name)
            for key, kept in self.record.files.items()
        )

    def _recorded(self, key: str) -> str:
        return self.owner + key + self.suffix

    def _beside(self, name: str) -> str:
        return self.owner + _BESIDE + name

    def _free_name(
        self,
        stem: str,
        number: int,
        content: bytes | None,
        key: str,
        renamed: Path | None = None,
    ) -> str:
        further = (f" ({number}-{n})" for n in range(2, 1000))
        for each in chain(("", f" ({number})"), further):
            name = f"{stem}{each}{self.suffix}"
            path = self.path / name
            folded = name_key(path.name)
            if folded in self.taken and not _tells(path, key):
                continue
            # On a file system that folds case, the file to be renamed may answer to the new name.
            ours = renamed is not None and path.exists() and path.samefile(renamed)
            if ours or not _there(path) or _is_known(path, content, key):
                self.taken.add(folded)
                return name
        raise ExportError(f"No file name is left for “{stem}”.", "Choose an empty folder.")

    def _is_inside(self, path: Path) -> bool:
        """Whether no link in a path inside this folder leads out of it."""
        folder = path.parent
        return folder == self.path or folder.resolve() == folder

    def _prepare(self, folder: Path) -> None:
        """Make a folder inside this one; raises ExportError where its name leads elsewhere."""
        if folder in self._prepared or folder == self.path:
            return
        self._prepared[folder] = prepare_inside(self.path, folder)

    def _left_alone(self, path: Path, consequence: str) -> None:
        self.warnings.append(
            f"“{path.name}” was changed since it was exported, so it was left alone; "
            f"{consequence}. Rename or delete it to export it afresh."
        )


def _outdated_in_words(paths: Sequence[Path], *, delete: bool) -> str:
    names = ", ".join(f"“{path.name}”" for path in paths[:_MOST_NAMED])
    more = f" and {len(paths) - _MOST_NAMED:,} more" if len(paths) > _MOST_NAMED else ""
    files = counted(len(paths), "file")
    why = "changed since, so kept" if delete else "kept"
    return f"{files} of an earlier export, no longer part of this one, {why}: {names}{more}."


def _below(folder: Path, suffix: str) -> set[str]:
    """The files of that suffix in a folder and those below it, hidden ones left out."""

    def found() -> Iterator[str]:
        for at, folders, names in os.walk(folder):
            folders[:] = [name for name in folders if not name.startswith(".")]
            inside = Path(at).relative_to(folder).as_posix()
            before = "" if inside == "." else f"{inside}/"
            yield from (before + name for name in names if name.lower().endswith(suffix))

    return set(found())


def _size_and_time(path: Path) -> tuple[int, int]:
    """Bytes and nanosecond of the last change; of what isn't there none that a file has."""
    try:
        state = path.lstat()
    except OSError:  # gone, or not to be looked at: then its bytes are compared
        return -1, -1
    return state.st_size, state.st_mtime_ns


def _there(path: Path) -> bool:
    return os.path.lexists(path)


def _is_known(path: Path, content: bytes | None, key: str) -> bool:
    """Whether a file that no record tells of is the one looked for."""
    return holds(path, content) if content is not None else _tells(path, key)


def _tells(path: Path, key: str) -> bool:
    """Whether a file says at its beginning that it holds what has this key."""
    if path.is_symlink() or not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            lines = file.read(_HEAD_BYTES).decode("utf-8", "replace").splitlines()
    except OSError as failure:
        raise export_failure(path, failure) from failure
    return any(line.startswith("cuttings:") and line.endswith(f" {key}") for line in lines)


def _is_ours(path: Path, kept: RecordedFile, content: bytes | None) -> bool:
    """Whether a file is as an export wrote it."""
    if path.is_symlink() or not path.is_file():
        return False
    try:
        found = digest(path.read_bytes())
    except OSError as failure:
        raise export_failure(path, failure) from failure
    return found == kept.digest or (content is not None and found == digest(content))


def _rename(old: Path, new: Path) -> None:
    try:
        old.replace(new)
    except OSError as failure:
        raise export_failure(new, failure) from failure


def _unlink(path: Path) -> None:
    try:
        path.unlink()
    except OSError as failure:
        raise export_failure(path, failure) from failure


def _remove_if_empty(folder: Path) -> None:
    try:
        folder.rmdir()
    except OSError:  # something is in it, or somebody holds it
        return
