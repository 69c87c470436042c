"""The watched folders of an archive."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from sqlite3 import Row

from desktop_app.core.watched_folder import FileState, FolderFile, WatchedFolder
from desktop_app.store.base.connection import Connection

_FOLDERS = """
    SELECT w.*,
        (SELECT count(*) FROM folder_files f WHERE f.folder_id = w.id AND state = 'saved') AS saved,
        (SELECT count(*) FROM folder_files f WHERE f.folder_id = w.id AND state = 'failed')
            AS failed
    FROM watched_folders w
"""


class WatchedFolders:
    """Whoever adds or forgets a folder does so within an act."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> list[WatchedFolder]:
        """Every watched folder, by its path."""
        return [_folder(row) for row in self._connection.rows(f"{_FOLDERS} ORDER BY path")]

    def find(self, path: str) -> WatchedFolder | None:
        """The folder of this path, if it is watched."""
        row = self._connection.row(f"{_FOLDERS} WHERE path = ?", (path,))
        return None if row is None else _folder(row)

    def add(self, path: str, tags: Sequence[str]) -> int:
        """Watch a folder, with other tags where it is watched already; gives its id."""
        told = json.dumps(list(tags), ensure_ascii=False)
        self._connection.write(
            "INSERT INTO watched_folders (path, tags) VALUES (?, ?)"
            " ON CONFLICT (path) DO UPDATE SET tags = excluded.tags",
            (path, told),
        )
        return int(self._connection.value("SELECT id FROM watched_folders WHERE path = ?", (path,)))

    def forget(self, folder_id: int) -> None:
        """Watch a folder no more; what was clipped from it stays."""
        self._connection.write("DELETE FROM watched_folders WHERE id = ?", (folder_id,))

    def note_problem(self, folder_id: int, problem: str) -> None:
        """Say why a folder can't be looked into; empty where it can."""
        self._connection.write(
            "UPDATE watched_folders SET problem = ?1 WHERE id = ?2 AND problem <> ?1",
            (problem, folder_id),
        )

    def files(
        self, folder_id: int, states: Collection[str] = (), limit: int = -1
    ) -> list[FolderFile]:
        """A folder's files, those looked at last first, in these states or all."""
        rows = self._connection.rows(
            "SELECT * FROM folder_files WHERE folder_id = ?1"
            " AND (?2 = '[]' OR state IN (SELECT value FROM json_each(?2)))"
            " ORDER BY looked DESC, name LIMIT ?3",
            (folder_id, json.dumps(sorted(states)), limit),
        )
        return [_file(row) for row in rows]

    def known(self, folder_id: int) -> dict[str, tuple[int, int]]:
        """Size and time of each file that was looked at, by its name."""
        rows = self._connection.rows(
            "SELECT name, size, modified FROM folder_files WHERE folder_id = ?", (folder_id,)
        )
        return {row[0]: (row[1], row[2]) for row in rows}

    def note_files(self, files: Iterable[FolderFile]) -> None:
        """Keep what became of files; of a folder that was forgotten meanwhile nothing."""
        self._connection.write_many(
            "INSERT INTO folder_files (folder_id, name, size, modified, state, reason, article_id,"
            " looked) SELECT ?, ?, ?, ?, ?, ?, ?, ?"
            " WHERE EXISTS (SELECT 1 FROM watched_folders WHERE id = ?1)"
            " ON CONFLICT (folder_id, name) DO UPDATE SET size = excluded.size,"
            " modified = excluded.modified, state = excluded.state, reason = excluded.reason,"
            " article_id = excluded.article_id, looked = excluded.looked",
            [
                (
                    file.folder_id,
                    file.name,
                    file.size,
                    file.modified,
                    str(file.state),
                    file.reason,
                    file.article_id,
                    file.looked,
                )
                for file in files
            ],
        )

    def forget_files(self, folder_id: int, states: Collection[str]) -> None:
        """Look at the files in these states anew."""
        self._connection.write(
            "DELETE FROM folder_files WHERE folder_id = ?"
            " AND state IN (SELECT value FROM json_each(?))",
            (folder_id, json.dumps(sorted(states))),
        )


def _folder(row: Row) -> WatchedFolder:
    return WatchedFolder(
        row["id"],
        row["path"],
        tuple(json.loads(row["tags"])),
        row["problem"],
        row["saved"],
        row["failed"],
    )


def _file(row: Row) -> FolderFile:
    return FolderFile(
        row["folder_id"],
        row["name"],
        row["size"],
        row["modified"],
        FileState(row["state"]),
        row["reason"],
        row["article_id"],
        row["looked"],
    )
