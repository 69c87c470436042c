"""Keep a clip whose address may be saved already: as a version of that article, or one of its own.

Every door through which clips come without being looked at (the browser, the terminal, the queue)
keeps them here; the capture sheet asks, and then adds or stores by itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from desktop_app.core.address_key import same_site
from desktop_app.core.refetch import RefetchResult
from desktop_app.services.base.field_values import FieldValue, checked_changes
from desktop_app.services.clipping.clip_article import already_stored, store_clip
from desktop_app.services.clipping.prepared_clip import PreparedClip
from desktop_app.services.versions.refetch import add_version, is_another_text, is_news
from desktop_app.store.archive import Archive

#: The user's word on what becomes of a clip whose address is saved already.
IfKnown = Literal["version", "second"]
#: So many articles of one address are looked at for the one that a clip is a version of.
_MOST_COMPARED = 10


@dataclass(frozen=True, slots=True)
class Kept:
    """The article that a clip became, became a version of, or was already.

    ``message`` is a sentence on what was done where the address was known, else empty.
    """

    article_id: int
    how: Literal["new", "version", "known"]
    message: str = ""


def known_articles(archive: Archive, clip: PreparedClip) -> list[int]:
    """The articles outside the trash that have one of the addresses of a clip, oldest first."""
    told = (clip.raw.url, clip.clean.url, clip.clean.canonical_url, *clip.raw.redirects[:1])
    ids = {each for url in told if url for each in archive.articles.find_by_url(url)}
    return sorted(ids)


def keep_clip(
    archive: Archive,
    clip: PreparedClip,
    *,
    if_known: IfKnown | None = None,
    tags: Sequence[str] = (),
    note: str = "",
) -> Kept:
    """Keep a clip; where its address is saved already, as ``if_known`` says.

    Without the user's word it becomes a version of the article there, and nothing where it says
    the same. Another text altogether, as an address has that always shows the news of the day,
    becomes an article of its own: it must not lie hidden below one that it isn't. So does the page
    of another outlet that names the article's address as its canonical one: that is a copy, and any
    page could say so to put its own text in the place of a good one.
    """
    if if_known == "second":
        return Kept(store_clip(archive, clip, tags=tags, note=note, as_new=True), "new")
    earlier = already_stored(archive, clip.raw)
    ids = [earlier] if earlier is not None else known_articles(archive, clip)[-_MOST_COMPARED:]
    if if_known is None:
        own = [each for each in ids if each == earlier or _is_of_one_outlet(archive, each, clip)]
        same_text = [each for each in own if not is_another_text(archive, each, clip)]
        if ids and not same_text:
            what = "with another text" if own else "from another outlet"
            said = f"Article {ids[-1]} has this address too, {what}."
            return Kept(store_clip(archive, clip, tags=tags, note=note), "new", said)
        ids = same_text
    if not ids:
        return Kept(store_clip(archive, clip, tags=tags, note=note), "new")
    # Of several, one whose text this is already rather than one that it changes.
    article_id = next((each for each in ids[::-1] if not is_news(archive, each, clip)), ids[-1])
    result = add_to_article(archive, article_id, clip, tags=tags, note=note)
    if result.outcome == "same":
        return Kept(article_id, "known", "It was already saved, and its text is as it was.")
    return Kept(article_id, "version", f"Kept as a new version of it. {result.message}")


def _is_of_one_outlet(archive: Archive, article_id: int, clip: PreparedClip) -> bool:
    theirs = archive.articles.get(article_id).clean.url
    came_from = clip.raw.url or clip.clean.url
    return not (theirs and came_from) or same_site(theirs, came_from)


def add_to_article(
    archive: Archive,
    article_id: int,
    clip: PreparedClip,
    *,
    tags: Sequence[str] = (),
    note: str = "",
    changes: Mapping[str, FieldValue] = MappingProxyType({}),
) -> RefetchResult:
    """Keep a clip as a newer version of an article, in one act; tags and note join the article's.

    ``changes`` are set as the user's. Where the clip says the same, only those are kept.
    """
    article = archive.articles.get(article_id)
    name = article.clean.title or "an article"
    did = "Added a version of" if is_news(archive, article_id, clip) else "Clipped again:"
    with archive.act(f"{did} “{name}”"):
        result = add_version(archive, article_id, clip)
        if tags:
            archive.tags.add([article_id], tuple(tags))
        if note and note not in article.note:
            archive.articles.set_note(article_id, f"{article.note}\n\n{note}".strip())
        if changes:
            archive.articles.set_fields(article_id, checked_changes(changes))
    return result
