"""What a page says of itself in JSON-LD (schema.org), however badly it is written.

Graphs, lists, nested articles and broken JSON are read; what the values mean for the article's
fields is decided in ``page_metadata``.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

_ARTICLE = re.compile(r"(?:article|newsarticle|blogposting|report|posting|review)$", re.IGNORECASE)
_MAX_NODES, _MAX_DEPTH = 2_000, 30
_WRAPPING = re.compile(
    r"^\s*(?:<!\[CDATA\[|//\s*<!\[CDATA\[|/\*.{0,40}?\*/|<!--)|(?:\]\]>|-->)\s*$", re.DOTALL
)
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_TEXT_PAIR = re.compile(
    r'"(headline|datePublished|dateModified|articleBody|description|inLanguage)"\s{0,9}:\s{0,9}"'
    r'((?:[^"\\]|\\.){1,200000})"'
)
_AUTHOR_NAME = re.compile(
    r'"author"\s{0,9}:[^"]{0,40}(?:"@type"[^"]{0,9}"Person"[^"]{0,9})?"name"\s{0,9}:\s{0,9}"([^"\\]{1,100})"'
)

Node = dict[str, Any]


def article_data(scripts: Sequence[tuple[str, str]], titles: Sequence[str] = ()) -> Node:
    """The JSON-LD node of the page's article; empty if there is none.

    ``titles`` are what the page is called elsewhere: where several articles are told, as those of
    teasers are, only one that bears such a title is the page's own.
    """
    nodes = [
        node
        for opening, text in scripts
        if "ld+json" in opening.lower()
        for node in _nodes(_loaded(text))
    ]
    found = [node for node in nodes if _is_article(node)]
    if not found:
        # Some systems tell the day of a post on the page that holds it, and no article at all.
        found = [node for node in nodes if "webpage" in _types(node) and "datePublished" in node]
    keys = {key for title in titles if (key := _key(title))}
    own = [node for node in found if _bears(node, keys)]
    if not own and len(found) > 1 and keys:
        own = [node for node in found if "headline" not in node]
    elif not own:
        own = found
    return max(own, key=_weight, default={})


def _bears(node: Node, keys: set[str]) -> bool:
    own = _key(text_of(node.get("headline") or node.get("name")) or "")
    return bool(own) and any(own in key or key in own for key in keys)


def _key(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def organisation_name(scripts: Sequence[tuple[str, str]]) -> str | None:
    """The name of the site or the organisation behind it, from nodes of their own."""
    for opening, text in scripts:
        if "ld+json" not in opening.lower():
            continue
        for node in _nodes(_loaded(text)):
            if _types(node) & {"newsmediaorganization", "website", "organization"}:
                name = text_of(node.get("name"))
                if name:
                    return name
    return None


def names_of(value: object) -> list[str]:
    """The names in an ``author`` or ``publisher`` value: a text, a node, or a list of such."""
    if isinstance(value, list):
        return [name for item in value[:30] for name in names_of(item)]
    if isinstance(value, dict):
        return names_of(value.get("name"))
    text = text_of(value)
    return [text] if text else []


def text_of(value: object) -> str | None:
    """A value as one line of text; None if it isn't text."""
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("@value") or value.get("@id")
    if not isinstance(value, str):
        return None
    return " ".join(html.unescape(value).split()) or None


def _loaded(text: str) -> object:
    text = _WRAPPING.sub("", text.strip()).strip().rstrip(";")
    for attempt in (text, _TRAILING_COMMA.sub(r"\1", text), html.unescape(text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return _salvaged(text)


def _salvaged(text: str) -> object:
    """The plain pairs that can be told apart in JSON too broken to be read."""
    if not re.search(r'"@type"[^}]{0,40}(?:Article|Posting)', text):
        return None
    node: Node = {"@type": "Article"}
    for name, value in _TEXT_PAIR.findall(text):
        try:
            node.setdefault(name, json.loads(f'"{value}"', strict=False))
        except ValueError:
            continue
    author = _AUTHOR_NAME.search(text)
    if author:
        node["author"] = author[1]
    return node


def _nodes(value: object) -> Iterator[Node]:
    """Every object in the value, outer before inner, up to a bound."""
    waiting: list[tuple[object, int]] = [(value, 0)]
    count = 0
    while waiting and count < _MAX_NODES:
        item, depth = waiting.pop(0)
        count += 1
        if isinstance(item, dict):
            yield item
            inner: Iterable[object] = item.values()
        elif isinstance(item, list):
            inner = item
        else:
            continue
        if depth < _MAX_DEPTH:
            waiting.extend((child, depth + 1) for child in inner if isinstance(child, dict | list))


def _types(node: Node) -> set[str]:
    kind = node.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return {str(one).rpartition("/")[2].lower() for one in kinds if one}


def _is_article(node: Node) -> bool:
    return any(_ARTICLE.search(kind) for kind in _types(node))


def _weight(node: Node) -> int:
    """How much a node tells of an article: the page's own beats those of its teasers."""
    told = ("headline", "datePublished", "author", "articleBody", "mainEntityOfPage", "publisher")
    return sum(bool(node.get(name)) for name in told)
