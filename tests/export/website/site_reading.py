"""Reads a site as a browser would, and says what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

_VOID = frozenset({"meta", "link", "input", "br", "img", "hr"})


class PageReader(HTMLParser):
    """The elements of a page with their attributes, and its words; it fails where they cross."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self._open: list[str] = []
        self.feed(page)
        self.close()
        assert not self._open, f"never closed: {self._open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs)
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())

    def values(self, tag: str, attribute: str) -> list[str]:
        return [
            each[attribute] for name, each in self.elements if name == tag and attribute in each
        ]


def read_page(path: Path) -> PageReader:
    return PageReader(path.read_text(encoding="utf-8"))


def faults(site: Path) -> Iterator[str]:
    """Links that lead nowhere, and anything that would run or be loaded from elsewhere."""
    for path in site.rglob("*.html"):
        page = read_page(path)
        ids = page_ids(page)
        if len(set(ids)) < len(ids):
            yield f"{path}: an id stands twice"
        for tag, attributes in page.elements:
            if any(name == "style" or name.startswith("on") for name in attributes):
                yield f"{path}: {tag} {attributes}"
            if tag in ("iframe", "object", "embed", "base", "style", "svg"):
                yield f"{path}: {tag}"
            for name in ("href", "src", "action"):
                if name in attributes:
                    yield from _leads_wrong(path, tag, name, attributes, ids)


def page_ids(page: PageReader) -> list[str]:
    return [each["id"] for _, each in page.elements if "id" in each]


def _leads_wrong(
    path: Path, tag: str, name: str, attributes: dict[str, str], ids: list[str]
) -> Iterator[str]:
    address = attributes[name]
    if re.match(r"https?://", address):
        if tag != "a" or attributes.get("rel") != "noopener noreferrer":
            yield f"{path}: {tag} loads {address}"
        return
    file, _, place = address.partition("#")
    target = path.parent / file if file else path
    if not target.is_file():
        yield f"{path}: {address} is not there"
    elif place and place not in (ids if target == path else page_ids(read_page(target))):
        yield f"{path}: no place {address}"
