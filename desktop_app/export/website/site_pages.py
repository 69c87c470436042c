"""The pages of a site out of templates; Jinja2 escapes every word that isn't markup of our own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from desktop_app.core.counted import count_articles
from desktop_app.core.dates_in_words import MONTHS
from desktop_app.core.resource_path import resource_path
from desktop_app.export.website.site_cards import (
    MOST_NAMES,
    Card,
    CardGroup,
    by_month,
    page_names,
    parted,
)
from desktop_app.export.website.site_folder import SiteFolder
from desktop_app.export.website.site_names import NameLink

#: The lists of a site: file and words.
PLACES = (
    ("timeline.html", "Timeline"),
    ("people.html", "People"),
    ("tags.html", "Tags"),
    ("outlets.html", "Outlets"),
)


@dataclass(frozen=True, slots=True)
class SiteFacts:
    """What every page tells of the site."""

    title: str
    counted: str
    places: tuple[tuple[str, str], ...] = PLACES


@dataclass(frozen=True, slots=True)
class _Year:
    name: str
    href: str
    months: tuple[int, ...]
    count: int
    hrefs: tuple[str, ...]

    def href_of(self, month: int) -> str:
        return f"{self.hrefs[month - 1]}#m{month:02d}"


class PageMaker:
    """Writes pages into a site's folder."""

    def __init__(self, folder: SiteFolder, facts: SiteFacts) -> None:
        self._folder = folder
        self._templates = Environment(
            loader=FileSystemLoader(resource_path("website")),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._templates.globals["site"] = facts

    def write(self, name: str, template: str, **values: object) -> None:
        """Write a page made of a template."""
        up = "../" * name.count("/")
        place = f"{name.split('/', maxsplit=1)[0]}.html" if "/" in name else name
        shown = {"up": up, "place": _PLACE_OF.get(place, place), **values}
        page = self._templates.get_template(template).render(shown)
        self._folder.put(name, page.encode("utf-8", "replace"))

    def write_cards(
        self, name: str, heading: str, groups: Iterable[CardGroup], facts: Sequence[str] = ()
    ) -> None:
        """Write a list of articles, on as many pages as it needs."""
        pages = parted(groups)
        names = page_names(name, len(pages))
        shown = [each.rpartition("/")[2] for each in names]
        for file, current, part in zip(names, shown, pages, strict=True):
            self.write(
                file,
                "cards.html",
                heading=heading,
                facts=facts,
                groups=part,
                all_pages=shown,
                current=current,
            )

    def write_names(self, name: str, heading: str, names: Sequence[NameLink]) -> None:
        """Write a list of names, on as many pages as it needs."""
        parts = [names[at : at + MOST_NAMES] for at in range(0, len(names), MOST_NAMES)] or [()]
        files = page_names(name, len(parts))
        for file, part in zip(files, parts, strict=True):
            self.write(
                file,
                "names.html",
                heading=heading,
                several=part,
                all_pages=files,
                current=file,
            )

    def write_timeline(self, cards: Sequence[Card]) -> list[NameLink]:
        """Write a page for each year, and the table that leads to them; gives the years."""
        by_year: dict[str, list[Card]] = {}
        for card in cards:
            by_year.setdefault(card.year, []).append(card)
        undated = by_year.pop("", [])
        years = [self._year(year, by_year[year]) for year in sorted(by_year, reverse=True)]
        if undated:
            group = CardGroup("undated", "", tuple(undated))
            self.write_cards("years/undated.html", "Without a date", [group])
        self.write(
            "timeline.html",
            "timeline.html",
            heading="Timeline",
            months=MONTHS,
            years=years,
            # Where there are few everywhere, none stands out.
            most=max(4, *(count for year in years for count in year.months), 0),
            undated=undated
            and {
                "href": "years/undated.html",
                "words": f"Without a date: {count_articles(len(undated))}",
            },
        )
        return [NameLink(each.name, each.href, each.count) for each in years]

    def _year(self, year: str, cards: list[Card]) -> _Year:
        name = f"years/{year}.html"
        groups = list(by_month(cards))
        words = str(int(year))
        self.write_cards(name, words, groups, [count_articles(len(cards))])
        counts = [0] * 12
        for card in cards:
            if card.month:
                counts[card.month - 1] += 1
        # A long year goes on overleaf: a month is where it begins.
        pages = parted(groups)
        begins: dict[str, str] = {}
        for file, part in zip(page_names(name, len(pages)), pages, strict=True):
            for group in part:
                begins.setdefault(group.id, file)
        hrefs = tuple(begins.get(f"m{month:02d}", name) for month in range(1, 13))
        return _Year(words, name, tuple(counts), len(cards), hrefs)


def markup(html: str) -> Markup:
    """HTML of our own making, which templates take as it is."""
    return Markup(html)  # noqa: S704 - made by article_body, which escapes all words


_PLACE_OF = {"years.html": "timeline.html"}
