"""What Qt's clipboard carries, as items to clip."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage

from desktop_app.core.article import RawCapture
from desktop_app.core.errors import InputError
from desktop_app.ui.clipping import clipboard_data
from desktop_app.ui.clipping.clipboard_data import (
    address_on_clipboard,
    carries_something,
    items_from_mime,
)


def test_html_is_preferred_and_the_plain_text_kept_beside_it(qapp: object) -> None:
    mime = QMimeData()
    mime.setHtml("<p>Some words of an article.</p>")
    mime.setText("Some words of an article.")

    (item,) = items_from_mime(mime)

    assert isinstance(item, RawCapture)
    assert item.media_type == "text/html"
    assert item.companion is not None
    assert item.companion.content == b"Some words of an article."


def test_text_alone_is_clipped_as_text(qapp: object) -> None:
    mime = QMimeData()
    mime.setText("A paragraph.\n\nAnother paragraph.")

    (item,) = items_from_mime(mime)

    assert isinstance(item, RawCapture)
    assert item.media_type == "text/plain"


def test_dropped_files_and_addresses_keep_their_order(qapp: object, tmp_path: Path) -> None:
    first = tmp_path / "one page.html"
    first.write_text("<p>x</p>")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(first)), QUrl("https://example.org/a")])

    assert items_from_mime(mime) == [first, "https://example.org/a"]


@pytest.mark.parametrize("text", ["", "   \n "])
def test_nothing_useful_gets_a_friendly_line(qapp: object, text: str) -> None:
    mime = QMimeData()
    mime.setText(text)

    with pytest.raises(InputError) as failure:
        items_from_mime(mime)

    assert "clipboard" in failure.value.message
    assert failure.value.next_step


def test_a_picture_is_no_article(qapp: object) -> None:
    mime = QMimeData()
    mime.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))

    with pytest.raises(InputError, match="picture"):
        items_from_mime(mime)


def test_far_too_much_text_is_refused(qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clipboard_data, "MAX_CLIPBOARD_CHARACTERS", 10)
    mime = QMimeData()
    mime.setText("eleven chars")

    with pytest.raises(InputError, match="more than an article"):
        items_from_mime(mime)


def test_an_address_on_the_clipboard_is_offered(qapp: object) -> None:
    mime = QMimeData()
    mime.setText(" https://example.org/a \n")
    assert address_on_clipboard(mime) == "https://example.org/a"
    assert carries_something(mime)

    mime.setText("https://example.org/a and more words")
    assert address_on_clipboard(mime) == ""
