"""Folders that are watched for saved pages, and what became of each file in them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FileState(StrEnum):
    """What became of a file; ``before`` are those that lay there when the folder was chosen."""

    BEFORE = "before"
    SAVED = "saved"
    KNOWN = "known"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class WatchedFolder:
    """A folder; ``problem`` is the sentence on why it can't be looked into, empty where it can.

    What is clipped from it gets its tags. ``saved`` and ``failed`` count its files.
    """

    id: int
    path: str
    tags: tuple[str, ...] = ()
    problem: str = ""
    saved: int = 0
    failed: int = 0


@dataclass(frozen=True, slots=True)
class FolderFile:
    """A file as it was when it was looked at: its size in bytes, its time in nanoseconds."""

    folder_id: int
    name: str
    size: int
    modified: int
    state: FileState
    reason: str = ""
    article_id: int | None = None
    looked: str = ""


def watched_folder_to_json(folder: WatchedFolder) -> dict[str, object]:
    """A folder as the terminal prints it."""
    return {
        "id": folder.id,
        "path": folder.path,
        "tags": list(folder.tags),
        "problem": folder.problem or None,
        "saved": folder.saved,
        "failed": folder.failed,
    }


def folder_file_to_json(file: FolderFile) -> dict[str, object]:
    """A file as the terminal prints it."""
    return {
        "file": file.name,
        "bytes": file.size,
        "state": str(file.state),
        "reason": file.reason or None,
        "article": file.article_id,
        "looked": file.looked,
    }
