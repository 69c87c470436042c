"""The article's text in a data script: pages that build themselves keep it there, in any shape.

Looks for the part of the data where the running text is, without knowing any outlet's names.
Structured data (JSON-LD) is ``structured_data``'s business.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from desktop_app.cleaning.flight_data import flight_data, pushed_rows
from desktop_app.cleaning.html_tree import is_streamed
from desktop_app.cleaning.shingles import words_of

#: Fewer words than this are no article.
MIN_WORDS = 60
_MAX_DEPTH, _MAX_NODES = 60, 60_000
#: A part that holds this share of the text of its surroundings holds the article.
_MOST = 0.7
_ASSIGNED = re.compile(r"=\s{0,9}(?=[\[{]|JSON\.parse)")
_PARSED = re.compile(r"JSON\.parse\(\s{0,9}")
_MARKUP = re.compile(
    r"<(?:p|br|h[1-6]|ul|ol|li|blockquote|figure|div|em|strong|a)\b[^<>]{0,2000}>", re.I
)
_SENTENCE = re.compile(r"[.!?…。！？؟।][\"'”’»)\]]*(?:\s|$|<)")
_WORDS_OF_PROSE = 8
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
#: Keys whose texts are about other pages, or about the page and not in it.
_ELSEWHERE = re.compile(
    r"related|recommend|teaser|comment|footer|header|menu|nav|seo|meta|promo|advert|newsletter"
    r"|trending|popular|sidebar|translation|locale|i18n|config|legal|consent|schema|tracking"
    r"|caption|credit|alt$|biograph|author|tags?$|description|summary|excerpt|url|href|^src",
    re.IGNORECASE,
)
#: Keys of short texts that stand among the paragraphs.
_TEXT_KEYS = re.compile(
    r"text|html|content|value|body|paragraph|heading|title|quote|children|markup|^p$|^h\d$", re.I
)


@dataclass(slots=True)
class _Part:
    """A node of the data with the words of running text in and below it."""

    value: object
    words: int = 0
    titled: bool = False
    parts: list[_Part] = field(default_factory=list)


def script_body(scripts: Sequence[tuple[str, str]], titles: Sequence[str]) -> str:
    """The article's text as HTML, in paragraphs; empty where no script holds enough of it."""
    keys = {key for title in titles if (key := _key(title))}
    best: _Part | None = None
    left = [_MAX_NODES]
    for opening, text in scripts:
        if "ld+json" in opening.lower():
            continue
        part = _weighed("", _loaded(text), keys, 0, left)
        if part.words >= MIN_WORDS and (best is None or part.words > best.words):
            best = part
    if best is None:
        return ""
    pieces = list(_pieces("", _innermost(_titled(best)).value, 0))
    body = "\n".join(dict.fromkeys(pieces))
    return body if len(words_of(body)) >= MIN_WORDS else ""


def _loaded(text: str) -> object:
    """The data of a script: the whole of it, what is assigned to the first name, or streamed."""
    text = text.strip()
    if is_streamed(text):
        return flight_data(pushed_rows(text))
    assigned = None if text[:1] in "[{" else _ASSIGNED.search(text[:400])
    if assigned:
        text = text[assigned.end() :]
    try:
        if parsed := _PARSED.match(text):
            literal, _ = json.JSONDecoder(strict=False).raw_decode(text[parsed.end() :])
            return json.loads(str(literal), strict=False)
        return json.JSONDecoder(strict=False).raw_decode(text)[0]
    except (ValueError, RecursionError):
        return None


def _weighed(name: str, value: object, titles: set[str], depth: int, left: list[int]) -> _Part:
    """The node with its words counted; ``left`` bounds how many nodes are looked at."""
    left[0] -= 1
    part = _Part(value)
    if isinstance(value, str):
        part.titled = _key(value[:300]) in titles
        part.words = _prose_words(value)
    elif isinstance(value, dict | list) and depth < _MAX_DEPTH:
        for key, child in _children(name, value):
            if left[0] <= 0 or _ELSEWHERE.search(key[:40]):
                continue
            inner = _weighed(key, child, titles, depth + 1, left)
            part.words += inner.words
            part.titled |= inner.titled and isinstance(child, str)
            part.parts.append(inner)
    return part


def _children(name: str, value: object) -> Iterator[tuple[str, object]]:
    """A node's children with their keys; the items of a list go by the list's own."""
    if isinstance(value, dict):
        yield from ((str(key), child) for key, child in value.items())
    elif isinstance(value, list):
        yield from ((name, child) for child in value)


def _titled(part: _Part) -> _Part:
    """The innermost node that holds the page's title and a whole text; else the whole."""
    for inner in part.parts:
        found = _titled(inner)
        if found.titled and found.words >= MIN_WORDS:
            return found
    return part


def _innermost(part: _Part) -> _Part:
    """Go down while one child holds most of the text."""
    while part.parts:
        heaviest = max(part.parts, key=lambda inner: inner.words)
        if heaviest.words < max(MIN_WORDS, _MOST * part.words):
            break
        part = heaviest
    return part


def _pieces(name: str, value: object, depth: int) -> Iterator[str]:
    """The texts in order, each as HTML."""
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, str):
        if _prose_words(value) or (_TEXT_KEYS.search(name) and _is_short_text(value)):
            yield _as_html(name, value)
    elif isinstance(value, dict | list):
        for key, child in _children(name, value):
            if not _ELSEWHERE.search(key[:40]):
                yield from _pieces(key, child, depth + 1)


def _as_html(name: str, text: str) -> str:
    if _MARKUP.search(text):
        return text if text.lstrip().startswith("<") else f"<p>{text}</p>"
    paragraphs = (line.strip() for line in text.split("\n"))
    return "".join(f"<p>{html.escape(html.unescape(line))}</p>" for line in paragraphs if line)


def _is_short_text(text: str) -> bool:
    return len(text.split()) > 1 and "://" not in text and not text.startswith(("/", "#"))


def _prose_words(text: str) -> int:
    """How many words of running text these are; 0 for labels, addresses and code."""
    if len(text) < 20 or text.lstrip()[:1] in "{[/":
        return 0
    count = len(text) // 2 if _UNSPACED.search(text[:200]) else len(text.split())
    return count if count >= _WORDS_OF_PROSE and _SENTENCE.search(text) else 0


def _key(text: str) -> str:
    return " ".join(words_of(text.casefold()))
