"""Folders of saved pages: SingleFile's comment after its source (src/single-file-core), MHTML
after RFC 2557 and what Chromium writes."""

from __future__ import annotations

from pathlib import Path

from desktop_app.core.imported import ImportedArticle, ImportProblem
from tests.capture.importers.reading import read, zipped

SINGLE = """<!DOCTYPE html> <html lang="en"><!--
 Page saved with SingleFile
 url: https://news.example/bread
 saved date: Thu Mar 04 2021 07:06:07 GMT+0200 (Eastern European Standard Time)
--><head><title>Bread gets dearer</title></head><body><p>Text.</p></body></html>"""
MAILED = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://news.example/milk\r\n"
    "Subject: Milk\r\nDate: Thu, 4 Mar 2021 05:06:07 -0000\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/related; type="text/html"; boundary="--b"\r\n\r\n'
    "----b\r\nContent-Type: text/html\r\nContent-Location: https://news.example/milk\r\n\r\n"
    "<html><body><p>Milk.</p></body></html>\r\n----b--\r\n"
)


def test_saved_pages_come_with_their_address_and_time(tmp_path: Path) -> None:
    files = {
        "a/Bread.html": SINGLE,
        "a/Milk.mhtml": MAILED,
        "a/Other_files/frame.html": "<p>An advertisement</p>",
        "a/Other.html": "<html><body><p>Nothing told.</p></body></html>",
        "a/Empty.html": "",
    }

    bread, milk, other, empty = read(zipped(tmp_path / "a.zip", files), "saved-pages")

    assert isinstance(bread, ImportedArticle)
    assert bread.url == "https://news.example/bread"
    assert bread.captured == "2021-03-04T05:06:07Z"
    assert bread.snapshot is not None
    assert (bread.snapshot.content, bread.snapshot.name) == (SINGLE.encode(), "Bread.html")
    assert isinstance(milk, ImportedArticle)
    assert (milk.url, milk.captured) == ("https://news.example/milk", "2021-03-04T05:06:07Z")
    assert isinstance(other, ImportedArticle)
    assert (other.url, other.captured) == (None, None)
    assert empty == ImportProblem(4, "The file is empty.", "a/Empty.html")
