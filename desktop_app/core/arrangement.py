"""How a list of articles is arranged: its order, whether that is turned, what it is grouped by."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

#: The archive's names for the orders.
SORTS = ("published", "captured", "title", "relevance")


class Grouping(StrEnum):
    """What articles stand together by."""

    NONE = "none"
    DAY = "day"
    MONTH = "month"
    OUTLET = "outlet"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The order by the archive's name for it; ``is_reversed`` means oldest, Z or worst first.

    ``folds_copies``: the copies of a story take one row, where there are no groups.
    """

    sort: str = "published"
    is_reversed: bool = False
    grouping: Grouping = Grouping.NONE
    folds_copies: bool = False


@dataclass(frozen=True, slots=True)
class ArticleGroup:
    """Articles that stand together: the number of the first one, how many, and what they share.

    ``name`` is a date as EDTF, an outlet or a person; empty where the articles have none.
    """

    start: int
    articles: int
    name: str
