"""Asks for fields of several articles at once; only what is ticked is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QLineEdit, QWidget

from desktop_app.core.common_value import CommonValue
from desktop_app.core.counted import count_articles
from desktop_app.core.errors import AppError, InputError
from desktop_app.services.base.field_values import FieldValue, checked_changes
from desktop_app.services.library import Library
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.base.theme import GRID
from desktop_app.ui.widgets.date_entry import DateEntry
from desktop_app.ui.widgets.question_dialog import QuestionDialog

#: The fields, in order: the article's name for each, and the words in the window.
FIELDS = (
    ("publisher", "Outlet"),
    ("authors", "Authors"),
    ("agency", "Agency"),
    ("language", "Language"),
    ("published", "Published"),
)
_WORDS = "What you write goes to all of them; the rest stays as it is. An empty line means unknown."
SEVERAL = "several values"
UNKNOWN = "unknown"


class EditFieldsDialog(QuestionDialog):
    """``fields_chosen`` gives the checked changes."""

    fields_chosen = Signal(dict)

    def __init__(
        self,
        library: Library,
        tasks: TaskRunner,
        ids: Sequence[int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(f"Details of {count_articles(len(ids))}", _WORDS, "Change", parent)
        self.rows = {name: _FieldRow(label, self) for name, label in FIELDS}
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GRID)
        grid.setColumnStretch(1, 1)
        for number, row in enumerate(self.rows.values()):
            grid.addWidget(row.box, number, 0)
            grid.addWidget(row.line, number, 1)
            row.box.toggled.connect(lambda _on: self._tell())
            row.line.textEdited.connect(lambda _text: self._tell())
        self.summary = QLabel(self)
        self.summary.setProperty("role", "hint")
        self.summary.setWordWrap(True)
        self.summary.setMinimumHeight(4 * GRID)
        self.column.addLayout(grid)
        self.column.addWidget(self.summary)
        self.column.addWidget(self.buttons)
        self.date_hint = QLabel(self)
        grid.addWidget(self.date_hint, len(self.rows), 1)
        self._date = DateEntry(self.rows["published"].line, self.date_hint, tasks)
        self._date.understood.connect(self._tell)
        self.rows["published"].line.editingFinished.connect(self._tell)
        self.rows["publisher"].line.setFocus()
        self._tell()
        task = tasks.read(lambda: library.common_fields(ids), key="common-fields")
        task.succeeded(self._on_read).failed(self._on_failed)

    @property
    def changes(self) -> dict[str, FieldValue]:
        """What was ticked, checked; raises InputError for a value that can't be kept."""
        return checked_changes(
            {name: self._value(name) for name, row in self.rows.items() if row.box.isChecked()}
        )

    def accept(self) -> None:
        """Tell the changes and close."""
        self.fields_chosen.emit(self.changes)
        super().accept()

    def _value(self, name: str) -> str:
        text = self.rows[name].line.text()
        return self._date.value(text) if name == "published" else text

    def _on_read(self, common: Mapping[str, CommonValue]) -> None:
        for name, row in self.rows.items():
            row.show_common(common[name])

    def _on_failed(self, failure: AppError) -> None:
        self.summary.setText(failure.message)

    def _tell(self) -> None:
        try:
            changes = self.changes
        except InputError as failure:
            self.summary.setText("" if self._is_told_by_hint() else str(failure))
            self.act_button.setEnabled(False)
            return
        labels = ", ".join(label for name, label in FIELDS if name in changes)
        self.summary.setText(f"Changes: {labels}." if labels else "Nothing changes yet.")
        self.act_button.setEnabled(bool(labels))

    def _is_told_by_hint(self) -> bool:
        """Whether the only thing wrong is a date, about which its own hint says enough."""
        if self.date_hint.isHidden():
            return False
        try:
            checked_changes(
                {
                    name: row.line.text()
                    for name, row in self.rows.items()
                    if row.box.isChecked() and name != "published"
                }
            )
        except InputError:
            return False
        return True


class _FieldRow:
    """A box that is ticked by writing in the line beside it."""

    def __init__(self, label: str, parent: QWidget) -> None:
        self.box = QCheckBox(label, parent)
        self.box.setToolTip("Tick to write this field, also to empty it")
        self.line = QLineEdit(parent)
        self.line.setAccessibleName(label)
        self.line.textEdited.connect(lambda _text: self.box.setChecked(True))
        self.box.toggled.connect(self._on_toggled)
        self._common = CommonValue("", several=False)
        self.show_common(self._common)

    def show_common(self, common: CommonValue) -> None:
        """Show what the articles have, unless something was written already."""
        self._common = common
        if not self.box.isChecked():
            self.line.setText("" if common.several else common.value)
            self.line.setPlaceholderText(SEVERAL if common.several else UNKNOWN)

    def _on_toggled(self, on: bool) -> None:
        if on:
            self.line.setPlaceholderText(f"{UNKNOWN}, on all of them")
        else:
            self.show_common(self._common)
