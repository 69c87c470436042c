"""The bytes as they were captured: compressed, addressed by SHA-256, never changed."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from sqlite3 import Row
from typing import NamedTuple

import zstandard

from desktop_app.core.article import CleaningWarning, RawCapture, SnapshotInfo, StoredImage
from desktop_app.core.errors import ArchiveError, InputError
from desktop_app.store.base.article_state import MAX_PAGE_BYTES, compressed, decompressed
from desktop_app.store.base.connection import Connection

#: The largest capture that is kept, in bytes; a browser's saved page is rarely above 50 MB.
MAX_SNAPSHOT_BYTES = 512 * 2**20
_LEVEL = 6

_COLUMNS = """
    SELECT c.id, s.sha256, c.role, c.media_type, c.url, c.charset, c.headers, c.captured, c.name,
           c.warnings, s.size
    FROM captures c JOIN snapshots s ON s.id = c.snapshot_id
"""
_CAPTURE = f"{_COLUMNS} WHERE c.article_id = ? AND c.role = ? ORDER BY c.id DESC LIMIT 1"
# The further pages of a capture are stored behind its first.
_FURTHER = f"{_COLUMNS} WHERE c.article_id = ? AND c.role = 'further' AND c.id > ? ORDER BY c.id"


# The snapshot that a revision is compressed against: the article's latest page.
_PAGE = """
    SELECT s.id, s.content, c.media_type, s.size
    FROM captures c JOIN snapshots s ON s.id = c.snapshot_id
    WHERE c.article_id = ? AND c.role = 'page' ORDER BY c.id DESC LIMIT 1
