"""What is done where Typst refuses an article."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from desktop_app.core.errors import ExportError
from desktop_app.export.typesetting import mending, typst_desk
from desktop_app.export.typesetting.typst_desk import typeset
from desktop_app.export.typesetting.typst_run import TypesettingError
from tests.export import read_pdf
from tests.export.examples import article, write_pdf


@pytest.fixture
def picky(monkeypatch: pytest.MonkeyPatch) -> None:
    """Typst refuses a list that says REFUSED, and every article that says NEVER."""

    def refusing(folder: Path, moment: datetime) -> bytes:
        told = "".join(each.read_text() for each in sorted(folder.glob("g*.json")))
        if "NEVER" in told or ("REFUSED" in told and '"ul"' in told):
            raise TypesettingError("refused")
        return typeset(folder, moment)

    monkeypatch.setattr(typst_desk, "typeset", refusing)
    monkeypatch.setattr(mending, "typeset", refusing)


@pytest.mark.usefixtures("picky")
def test_an_article_that_is_refused_is_set_plainly(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    articles = [article(1, "- REFUSED", "Bad"), article(2, "fine", "Good")]
    done = write_pdf(articles, path)
    assert done.warnings == ("“Bad” couldn't be set as it is, so its bare text was.",)
    assert "REFUSED" in read_pdf.text(path)
    assert read_pdf.outline(path) == ["Contents", "Bad", "Good", "Sources"]


@pytest.mark.usefixtures("picky")
def test_one_that_can_not_be_set_at_all_is_left_out_and_named(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    done = write_pdf([article(n, t, t) for n, t in enumerate(("One", "NEVER", "Two"))], path)
    assert done.warnings == ("“NEVER” couldn't be set in type and was left out.",)
    assert read_pdf.outline(path) == ["Contents", "One", "Two", "Sources"]


@pytest.mark.usefixtures("picky")
def test_one_of_many_files_is_left_out_and_named(tmp_path: Path) -> None:
    articles = [article(1, title="NEVER"), article(2, title="Good")]
    done = write_pdf(articles, tmp_path, single=False)
    assert [path.name for path in done.written] == ["2023-04-14 The Sample Gazette - Good.pdf"]
    assert "“NEVER”" in done.warnings[0]


@pytest.mark.usefixtures("picky")
def test_where_nothing_can_be_set_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="“NEVER”"):
        write_pdf([article(title="NEVER")], tmp_path / "x.pdf")
    assert list(tmp_path.iterdir()) == []
