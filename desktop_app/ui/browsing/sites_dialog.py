"""The sites where the user stays logged in, each of which can be forgotten."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.counted import counted
from desktop_app.core.dates_in_words import date_in_words
from desktop_app.ui.base.theme import GRID
from desktop_app.ui.browsing.cookie_keeping import CookieKeeping
from desktop_app.ui.widgets.held_dialog import HeldDialog

_HOST = Qt.ItemDataRole.UserRole
_WORDS = (
    "The cookies of these sites are kept when the window is closed, for this archive alone. "
    "Whatever other sites store is forgotten then."
)


class SitesDialog(HeldDialog):
    """Lists the kept sites."""

    def __init__(self, keeping: CookieKeeping, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Sites where you stay logged in")
        self._keeping = keeping
        words = QLabel(_WORDS, self)
        words.setWordWrap(True)
        self.none = QLabel("There is none: press “Stay logged in” at a site to add it.", self)
        self.none.setProperty("role", "hint")
        self.none.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setAccessibleName("Sites where you stay logged in")
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.itemSelectionChanged.connect(self._on_chosen)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.forget_button = buttons.addButton("Forget", QDialogButtonBox.ButtonRole.ActionRole)
        self.forget_button.setToolTip("Log out here: throw the cookies of the chosen sites away")
        self.forget_button.setAutoDefault(False)
        self.forget_button.clicked.connect(self.forget_chosen)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(GRID + GRID // 2)
        column.addWidget(words)
        column.addWidget(self.none, 1, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.list, 1)
        column.addWidget(buttons)
        self.resize(60 * GRID, 44 * GRID)
        self._show()

    def forget_chosen(self) -> None:
        """Throw the cookies of the chosen sites away."""
        for item in self.list.selectedItems():
            self._keeping.forget(str(item.data(_HOST)))
        self._show()

    def _show(self) -> None:
        sites = self._keeping.sites.all()
        self.list.clear()
        for site in sites:
            cookies = counted(len(site.cookies), "cookie")
            item = QListWidgetItem(
                f"{site.host}, {cookies}, since {date_in_words(site.since[:10])}", self.list
            )
            item.setData(_HOST, site.host)
        self.list.setVisible(bool(sites))
        self.none.setVisible(not sites)
        self._on_chosen()

    def _on_chosen(self) -> None:
        self.forget_button.setEnabled(bool(self.list.selectedItems()))
