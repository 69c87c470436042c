"""What the user may choose once and for all; so far who finds the names."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialogButtonBox,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.errors import AppError
from desktop_app.services.base.settings import Settings
from desktop_app.services.people import recogniser_choice as recogniser
from desktop_app.ui.base.theme import GRID
from desktop_app.ui.widgets.held_dialog import HeldDialog


class SettingsDialog(HeldDialog):
    """``recogniser_changed`` tells that names are found by another recogniser from now on."""

    recogniser_changed = Signal(str)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Settings")
        self._settings = settings
        self.choices = QButtonGroup(self)
        self.problem = QLabel(self)
        self.problem.setProperty("role", "problem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        self._add_recognisers(layout)
        layout.addWidget(self.problem)
        layout.addSpacing(GRID)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.accepted.connect(self._on_save)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self.setFixedWidth(66 * GRID)

    @property
    def recogniser(self) -> str:
        """The choice that is marked: ``built-in``, ``spacy`` or ``spacy:NAME``."""
        button = self.choices.checkedButton()
        return str(button.property("choice")) if button else recogniser.BUILT_IN

    def choose(self, choice: str) -> None:
        """Mark a choice."""
        for button in self.choices.buttons():
            button.setChecked(button.property("choice") == choice)

    def _add_recognisers(self, layout: QVBoxLayout) -> None:
        heading = QLabel("Who finds the names of people in an article", self)
        heading.setProperty("role", "heading")
        layout.addWidget(heading)
        kept, pipelines = recogniser.kept_recogniser(self._settings), _pipelines()
        offered = [
            (recogniser.BUILT_IN, "Cuttings itself"),
            (recogniser.SPACY, "spaCy, with the best pipeline of each article's language"),
            *((f"spacy:{name}", f"spaCy, always with {name}") for name in pipelines),
        ]
        if kept not in [choice for choice, _words in offered]:
            offered.append((kept, f"spaCy, always with {kept.partition(':')[2]}"))
        for choice, words in offered:
            button = QRadioButton(words, self)
            button.setProperty("choice", choice)
            free = choice in (recogniser.BUILT_IN, kept) or bool(pipelines)
            button.setEnabled(free and not self._settings.recogniser_fixed)
            self.choices.addButton(button)
            layout.addWidget(button)
        self.choose(kept)
        self.hint = QLabel(_hint(self._settings, pipelines), self)
        self.hint.setProperty("role", "hint")
        self.hint.setWordWrap(True)
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        self.hint.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        layout.addWidget(self.hint)

    def _on_save(self) -> None:
        choice = self.recogniser
        changed = choice != recogniser.kept_recogniser(self._settings)
        try:
            if changed:
                recogniser.keep_recogniser(self._settings, choice)
        except AppError as failure:
            self.problem.setText(str(failure))
            self.problem.show()
            return
        if changed:
            self.recogniser_changed.emit(choice)
        self.accept()


def _pipelines() -> tuple[str, ...]:
    return recogniser.installed_pipelines() if recogniser.spacy_is_installed() else ()


def _hint(settings: Settings, pipelines: tuple[str, ...]) -> str:
    if settings.recogniser_fixed:
        return "CUTTINGS_RECOGNISER is set where Cuttings was started, and comes first."
    if not recogniser.spacy_is_installed():
        return (
            "spaCy isn't installed where Cuttings runs. To use it, run in a terminal, then start "
            f"Cuttings again:\n{recogniser.how_to_install()}"
        )
    if not pipelines:
        return (
            "spaCy is installed, but none of its pipelines is. To have one, run in a terminal, "
            f"then start Cuttings again:\n{recogniser.how_to_install_pipeline()}"
        )
    return (
        "It reads what you clip from now on; File ▸ Look after the archive ▸ Clean the list again "
        "has it read older articles too. Where no pipeline fits, Cuttings finds the names itself."
    )
