"""About Cuttings: the version, what it is made with, where the licences are."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.ui.base.theme import GRID, reading_font, theme
from desktop_app.ui.widgets.held_dialog import HeldDialog

_PARTS = "PySide6 · sqlite-utils · readability-lxml · resiliparse · markdownify · Typst"


class AboutDialog(HeldDialog):
    """Says what this is, in a few lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("About Cuttings")
        picture = QLabel(self)
        picture.setPixmap(theme().icon("application", "accent").pixmap(64, 64))
        name = QLabel("Cuttings", self)
        name.setFont(reading_font(21))
        name.setProperty("role", "personName")
        words = QLabel(
            f"Version {program_version()}\n\n"
            "A desktop archive of press articles, for researchers, journalists and historians. "
            "Everything stays in one file on this computer.",
            self,
        )
        words.setWordWrap(True)
        made_with = QLabel(
            f"Made with {_PARTS}\nPython {platform.python_version()} · Qt {qVersion()}", self
        )
        made_with.setProperty("role", "hint")
        made_with.setWordWrap(True)
        made_with.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout()
        column.setSpacing(GRID)
        for label in (name, words, made_with):
            column.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(3 * GRID)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(2 * GRID)
        layout.addLayout(row)
        layout.addWidget(buttons)
        self.setFixedWidth(58 * GRID)


def program_version() -> str:
    """The version of the installed program; “development” where it runs from a checkout."""
    try:
        return version("cuttings")
    except PackageNotFoundError:
        return "development"
