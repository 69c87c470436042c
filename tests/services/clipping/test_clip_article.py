"""Storing a clip: with the user's corrections, and never twice."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.core.article import StoredImage
from desktop_app.core.errors import CaptureError, InputError
from desktop_app.services.clipping.clip_article import capture_source
from desktop_app.services.clipping.prepared_clip import PreparedClip
from desktop_app.services.library import Library
from tests.loopback_server import LoopbackServer


def test_corrections_made_before_saving_are_the_users_own(
    library: Library, clip: PreparedClip
) -> None:
    article_id = library.store(
        clip, tags=["europe/coal"], note="Compare.", changes={"title": "Treaty signed"}
    )
    article = library.article(article_id)
    assert article.clean.title == "Treaty signed"
    assert article.edited == {"title"}
    assert (article.tags, article.note) == (("europe/coal",), "Compare.")


def test_the_same_bytes_are_kept_once(library: Library, clip: PreparedClip) -> None:
    first = library.store(clip)
    assert library.store(clip, tags=["again"]) == first
    assert library.count("") == 1
    assert library.article(first).tags == ("again",)


def test_what_is_in_the_trash_can_be_clipped_again(library: Library, clip: PreparedClip) -> None:
    first = library.store(clip)
    library.delete([first])
    assert library.store(clip) != first


def test_clipping_is_undone(library: Library, clip: PreparedClip) -> None:
    library.store(clip)
    assert library.undo() is not None
    assert library.count("") == 0
    assert library.redo() is not None
    assert library.count("") == 1


def test_the_images_that_the_article_shows_are_kept_with_it(
    library: Library, clip: PreparedClip
) -> None:
    shown = StoredImage("https://example.org/a.png", "image/png", b"\x89PNG\r\n\x1a\n1")
    other = StoredImage("https://example.org/b.png", "image/png", b"\x89PNG\r\n\x1a\n2")
    text = replace(clip.clean, markdown=f"Words\n\n![Talks]({shown.url})", text="Words")
    article_id = library.store(replace(clip, clean=text, images=(shown, other)))
    assert library.archive.articles.images(article_id) == {shown.url: shown}


def test_a_source_is_an_address_or_a_file(tmp_path: Path, loopback_server: LoopbackServer) -> None:
    path = tmp_path / "page.txt"
    path.write_text("Some text.")
    address = loopback_server.reply("/page", b"<p>Some text.</p>")
    assert capture_source(str(path)).content == b"Some text."
    assert capture_source(path).content == b"Some text."
    assert capture_source(address).url == address


@pytest.mark.parametrize("source", ["ftp://example.org/a", "javascript:alert(1)", "file:///etc"])
def test_an_address_that_is_no_web_page_is_refused(source: str) -> None:
    with pytest.raises((CaptureError, InputError)):
        capture_source(source)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "http://a b/", "file:///etc/passwd"])
def test_an_address_given_for_a_file_must_be_a_web_address(tmp_path: Path, url: str) -> None:
    page = tmp_path / "page.txt"
    page.write_text("A headline\n\nA text.")

    with pytest.raises(CaptureError, match="address"):
        capture_source(page, url=url)


def test_a_source_without_a_name_is_refused() -> None:
    with pytest.raises(InputError, match="empty"):
        capture_source("")
