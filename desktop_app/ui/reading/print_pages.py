"""Typeset pages put on a printer; runs off the window's thread.

To a file goes the PDF itself. A printer gets pictures, band by band: painting holds Python's lock,
and the window must not wait for a whole page.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter

from desktop_app.core.errors import AppError
from desktop_app.export.typesetting.pdf_pages import PagePicture
from desktop_app.services.exporting.print_articles import PrintedPages
from desktop_app.ui.widgets.page_image import image_of

_DOTS_PER_INCH = 400
_BAND = 32


def print_pages(
    printer: QPrinter,
    printed: PrintedPages,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> int:
    """Print the pages that the printer was told to; gives how many. Raises AppError."""
    wanted = _wanted(printer, len(printed.sizes))
    if printer.outputFormat() is QPrinter.OutputFormat.PdfFormat:
        printed.write(wanted, Path(printer.outputFileName()))
        return len(wanted)
    return paint_pages(printer, printed, wanted, progress, cancelled)


def paint_pages(
    printer: QPrinter,
    printed: PrintedPages,
    wanted: Sequence[int],
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> int:
    """Paint these pages, each as large as the sheet lets it be; raises AppError."""
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise AppError("The printer can't print now.", "Choose another one, or print to a file.")
    try:
        for done, number in enumerate(wanted):
            if cancelled():
                printer.abort()
                return done
            if done:
                printer.newPage()
            place = _fitted(printed.sizes[number], printer.paperRect(QPrinter.Unit.DevicePixel))
            _paint(painter, printed.picture(number, _DOTS_PER_INCH / 72), place)
            progress(done + 1, len(wanted))
    finally:
        painter.end()
    return len(wanted)


def _paint(painter: QPainter, picture: PagePicture, place: QRectF) -> None:
    row = place.height() / picture.height
    for top in range(0, picture.height, _BAND):
        band = image_of(picture, top, _BAND)
        where = QRectF(place.left(), place.top() + top * row, place.width(), band.height() * row)
        painter.drawImage(where, band)
        time.sleep(0)  # lets the window's thread have its turn


def _wanted(printer: QPrinter, count: int) -> Sequence[int]:
    first, last = printer.fromPage() or 1, printer.toPage() or count
    numbers = range(first - 1, min(last, count))
    last_first = printer.pageOrder() is QPrinter.PageOrder.LastPageFirst
    return numbers[::-1] if last_first else numbers


def _fitted(size: tuple[float, float], sheet: QRectF) -> QRectF:
    fitted = QSizeF(*size).scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRectF(sheet.topLeft(), fitted)
    place.moveCenter(sheet.center())
    return place
