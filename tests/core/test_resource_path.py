"""Shipped resources are found."""

from __future__ import annotations

from desktop_app.core.resource_path import resource_path


def test_a_shipped_folder_is_there() -> None:
    assert resource_path("decisions").is_dir()
