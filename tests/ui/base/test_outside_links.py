"""A hostile article loads nothing, and nothing is opened before one has seen where it leads."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from desktop_app.ui.base.outside_links import leads_outside, outside_menu, shown_address
from desktop_app.ui.window.main_window import MainWindow
from tests.ui.conftest import AddArticle, Settle
from tests.ui.opening import open_article

HOSTILE = """[file](file:///etc/passwd) [script](javascript:alert(1)) [data](data:text/html,x)
[share](\\\\\\\\server\\\\share) [smb](smb://host/x) [relative](//host/x) [Case](JavaScript:x)
![a](file:///etc/passwd) ![b](https://example.org/b.png) ![c](data:image/png;base64,AAAA)
![d](\\\\\\\\server\\\\share\\\\d.png) <img src="https://example.org/e.png"> <script>x</script>
[long](https://example.org/LONG) [good](https://example.org/good)
""".replace("LONG", "x" * 9_000)


class Opened(QObject):
    """Stands in the place of the system's browser."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[str] = []
        for scheme in ("http", "https", "mailto", "file"):
            QDesktopServices.setUrlHandler(scheme, self, "take")

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.urls.append(url.toString())

    def give_back(self) -> None:
        for scheme in ("http", "https", "mailto", "file"):
            QDesktopServices.unsetUrlHandler(scheme)


@pytest.fixture
def opened() -> Opened:
    return Opened()


@pytest.fixture
def reading(
    add_article: AddArticle, window: MainWindow, settle: Settle, opened: Opened
) -> MainWindow:
    """The window, with a hostile article shown."""
    article_id = add_article(HOSTILE, title="Hostile")
    open_article(window, article_id, settle)
    return window


def _links(document: QTextDocument) -> set[str]:
    found = set()
    block = document.begin()
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            found.add(pieces.fragment().charFormat().anchorHref())
            pieces += 1
        block = block.next()
    return found - {""}


def test_only_plain_web_addresses_are_links_and_no_picture_is_asked_for(
    reading: MainWindow,
) -> None:
    document = reading.reader.browser.document()

    assert _links(document) == {"https://example.org/good"}
    assert "<img" not in document.toHtml()


def test_a_click_shows_where_a_link_leads_and_opens_nothing(
    reading: MainWindow, opened: Opened
) -> None:
    browser = reading.reader.browser

    browser.anchorClicked.emit(QUrl("https://example.org/good"))

    menu = browser.findChild(QMenu)
    assert isinstance(menu, QMenu)
    assert menu.actions()[0].text() == "https://example.org/good"
    assert opened.urls == []
    menu.actions()[2].trigger()
    assert opened.urls == ["https://example.org/good"]
    menu.close()
    opened.give_back()


def test_ctrl_and_click_open_at_once(reading: MainWindow, opened: Opened) -> None:
    browser = reading.reader.browser
    found = browser.document().find("good")
    found.setPosition(found.selectionStart() + 1)
    place = browser.cursorRect(found).center()

    QTest.mouseClick(
        browser.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, place
    )

    assert opened.urls == ["https://example.org/good"]
    opened.give_back()


@pytest.mark.parametrize("address", ["file:///etc/passwd", "javascript:x", "data:,x", "smb://h/x"])
def test_other_schemes_are_never_opened(reading: MainWindow, opened: Opened, address: str) -> None:
    reading.reader.browser.anchorClicked.emit(QUrl(address))

    assert reading.reader.browser.findChild(QMenu) is None
    assert opened.urls == []
    assert not leads_outside(QUrl(address))
    opened.give_back()


def test_an_address_is_shown_as_it_is_sent() -> None:
    assert shown_address(QUrl("https://exаmple.org/a&b")).startswith("https://xn--exmple")
    assert shown_address(QUrl("https://x.org/a&b")) == "https://x.org/a&&b"
    assert len(shown_address(QUrl(f"https://x.org/{'y' * 999}"))) < 100


def test_the_address_can_be_copied(window: MainWindow) -> None:
    menu = outside_menu(QUrl("mailto:a@example.org"), window)

    menu.actions()[3].trigger()

    assert menu.actions()[2].text() == "&Write a mail"
    assert QGuiApplication.clipboard().text() == "mailto:a@example.org"
