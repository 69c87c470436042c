"""What this machine or the archive lacks, as a list of findings."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from desktop_app.services.doctor import Finding
from desktop_app.services.library import Library
from desktop_app.ui.base.notifier import Notifier
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.base.theme import GRID, theme
from desktop_app.ui.widgets.held_dialog import HeldDialog


class DoctorDialog(HeldDialog):
    """Looks at everything when opened, and shows what it found."""

    def __init__(
        self,
        library: Library,
        tasks: TaskRunner,
        notifier: Notifier,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("What this machine lacks")
        self.setMinimumWidth(64 * GRID)
        self.summary = QLabel("Looking…", self)
        self.summary.setProperty("role", "large")
        self.summary.setWordWrap(True)
        self.waiting = QProgressBar(self)
        self.waiting.setRange(0, 0)
        self.waiting.setTextVisible(False)
        self.waiting.setAccessibleName("Looking")
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(GRID + GRID // 2)
        self.grid.setVerticalSpacing(GRID + GRID // 2)
        self.grid.setColumnStretch(1, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        copy = buttons.addButton("Copy as text", QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)
        self._findings: Sequence[Finding] = ()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(2 * GRID)
        layout.addWidget(self.summary)
        layout.addWidget(self.waiting)
        layout.addLayout(self.grid)
        layout.addStretch()
        layout.addWidget(buttons)
        tasks.read(library.diagnose, label="Looking at this machine").succeeded(self.show_findings)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what was found, the troubles first."""
        self._findings = sorted(findings, key=lambda finding: finding.ok)
        self.waiting.hide()
        troubles = sum(1 for finding in findings if not finding.ok)
        verbs = "thing needs" if troubles == 1 else "things need"
        self.summary.setText(f"{troubles} {verbs} you." if troubles else "Nothing is lacking.")
        for row, finding in enumerate(self._findings):
            self._show_finding(row, finding)
        self.adjustSize()

    def _show_finding(self, row: int, finding: Finding) -> None:
        mark = QLabel(self)
        name, colour = ("check", "accent") if finding.ok else ("warning", "warning")
        mark.setPixmap(theme().icon(name, colour).pixmap(20, 20))
        mark.setAccessibleName("well" if finding.ok else "needs you")
        words = f"<b>{escape(finding.name)}</b><br/>{escape(finding.message)}"
        if finding.next_step:
            words += f"<br/>{escape(finding.next_step)}"
        label = QLabel(words, self)
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.grid.addWidget(mark, row, 0, Qt.AlignmentFlag.AlignTop)
        self.grid.addWidget(label, row, 1)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(as_text(self._findings))


def as_text(findings: Sequence[Finding]) -> str:
    """The findings as lines for a mail."""
    lines = []
    for finding in findings:
        mark = "ok" if finding.ok else "!!"
        lines.append(f"[{mark}] {finding.name}: {finding.message} {finding.next_step}".rstrip())
    return "\n".join(lines)
