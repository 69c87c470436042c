"""Completes a tag's path from those there are; what is nearest to the typed words comes first."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter

from desktop_app.core.folding import fold


class TagCompleter(QCompleter):
    """Offers every path that has what was typed: first the very one, then those it begins."""

    def __init__(self, paths: Iterable[str], parent: QObject) -> None:
        self._folded: list[tuple[str, str]] = []
        self._matching = QStringListModel()
        super().__init__(self._matching, parent)
        self._matching.setParent(self)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        # Qt would offer what it finds in the order of the tree; so it is given what fits already.
        self.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.set_paths(paths)

    def set_paths(self, paths: Iterable[str]) -> None:
        """Offer these paths."""
        self._folded = [(fold(path), path) for path in paths]
        self._matching.setStringList([path for _, path in self._folded])

    def splitPath(self, path: str) -> list[str]:  # noqa: N802
        """Choose and order the offers for what was typed; Qt then finds all of them to fit."""
        typed = fold(path)
        found = [each for each in self._folded if typed in each[0]]
        found.sort(key=lambda each: _distance(each[0], typed))
        self._matching.setStringList([each for _, each in found])
        return [""]


def _distance(path: str, typed: str) -> int:
    """How far a path is from what was typed, both folded; less is nearer."""
    name = path.rpartition("/")[2]
    tests = (path == typed, name == typed, path.startswith(typed), name.startswith(typed), True)
    return tests.index(True)
