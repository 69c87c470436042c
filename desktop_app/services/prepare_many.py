"""Clean many sources at once, on every core, in the order they were given."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass

from desktop_app.core.errors import AppError
from desktop_app.services.cleaning_pool import cleaning_pool
from desktop_app.services.clip_article import capture_source
from desktop_app.services.prepare_clip import PreparedClip, prepare_clip

#: Below this many sources a second process costs more than it brings.
_WORTH_A_POOL = 4
#: How many cleaned pages may wait to be taken, for each process.
_AHEAD = 8


@dataclass(frozen=True, slots=True)
class Prepared:
    """One source and what came of it: a clip, or the failure that kept it from being one."""

    source: str
    clip: PreparedClip | None = None
    failure: AppError | None = None


def prepare_many(
    sources: Sequence[str],
    *,
    jobs: int | None = None,
    url: str | None = None,
    captured: str | None = None,
) -> Iterator[Prepared]:
    """Each source captured, cleaned and analysed; ``jobs`` processes, by default all cores."""
    jobs = max(1, min(jobs or os.cpu_count() or 1, len(sources)))
    if jobs == 1 or len(sources) < _WORTH_A_POOL or "-" in sources:
        yield from (_prepare(source, url, captured) for source in sources)
        return
    with cleaning_pool(jobs) as pool:
        waiting: deque[Future[Prepared]] = deque()
        for source in sources:
            waiting.append(pool.submit(_prepare, source, url, captured))
            if len(waiting) >= jobs * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _prepare(source: str, url: str | None, captured: str | None) -> Prepared:
    try:
        raw = capture_source(source, url=url, captured=captured)
    except AppError as failure:
        return Prepared(source, failure=failure)
    return Prepared(source, clip=prepare_clip(raw))
