"""How the programs that show a vault want links, properties and folders."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from desktop_app.export.base.front_matter import front_matter_of
from desktop_app.export.vault.logseq_blocks import as_blocks
from desktop_app.export.vault.words import as_words

SUFFIX = ".md"
#: What can't stand in the words of a wiki link.
_NOT_IN_WORDS = re.compile(r"[\[\]|\\]+|%%+|<(?=[A-Za-z/!?])")
_NOT_IN_ADDRESSES = re.compile(r"[^\w/.~-]")
_SPACES = re.compile(r"\s+")
_TAG = re.compile(r"<(?=[A-Za-z/!?])")


class Link(str):
    """A link among the values of properties, where words that look alike are none."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Flavour:
    """Plain Markdown: relative links that every program follows, YAML above the text.

    A note's name is its path in the vault, with ``/`` and suffix.
    """

    name: str = "plain"
    articles: str = "Articles"
    people: str = "People"
    dates: str = "Dates"
    dossiers: str = "Dossiers"
    images: str = "images"
    by_year: bool = True

    def link(self, of: str, to: str, words: str) -> str:
        """A link to the note ``to`` in the note ``of``."""
        return f"[{as_words(words) or as_words(stem(to))}]({self.address(of, to)})"

    def address(self, of: str, to: str) -> str:
        """The way from one file to another as an address in Markdown."""
        way = posixpath.relpath(to, posixpath.dirname(of) or ".")
        return _NOT_IN_ADDRESSES.sub(lambda found: quote(found[0], safe=""), way)

    def property_link(self, of: str, to: str, words: str) -> str:
        """How the note ``to`` is named in a property."""
        return words

    def properties(self, name: str, fields: Mapping[str, object]) -> str:
        """The note's properties as its first lines, without a break at the end.

        Words that look like a link are none.
        """
        told = {key: _without_links(value) for key, value in fields.items()}
        return front_matter_of(told).rstrip("\n")

    def note(self, name: str, fields: Mapping[str, object], body: str) -> str:
        """A whole note."""
        text = body.strip("\n")
        return f"{self.properties(name, fields)}\n\n{text}\n" if text else self._bare(name, fields)

    def _bare(self, name: str, fields: Mapping[str, object]) -> str:
        return f"{self.properties(name, fields)}\n"


class Obsidian(Flavour):
    """Obsidian: wiki links by a note's name, which is told from all others in the vault."""

    def link(self, of: str, to: str, words: str) -> str:
        """A wiki link, with the words where they aren't the note's name."""
        target, shown = stem(to), _shown(words)
        return f"[[{target}]]" if shown in (target, "") else f"[[{target}|{shown}]]"

    def property_link(self, of: str, to: str, words: str) -> str:
        """A wiki link, which is one in a property too."""
        return Link(self.link(of, to, words))


class Logseq(Flavour):
    """Logseq: pages by their name, properties as ``key:: value``, the text in blocks."""

    def link(self, of: str, to: str, words: str) -> str:
        """A page's name between brackets, with the words before it where they are others."""
        target, shown = stem(to), _shown(words)
        return f"[[{target}]]" if shown in (target, "") else f"[{as_words(shown)}]([[{target}]])"

    def property_link(self, of: str, to: str, words: str) -> str:
        """A page's name between brackets: words of their own can't stand in a property."""
        return Link(f"[[{stem(to)}]]")

    def properties(self, name: str, fields: Mapping[str, object]) -> str:
        """A line for each property, the page's name first."""
        # A page is called by this and not by its file, whose points Logseq may take for levels.
        told = {"title": stem(name)} | {
            _LOGSEQ_NAMES.get(key, key.replace("_", "-")): value for key, value in fields.items()
        }
        lines = (f"{key}:: {_logseq_value(value)}" for key, value in told.items() if value)
        return "\n".join(lines)

    def note(self, name: str, fields: Mapping[str, object], body: str) -> str:
        """A whole note, its text in blocks."""
        return f"{self.properties(name, fields)}\n\n{as_blocks(body)}\n"


#: ``title`` and ``aliases`` mean something else or nothing there.
_LOGSEQ_NAMES = {"title": "headline", "aliases": "alias"}
_PAGES = "pages"
FLAVOURS: Mapping[str, Flavour] = {
    "obsidian": Obsidian("obsidian"),
    "logseq": Logseq("logseq", _PAGES, _PAGES, _PAGES, _PAGES, "assets", by_year=False),
    "plain": Flavour(),
}


def stem(name: str) -> str:
    """A note's name without folders and suffix, by which wiki links call it."""
    return name.rpartition("/")[2].removesuffix(SUFFIX)


def _shown(words: str) -> str:
    """The words of a wiki link, without what would end it."""
    return _SPACES.sub(" ", _NOT_IN_WORDS.sub(" ", words)).strip()


def _without_links(value: object) -> object:
    """A property's value, in which words that look like a link are none."""
    if isinstance(value, list):
        return [_without_links(each) for each in value]
    if isinstance(value, Link):
        return str(value)
    return value.replace("[[", "[ [") if isinstance(value, str) else value


def _logseq_value(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(_logseq_value(each) for each in value)
    if isinstance(value, Link):
        return str(value)
    text = str(value).lower() if isinstance(value, bool) else str(value)
    text = _TAG.sub("", _SPACES.sub(" ", text.replace("\0", " "))).strip()
    for marks in ("![", "](", "[[", "]]", "{{", "((", "::", "#"):
        text = text.replace(marks, marks[:-1])
    return text
