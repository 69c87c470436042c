"""A folder with a file for each article, written again and again without doing harm.

It finds an article's earlier file, gives free names, and leaves alone what somebody changed. What
the files hold is the formats' business.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from desktop_app.core.article import Article
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
    write_if_changed,
)


@dataclass(slots=True)
class ArticleFolder:
    """The folder being written, with what was found in it and what is done so far."""

    path: Path
    suffix: str
    record: FolderRecord
    taken: set[str]
    written: list[Path] = field(default_factory=list)
    unchanged: list[Path] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    @classmethod
    def open(cls, to: Path, suffix: str) -> ArticleFolder:
        """Make the folder or take it as it is. Raises ExportError where that can't be."""
        path = prepare_folder(to)
        record = FolderRecord.read(path)
        return cls(path, suffix, record, record.names())

    def put(self, article: Article, content: bytes) -> None:
        """Write an article's file, or leave it where it is so already or somebody changed it."""
        key, stem = article_key(article) + self.suffix, article_stem(article)
        name = self._name(article, stem, content, self.record.files.get(key))
        if name is None:
            return
        self._write(self.path / name, content)
        self.record.files[key] = RecordedFile(name, stem, digest(content))

    def put_beside(self, subfolder: str, files: Mapping[str, bytes]) -> None:
        """Write further files, named by their content, into a folder inside this one."""
        if not files:
            return
        folder = prepare_folder(self.path / subfolder)
        if folder != self.path / subfolder:
            raise ExportError(
                f"“{self.path / subfolder}” leads out of the folder.",
                "Remove that link, or choose another folder.",
            )
        for name, content in files.items():
            self._write(folder / name, content)

    def close(self) -> None:
        """Write down what was done, for the next time."""
        if self.record.files:
            write_if_changed(self.path / RECORD_NAME, self.record.as_bytes())

    def result(self, *, cancelled: bool) -> ExportResult:
        """What was done, to be given back."""
        written = set(self.written)
        unchanged = dict.fromkeys(path for path in self.unchanged if path not in written)
        return ExportResult(
            tuple(dict.fromkeys(self.written)),
            tuple(unchanged),
            tuple(self.warnings),
            cancelled,
        )

    def _name(
        self, article: Article, stem: str, content: bytes, kept: RecordedFile | None
    ) -> str | None:
        """The name to write to; None where the user's own changes stand there."""
        if kept is None:
            return self._free_name(article, stem, content)
        old = self.path / kept.name
        untouched = not _there(old) or _is_ours(old, kept, content)
        if kept.stem == stem and untouched:
            return kept.name
        if kept.stem == stem:
            self._left_alone(old, "the new version wasn't written")
            return None
        if not untouched:
            self._left_alone(old, "the article has a new title and was written to a new file")
            return self._free_name(article, stem, content)
        self.taken.discard(name_key(kept.name))
        name = self._free_name(article, stem, content, renamed=old)
        _rename(old, self.path / name)
        return name

    def _free_name(
        self, article: Article, stem: str, content: bytes, renamed: Path | None = None
    ) -> str:
        numbers = ("", f" ({article.id})", *(f" ({article.id}-{n})" for n in range(2, 1000)))
        for number in numbers:
            name = f"{stem}{number}{self.suffix}"
            path = self.path / name
            # On a file system that folds case, the file to be renamed may answer to the new name.
            ours = renamed is not None and path.exists() and path.samefile(renamed)
            free = ours or not _there(path) or holds(path, content)
            if free and name_key(name) not in self.taken:
                self.taken.add(name_key(name))
                return name
        raise ExportError(f"No file name is left for “{stem}”.", "Choose an empty folder.")

    def _left_alone(self, path: Path, consequence: str) -> None:
        self.warnings.append(
            f"“{path.name}” was changed since it was exported, so it was left alone; "
            f"{consequence}. Rename or delete it to export it afresh."
        )

    def _write(self, path: Path, content: bytes) -> None:
        (self.written if write_if_changed(path, content) else self.unchanged).append(path)


def _there(path: Path) -> bool:
    return path.exists() or path.is_symlink()


def _is_ours(path: Path, kept: RecordedFile, content: bytes) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    try:
        return digest(path.read_bytes()) in (kept.digest, digest(content))
    except OSError as failure:
        raise export_failure(path, failure) from failure


def _rename(old: Path, new: Path) -> None:
    if not old.exists():
        return
    try:
        old.replace(new)
    except OSError as failure:
        raise export_failure(new, failure) from failure
