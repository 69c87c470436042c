"""Writing what was imported: new articles some at a time, what is new of others into theirs.

One address is one article. Where a second item has another text for it, that is a version beside
the first: of two items of one program the one that was saved later is shown, and so is the text of
a newer export; the text of an article that came from elsewhere stays, as does the user's own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain

from desktop_app.core.address_key import address_key
from desktop_app.core.article import Article, CleanArticle
from desktop_app.core.imported import KnownItem, Origin
from desktop_app.services.importing.prepare_import import IMPORTED, PreparedImport
from desktop_app.services.importing.told import FIELDS, Told
from desktop_app.store.archive import Archive
from desktop_app.store.articles.article_adding import NewArticle

#: How many articles are written at once.
_BATCH = 500
_MANY = 1_000_000


@dataclass(slots=True)
class Stored:
    """What was done so far, as an ``ImportReport`` tells it."""

    added: list[int]
    unfetched: list[str]
    taken: int = 0
    joined: int = 0
    updated: int = 0
    known: int = 0
    without_text: int = 0


class Storing:
    """Writes articles some at a time; those that the archive has already get what is new."""

    def __init__(self, archive: Archive, program: str) -> None:
        self._archive = archive
        self._known = archive.origins.known(program)
        self._waiting: dict[str, PreparedImport] = {}
        self._keys: set[str] = set()
        self._lists: dict[str, list[tuple[int, int]]] = {}
        self._own: set[int] = set()
        self._citation_keys: dict[int, str] = {}
        self.done = Stored([], [])

    def take(self, prepared: PreparedImport) -> None:
        """Keep one article, or add what is new of it to the one that is there."""
        self.done.taken += 1
        origin, url = _origin(prepared), prepared.article.clean.url
        key = address_key(url) if url else ""
        if origin.id in self._waiting or key in self._keys:
            self._flush()
        known = self._known.get(origin.id)
        if known is not None:
            self._renew(known, prepared, origin)
            return
        there = next(iter(self._archive.articles.find_by_url(url)), None) if url else None
        if there is not None:
            self._join(there, prepared, origin)
            return
        self._waiting[origin.id] = prepared
        if key:
            self._keys.add(key)
        if len(self._waiting) >= _BATCH:
            self._flush()

    def note_told(self, origins: list[Origin]) -> None:
        """Note what is told of items that were imported before that was noted of any."""
        for origin in origins:
            self._archive.origins.keep(self._known[origin.id].article_id, origin)

    def finish(self) -> None:
        """Write what waits, and make the lists."""
        self._flush()
        self._keep_citation_keys()
        for name, entries in self._lists.items():
            self._make_dossier(name, [article_id for _, article_id in sorted(entries)])

    def _flush(self) -> None:
        waiting = list(self._waiting.values())
        if not waiting:
            return
        ids = self._archive.articles.add_all(each.article for each in waiting)
        for article_id, prepared in zip(ids, waiting, strict=True):
            self._remember(article_id, _origin(prepared))
            self._note_lists(article_id, prepared)
            self._note_key(article_id, prepared)
            clean = prepared.article.clean
            self.done.without_text += not clean.text
            if clean.url and not clean.text:
                self.done.unfetched.append(clean.url)
        self.done.added += ids
        self._own.update(ids)
        self._keep_citation_keys()
        self._waiting.clear()
        self._keys.clear()

    def _remember(self, article_id: int, origin: Origin) -> None:
        self._known[origin.id] = KnownItem(article_id, False, origin.told)

    def _renew(self, known: KnownItem, prepared: PreparedImport, origin: Origin) -> None:
        """Add what is new of an item that was imported before, or stood in this file already."""
        if known.is_deleted:
            self.done.known += 1
            return
        before = Told.read(known.told) if known.told else Told()
        if known.article_id not in self._own:
            if before.covers(Told.read(origin.told)):
                # Another import of the same file came first, since this one was read.
                self.done.known += 1
                return
            self.done.updated += 1
        self._add_to(known.article_id, prepared, before, is_same=True)
        told = before.joined(Told.read(origin.told)).written()
        self._keep_origin(known.article_id, replace(origin, told=told))

    def _join(self, article_id: int, prepared: PreparedImport, origin: Origin) -> None:
        """Add an item to the article that has its address."""
        is_own = article_id in self._own
        self.done.joined += not is_own
        self._add_to(article_id, prepared, Told(), is_same=is_own)
        self._keep_origin(article_id, origin)

    def _keep_origin(self, article_id: int, origin: Origin) -> None:
        self._archive.origins.keep(article_id, origin)
        self._remember(article_id, origin)

    def _add_to(
        self, article_id: int, prepared: PreparedImport, before: Told, *, is_same: bool
    ) -> None:
        """``is_same`` is whether the article's text came from this program."""
        archive, article = self._archive, prepared.article
        now = archive.articles.get(article_id)
        self._add_text(now, article, is_same=is_same)
        if article.tags:
            archive.tags.add([article_id], article.tags)
        self._add_highlights(now, article, before)
        self._add_note(now, article, before)
        if article.starred and not now.starred:
            archive.articles.set_starred([article_id], True)
        if is_same and now.unread and not article.unread:
            archive.articles.set_read([article_id], True)
        self._note_lists(article_id, prepared)
        self._note_key(article_id, prepared)

    # The text

    def _add_text(self, now: Article, article: NewArticle, *, is_same: bool) -> None:
        articles, clean = self._archive.articles, article.clean
        if not clean.text:
            self._add_facts(now, article, is_same=is_same)
            return
        if any(_is_same_text(each.text, clean.text) for each in articles.revisions(now.id)):
            return
        is_later = now.id not in self._own or article.raw.captured >= now.captured
        is_free = "markdown" not in now.edited and is_same and is_later
        articles.add_imported(
            now.id,
            article.raw,
            _with_missing(clean, articles.as_found(now.id)),
            images=article.images,
            shown=is_free or not now.clean.text,
        )

    def _add_facts(self, now: Article, article: NewArticle, *, is_same: bool) -> None:
        """What an item without a text tells of the article: what an import told is brought up to
        date and what is unknown filled in; anything else is kept beside."""
        found = self._archive.articles.as_found(now.id)
        told = {name: value for name in FIELDS if (value := getattr(article.clean, name))}
        other = {name: value for name, value in told.items() if value != getattr(found, name)}
        if not other:
            return
        self._archive.articles.keep_beside(now.id, article.raw)
        changed = {
            name: value
            for name, value in other.items()
            if not getattr(found, name) or (is_same and _is_imported(found, name))
        }
        if changed:
            provenance = {**found.provenance, **dict.fromkeys(changed, IMPORTED)}
            clean = replace(found, **changed, provenance=provenance)
            self._archive.articles.add_revision(now.id, clean, kind="imported")

    # What the user added there

    def _add_highlights(self, now: Article, article: NewArticle, before: Told) -> None:
        highlights, new = self._archive.highlights, []
        for each in article.highlights:
            # Its note was changed there, and not here.
            unchanged = next(
                (
                    known
                    for known in now.highlights
                    if known.quote.exact == each.quote.exact
                    and before.has_highlight(known.quote.exact, known.note)
                ),
                None,
            )
            if unchanged is not None and each.note:
                highlights.change(unchanged.id, note=each.note)
            else:
                new.append(each)
        highlights.keep(now.id, new)

    def _add_note(self, now: Article, article: NewArticle, before: Told) -> None:
        if not article.note or article.note in now.note:
            return
        is_unchanged = before.has_note(now.note)
        note = article.note if is_unchanged else f"{now.note}\n\n{article.note}".strip()
        self._archive.articles.set_note(now.id, note)

    # How it is cited

    def _note_key(self, article_id: int, prepared: PreparedImport) -> None:
        if prepared.citation_key:
            self._citation_keys.setdefault(article_id, prepared.citation_key)

    def _keep_citation_keys(self) -> None:
        if self._citation_keys:
            self._archive.citation_keys.keep(self._citation_keys)
            self._citation_keys = {}

    # The lists

    def _note_lists(self, article_id: int, prepared: PreparedImport) -> None:
        for each in prepared.lists:
            self._lists.setdefault(each.name, []).append((each.position, article_id))

    def _make_dossier(self, name: str, ids: list[int]) -> None:
        # Imported here: few archives have lists.
        from desktop_app.services.articles.dossiers import Dossiers  # noqa: PLC0415

        dossiers = Dossiers(lambda: self._archive)
        there = self._archive.dossiers.find(name)
        if there is not None and self._held(there) & self._imported_before():
            self._archive.dossier_entries.add_articles(there, ids)
            return
        taken = {each.name.lower() for each in dossiers.all()}
        free = (f"{name} ({number})" for number in range(2, _MANY))
        dossiers.make(next(each for each in chain([name], free) if each.lower() not in taken), ids)

    def _held(self, dossier_id: int) -> set[int | None]:
        return {each.article_id for each in self._archive.dossier_entries.in_order(dossier_id)}

    def _imported_before(self) -> set[int]:
        """The articles of this program: a dossier that holds one is its list of before."""
        return {each.article_id for each in self._known.values()} - self._own


def _origin(prepared: PreparedImport) -> Origin:
    assert prepared.article.origin is not None
    return prepared.article.origin


def _is_same_text(one: str, other: str) -> bool:
    return one.split() == other.split()


def _is_imported(clean: CleanArticle, name: str) -> bool:
    origin = clean.provenance.get(name)
    return origin is not None and origin.source == "import"


def _with_missing(clean: CleanArticle, before: CleanArticle) -> CleanArticle:
    """The state with the fields that it doesn't tell as they were before."""
    known = {name: getattr(before, name) for name in FIELDS if not getattr(clean, name)}
    origins = {name: before.provenance[name] for name in known if name in before.provenance}
    return replace(clean, **known, provenance={**clean.provenance, **origins})
