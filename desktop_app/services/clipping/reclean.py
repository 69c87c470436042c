"""Clean and analyse articles again from their snapshots, once cleaning has got better.

What the user set or wrote stays as it is: fields set by hand, and a text edited by hand. A text
that changes is a new revision; nothing is lost.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace

from desktop_app.core.article import DATE_FIELDS, TEXT_FIELDS, Article, CleanArticle, RawCapture
from desktop_app.core.imported import RECORD_TYPE
from desktop_app.core.query import parse_query
from desktop_app.services.base.listeners import never, no_progress
from desktop_app.services.clipping.cleaning_pool import in_order
from desktop_app.services.clipping.prepare_clip import prepare_clip, with_markdown
from desktop_app.store.archive import Archive

#: How many articles are stored, and taken back by one undo, together.
_BATCH = 200
_FIELDS = (*TEXT_FIELDS, *DATE_FIELDS, "authors", "markdown", "events", "warnings")


@dataclass(frozen=True, slots=True)
class Recleaned:
    """What came of one article: the fields that changed, or why it was left as it was."""

    article_id: int
    title: str | None
    changed: tuple[str, ...] = ()
    left_alone: str = ""


@dataclass(frozen=True, slots=True)
class RecleanReport:
    """Every article that was looked at; ``cancelled`` tells that some were not."""

    articles: tuple[Recleaned, ...]
    cancelled: bool = False

    @property
    def changed(self) -> tuple[Recleaned, ...]:
        """The articles that are different now."""
        return tuple(article for article in self.articles if article.changed)


@dataclass(frozen=True, slots=True)
class _Job:
    raw: RawCapture
    own_markdown: str | None


def reclean(
    archive: Archive,
    query: str,
    *,
    jobs: int | None = None,
    progress: Callable[[int, int], None] = no_progress,
    cancelled: Callable[[], bool] = never,
) -> RecleanReport:
    """Clean the articles that match again, in parallel; stored in batches, each one undoable act.

    What was cleaned before cancelling is stored.
    """
    ids = archive.search.ids(parse_query(query), sort="captured")
    done: list[Recleaned] = []
    waiting: list[tuple[Article, CleanArticle | None]] = []
    stopped = False
    with closing(_cleaned(archive, ids, jobs)) as cleaned:
        for pair in cleaned:
            waiting.append(pair)
            progress(len(done) + len(waiting), len(ids))
            stopped = cancelled()
            if stopped:
                break
            if len(waiting) == _BATCH:
                done += _store_together(archive, waiting)
                waiting = []
    done += _store_together(archive, waiting)
    return RecleanReport(tuple(done), cancelled=stopped)


def _store_together(
    archive: Archive, pairs: Sequence[tuple[Article, CleanArticle | None]]
) -> list[Recleaned]:
    if not pairs:
        return []
    with archive.act(f"Cleaned {len(pairs):,} articles again"):
        return [_store(archive, article, clean) for article, clean in pairs]


def _cleaned(
    archive: Archive, ids: Sequence[int], jobs: int | None
) -> Generator[tuple[Article, CleanArticle | None], None, None]:
    """Each article as it was read, with what cleaning makes of its snapshot now."""
    reading, kept = itertools.tee(map(archive.articles.get, ids))
    work = (_job(archive, article) for article in reading)
    # Closed by name: the processes must end when the caller stops half-way.
    with closing(in_order(_clean_again, work, count=len(ids), jobs=jobs, lost=_lost)) as again:
        yield from zip(kept, again, strict=True)


def _job(archive: Archive, article: Article) -> _Job:
    own = article.clean.markdown if "markdown" in article.edited else None
    return _Job(archive.articles.snapshot(article.id), own)


def _lost(_: _Job) -> None:
    """What cleaning made of a page that ended the process."""


def _clean_again(job: _Job) -> CleanArticle | None:
    if job.raw.media_type == RECORD_TYPE:
        return None
    clean = prepare_clip(job.raw).clean
    return clean if job.own_markdown is None else with_markdown(clean, job.own_markdown)


def _store(archive: Archive, read: Article, clean: CleanArticle | None) -> Recleaned:
    now = archive.articles.get(read.id)
    outcome = Recleaned(read.id, now.clean.title)
    if now.revision_id != read.revision_id or now.edited != read.edited:
        return replace(outcome, left_alone="It was changed meanwhile.")
    if clean is None and now.snapshot is not None and now.snapshot.media_type == RECORD_TYPE:
        return replace(outcome, left_alone="Its page was never fetched.")
    if clean is None:
        return replace(outcome, left_alone="The process that was cleaning its page ended.")
    if now.clean.text and not clean.text:
        return replace(outcome, left_alone="No text was found in the page any more.")
    changed = _changed(now, archive.articles.as_found(read.id), clean)
    if changed:
        own = "markdown" in now.edited
        clean = replace(clean, removed=now.clean.removed) if own else clean
        archive.articles.add_revision(read.id, clean, kind="recleaned")
    return replace(outcome, changed=changed)


def _changed(article: Article, found: CleanArticle, clean: CleanArticle) -> tuple[str, ...]:
    """What is other than before; people are compared as found, whomever the user made of them."""
    before = article.clean
    changed = [
        name
        for name in _FIELDS
        if name not in article.edited and getattr(before, name) != getattr(clean, name)
    ]
    if _people(found) != _people(clean):
        changed.append("people")
    if before.removed != clean.removed and "markdown" not in article.edited:
        changed.append("removed")
    return tuple(changed)


def _people(clean: CleanArticle) -> list[tuple[object, ...]]:
    """Who is named and where, and what is nobody's."""
    named = [
        (mention.start, mention.end, mention.role or "", person.name)
        for person in clean.people
        for mention in person.mentions
    ]
    nobody = [(each.mention.start, each.mention.end, "", each.names) for each in clean.unassigned]
    return [*sorted(named), *nobody]
