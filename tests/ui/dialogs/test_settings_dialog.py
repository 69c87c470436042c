"""Settings: the recogniser of names is chosen, kept, and explained where it can't be."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from desktop_app.analysis.spacy_names import CHOICE
from desktop_app.services.base.settings import Settings
from desktop_app.services.people import recogniser_choice
from desktop_app.ui.dialogs.settings_dialog import SettingsDialog
from desktop_app.ui.window.main_window import MainWindow


@pytest.fixture
def pipelines(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two pipelines seem to be installed, and nothing is chosen yet."""
    monkeypatch.setenv(CHOICE, "")
    monkeypatch.setattr(recogniser_choice, "spacy_is_installed", lambda: True)
    found = ("de_core_news_sm", "en_core_web_sm")
    monkeypatch.setattr(recogniser_choice, "installed_pipelines", lambda: found)


def shown(qtbot: QtBot, settings: Settings) -> SettingsDialog:
    dialog = SettingsDialog(settings)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def save(dialog: SettingsDialog) -> None:
    box = dialog.findChild(QDialogButtonBox)
    assert isinstance(box, QDialogButtonBox)
    box.button(QDialogButtonBox.StandardButton.Save).click()


@pytest.mark.usefixtures("pipelines")
def test_an_installed_pipeline_is_chosen_and_kept(qtbot: QtBot, settings: Settings) -> None:
    dialog = shown(qtbot, settings)
    offered = [button.property("choice") for button in dialog.choices.buttons()]
    assert offered == ["built-in", "spacy", "spacy:de_core_news_sm", "spacy:en_core_web_sm"]
    assert dialog.recogniser == "built-in"

    dialog.choices.buttons()[2].click()
    with qtbot.waitSignal(dialog.recogniser_changed) as changed:
        save(dialog)

    assert changed.args == ["spacy:de_core_news_sm"]
    again = shown(qtbot, settings)
    assert again.recogniser == "spacy:de_core_news_sm"
    again.reject()


def test_without_spacy_the_command_is_told(
    qtbot: QtBot, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recogniser_choice, "spacy_is_installed", lambda: False)

    dialog = shown(qtbot, settings)

    assert "spaCy isn't installed" in dialog.hint.text()
    assert "-m pip install spacy" in dialog.hint.text()
    assert [button.isEnabled() for button in dialog.choices.buttons()] == [True, False]
    dialog.reject()


def test_without_a_pipeline_its_command_is_told(
    qtbot: QtBot, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recogniser_choice, "spacy_is_installed", lambda: True)
    monkeypatch.setattr(recogniser_choice, "installed_pipelines", lambda: ())

    dialog = shown(qtbot, settings)

    assert "-m spacy download" in dialog.hint.text()
    assert "pip install" not in dialog.hint.text()
    dialog.reject()


@pytest.mark.usefixtures("pipelines")
def test_the_environment_comes_first(qtbot: QtBot, settings: Settings) -> None:
    dialog = shown(qtbot, replace(settings, recogniser_fixed=True))

    assert dialog.hint.text().startswith("CUTTINGS_RECOGNISER is set")
    assert not any(button.isEnabled() for button in dialog.choices.buttons())
    dialog.reject()


@pytest.mark.usefixtures("pipelines")
def test_what_can_not_be_kept_is_said(qtbot: QtBot, settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file", encoding="utf-8")
    dialog = shown(qtbot, settings)

    dialog.choose("spacy")
    save(dialog)

    assert dialog.isVisible()
    assert "can't be kept" in dialog.problem.text()
    dialog.reject()


def test_the_command_opens_it(window: MainWindow, qtbot: QtBot) -> None:
    window.commands.action("edit.settings").trigger()

    dialog = window.findChild(SettingsDialog)
    assert dialog is not None
    assert dialog.isVisible()
    dialog.reject()
