"""Clean many sources at once, on every core, in the order they were given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from desktop_app.core.errors import AppError, InputError
from desktop_app.services.clipping.cleaning_pool import in_order
from desktop_app.services.clipping.clip_article import capture_source
from desktop_app.services.clipping.prepare_clip import prepare_clip
from desktop_app.services.clipping.prepared_clip import PreparedClip
from desktop_app.services.clipping.split_clip import split_clip


@dataclass(frozen=True, slots=True)
class Prepared:
    """One source and what came of it: a clip, or the failure that kept it from being one.

    ``parts`` are the articles it was split into, where that was asked for and there are several.
    """

    source: str
    clip: PreparedClip | None = None
    failure: AppError | None = None
    parts: tuple[PreparedClip, ...] = ()


def prepare_many(
    sources: Sequence[str],
    *,
    jobs: int | None = None,
    url: str | None = None,
    captured: str | None = None,
    images: bool = False,
    split: bool = False,
) -> Iterator[Prepared]:
    """Each source captured, cleaned and analysed; ``jobs`` processes, by default all cores.

    ``images`` says whether the images of a page that is fetched are fetched too, ``split`` whether
    a source that holds several articles is split into them.
    """
    # Only this process has the standard input that “-” stands for.
    jobs = 1 if "-" in sources else jobs
    prepare = partial(_prepare, url=url, captured=captured, images=images, split=split)
    return in_order(prepare, sources, count=len(sources), jobs=jobs, lost=_lost)


def _lost(source: str) -> Prepared:
    failure = InputError(
        "The process that was cleaning this page ended.",
        "It may be too large for this machine's memory; clip the part of it that you need.",
    )
    return Prepared(source, failure=failure)


def _prepare(
    source: str, url: str | None, captured: str | None, images: bool, split: bool
) -> Prepared:
    try:
        raw = capture_source(source, url=url, captured=captured)
    except AppError as failure:
        return Prepared(source, failure=failure)
    clip = prepare_clip(raw)
    parts = split_clip(clip) if split else ()
    if images:
        # Imported here, as the cleaning that came before it: see `prepare_clip`.
        from desktop_app.services.clipping.clip_images import with_fetched_images  # noqa: PLC0415

        if parts:
            parts = tuple(map(with_fetched_images, parts))
        else:
            clip = with_fetched_images(clip)
    return Prepared(source, clip=clip, parts=parts)
