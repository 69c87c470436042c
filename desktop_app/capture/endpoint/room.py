"""How much may be held in memory at once, for all connections together."""

from __future__ import annotations


class Room:
    """So many bytes; used by the event loop's thread alone."""

    def __init__(self, size: int) -> None:
        self._left = size

    def take(self, size: int) -> bool:
        """Take so much, if it is there."""
        if size > self._left:
            return False
        self._left -= size
        return True

    def give_back(self, size: int) -> None:
        """Give back what was taken."""
        self._left += size
