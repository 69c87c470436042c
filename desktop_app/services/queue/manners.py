"""How politely the queue fetches, and how long it goes on trying."""

from __future__ import annotations

import random
from dataclasses import dataclass

_HOUR = 3_600.0


@dataclass(frozen=True, slots=True)
class Manners:
    """One page at a time of each site, with a pause between two; times in seconds.

    ``parallel`` sites are fetched from at once. What fails for a time is tried ``attempts`` times,
    after ``back_off``, then twice that, and so on. A run waits for what is due within ``patience``
    seconds, and leaves the rest to a later one; None waits for everything.
    """

    delay: float = 2.0
    parallel: int = 6
    attempts: int = 5
    back_off: float = 30.0
    most_back_off: float = _HOUR
    #: A site that asks to wait longer than this is not waited for.
    most_retry_after: float = 7 * 24 * _HOUR
    patience: float | None = 15 * 60.0
    page_seconds: float = 30.0
    images: bool = True

    def pause_after(self, attempts: int, retry_after: float | None) -> float:
        """How long to wait after so many attempts, at least what the site asks for.

        The time is drawn from a range, so that what failed together isn't tried together.
        """
        doubled = self.back_off * 2.0 ** max(attempts - 1, 0)
        backed_off = min(doubled, self.most_back_off)
        jittered = backed_off * random.uniform(1.0, 1.25)  # noqa: S311 - no secret hangs on it
        return max(jittered, retry_after or 0.0)
