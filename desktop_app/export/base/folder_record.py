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
from typing import Any

from desktop_app.core.article import Article
from desktop_app.export.base.file_names import name_key

RECORD_NAME = ".cuttings-export.json"
_FORMAT = 1
_MAX_BYTES = 500 * 2**20
#: Deeper paths are none of ours.
_MAX_PARTS = 20


@dataclass(frozen=True, slots=True)
class RecordedFile:
    """A file as it was written: its name, the wished-for stem, and the digest of its bytes.

    The name may have folders before it, parted by ``/``; the digest is empty where the file's
    bytes aren't known to be ours. ``made_from`` is the digest of what it was made from; ``size``
    and ``time`` are its bytes and the nanosecond of its last change, as they were then, ``beside``
    the names of the files that it shows, ``told`` what the user was told of it.
    """

    name: str
    stem: str
    digest: str
    made_from: str = ""
    size: int = -1
    time: int = -1
    beside: tuple[str, ...] = ()
    told: tuple[str, ...] = ()


@dataclass(slots=True)
class FolderRecord:
    """The files of a folder by the article, or whatever else, that they hold."""

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
        """The record as it is written, a line a file: the same for the same files."""
        lines = ",\n".join(
            f"{_json(key)}: {_json(_values(kept))}" for key, kept in sorted(self.files.items())
        )
        text = f'{{"format": {_FORMAT}, "files": {{\n{lines}\n}}}}\n'
        return text.encode("utf-8", "replace")

    def names(self) -> set[str]:
        """The keys of all names that are given to files, without their folders."""
        return {name_key(kept.name.rpartition("/")[2]) for kept in self.files.values()}


def article_key(article: Article) -> str:
    """What tells an article from all others, in this archive and in the next."""
    return f"{article.id}@{article.captured}"


def digest(content: bytes) -> str:
    """The hexadecimal SHA-256 of a file's bytes."""
    return hashlib.sha256(content).hexdigest()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _values(kept: RecordedFile) -> dict[str, object]:
    values: dict[str, object] = {"name": kept.name, "stem": kept.stem, "sha256": kept.digest}
    if kept.made_from:
        values |= {"from": kept.made_from, "size": kept.size, "time": kept.time}
    if kept.beside:
        values["beside"] = kept.beside
    if kept.told:
        values["told"] = kept.told
    return values


def _entries(value: dict[str, dict[str, dict[str, Any]]]) -> Iterator[tuple[str, RecordedFile]]:
    for key, kept in value["files"].items():
        name = str(kept["name"])
        # Names are read back from a file that anyone may have written: never out of the folder.
        if is_inside(name):
            yield (
                str(key),
                RecordedFile(
                    name,
                    str(kept["stem"]),
                    str(kept["sha256"]),
                    str(kept.get("from", "")),
                    int(kept.get("size", -1)),
                    int(kept.get("time", -1)),
                    tuple(str(each) for each in kept.get("beside", ()) if is_inside(str(each))),
                    tuple(str(each) for each in kept.get("told", ())),
                ),
            )


def is_inside(name: str) -> bool:
    """Whether a name, with folders before it or not, can only lead into the folder."""
    parts = name.split("/")
    plain = not any(letter in name for letter in "\\:\0")
    return plain and len(parts) <= _MAX_PARTS and not {"", ".", ".."} & set(parts)
