"""The bar that shows the Notifier's messages over the foot of the window, and goes by itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ui.base.notifier import Message, Notifier, Severity
from desktop_app.ui.base.theme import GRID, theme

_SHOWN_MS = 8_000
_WIDEST = 640


class MessageBar(QFrame):
    """Floats over its parent; failures and offers stay until closed, the rest for some seconds."""

    def __init__(self, notifier: Notifier, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self._act: Callable[[], None] | None = None
        self.text = QLabel(self)
        self.text.setWordWrap(True)
        self.next_step = QLabel(self)
        self.next_step.setWordWrap(True)
        self.next_step.setProperty("role", "hint")
        self.act_button = QPushButton("Undo", self)
        self.act_button.setProperty("flat", "true")
        self.act_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.act_button.clicked.connect(self._on_act)
        self._undo: Callable[[], None] | None = None
        self.undo_button = QPushButton("Undo", self)
        self.undo_button.setProperty("flat", "true")
        self.undo_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.undo_button.clicked.connect(self._on_undo)
        self.close_button = QToolButton(self)
        self.close_button.setAccessibleName("Close the message")
        self.close_button.setToolTip("Close the message")
        self.close_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.close_button.setIconSize(QSize(16, 16))
        self.close_button.clicked.connect(self.hide)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self._arrange()
        self.hide()
        parent.installEventFilter(self)
        notifier.message.connect(self.show_message)

    def show_message(self, message: Message) -> None:
        """Show a message in place of the last one."""
        self.text.setText(message.text)
        self.setAccessibleName(f"{message.text} {message.next_step}".strip())
        self.next_step.setText(message.next_step)
        self.next_step.setVisible(bool(message.next_step))
        label, self._act = message.offer or ("Undo", message.undo)
        self.act_button.setText(label)
        self.act_button.setVisible(self._act is not None)
        self._undo = message.undo if message.offer is not None else None
        self.undo_button.setVisible(self._undo is not None)
        self.close_button.setIcon(theme().icon("close"))
        self.setProperty("severity", str(int(message.severity)))
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()
        self._place()
        self.raise_()
        is_offer = message.offer is not None and message.undo is None
        if message.severity is Severity.FAILURE or is_offer:
            self._timer.stop()
        else:
            self._timer.start(_SHOWN_MS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot of the parent while it changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _arrange(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.text)
        words.addWidget(self.next_step)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * GRID, GRID, GRID, GRID)
        layout.setSpacing(GRID)
        layout.addLayout(words, 1)
        layout.addWidget(self.act_button)
        layout.addWidget(self.undo_button)
        layout.addWidget(self.close_button)

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        width = min(_WIDEST, parent.width() - 4 * GRID)
        self.setFixedWidth(width)
        # Not its size hint's, which is that of a narrow column of the same words.
        needed = self.heightForWidth(width)
        height = needed if needed > 0 else self.sizeHint().height()
        self.resize(width, height)
        self.move((parent.width() - width) // 2, parent.height() - height - 5 * GRID)

    def _on_undo(self) -> None:
        undo = self._undo
        self.hide()
        if undo is not None:
            undo()

    def _on_act(self) -> None:
        act = self._act
        self.hide()
        if act is not None:
            act()
