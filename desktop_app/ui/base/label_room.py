"""Room for labels in a picture: each takes the cells it covers, and none gets a taken one."""

from __future__ import annotations

_CELL = 8


class LabelRoom:
    """Finds places beside points of a picture; a coarse grid makes it quick for thousands."""

    def __init__(self, width: float, height: float) -> None:
        self._width, self._height = width, height
        self._taken: set[tuple[int, int]] = set()
        self._discs: set[tuple[int, int]] = set()

    def block(self, x: float, y: float, radius: float) -> None:
        """Keep the inside of a disc free of labels; its own still fits beside it."""
        inner = radius - _CELL
        if inner >= 0:
            self._discs |= _cells(x - inner, y - inner - 2, 2 * inner, 2 * inner + 4)

    def take(
        self,
        x: float,
        y: float,
        radius: float,
        width: float,
        height: float,
        *,
        over_discs: bool = False,
    ) -> tuple[float, float] | None:
        """The left upper corner of a label at a point of that radius; None where all is taken.

        A label may lie ``over_discs`` where it matters more than they.
        """
        aside = 0.7 * radius
        beside = (
            (x - width / 2, y + radius),
            (x - width / 2, y - radius - height),
            (x + radius + 2, y - height / 2),
            (x - radius - 2 - width, y - height / 2),
            (x + aside, y + aside - 2),
            (x + aside, y - aside - height + 2),
            (x - aside - width, y + aside - 2),
            (x - aside - width, y - aside - height + 2),
        )
        for left, top in beside:
            if not (0 <= left <= self._width - width and 0 <= top <= self._height - height):
                continue
            cells = _cells(left, top, width, height)
            if self._taken.isdisjoint(cells) and (over_discs or self._discs.isdisjoint(cells)):
                self._taken |= cells
                return left, top
        return None


def _cells(left: float, top: float, width: float, height: float) -> set[tuple[int, int]]:
    columns = range(int(left // _CELL), int((left + width) // _CELL) + 1)
    rows = range(int((top + 2) // _CELL), int((top + height - 2) // _CELL) + 1)
    return {(column, row) for column in columns for row in rows}
