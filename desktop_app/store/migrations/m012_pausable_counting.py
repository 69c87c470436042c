"""Large acts, in which the triggers of step 5 took most of the time."""

from __future__ import annotations

from sqlite_utils import Database

from desktop_app.store.base.person_counts import PAUSING


def m012_pausable_counting(db: Database) -> None:
    """Counting how often persons are named can wait for the end of a large act."""
    for sql in PAUSING:
        db.execute(sql)
