"""A library with tags."""

from __future__ import annotations

import pytest

from desktop_app.ui.window.main_window import MainWindow
from tests.ui.conftest import AddArticle, Settle


@pytest.fixture
def tagged(window: MainWindow, add_article: AddArticle, settle: Settle) -> MainWindow:
    add_article(tags=("russia/moscow", "diplomacy"))
    window.reload()
    settle()
    return window
