"""An archive of its own for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.store.archive import Archive
from tests.fresh_archive import put_fresh_archive


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    opened = Archive.open(put_fresh_archive(tmp_path / "test.cuttings"))
    yield opened
    opened.close()
