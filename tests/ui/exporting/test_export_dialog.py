"""The export dialog on a real archive: what, which format, how, where, and what came of it."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.cli.application import run
from desktop_app.export.base.result import ExportResult
from desktop_app.services.exporting.export_job import ChosenDossier, What
from desktop_app.services.exporting.formats import FORMATS, Takes
from desktop_app.services.library import Library
from desktop_app.ui.base.notifier import Notifier
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.exporting.export_dialog import ExportDialog
from desktop_app.ui.exporting.export_pages import ResultPage, result_words
from tests.ui.conftest import AddArticle, Settle

Open = Callable[..., ExportDialog]


@pytest.fixture
def articles(add_article: AddArticle) -> list[int]:
    return [
        add_article("The cable is ashore.", title="The cable", published="1866-07-28"),
        add_article("Bread is dear.", title="Bread", published="1866-01-10"),
    ]


@pytest.fixture
def opened(
    qtbot: QtBot,
    library: Library,
    tasks: TaskRunner,
    notifier: Notifier,
    settle: Settle,
    articles: list[int],
) -> Open:
    """``opened(what)`` shows the dialog for it."""
    assert articles

    def show(*asked: What) -> ExportDialog:
        dialog = ExportDialog(library, tasks, notifier, asked)
        qtbot.addWidget(dialog)
        dialog.show()
        settle()
        return dialog

    return show


def offered(dialog: ExportDialog) -> list[str]:
    what = dialog.choices.what
    return [what.itemText(at) for at in range(what.count())]


def option(dialog: ExportDialog, name: str) -> QComboBox:
    field = dialog.choices.options.fields[name]
    assert isinstance(field, QComboBox)
    return field


def test_everything_that_can_go_out_is_offered_with_its_count(
    opened: Open, library: Library, articles: list[int]
) -> None:
    library.dossiers.make("Cables", articles[:1])

    dialog = opened(articles[:1], "bread")

    assert offered(dialog) == [
        "The chosen article",
        "The list “bread” · 1 article",
        "The whole archive · 2 articles",
        "The dossier “Cables” · 1 article",
    ]
    assert dialog.choices.what.currentIndex() == 0


def test_every_format_is_found_by_letters_and_makes_its_form(opened: Open) -> None:
    dialog = opened("")

    for each in FORMATS:
        dialog.choices.formats.filter.setText(each.name)
        dialog.choices.formats.choose(each.name)

        assert dialog.choices.format is each
        described = [option.name for option in each.described_options()]
        assert list(dialog.choices.options.fields) == described
        assert dialog.choices.fits
        assert dialog.choices.place.text().endswith("cuttings" + dialog.choices._wanted_suffix())


def test_letters_and_arrows_choose_a_format_without_leaving_the_field(
    opened: Open, qtbot: QtBot
) -> None:
    dialog = opened("")
    field = dialog.choices.formats.filter
    qtbot.keyClicks(field, "gephi")
    assert dialog.choices.format.name == "gexf"

    field.clear()
    qtbot.keyClick(field, Qt.Key.Key_Down)

    assert dialog.choices.format.name != "gexf"
    assert not dialog.choices.formats.tree.hasFocus()


def test_letters_that_no_format_has_let_nothing_be_exported(
    opened: Open, settle: Settle, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = opened("bread")
    formats = dialog.choices.formats
    qtbot.keyClicks(formats.filter, "json-x")
    assert not dialog.export_button.isEnabled()
    assert not dialog.command_button.isEnabled()
    formats.filter.selectAll()
    qtbot.keyClicks(formats.filter, "csl")
    assert formats.current.name == "csl-json"
    dialog.choices.place.setText(str(tmp_path / "one.json"))
    dialog.export_button.click()
    settle()

    dialog.again_button.click()
    qtbot.keyClicks(formats.filter, "ris")

    assert formats.filter.text() == "ris"
    assert formats.current.name == "ris"


def test_a_dossier_has_a_title_of_its_own(
    opened: Open, library: Library, articles: list[int]
) -> None:
    dialog = opened(ChosenDossier(library.dossiers.make("Cables", articles)))
    dialog.choices.formats.choose("docx")
    title = dialog.choices.options.fields["title"]
    assert isinstance(title, QLineEdit)

    assert title.placeholderText() == "As on the dossier's cover"
    dialog.choices.what.setCurrentIndex(
        dialog.choices.what.findText("The whole", Qt.MatchFlag.MatchStartsWith)
    )
    assert title.placeholderText() == "On the first page; may stay empty."


def test_a_format_that_needs_the_whole_archive_says_so_and_offers_it(
    opened: Open, articles: list[int]
) -> None:
    whole = [each.name for each in FORMATS if each.takes is Takes.ARCHIVE]
    if not whole:
        pytest.skip("every format can be made of chosen articles")
    dialog = opened(articles)
    dialog.choices.formats.choose(whole[0])
    assert not dialog.export_button.isEnabled()
    assert "whole archive" in dialog.choices.problem.text()

    dialog.choices.whole_button.click()

    assert dialog.choices.offer.what == ""
    assert dialog.export_button.isEnabled()
    assert dialog.choices.problem.text() == ""


def test_markdown_goes_into_a_folder(opened: Open, settle: Settle, tmp_path: Path) -> None:
    dialog = opened("")
    dialog.choices.formats.choose("markdown")
    dialog.choices.place.setText(str(tmp_path / "out"))
    dialog.export_button.click()
    settle()

    assert len(list((tmp_path / "out").glob("*.md"))) == 2
    assert dialog.show_button.isVisible()
    assert "Written: 2 files" in dialog.outcome.said.text()
    assert dialog.outcome.place.text() == str(tmp_path / "out")


def test_the_last_choice_is_kept_for_each_format_and_can_be_reset(
    opened: Open, settle: Settle, tmp_path: Path
) -> None:
    dialog = opened("")
    dialog.choices.formats.choose("pdf")
    option(dialog, "paper").setCurrentIndex(option(dialog, "paper").findData("us-letter"))
    title = dialog.choices.options.fields["title"]
    assert isinstance(title, QLineEdit)
    title.setText("Only of this one")
    dialog.choices.place.setText(str(tmp_path / "first"))
    dialog.export_button.click()
    settle()
    assert (tmp_path / "first.pdf").read_bytes().startswith(b"%PDF")

    again = opened("bread")

    assert again.choices.format.name == "pdf"
    assert option(again, "paper").currentData() == "us-letter"
    assert again.choices.options.values()["title"] == ""
    assert again.choices.place.text() == str(tmp_path / "bread.pdf")
    again.reset_button.click()
    assert option(again, "paper").currentData() == "a4"


def test_a_name_that_was_typed_stays_when_the_format_changes(opened: Open, tmp_path: Path) -> None:
    dialog = opened("")
    dialog.choices.formats.choose("pdf")
    dialog.choices.place.setText(str(tmp_path / "mine.pdf"))
    dialog.choices.formats.choose("gexf")
    assert dialog.choices.place.text() == str(tmp_path / "mine.gexf")

    dialog.choices.formats.choose("markdown")

    assert dialog.choices.place.text() == str(tmp_path / "mine")
    assert dialog.choices.place_label.text() == "Into the folder"


def test_a_file_that_is_there_is_replaced_only_after_another_word(
    opened: Open, settle: Settle, tmp_path: Path
) -> None:
    there = tmp_path / "there.pdf"
    there.write_bytes(b"mine")
    dialog = opened("")
    dialog.choices.formats.choose("pdf")
    dialog.choices.place.setText(str(there))
    dialog.export_button.setFocus()
    dialog.export_button.click()
    settle()
    assert dialog.export_button.hasFocus()
    assert "is there already" in dialog.choices.problem.text()
    assert there.read_bytes() == b"mine"

    dialog.export_button.click()
    settle()

    assert there.read_bytes().startswith(b"%PDF")


def test_a_failure_says_why_and_keeps_every_choice(
    opened: Open, settle: Settle, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    dialog = opened("bread")
    dialog.choices.formats.choose("markdown")
    dialog.choices.place.setText(str(tmp_path / "file" / "below"))
    dialog.export_button.click()
    settle()

    assert dialog.choices.problem.text()
    assert dialog.choices.isVisible()
    assert dialog.choices.format.name == "markdown"
    assert dialog.choices.place.text() == str(tmp_path / "file" / "below")


def test_stopping_keeps_every_choice_and_says_what_was_written(
    opened: Open, settle: Settle, tmp_path: Path
) -> None:
    dialog = opened("")
    dialog.choices.formats.choose("pdf")
    dialog.choices.place.setText(str(tmp_path / "stopped.pdf"))
    dialog.export_button.click()
    while dialog.choices.isVisible():
        QApplication.processEvents()
    assert dialog.cancel_button.text() == "Stop"
    dialog.cancel_button.click()
    settle()

    assert dialog.choices.problem.text() == "Stopped."
    assert dialog.choices.place.text() == str(tmp_path / "stopped.pdf")
    assert dialog.isVisible()


def test_nothing_to_export_is_said(opened: Open) -> None:
    dialog = opened("nothing-like-this")

    assert not dialog.export_button.isEnabled()
    assert "nothing" in dialog.choices.problem.text()


def test_the_copied_command_writes_the_same_files(
    opened: Open, library: Library, settle: Settle, tmp_path: Path, articles: list[int]
) -> None:
    wanted = library.dossiers.make("Bread & “cables”", [*reversed(articles)])
    dialog = opened(ChosenDossier(wanted))
    dialog.choices.formats.choose("pdf")
    title = dialog.choices.options.fields["title"]
    assert isinstance(title, QLineEdit)
    title.setText("It's $HOME; 'quoted'")
    dialog.choices.place.setText(str(tmp_path / "a b.pdf"))
    dialog.command_button.click()
    settle()
    command, *arguments = shlex.split(QGuiApplication.clipboard().text())
    dialog.export_button.click()
    settle()
    written = (tmp_path / "a b.pdf").read_bytes()
    (tmp_path / "a b.pdf").unlink()

    assert command == "cuttings"
    assert run(arguments, lambda _settings: 1) == 0
    assert (tmp_path / "a b.pdf").read_bytes() == written


def test_many_warnings_can_be_read_and_copied(qtbot: QtBot) -> None:
    page = ResultPage()
    qtbot.addWidget(page)
    warnings = tuple(f"Warning {number}." for number in range(300))
    page.show_result(ExportResult((Path("/x/a.pdf"),), (), warnings), Path("/x/a.pdf"), False)
    page.copy_button.click()

    assert page.warnings.toPlainText().splitlines() == list(warnings)
    assert page.warned.text() == "300 things to know"
    assert QGuiApplication.clipboard().text().splitlines() == list(warnings)


def test_the_result_is_told_in_words() -> None:
    files = (Path("a"), Path("b"))

    assert result_words(ExportResult(files)) == "Written: 2 files."
    assert result_words(ExportResult(files[:1], files)) == "Written: 1 file, 2 were right already."
    assert "nothing had changed" in result_words(ExportResult((), files))


def test_the_kind_of_picture_chosen_is_the_ending_of_the_file(opened: Open, settle: Settle) -> None:
    dialog = opened("")
    dialog.choices.formats.choose("counts-picture")
    settle()
    assert dialog.choices.place.text().endswith(".pdf")

    kind = dialog.choices.options.fields["picture"]
    assert isinstance(kind, QComboBox)
    kind.setCurrentIndex(kind.findData("svg"))

    assert dialog.choices.place.text().endswith(".svg")


def test_tab_comes_to_the_options_between_the_formats_and_the_place(opened: Open) -> None:
    dialog = opened("")
    dialog.choices.formats.choose("pdf")
    stop = dialog.choices.formats.tree.nextInFocusChain()
    stops = []
    while stop is not dialog.choices.place:
        stops.append(stop)
        stop = stop.nextInFocusChain()

    fields = list(dialog.choices.options.fields.values())

    assert [each for each in stops if each in fields] == fields


def test_the_wheel_scrolls_the_options_and_changes_none(opened: Open, settle: Settle) -> None:
    dialog = opened("")
    dialog.choices.formats.choose("pdf")
    settle()
    style, bar = option(dialog, "style"), dialog.choices.options.area.verticalScrollBar()
    before = style.currentText()

    turned = QWheelEvent(
        QPointF(style.rect().center()),
        QPointF(style.mapToGlobal(style.rect().center())),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(style, turned)

    assert style.currentText() == before
    assert bar.value() > 0


def test_a_dossier_begins_with_a_format_that_it_can_be_made_in(
    opened: Open, library: Library, articles: list[int], settle: Settle, tmp_path: Path
) -> None:
    before = opened("")
    before.choices.formats.choose("jsonl")
    before.choices.place.setText(str(tmp_path / "all.jsonl"))
    before.export_button.click()
    settle()

    dialog = opened(ChosenDossier(library.dossiers.make("Cables", articles)))

    assert dialog.choices.format is FORMATS[0]
    assert dialog.choices.fits


def test_focus_stays_among_the_choices_when_the_whole_archive_is_taken(
    opened: Open, library: Library, articles: list[int]
) -> None:
    dialog = opened(ChosenDossier(library.dossiers.make("Cables", articles)))
    dialog.choices.formats.choose("jsonl")

    dialog.choices.whole_button.setFocus()
    dialog.choices.whole_button.click()

    assert dialog.choices.fits
    assert dialog.focusWidget() is dialog.choices.formats.filter
