"""Edits by hand: each is kept, marked as the user's own, and undone."""

from __future__ import annotations

import pytest

from desktop_app.core.errors import InputError
from desktop_app.services.clipping.prepared_clip import PreparedClip
from desktop_app.services.library import Library


def test_a_field_set_by_hand_is_the_users_own(library: Library, clip: PreparedClip) -> None:
    article_id = library.store(clip)
    library.edit_fields(article_id, {"publisher": "The Sample Gazette"})
    article = library.article(article_id)
    assert article.clean.publisher == "The Sample Gazette"
    assert article.edited == {"publisher"}
    assert article.clean.provenance["publisher"].source == "user"


def test_a_new_text_is_a_revision_with_its_people(library: Library, clip: PreparedClip) -> None:
    article_id = library.store(clip)
    library.edit_markdown(article_id, "Mr Jean Monnet came.")
    assert [person.name for person in library.article(article_id).clean.people] == ["Jean Monnet"]
    assert [revision.kind for revision in library.revisions(article_id)] == ["cleaned", "edited"]
    assert library.undo() is not None
    assert library.article(article_id).clean.text == clip.clean.text


def test_the_same_text_is_no_revision(library: Library, clip: PreparedClip) -> None:
    article_id = library.store(clip)
    library.edit_markdown(article_id, clip.clean.markdown)
    assert len(library.revisions(article_id)) == 1


def test_a_removed_block_comes_back_in_its_place(library: Library, clip: PreparedClip) -> None:
    article_id = library.store(clip)
    removed = library.article(article_id).clean.removed
    index = next(i for i, block in enumerate(removed) if block.text == "Share this article")

    library.restore_removed(article_id, index)

    clean = library.article(article_id).clean
    assert clean.text.endswith("Share this article")
    assert "Share this article" not in [block.text for block in clean.removed]
    with pytest.raises(InputError):
        library.restore_removed(article_id, 99)


def test_an_earlier_text_is_shown_again_and_the_later_stays(
    library: Library, clip: PreparedClip
) -> None:
    article_id = library.store(clip)
    first = library.article(article_id).revision_id
    library.edit_markdown(article_id, "Another text.")
    library.restore_revision(article_id, first)
    assert library.article(article_id).clean.text == clip.clean.text
    assert "Another text." in [revision.text for revision in library.revisions(article_id)]
