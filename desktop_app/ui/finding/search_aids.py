"""What helps with searching, round the search field: each part is made when it is first needed.

Offers while typing, the conditions as chips, earlier searches, “Did you mean …?”.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout

from desktop_app.services.library import Library
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.finding.search_field import SearchField
from desktop_app.ui.finding.search_history import SearchHistory

if TYPE_CHECKING:
    from desktop_app.services.finding.spelling import BetterQuery
    from desktop_app.ui.finding.query_chips import QueryChips
    from desktop_app.ui.finding.search_completion import SearchCompletion

# ruff: noqa: PLC0415 - the window's start doesn't wait for what only a search needs

#: A search that stands so long is worth remembering.
_REMEMBER_AFTER_MS = 3_000
#: A word is typed to its end before its spelling is doubted.
_DOUBT_AFTER_MS = 450
#: Of a search that finds more than this the spelling isn't doubted.
_FEW = 5


class SearchAids(QObject):
    """Puts its parts below the field into ``column``; ``query_wanted`` gives a query to search."""

    query_wanted = Signal(str)

    def __init__(
        self,
        field: SearchField,
        column: QVBoxLayout,
        history: SearchHistory,
        library: Library,
        tasks: TaskRunner,
    ) -> None:
        super().__init__(field)
        self._field, self._column = field, column
        self._library, self._tasks = library, tasks
        self._chips: QueryChips | None = None
        self._completion: SearchCompletion | None = None
        self._hint: QLabel | None = None
        self._better = ""
        self._asked = ("", "")
        self.history = history
        self._remember = self._timer(_REMEMBER_AFTER_MS, self._on_rested)
        self._doubt = self._timer(_DOUBT_AFTER_MS, self._on_doubted)
        field.textEdited.connect(self._on_text_edited)
        field.query_changed.connect(self._on_query_changed)
        field.returnPressed.connect(self._on_rested)
        field.installEventFilter(self)

    @property
    def completion(self) -> SearchCompletion:
        """What offers fields, tags, persons and outlets."""
        if self._completion is None:
            from desktop_app.ui.finding.search_completion import SearchCompletion

            self._completion = SearchCompletion(self._field, self._library, self._tasks)
            self._completion.history_cleared.connect(self.history.clear)
        return self._completion

    @property
    def chips(self) -> QueryChips:
        """The conditions below the field."""
        if self._chips is None:
            from desktop_app.ui.finding.query_chips import QueryChips

            self._chips = QueryChips(self._field, self._field.parentWidget())
            self._chips.query_wanted.connect(self.query_wanted)
            self._put(self._chips)
        return self._chips

    @property
    def hint(self) -> QLabel:
        """“Did you mean …?”"""
        if self._hint is None:
            hint = self._hint = QLabel(self._field.parentWidget())
            hint.setProperty("role", "hint")
            hint.setWordWrap(True)
            hint.setTextFormat(Qt.TextFormat.RichText)
            hint.setTextInteractionFlags(
                Qt.TextInteractionFlag.LinksAccessibleByMouse
                | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
            )
            hint.linkActivated.connect(lambda _link: self.take_hint())
            hint.hide()
            self._put(hint, 1 if self._chips is None else 2)
            hint.setTabOrder(self._field, hint)
        return self._hint

    def show_history(self) -> None:
        """Offer the searches made before."""
        self._field.setFocus()
        self.completion.offer_history(self.history.searches())

    def doubt(self, scope: str, typed: str, found: int) -> None:
        """Ask what may have been meant, where a search has found next to nothing."""
        self._asked = (scope, typed)
        self._say("")
        self._doubt.stop()
        if typed and found <= _FEW:
            self._doubt.start()

    def take_hint(self) -> None:
        """Search for what may have been meant."""
        if self._better:
            self.query_wanted.emit(self._better)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow down in the empty field shows earlier searches."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Down
            and not self._field.text()
            and self.history.searches()
        ):
            self.show_history()
            return True
        return super().eventFilter(watched, event)

    def _timer(self, milliseconds: int, call: Callable[[], None]) -> QTimer:
        timer = QTimer(self, interval=milliseconds, singleShot=True)
        timer.timeout.connect(call)
        return timer

    def _put(self, part: QLabel | QueryChips, below: int = 1) -> None:
        self._column.insertWidget(self._column.indexOf(self._field) + below, part)

    def _on_text_edited(self) -> None:
        self._remember.stop()
        if self._completion is None:
            self.completion.offer()

    def _on_query_changed(self, typed: str) -> None:
        if self._chips is not None or typed:
            self.chips.show_query(typed)
        if typed:
            self._remember.start()

    def _on_rested(self) -> None:
        self._remember.stop()
        self.history.remember(self._field.text())

    def _on_doubted(self) -> None:
        scope, typed = self._asked
        task = self._tasks.read(
            lambda: (typed, self._library.better_query(scope, typed)), key="spelling", can_wait=True
        )
        task.succeeded(self._on_better)

    def _on_better(self, found: tuple[str, BetterQuery | None]) -> None:
        typed, better = found
        if typed == self._asked[1] and better is not None:
            self._say(better.query, " ".join(better.words))

    def _say(self, query: str, words: str = "") -> None:
        self._better = query
        if query:
            from html import escape

            self.hint.setText(f"Did you mean <a href='better'>{escape(words)}</a>?")
            self.hint.show()
            self.completion.offer_meant(query, words)
        elif self._hint is not None:
            self._hint.hide()
