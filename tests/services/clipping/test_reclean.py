"""Cleaning again: what got better comes in, what the user did stays."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.core.article import CleanArticle
from desktop_app.services.clipping.prepare_clip import prepare_clip
from desktop_app.services.clipping.prepared_clip import PreparedClip
from desktop_app.services.library import Library
from tests.services.conftest import PASTE, pasted


def worse(clip: PreparedClip) -> PreparedClip:
    """The clip as an earlier version of the cleaner would have made it."""
    poor = CleanArticle(markdown="Share this article", text="Share this article", title="Share")
    return replace(clip, clean=poor)


@pytest.fixture
def article(library: Library, clip: PreparedClip) -> int:
    """An article that was cleaned badly when it came."""
    return library.store(worse(clip))


def test_a_text_that_gets_better_is_a_revision(
    library: Library, article: int, clip: PreparedClip
) -> None:
    report = library.reclean("")

    assert library.article(article).clean.text == clip.clean.text
    assert [revision.kind for revision in library.revisions(article)] == ["cleaned", "recleaned"]
    (outcome,) = report.changed
    assert {"title", "markdown", "published", "people"} <= set(outcome.changed)


def test_where_nothing_changes_there_is_no_revision(library: Library, clip: PreparedClip) -> None:
    article_id = library.store(clip)
    report = library.reclean("")
    assert report.changed == ()
    assert len(library.revisions(article_id)) == 1


def test_a_field_set_by_hand_stays(library: Library, article: int) -> None:
    library.edit_fields(article, {"title": "My own title"})
    report = library.reclean("")
    after = library.article(article)
    assert after.clean.title == "My own title"
    assert after.clean.published == "1951-04-14"
    assert "title" not in report.changed[0].changed


def test_a_text_edited_by_hand_stays_and_its_fields_get_better(
    library: Library, article: int
) -> None:
    library.edit_markdown(article, "Jean Monnet smiled.")
    library.reclean("")
    after = library.article(article)
    assert after.clean.text == "Jean Monnet smiled."
    assert [person.name for person in after.clean.people] == ["Jean Monnet"]
    assert after.clean.title == "Six countries sign coal and steel treaty"


def test_cleaning_again_is_undone_in_one_step(library: Library, article: int) -> None:
    library.reclean("")
    assert library.undo() is not None
    assert library.article(article).clean.text == "Share this article"


def test_only_what_the_query_finds_is_cleaned(library: Library, article: int) -> None:
    assert library.reclean("title:elsewhere").articles == ()
    assert library.article(article).clean.title == "Share"


def test_many_are_cleaned_by_several_processes_with_progress(library: Library) -> None:
    ids = [
        library.store(worse(prepare_clip(pasted(PASTE.replace("Six", f"{number} more")))))
        for number in range(6)
    ]
    seen: list[tuple[int, int]] = []
    library.reclean("", jobs=2, progress=lambda done, total: seen.append((done, total)))
    assert seen[-1] == (6, 6)
    for number, article_id in enumerate(ids):
        title = library.article(article_id).clean.title
        assert title == f"{number} more countries sign coal and steel treaty"


def test_cancelling_keeps_what_was_done(library: Library) -> None:
    for number in range(3):
        library.store(worse(prepare_clip(pasted(PASTE.replace("Six", f"{number} more")))))
    report = library.reclean("", jobs=1, cancelled=lambda: True)
    assert report.cancelled
    assert len(report.changed) == 1
    assert library.count("title:countries") == 1
