"""The bytes as they were captured: compressed, addressed by SHA-256, never changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from sqlite3 import Row
from typing import NamedTuple

import zstandard

from desktop_app.core.article import CleaningWarning, RawCapture, SnapshotInfo, StoredImage
from desktop_app.core.errors import ArchiveError, InputError
from desktop_app.core.refetch import RefusedPage
from desktop_app.store.base.article_state import MAX_PAGE_BYTES, compressed, decompressed
from desktop_app.store.base.connection import Connection

#: The largest capture that is kept, in bytes; a browser's saved page is rarely above 50 MB.
MAX_SNAPSHOT_BYTES = 512 * 2**20
#: How hard snapshots are compressed.
SNAPSHOT_LEVEL = 6

_COLUMNS = """
    SELECT c.id, c.article_id, s.sha256, c.role, c.media_type, c.url, c.charset, c.headers,
           c.captured, c.name, c.warnings, s.size
    FROM captures c JOIN snapshots s ON s.id = c.snapshot_id
"""
_CAPTURE = f"{_COLUMNS} WHERE c.article_id = ? AND c.role = ? ORDER BY c.id DESC LIMIT 1"
_LATEST = f"""{_COLUMNS} WHERE c.id IN (SELECT max(id) FROM captures WHERE role = 'page'
    AND article_id IN (SELECT value FROM json_each(?)) GROUP BY article_id)"""
# The companion and the further pages of a capture are stored behind its page.
_COMPANION = f"{_COLUMNS} WHERE c.article_id = ? AND c.role = 'companion' AND c.id > ? LIMIT 1"
_FURTHER = f"{_COLUMNS} WHERE c.article_id = ? AND c.role = 'further' AND c.id > ? ORDER BY c.id"
_ALL = f"{_COLUMNS} WHERE c.article_id = ? ORDER BY c.id"
_REFUSED = f"""{_COLUMNS} WHERE c.article_id = ? AND c.role = 'refused' AND NOT EXISTS (
        SELECT 1 FROM captures used WHERE used.article_id = c.article_id AND used.role = 'page'
        AND used.snapshot_id = c.snapshot_id) ORDER BY c.id"""
_KEEP_CAPTURE = """
    INSERT INTO captures (article_id, snapshot_id, role, media_type, url, charset, headers,
        captured, name, warnings) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


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

    def keep(self, snapshots: Sequence[NewSnapshot], captures: Iterable[ArticleCapture]) -> None:
        """Store bytes that are new to the archive, and whose capture they and others are."""
        self._connection.write_many(
            "INSERT INTO snapshots (id, sha256, size, content) VALUES (?, ?, ?, ?)",
            [(each.id, each.sha256, len(each.content), each.frame()) for each in snapshots],
        )
        self._connection.write_many(_KEEP_CAPTURE, [_capture_values(each) for each in captures])

    def add(self, article_id: int, parts: Sequence[tuple[str, RawCapture]]) -> None:
        """Store a further capture of an article, its parts with their roles."""
        numbers = SnapshotNumbers(self._connection)
        self.keep(*numbers.numbered([(article_id, role, raw) for role, raw in parts]))

    def page(self, article_id: int) -> Page | None:
        """The page against which a revision can be compressed now, None where there is none."""
        row = self._connection.row(_PAGE, (article_id,))
        if row is None or not _has_words(row["media_type"], row["size"]):
            return None
        return Page(row["id"], decompressed(row["content"], MAX_PAGE_BYTES))

    def capture(self, article_id: int) -> RawCapture:
        """The article's latest capture whole, with its companion."""
        raw = self._read(article_id)
        if raw is None:
            raise InputError(
                f"Article {article_id} has no snapshot.", "See “cuttings list” for what there is."
            )
        return raw

    def info(self, article_id: int) -> SnapshotInfo | None:
        """The article's latest capture without its bytes."""
        return self.infos([article_id]).get(article_id)

    def infos(self, ids: Sequence[int]) -> dict[int, SnapshotInfo]:
        """The latest captures of these articles, as ``info`` has them; those without left out."""
        rows = self._connection.rows(_LATEST, (json.dumps(list(ids)),))
        return {
            row["article_id"]: SnapshotInfo(
                sha256=row["sha256"],
                media_type=row["media_type"],
                size=row["size"],
                captured=row["captured"],
                url=row["url"],
                charset=row["charset"],
                headers=_pairs(row["headers"]),
                role=row["role"],
            )
            for row in rows
        }

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

    def captures(self, article_id: int) -> Iterator[tuple[str, RawCapture]]:
        """All that was kept of the article, oldest first, each with its role, read in its turn."""
        for row in self._connection.rows(_ALL, (article_id,)):
            yield row["role"], self._raw(row)

    def image_digests(self, article_id: int) -> dict[str, str]:
        """The SHA-256 of the pictures that are kept with the article, by address."""
        rows = self._connection.rows(
            "SELECT c.url, s.sha256 FROM captures c JOIN snapshots s ON s.id = c.snapshot_id"
            " WHERE c.article_id = ? AND c.role = 'image' ORDER BY c.id",
            (article_id,),
        )
        return {row[0]: row[1] for row in rows}

    def refused(self, article_id: int) -> list[RefusedPage]:
        """The pages that were kept beside the article, oldest first, but for those used since."""
        pages = []
        for row in self._connection.rows(_REFUSED, (article_id,)):
            obstacle, message = next(iter(json.loads(row["warnings"])), ("", ""))
            told = row["captured"], row["url"], obstacle, message, row["size"]
            pages.append(RefusedPage(row["id"], *told))
        return pages

    def refused_capture(self, article_id: int, capture_id: int) -> RawCapture:
        """One of those pages as it came; raises InputError where it isn't one."""
        row = self._connection.row(
            f"{_COLUMNS} WHERE c.article_id = ? AND c.role = 'refused' AND c.id = ?",
            (article_id, capture_id),
        )
        if row is None:
            raise InputError(
                f"Article {article_id} has no refused page {capture_id}.",
                f"See “cuttings show {article_id} --revisions”.",
            )
        return replace(self._raw(row), warnings=())

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

    def _read(self, article_id: int) -> RawCapture | None:
        row = self._connection.row(_CAPTURE, (article_id, "page"))
        if row is None:
            return None
        companion = self._connection.row(_COMPANION, (article_id, row["id"]))
        further = self._connection.rows(_FURTHER, (article_id, row["id"]))
        return replace(
            self._raw(row),
            companion=None if companion is None else self._raw(companion),
            further=tuple(map(self._raw, further)),
        )

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


