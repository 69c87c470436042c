"""An export is shown before it is imported; what can't be read is listed and can be saved."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from desktop_app.services.library import Library
from desktop_app.ui.clipping.capture_sheet import CaptureSheet
from desktop_app.ui.dialogs.import_dialog import ImportDialog
from desktop_app.ui.dialogs.import_table import Column
from desktop_app.ui.window.main_window import MainWindow
from tests.capture.documents.made_documents import made_docx, made_rtf, p
from tests.capture.importers.press.made_exports import factiva_displayed, samples
from tests.ui.conftest import Settle


@pytest.fixture
def export(tmp_path: Path) -> Path:
    posts = [
        {
            "href": f"https://news.example/{at}",
            "description": f"Report {at}",
            "extended": "",
            "time": "2021-03-04T05:06:07Z",
            "tags": "food",
        }
        for at in range(3)
    ]
    path = tmp_path / "pinboard.json"
    path.write_text(json.dumps([*posts, {"href": "?"}]), encoding="utf-8")
    return path


def drop(window: MainWindow, path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    window.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


def opened(window: MainWindow) -> ImportDialog:
    dialog = window.findChild(ImportDialog)
    assert isinstance(dialog, ImportDialog)
    return dialog


def test_a_dropped_export_is_shown_and_imported(
    window: MainWindow, library: Library, export: Path, tmp_path: Path, settle: Settle
) -> None:
    drop(window, export)
    settle()
    dialog = opened(window)

    model = dialog.model
    assert model.rowCount() == 3
    assert model.index(0, Column.TITLE).data() == "Report 0"
    assert model.index(0, Column.WITH).data() == "address only, read"
    assert dialog.summary.text().startswith("Pinboard (JSON): 3 articles to import.")
    assert dialog.tabs.tabText(1) == "What can’t be read (1)"
    assert library.count("") == 0

    dialog.import_all()
    settle()
    settle()

    assert library.count("tag:food") == 3
    assert dialog.problems.toPlainText() == "Row 4: “?” is no address on the web."
    dialog.save_problems(tmp_path / "problems.txt")
    assert (tmp_path / "problems.txt").read_text("utf-8").startswith("Row 4: ")
    dialog.look_at(export)
    settle()
    assert model.index(0, Column.WITH).data() == "imported before"
    assert not dialog.import_button.isEnabled()
    dialog.reject()


def test_a_whole_archive_is_told_as_such_and_comes_into_an_empty_one(
    window: MainWindow, library: Library, tmp_path: Path, settle: Settle
) -> None:
    full = Library(replace(library.settings, archive_path=tmp_path / "full.cuttings"))
    full.open()
    full.load_sample()
    path = full.export("", "jsonl", tmp_path / "whole").written[0]
    full.close()

    drop(window, path)
    settle()
    dialog = opened(window)
    assert dialog.summary.text().startswith("The whole archive: 24 articles, 110 persons")
    dialog.import_all()
    settle()
    settle()

    assert library.count("") == 24
    drop(window, path)
    settle()
    dialog = opened(window)
    assert "only into an empty one" in dialog.summary.text()
    assert not dialog.import_button.isEnabled()
    dialog.reject()


BOOKMARKS = """<!DOCTYPE NETSCAPE-Bookmark-file-1>
<TITLE>Bookmarks</TITLE><H1>Bookmarks</H1><DL><p>
<DT><A HREF="https://news.example/talks" ADD_DATE="1681430400">Talks in Samarkand</A>
</DL>"""


def test_a_dropped_page_of_bookmarks_is_imported_and_no_article(
    window: MainWindow, tmp_path: Path, settle: Settle
) -> None:
    path = tmp_path / "bookmarks.html"
    path.write_text(BOOKMARKS, "utf-8")

    drop(window, path)
    settle()
    settle()

    dialog = opened(window)
    assert dialog.model.index(0, Column.TITLE).data() == "Talks in Samarkand"
    assert window.findChild(CaptureSheet) is None
    dialog.reject()


def test_another_dropped_page_is_clipped(
    window: MainWindow, tmp_path: Path, settle: Settle
) -> None:
    path = tmp_path / "talks.html"
    path.write_text("<title>Talks</title><p>They went on for a week in Samarkand.", "utf-8")

    drop(window, path)
    settle()

    sheet = window.findChild(CaptureSheet)
    assert isinstance(sheet, CaptureSheet)
    assert window.findChild(ImportDialog) is None
    sheet.done(0)


def test_what_is_no_export_is_one_sentence(
    window: MainWindow, tmp_path: Path, settle: Settle
) -> None:
    (tmp_path / "any.txt").write_text("Bread gets dearer.", encoding="utf-8")
    window.commands.action("file.import").trigger()
    dialog = opened(window)

    dialog.look_at(tmp_path / "any.txt")
    settle()

    assert dialog.summary.text().startswith("any.txt is no export that is known.")
    assert not dialog.import_button.isEnabled()
    assert dialog.format.findData("wallabag") > 0
    dialog.reject()


def test_a_dropped_document_of_a_press_database_is_shown_with_outlets_and_dates(
    window: MainWindow, tmp_path: Path, settle: Settle
) -> None:
    path = tmp_path / "factiva.rtf"
    path.write_bytes(made_rtf(factiva_displayed(samples(3, "de"))))

    drop(window, path)
    settle()
    settle()

    dialog = opened(window)
    first = samples(3, "de")[0]
    assert dialog.model.rowCount() == 3
    assert dialog.model.index(0, Column.OUTLET).data() == first.outlet
    assert dialog.model.index(0, Column.PUBLISHED).data() == first.published.isoformat()
    assert [column for column in Column if dialog.table.isColumnHidden(column)] == [
        Column.SAVED,
        Column.TAGS,
    ]
    dialog.reject()


def test_a_dropped_document_of_one_article_is_clipped(
    window: MainWindow, tmp_path: Path, settle: Settle
) -> None:
    path = tmp_path / "article.docx"
    path.write_bytes(
        made_docx([p("Bread gets dearer", heading=1), p("The mill raised its prices.")])
    )
    taken: list[object] = []
    window.clipping.items_ready.disconnect()
    window.clipping.items_ready.connect(taken.append)

    drop(window, path)
    settle()

    assert taken == [[path]]
    assert window.findChild(ImportDialog) is None
