"""Paints one article of the list: title, outlet, date and length, excerpt, tags and marks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.core.arrangement import ArticleGroup, Grouping
from desktop_app.core.article_row import ArticleRow
from desktop_app.core.counted import counted
from desktop_app.core.dates_in_words import date_in_words
from desktop_app.ui.article_list.article_list_model import ArticleRole
from desktop_app.ui.base.text_direction import is_right_to_left, isolated
from desktop_app.ui.base.theme import GRID, theme
from desktop_app.ui.tags.tag_colours import TagColours
from desktop_app.ui.widgets.marked_lines import MarkedText, draw_line, draw_lines

if TYPE_CHECKING:
    from desktop_app.core.word_matches import FoundText, WordMatcher
    from desktop_app.ui.article_list.copy_folds import CopyMark

_PADDING = 10
_MARK_WIDTH = 18
_GAP = 3
_BETWEEN = "  ·  "
_Index = QModelIndex | QPersistentModelIndex


class ArticleRowDelegate(QStyledItemDelegate):
    """Every row has the same height, so that a list of any length scrolls at once."""

    def __init__(self, colours: TagColours, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._colours = colours

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """The height of title, facts and two lines of excerpt."""
        fonts = _Fonts(option.font)
        height = fonts.title.height() + fonts.small.height() + 2 * fonts.small.height()
        return QSize(200, height + 2 * _PADDING + 2 * _GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw the row, or a quiet stand-in while it is being fetched."""
        row: ArticleRow | None = index.data(ArticleRole.ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_ground(painter, option)
        area = option.rect.adjusted(GRID, _PADDING, -2 * GRID, -_PADDING)
        heading: ArticleGroup | None = index.data(ArticleRole.HEADING)
        if heading is not None:
            area.setTop(self._heading(painter, option, heading, index))
        if row is None:
            _paint_stand_in(painter, area)
        else:
            found, matcher = index.data(ArticleRole.FOUND), index.data(ArticleRole.MATCHER)
            title, body = _shown(row, found, matcher)
            fonts = _Fonts(option.font)
            copies: CopyMark | None = index.data(ArticleRole.COPIES)
            area = _beside_copies(area, copies)
            marks = row_marks(row, copies, area, fonts.small, fonts.title.height())
            shown = _RowPainter(painter, fonts, area, self._colours)
            shown.paint(row, title, body, 2 if heading is None else 1, marks)
        painter.restore()

    @staticmethod
    def mark_at(point: QPointF, option: QStyleOptionViewItem, index: _Index) -> str | None:
        """Which mark of a row lies at a point: ``copies``, ``versions``, ``watched`` or none."""
        row: ArticleRow | None = index.data(ArticleRole.ROW)
        if row is None or index.data(ArticleRole.HEADING) is not None:
            return None
        copies: CopyMark | None = index.data(ArticleRole.COPIES)
        fonts = _Fonts(option.font)
        area = option.rect.adjusted(GRID, _PADDING, -2 * GRID, -_PADDING)
        marks = row_marks(
            row, copies, _beside_copies(area, copies), fonts.small, fonts.title.height()
        )
        return next((each.kind for each in marks if each.place.contains(point.toPoint())), None)

    @staticmethod
    def _heading(
        painter: QPainter, option: QStyleOptionViewItem, group: ArticleGroup, index: _Index
    ) -> int:
        """Draw a group's heading above its first row; gives where the row begins below it."""
        # Imported here: a list without groups doesn't need it.
        from desktop_app.ui.article_list.group_heading import (  # noqa: PLC0415
            group_in_words,
            heading_height,
            paint_heading,
        )

        place = QRect(option.rect)
        place.setHeight(heading_height(option.font))
        grouping = getattr(index.model(), "grouping", Grouping.NONE)
        words = group_in_words(group, grouping)
        paint_heading(painter, place, option.font, words, group.articles)
        return place.bottom() + 1 + _GAP


class RowMark(NamedTuple):
    """A mark at the end of a row's facts, which a click opens."""

    kind: str
    words: str
    place: QRect


def row_marks(
    row: ArticleRow, copies: CopyMark | None, area: QRect, metrics: QFontMetrics, title: int
) -> list[RowMark]:
    """The marks of a row, the outermost first; none below the row that they belong to."""
    told = []
    if copies is not None and not copies.is_below:
        arrow = "\u25be" if copies.is_open else "\u25b8"
        told.append(("copies", f"{copies.articles:,} copies {arrow}"))
    if row.versions > 1:
        told.append(("versions", f"{row.versions:,} versions"))
    if row.watched:
        told.append(("watched", f"watched {row.watched}"))
    marks: list[RowMark] = []
    mirrored = is_right_to_left(row.title)
    edge = area.left() + _MARK_WIDTH if mirrored else area.right()
    for kind, words in told:
        width = metrics.horizontalAdvance(words) + 14
        left = edge if mirrored else edge - width
        place = QRect(left, area.top() + title + _GAP, width, metrics.height())
        marks.append(RowMark(kind, words, place))
        edge = edge + width + 6 if mirrored else edge - width - 6
    return marks


def _beside_copies(area: QRect, copies: CopyMark | None) -> QRect:
    """The room of a row; of one that came out below another, further in."""
    return area if copies is None or not copies.is_below else area.adjusted(3 * GRID, 0, 0, 0)


class _Fonts:
    """The row's two sizes of type and their measures."""

    def __init__(self, base: QFont) -> None:
        self.title_font = QFont(base)
        self.title_font.setPointSizeF(base.pointSizeF() * 1.05)
        self.bold_font = QFont(self.title_font)
        self.bold_font.setWeight(QFont.Weight.DemiBold)
        self.small_font = QFont(base)
        self.small_font.setPointSizeF(base.pointSizeF() * 0.9)
        self.title = QFontMetrics(self.bold_font)
        self.small = QFontMetrics(self.small_font)


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    rect = option.rect
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, theme().colour("selected"))
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, theme().colour("hover"))
    painter.setPen(theme().colour("line"))
    painter.drawLine(rect.left() + 2 * GRID, rect.bottom(), rect.right(), rect.bottom())
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), theme().colour("accent"))


