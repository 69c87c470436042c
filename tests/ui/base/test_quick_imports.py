"""No source is read for the sake of PySide6's optional features while the window is imported."""

from __future__ import annotations

import subprocess
import sys

_PROGRAM = """
import linecache
from desktop_app.ui.base.quick_imports import judge_modules_by_name
judge_modules_by_name()
before = set(linecache.cache)
import desktop_app.ui.application
print([name for name in set(linecache.cache) - before if "desktop_app" in name])
"""


def test_the_windows_sources_are_not_read_at_the_start() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM], capture_output=True, text=True, check=False
    )

    assert done.stderr == ""
    assert done.stdout.strip() == "[]"
