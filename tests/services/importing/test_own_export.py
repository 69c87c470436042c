"""Our own export comes back as it was: both archives are compared."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from desktop_app.services.base.settings import Settings
from desktop_app.services.importing.prepare_import import prepare_import
from desktop_app.services.library import Library
from tests.services.importing.examples import BARE, FULL, told


def test_what_is_exported_comes_back_as_it_was(library: Library, tmp_path: Path) -> None:
    ids = library.archive.articles.add_all(
        prepare_import(each, "2026-11-28T12:00:00Z").article for each in (FULL, BARE)
    )
    library.export(list(ids), "markdown", tmp_path / "out")

    other = Library(Settings(tmp_path / "new.cuttings", tmp_path / "config", tmp_path / "log"))
    other.open()
    with closing(other):
        report = other.importing.run(tmp_path / "out")

        assert (report.format, len(report.added), report.problems) == ("markdown", 2, ())
        came = {told(other.article(each))["title"]: other.article(each) for each in report.added}
        for article in map(library.article, ids):
            assert told(came[article.clean.title]) == told(article)
        assert other.importing.run(tmp_path / "out").known == 2
