"""The dossier as it will be printed, beside its entries: it keeps up with what is written.

Setting and drawing happen off the window's thread. One setting is under way at a time; when it is
done the newest state goes next, and what was typed in between is never set.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QImage, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from desktop_app.core.counted import counted
from desktop_app.core.dossier import Dossier, DossierEntry
from desktop_app.core.errors import AppError
from desktop_app.services.library import Library
from desktop_app.ui.base.task import Task
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.base.theme import GRID, theme
from desktop_app.ui.dossier.page_view import PageView
from desktop_app.ui.widgets.elided_label import ElidedLabel
from desktop_app.ui.widgets.page_image import image_of

if TYPE_CHECKING:
    from desktop_app.services.exporting.preview import PreviewPages

_SETTING = "Setting the pages…"
#: How long nothing must have been written before all pages are set, in milliseconds.
_PAUSE = 700
_NOTHING = "Nothing to show yet."


@dataclass
class _Shown:
    """The pages that are shown, also for other threads, which mustn't hold a part of the window."""

    pages: PreviewPages | None = None


class PreviewPane(QWidget):
    """``closed`` tells that the preview isn't wanted, ``entry_wanted`` gives the entry that stands
    on a page that was double-clicked, ``settled`` tells that the newest state is shown."""

    closed = Signal()
    entry_wanted = Signal(int)
    settled = Signal()

    def __init__(self, library: Library, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dossierPreview")
        self._library, self._tasks = library, tasks
        self._newest: tuple[Dossier, Sequence[DossierEntry]] | None = None
        self._shown_id = 0
        self._setting: Task | None = None
        self._setting_near: Task | None = None
        self._is_stale = False
        self._is_near_stale = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._set_next)
        self._followed: int | None = None
        self._shown = _Shown()
        self._icons: dict[QToolButton, str] = {}
        self._build()
        self._colour()
        theme().changed.connect(self._colour)

    @property
    def pages(self) -> PreviewPages | None:
        """What is shown; None until something was set."""
        return self._shown.pages

    # What is shown

    def show_dossier(self, dossier: Dossier, entries: Sequence[DossierEntry]) -> None:
        """Set the dossier with these entries, as soon as what is under way is done."""
        if dossier.id != self._shown_id:
            self._shown_id = dossier.id
            self._forget()
        self._newest = (dossier, tuple(entries))
        self._is_stale = True
        if self.pages is None:
            self._set_next()
        else:
            self._is_near_stale = True
            self._set_near()

    def follow(self, entry_id: int) -> None:
        """Bring the page into view on which an entry stands, now or once it is known."""
        self._followed = entry_id
        self._go_to_followed()

    def showEvent(self, event: QShowEvent) -> None:
        """Set what changed while nobody looked."""
        super().showEvent(event)
        self._set_next()

    # Setting

    def _set_next(self) -> None:
        if self._setting is not None or not self._is_stale or not self.isVisible():
            return
        newest = self._newest
        if newest is None:
            return
        self._is_stale = False
        if self.pages is None:
            self._say(_SETTING)
        library = self._library
        # What sets the pages is imported over there too.
        self._setting = self._tasks.fetch(
            lambda context: library.preview.set(*newest, cancelled=context.cancelled),
            label="Preview",
        )
        self._tell_page()
        self._setting.succeeded(partial(self._on_set, newest[0].id))
        self._setting.failed(self._on_failed)
        self._setting.ended.connect(partial(self._on_ended, self._setting.number))

    def _set_near(self) -> None:
        """Set at once the pages near what is written, and all of them after a pause."""
        newest = self._newest
        if self._setting_near is not None or newest is None or not self.isVisible():
            return
        self._is_near_stale = False
        library = self._library
        self._setting_near = self._tasks.fetch(
            lambda context: library.preview.set_near(*newest, cancelled=context.cancelled),
            label="Preview",
        )
        self._setting_near.succeeded(partial(self._on_near_set, newest[0].id))
        self._setting_near.failed(lambda _failure: self._on_near_set(newest[0].id, None))
        self._setting_near.ended.connect(partial(self._on_near_ended, self._setting_near.number))

    def _on_near_set(self, dossier_id: int, pages: PreviewPages | None) -> None:
        self._setting_near = None
        if dossier_id != self._shown_id:
            return
        if pages is None:
            self._pause.stop()
            self._set_next()
            return
        self._pause.start()
        self._show(pages)
        if self._is_near_stale:
            self._set_near()

    def _on_near_ended(self, number: int) -> None:
        if self._setting_near is not None and self._setting_near.number == number:
            self._setting_near = None

    def _show(self, pages: PreviewPages) -> None:
        self._shown.pages = pages
        self.view.show_pages(pages.sizes)
        self._say_all(pages.warnings)
        self._tell_page()
        self._go_to_followed()

    def _on_ended(self, number: int) -> None:
        """Also where nobody is told of a result, as that of a dossier that isn't shown now."""
        if self._setting is not None and self._setting.number == number:
            self._setting = None
            self._tell_page()

    def _on_set(self, dossier_id: int, pages: PreviewPages) -> None:
        self._setting = None
        self._tell_page()
        if dossier_id == self._shown_id:
            if self._is_stale and self.pages is not None and self.pages.newer is not None:
                # What was written since is shown already, and goes into the new pages.
                self._is_near_stale = True
                self._set_near()
            else:
                self._show(pages)
            if not self._is_stale:
                self.settled.emit()
        if not self._pause.isActive():
            self._set_next()

    def _on_failed(self, failure: AppError) -> None:
        """What was set last stays; the sentence tells why there is nothing newer."""
        self._setting = None
        self._say(str(failure), is_problem=True)
        self._tell_page()
        self._set_next()

    def _forget(self) -> None:
        self._shown.pages = None
        self._followed = None
        self._pause.stop()
        self._is_near_stale = False
        if self._setting_near is not None:
            self._setting_near.cancel()
            self._setting_near = None
        if self._setting is not None:
            self._setting.cancel()
            self._setting = None
        self.view.show_pages(())
        self._tell_page()

    # Drawing

    def _draw(self, number: int, scale: float) -> None:
        if (pages := self.pages) is None:
            return
        edition, shown = self.view.edition, self._shown
        task = self._tasks.read(lambda: _drawn(shown, pages, number, scale))
        task.succeeded(partial(self._on_drawn, number, edition, scale))

    def _on_drawn(self, number: int, edition: int, scale: float, picture: QImage | None) -> None:
        if picture is not None:
            self.view.show_picture(number, picture, edition, scale)

    # Telling

    def _go_to_followed(self) -> None:
        if self.pages is not None and self._followed is not None:
            place = self.pages.places.get(self._followed)
            if place is not None:
                self.view.go_to(place, if_unseen=True)

    def _on_place_clicked(self, number: int) -> None:
        if self.pages is None:
            return
        begun = [(page, entry) for entry, page in self.pages.places.items() if page <= number]
        if begun:
            last = max(page for page, _ in begun)
            self.entry_wanted.emit(next(entry for page, entry in begun if page == last))

    def _tell_page(self) -> None:
        count, page = self.view.count, self.view.page + 1
        again = " · being set again…" if self._setting is not None else ""
        self.number.setText(f"Page {page:,} of {count:,}{again}" if count else "")
        for button in (self.larger, self.smaller, self.fit):
            button.setEnabled(count > 0)
        self.fit.setChecked(self.view.fits)

    def _say_all(self, warnings: Sequence[str]) -> None:
        if len(warnings) > 1:
            self._say(f"{warnings[0]} ({counted(len(warnings) - 1, 'more', 'more')})")
        else:
            self._say(warnings[0] if warnings else "")
        self.told.setToolTip("\n".join(warnings[:40]))

    def _say(self, words: str, *, is_problem: bool = False) -> None:
        self.told.setProperty("role", "problem" if is_problem else "hint")
        self.told.style().polish(self.told)
        self.told.setText(words)
        self.told.setVisible(bool(words))

    # Building

    def _build(self) -> None:
        self.view = PageView(self)
        self.view.picture_wanted.connect(self._draw)
        self.view.page_changed.connect(lambda _page: self._tell_page())
        self.view.place_clicked.connect(self._on_place_clicked)
        self.number = QLabel(self)
        self.number.setProperty("role", "hint")
        self.smaller = self._button("minus", "Smaller pages", lambda: self._zoom(-1))
        self.larger = self._button("plus", "Larger pages", lambda: self._zoom(1))
        self.fit = self._button("file", "As wide as there is room", self._fit)
        self.fit.setCheckable(True)
        self.close_button = self._button("close", "Hide the preview", self.closed.emit)
        self.told = ElidedLabel(self)
        self.told.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.told.hide()
        head = QHBoxLayout()
        head.setSpacing(2)
        head.setContentsMargins(GRID, 0, 0, 0)
        head.addWidget(self.number)
        head.addStretch(1)
        for button in (self.smaller, self.larger, self.fit, self.close_button):
            head.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addLayout(head)
        layout.addWidget(self.view, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(GRID, 0, 0, 0)
        foot.addWidget(self.told)
        layout.addLayout(foot)
        self._tell_page()

    def _button(self, icon: str, words: str, act: Callable[[], object]) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(lambda _checked=False: act())
        self._icons[button] = icon
        return button

    def _colour(self) -> None:
        for button, icon in self._icons.items():
            button.setIcon(theme().icon(icon))

    def _zoom(self, steps: int) -> None:
        self.view.zoom_by(steps)
        self._tell_page()

    def _fit(self) -> None:
        self.view.fit_width()
        self._tell_page()


def _drawn(shown: _Shown, pages: PreviewPages, number: int, scale: float) -> QImage | None:
    """A page's picture, unless newer pages have come; runs off the window's thread."""
    return image_of(pages.picture(number, scale)) if shown.pages is pages else None
