"""Pocket's export, made after its exporter (Pocket/pocket-monorepo): see ``importers.pocket``."""

from __future__ import annotations

import json
from pathlib import Path

from desktop_app.core.imported import ImportedArticle, ImportedHighlight, ImportedList
from tests.capture.importers.reading import articles, read, written, zipped

_FIRST = """title,url,time_added,tags,status
"Bread, again",https://a.example/1,1600000000,food|press freedom,unread
https://a.example/2,https://a.example/2,1600000060,,archive
"""
_SECOND = """title,url,time_added,cursor,tags,status
Third,https://a.example/3,1600000120,17,,unread
Broken,nowhere,1600000120,18,,unread
"""


def test_parts_annotations_and_collections_come_together(tmp_path: Path) -> None:
    quotes = [{"quote": "It got dearer.", "created_at": 1600000030}]
    marked = [{"url": "https://a.example/1", "title": "Bread", "highlights": quotes}]
    collection = {
        "title": "For the trip",
        "slug": "for-the-trip",
        "items": [
            {"url": "https://a.example/9", "title": "New", "excerpt": "", "note": "Ask her"},
            {"url": "https://a.example/1", "title": "Bread", "excerpt": ""},
        ],
    }
    path = zipped(
        tmp_path / "pocket.zip",
        {
            "part_000000.csv": _FIRST,
            "part_000001.csv": _SECOND,
            "annotations/part_000000.json": json.dumps(marked),
            "collections/for-the-trip.json": json.dumps(collection),
        },
    )

    found = read(path, "pocket")

    first, second, third, problem, ninth = found
    assert isinstance(first, ImportedArticle)
    assert (first.title, first.tags) == ("Bread, again", ("food", "press freedom"))
    assert (first.captured, first.read) == ("2020-09-13T12:26:40Z", False)
    assert first.highlights == (
        ImportedHighlight("It got dearer.", created="2020-09-13T12:27:10Z"),
    )
    assert first.lists == (ImportedList("For the trip", 1),)
    assert isinstance(second, ImportedArticle)
    assert (second.title, second.read) == (None, True)
    assert isinstance(third, ImportedArticle)
    assert str(problem) == "part_000001.csv, row 3: “nowhere” is no address on the web."
    assert isinstance(ninth, ImportedArticle)
    assert (ninth.url, ninth.note) == ("https://a.example/9", "Ask her")
    assert ninth.lists == (ImportedList("For the trip", 0),)


def test_one_table_alone_is_known_too(tmp_path: Path) -> None:
    assert len(articles(written(tmp_path / "part_000000.csv", _FIRST), "pocket")) == 2


def test_the_older_page_tells_what_was_read(tmp_path: Path) -> None:
    page = """<!DOCTYPE html><html><head><title>Pocket Export</title></head><body>
    <h1>Unread</h1><ul><li><a href="https://a.example/1" time_added="1600000000"
     tags="food,press">Bread &amp; more</a></li></ul>
    <h1>Read Archive</h1><ul><li><a href="https://a.example/2" time_added="1" tags="">Two</a></li>
    </ul></body></html>"""

    first, second = articles(written(tmp_path / "ril_export.html", page), "pocket")

    assert (first.title, first.tags, first.read) == ("Bread & more", ("food", "press"), False)
    assert first.captured == "2020-09-13T12:26:40Z"
    assert (second.title, second.read) == ("Two", True)
