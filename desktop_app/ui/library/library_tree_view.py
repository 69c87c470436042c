"""The library pane's tree on the screen: counts at the right, articles and tags dropped there."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QIcon,
    QKeyEvent,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from desktop_app.ui.base.dragged_articles import ARTICLE_IDS_TYPE, dropped
from desktop_app.ui.base.theme import GRID, theme
from desktop_app.ui.library.library_places import TAGS_HEADING, Place, PlaceKind
from desktop_app.ui.library.library_tree import (
    TAG_PATH_TYPE,
    LibraryTreeModel,
    node_of,
    place_of,
)
from desktop_app.ui.library.place_nodes import PlaceNode

_ROW_HEIGHT = 28
_HEADING_HEIGHT = 40
_DROP_KINDS = (PlaceKind.TAG, PlaceKind.TRASH, PlaceKind.DOSSIER, PlaceKind.NEW_DOSSIER)
#: A tree's row of these is renamed by F2 and deleted by Del while the cursor is in the tree.
_CHANGEABLE = (PlaceKind.DOSSIER, PlaceKind.SAVED_SEARCH, PlaceKind.TAG, PlaceKind.FEED)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NAMED = (
    QStyleOptionViewItem.ViewItemFeature.HasDisplay
    | QStyleOptionViewItem.ViewItemFeature.HasDecoration
)
_Index = QModelIndex | QPersistentModelIndex


class PlaceDelegate(QStyledItemDelegate):
    """Headings small and quiet, counts grey at the right edge.

    What is drawn is taken from the place itself: Qt would ask the model for each role by itself,
    and the window's thread wait for the interpreter's lock each time while others are busy.
    """

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Headings have room above them."""
        return QSize(80, _HEADING_HEIGHT if _is_heading(index) else _ROW_HEIGHT)

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:  # noqa: N802
        """Leave the count's room free, so that a long name is cut before it."""
        node = node_of(index)
        if node is None or node.place.kind is PlaceKind.HEADING:
            return
        option.index = QModelIndex(index)  # type: ignore[arg-type]
        option.features |= _NAMED
        option.icon = _icon(index, node) or QIcon()
        room = option.rect.width() - option.decorationSize.width() - 2 * GRID - GRID // 2
        room -= _count_width(option, node)
        option.text = option.fontMetrics.elidedText(node.place.name, option.textElideMode, room)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one place."""
        node = node_of(index)
        if node is None:
            return
        if node.place.kind is PlaceKind.HEADING:
            _paint_heading(painter, option, node.place.name)
            return
        super().paint(painter, option, index)
        if words := _count_words(node):
            place = QRect(option.rect)
            place.setLeft(place.right() - _count_width(option, node))
            place.setRight(place.right() - GRID)
            painter.setPen(theme().colour("soft"))
            side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(place, side, words)


class LibraryTreeView(QTreeView):
    """``place_chosen`` gives a place, ``articles_dropped`` one with the dropped articles.

    ``tag_dropped`` gives a tag's path and that of the tag it was dropped on, empty for the heading.
    ``renaming_wanted`` and ``deletion_wanted`` give the place at the cursor.
    """

    place_chosen = Signal(object)
    articles_dropped = Signal(object, list)
    tag_dropped = Signal(str, str)
    renaming_wanted = Signal(object)
    deletion_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = False
        self.setObjectName("library")
        self.setAccessibleName("Library")
        self.setHeaderHidden(True)
        self.setIndentation(16)
        self.setRootIsDecorated(False)
        self.setItemDelegate(PlaceDelegate(self))
        self.setIconSize(QSize(18, 18))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setAcceptDrops(True)
        self.setDragEnabled(True)
        self.clicked.connect(self._on_clicked)
        self.verticalScrollBar().valueChanged.connect(self._fetch_in_sight)
        self.expanded.connect(self._fetch_in_sight)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the place that is chosen already goes there again."""
        self._told = False
        super().mousePressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep F2 and Del from the window where they are meant for the place at the cursor."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and self._signal_of(event) is not None
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 renames, Del deletes the place at the cursor, where that can be done."""
        signal = self._signal_of(event)
        place = place_of(self.currentIndex())
        if event.key() in _ENTER and place is not None and place.kind is PlaceKind.NEW_DOSSIER:
            self.place_chosen.emit(place)
        elif signal is None:
            super().keyPressEvent(event)
        else:
            signal.emit(place_of(self.currentIndex()))

    def _signal_of(self, event: QKeyEvent) -> SignalInstance | None:
        place = place_of(self.currentIndex())
        if place is None or place.kind not in _CHANGEABLE or event.modifiers():
            return None
        known = {Qt.Key.Key_F2: self.renaming_wanted, Qt.Key.Key_Delete: self.deletion_wanted}
        return known.get(Qt.Key(event.key()))

    def currentChanged(self, current: _Index, previous: _Index) -> None:  # noqa: N802
        """Tell of the place that was chosen."""
        super().currentChanged(current, previous)
        place = place_of(current)
        # What asks something is meant by a click or Enter, not while the cursor passes.
        if place is not None and place.kind is not PlaceKind.NEW_DOSSIER:
            self._tell(current)

    def drawBranches(self, painter: QPainter, rect: QRect, index: _Index) -> None:  # noqa: N802
        """Draw an arrow before what can be opened; headings are always open."""
        # Qt marks what is chosen here too, as a block of its own beside the row's.
        painter.fillRect(rect, theme().colour("side"))
        if not self.model().hasChildren(index) or _is_heading(index):
            return
        name = "chevron-down" if self.isExpanded(index) else "chevron-right"
        place = QRect(rect.right() - 12, rect.center().y() - 5, 12, 12)
        theme().icon(name).paint(painter, place)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take articles and tags."""
        mime = event.mimeData()
        if mime.hasFormat(ARTICLE_IDS_TYPE) or mime.hasFormat(TAG_PATH_TYPE):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take articles over a tag, dossier or the trash, a tag over another or their heading."""
        if self._target(event) is None:
            event.ignore()
        else:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell what was dropped where."""
        place = self._target(event)
        if place is None:
            event.ignore()
            return
        if event.mimeData().hasFormat(TAG_PATH_TYPE):
            below = place.key if place.kind is PlaceKind.TAG else ""
            self.tag_dropped.emit(_dragged_tag(event), below)
            # The tree is built anew from the archive: Qt mustn't take the item out itself.
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            return
        self.articles_dropped.emit(place, dropped(event.mimeData()))
        event.acceptProposedAction()

    def _fetch_in_sight(self) -> None:
        """Fetch more tags where the last one that is there is nearly seen."""
        model = self.model()
        if not isinstance(model, LibraryTreeModel):
            return
        for place in model.unfinished():
            last = self.visualRect(model.index(model.rowCount(place) - 1, 0, place))
            if last.isValid() and last.top() < 2 * self.viewport().height():
                model.fetchMore(place)

    def _on_clicked(self, index: QModelIndex) -> None:
        if not self._told:
            self._tell(index)

    def _tell(self, index: _Index) -> None:
        place = place_of(index)
        if place is not None and place.kind is not PlaceKind.HEADING:
            self._told = True
            self.place_chosen.emit(place)

    def _target(self, event: QDropEvent) -> Place | None:
        place = place_of(self.indexAt(event.position().toPoint()))
        if event.mimeData().hasFormat(TAG_PATH_TYPE):
            return place if _takes_tag(place, _dragged_tag(event)) else None
        if not event.mimeData().hasFormat(ARTICLE_IDS_TYPE):
            return None
        return place if place is not None and place.kind in _DROP_KINDS else None


