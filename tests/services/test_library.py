"""The archive as the window sees it, from several threads."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from desktop_app.core.query import Words
from desktop_app.services.clipping.prepare_clip import prepare_clip
from desktop_app.services.clipping.prepared_clip import PreparedClip
from desktop_app.services.library import Library
from tests.services.conftest import PASTE, pasted


def test_an_archive_is_empty_until_something_was_clipped(
    library: Library, clip: PreparedClip
) -> None:
    assert library.is_empty()
    article_id = library.store(clip)
    library.delete([article_id])
    assert not library.is_empty()


def test_a_search_gives_ids_notes_and_words_to_mark(library: Library, clip: PreparedClip) -> None:
    article_id = library.store(clip)
    found = library.search("treaty colour:red OR person:adenauer")
    assert found.ids == (article_id,)
    assert len(found.notes) == 1
    assert Words("treaty") in found.words


def test_threads_read_and_write_at_once(library: Library) -> None:
    clips = [prepare_clip(pasted(PASTE.replace("Six", str(n)))) for n in range(8)]
    with ThreadPoolExecutor(4) as pool:
        ids = list(pool.map(library.store, clips))
    assert len(set(ids)) == 8
    assert library.count("treaty") == 8


def test_the_page_as_captured_can_be_looked_at(library: Library, clip: PreparedClip) -> None:
    assert library.raw_text(library.store(clip)) == PASTE


def test_tags_rename_with_those_below(library: Library, clip: PreparedClip) -> None:
    article_id = library.store(clip, tags=["europe/coal"])
    library.tagging.rename("europe", "history/europe")
    assert library.article(article_id).tags == ("history/europe/coal",)
    assert [(tag.path, tag.articles) for tag in library.tagging.all()] == [
        ("history", 1),
        ("history/europe", 1),
        ("history/europe/coal", 1),
    ]


def test_a_search_is_saved_and_forgotten(library: Library) -> None:
    search_id = library.searches.save("Coal", "tag:europe/coal")
    assert [(s.name, s.query) for s in library.searches.all()] == [("Coal", "tag:europe/coal")]
    library.searches.delete(search_id)
    assert library.searches.all() == []
