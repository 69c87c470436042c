"""Articles as a folder of Markdown files, one an article, with their images beside them.

Exporting again touches only what changed. What a file holds is made in ``markdown_file``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from desktop_app.core.article import Article, StoredImage
from desktop_app.core.errors import ExportError
from desktop_app.export.file_names import article_stem, name_key
from desktop_app.export.folder_record import (
    RECORD_NAME,
    FolderRecord,
    RecordedFile,
    article_key,
    digest,
)
from desktop_app.export.markdown_file import IMAGE_FOLDER, MarkdownFile, markdown_file
from desktop_app.export.result import ExportResult
from desktop_app.export.write_file import (
    export_failure,
    holds,
    prepare_folder,
    write_if_changed,
)


def export_markdown(
    articles: Sequence[Article],
    to: Path,
    *,
    images: Callable[[int], Mapping[str, StoredImage]],
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> ExportResult:
    """Write each article to its own file in the folder ``to``, made where it is missing.

    ``images`` gives the stored images of an article by their address. Files that somebody changed
    since the last export are left alone and named in the warnings. Raises ExportError when the
    folder can't be written.
    """
    folder = _Folder.open(to)
    stopped = False
    try:
        # Oldest first in the archive, so that of two alike the same one always keeps its name.
        for done, article in enumerate(sorted(articles, key=lambda article: article.id)):
            if cancelled():
                stopped = True
                break
            folder.put(article, images(article.id))
            progress(done + 1, len(articles))
    finally:
        folder.save_record()
    return ExportResult(
        tuple(folder.written), tuple(folder.unchanged), tuple(folder.warnings), stopped
    )


@dataclass(slots=True)
class _Folder:
    """The folder being written, with what was found in it and what is done so far."""

    path: Path
    record: FolderRecord
    taken: set[str]
    written: list[Path] = field(default_factory=list)
    unchanged: list[Path] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    @classmethod
    def open(cls, to: Path) -> _Folder:
        path = prepare_folder(to)
        record = FolderRecord.read(path)
        return cls(path, record, record.names())

    def put(self, article: Article, images: Mapping[str, StoredImage]) -> None:
        made = markdown_file(article, images)
        self.warnings.extend(made.warnings)
        self._put_images(made)
        key, stem = article_key(article), article_stem(article)
        kept = self.record.files.get(key)
        name = self._name(article, stem, made.content, kept)
        if name is None:
            return
        self._note(self.path / name, write_if_changed(self.path / name, made.content))
        self.record.files[key] = RecordedFile(name, stem, digest(made.content))

    def save_record(self) -> None:
        if self.record.files:
            write_if_changed(self.path / RECORD_NAME, self.record.as_bytes())

    def _name(
        self, article: Article, stem: str, content: bytes, kept: RecordedFile | None
    ) -> str | None:
        """The name to write to; None where the user's own changes stand there."""
        if kept is None:
            return self._free_name(article, stem, content)
        old = self.path / kept.name
        untouched = not (old.exists() or old.is_symlink()) or self._is_ours(old, kept, content)
        if kept.stem == stem:
            if untouched:
                return kept.name
            self._leave(old, "the new version wasn't written")
            return None
        if not untouched:
            self._leave(old, "the article has a new title and was written to a new file")
            return self._free_name(article, stem, content)
        self.taken.discard(name_key(kept.name))
        name = self._free_name(article, stem, content, renamed=old)
        self._rename(old, self.path / name)
        return name

    def _free_name(
        self, article: Article, stem: str, content: bytes, renamed: Path | None = None
    ) -> str:
        numbers = ("", f" ({article.id})", *(f" ({article.id}-{n})" for n in range(2, 1000)))
        for number in numbers:
            name = f"{stem}{number}.md"
            path = self.path / name
            # On a file system that folds case, the file to be renamed may answer to the new name.
            ours = renamed is not None and path.exists() and path.samefile(renamed)
            there = (path.exists() or path.is_symlink()) and not ours
            if name_key(name) not in self.taken and (not there or holds(path, content)):
                self.taken.add(name_key(name))
                return name
        raise ExportError(f"No file name is left for “{stem}”.", "Choose an empty folder.")

    def _is_ours(self, path: Path, kept: RecordedFile, content: bytes) -> bool:
        if path.is_symlink() or not path.is_file():
            return False
        try:
            return digest(path.read_bytes()) in (kept.digest, digest(content))
        except OSError as failure:
            raise export_failure(path, failure) from failure

    def _leave(self, path: Path, consequence: str) -> None:
        self.warnings.append(
            f"“{path.name}” was changed since it was exported, so it was left alone; "
            f"{consequence}. Rename or delete it to export it afresh."
        )

    def _rename(self, old: Path, new: Path) -> None:
        if not old.exists():
            return
        try:
            old.replace(new)
        except OSError as failure:
            raise export_failure(new, failure) from failure

    def _put_images(self, made: MarkdownFile) -> None:
        if not made.images:
            return
        folder = prepare_folder(self.path / IMAGE_FOLDER)
        if folder != self.path / IMAGE_FOLDER:
            raise ExportError(
                f"“{self.path / IMAGE_FOLDER}” leads out of the folder.",
                "Remove that link, or choose another folder.",
            )
        for name, content in made.images.items():
            self._note(folder / name, write_if_changed(folder / name, content))

    def _note(self, path: Path, was_written: bool) -> None:
        (self.written if was_written else self.unchanged).append(path)
