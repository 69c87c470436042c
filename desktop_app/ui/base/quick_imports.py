"""Spares the window's start the reading of its own sources.

PySide6 looks into the source of every module imported after it for whether that is a user of Qt,
for the sake of its optional ``snake_case`` and ``true_property``. We use neither, and a hundred
files take a tenth of the start; a module's name tells as much.
"""

from __future__ import annotations

import importlib
from types import ModuleType

_JUDGE = "_mod_uses_pyside"


def judge_modules_by_name() -> None:
    """To be called before the window's modules are imported; does nothing where PySide6 changed."""
    importlib.import_module("PySide6.QtCore")
    try:
        feature = importlib.import_module("shibokensupport.feature")
    except ImportError:
        return
    if hasattr(feature, _JUDGE):
        setattr(feature, _JUDGE, _is_of_the_window)


def _is_of_the_window(module: ModuleType) -> bool:
    return module.__name__.startswith("desktop_app.ui")
