"""The button that empties a field, made when something first stands in it."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit


def offer_clearing(field: QLineEdit) -> None:
    """Show the button as Qt does; making it takes longer than all else in a field."""

    def on_text(text: str) -> None:
        if text and not field.isClearButtonEnabled():
            field.setClearButtonEnabled(True)

    field.textChanged.connect(on_text)
