"""The foot of the capture sheet: a hint, and the buttons that save, leave out or close."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from desktop_app.ui.base.theme import GRID


class CaptureFoot(QWidget):
    """Shows what can be done with the clips; what the buttons do is the sheet's affair."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hint = QLabel(self)
        self.hint.setProperty("role", "hint")
        self.close_button = QPushButton("Cancel", self)
        self.skip_button = QPushButton("Leave out", self)
        self.save_all_button = QPushButton("Save all", self)
        self.save_button = QPushButton("Save", self)
        self.save_button.setDefault(True)
        self.save_button.setToolTip("Keep the article (Enter, or Ctrl+Enter from anywhere)")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.hint)
        layout.addStretch()
        for button in (
            self.close_button,
            self.skip_button,
            self.save_all_button,
            self.save_button,
        ):
            button.setAutoDefault(button is self.save_button)
            layout.addWidget(button)

    def show_choices(self, *, several: bool, can_save: bool, saving_all: bool) -> None:
        """Show the buttons that fit one clip, or several, and let those be pressed that work."""
        self.save_button.setEnabled(can_save)
        self.save_button.setText("Save and next" if several else "Save")
        self.skip_button.setVisible(several)
        self.save_all_button.setVisible(several)
        self.save_all_button.setEnabled(not saving_all)
