"""Reading the state of a revision together with the page that it was compressed against."""

from __future__ import annotations

from sqlite3 import Row

from desktop_app.core.article import CleanArticle
from desktop_app.store.base.article_state import text_of, unpacked

#: The columns that the functions below read, of a revision ``r``.
STATE = "r.state, (SELECT content FROM snapshots WHERE id = r.snapshot_id) AS page"
#: The newest state of an article ``a``.
NEWEST_STATE = f"SELECT a.id, {STATE} FROM articles a JOIN revisions r ON r.id = a.revision_id"


def state_of(row: Row) -> CleanArticle:
    """The article that the revision keeps; raises ArchiveError where it can't be read."""
    return unpacked(row["state"], row["page"])


def state_text(row: Row) -> str:
    """The plain text that the revision keeps: none where it is damaged, which checking tells."""
    return text_of(row["state"], row["page"])