@dataclass(slots=True)
class NewSnapshot:
    """Bytes that the archive hasn't yet, under the id that they get."""

    id: int
    sha256: str
    content: bytes
    _frame: bytes | None = None

    def frame(self) -> bytes:
        """The bytes compressed; once done, it is remembered."""
        if self._frame is None:
            self._frame = compressed(self.content, SNAPSHOT_LEVEL)
        return self._frame


@dataclass(frozen=True, slots=True)
class ArticleCapture:
    """One of an article's captures, and the snapshot that holds its bytes."""

    article_id: int
    role: str
    raw: RawCapture
    snapshot_id: int


class SnapshotNumbers:
    """Gives the bytes of new articles their snapshots' ids: the same bytes are stored once.

    For one transaction, in which nobody else makes snapshots.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._next = 1 + int(connection.value("SELECT coalesce(max(id), 0) FROM snapshots"))
        self._ids: dict[str, int] = {}

    def numbered(
        self, parts: Sequence[tuple[int, str, RawCapture]]
    ) -> tuple[list[NewSnapshot], list[ArticleCapture]]:
        """What is to be kept of captures, each with its article's id and its role.

        Raises InputError for one that is too large.
        """
        hashes = [_sha256(raw.content) for _, _, raw in parts]
        unknown = [each for each in hashes if each not in self._ids]
        known = "SELECT sha256, id FROM snapshots WHERE sha256 IN (SELECT value FROM json_each(?))"
        self._ids.update(map(tuple, self._connection.rows(known, (json.dumps(unknown),))))
        new, captures = [], []
        for sha256, (article_id, role, raw) in zip(hashes, parts, strict=True):
            if sha256 not in self._ids:
                self._ids[sha256] = self._next
                new.append(NewSnapshot(self._next, sha256, raw.content))
                self._next += 1
            captures.append(ArticleCapture(article_id, role, raw, self._ids[sha256]))
        return new, captures


def captured_parts(raw: RawCapture, images: Iterable[StoredImage]) -> list[tuple[str, RawCapture]]:
    """A capture with its companion, further pages and pictures, and the role of each."""
    parts = [("page", raw)]
    if raw.companion is not None:
        parts.append(("companion", raw.companion))
    parts += [("further", page) for page in raw.further]
    for image in images:
        content = RawCapture(image.content, image.media_type, raw.captured, url=image.url)
        parts.append(("image", content))
    return parts


def page_of(raw: RawCapture, snapshot_id: int) -> Page | None:
    """The page against which the first revision can be compressed, as ``SnapshotStore.page``."""
    has_words = _has_words(raw.media_type, len(raw.content))
    return Page(snapshot_id, raw.content) if has_words else None


def _sha256(content: bytes) -> str:
    if len(content) > MAX_SNAPSHOT_BYTES:
        raise InputError(
            f"The page is larger than {MAX_SNAPSHOT_BYTES // 2**20} MB.",
            "Clip the part of it that you need.",
        )
    return hashlib.sha256(content).hexdigest()


def _capture_values(capture: ArticleCapture) -> tuple[object, ...]:
    raw = capture.raw
    return (
        capture.article_id,
        capture.snapshot_id,
        capture.role,
        raw.media_type,
        raw.url,
        raw.charset,
        json.dumps(raw.headers),
        raw.captured,
        raw.name,
        json.dumps([[each.code, each.message] for each in raw.warnings]),
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
