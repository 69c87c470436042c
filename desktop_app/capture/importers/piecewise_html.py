"""Pages of other programs read piece by piece, in a time that grows with their size alone.

The standard library's parser looks for the end of whatever begins, and where there is none does so
again with each piece, and when it is closed again for each beginning in the rest.
"""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import TextIO

_PIECE = 2**16
#: A tag may hold a picture; what is longer, in characters, never ends.
_LONGEST_TAG = 2**20
_MOST_UNENDED = 10


class PiecewiseParser(HTMLParser):
    """``is_broken_off`` tells that so much never ended that the rest wasn't read."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._unended = 0
        self.is_broken_off = False

    def feed_from(self, stream: TextIO) -> Iterator[None]:
        """Feed all of a stream; pauses after each piece, so that what it gave can be taken."""
        while piece := stream.read(max(_PIECE, len(self.rawdata))):
            self.feed(piece)
            if len(self.rawdata) > _LONGEST_TAG:
                self._pass_over()
            yield
            if self.is_broken_off:
                return
        while self.rawdata and not self.is_broken_off:
            self._pass_over()
        yield

    def _pass_over(self) -> None:
        """Read on behind the beginning of what never ends, as browsers do, but not without end."""
        if not self.rawdata.startswith("<"):
            self.close()
            self.reset()  # of a script without an end, closing leaves what was in it
            return
        self._unended += 1
        self.is_broken_off = self._unended > _MOST_UNENDED
        rest = "" if self.is_broken_off else self.rawdata[1:]
        self.reset()
        self.handle_data("<")
        self.feed(rest)
