"""The question that is asked where something that the user did to a clip would be lost."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QMessageBox, QWidget

from desktop_app.ui.clipping.clip_draft import ClipDraft


def may_lose(
    parent: QWidget, edited: Sequence[ClipDraft], question: str = "Close without saving?"
) -> bool:
    """Whether the user lets these edits go; ``question`` says what for."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle("Clip an article")
    what = f"“{edited[0].name}”" if len(edited) == 1 else f"{len(edited)} clips"
    box.setText(f"You changed {what} and haven't saved.")
    box.setInformativeText(question)
    lose = box.addButton("Don't save", QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton("Keep editing", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.exec()
    clicked = box.clickedButton()
    box.deleteLater()
    return clicked is lose
