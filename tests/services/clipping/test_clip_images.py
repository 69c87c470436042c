"""A fetched article keeps its images, for the reader and every export."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from desktop_app.services.clipping.clip_images import with_fetched_images
from desktop_app.services.clipping.prepare_many import prepare_many
from desktop_app.services.library import Library
from tests.capture.test_fetch_images import png
from tests.loopback_server import LoopbackServer

PAGE = """<!doctype html><html lang="en"><head><title>The bridge opens</title></head><body>
<article><h1>The bridge opens</h1>
<p>The bridge over the river was opened on Monday in front of several thousand people, who had
waited since the early morning for the first carriage to pass over the new stone arches.</p>
<figure><img src="/bridge.png" alt="The bridge"><figcaption>The bridge at noon</figcaption></figure>
<p>The engineer, who had worked on it for eleven years, was carried over it on the shoulders of
the masons, and the mayor gave every one of them a silver coin in memory of the day.</p>
<p>Tolls will be taken from the first of May, two pence for a rider and one for a walker, until
the loan that paid for the work is returned to the banks of the city.</p></article></body></html>"""


@pytest.fixture
def address(loopback_server: LoopbackServer) -> str:
    loopback_server.reply("/bridge.png", png())
    return loopback_server.reply("/bridge", PAGE)


def test_the_images_come_with_the_page(
    library: Library, address: str, loopback_server: LoopbackServer, tmp_path: Path
) -> None:
    (prepared,) = prepare_many([address], images=True)
    assert prepared.clip is not None
    article_id = library.store(prepared.clip)

    picture = loopback_server.url("/bridge.png")
    assert library.images(article_id)[picture].content == png()
    library.export([article_id], "markdown", tmp_path / "out")
    assert [path.read_bytes() for path in (tmp_path / "out" / "images").iterdir()] == [png()]


def test_a_drawing_is_shown_as_a_picture_everywhere(
    library: Library, loopback_server: LoopbackServer, tmp_path: Path
) -> None:
    bars = "".join(f"<rect x='{n}0' y='{n}' width='5' height='{40 - n}'/>" for n in range(9))
    drawing = f"<svg xmlns='http://www.w3.org/2000/svg' width='200' height='40'>{bars}</svg>"
    loopback_server.reply("/tolls.svg", drawing, content_type="image/svg+xml")
    page = loopback_server.reply("/bridge", PAGE.replace("/bridge.png", "/tolls.svg"))
    (prepared,) = prepare_many([page], images=True)
    assert prepared.clip is not None
    article_id = library.store(prepared.clip)

    (image,) = library.images(article_id).values()
    library.export([article_id], "markdown", tmp_path / "out")
    paper = library.export([article_id], "pdf", tmp_path / "out.pdf")

    assert (image.url, image.media_type) == (loopback_server.url("/tolls.svg"), "image/png")
    (picture,) = (tmp_path / "out" / "images").iterdir()
    assert (picture.suffix, picture.read_bytes()) == (".png", image.content)
    assert paper.warnings == ()
    with pikepdf.open(tmp_path / "out.pdf") as pdf:
        shown = [size for sheet in pdf.pages for size in sheet.get_images().values()]
        assert [(int(each.Width), int(each.Height)) for each in shown] == [(400, 80)]


def test_images_are_fetched_only_when_asked(address: str, loopback_server: LoopbackServer) -> None:
    (prepared,) = prepare_many([address])
    assert prepared.clip is not None
    assert prepared.clip.images == ()
    assert [path for path, _ in loopback_server.requests] == ["/bridge"]


def test_a_saved_file_makes_no_connection(loopback_server: LoopbackServer, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(PAGE.replace("/bridge.png", loopback_server.url("/bridge.png")))
    (prepared,) = prepare_many([str(page)], url=loopback_server.url("/bridge"), images=True)
    assert prepared.clip is not None
    assert with_fetched_images(prepared.clip) is prepared.clip
    assert loopback_server.requests == []
