"""Versions of articles as the window and the terminal see them: fetched again, added, gone."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from desktop_app.core.errors import CaptureError, InputError
from desktop_app.core.query import parse_query
from desktop_app.core.refetch import LastLook, RefetchResult, RefusedPage
from desktop_app.services.base.field_values import FieldValue
from desktop_app.services.base.listeners import never
from desktop_app.services.versions.keep_clip import (
    IfKnown,
    Kept,
    add_to_article,
    keep_clip,
    known_articles,
)
from desktop_app.services.versions.refetch import (
    Look,
    address_of,
    is_news,
    keep_look,
    look_again,
    look_in_archive,
)
from desktop_app.store.archive import Archive

if TYPE_CHECKING:
    from desktop_app.core.article import RawCapture
    from desktop_app.services.clipping.prepared_clip import PreparedClip

__all__ = ["IfKnown", "Kept", "LastLook", "Look", "RefetchResult", "Versions"]

#: Seconds between two fetches from one host.
PAUSE = 1.0


class Versions:
    """The versions of one archive's articles; ``archive`` gives the calling thread's connection."""

    def __init__(self, archive: Callable[[], Archive]) -> None:
        self._archive = archive

    def refetch(self, article_id: int, *, cancelled: Callable[[], bool] = never) -> RefetchResult:
        """Fetch an article again and keep what is new.

        Whatever the outside world does is told in the result. Raises InputError for an article
        that isn't there or has no address; cancelling raises CaptureError.
        """
        return self.keep(self.look(article_id, cancelled=cancelled))

    def look(self, article_id: int, *, cancelled: Callable[[], bool] = never) -> Look:
        """The first half of ``refetch``: what the address gives; writes nothing."""
        return look_again(self._archive(), article_id, cancelled=cancelled)

    def keep(self, look: Look) -> RefetchResult:
        """The second half of ``refetch``: keep what is new."""
        return keep_look(self._archive(), look)

    def fetch_archived(
        self, article_id: int, *, cancelled: Callable[[], bool] = never
    ) -> RefetchResult:
        """Fetch the Internet Archive's copy of an article, which only the user asks for.

        A text that is good stays the one that is shown. Raises CaptureError where there is no
        copy, InputError where the article has no address.
        """
        return self.keep(self.look_in_archive(article_id, cancelled=cancelled))

    def look_in_archive(self, article_id: int, *, cancelled: Callable[[], bool] = never) -> Look:
        """The first half of ``fetch_archived``."""
        return look_in_archive(self._archive(), article_id, cancelled=cancelled)

    def refetch_all(
        self,
        ids: Sequence[int],
        *,
        pause: float = PAUSE,
        cancelled: Callable[[], bool] = never,
    ) -> Iterator[RefetchResult]:
        """Fetch several again, one after another, as they come; each is an act of its own.

        ``pause`` are the seconds between two fetches from one host. Those without an address
        are left out. Ends early where it is cancelled.
        """
        last: dict[str, float] = {}
        for article_id in ids:
            host = self._host(article_id)
            if host is None:
                continue
            ready = last.get(host, 0.0) + pause if host in last else 0.0
            while time.monotonic() < ready and not cancelled():
                time.sleep(min(0.05, pause))
            if cancelled():
                return
            try:
                yield self.refetch(article_id, cancelled=cancelled)
            except CaptureError:
                return  # cancelled while it was under way
            last[host] = time.monotonic()

    def matching(self, query: str) -> list[int]:
        """The articles that match, those clipped last first."""
        return self._archive().search.ids(parse_query(query), sort="captured")

    def last_look(self, article_id: int) -> LastLook | None:
        """When an article was fetched again the last time; None where it never was."""
        return self._archive().looks.last(article_id)

    def refused(self, article_id: int) -> list[RefusedPage]:
        """The pages that came in an article's place and were kept beside it, oldest first."""
        return self._archive().articles.refused(article_id)

    def refused_page(self, article_id: int, page_id: int) -> RawCapture:
        """One of those pages as it came."""
        return self._archive().articles.refused_capture(article_id, page_id)

    def use_refused(self, article_id: int, clip: PreparedClip) -> int:
        """Show such a page, prepared, as the article's text after all; gives the new revision's id.

        The user's word counts, whatever the page is. One act.
        """
        archive = self._archive()
        name = archive.articles.get(article_id).clean.title or "an article"
        with archive.act(f"Used a refused page for “{name}”"):
            return archive.articles.add_fetched(article_id, clip.raw, clip.clean)

    def known(self, url: str) -> list[int]:
        """The articles outside the trash that were clipped from this page, however dressed."""
        return self._archive().articles.find_by_url(url)

    def known_clip(self, clip: PreparedClip) -> list[int]:
        """The articles clipped from the page of a clip, by any of its addresses."""
        return known_articles(self._archive(), clip)

    def is_news(self, article_id: int, clip: PreparedClip) -> bool:
        """Whether a clip says anything else than what was fetched of an article last."""
        return is_news(self._archive(), article_id, clip)

    def keep_clip(
        self,
        clip: PreparedClip,
        *,
        if_known: IfKnown | None = None,
        tags: Sequence[str] = (),
        note: str = "",
    ) -> Kept:
        """Keep a clip that nobody looks on at: see ``keep_clip.keep_clip``."""
        return keep_clip(self._archive(), clip, if_known=if_known, tags=tags, note=note)

    def add(
        self,
        article_id: int,
        clip: PreparedClip,
        *,
        tags: Sequence[str] = (),
        note: str = "",
        changes: Mapping[str, FieldValue] = MappingProxyType({}),
    ) -> RefetchResult:
        """Keep a clip as a newer version of an article rather than as an article of its own.

        Tags are added to the article's, a note is put below its note, and ``changes`` are set as
        the user's. One act.
        """
        return add_to_article(
            self._archive(), article_id, clip, tags=tags, note=note, changes=changes
        )

    def _host(self, article_id: int) -> str | None:
        try:
            return urlsplit(address_of(self._archive().articles.get(article_id))).netloc
        except InputError:
            return None
