"""Who hears how far the setting of a document is, and may stop it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from desktop_app.export.documents.assembled_document import ExportStoppedError

#: How long Typst takes for a part about, in seconds. It doesn't tell how far it is.
_SECONDS_A_PART = 0.02
#: Of all steps the preparing of parts takes the first half, setting the pages the second.
_HALVES = 2


def _nowhere(done: int, total: int) -> None:
    pass


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class PressListener:
    """``progress`` is told how many of how many steps are done, ``cancelled`` asked to go on."""

    progress: Callable[[int, int], None] = _nowhere
    cancelled: Callable[[], bool] = _never

    def go_on(self, done: int, parts: int) -> None:
        """Parts are made ready; raises ExportStoppedError when the user stops."""
        if self.cancelled():
            raise ExportStoppedError
        self.progress(done, parts * _HALVES)

    def waiting(self, parts: int) -> Callable[[], None]:
        """What to call while Typst works: it moves on as time goes by, and never quite ends."""
        begun = time.monotonic()

        def tick() -> None:
            passed = (time.monotonic() - begun) / max(parts * _SECONDS_A_PART, 1)
            self.progress(parts + int(parts * passed / (passed + 0.3)), parts * _HALVES)

        return tick

    def done(self, parts: int) -> None:
        """All is set."""
        self.progress(parts * _HALVES, parts * _HALVES)


#: Tells nobody and never stops.
QUIET = PressListener()
