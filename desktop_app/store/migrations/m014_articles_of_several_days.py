"""Timelines by day, which spread these articles over their days."""

from __future__ import annotations

from sqlite_utils import Database


def m014_articles_of_several_days(db: Database) -> None:
    """An index of the articles whose date is known to the month or the year alone."""
    db.execute(
        "CREATE INDEX articles_of_several_days ON articles(published_latest, published_earliest)"
        " WHERE published_latest > published_earliest"
    )
