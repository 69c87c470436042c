"""How articles travel when they are dragged from a list: by their ids, in the list's order."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QByteArray, QMimeData

#: The clipboard's name for articles: their ids, parted by commas.
ARTICLE_IDS_TYPE = "application/x-cuttings-article-ids"


def dragged(ids: Iterable[int]) -> QMimeData:
    """Articles as they travel when they are dragged, in this order."""
    data = QMimeData()
    data.setData(ARTICLE_IDS_TYPE, QByteArray(",".join(map(str, ids)).encode()))
    return data


def dropped(data: QMimeData) -> list[int]:
    """The articles that were dragged; none where something else was."""
    text = data.data(ARTICLE_IDS_TYPE).toStdString()
    return [int(part) for part in text.split(",") if part.isdecimal()]
