"""The YAML front matter of an exported article, for Obsidian and pandoc alike.

PyYAML writes it, so that no value can end it early or be read as another key.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import yaml

from desktop_app.core.article import Article

_MARK = "---\n"
#: What YAML can't hold even escaped, or what would be read back as something else.
_UNWRITABLE = re.compile(r"[\ud800-\udfff\ufffe\uffff]")
#: PyYAML writes these as they are, and readers fold them.
_ODD_BREAKS = re.compile(r"[\x85\u2028\u2029]")
_NOT_IN_TAGS = re.compile(r"[^\w/\-]+")


class _Dumper(yaml.SafeDumper):
    """Lists indented below their key, as Obsidian writes them itself."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def front_matter(article: Article) -> str:
    """The block from ``---`` to ``---``; keys without a value are left out."""
    written = yaml.dump(
        _fields(article),
        Dumper=_Dumper,
        allow_unicode=True,
        default_flow_style=False,
        sort_keys=False,
        width=2**20,
    )
    return f"{_MARK}{written}{_MARK}"


def _fields(article: Article) -> Mapping[str, object]:
    clean = article.clean
    values: dict[str, object] = {
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
        "tags": [tag for tag in map(_tag, article.tags) if tag],
        # The tags as they are, where Obsidian takes them otherwise.
        "cuttings_tags": list(article.tags) if any(_tag(t) != t for t in article.tags) else None,
        "starred": article.starred,
        "read": not article.unread,
        "people": [person.name for person in clean.people],
        "sha256": article.snapshot.sha256 if article.snapshot else None,
        "note": article.note,
    }
    return {name: _writable(value) for name, value in values.items() if value}


def _tag(tag: str) -> str:
    """A tag as Obsidian takes it: letters, digits, ``_ - /``; everything else parts words."""
    return _NOT_IN_TAGS.sub("-", tag).strip("-")


def _writable(value: object) -> object:
    if isinstance(value, str):
        return _ODD_BREAKS.sub(" ", _UNWRITABLE.sub("\ufffd", value))
    if isinstance(value, list):
        return [_writable(item) for item in value]
    return value
