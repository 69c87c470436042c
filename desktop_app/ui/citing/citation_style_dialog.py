"""Asks how to cite: which style, what of it, in what language; shows an article in each."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.errors import AppError
from desktop_app.export.base.rich_text import RichText
from desktop_app.export.citations.rich_html import html_of
from desktop_app.export.citations.styles import STYLE_FILES, STYLES
from desktop_app.services.exporting.citing import (
    FORMS,
    LANGUAGES,
    CitationChoice,
    CitedArticles,
    Form,
)
from desktop_app.services.library import Library
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.base.theme import GRID
from desktop_app.ui.widgets.question_dialog import QuestionDialog

_OWN = "own"
_WORDS = "Ctrl+Shift+C copies the citation of the chosen articles as it is chosen here."
_NO_ARTICLE = "Choose an article before you open this: it is shown here in each style."
_READ_AFTER_MS = 250


class CitationStyleDialog(QuestionDialog):
    """``chosen`` gives the choice. Previews are made off the window's thread."""

    chosen = Signal(object)

    def __init__(
        self,
        library: Library,
        tasks: TaskRunner,
        choice: CitationChoice,
        article_id: int | None,
        parent: QWidget | None = None,
    ) -> None:
        words = _WORDS if article_id is not None else _NO_ARTICLE
        super().__init__("Citation style", words, "Cite so", parent)
        self._library, self._tasks, self._article_id = library, tasks, article_id
        self.setMinimumWidth(84 * GRID)
        self.styles = QButtonGroup(self)
        self.previews: dict[str, QLabel] = {}
        for name, told in (*STYLES, (_OWN, "A CSL file of my own")):
            self._add_style(name, told)
        self.column.addLayout(self._file_row(choice.style_file))
        self.column.addWidget(self.previews[_OWN])
        self.column.addSpacing(GRID)
        self.column.addLayout(self._more(choice))
        self.column.addWidget(self.buttons)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_READ_AFTER_MS)
        self._soon.timeout.connect(self._read_own)
        self._mark(_OWN if choice.style_file else choice.style)
        self._connect()
        self._read()

    @property
    def choice(self) -> CitationChoice:
        """What is chosen now."""
        style = self._marked()
        own = style == _OWN
        form: Form = self.form.currentData()
        return CitationChoice(
            CitationChoice().style if own else style,
            self.file.text().strip() if own else "",
            form,
            str(self.language.currentData()),
            self.archived.isChecked(),
        )

    def choose(self, style: str) -> None:
        """Mark a style by its name."""
        self._mark(style)
        self._on_style()

    def accept(self) -> None:
        """Tell the choice and close."""
        self.chosen.emit(self.choice)
        super().accept()

    # Building

    def _add_style(self, name: str, told: str) -> None:
        button = QRadioButton(told, self)
        button.setProperty("style_name", name)
        self.styles.addButton(button)
        preview = QLabel(self)
        preview.setTextFormat(Qt.TextFormat.RichText)
        preview.setWordWrap(True)
        preview.setContentsMargins(3 * GRID, 0, 0, 0)
        preview.setProperty("role", "hint")
        preview.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        preview.setVisible(False)
        self.previews[name] = preview
        self.column.addWidget(button)
        if name != _OWN:
            self.column.addWidget(preview)

    def _file_row(self, path: str) -> QHBoxLayout:
        self.file = QLineEdit(path, self)
        self.file.setAccessibleName("CSL file")
        self.file.setPlaceholderText("A .csl file, as the style repository of Zotero has thousands")
        self.choose_file = QPushButton("Choose…", self)
        self.choose_file.setAutoDefault(False)
        self.choose_file.setAccessibleName("Choose a CSL file")
        row = QHBoxLayout()
        row.setContentsMargins(3 * GRID, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.file, 1)
        row.addWidget(self.choose_file)
        return row

    def _more(self, choice: CitationChoice) -> QVBoxLayout:
        self.form, self.language = QComboBox(self), QComboBox(self)
        for combo, values, chosen in (
            (self.form, FORMS, choice.form),
            (self.language, LANGUAGES, choice.language),
        ):
            for value, words in values:
                combo.addItem(words, value)
            combo.setCurrentIndex(max(combo.findData(chosen), 0))
        self.archived = QCheckBox("Name the archived copy, with its SHA-256", self)
        self.archived.setChecked(choice.archived)
        rows = QFormLayout()
        rows.setHorizontalSpacing(2 * GRID)
        rows.addRow("What is copied", self.form)
        rows.addRow("Language of the style's words", self.language)
        column = QVBoxLayout()
        column.setSpacing(GRID)
        column.addLayout(rows)
        column.addWidget(self.archived)
        return column

    def _connect(self) -> None:
        self.styles.buttonClicked.connect(lambda _button: self._on_style())
        self.file.textChanged.connect(lambda _text: self._on_file())
        self.choose_file.clicked.connect(self._ask_file)
        self.form.currentIndexChanged.connect(lambda _at: self._read())
        self.language.currentIndexChanged.connect(lambda _at: self._read())
        self.archived.toggled.connect(lambda _on: self._read())

    # What the user does

    def _marked(self) -> str:
        button = self.styles.checkedButton()
        return str(button.property("style_name")) if button else STYLES[0][0]

    def _mark(self, style: str) -> None:
        for button in self.styles.buttons():
            button.setChecked(button.property("style_name") == style)
        self._on_style()

    def _on_style(self) -> None:
        is_own = self._marked() == _OWN
        self.act_button.setEnabled(not is_own or bool(self.file.text().strip()))

    def _on_file(self) -> None:
        if self.file.text().strip():
            self._mark(_OWN)
        self._on_style()
        self._soon.start()

    def _ask_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, "CSL file", self.file.text(), STYLE_FILES)
        if name:
            self.file.setText(name)

    # Previews

    def _read(self) -> None:
        article_id = self._article_id
        if article_id is None:
            return
        choice, citing = self.choice, self._library.citing
        task = self._tasks.read(
            lambda: citing.in_every_style(article_id, choice), key="citation previews"
        )
        task.succeeded(self._show)
        self._read_own()

    def _read_own(self) -> None:
        path, article_id = self.file.text().strip(), self._article_id
        if not path or article_id is None:
            self.previews[_OWN].hide()
            return
        choice, citing = self.choice, self._library.citing
        own = CitationChoice(choice.style, path, choice.form, choice.language, choice.archived)
        task = self._tasks.read(lambda: citing.cited([article_id], own), key="own citation style")
        task.succeeded(self._show_own).failed(self._show_failure)

    def _show(self, found: Mapping[str, RichText]) -> None:
        for name, words in found.items():
            self._preview(name, html_of(words))

    def _show_own(self, cited: CitedArticles | None) -> None:
        if cited is not None:
            self.act_button.setEnabled(True)
            self._preview(_OWN, cited.html)

    def _show_failure(self, failure: AppError) -> None:
        label = self.previews[_OWN]
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setText(str(failure))
        label.setProperty("role", "problem")
        self._show_label(label)
        if self._marked() == _OWN:
            self.act_button.setEnabled(False)

    def _preview(self, name: str, html: str) -> None:
        label = self.previews[name]
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setProperty("role", "hint")
        label.setText(html)
        self._show_label(label)

    def _show_label(self, label: QLabel) -> None:
        """Show it, and give the dialog the room that its lines need."""
        label.style().polish(label)
        label.show()
        self.column.activate()
        needed = self.column.totalHeightForWidth(self.width())
        if self.height() < needed:
            self.resize(self.width(), needed)
