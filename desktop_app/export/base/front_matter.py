"""The YAML front matter of an exported article, for Obsidian and pandoc alike.

PyYAML writes it, so that no value can end it early or be read as another key.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date

import yaml

from desktop_app.core.article import Article

_MARK = "---\n"
#: What YAML can't hold even escaped, or what would be read back as something else.
_UNWRITABLE = re.compile(r"[\ud800-\udfff\ufffe\uffff]")
#: PyYAML writes these as they are, and readers fold them.
_ODD_BREAKS = re.compile(r"[\x85\u2028\u2029]")
#: What is text to every reader of YAML as it stands: words with a letter in front, addresses, and
#: our own keys.
_PLAIN = re.compile(
    r"[A-Za-z\u00c0-\u024f](?:[\w.,;()/'’“”–—-]| (?=[^ #])){0,200}(?<=[\w.)])"
    r"|https?://[A-Za-z0-9./?&=+%~_-]{1,300}"
    r"|[0-9]{1,12}@[0-9T:.-]{1,30}Z|(?:person|date|dossier):[A-Za-z0-9-]{1,20}"
)
#: What needs quotes and nothing else: links, and times.
_QUOTED = re.compile(
    r"\[\[[\w.,;()|/'’“”–— -]{1,400}\]\]|\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}Z)?"
)
#: What YAML 1.1 takes for something else than words.
_OTHERS = frozenset(("y", "n", "yes", "no", "true", "false", "on", "off", "null", "nan", "inf"))
_PLAIN_TAG = re.compile(r"[A-Za-z_][A-Za-z_-]*[A-Za-z](?:/[A-Za-z_][A-Za-z_-]*[A-Za-z])*")


class _Dumper(yaml.SafeDumper):
    """Lists indented below their key, as Obsidian writes them itself."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def front_matter(article: Article, citation_key: str = "") -> str:
    """The block from ``---`` to ``---``; keys without a value are left out."""
    # Obsidian's citation plugins look for the key by this name.
    return front_matter_of({**article_fields(article), "citekey": citation_key})


def front_matter_of(fields: Mapping[str, object]) -> str:
    """A block of these fields, those without a value left out; lists have an item a line."""
    lines = "".join(_line(name, _writable(value)) for name, value in fields.items() if value)
    return f"{_MARK}{lines}{_MARK}"


def _line(name: str, value: object) -> str:
    """A field as YAML. Most are words that need no thought, and PyYAML thinks for long."""
    if isinstance(value, list):
        items = [_simple(item) for item in value]
        if None not in items:
            return f"{name}:\n" + "".join(f"  - {item}\n" for item in items)
    else:
        simple = _simple(value)
        if simple is not None:
            return f"{name}: {simple}\n"
    written: str = yaml.dump(
        {name: value},
        Dumper=_Dumper,
        allow_unicode=True,
        default_flow_style=False,
        sort_keys=False,
        width=2**20,
    )
    return written


def _simple(value: object) -> str | None:
    """A value as PyYAML would write it, where that is plain to see; else None."""
    if isinstance(value, bool | int):
        return str(value).lower()
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, str):
        return None
    if _PLAIN.fullmatch(value):
        return value if value.lower() not in _OTHERS else None
    return "'" + value.replace("'", "''") + "'" if _QUOTED.fullmatch(value) else None


def article_fields(article: Article) -> dict[str, object]:
    """What is told of an article in its file."""
    clean = article.clean
    return {
        "title": clean.title or "Untitled",
        "subtitle": clean.subtitle,
        "authors": list(clean.authors),
        # pandoc and Obsidian's citation plugins read the singular.
        "author": list(clean.authors),
        "publisher": clean.publisher,
        "agency": clean.agency,
        "published": clean.published,
        "date": clean.published,
        "modified": clean.modified,
        "accessed": clean.accessed,
        "url": clean.url,
        "canonical_url": clean.canonical_url if clean.canonical_url != clean.url else None,
        "captured": article.captured,
        "language": clean.language,
        "lang": clean.language,
        "tags": list(dict.fromkeys(tag for tag in map(safe_tag, article.tags) if tag)),
        # The tags as they are, where Obsidian takes them otherwise.
        "cuttings_tags": list(article.tags)
        if any(safe_tag(t) != t for t in article.tags)
        else None,
        "starred": article.starred,
        "read": not article.unread,
        "people": [person.name for person in clean.people],
        "sha256": article.snapshot.sha256 if article.snapshot else None,
        "note": article.note,
    }


def safe_tag(tag: str) -> str:
    """A tag as Obsidian takes it: letters, digits, ``_ - /``; everything else parts words.

    Digits alone are none for it, and a level without a name isn't one.
    """
    if _PLAIN_TAG.fullmatch(tag):
        return tag
    letters = "".join(each if _may_stand_in_tags(each) else " " for each in tag)
    levels = ("-".join(level.split()).strip("-") for level in letters.split("/"))
    made = "/".join(level for level in levels if level)
    return f"{made}_" if made and not re.search(r"[^\d/_-]", made) else made


def _may_stand_in_tags(letter: str) -> bool:
    # Marks are half the letters of some writings.
    return letter in "_-/" or unicodedata.category(letter)[0] in "LNM"


def _writable(value: object) -> object:
    if isinstance(value, str) and value.isascii():
        return value
    if isinstance(value, str):
        return _ODD_BREAKS.sub(" ", _UNWRITABLE.sub("\ufffd", value))
    if isinstance(value, list):
        return [_writable(item) for item in value]
    return value
