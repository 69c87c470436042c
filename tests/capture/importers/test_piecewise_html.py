"""What begins in a page and never ends holds no import up."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.capture.importers.import_source import ImportSource
from desktop_app.capture.importers.registry import importers
from desktop_app.core.imported import ImportedArticle
from tests.capture.importers.reading import read, written

_BOOKMARKS = """<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><p>
  <DT><A HREF="https://a.example/1">First</A>
  <DT><A HREF="https://a.example/2">Second</A>
</DL>
"""
_POCKET = """<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><h1>Unread</h1>
<ul><li><a href="https://a.example/1" time_added="1600000000" tags="">First</a></li>
<li><a href="https://a.example/2" time_added="1600000000" tags="">Second</a></li></ul>
"""
_PAGES = {"netscape": _BOOKMARKS, "pocket": _POCKET}
_BEGUN = ["<!-- ", '<a href="', "<dt ", "</", "<![CDATA[", "<script>"]


@pytest.mark.parametrize("name", _PAGES)
@pytest.mark.parametrize("begun", _BEGUN)
def test_what_never_ends_costs_nothing_that_stands_before_it(
    tmp_path: Path, name: str, begun: str
) -> None:
    found = read(written(tmp_path / "export.html", _PAGES[name] + begun * 40_000), name)

    urls = [each.url for each in found if isinstance(each, ImportedArticle)]
    assert urls[:2] == ["https://a.example/1", "https://a.example/2"]


@pytest.mark.parametrize("begun", ["<!-- a remark without an end", "<p class='"])
def test_what_stands_behind_it_comes_in(tmp_path: Path, begun: str) -> None:
    found = read(written(tmp_path / "export.html", begun + _BOOKMARKS), "netscape")

    assert sum(isinstance(each, ImportedArticle) for each in found) == 2


@pytest.mark.parametrize("content", [f"<html><p>{'<span>x' * 40_000}", "< " * 200_000])
@pytest.mark.parametrize("name", ["factiva", "netscape", "pocket"])
def test_a_page_of_very_many_small_parts_is_looked_at_and_read(
    tmp_path: Path, name: str, content: str
) -> None:
    with ImportSource(written(tmp_path / "page.html", f"<a href='#'>{content}")) as source:
        importer = importers()[name]
        importer.guess(source)

        assert not [each for each in importer.read(source) if isinstance(each, ImportedArticle)]
