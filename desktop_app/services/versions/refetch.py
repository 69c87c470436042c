"""Fetch an article again: a changed text is a new version, and nothing good is ever replaced.

In two halves, since the first waits for the network and the second writes: ``look_again`` touches
no archive but to read, ``keep_look`` writes what came in one act.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from desktop_app.core.article import (
    CORRECTION,
    Article,
    CleanArticle,
    CleaningWarning,
    RawCapture,
)
from desktop_app.core.errors import CaptureError, InputError
from desktop_app.core.refetch import LastLook, Outcome, RefetchResult
from desktop_app.core.text_changes import changes_in_words, word_changes
from desktop_app.services.base.clock import now_utc
from desktop_app.services.base.listeners import never
from desktop_app.services.clipping.prepare_clip import prepare_clip
from desktop_app.services.clipping.prepared_clip import PreparedClip
from desktop_app.services.versions.judge_page import GONE, Obstacle, is_good, obstacle_to
from desktop_app.store.archive import Archive

_BESIDE = "It is kept beside the text that is shown; compare them under Versions."
#: The kinds of failure that say where the article itself can no longer be.
_UNREACHABLE = ("no-such-host",)
_NOW_CLOSED = ("login",)


@dataclass(frozen=True, slots=True)
class Look:
    """What came when an article's address was fetched: a page ready to be kept, or a failure.

    ``revision_id`` is the text that was shown then; ``unchanged`` that cleaning the page of before
    gives the very same text; ``is_archived`` that a web archive gave it.
    """

    article_id: int
    asked: str
    looked: str
    revision_id: int
    clip: PreparedClip | None = None
    failure: CaptureError | None = None
    unchanged: bool = False
    is_archived: bool = False


def address_of(article: Article) -> str:
    """The address to fetch an article from; raises InputError where it has none."""
    snapshot = article.snapshot
    told = (article.clean.url, snapshot.url if snapshot else None, article.clean.canonical_url)
    for url in told:
        if url and url.lower().startswith(("http://", "https://")):
            return url
    raise InputError(
        f"Article {article.id} has no address to be fetched from.",
        f"Give it one: cuttings edit {article.id} --set url=https://…",
    )


def look_again(archive: Archive, article_id: int, *, cancelled: Callable[[], bool] = never) -> Look:
    """Fetch an article's page and clean it; raises InputError where it has no address.

    Cancelling raises CaptureError.
    """
    article = archive.articles.get(article_id)
    look = Look(article_id, address_of(article), now_utc(), article.revision_id)
    return fetched(archive, look, cancelled)


def look_in_archive(
    archive: Archive, article_id: int, *, cancelled: Callable[[], bool] = never
) -> Look:
    """Fetch the Internet Archive's copy nearest to the day of the capture, and clean it.

    Raises InputError where the article has no address, CaptureError where there is no copy.
    """
    from desktop_app.capture.addresses import archived_address  # noqa: PLC0415 - see `fetched`
    from desktop_app.capture.web_archive import plain_copy_address  # noqa: PLC0415

    article = archive.articles.get(article_id)
    asked = plain_copy_address(archived_address(address_of(article), article.captured))
    look = Look(article_id, asked, now_utc(), article.revision_id, is_archived=True)
    look = fetched(archive, look, cancelled)
    if look.failure is None:
        return look
    if look.failure.kind != "gone":
        raise look.failure
    raise CaptureError(
        "gone",
        "The Internet Archive has no copy of this page.",
        "Look for the title in a search engine: it may stand elsewhere.",
    )


def fetched(archive: Archive, look: Look, cancelled: Callable[[], bool]) -> Look:
    """The look with what its address gives."""
    # Imported here: the window's start doesn't wait for what fetches.
    from desktop_app.capture.page_chain import fetch_article  # noqa: PLC0415
    from desktop_app.services.clipping.clip_images import with_fetched_images  # noqa: PLC0415

    try:
        raw = fetch_article(look.asked, captured=look.looked, cancelled=cancelled)
    except CaptureError as failure:
        if cancelled():
            raise
        return replace(look, failure=failure)
    if look.is_archived:
        raw = of_its_own_time(raw)
    clip = prepare_clip(raw)
    last = archive.articles.last_fetched(look.article_id)
    if _says_the_same(last, clip.clean):
        return replace(look, clip=clip, unchanged=True)
    # A better cleaner is no news: what it makes of the earlier page is the measure then.
    before = prepare_clip(archive.articles.snapshot(look.article_id)).clean
    if before.text and _says_the_same(before, clip.clean):
        return replace(look, clip=clip, unchanged=True)
    return replace(look, clip=with_fetched_images(clip, cancelled=cancelled))


def of_its_own_time(raw: RawCapture) -> RawCapture:
    """A page from a web archive with the time at which the archive captured it."""
    from desktop_app.capture.web_archive import archived_page  # noqa: PLC0415 - see `fetched`

    copy = archived_page(raw.url)
    return raw if copy is None else replace(raw, captured=copy.moment)


def keep_look(archive: Archive, look: Look) -> RefetchResult:
    """Keep what a look brought, as one act; gives what that is."""
    article = archive.articles.get(look.article_id)
    result = RefetchResult(article.id, article.clean.title, "same", "", look.looked)
    if look.failure is not None:
        return _noted(archive, look, _failed(article, look, look.failure, result))
    assert look.clip is not None
    before = archive.articles.last_fetched(article.id)
    came_from = look.clip.page.url or look.clip.raw.url
    asked = came_from or look.asked if look.is_archived else look.asked
    obstacle = obstacle_to(before, look.clip.clean, asked=asked, came_from=came_from)
    if obstacle is not None:
        return _noted(archive, look, _refused(archive, article, look, obstacle, result))
    if look.unchanged:
        said = "Nothing new: the text is as it was."
        if look.is_archived:
            said = f"The Internet Archive's copy of {look.clip.raw.captured[:10]} is the same text."
        return _noted(archive, look, replace(result, message=said))
    return _noted(archive, look, _changed(archive, article, look, before, result))


def add_version(archive: Archive, article_id: int, clip: PreparedClip) -> RefetchResult:
    """Keep a clip as another version of an article, as the user's word; gives what changed.

    The user's own text stays the one that is shown, and so does a good one where the clip is an
    error, a wall or another text.
    """
    article = archive.articles.get(article_id)
    look = Look(article_id, clip.raw.url or "", now_utc(), article.revision_id, clip)
    before = archive.articles.last_fetched(article_id)
    result = RefetchResult(article_id, article.clean.title, "same", "", look.looked)
    if _says_the_same(before, clip.clean):
        return replace(result, message="Nothing new: the text is as it was.")
    obstacle = obstacle_to(before, clip.clean, asked=clip.raw.url or "", came_from=None)
    return _changed(archive, article, look, before, result, obstacle)


def is_news(archive: Archive, article_id: int, clip: PreparedClip) -> bool:
    """Whether a clip says anything else than what was fetched of an article last."""
    return not _says_the_same(archive.articles.last_fetched(article_id), clip.clean)


def is_another_text(archive: Archive, article_id: int, clip: PreparedClip) -> bool:
    """Whether a clip is an article of its own, though its address is that of another."""
    before = archive.articles.last_fetched(article_id)
    obstacle = obstacle_to(before, clip.clean, asked=clip.raw.url or "", came_from=None)
    return obstacle is not None and obstacle.code == "another-page"


def _says_the_same(before: CleanArticle, now: CleanArticle) -> bool:
    return _plain(before.text) == _plain(now.text) and _plain(before.title or "") == _plain(
        now.title or ""
    )


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _changed(
    archive: Archive,
    article: Article,
    look: Look,
    before: CleanArticle,
    result: RefetchResult,
    obstacle: Obstacle | None = None,
) -> RefetchResult:
    assert look.clip is not None
    clean = look.clip.clean
    own = "markdown" in article.edited
    stays = is_good(before) and (look.is_archived or obstacle is not None)
    shown = not own and not stays
    title = article.clean.title or "an article"
    with archive.act(f"Fetched “{title}” again"):
        revision_id = archive.articles.add_fetched(
            article.id,
            look.clip.raw,
            clean,
            images=[image for image in look.clip.images if image.url in clean.markdown],
            shown=shown,
        )
    changes = tuple(word_changes(before.text, clean.text))
    outcome: Outcome = "changed" if shown else "beside"
    return replace(
        result,
        outcome=outcome,
        obstacle=obstacle.code if obstacle else "",
        message=" ".join(
            [
                *([obstacle.message] if obstacle else []),
                *_told(before, clean, changes_in_words(changes), own, look),
                *([_BESIDE] if stays and not own else []),
            ]
        ),
        revision_id=revision_id,
        changes=changes,
        correction=_new_correction(before, clean),
    )


def _told(
    before: CleanArticle, clean: CleanArticle, counted: str, own: bool, look: Look
) -> list[str]:
    """What changed, in sentences."""
    said = []
    if look.is_archived:
        said.append(f"The Internet Archive's copy of {_day(look)} is another text.")
    if before.title and clean.title and _plain(before.title) != _plain(clean.title):
        said.append(f"The title is “{clean.title}” now.")
    if _plain(before.text) != _plain(clean.text):
        said.append(counted)
    if notice := _new_correction(before, clean):
        said.append(f"The outlet says: “{notice}”")
    if own:
        said.append("Your own text is still shown; compare it under Versions.")
    return said


def _day(look: Look) -> str:
    return look.clip.raw.captured[:10] if look.clip else ""


def _new_correction(before: CleanArticle, now: CleanArticle) -> str | None:
    notices = [each.message for each in now.warnings if each.code == CORRECTION]
    known = {each.message for each in before.warnings if each.code == CORRECTION}
    new = [notice for notice in notices if notice not in known]
    return _quoted(new[0]) if new else None


def _quoted(message: str) -> str:
    found = re.search("“(.+)”", message, re.DOTALL)
    return found[1] if found else message


def _refused(
    archive: Archive, article: Article, look: Look, obstacle: Obstacle, result: RefetchResult
) -> RefetchResult:
    assert look.clip is not None
    last = archive.looks.last(article.id)
    if last is None or last.obstacle != obstacle.code:
        # Of the same obstacle seen again and again, the first page tells enough.
        warning = CleaningWarning(obstacle.code, obstacle.message)
        raw = replace(look.clip.raw, further=(), companion=None, warnings=(warning,))
        with archive.act(f"Kept what came in the place of “{article.clean.title or 'an article'}”"):
            archive.articles.keep_refused(article.id, raw)
    gone = obstacle.code in GONE
    return replace(
        result,
        outcome="gone" if gone else "refused",
        obstacle=obstacle.code,
        message=f"{obstacle.message} The text is as it was; what came is kept beside it.",
        archived_url=_archived(article, look),
    )


def _failed(
    article: Article, look: Look, failure: CaptureError, result: RefetchResult
) -> RefetchResult:
    gone = failure.kind in GONE
    offers_copy = gone or failure.kind in (*_UNREACHABLE, *_NOW_CLOSED)
    return replace(
        result,
        outcome="gone" if gone else "failed",
        obstacle=failure.kind,
        message=f"{failure.message} The text is as it was.",
        archived_url=_archived(article, look) if offers_copy else None,
    )


def _archived(article: Article, look: Look) -> str | None:
    from desktop_app.capture.addresses import archived_address  # noqa: PLC0415 - see `fetched`

    if look.is_archived:
        return None
    return archived_address(look.asked, article.captured)


def _noted(archive: Archive, look: Look, result: RefetchResult) -> RefetchResult:
    """The result, with the look noted in the archive; since when the article is gone, told."""
    if look.is_archived:
        return result
    last = archive.looks.last(look.article_id)
    since: str | None
    if result.outcome == "gone":
        since = (last.gone_since if last else None) or look.looked
    elif result.outcome == "failed":
        since = last.gone_since if last else None  # nothing was learnt of it
    else:
        since = None  # it answers, with whatever
    archive.looks.keep(
        look.article_id,
        LastLook(look.looked, result.outcome, result.obstacle, result.message, since),
    )
    return replace(result, gone_since=since)
