"""The recogniser that the user chose is kept, and followed unless the environment has another."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.analysis.spacy_names import CHOICE
from desktop_app.core.errors import AppError
from desktop_app.services.base.settings import Settings, load_settings
from desktop_app.services.people.recogniser_choice import (
    how_to_install,
    keep_recogniser,
    kept_recogniser,
    use_kept_recogniser,
)


def settings(folder: Path, *, fixed: bool = False) -> Settings:
    return Settings(folder / "a.cuttings", folder / "config", folder / "log", fixed)


def test_nothing_kept_is_the_built_in_one(tmp_path: Path) -> None:
    environment: dict[str, str] = {}

    use_kept_recogniser(settings(tmp_path), environment)

    assert kept_recogniser(settings(tmp_path)) == "built-in"
    assert environment == {}


def test_a_choice_is_followed_now_and_after_a_restart(tmp_path: Path) -> None:
    environment: dict[str, str] = {}
    keep_recogniser(settings(tmp_path), "spacy:de_core_news_sm", environment)
    assert environment == {CHOICE: "spacy:de_core_news_sm"}

    later: dict[str, str] = {}
    use_kept_recogniser(settings(tmp_path), later)
    assert later == {CHOICE: "spacy:de_core_news_sm"}


def test_the_environment_comes_first(tmp_path: Path) -> None:
    environment = {CHOICE: "built-in"}
    keep_recogniser(settings(tmp_path, fixed=True), "spacy", environment)
    use_kept_recogniser(settings(tmp_path, fixed=True), environment)

    assert environment == {CHOICE: "built-in"}
    assert load_settings(None, environment).recogniser_fixed
    assert not load_settings(None, {}).recogniser_fixed


@pytest.mark.parametrize("content", ["", "[1]", "{", '{"recogniser": 3}', '{"recogniser": "x"}'])
def test_a_file_that_is_not_ours_is_no_choice(tmp_path: Path, content: str) -> None:
    folder = tmp_path / "config"
    folder.mkdir()
    (folder / "settings.json").write_text(content, encoding="utf-8")

    assert kept_recogniser(settings(tmp_path)) == "built-in"


def test_what_can_not_be_kept_is_said(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file", encoding="utf-8")

    with pytest.raises(AppError, match="can't be kept"):
        keep_recogniser(settings(tmp_path), "spacy", {})


def test_the_commands_are_for_this_python() -> None:
    assert "-m pip install spacy" in how_to_install()
    assert "-m spacy download" in how_to_install()
