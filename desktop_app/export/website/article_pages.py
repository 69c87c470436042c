"""The page of one article: its text, what is known of it, and the ways on."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from desktop_app.core.article import Article, NamedPerson, StoredImage
from desktop_app.core.dates_in_words import date_in_words, moment_in_words
from desktop_app.core.highlight import Highlight
from desktop_app.export.base.image_kind import recognise_image
from desktop_app.export.base.marked_passages import numbered_notes
from desktop_app.export.base.plain_words import one_line, web_address, writable
from desktop_app.export.documents.shown_text import is_within
from desktop_app.export.website.article_body import SitePicture, article_html, excerpts_html
from desktop_app.export.website.site_cards import Card, language_of, shown_name
from desktop_app.export.website.site_folder import SiteFolder
from desktop_app.export.website.site_names import NameLink, SiteNames
from desktop_app.export.website.site_pages import PageMaker, markup

ShownHighlights: TypeAlias = Literal["none", "marked", "notes"]
_UP = "../"


@dataclass(frozen=True, slots=True)
class ShownArticle:
    """An article with what of it is shown: the whole, or excerpts that stand for it."""

    article: Article
    excerpts: tuple[Highlight, ...] | None = None

    @property
    def text(self) -> str:
        """The words that can be read on its page."""
        if self.excerpts is None:
            return self.article.clean.text
        return "\n\n".join(each.quote.exact for each in self.excerpts)

    @property
    def people(self) -> list[NamedPerson]:
        """The persons named in these words."""
        people = list(self.article.clean.people)
        if self.excerpts is None:
            return people
        shown = tuple(
            (each.start, each.end)
            for each in self.excerpts
            if each.start is not None and each.end is not None
        )
        return [
            person
            for person in people
            if any(is_within(each.start, each.end, shown) for each in person.mentions)
        ]


class ArticlePages:
    """Writes the pages of articles, and the pictures that they show."""

    def __init__(
        self,
        folder: SiteFolder,
        pages: PageMaker,
        names: SiteNames,
        images: Callable[[int], Mapping[str, StoredImage]] | None,
        highlights: ShownHighlights,
    ) -> None:
        self._folder = folder
        self._pages = pages
        self._names = names
        self._images = images
        self._highlights = highlights

    def write(
        self, shown: ShownArticle, card: Card, before: Card | None, after: Card | None
    ) -> None:
        """Write one article's page."""
        article, clean = shown.article, shown.article.clean
        has_notes = self._highlights == "notes"
        marked = article.highlights if self._highlights != "none" else ()
        if shown.excerpts is None:
            pictures = self._pictures(article.id)
            body = article_html(article, pictures, _UP, marked, notes=has_notes)
        else:
            marked = shown.excerpts
            body = excerpts_html(clean.text, marked, notes=has_notes)
        self._pages.write(
            card.href,
            "article.html",
            heading=card.title,
            language=language_of(article),
            outlet=card.publisher and {"name": card.publisher, "href": self._outlet(card)},
            agency=shown_name(clean.agency),
            subtitle=one_line(clean.subtitle or "", 1_000),
            authors=one_line(", ".join(clean.authors), 500),
            day=card.day,
            body=markup(body),
            notes=_notes(marked) if has_notes else (),
            own_note=writable(article.note).strip() if has_notes else "",
            known=_known(article),
            tags=[NameLink(name, href, 0) for name, href in self._names.tag_links(article)],
            people=_people(shown.people),
            before=before,
            after=after,
        )

    def _outlet(self, card: Card) -> str:
        return self._names.outlet_href(card.publisher)

    def _pictures(self, article_id: int) -> dict[str, SitePicture]:
        """The article's pictures by their address, written beside the pages."""
        if self._images is None:
            return {}
        found = {}
        for address, stored in self._images(article_id).items():
            kind = recognise_image(stored.content)
            if kind is None:
                continue
            name = f"images/{hashlib.sha256(stored.content).hexdigest()[:32]}{kind.suffix}"
            self._folder.put(name, stored.content)
            found[address] = SitePicture(name, kind.width, kind.height)
        return found


def _notes(highlights: Sequence[Highlight]) -> list[tuple[int, dict[str, str]]]:
    """The notes by number, as under a text; of a highlight whose words are gone, these too."""
    return [
        (
            number,
            {
                "words": writable(each.note) or "No longer in the text.",
                "gone": one_line(each.quote.exact, 500) if each.is_orphan else "",
            },
        )
        for number, each in numbered_notes(highlights).items()
    ]


def _known(article: Article) -> list[tuple[str, str, str]]:
    """What is told beside the text: words, value, and where a link leads."""
    clean, snapshot = article.clean, article.snapshot
    address = web_address(clean.url) or web_address(clean.canonical_url)
    told = [
        ("Published", _day(clean.published), ""),
        ("Changed", _day(clean.modified), ""),
        ("Read", _day(clean.accessed), ""),
        ("Address", address or "", address or ""),
        ("Captured", moment_in_words(article.captured), ""),
        ("SHA-256", snapshot.sha256 if snapshot else "", ""),
    ]
    return [each for each in told if each[1]]


def _day(edtf: str | None) -> str:
    return one_line(date_in_words(edtf), 100) if edtf else ""


def _people(people: Sequence[NamedPerson]) -> list[NameLink]:
    return [
        NameLink(shown_name(each.name), f"people/{each.id}.html", 0)
        for each in people
        if each.id is not None and shown_name(each.name)
    ]
