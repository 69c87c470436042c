"""What the menus and keys do to the articles that are chosen in the list."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.core.article_row import ArticleRow
from desktop_app.ui.article_list.article_acts import ArticleActs
from desktop_app.ui.article_list.article_list_model import ArticleRole
from desktop_app.ui.article_list.list_pane import ListPane


class ChosenArticles(QObject):
    """Hands the chosen ids to the acts; what is on or off follows the article at the cursor."""

    export_requested = Signal(list)
    print_requested = Signal(list)
    tag_line_wanted = Signal()
    tag_choice_wanted = Signal(list)
    fields_wanted = Signal(list)
    dossier_wanted = Signal(list)
    fetch_wanted = Signal(list)

    def __init__(self, pane: ListPane, acts: ArticleActs, window: QWidget) -> None:
        super().__init__(window)
        self._pane = pane
        self._acts = acts

    def ids(self) -> list[int]:
        """The chosen articles, in the list's order."""
        return self._pane.view.selected_ids()

    def toggle_read(self) -> None:
        """Mark read what is unread at the cursor, or the other way round."""
        row = self._row()
        if row is not None:
            self._with_ids(lambda ids: self._acts.set_read(ids, row.unread))

    def toggle_star(self) -> None:
        """Star, or take the star away."""
        row = self._row()
        if row is not None:
            self._with_ids(lambda ids: self._acts.set_starred(ids, not row.starred))

    def delete(self) -> None:
        """Move to the trash; what is there stays there."""
        if not self._pane.in_trash:
            self._with_ids(self._acts.delete)

    def restore(self) -> None:
        """Bring back from the trash."""
        self._with_ids(self._acts.restore)

    def join_copies(self) -> None:
        """Say that the chosen articles are copies of one story."""
        self._with_ids(self._acts.join_copies)

    def split_copies(self) -> None:
        """Say that the chosen articles are no copies of others."""
        self._with_ids(self._acts.split_copies)

    def fetch_again(self) -> None:
        """Fetch the chosen articles again from their addresses."""
        self._with_ids(self.fetch_wanted.emit)

    def ask_tags(self) -> None:
        """One article is tagged beside its text; for several there is a dialog."""
        ids = self.ids()
        if len(ids) == 1:
            self.tag_line_wanted.emit()
        elif ids:
            self.tag_choice_wanted.emit(ids)

    def edit_fields(self) -> None:
        """Ask for the outlet, date and so on of the chosen articles."""
        self._with_ids(self.fields_wanted.emit)

    def ask_dossier(self) -> None:
        """Ask into which dossier the chosen articles go."""
        self._with_ids(self.dossier_wanted.emit)

    def export(self) -> None:
        """Export the chosen articles."""
        self._with_ids(self.export_requested.emit)

    def print_chosen(self) -> None:
        """Print the chosen articles."""
        self._with_ids(self.print_requested.emit)

    def _row(self) -> ArticleRow | None:
        index = self._pane.view.currentIndex()
        if not index.isValid():
            index = self._pane.view.first_chosen()
        row = index.data(ArticleRole.ROW)
        return row if isinstance(row, ArticleRow) else None

    def _with_ids(self, act: Callable[[list[int]], object]) -> None:
        ids = self.ids()
        if ids:
            act(ids)
