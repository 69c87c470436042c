"""What React's server components stream into a page (Next.js: ``self.__next_f.push``).

The pushed strings together are rows, each ``id:`` and JSON, or text of a told length, and rows
refer to one another; ``ReactFlightClient.js`` in React's sources defines the format. Read here as
data, and as the HTML that the page would build from it; which of it is the article, others judge.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping

#: How much of the rows is read, in characters.
MAX_CHARACTERS = 4 * 2**20
_MAX_ROWS, _MAX_DEPTH, _MAX_VALUES = 5_000, 150, 120_000
_PUSHED = re.compile(r"\.push\(\s{0,9}\[\s{0,9}1\s{0,9},\s{0,9}(?=\")")
_ROW_ID = re.compile(rb"([0-9a-f]{0,8}):")
#: Text, and kinds of bytes, are told with their length; all other rows end with their line.
_LENGTH = re.compile(rb"([TAOoUSsLlGgMmVb])([0-9a-f]{1,8}),")
_JSON_START = frozenset(b'[{"-0123456789tfn')
_REFERENCE = re.compile(r"\$[L@]?([0-9a-f]{1,8})$")
_TAG = re.compile(r"[a-z][a-z0-9]{0,15}$")
_NOT_SHOWN = frozenset(
    "head title meta link script style template noscript svg iframe object".split()  # noqa: SIM905
)
_DOCUMENT = frozenset(("html", "body"))
_VOID = frozenset(("br", "hr", "img", "wbr", "source", "input", "col"))
_ATTRIBUTES = {
    "className": "class",
    "colSpan": "colspan",
    "dateTime": "datetime",
    "rowSpan": "rowspan",
    "srcSet": "srcset",
    **{
        name: name
        for name in ("alt", "dir", "height", "href", "id", "lang", "role", "src", "width")
    },
}

Rows = Mapping[str, object]


class TextRow(str):
    """Text as it is shown, in which nothing refers to rows any more."""

    __slots__ = ()


def pushed_rows(script: str) -> dict[str, object]:
    """The rows of the scripts that push them, by their ids, in order. Never raises."""
    text = "".join(_pushed(script))[:MAX_CHARACTERS]
    return dict(_rows(text.encode("utf-8", "replace")))


def flight_data(rows: Rows) -> list[object]:
    """The rows as data; what refers to a row has that row's data in its place, the first time."""
    return _Reader(rows).data()


def flight_html(rows: Rows) -> str:
    """The HTML that the page would build, without what its own scripts would add."""
    return _Reader(rows).html()


def _pushed(script: str) -> Iterator[str]:
    decoder = json.JSONDecoder(strict=False)
    for push in _PUSHED.finditer(script):
        try:
            text, _ = decoder.raw_decode(script, push.end())
        except ValueError:
            continue  # cut off, or no JSON: the other pushes may be whole
        if isinstance(text, str):
            yield text


def _rows(data: bytes) -> Iterator[tuple[str, object]]:
    at = count = 0
    while at < len(data) and count < _MAX_ROWS:
        count += 1
        told = _ROW_ID.match(data, at)
        length = _LENGTH.match(data, told.end()) if told else None
        if told and length:
            at = length.end() + int(length[2], 16)
            if length[1] == b"T":
                yield told[1].decode(), TextRow(data[length.end() : at].decode("utf-8", "replace"))
            continue
        end = data.find(b"\n", at) + 1 or len(data) + 1
        if told and told.end() < len(data) and data[told.end()] in _JSON_START:
            yield told[1].decode(), _loaded(data[told.end() : end - 1])
        at = end


def _loaded(row: bytes) -> object:
    try:
        return json.loads(row)
    except (ValueError, RecursionError):
        return None  # one broken row doesn't spoil the others


class _Reader:
    """Follows references, each row once, so that rows can't grow by using one another."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._used: set[str] = set()
        self._left = _MAX_VALUES

    def data(self) -> list[object]:
        return [self._value(row, 0) for row in self._unused()]

    def html(self) -> str:
        return "".join(
            piece
            for row in self._unused()
            if not isinstance(row, str)
            for piece in self._written(row, False, 0)
        )

    def _unused(self) -> Iterator[object]:
        """The first row, which holds the page, then those that no row before referred to."""
        for name in ("0", *self._rows):
            if name in self._rows and name not in self._used:
                self._used.add(name)
                yield self._rows[name]

    def _followed(self, text: str) -> object:
        """What a text refers to, else the text as it is shown; None for what is neither."""
        told = _REFERENCE.match(text)
        name = told[1] if told else ""
        if told and (name in self._used or name not in self._rows):
            return None
        if told:
            self._used.add(name)
            return self._rows[name]
        if text.startswith("$"):
            return TextRow(text[1:]) if text.startswith("$$") else None
        return TextRow(text)

    def _is_spent(self, depth: int) -> bool:
        self._left -= 1
        return self._left < 0 or depth > _MAX_DEPTH

    def _value(self, value: object, depth: int) -> object:
        if self._is_spent(depth):
            return None
        if isinstance(value, str) and not isinstance(value, TextRow):
            followed = self._followed(value)
            return followed if isinstance(followed, TextRow) else self._value(followed, depth + 1)
        if isinstance(value, list):
            return [self._value(each, depth + 1) for each in value]
        if isinstance(value, dict):
            return {str(key): self._value(each, depth + 1) for key, each in value.items()}
        return value

    def _written(self, value: object, inside: bool, depth: int) -> Iterator[str]:
        """The HTML of a value; ``inside`` an element texts are shown, elsewhere they are keys."""
        if self._is_spent(depth):
            return
        if isinstance(value, str):
            followed = value if isinstance(value, TextRow) else self._followed(value)
            if not isinstance(followed, TextRow):
                yield from self._written(followed, inside, depth + 1)
            elif inside:
                yield html.escape(followed, quote=False)
        elif _is_element(value):
            yield from self._element(value[1], self._props(value[3]), depth)  # type: ignore[index]
        elif isinstance(value, list):
            for each in value:
                yield from self._written(each, inside, depth + 1)
        elif isinstance(value, dict):
            for each in () if inside else value.values():
                yield from self._written(each, False, depth + 1)
        elif inside and isinstance(value, int | float) and not isinstance(value, bool):
            yield str(value)

    def _element(self, tag: str, props: Mapping[str, object], depth: int) -> Iterator[str]:
        if not _TAG.match(tag) or tag in _DOCUMENT:
            yield from self._written(props.get("children"), True, depth + 1)
            return
        if tag in _NOT_SHOWN:
            return
        yield f"<{tag}{_attributes(props)}>"
        if tag in _VOID:
            return
        given = props.get("dangerouslySetInnerHTML")
        if isinstance(given, dict) and isinstance(markup := given.get("__html"), str):
            followed = self._followed(markup)
            yield followed if isinstance(followed, TextRow) else ""
        yield from self._written(props.get("children"), True, depth + 1)
        yield f"</{tag}>"

    def _props(self, told: object) -> Mapping[str, object]:
        followed = self._followed(told) if isinstance(told, str) else told
        return followed if isinstance(followed, dict) else {}


def _is_element(value: object) -> bool:
    """Whether it is ``["$", type, key, properties]``."""
    return (
        isinstance(value, list) and len(value) > 3 and value[0] == "$" and isinstance(value[1], str)
    )


def _attributes(props: Mapping[str, object]) -> str:
    told = ((_ATTRIBUTES.get(name), value) for name, value in props.items())
    return "".join(
        f' {name}="{html.escape(str(value))}"'
        for name, value in told
        if name and isinstance(value, str | int)
    )
