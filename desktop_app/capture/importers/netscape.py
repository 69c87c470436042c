"""Bookmark files of browsers (“Netscape bookmarks”): folders become tags.

After Microsoft's “Netscape Bookmark File Format” and what Firefox and Chromium write:
``<DT><H3>folder</H3><DL>…</DL>``, ``<DT><A HREF ADD_DATE TAGS>title</A>`` and ``<DD>note``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.capture.importers.import_source import ImportSource
from desktop_app.capture.importers.importer import Importer, ImportItems
from desktop_app.capture.importers.piecewise_html import PiecewiseParser
from desktop_app.capture.importers.values import address, folder, moment, row_problem, tags, title
from desktop_app.core.imported import ImportedArticle, ImportProblem, Origin

#: Folders that every browser has, which say nothing of what is in them.
_ROOTS = {
    "bookmarks",
    "bookmarks bar",
    "bookmarks menu",
    "bookmarks toolbar",
    "other bookmarks",
    "favorites bar",
    "mobile bookmarks",
}
_NO_PAGE = re.compile(r"(?:javascript|place|about|chrome|data|file|mailto):", re.IGNORECASE)


def _guess(source: ImportSource) -> float:
    head = source.head[:4096].lower()
    if "netscape-bookmark-file" in head:
        return 0.95
    return 0.5 if "<dl>" in head and "<dt><a href" in head else 0.0


def _read(source: ImportSource) -> ImportItems:
    with source.open_text(source.names[0]) as stream:
        parser = _Bookmarks()
        for _ in parser.feed_from(stream):
            yield from parser.take()
        parser.end_bookmark()
        if parser.is_broken_off:
            parser.add_problem("The file is damaged from here on.")
        yield from parser.take()


class _Bookmarks(PiecewiseParser):
    """Gathers bookmarks as their file is fed to it."""

    def __init__(self) -> None:
        super().__init__()
        self._folders: list[str] = []
        self._next_folder = ""
        self._open: dict[str, str] | None = None
        self._into = ""
        self._texts: dict[str, list[str]] = {"a": [], "dd": [], "h3": []}
        self._found: list[ImportedArticle | ImportProblem] = []
        self._row = 0

    def add_problem(self, reason: str) -> None:
        """Note what is wrong behind the bookmarks so far."""
        self._row += 1
        self._found.append(ImportProblem(self._row, reason))

    def take(self) -> Iterator[ImportedArticle | ImportProblem]:
        """What was found since the last time."""
        found, self._found = self._found, []
        return iter(found)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A folder, bookmark or note begins."""
        if tag in ("dt", "dl"):
            self.end_bookmark()
        if tag == "dl":
            self._folders.append(self._next_folder)
            self._next_folder = ""
        elif tag == "a":
            self.end_bookmark()
            self._open = {name: value or "" for name, value in attrs}
        if tag in self._texts:
            self._into = tag
            self._texts[tag] = []

    def handle_endtag(self, tag: str) -> None:
        """A folder or bookmark ends."""
        if tag == "h3":
            name = " ".join("".join(self._texts["h3"]).split())
            self._next_folder = "" if name.lower() in _ROOTS else name
        if tag == "dl":
            self.end_bookmark()
            if self._folders:
                self._folders.pop()
        if tag in ("a", "h3"):
            self._into = ""

    def handle_data(self, data: str) -> None:
        """Text of a title, folder or note."""
        if self._into:
            self._texts[self._into].append(data)

    def end_bookmark(self) -> None:
        """What follows belongs to another bookmark."""
        if self._open is not None:
            self._row += 1
            self._found.append(self._article(self._open))
        self._open = None
        self._into = ""
        self._texts["dd"] = []

    def _article(self, told: dict[str, str]) -> ImportedArticle | ImportProblem:
        url = address(told.get("href"))
        if url is None:
            text = told.get("href", "")
            reason = row_problem(text)
            if _NO_PAGE.match(text):
                reason = f"“{text[:80]}” is an address within the browser."
            return ImportProblem(self._row, reason)
        own = re.split(r",\s*", told.get("tags", ""))
        return ImportedArticle(
            Origin("netscape", url, self._row),
            url=url,
            title=title("".join(self._texts["a"]), url),
            note="".join(self._texts["dd"]).strip(),
            captured=moment(told.get("add_date")),
            tags=tags([folder(filter(None, self._folders)), *own]),
            read=told.get("toread") != "1" and told.get("unread") != "1",
        )


IMPORTER = Importer("netscape", "Bookmarks of a browser (HTML)", _guess, _read)
