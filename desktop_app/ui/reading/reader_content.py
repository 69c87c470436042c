"""Reads everything the reader shows of one article, ready to be painted; runs off the window."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage, QImageReader

from desktop_app.core.article import Article, StoredImage
from desktop_app.core.refetch import LastLook
from desktop_app.services.library import Library
from desktop_app.ui.reading.reader_style import ShownMarks

if TYPE_CHECKING:
    from desktop_app.ui.reading.reader_html import ArticleHtml

_SHOWN_FORMATS = (b"png", b"jpeg", b"gif", b"webp", b"bmp")
#: Larger pictures aren't decoded: a few hundred bytes can claim any size.
_MOST_PIXELS = 60_000_000
#: All pictures of an article together; those beyond are told by their captions alone.
_MOST_PIXELS_SHOWN = 40_000_000
#: The width of the column of text, in pixels; a picture is made to fit.
IMAGE_WIDTH = 640


@dataclass(frozen=True, slots=True)
class ReaderContent:
    """An article with its HTML, its decoded images and how many revisions it has.

    ``start`` is the character of its text at which it was left, ``look`` what came of fetching it
    again the last time, ``refused`` how many pages that came in its place are kept beside it,
    ``citation_key`` by what texts cite it, empty as long as it has no key.
    """

    article: Article
    html: ArticleHtml
    images: Mapping[str, QImage]
    revisions: int
    start: int = 0
    look: LastLook | None = None
    refused: int = 0
    citation_key: str = ""


def load_content(
    library: Library,
    article_id: int,
    shown: ShownMarks = ShownMarks(),  # noqa: B008 - frozen
) -> ReaderContent:
    """Read and render one article."""
    # Imported here: the window's start doesn't wait for a Markdown reader.
    from desktop_app.ui.reading.reader_html import article_html  # noqa: PLC0415

    article = library.article(article_id)
    decoded = decoded_images(library.images(article_id))
    html = article_html(article, decoded.keys(), shown)
    start = library.reading.place(article_id, article.clean.text)
    look = library.archive.looks.last(article_id)
    revisions = len(library.revisions(article_id))
    refused = len(library.versions.refused(article_id))
    key = library.citing.known_key(article_id)
    return ReaderContent(article, html, decoded, revisions, start, look, refused, key)


def decoded_images(stored: Mapping[str, StoredImage]) -> dict[str, QImage]:
    """The images that can be shown, no wider than the text; the others are left out."""
    decoded: dict[str, QImage] = {}
    room = _MOST_PIXELS_SHOWN
    for url, image in stored.items():
        picture = _decode(image.content)
        room -= picture.width() * picture.height()
        if room < 0:
            break
        if not picture.isNull():
            decoded[url] = picture
    return decoded


def _decode(content: bytes) -> QImage:
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    if reader.format().data() not in _SHOWN_FORMATS:
        return QImage()
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > _MOST_PIXELS:
        return QImage()
    if size.width() > IMAGE_WIDTH:
        height = max(round(size.height() * IMAGE_WIDTH / size.width()), 1)
        reader.setScaledSize(QSize(IMAGE_WIDTH, height))
    reader.setAutoTransform(True)
    return reader.read()