"""


class Page(NamedTuple):
    """A page with the words of a revision, small enough to be unpacked with each reading."""

    snapshot_id: int
    content: bytes


class SnapshotStore:
    """Captures of articles and the snapshots that hold their bytes."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(self, article_id: int, raw: RawCapture) -> Page | None:
        """Store a capture with its companion and further pages; the same bytes are stored once.

        Gives the page as ``page`` does.
        """
        snapshot_id = self._capture(article_id, raw, "page")
        if raw.companion is not None:
            self._capture(article_id, raw.companion, "companion")
        for page in raw.further:
            self._capture(article_id, page, "further")
        has_words = _has_words(raw.media_type, len(raw.content))
        return Page(snapshot_id, raw.content) if has_words else None

    def page(self, article_id: int) -> Page | None:
        """The page against which a revision can be compressed now, None where there is none."""
        row = self._connection.row(_PAGE, (article_id,))
        if row is None or not _has_words(row["media_type"], row["size"]):
            return None
        return Page(row["id"], decompressed(row["content"], MAX_PAGE_BYTES))

    def keep_images(self, article_id: int, images: tuple[StoredImage, ...], captured: str) -> None:
        """Store pictures of the article, each under its address."""
        for image in images:
            raw = RawCapture(image.content, image.media_type, captured, url=image.url)
            self._capture(article_id, raw, "image")

    def capture(self, article_id: int) -> RawCapture:
        """The article's latest capture whole, with its companion."""
        raw = self._read(article_id, "page")
        if raw is None:
            raise InputError(
                f"Article {article_id} has no snapshot.", "See “cuttings list” for what there is."
            )
        return raw

    def info(self, article_id: int) -> SnapshotInfo | None:
        """The article's latest capture without its bytes."""
        row = self._connection.row(_CAPTURE, (article_id, "page"))
        if row is None:
            return None
        return SnapshotInfo(
            sha256=row["sha256"],
            media_type=row["media_type"],
            size=row["size"],
            captured=row["captured"],
            url=row["url"],
            charset=row["charset"],
            headers=_pairs(row["headers"]),
            role=row["role"],
        )

    def images(self, article_id: int) -> dict[str, StoredImage]:
        """The pictures that are kept with the article, by address."""
        rows = self._connection.rows(
            "SELECT s.sha256, c.media_type, c.url FROM captures c"
            " JOIN snapshots s ON s.id = c.snapshot_id"
            " WHERE c.article_id = ? AND c.role = 'image' ORDER BY c.id",
            (article_id,),
        )
        return {
            row["url"]: StoredImage(row["url"], row["media_type"], self.content(row["sha256"]))
            for row in rows
        }

    def content(self, sha256: str) -> bytes:
        """The bytes at this address; raises ArchiveError where they are lost or damaged."""
        frame = self._connection.value("SELECT content FROM snapshots WHERE sha256 = ?", (sha256,))
        if isinstance(frame, bytes):
            return decompressed(frame, MAX_SNAPSHOT_BYTES)
        raise ArchiveError(
            "A snapshot is missing from the archive.", "Restore a backup of the archive."
        )

    def article_ids(self, sha256: str) -> list[int]:
        """The articles that were captured as these very bytes."""
        return self._connection.column(
            "SELECT DISTINCT c.article_id FROM captures c"
            " JOIN snapshots s ON s.id = c.snapshot_id"
            " WHERE s.sha256 = ? AND c.role = 'page' ORDER BY c.article_id",
            (sha256,),
        )

    def _read(self, article_id: int, role: str) -> RawCapture | None:
        row = self._connection.row(_CAPTURE, (article_id, role))
        if row is None:
            return None
        if role != "page":
            return self._raw(row)
        companion = self._read(article_id, "companion")
        further = self._connection.rows(_FURTHER, (article_id, row["id"]))
        return replace(self._raw(row), companion=companion, further=tuple(map(self._raw, further)))

    def _raw(self, row: Row) -> RawCapture:
        return RawCapture(
            content=self.content(row["sha256"]),
            media_type=row["media_type"],
            captured=row["captured"],
            url=row["url"],
            charset=row["charset"],
            headers=_pairs(row["headers"]),
            name=row["name"],
            warnings=tuple(CleaningWarning(*each) for each in json.loads(row["warnings"])),
        )

    def _capture(self, article_id: int, raw: RawCapture, role: str) -> int:
        """Note a capture and keep its bytes; gives the id of their snapshot."""
        snapshot_id = self._keep_bytes(raw.content)
        self._connection.write(
            "INSERT INTO captures (article_id, snapshot_id, role, media_type, url, charset,"
            " headers, captured, name, warnings) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                article_id,
                snapshot_id,
                role,
                raw.media_type,
                raw.url,
                raw.charset,
                json.dumps(raw.headers),
                raw.captured,
                raw.name,
                json.dumps([[each.code, each.message] for each in raw.warnings]),
            ),
        )
        return snapshot_id

    def _keep_bytes(self, content: bytes) -> int:
        if len(content) > MAX_SNAPSHOT_BYTES:
            raise InputError(
                f"The page is larger than {MAX_SNAPSHOT_BYTES // 2**20} MB.",
                "Clip the part of it that you need.",
            )
        sha256 = hashlib.sha256(content).hexdigest()
        known = self._connection.value("SELECT id FROM snapshots WHERE sha256 = ?", (sha256,))
        if known is not None:
            return int(known)
        return self._connection.write(
            "INSERT INTO snapshots (sha256, size, content) VALUES (?, ?, ?)",
            (sha256, len(content), compressed(content, _LEVEL)),
        )


def _has_words(media_type: str, size: int) -> bool:
    return media_type.startswith("text/") and 0 < size <= MAX_PAGE_BYTES


def damaged_snapshots(connection: Connection) -> list[str]:
    """The addresses whose bytes no longer have the hash that they are kept under."""
    damaged = []
    for sha256 in connection.column("SELECT sha256 FROM snapshots"):
        frame = connection.value("SELECT content FROM snapshots WHERE sha256 = ?", (sha256,))
        try:
            content = decompressed(frame, MAX_SNAPSHOT_BYTES)
        except (ArchiveError, TypeError, zstandard.ZstdError):
            damaged.append(sha256)
            continue
        if hashlib.sha256(content).hexdigest() != sha256:
            damaged.append(sha256)
    return damaged


def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in json.loads(text))
