"""What an earlier export put into a folder, so that the next one finds its own files again.

Kept in one small file in the folder. With it a renamed article renames its file, two articles of
one name keep the names they have, and a file that somebody has changed since is left alone.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from desktop_app.core.article import Article
from desktop_app.export.base.file_names import name_key

RECORD_NAME = ".cuttings-export.json"
_FORMAT = 1
_MAX_BYTES = 100 * 2**20


@dataclass(frozen=True, slots=True)
class RecordedFile:
    """A file as it was written: its name, the wished-for stem, and the digest of its bytes."""

    name: str
    stem: str
    digest: str


@dataclass(slots=True)
class FolderRecord:
    """The files of a folder by the article they hold."""

    files: dict[str, RecordedFile] = field(default_factory=dict)

    @classmethod
    def read(cls, folder: Path) -> FolderRecord:
        """The folder's record; an empty one where there is none or it can't be understood."""
        path = folder / RECORD_NAME
        if path.is_symlink() or not path.is_file() or path.stat().st_size > _MAX_BYTES:
            return cls()
        try:
            return cls(dict(_entries(json.loads(path.read_bytes()))))
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return cls()

    def as_bytes(self) -> bytes:
        """The record as it is written: the same for the same files."""
        files = {
            key: {"name": kept.name, "stem": kept.stem, "sha256": kept.digest}
            for key, kept in sorted(self.files.items())
        }
        value = {"format": _FORMAT, "files": files}
        return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()

    def names(self) -> set[str]:
        """The keys of all names that are given to articles."""
        return {name_key(kept.name) for kept in self.files.values()}


def article_key(article: Article) -> str:
    """What tells an article from all others, in this archive and in the next."""
    return f"{article.id}@{article.captured}"


def digest(content: bytes) -> str:
    """The hexadecimal SHA-256 of a file's bytes."""
    return hashlib.sha256(content).hexdigest()


def _entries(value: dict[str, dict[str, dict[str, str]]]) -> Iterator[tuple[str, RecordedFile]]:
    for key, kept in value["files"].items():
        name = str(kept["name"])
        # Names are read back from a file that anyone may have written: never a path.
        if Path(name).name == name and "\\" not in name and name not in ("", ".", ".."):
            yield str(key), RecordedFile(name, str(kept["stem"]), str(kept["sha256"]))
