"""What a right click on the page offers: its links, the selection, clipping."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWebEngineCore import QWebEnginePage
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from desktop_app.ui.browsing.browser_window import BrowserWindow

_Act = QWebEnginePage.WebAction


def page_menu(window: BrowserWindow) -> QMenu:
    """The menu for what lies under the pointer; it goes when it is closed."""
    request, page = window.view.lastContextMenuRequest(), window.page
    menu = QMenu(window)
    link = request.linkUrl() if request is not None else QUrl()
    if link.scheme() in ("http", "https"):
        address = link.toString()
        menu.addAction("&Open the link", lambda: window.open(address))
        menu.addAction("Copy the &address", lambda: QGuiApplication.clipboard().setText(address))
        menu.addSeparator()
    if page.hasSelection():
        menu.addAction("&Copy", lambda: page.triggerAction(_Act.Copy))
        menu.addAction("Clip the &selection", lambda: window.clip("selection"))
    if request is not None and request.isContentEditable():
        menu.addAction("Pas&te", lambda: page.triggerAction(_Act.Paste))
    menu.addAction("Clip the &page", lambda: window.clip("page"))
    menu.aboutToHide.connect(menu.deleteLater)
    return menu
