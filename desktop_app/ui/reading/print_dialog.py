"""What will be printed, seen beforehand: the typeset pages, the paper, and on to the printer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter, QPaintEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.counted import counted
from desktop_app.core.errors import AppError
from desktop_app.services.exporting.print_articles import PrintedPages
from desktop_app.services.library import Library
from desktop_app.ui.base.notifier import Notifier
from desktop_app.ui.base.task import Task
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.base.theme import GRID, theme
from desktop_app.ui.reading.print_pages import print_pages
from desktop_app.ui.widgets.held_dialog import HeldDialog
from desktop_app.ui.widgets.page_image import image_of

Paper = Literal["a4", "us-letter"]
_PAPERS: dict[Paper, str] = {"a4": "A4", "us-letter": "Letter"}
_SIZES = {"a4": QPageSize.PageSizeId.A4, "us-letter": QPageSize.PageSizeId.Letter}
#: The width of a page on the screen, in pixels.
_SHOWN_WIDTH = 560


class PrintDialog(HeldDialog):
    """Shows the pages of some articles, and prints them."""

    def __init__(
        self,
        library: Library,
        tasks: TaskRunner,
        notifier: Notifier,
        ids: Sequence[int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Print")
        self._library, self._tasks, self._notifier = library, tasks, notifier
        self._ids = tuple(ids)
        self._printed: PrintedPages | None = None
        self.pages: list[ShownPage] = []
        self.paper = QComboBox(self)
        self.paper.setAccessibleName("Paper")
        for paper, words in _PAPERS.items():
            self.paper.addItem(words, paper)
        if QLocale.system().measurementSystem() is not QLocale.MeasurementSystem.MetricSystem:
            self.paper.setCurrentIndex(1)
        self.words = QLabel("Setting the pages…", self)
        self.words.setProperty("role", "hint")
        self.words.setWordWrap(True)
        self.print_button = QPushButton("Print…", self)
        self.print_button.setEnabled(False)
        self._arrange()
        self.paper.currentIndexChanged.connect(self._set_pages)
        self.print_button.clicked.connect(self._ask_printer)
        self.area.verticalScrollBar().valueChanged.connect(self._draw_seen)
        self.resize(_SHOWN_WIDTH + 12 * GRID, 90 * GRID)
        self._set_pages()

    def print_on(self, printer: QPrinter) -> None:
        """Print the pages; the dialog closes, and what went wrong is told."""
        printed = self._printed
        if printed is None:
            return
        notifier = self._notifier
        to_file = printer.outputFormat() is QPrinter.OutputFormat.PdfFormat
        where = f"“{printer.outputFileName()}”" if to_file else "the printer"
        task = self._tasks.fetch(
            lambda context: print_pages(printer, printed, context.progress, context.cancelled),
            label="Print",
        )
        task.succeeded(lambda count: notifier.info(f"Sent {_count(count)} to {where}."))
        self.accept()

    def _ask_printer(self) -> None:
        printed = self._printed
        if printed is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageSize(QPageSize(_SIZES[self._chosen_paper()]))
        printer.setDocName(printed.title)
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, len(printed.sizes))
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, True)
        dialog.accepted.connect(lambda: self.print_on(printer))
        dialog.setModal(True)
        dialog.show()

    # The pages

    def _chosen_paper(self) -> Paper:
        return "us-letter" if self.paper.currentData() == "us-letter" else "a4"

    def _set_pages(self) -> None:
        self.print_button.setEnabled(False)
        paper = self._chosen_paper()
        task = self._tasks.read(lambda: self._library.printed_pages(self._ids, paper), key="print")
        task.succeeded(self._on_set).failed(self._on_failed)

    def _on_set(self, printed: PrintedPages) -> None:
        self._printed = printed
        for page in self.pages:
            self._column.removeWidget(page)
            page.deleteLater()
        count = len(printed.sizes)
        self.pages = [
            ShownPage(
                self, QSize(_SHOWN_WIDTH, round(_SHOWN_WIDTH * height / width)), f"Page {number}"
            )
            for number, (width, height) in enumerate(printed.sizes, 1)
        ]
        for page in self.pages:
            self._column.addWidget(page, 0, Qt.AlignmentFlag.AlignHCenter)
        self.words.setText(" ".join([_count(count) + ".", *printed.warnings[:3]]))
        self.print_button.setEnabled(True)
        self.print_button.setDefault(True)
        self._column.activate()
        self._draw_seen()

    def _on_failed(self, failure: AppError) -> None:
        self.words.setText(str(failure))

    def _draw_seen(self) -> None:
        """Have the pages drawn that are in view or close by; the others forget their pictures."""
        printed = self._printed
        if printed is None:
            return
        top = self.area.verticalScrollBar().value()
        height = self.area.viewport().height()
        for number, page in enumerate(self.pages):
            place = number * (page.height() + self._column.spacing())
            if place + page.height() < top - height or place > top + 2 * height:
                page.forget()
            elif not page.is_wanted:
                page.is_wanted = True
                self._draw(page, printed, number)

    def _draw(self, page: ShownPage, printed: PrintedPages, number: int) -> Task:
        scale = _SHOWN_WIDTH * self.devicePixelRatioF() / printed.sizes[number][0]
        task = self._tasks.read(lambda: image_of(printed.picture(number, scale)))
        return task.succeeded(page.show_picture)

    def _arrange(self) -> None:
        sheet = QWidget(self)
        sheet.setObjectName("printSheet")
        self._column = QVBoxLayout(sheet)
        self._column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        self._column.setSpacing(2 * GRID)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.area = QScrollArea(self)
        self.area.setObjectName("printArea")
        self.area.setAccessibleName("The pages")
        self.area.setWidgetResizable(True)
        self.area.setWidget(sheet)
        head = QHBoxLayout()
        head.addWidget(QLabel("Paper", self))
        head.addWidget(self.paper)
        head.addWidget(self.words, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.addButton(self.print_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        layout.addLayout(head)
        layout.addWidget(self.area, 1)
        layout.addWidget(buttons)


class ShownPage(QWidget):
    """A page on the screen: white until its picture is drawn."""

    def __init__(self, parent: QWidget, size: QSize, words: str) -> None:
        super().__init__(parent)
        self.setFixedSize(size)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.is_wanted = False
        self.picture: QImage | None = None

    def show_picture(self, picture: QImage) -> None:
        """Show the page's picture, if it is still wanted."""
        if self.is_wanted:
            self.picture = picture
            self.update()

    def forget(self) -> None:
        """Give the picture's memory back."""
        self.is_wanted = False
        self.picture = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture on white, with a thin edge."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if self.picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self.rect(), self.picture)
        painter.setPen(theme().colour("line"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


def _count(pages: int) -> str:
    return counted(pages, "page")
