"""A document part by part as the data of the template, each article read when its turn comes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from desktop_app.export.documents.document import (
    Document,
    Excerpts,
    Gap,
    Heading,
    OwnText,
    WholeArticle,
)
from desktop_app.export.documents.document_options import DocumentOptions
from desktop_app.export.typesetting.page_plan import outline_levels, page_groups
from desktop_app.export.typesetting.printable_text import printable
from desktop_app.export.typesetting.printed_article import Standing, printed_article
from desktop_app.export.typesetting.printed_back import PrintedMatter, authors_of, description
from desktop_app.export.typesetting.printed_part import (
    PrintedPart,
    printed_gap,
    printed_heading,
    printed_own_text,
)
from desktop_app.export.typesetting.script_fonts import CODE_FONT, TEXT_FONT
from desktop_app.export.typesetting.typst_run import moment_of

#: The parts of a heading's or an article's data that stand in the contents.
_IN_CONTENTS = ("k", "level", "title", "outlet", "day", "number", "lang", "dir", "fonts")
_IN_HEAD = 60


@dataclass(frozen=True)
class PrintedDocument:
    """Prepares the parts of a document, by their places.

    ``is_flat`` sets each as if it stood alone, without the headings above it.
    """

    document: Document
    options: DocumentOptions
    is_flat: bool = False

    @cached_property
    def groups(self) -> list[range]:
        """The places of the parts that begin on a page together."""
        return page_groups(self.document.parts, new_pages=self.options.new_pages)

    def level(self, place: int) -> int:
        """The level of the part at a place in the outline."""
        if self.is_flat:
            return outline_levels([self.document.parts[place]])[0]
        return self._levels[place]

    @cached_property
    def _levels(self) -> list[int]:
        return outline_levels(self.document.parts)

    def part(self, place: int, *, plain: bool = False) -> PrintedPart:
        """The part at a place; plainly it is its bare text."""
        part, level = self.document.parts[place], self.level(place)
        if isinstance(part, Heading):
            return printed_heading(part, level, f"h{place}")
        if isinstance(part, OwnText):
            return printed_own_text(part, level, self.options, f"e{place}", plain=plain)
        if isinstance(part, Gap):
            return printed_gap(part, f"e{place}")
        article = self.document.article(part.source)
        is_excerpt = isinstance(part, Excerpts)
        wants_images = self.options.images and not plain and not is_excerpt
        images = self.document.images(article.id) if wants_images else {}
        has_list = self.options.sources and self.document.has_cover
        standing = Standing(
            label=f"a{place}",
            level=level,
            source=part.source if self.document.has_cover else 0,
            excerpts=part.highlights if isinstance(part, Excerpts) else None,
            citation=part.citation if self.document.has_cover else None,
            all_told=not has_list,
            plain=plain,
        )
        return printed_article(article, images, self.options, standing)

    def group_data(self, number: int, parts: Sequence[PrintedPart]) -> dict[str, object]:
        """The prepared parts of a group, with what stands in the head of its further pages."""
        titles = [part.data for part in parts if "title" in part.data]
        articles = [each for each in titles if each["k"] == "article"]
        headings = [each for each in titles if each["k"] == "heading"]
        # Where articles run on, none of them can stand above the others.
        run_on = len(articles) > 1 and not self.options.new_pages
        head = next(iter(headings if run_on else (*articles, *headings)), {})
        return {
            "label": f"g{number}",
            "head": _cut(str(head.get("title", ""))),
            "place": head.get("place", ""),
            **{name: head[name] for name in ("lang", "dir", "fonts") if name in head},
            "parts": [part.data for part in parts],
        }

    def frame(
        self,
        entries: dict[str, dict[str, object]],
        notes: Sequence[dict[str, object]],
        matter: PrintedMatter,
        cover: dict[str, object],
    ) -> dict[str, object]:
        """All but the parts: what stands in front, behind, and in the file's metadata."""
        document, options = self.document, self.options
        moment = moment_of(max((each.captured for each in document.sources), default=""))
        show = document.has_cover
        firsts: dict[int, str] = {}
        for place, part in enumerate(document.parts):
            if isinstance(part, WholeArticle | Excerpts) and f"a{place}" in entries:
                firsts.setdefault(part.source, f"a{place}")
        names = authors_of(document, document.sources)
        return {
            "title": cover["title"],
            "short": _cut(str(cover["title"])),
            "authors": _some(names),
            "keywords": self._keywords(),
            "description": description(document),
            "date": [moment.year, moment.month, moment.day],
            "code-fonts": [CODE_FONT, TEXT_FONT],
            "text-font": TEXT_FONT,
            "paper": options.paper,
            "cover": cover if show else None,
            "contents": show and options.contents,
            "groups": [f"g{number}" for number in range(len(self.groups))],
            "entries": entries,
            "firsts": {str(number): label for number, label in firsts.items()},
            "endnotes": list(notes),
            "chronology": matter.chronology(document) if show and options.chronology else [],
            "sources": matter.sources(document) if show and options.sources else [],
            "index": matter.index(document) if show and options.index else [],
        }

    def _keywords(self) -> list[str]:
        """The tags of an article alone; of many they would tell nothing."""
        if self.document.has_cover or not self.document.sources:
            return []
        return _some(self.document.article(1).tags)


def in_contents(data: dict[str, object]) -> dict[str, object]:
    """What of a heading or an article stands in the contents."""
    return {name: data[name] for name in _IN_CONTENTS if name in data}


def _cut(title: str) -> str:
    return title if len(title) <= _IN_HEAD else title[: _IN_HEAD - 1].rstrip() + "…"


def _some(values: Sequence[str]) -> list[str]:
    return [printable(value) for value in dict.fromkeys(values)][:50]
