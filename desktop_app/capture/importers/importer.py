"""What every importer is, and what it may spend."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from desktop_app.capture.importers.import_source import ImportSource
from desktop_app.core.imported import ImportedArticle, ImportProblem, ImportRemark

#: What an importer gives, in the order of the file.
ImportItems = Iterator[ImportedArticle | ImportProblem | ImportRemark]


@dataclass(frozen=True, slots=True)
class Importer:
    """One format of another program.

    ``name`` is the format's word on the command line and the ``program`` of each ``Origin``;
    ``title`` what a person calls it. ``guess`` tells how surely a source is of this format (0 to
    1), by its head and the names in it alone; whatever it holds, it answers. ``read`` gives what
    is in it, a broken row as an ``ImportProblem``; it raises InputError where nothing can be read,
    and nothing else whatever the source holds.
    """

    name: str
    title: str
    guess: Callable[[ImportSource], float]
    read: Callable[[ImportSource], ImportItems]
