"""A step that only counts: what it brings about, the upgrade does behind it."""

from __future__ import annotations

from sqlite_utils import Database


def m023_addresses_keyed_anew(_db: Database) -> None:
    """The rules by which two addresses are one page changed; the upgrade makes the keys anew."""
