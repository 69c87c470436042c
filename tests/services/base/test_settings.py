"""Which archive is opened."""

from __future__ import annotations

from pathlib import Path

from desktop_app.services.base.settings import default_archive_path, load_settings


def test_the_command_line_comes_before_the_environment() -> None:
    environment = {"CUTTINGS_ARCHIVE": "/tmp/other.cuttings"}
    assert load_settings(Path("/tmp/a.cuttings"), environment).archive_path == Path(
        "/tmp/a.cuttings"
    )
    assert load_settings(None, environment).archive_path == Path("/tmp/other.cuttings")


def test_the_default_is_in_the_users_data_folder() -> None:
    assert load_settings(None, {}).archive_path == default_archive_path().absolute()
    assert default_archive_path().name == "archive.cuttings"


def test_a_home_folder_is_understood() -> None:
    chosen = load_settings(None, {"CUTTINGS_ARCHIVE": "~/a.cuttings"}).archive_path
    assert chosen == Path.home() / "a.cuttings"
