"""Showing an article in the window."""

from __future__ import annotations

from desktop_app.ui.window.main_window import MainWindow
from tests.ui.conftest import Settle


def open_article(window: MainWindow, article_id: int, settle: Settle) -> None:
    """Choose an article that was just put into the archive, and wait until it is there to read."""
    window.reload()
    window.list_pane.reload()
    settle()
    window.list_pane.view.choose(article_id)
    settle()
