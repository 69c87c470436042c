"""Several articles in one capture, made clips of their own."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.core.article import StoredImage
from desktop_app.services.clipping.prepare_clip import prepare_clip
from desktop_app.services.clipping.split_clip import parts_of, split_clip
from desktop_app.services.library import Library
from tests.cleaning.test_two_articles import TITLES, page
from tests.services.conftest import pasted

TWO = page("two-articles/pasted-one-below")


def test_the_articles_of_a_paste_become_clips() -> None:
    parts = split_clip(prepare_clip(pasted(TWO)))

    assert [part.clean.title for part in parts] == TITLES
    assert [part.raw.name for part in parts] == [
        "clipboard, article 1 of 2",
        "clipboard, article 2 of 2",
    ]


def test_what_was_captured_stays_with_each_part(library: Library) -> None:
    whole = pasted(TWO)
    ids = library.store_all(split_clip(prepare_clip(whole)))

    for article_id in ids:
        companion = library.snapshot(article_id).companion
        assert companion is not None
        assert companion.content == whole.content
    assert library.check().ok


def test_a_part_cleaned_again_is_the_same(library: Library) -> None:
    ids = library.store_all(split_clip(prepare_clip(pasted(TWO))))
    before = [library.article(each).clean for each in ids]

    library.reclean("")

    assert [library.article(each).clean for each in ids] == before


def test_all_parts_are_one_act(library: Library) -> None:
    library.store_all(split_clip(prepare_clip(pasted(TWO))), tags=["harbour"])
    assert library.count("tag:harbour") == 2

    assert library.undo() == "Clipped 2 articles"

    assert library.count("") == 0
    library.redo()
    assert library.count("tag:harbour") == 2


def test_one_article_has_no_parts() -> None:
    assert parts_of(prepare_clip(pasted())) == ()


def test_the_images_go_with_the_part_that_shows_them() -> None:
    source = page("two-articles/infinite-scroll.html").replace(
        "<p>The ferry to",
        '<figure><img src="https://example.org/ferry.jpg"></figure><p>The ferry to',
    )
    raw = replace(pasted(source), media_type="text/html", url="https://example.org/")
    image = StoredImage("https://example.org/ferry.jpg", "image/jpeg", b"\xff\xd8\xff")

    parts = split_clip(replace(prepare_clip(raw), images=(image,)))

    assert [part.images for part in parts] == [(), (image,)]


def test_a_part_of_a_fetched_page_counts_as_fetched() -> None:
    told = {"media_type": "text/html", "headers": (("content-type", "text/html"),)}
    raw = replace(pasted(page("two-articles/infinite-scroll.html")), **told)
    assert [part.is_fetched for part in parts_of(prepare_clip(raw))] == [True, True]
