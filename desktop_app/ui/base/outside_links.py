"""Links that lead out of the archive: nothing is opened before the user has seen where it leads."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

_SCHEMES = ("http", "https", "mailto")
#: So much of an address is shown, cut in its middle.
_LONGEST_SHOWN = 90


def leads_outside(url: QUrl) -> bool:
    """Whether it is an address that may be opened at all."""
    return url.scheme() in _SCHEMES


def open_outside(url: QUrl) -> None:
    """Hand the address to the system's browser or mail program."""
    if leads_outside(url):
        QDesktopServices.openUrl(url)


def outside_menu(url: QUrl, parent: QWidget) -> QMenu:
    """Where a link leads, and what can be done with that."""
    address = url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
    mail = url.scheme() == "mailto"
    menu = QMenu(parent)
    menu.addAction(shown_address(url)).setEnabled(False)
    menu.addSeparator()
    opening = "&Write a mail" if mail else "&Open in the browser"
    menu.addAction(opening, lambda: open_outside(url))
    menu.addAction("&Copy the address", lambda: QGuiApplication.clipboard().setText(address))
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def shown_address(url: QUrl) -> str:
    """The address as it is sent, so that no letter looks like another, cut in its middle."""
    address = url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
    if len(address) > _LONGEST_SHOWN:
        half = _LONGEST_SHOWN // 2
        address = f"{address[:half]} … {address[-half // 2 :]}"
    return address.replace("&", "&&")  # a menu takes one for a mnemonic's mark
