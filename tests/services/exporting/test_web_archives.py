"""Snapshots go out as a web archive, and come in again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.core.article import Article, RawCapture, StoredImage
from desktop_app.core.errors import InputError
from desktop_app.services.base.settings import Settings
from desktop_app.services.clipping.prepare_clip import prepare_clip
from desktop_app.services.clipping.prepared_clip import PreparedClip
from desktop_app.services.exporting.export_articles import export_articles
from desktop_app.services.library import Library
from tests.capture.importers.warc_files import page
from tests.export.examples import png

HEADERS = (("content-type", "text/html; charset=utf-8"),)


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Library]:
    made = Library(Settings(tmp_path / "new.cuttings", tmp_path / "config", tmp_path / "log"))
    made.open()
    with closing(made):
        yield made


def fetched(html: str, day: int, path: str = "a") -> RawCapture:
    url, time = f"https://news.example/{path}", f"2026-11-{day}T12:00:00Z"
    return RawCapture(html.encode(), "text/html", time, url, charset="utf-8", headers=HEADERS)


def told(article: Article) -> tuple[object, ...]:
    clean = article.clean
    return clean.title, clean.text, clean.url, article.captured


def test_pages_with_versions_and_images_come_back(
    library: Library, other: Library, clip: PreparedClip, tmp_path: Path
) -> None:
    shown = page("Bread", '<img src="https://news.example/p.png" width="640" height="480">')
    fresh = prepare_clip(fetched(shown, 23))
    image = StoredImage("https://news.example/p.png", "image/png", png(200, 150))
    first = library.store(replace(fresh, images=(image,)))
    newer = fetched(page("Bread and salt"), 24)
    library.archive.articles.add_fetched(first, newer, prepare_clip(newer).clean)
    library.store(prepare_clip(fetched(page("Wine"), 25, "b")))
    library.store(clip)

    (path,) = export_articles(library.archive, "", "warc", tmp_path / "out").written
    report = other.importing.run(path, jobs=1)

    assert path == tmp_path / "out.warc.gz"
    assert not report.problems
    before, after = ([one.article(n) for n in one.search("").ids] for one in (library, other))
    assert {told(each)[:3] for each in after} == {told(each)[:3] for each in before}
    (again,) = (each for each in after if each.clean.title == "Bread and salt")
    assert [each.title for each in other.revisions(again.id)] == ["Bread", "Bread and salt"]
    assert [each.content for each in other.images(again.id).values()] == [png(200, 150)]


def test_articles_that_were_never_captured_are_told(library: Library, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nothing to export"):
        export_articles(library.archive, "", "warc", tmp_path / "x")


def test_a_damaged_snapshot_is_told_and_the_rest_is_there(library: Library, tmp_path: Path) -> None:
    library.store(prepare_clip(fetched(page("Bread"), 23)))
    library.store(prepare_clip(fetched(page("Wine"), 24, "b")))
    with closing(sqlite3.connect(library.archive.path)) as damaging:
        damaging.executescript(
            "DROP TRIGGER snapshots_never_change;UPDATE snapshots SET content = x'00' WHERE id = 1;"
        )

    done = export_articles(library.archive, "", "warc", tmp_path / "x.warc.gz")

    assert done.warnings == ("A snapshot of article 1 is damaged; left out.",)
