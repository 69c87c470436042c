"""Bookmark files, made after Microsoft's “Netscape Bookmark File Format” and Firefox's exporter."""

from __future__ import annotations

from pathlib import Path

from desktop_app.core.imported import ImportedArticle, ImportProblem
from tests.capture.importers.reading import read, written

_FILE = """<!DOCTYPE NETSCAPE-Bookmark-file-1>
<TITLE>Bookmarks</TITLE><H1>Bookmarks Menu</H1>
<DL><p>
  <DT><H3 ADD_DATE="1600000000">Press &amp; radio</H3>
  <DL><p>
    <DT><A HREF="https://a.example/1" ADD_DATE="1600000000" TAGS="grain,price">Bread &lt;3</A>
    <DD>Read this again
    <DT><H3>1/2</H3>
    <DL><p><DT><A HREF="https://a.example/2">https://a.example/2</A></DL><p>
  </DL><p>
  <DT><A HREF="place:sort=8">Most visited</A>
  <DT><A HREF="https://a.example/3">Plain</A>
</DL>
"""


def test_folders_become_tags_and_notes_and_dates_come_over(tmp_path: Path) -> None:
    found = read(written(tmp_path / "bookmarks.html", _FILE), "netscape")

    articles = [each for each in found if isinstance(each, ImportedArticle)]
    first, second, third = articles
    assert (first.title, first.note) == ("Bread <3", "Read this again")
    assert first.tags == ("Press & radio", "grain", "price")
    assert first.captured == "2020-09-13T12:26:40Z"
    assert (second.title, second.tags) == (None, ("Press & radio/1∕2",))
    assert (third.title, third.tags, third.note) == ("Plain", (), "")
    (problem,) = (each for each in found if isinstance(each, ImportProblem))
    assert problem.row == 3