def _dragged_tag(event: QDropEvent) -> str:
    return event.mimeData().data(TAG_PATH_TYPE).toStdString()


def _takes_tag(place: Place | None, path: str) -> bool:
    """Whether a tag can be dropped there: not on itself, what is below it, or where it is."""
    if place is None:
        return False
    if place.kind is PlaceKind.HEADING:
        return place.key == TAGS_HEADING and "/" in path
    is_within = place.key == path or place.key.startswith(f"{path}/")
    return place.kind is PlaceKind.TAG and not is_within and path.rpartition("/")[0] != place.key


def _icon(index: _Index, node: PlaceNode) -> QIcon | None:
    model = index.model()
    return model.icon(node.place) if isinstance(model, LibraryTreeModel) else None


def _count_words(node: PlaceNode) -> str:
    return f"{node.articles:,}" if node.articles else ""


def _count_width(option: QStyleOptionViewItem, node: PlaceNode) -> int:
    words = _count_words(node)
    return option.fontMetrics.horizontalAdvance(words) + 2 * GRID if words else 0


def _is_heading(index: _Index) -> bool:
    node = node_of(index)
    return node is not None and node.place.kind is PlaceKind.HEADING


def _paint_heading(painter: QPainter, option: QStyleOptionViewItem, words: str) -> None:
    font = QFont(option.font)
    font.setPointSizeF(option.font.pointSizeF() * 0.88)
    font.setWeight(QFont.Weight.DemiBold)
    painter.save()
    painter.setFont(font)
    painter.setPen(theme().colour("soft"))
    place = option.rect.adjusted(GRID // 2, 0, 0, -6)
    side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
    painter.drawText(place, side, words)
    painter.restore()
