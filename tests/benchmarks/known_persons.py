"""Persons put into an archive as the store keeps them, without an article for each."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from desktop_app.core.folding import name_key
from desktop_app.core.name_spelling import block_keys
from desktop_app.store.base.archive_format import BLOCKS_A_NAME
from desktop_app.store.base.connection import Connection


def put_persons(path: Path, names: Iterable[str], questions: int = 0) -> None:
    """Make each name a person of its own in the archive at ``path``.

    So many ``questions`` ask whether two of them are one.
    """
    known = {name_key(name): name for name in names}
    rows = list(enumerate(known.items(), 1))
    connection = Connection(path)
    with connection.transaction():
        connection.write_many(
            "INSERT INTO persons (id, name) VALUES (?, ?)", [(at, name) for at, (_, name) in rows]
        )
        connection.write_many(
            "INSERT INTO person_names (id, person_id, name, key, owns) VALUES (?1, ?1, ?2, ?3, 1)",
            [(at, name, key) for at, (key, name) in rows],
        )
        connection.write_many(
            f"INSERT INTO person_blocks (id, key) VALUES (?1 * {BLOCKS_A_NAME} + ?2, ?3)",
            (
                (at, number, key)
                for at, (_, name) in rows
                for number, key in enumerate(sorted(block_keys(name)))
            ),
        )
        step = max(1, len(rows) // (questions + 1))
        connection.write_many(
            "INSERT INTO person_suggestions (person_id, other_id, reason) VALUES (?, ?, 'likely')",
            [(at * step, at * step + 1) for at in range(1, questions + 1)],
        )
    connection.close()