def _paint_stand_in(painter: QPainter, area: QRect) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().colour("chip"))
    left = area.left() + _MARK_WIDTH
    for number, share in enumerate((0.7, 0.35, 0.9)):
        width = int((area.width() - _MARK_WIDTH) * share)
        painter.drawRoundedRect(QRect(left, area.top() + 3 + number * 22, width, 9), 4, 4)


class _RowPainter:
    """Draws the parts of one row downwards, mirrored for text that runs leftwards."""

    def __init__(self, painter: QPainter, fonts: _Fonts, area: QRect, colours: TagColours) -> None:
        self._colours = colours
        self._painter = painter
        self._fonts = fonts
        self._area = area
        self._top = area.top()
        self._left = area.left() + _MARK_WIDTH
        self._width = area.width() - _MARK_WIDTH

    def paint(
        self,
        row: ArticleRow,
        title: MarkedText,
        body: MarkedText,
        lines: int,
        marks: Sequence[RowMark],
    ) -> None:
        mirrored = is_right_to_left(row.title)
        self._marks(row)
        self._line(title, self._title_font(row), "ink", mirrored)
        left, width = self._left, self._width
        taken = sum(each.place.width() + 6 for each in marks)
        self._width = max(width - taken, 0)
        self._left += taken if mirrored else 0
        facts = MarkedText(self._fitting_facts(row))
        self._line(facts, self._fonts.small_font, "soft", mirrored)
        self._left, self._width = left, width
        for mark in marks:
            self._mark(mark)
        # Of a single line, what was searched for has more use than the tags.
        has_tags = bool(row.tags) and not (lines == 1 and body.spans)
        self._excerpt(body, lines - has_tags)
        if has_tags:
            self._tags(row.tags, mirrored)

    def _fitting_facts(self, row: ArticleRow) -> str:
        """The facts; without the length where there is no room for all of them."""
        words = facts(row)
        if self._fonts.small.horizontalAdvance(words) <= self._width:
            return words
        return words.rpartition(_BETWEEN)[0]

    def _mark(self, mark: RowMark) -> None:
        self._painter.setFont(self._fonts.small_font)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(theme().colour("chip"))
        round_by = mark.place.height() / 2
        self._painter.drawRoundedRect(mark.place, round_by, round_by)
        self._painter.setPen(theme().colour("accent"))
        self._painter.drawText(mark.place, Qt.AlignmentFlag.AlignCenter, mark.words)

    def _title_font(self, row: ArticleRow) -> QFont:
        return self._fonts.bold_font if row.unread else self._fonts.title_font

    def _marks(self, row: ArticleRow) -> None:
        if row.unread:
            centre = QPointF(self._area.left() + 7, self._top + self._fonts.title.height() / 2)
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(theme().colour("accent"))
            self._painter.drawEllipse(centre, 3.5, 3.5)
        if row.starred:
            top = self._top + self._fonts.title.height() + _GAP
            place = QRect(self._area.left(), top, 14, 14)
            theme().icon("star-filled", "star").paint(self._painter, place)

    def _line(self, shown: MarkedText, font: QFont, colour: str, mirrored: bool) -> None:
        height = QFontMetrics(font).height()
        self._painter.setPen(theme().colour(colour))
        place = QRect(self._left, self._top, self._width, height)
        draw_line(self._painter, place, shown, font, mirrored=mirrored)
        self._top += height + _GAP

    def _excerpt(self, shown: MarkedText, lines: int) -> None:
        if not lines:
            return
        self._painter.setPen(theme().colour("soft"))
        height = lines * self._fonts.small.height()
        place = QRect(self._left, self._top, self._width, height)
        draw_lines(self._painter, place, shown, self._fonts.small_font, lines)
        self._top += height

    def _tags(self, tags: tuple[str, ...], mirrored: bool) -> None:
        self._painter.setFont(self._fonts.small_font)
        metrics = self._fonts.small
        x = 0
        for tag in tags:
            width = metrics.horizontalAdvance(tag) + 14
            if x + width > self._width:
                break
            left = self._left + (self._width - x - width if mirrored else x)
            place = QRect(left, self._top + 1, width, metrics.height())
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(self._colours.ground(tag))
            self._painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
            self._painter.setPen(self._colours.ink(tag))
            self._painter.drawText(place, Qt.AlignmentFlag.AlignCenter, tag)
            x += width + 6


def _shown(
    row: ArticleRow, found: FoundText | None, matcher: WordMatcher | None
) -> tuple[MarkedText, MarkedText]:
    """Title and text of a row, with what was searched for in them."""
    title = row.title or "Without a title"
    if matcher is None:
        return MarkedText(title), MarkedText(row.excerpt)
    if found is not None:
        body = MarkedText(found.text, found.spans)
    else:
        body = MarkedText(row.excerpt, matcher.spans(row.excerpt))
    return MarkedText(title, matcher.spans(title)), body


def facts(row: ArticleRow) -> str:
    """Outlet, date and length in one line; what isn't known is left out."""
    published = date_in_words(row.published) if row.published else "no date"
    authors = row.authors[0] if row.authors and not row.publisher else None
    parts = (row.publisher or authors, published, counted(row.words, "word"))
    shown = [part for part in parts if part]
    # Each runs its own way, so that none takes the figures of its neighbour.
    mixed = any(is_right_to_left(part) for part in (row.title or "", *shown))
    return _BETWEEN.join(map(isolated, shown) if mixed else shown)
