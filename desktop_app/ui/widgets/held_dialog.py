"""What every dialog of ours is: it stays as long as it is shown, and goes when it is closed."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from desktop_app.ui.base.theme import theme

#: Those that are shown. Nobody else holds a dialog that its opener has let go of, and Python's
#: search for garbage was seen to take one that stood in the window: it lost its slots, and the
#: program ended with the next event.
_shown: set[QDialog] = set()


class HeldDialog(QDialog):
    """A dialog that whoever opens it needn't keep."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def setVisible(self, visible: bool) -> None:  # noqa: N802 - Qt's name
        """Hold it from the moment it is shown, in whichever way, until it is hidden."""
        # One that went with its window was never hidden.
        _shown.difference_update([each for each in _shown if not shiboken6.isValid(each)])
        if visible:
            _shown.add(self)
            if self.parentWidget() is None:
                theme().dress(self)
        else:
            _shown.discard(self)
        super().setVisible(visible)
