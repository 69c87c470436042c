"""The colours of tags, by path: a parent that no article carries itself may have one too.

A tag that goes with its last article leaves its colour, and finds it again when it comes back.
"""

from __future__ import annotations

from desktop_app.store.base.connection import Connection

_WITHIN = "(path = ?1 OR substr(path, 1, length(?1) + 1) = ?1 || '/')"


def tag_colours(connection: Connection) -> dict[str, str]:
    """The tags that have a colour of their own."""
    return {row[0]: row[1] for row in connection.rows("SELECT path, colour FROM tag_colours")}


def put_colour(connection: Connection, path: str, colour: str | None) -> None:
    """Give a tag a colour, or none."""
    connection.write("DELETE FROM tag_colours WHERE path = ?", (path,))
    if colour is not None:
        connection.write("INSERT INTO tag_colours (path, colour) VALUES (?, ?)", (path, colour))


def move_colours(connection: Connection, old: str, new: str) -> None:
    """Take the colours of a renamed tag and of those below it along; the target keeps its own."""
    rows = connection.rows(f"SELECT path, colour FROM tag_colours WHERE {_WITHIN}", (old,))
    if old == new:
        return
    for path, colour in sorted(map(tuple, rows), key=lambda row: -row[0].count("/")):
        connection.write("DELETE FROM tag_colours WHERE path = ?", (path,))
        connection.write(
            "INSERT OR IGNORE INTO tag_colours (path, colour) VALUES (?, ?)",
            (new + path[len(old) :], colour),
        )


def drop_colours(connection: Connection, path: str) -> None:
    """Forget the colours of a tag and of those below it."""
    connection.write(f"DELETE FROM tag_colours WHERE {_WITHIN}", (path,))
