"""Markdown files: their front matter becomes fields, their body stays as it is written.

A Markdown file is somebody's finished text, so nothing is cleaned away. Raw HTML in it is text,
as everywhere in Cuttings.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

import yaml

from desktop_app.cleaning.date_phrases import first_date
from desktop_app.cleaning.markdown_text import markdown_reader, plain_text
from desktop_app.core.article import CleanArticle, Provenance
from desktop_app.core.dates import EdtfDate
from desktop_app.core.errors import InputError

_FRONT_MATTER = re.compile(
    r"\A\ufeff?---[ \t]*\n(?P<fields>.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL
)
_MAX_FRONT_MATTER = 50_000
_MAX_FIELD = 2000
_MAX_AUTHORS = 100
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")

#: What other programs call our fields in their front matter.
_TEXT_FIELDS = {
    "title": ("title",),
    "subtitle": ("subtitle", "description", "abstract", "excerpt"),
    "publisher": ("publisher", "publication", "site", "container-title", "outlet"),
    "agency": ("agency",),
    "language": ("language", "lang"),
    "url": ("url", "source", "link"),
    "canonical_url": ("canonical_url", "canonical"),
}
_DATE_FIELDS = {
    "published": ("published", "date", "issued", "created"),
    "modified": ("modified", "updated", "lastmod"),
    "accessed": ("accessed", "retrieved"),
}
_AUTHOR_FIELDS = ("authors", "author", "creator")


def clean_markdown(text: str, *, url: str | None = None) -> CleanArticle:
    """The article in a Markdown file; a front matter that can't be read is part of the text."""
    text = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    fields, body = _parted(text)
    known = {name: _text(fields, keys) for name, keys in _TEXT_FIELDS.items()}
    known |= {name: _date(fields, keys) for name, keys in _DATE_FIELDS.items()}
    for name in ("url", "canonical_url"):
        if not (known[name] or "").startswith(("http://", "https://")):
            known[name] = None
    told = {name: value for name, value in known.items() if value}
    authors = _authors(fields)
    provenance = dict.fromkeys((*told, *(["authors"] if authors else [])), Provenance("file", 1.0))
    title, body = _title_of(body, told.get("title"))
    if title and "title" not in told:
        told["title"] = title
        provenance["title"] = Provenance("text", 0.9)
    return CleanArticle(
        markdown=body,
        text=plain_text(body),
        title=told.get("title"),
        subtitle=told.get("subtitle"),
        authors=authors,
        publisher=told.get("publisher"),
        agency=told.get("agency"),
        language=told.get("language"),
        url=url or told.get("url"),
        canonical_url=told.get("canonical_url"),
        published=told.get("published"),
        modified=told.get("modified"),
        accessed=told.get("accessed"),
        provenance=MappingProxyType(provenance),
    )


def _parted(text: str) -> tuple[Mapping[str, object], str]:
    match = _FRONT_MATTER.match(text[: _MAX_FRONT_MATTER + 10])
    if match is None:
        return {}, text.strip("\n")
    try:
        fields = yaml.safe_load(match["fields"])
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}, text.strip("\n")
    if not isinstance(fields, dict):
        return {}, text.strip("\n")
    named = {str(key).lower(): value for key, value in fields.items()}
    return named, text[match.end() :].strip("\n")


def _text(fields: Mapping[str, object], keys: tuple[str, ...]) -> str | None:
    for key in keys:
        value = fields.get(key)
        if _is_readable(value) and str(value).strip():
            return " ".join(str(value).split())[:_MAX_FIELD]
    return None


def _date(fields: Mapping[str, object], keys: tuple[str, ...]) -> str | None:
    for key in keys:
        value = fields.get(key)
        if isinstance(value, date):
            return value.isoformat()[:10]
        if _is_readable(value) and (told := _edtf(str(value).strip()[:100])):
            return told
    return None


def _is_readable(value: object) -> bool:
    """Whether the value is text or a number; a number of a million digits is neither."""
    return isinstance(value, str | float) or (isinstance(value, int) and abs(value) < 10**15)


def _edtf(text: str) -> str | None:
    try:
        return str(EdtfDate.parse(text))
    except InputError:
        return first_date(text)


def _authors(fields: Mapping[str, object]) -> tuple[str, ...]:
    for key in _AUTHOR_FIELDS:
        value = fields.get(key)
        names = value if isinstance(value, list) else [value] if isinstance(value, str) else []
        told = [_name(item) for item in names[:_MAX_AUTHORS]]
        if any(told):
            return tuple(dict.fromkeys(name for name in told if name))
    return ()


def _name(item: object) -> str:
    if isinstance(item, dict):
        item = item.get("name", "")
    # A wiki link, as note programs write names.
    return " ".join(str(item).strip("[]\"' ").split())[:200] if isinstance(item, str) else ""


def _title_of(body: str, title: str | None) -> tuple[str | None, str]:
    """The first heading of level one, and the body without it, when it is the title."""
    tokens = markdown_reader().parse(body)
    if len(tokens) < 2 or tokens[0].type != "heading_open" or tokens[0].tag != "h1":
        return None, body
    heading = plain_text(f"# {tokens[1].content}")
    if not heading or (title is not None and heading.casefold() != title.casefold()):
        return None, body
    end = (tokens[0].map or (0, 1))[1]
    return heading, "\n".join(body.split("\n")[end:]).strip("\n")
