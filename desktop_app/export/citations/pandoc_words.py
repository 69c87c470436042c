"""Words between pandoc's own form and ours: what its citation processor says, as rich text.

The form is pandoc's JSON of https://hackage.haskell.org/package/pandoc-types.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any, TypeAlias

from desktop_app.export.base.dialect import markdown_reader
from desktop_app.export.base.rich_text import RichText, Span

Inline: TypeAlias = dict[str, Any]
_SPACES = {"Space": " ", "SoftBreak": " ", "LineBreak": " "}
#: Elements whose words look otherwise, and those of which only the words count. Emphasis within
#: emphasis stands out by being upright.
_LOOKS: dict[str, Callable[[Span], Span]] = {
    "Emph": lambda look: replace(look, emphasis=not look.emphasis),
    "Strong": lambda look: replace(look, strong=not look.strong),
    "SmallCaps": lambda look: replace(look, small_caps=True),
    "Superscript": lambda look: replace(look, superscript=True),
}
_PLAIN = ("Underline", "Strikeout", "Subscript")
_MARGIN, _INDENT = "csl-left-margin", "csl-indent"


def rich_words(inlines: Iterable[Inline]) -> RichText:
    """The words with their looks; notes are left out, see ``notes_in``."""
    return _joined(_spans(inlines, Span("")))


def notes_in(inlines: Iterable[Inline]) -> RichText:
    """The words of the notes among the inlines."""
    inner: list[Inline] = []
    for each in _all(inlines):
        if each["t"] == "Note":
            for block in each["c"]:
                inner += [{"t": "Space"}] if inner else []
                inner += block["c"]
    return rich_words(inner)


def inlines_of(markdown: str) -> list[Inline]:
    """A line of Markdown as pandoc's inlines: words, and what is emphasised in them."""
    tokens = markdown_reader().parseInline(markdown)[0].children or []
    stack: list[list[Inline]] = [[]]
    for token in tokens:
        if token.type in ("em_open", "strong_open"):
            stack.append([])
        elif token.type in ("em_close", "strong_close") and len(stack) > 1:
            inner = stack.pop()
            stack[-1].append({"t": "Emph" if token.type == "em_close" else "Strong", "c": inner})
        elif token.type.endswith("break"):
            stack[-1].append({"t": "Space"})
        elif token.content:
            stack[-1] += words_of(token.content)
    while len(stack) > 1:
        inner = stack.pop()
        stack[-1] += inner
    return stack[0]


def words_of(text: str) -> list[Inline]:
    """Plain text as pandoc's words."""
    found: list[Inline] = []
    for at, word in enumerate(text.split(" ")):
        found += [{"t": "Space"}] if at else []
        found += [{"t": "Str", "c": word}] if word else []
    return found


def _all(inlines: Iterable[Inline]) -> Iterator[Inline]:
    for each in inlines:
        yield each
        if each["t"] == "Cite":
            yield from _all(each["c"][1])


def _spans(inlines: Iterable[Inline], look: Span) -> Iterator[Span]:
    for each in inlines:
        kind: str = each["t"]
        content: Any = each.get("c")
        if kind == "Str":
            yield replace(look, text=content)
        elif kind in _SPACES:
            yield replace(look, text=_SPACES[kind])
        elif kind in _LOOKS:
            yield from _spans(content, _LOOKS[kind](look))
        elif kind in _PLAIN:
            yield from _spans(content, look)
        elif kind == "Quoted":
            double = content[0]["t"] == "DoubleQuote"
            yield replace(look, text="“" if double else "‘")
            yield from _spans(content[1], look)
            yield replace(look, text="”" if double else "’")
        elif kind == "Cite":
            yield from _spans(content[1], look)
        elif kind == "Span":
            yield from _spans(content[1], look)
            if {_MARGIN, _INDENT} & set(content[0][1]):
                yield replace(look, text=" ")
        elif kind == "Link":
            address = content[2][0]
            link = address if address.startswith(("http://", "https://")) else ""
            yield from _spans(content[1], replace(look, link=link))
        elif kind in ("Code", "Math", "RawInline"):
            yield replace(look, text=content[1])


def _joined(spans: Iterable[Span]) -> RichText:
    """The spans with those alike in one, single spaces and none at the ends."""
    found: list[Span] = []
    for span in spans:
        if not span.text:
            continue
        begins_anew = not found or found[-1].text.endswith(" ")
        text = span.text.lstrip(" ") if begins_anew else span.text
        if not text:
            continue
        if found and replace(found[-1], text="") == replace(span, text=""):
            found[-1] = replace(span, text=found[-1].text + text)
        else:
            found.append(replace(span, text=text))
    if found:
        found[-1] = replace(found[-1], text=found[-1].text.rstrip(" "))
    return tuple(each for each in found if each.text)
