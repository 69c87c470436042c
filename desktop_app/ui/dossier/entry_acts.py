"""What is done to the entries of dossiers: each act on the writer's thread, told with undo."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from desktop_app.core.counted import counted
from desktop_app.core.dossier import LEVELS, DossierEntry, EntryKind
from desktop_app.services.library import Library
from desktop_app.ui.base.notifier import Notifier
from desktop_app.ui.base.task import Task
from desktop_app.ui.base.task_runner import TaskRunner


class EntryActs:
    """Those of one window; ``undo`` takes the last act back."""

    def __init__(
        self, library: Library, tasks: TaskRunner, notifier: Notifier, undo: Callable[[], None]
    ) -> None:
        self._dossiers = library.dossiers
        self._tasks, self._notifier, self._undo = tasks, notifier, undo

    def move(self, ids: Sequence[int], before: int | None) -> None:
        """Put entries before another one, or last."""
        self._write(lambda: self._dossiers.move(ids, before))

    def remove(self, ids: Iterable[int]) -> None:
        """Take entries out."""
        wanted = list(ids)
        said = f"Took {counted(len(wanted), 'entry', 'entries')} out of the dossier."
        self._write(lambda: self._dossiers.remove(wanted), said)

    def put_again(self, dossier_id: int, ids: Sequence[int], before: int | None) -> None:
        """Put articles into a dossier once more."""
        stand = "1 article stands" if len(ids) == 1 else f"{len(ids):,} articles stand"
        add = partial(self._dossiers.add_articles, dossier_id, ids, before, again=True)
        self._write(add, f"{stand} in the dossier once more.")

    def set_excerpts(self, entry_id: int, highlights: Sequence[int] | None) -> None:
        """Have highlights stand for an article, or the whole of it."""
        self._write(lambda: self._dossiers.set_excerpts(entry_id, highlights))

    def order_by_date(self, dossier_id: int, by_date: bool) -> None:
        """Order a dossier by date, or by hand."""
        self._write(lambda: self._dossiers.order_by_date(dossier_id, by_date))

    def set_level(self, headings: Iterable[DossierEntry], level: int) -> None:
        """Give headings the same level."""
        self._set_levels([(each.id, each.title, level) for each in headings])

    def shift_levels(self, entries: Iterable[DossierEntry], by: int) -> None:
        """Make the headings among entries one level higher (-1) or lower (1)."""
        headings = [each for each in entries if each.kind is EntryKind.HEADING]
        levels = [min(max(each.level + by, 1), LEVELS) for each in headings]
        if levels != [each.level for each in headings]:
            self._set_levels(
                [(each.id, each.title, at) for each, at in zip(headings, levels, strict=True)]
            )

    def write_heading(
        self, dossier_id: int, entry: DossierEntry, words: str, level: int, before: int | None
    ) -> Task:
        """Keep what was written: a new heading, whose id the task gives, or a change of one."""
        dossiers = self._dossiers
        if entry.id:
            return self._write(partial(dossiers.change_heading, entry.id, words, level))
        return self._write(partial(dossiers.add_heading, dossier_id, words, level, before))

    def _set_levels(self, headings: Sequence[tuple[int, str, int]]) -> None:
        self._write(lambda: self._dossiers.set_levels(headings))

    def _write(self, call: Callable[[], object], said: str = "") -> Task:
        task = self._tasks.write(call, label="Dossier", changes=("dossiers",))
        if said:
            task.succeeded(lambda _done: self._notifier.info(said, undo=self._undo))
        return task
