"""Change an article by hand: its fields, its text, a removed block put back. All undoable."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desktop_app.core.article import Article
from desktop_app.core.counted import count_articles
from desktop_app.core.errors import InputError
from desktop_app.services.base.field_values import FieldValue, checked_changes
from desktop_app.services.clipping.prepare_clip import with_block_restored, with_markdown
from desktop_app.store.archive import Archive


def edit_fields(archive: Archive, article_id: int, changes: Mapping[str, FieldValue]) -> None:
    """Set fields; each is marked as the user's own and survives re-cleaning."""
    checked = checked_changes(changes)
    title = _title(archive.articles.get(article_id))
    with archive.act(f"Edited “{title}”"):
        archive.articles.set_fields(article_id, checked)


def edit_fields_of(archive: Archive, ids: Sequence[int], changes: Mapping[str, FieldValue]) -> None:
    """Set fields of several articles to the same values, as one act."""
    checked = checked_changes(changes)
    with archive.act(f"Edited {count_articles(len(ids))}"):
        archive.articles.set_fields_of(ids, checked)


def edit_markdown(archive: Archive, article_id: int, markdown: str) -> None:
    """Replace the text: a new revision, with people and events found again in it."""
    article = archive.articles.get(article_id)
    if article.clean.markdown == markdown:
        return
    clean = with_markdown(article.clean, markdown)
    with archive.act(f"Edited the text of “{_title(article)}”"):
        archive.articles.add_revision(article_id, clean, kind="edited")


def restore_removed(archive: Archive, article_id: int, index: int) -> None:
    """Put a block that cleaning removed back in its place, as a new revision."""
    article = archive.articles.get(article_id)
    removed = article.clean.removed
    if not 0 <= index < len(removed):
        raise InputError(
            f"Article {article_id} has no removed block {index + 1}.", f"It has {len(removed)}."
        )
    clean = with_block_restored(article.clean, index)
    with archive.act(f"Put a removed block back into “{_title(article)}”"):
        archive.articles.add_revision(article_id, clean, kind="edited")


def restore_revision(archive: Archive, article_id: int, revision_id: int) -> None:
    """Show an earlier state of the text again; the later ones stay."""
    title = _title(archive.articles.get(article_id))
    with archive.act(f"Went back to an earlier text of “{title}”"):
        archive.articles.restore_revision(article_id, revision_id)


def _title(article: Article) -> str:
    return article.clean.title or f"article {article.id}"
