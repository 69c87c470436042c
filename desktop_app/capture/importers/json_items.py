"""JSON that may be larger than the memory: its items one at a time, a broken one by its number."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, TextIO

from desktop_app.core.imported import ImportProblem

#: The longest item that is read, in characters.
MAX_ITEM = 64 * 2**20
_CHUNK = 2**18
_MARKS = re.compile(r'\\.|["{}\[\],]', re.DOTALL)
_IN_STRING = re.compile(r'\\.|"', re.DOTALL)


def json_items(stream: TextIO) -> Iterator[tuple[int, Any] | ImportProblem]:
    """The items of a list, or values one behind the other, each with its number from 1.

    What is no JSON is an ImportProblem with its number, and the items behind it come as well, as
    long as brackets and quotation marks match.
    """
    for number, text in enumerate(_item_texts(stream), 1):
        if text is None:
            yield ImportProblem(number, f"It has more than {MAX_ITEM // 2**20} million characters.")
            continue
        try:
            yield number, json.loads(text)
        except (ValueError, RecursionError) as failure:
            yield ImportProblem(number, f"It is no JSON ({failure}).")


def json_value(text: str) -> Any:  # noqa: ANN401 - what JSON gives
    """One value; raises ValueError for what is none."""
    try:
        return json.loads(text.removeprefix("\ufeff"))
    except RecursionError:
        raise ValueError("it is nested too deeply") from None


def _item_texts(stream: TextIO) -> Iterator[str | None]:
    """The texts of the items; None for one that is too long."""
    first = _beginning(stream)
    base = 1 if first.startswith("[") else 0
    depth, in_string, size, at = base, False, 0, base
    pieces: list[str] = []
    chunk = first
    while chunk:
        begin = at
        while (mark := (_IN_STRING if in_string else _MARKS).search(chunk, at)) is not None:
            at = mark.end()
            what = mark[0]
            if what == '"':
                in_string = not in_string
            elif what in "{[":
                depth += 1
            elif what in "}]":
                depth -= 1
            ends = depth < base or (what == "," and depth == base == 1)
            closes = base == 0 and depth == 0 and what in "}]"
            if in_string or not (ends or closes):
                continue
            text = chunk[begin : at if closes else mark.start()]
            item = None if size > MAX_ITEM else "".join((*pieces, text)).strip()
            if item is None or item.strip(" ,\r\n\t"):
                yield item
            pieces, size, begin, depth = [], 0, at, max(depth, 0)
            if depth < base:
                return
        # A backslash at the end belongs to the next character.
        kept = chunk[begin:]
        size += len(kept)
        chunk = stream.read(_CHUNK)
        if kept.endswith("\\"):
            chunk, kept = "\\" + chunk if chunk else "", kept[:-1]
        if size <= MAX_ITEM:
            pieces.append(kept)
        else:
            pieces = []
        at = 0
    rest = "".join(pieces).strip()
    if rest:
        yield rest


def _beginning(stream: TextIO) -> str:
    """The first characters that are no white space, with what follows them."""
    while chunk := stream.read(_CHUNK):
        if begun := chunk.lstrip("\ufeff \r\n\t"):
            return begun
    return ""
