"""The text of a PDF: what is printed on its pages, line by line with places, then as paragraphs.

Reading through PDFium belongs here; what makes a paragraph is ``pdf_paragraphs``'s.
"""

from __future__ import annotations

import ctypes
import time
from typing import TYPE_CHECKING, Any

from desktop_app.capture.pdf_paragraphs import PrintedLine, PrintedPage, paragraphs_of
from desktop_app.core.article import CleaningWarning
from desktop_app.core.pdfium_lock import PDFIUM_LOCK

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_PAGES = 1000
_MOST_CHARACTERS = 5_000_000
_MOST_SECONDS = 20.0
#: How PDFium marks a hyphen that parts a word at the end of a line.
_HYPHEN_MARKS = ("\x02", "\ufffe")
_PASSWORD_ERROR = 4
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\xa0": " "}
)


def pdf_text(content: bytes) -> tuple[str, tuple[CleaningWarning, ...]]:
    """The text of a PDF, a blank line between paragraphs, and what the reader should know.

    Never raises: a PDF that is locked, damaged or holds only images gives no text and a warning
    ``no-text``; one that is too long gives its beginning and a warning ``truncated``.
    """
    # Imported here since it loads a large library and most captures are no PDFs.
    import pypdfium2  # noqa: PLC0415

    with PDFIUM_LOCK:
        try:
            document = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError as fault:
            locked = getattr(fault, "err_code", None) == _PASSWORD_ERROR
            return "", (_locked() if locked else _damaged(),)
        try:
            pages, whole = _pages(document, pypdfium2)
        finally:
            document.close()
    text = "\n\n".join(paragraphs_of(pages))
    if not text:
        return "", (_only_images(),)
    return text, () if whole else (_too_long(len(pages)),)


def _pages(document: Any, pypdfium2: Any) -> tuple[list[PrintedPage], bool]:  # noqa: ANN401 - untyped library
    """The pages that can be read within the bounds, and whether that is all of them."""
    pages: list[PrintedPage] = []
    deadline = time.monotonic() + _MOST_SECONDS
    room = _MOST_CHARACTERS
    for index in range(len(document)):
        if index >= _MOST_PAGES or room <= 0 or time.monotonic() > deadline:
            return pages, False
        try:
            page = _page(document[index], pypdfium2.raw, room)
        except pypdfium2.PdfiumError:
            page = PrintedPage(())  # one damaged page doesn't spoil the rest
        pages.append(page)
        room -= sum(len(line.text) for line in page.lines)
    return pages, True


def _page(page: Any, raw: Any, room: int) -> PrintedPage:  # noqa: ANN401 - untyped library
    try:
        text_page = page.get_textpage()
        try:
            lines = tuple(_lines(text_page, raw, min(text_page.count_chars(), room)))
        finally:
            text_page.close()
        return PrintedPage(lines, height=page.get_height())
    finally:
        page.close()


def _lines(text_page: Any, raw: Any, count: int) -> Iterator[PrintedLine]:  # noqa: ANN401 - untyped library
    """The lines in the order in which they were printed, which is that of reading."""
    letters: list[str] = []
    start = 0
    for index in range(count + 1):
        letter = chr(raw.FPDFText_GetUnicode(text_page, index)) if index < count else "\n"
        hyphen = letter in _HYPHEN_MARKS
        if not hyphen and letter not in "\r\n":
            letters.append(letter)
            continue
        line = _line(text_page, raw, letters, start, hyphen)
        if line is not None:
            yield line
        letters, start = [], index + 1


def _line(
    text_page: Any,  # noqa: ANN401 - untyped library
    raw: Any,  # noqa: ANN401 - untyped library
    letters: list[str],
    start: int,
    hyphen: bool,
) -> PrintedLine | None:
    """One line with the box round its visible letters; None for white space."""
    visible = [start + at for at, letter in enumerate(letters) if letter.strip()]
    if not visible:
        return None
    first = text_page.get_charbox(visible[0], loose=True)
    last = text_page.get_charbox(visible[-1], loose=True)
    return PrintedLine(
        text=_plain("".join(letters)) + ("-" if hyphen else ""),
        left=min(first[0], last[0]),
        right=max(first[2], last[2]),
        bottom=first[1],
        size=_size(text_page, raw, visible[0]) or first[3] - first[1],
    )


def _size(text_page: Any, raw: Any, index: int) -> float:  # noqa: ANN401 - untyped library
    """The height of the letter as printed: its font's size in the page's own scale, in points."""
    matrix = raw.FS_MATRIX()
    size = float(raw.FPDFText_GetFontSize(text_page, index))
    if raw.FPDFText_GetMatrix(text_page, index, ctypes.byref(matrix)):
        return size * float((matrix.c**2 + matrix.d**2) ** 0.5)
    return size


def _plain(text: str) -> str:
    """The letters without ligatures, soft hyphens, and halves of characters beyond the BMP."""
    joined = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    cleaned = joined.translate(_LIGATURES).replace("\xad", "")
    return " ".join("".join(letter for letter in cleaned if letter.isprintable()).split())


def _locked() -> CleaningWarning:
    message = (
        "This PDF is locked with a password, so its text can't be read. It is kept as it came; "
        "open it with the password and paste the text, or clip an unlocked copy."
    )
    return CleaningWarning("no-text", message)


def _damaged() -> CleaningWarning:
    message = (
        "This PDF is damaged and its text can't be read. It is kept as it came; "
        "open it in another program and paste the text."
    )
    return CleaningWarning("no-text", message)


def _only_images() -> CleaningWarning:
    message = (
        "This PDF holds only pictures, no text. It is kept as it came; "
        "run it through text recognition (OCR) and clip the result."
    )
    return CleaningWarning("no-text", message)


def _too_long(pages: int) -> CleaningWarning:
    message = (
        f"Only the first {pages:,} pages of this PDF were read. It is kept whole; "
        "clip the pages that matter as a PDF of their own."
    )
    return CleaningWarning("truncated", message)
