"""What browsers sent: kept the moment it comes, claimed by whoever cleans it, then told of.

No act, so undo never touches it; adding the article is one. Compressed, as pages are.
"""

from __future__ import annotations

from dataclasses import dataclass
from sqlite3 import Row

import zstandard

from desktop_app.store.base.connection import Connection

_NOW = "strftime('%Y-%m-%dT%H:%M:%SZ', 'now')"
#: Whoever claimed a clip and hasn't finished it after so long was ended in the midst of it.
_CLAIM = "strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-5 minutes')"
#: How long it is remembered what became of a clip.
_FORGET = "strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-30 days')"
#: A clip that ended the program so often isn't tried any more.
_MOST_TRIES = 3
_LEVEL = 3
_FREE = f"(state = 'queued' OR (state = 'working' AND claimed < {_CLAIM}))"


@dataclass(frozen=True, slots=True)
class ReceivedClip:
    """One clip as it was sent: ``content`` is the sender's message, empty once it is an article."""

    key: str
    state: str
    content: bytes = b""
    article_id: int | None = None
    message: str | None = None


class ReceivedClipStore:
    """The received clips of an archive; ``key`` is the sender's id."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(self, key: str, content: bytes) -> bool:
        """Keep a clip; gives whether it is new. One that failed is tried again."""
        packed = zstandard.ZstdCompressor(level=_LEVEL).compress(content)
        with self._connection.transaction():
            self._connection.write(
                f"DELETE FROM received_clips WHERE content IS NULL AND received < {_FORGET}"
            )
            before = self.get(key)
            if before is None:
                self._connection.write(
                    f"INSERT INTO received_clips (key, received, content) VALUES (?, {_NOW}, ?)",
                    (key, packed),
                )
            elif before.state == "failed":
                self._connection.write(
                    "UPDATE received_clips SET state = 'queued', tries = 0, message = NULL,"
                    " content = ? WHERE key = ?",
                    (packed, key),
                )
        return before is None

    def get(self, key: str) -> ReceivedClip | None:
        """What is known of a clip, without its content; None where it never came."""
        row = self._connection.row(
            "SELECT key, state, NULL AS content, article_id, message FROM received_clips"
            " WHERE key = ?",
            (key,),
        )
        return None if row is None else _clip(row)

    def waiting(self) -> int:
        """How many clips nobody works on."""
        return int(
            self._connection.value(f"SELECT count(*) FROM received_clips WHERE {_FREE}") or 0
        )

    def claim(self) -> ReceivedClip | None:
        """The first clip that nobody works on, which from now on the caller does."""
        if not self.waiting():
            return None
        with self._connection.transaction():
            self._connection.write(
                "UPDATE received_clips SET state = 'failed',"
                " message = 'Cuttings ended while it was cleaning this page. Send it again.'"
                f" WHERE {_FREE} AND tries >= {_MOST_TRIES}"
            )
            row = self._connection.row(
                "SELECT key, 'working' AS state, content, article_id, message FROM received_clips"
                f" WHERE {_FREE} ORDER BY id LIMIT 1"
            )
            if row is None:
                return None
            self._connection.write(
                "UPDATE received_clips SET state = 'working', tries = tries + 1,"
                f" claimed = {_NOW} WHERE key = ?",
                (row["key"],),
            )
        return _clip(row)

    def free_claims(self) -> None:
        """Let clips be claimed again; only for who knows that nobody else works on any."""
        self._connection.write("UPDATE received_clips SET state = 'queued' WHERE state = 'working'")

    def finish(
        self, key: str, state: str, article_id: int | None, message: str | None = None
    ) -> None:
        """Note which article a clip became (``stored``) or was already (``known``)."""
        self._connection.write(
            "UPDATE received_clips SET state = ?, article_id = ?, content = NULL, message = ?"
            " WHERE key = ?",
            (state, article_id, message, key),
        )

    def fail(self, key: str, message: str) -> None:
        """Note why a clip became no article; its content stays, so that it can be tried again."""
        self._connection.write(
            "UPDATE received_clips SET state = 'failed', message = ? WHERE key = ?", (message, key)
        )


def _clip(row: Row) -> ReceivedClip:
    packed = row["content"]
    content = b"" if packed is None else zstandard.ZstdDecompressor().decompress(packed)
    return ReceivedClip(row["key"], row["state"], content, row["article_id"], row["message"])
