"""Articles seen as pages and printed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from desktop_app.export.typesetting.pdf_pages import PagePicture, page_picture
from desktop_app.services.exporting.print_articles import LONGEST_PRINTED
from desktop_app.services.library import Library
from desktop_app.ui.base.notifier import Message, Severity
from desktop_app.ui.reading.print_dialog import PrintDialog
from desktop_app.ui.reading.print_pages import paint_pages
from desktop_app.ui.window.main_window import MainWindow
from tests.ui.conftest import AddArticle, Settle
from tests.ui.opening import open_article

LONG = "\n\n".join(f"Paragraph {number}. " + "It was told at length. " * 20 for number in range(60))


@pytest.fixture
def opened(
    add_article: AddArticle, window: MainWindow, settle: Settle
) -> Callable[[str], PrintDialog]:
    """Opens the print dialog on an article of this text, by its command."""

    def open_on(markdown: str) -> PrintDialog:
        article_id = add_article(markdown, title="The hall", publisher="The Times")
        open_article(window, article_id, settle)
        window.commands.action("article.print").trigger()
        settle()
        dialog = window.findChild(PrintDialog)
        assert isinstance(dialog, PrintDialog)
        return dialog

    return open_on


def _printer(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def _page_count(path: Path) -> int:
    document = pypdfium2.PdfDocument(path)
    count = len(document)
    document.close()
    return count


def _first_words(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    words = str(document[0].get_textpage().get_text_bounded())
    document.close()
    return words


def _ink(picture: PagePicture) -> float:
    """How much of a picture is dark."""
    greens = picture.pixels[1::4]
    return sum(green < 128 for green in greens) / len(greens)


def test_the_pages_are_seen_before_they_are_printed(
    opened: Callable[[str], PrintDialog], settle: Settle
) -> None:
    dialog = opened(LONG)

    assert len(dialog.pages) > 3
    assert dialog.words.text() == f"{len(dialog.pages)} pages."
    picture = dialog.pages[0].picture
    assert picture is not None
    assert picture.width() == dialog.pages[0].width()
    assert dialog.pages[-1].picture is None, "what nobody looks at isn't drawn"

    bar = dialog.area.verticalScrollBar()
    bar.setValue(bar.maximum())
    settle()
    assert dialog.pages[-1].picture is not None
    assert dialog.pages[0].picture is None
    dialog.reject()


def test_printing_to_a_file_gives_the_very_pdf(
    opened: Callable[[str], PrintDialog], tmp_path: Path, settle: Settle, messages: list[Message]
) -> None:
    dialog = opened(LONG)
    count = len(dialog.pages)

    dialog.print_on(_printer(tmp_path / "printed.pdf"))
    settle()

    assert _page_count(tmp_path / "printed.pdf") == count
    assert _first_words(tmp_path / "printed.pdf").startswith("The Times")
    assert messages[-1].text == f"Sent {count} pages to “{tmp_path / 'printed.pdf'}”."


def test_a_printer_gets_every_page_as_a_picture(
    library: Library, add_article: AddArticle, tmp_path: Path
) -> None:
    printed = library.printed_pages([add_article(LONG[:6_000], title="The hall")], "a4")
    progress: list[tuple[int, int]] = []

    done = paint_pages(
        _printer(tmp_path / "out.pdf"),
        printed,
        [0, 1],
        lambda *told: progress.append(told),
        lambda: False,
    )

    assert done == 2
    assert progress == [(1, 2), (2, 2)]
    assert _page_count(tmp_path / "out.pdf") == 2
    assert _ink(page_picture((tmp_path / "out.pdf").read_bytes(), 0, 1)) > 0.01


def test_only_the_wanted_pages_are_printed(
    opened: Callable[[str], PrintDialog], tmp_path: Path, settle: Settle
) -> None:
    printer = _printer(tmp_path / "printed.pdf")
    printer.setFromTo(2, 3)

    opened(LONG).print_on(printer)
    settle()

    assert _page_count(tmp_path / "printed.pdf") == 2


def test_another_paper_sets_the_pages_anew(
    opened: Callable[[str], PrintDialog], settle: Settle
) -> None:
    dialog = opened("Short.")
    dialog.paper.setCurrentIndex(0)
    settle()
    a4 = dialog.pages[0].height()

    dialog.paper.setCurrentIndex(1)
    settle()

    assert dialog.pages[0].height() < a4
    dialog.reject()


def test_a_file_that_cannot_be_written_is_told_in_a_sentence(
    opened: Callable[[str], PrintDialog], tmp_path: Path, settle: Settle, messages: list[Message]
) -> None:
    (tmp_path / "no folder").touch()
    opened("Short.").print_on(_printer(tmp_path / "no folder" / "printed.pdf"))
    settle()

    assert "printed.pdf" in messages[-1].text
    assert messages[-1].severity is Severity.FAILURE


def test_what_is_too_long_is_refused_with_a_way_out(
    opened: Callable[[str], PrintDialog], qtbot: QtBot
) -> None:
    dialog = opened("word " * (LONGEST_PRINTED // 5 + 1))

    assert "export them as PDF" in dialog.words.text()
    assert not dialog.print_button.isEnabled()
    dialog.reject()


def test_the_source_is_on_the_page(
    library: Library, add_article: AddArticle, tmp_path: Path
) -> None:
    article_id = add_article("Short.", url="https://example.org/hall", publisher="The Times")

    printed = library.printed_pages([article_id], "a4")
    printed.write([0], tmp_path / "page.pdf")

    assert printed.title == "A title"
    assert "example.org/hall" in _first_words(tmp_path / "page.pdf")
