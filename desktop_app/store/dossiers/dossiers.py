"""Dossiers as such: their names, covers and kind of order. What stands in them is beside this."""

from __future__ import annotations

from collections.abc import Mapping
from sqlite3 import Row

from desktop_app.core.dossier import (
    COVER_FIELDS,
    MOST_NAMED,
    MOST_TITLED,
    MOST_WRITTEN,
    Cover,
    Dossier,
)
from desktop_app.core.errors import InputError
from desktop_app.core.folding import fold
from desktop_app.store.base.article_ids import bounded_id
from desktop_app.store.base.connection import Connection
from desktop_app.store.undo.acts import Acts

_COLUMNS = f"d.id, d.name, d.by_date, {', '.join(f'd.{name}' for name in COVER_FIELDS)}"
_COUNTED = f"""
    SELECT {_COLUMNS},
        (SELECT count(*) FROM dossier_entries e WHERE e.dossier_id = d.id) AS entries,
        (SELECT count(DISTINCT e.article_id) FROM dossier_entries e WHERE e.dossier_id = d.id
            AND e.article_id IS NOT NULL AND e.article_id NOT IN
            (SELECT id FROM articles WHERE deleted IS NOT NULL)) AS articles
    FROM dossiers d
"""
#: What ``in:`` means by itself.
_TAKEN = ("trash",)


class DossierStore:
    """The dossiers of an archive. Ids that aren't there raise InputError."""

    def __init__(self, connection: Connection, acts: Acts) -> None:
        self._connection = connection
        self._acts = acts

    def all(self) -> list[Dossier]:
        """Every dossier, by name."""
        rows = self._connection.rows(f"{_COUNTED} ORDER BY d.key")
        return [_dossier(row) for row in rows]

    def get(self, dossier_id: int) -> Dossier:
        """One of them."""
        row = self._connection.row(f"{_COUNTED} WHERE d.id = ?", (bounded_id(dossier_id),))
        if row is None:
            raise InputError(
                f"There is no dossier {dossier_id}.", "It may have been deleted already."
            )
        return _dossier(row)

    def find(self, name: str) -> int | None:
        """The id of the dossier of this name, whatever its case and accents."""
        key = fold(" ".join(name.split()))
        found = self._connection.value("SELECT id FROM dossiers WHERE key = ?", (key,))
        return None if found is None else int(found)

    def make(self, name: str) -> int:
        """Make a dossier; gives its id. Raises InputError for a name that is taken or none."""
        name = self._free_name(name)
        with self._acts.act("Made a dossier"):
            return self._connection.write(
                "INSERT INTO dossiers (name, key) VALUES (?, ?)", (name, fold(name))
            )

    def rename(self, dossier_id: int, name: str) -> None:
        """Give a dossier another name; raises InputError as ``make`` does."""
        name = self._free_name(name, self.get(dossier_id).id)
        with self._acts.act("Renamed a dossier"):
            self._connection.write(
                "UPDATE dossiers SET name = ?1, key = ?2 WHERE id = ?3 AND name <> ?1",
                (name, fold(name), dossier_id),
            )

    def set_cover(self, dossier_id: int, changes: Mapping[str, str]) -> None:
        """Set fields of the cover; raises InputError for one that is none or too long."""
        self.get(dossier_id)
        for name, value in changes.items():
            if name not in COVER_FIELDS:
                known = ", ".join(COVER_FIELDS)
                raise InputError(f"“{name}” isn't a field of a cover.", f"There are {known}.")
            most = MOST_WRITTEN if name == "abstract" else MOST_TITLED
            if len(value) > most:
                raise InputError(
                    f"The {name} can't be longer than {most:,} characters.", "Shorten it."
                )
        with self._acts.act("Changed a dossier's cover"):
            for name, value in changes.items():
                self._connection.write(
                    f"UPDATE dossiers SET {name} = ?1 WHERE id = ?2 AND {name} <> ?1",
                    (value.strip(), dossier_id),
                )

    def set_by_date(self, dossier_id: int, by_date: bool) -> None:
        """Order the articles of each section by published date, or all as the user put them."""
        self.get(dossier_id)
        with self._acts.act("Ordered a dossier"):
            self._connection.write(
                "UPDATE dossiers SET by_date = ?1 WHERE id = ?2 AND by_date <> ?1",
                (int(by_date), dossier_id),
            )

    def delete(self, dossier_id: int) -> None:
        """Delete a dossier with the user's own text in it; its articles stay in the archive."""
        self.get(dossier_id)
        with self._acts.act("Deleted a dossier"):
            self._connection.write(
                "DELETE FROM dossier_entries WHERE dossier_id = ?", (dossier_id,)
            )
            self._connection.write("DELETE FROM dossiers WHERE id = ?", (dossier_id,))

    def _free_name(self, name: str, of: int | None = None) -> str:
        tidy = " ".join(name.replace('"', " ").split())
        if not tidy or len(tidy) > MOST_NAMED:
            raise InputError(
                "A dossier needs a name.", f"Give one of at most {MOST_NAMED} characters."
            )
        if fold(tidy) in _TAKEN:
            raise InputError(f"A dossier can't be called “{tidy}”.", "Choose another name.")
        if self.find(tidy) not in (None, of):
            raise InputError(
                f"There is a dossier “{tidy}” already.", "Choose another name for this one."
            )
        return tidy


def _dossier(row: Row) -> Dossier:
    return Dossier(
        id=row["id"],
        name=row["name"],
        cover=Cover(*(row[name] for name in COVER_FIELDS)),
        by_date=bool(row["by_date"]),
        articles=row["articles"],
        entries=row["entries"],
    )
