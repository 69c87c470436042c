"""An article's note: what a template is told, and the file made of it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from desktop_app.core.article import Article, StoredImage
from desktop_app.export.base.folder_record import article_key
from desktop_app.export.base.front_matter import article_fields, safe_tag
from desktop_app.export.base.portable_markdown import portable_markdown
from desktop_app.export.markdown.highlight_section import closed, highlight_markdown
from desktop_app.export.markdown.markdown_file import ShownImages
from desktop_app.export.vault.flavours import SUFFIX, Flavour
from desktop_app.export.vault.names import VaultNames, row_values_of
from desktop_app.export.vault.words import FOREIGN, as_words

#: What else than its data an article's note is made from: to be raised when the code below changes.
_VERSION = 1
#: Fields that say a second time what another one says, for programs without a vault.
_TWICE = ("authors", "date", "lang", "note", "people", "cuttings_tags")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class NoteMaker:
    """Makes the notes of a vault's articles; ``others`` names articles outside it by their id."""

    flavour: Flavour
    names: VaultNames
    cite_keys: Mapping[int, str]

    def values(
        self,
        article: Article,
        images: Mapping[str, StoredImage],
        others: Mapping[int, str],
    ) -> tuple[dict[str, object], ShownImages]:
        """What a template is told of an article, and the images that it shows."""
        name = self.names.rows[article.id].name
        shown = ShownImages(images, lambda file: self._image_address(name, file))
        body = closed(self._markdown(article.clean.markdown, shown).strip("\n"))
        clean = article.clean
        return {
            **row_values_of(article),
            "name": name.removesuffix(SUFFIX),
            "key": article_key(article),
            "subtitle": clean.subtitle or "",
            "agency": clean.agency or "",
            "modified": clean.modified or "",
            "accessed": clean.accessed or "",
            "url": clean.url or "",
            "canonical_url": clean.canonical_url or "",
            "tags": [tag for tag in map(safe_tag, article.tags) if tag],
            "read": not article.unread,
            "citekey": self.cite_keys.get(article.id, ""),
            "sha256": article.snapshot.sha256 if article.snapshot else "",
            "words": clean.words,
            "properties": self.flavour.properties(name, self._fields(article, name, others)),
            "body": body,
            "text": clean.text,
            "note": self._markdown(article.note, shown).strip("\n"),
            "people": self._people(article, name),
            "copies": self._copies(article, name, others),
            "events": [{"date": each.date, "text": each.text} for each in clean.events],
            "highlights": [
                {
                    "quote": each.quote.exact,
                    "colour": str(each.colour),
                    "note": each.note,
                    "gone": each.is_orphan,
                    "markdown": highlight_markdown(each, as_words),
                }
                for each in article.highlights
            ],
        }, shown

    def made_from(
        self, article: Article, images: Mapping[str, str], others: Mapping[int, str]
    ) -> str:
        """The digest of all that the note is made from but the template."""
        people = [self.names.people.get(each.id or 0) for each in article.clean.people]
        rows = [(at, self.names.rows.get(at)) for at in article.copies]
        copies = [row.name if row else others.get(at) for at, row in rows]
        return digest_of(
            _VERSION,
            self.flavour.name,
            self.names.rows[article.id].name,
            self.cite_keys.get(article.id),
            people,
            copies,
            sorted(images.items()),
            # In no order of its own.
            replace(article, edited=frozenset()),
        )

    def _markdown(self, markdown: str, shown: ShownImages) -> str:
        return portable_markdown(markdown, shown.rewrite, FOREIGN) if markdown else ""

    def _image_address(self, name: str, file: str) -> str:
        return self.flavour.address(name, f"{self.flavour.images}/{file}")

    def _fields(self, article: Article, name: str, others: Mapping[int, str]) -> dict[str, object]:
        told = {key: each for key, each in article_fields(article).items() if key not in _TWICE}
        more: dict[str, object] = {
            "people": [each["property"] for each in self._people(article, name)],
            "copies": [each["property"] for each in self._copies(article, name, others)],
            "citekey": self.cite_keys.get(article.id),
            "type": "article",
            "cuttings": article_key(article),
        }
        return {key: as_day(value) for key, value in (told | more).items()}

    def _people(self, article: Article, name: str) -> list[dict[str, object]]:
        found: list[dict[str, object]] = []
        for person in article.clean.people:
            to = self.names.people.get(person.id or 0)
            words = person.name
            link = self.flavour.link(name, to, words) if to else as_words(words)
            told = self.flavour.property_link(name, to, words) if to else words
            found.append(
                {"name": words, "roles": list(person.roles), "link": link, "property": told}
            )
        return found

    def _copies(
        self, article: Article, name: str, others: Mapping[int, str]
    ) -> list[dict[str, object]]:
        found: list[dict[str, object]] = []
        for copy in article.copies:
            row = self.names.rows.get(copy)
            if row is not None:
                words = row.name.rpartition("/")[2].removesuffix(SUFFIX)
                link = self.flavour.link(name, row.name, words)
                found.append(
                    {
                        "title": row.title,
                        "link": link,
                        "property": self.flavour.property_link(name, row.name, words),
                    }
                )
            elif copy in others:
                title = others[copy]
                found.append({"title": title, "link": as_words(title), "property": title})
        return found


def digest_of(*parts: object) -> str:
    """A digest of values that look the same each time they are printed."""
    return hashlib.sha256(repr(parts).encode("utf-8", "replace")).hexdigest()[:32]


def as_day(value: object) -> object:
    """A whole day as a date, which programs know as one; all else as it is."""
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return value
    return value
