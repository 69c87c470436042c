"""Cuts an article's Markdown into blocks that rich text lays out quickly, however hostile it is.

Qt lays out a paragraph, a list or a table in one go, and takes quadratic time for long ones; so
long ones are shown as several. Works on markdown-it's tokens; rendering is ``reader_html``'s.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy

from markdown_it.token import Token

#: The most that one block weighs: characters of text, and so many for each mark.
HEAVIEST_BLOCK = 6_000
_MARK_WEIGHT = 40
_MOST_ITEMS = 60
_MOST_ROWS = 40
#: What the longest cell of a column counts at least and at most for its width, in characters.
_LEAST_COLUMN, _MOST_COLUMN = 6, 40
#: All columns together, in percent: with the whole, rounding makes a table wider than its room.
_ALL_COLUMNS = 99


def light_blocks(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """The top-level blocks, each light enough; what can't be cut well is shown plainly."""
    for block in _top_blocks(tokens):
        for part in _parts(block):
            if _weight(part) <= 2 * HEAVIEST_BLOCK:
                yield part
            else:
                yield from _plain_parts(part)


def _top_blocks(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    block: list[Token] = []
    for token in tokens:
        block.append(token)
        if token.level == 0 and token.nesting <= 0:
            yield block
            block = []


def _parts(block: list[Token]) -> Iterator[list[Token]]:
    if _weight(block) <= HEAVIEST_BLOCK:
        yield block
        return
    kind = block[0].type
    if len(block) == 3 and block[1].type == "inline":
        yield from _parts_of_paragraph(block)
    elif kind in ("fence", "code_block"):
        yield from _parts_of_code(block[0])
    elif kind in ("bullet_list_open", "ordered_list_open"):
        yield from _parts_of_list(block)
    elif kind == "table_open":
        yield from _parts_of_table(block)
    else:
        yield block


def _weight(tokens: Sequence[Token]) -> int:
    total = 0
    for token in tokens:
        total += _MARK_WEIGHT if token.type != "text" else 0
        if token.children is not None:
            total += _weight(token.children)
        else:
            total += len(token.content)
    return total


def _parts_of_paragraph(block: list[Token]) -> Iterator[list[Token]]:
    opening, inline, closing = block
    for children in _cut_inline(inline.children or ()):
        yield [opening, _inline(children), closing]


def _cut_inline(children: Sequence[Token]) -> Iterator[list[Token]]:
    """Runs of inline tokens; a run ends outside every mark, so that none is torn."""
    run: list[Token] = []
    weight = depth = 0
    for child in children:
        for piece in _cut_text(child):
            run.append(piece)
            depth += piece.nesting
            weight += _weight([piece])
            if weight >= HEAVIEST_BLOCK and depth <= 0:
                yield run
                run, weight = [], 0
    if run:
        yield run


def _cut_text(token: Token) -> Iterator[Token]:
    if token.children is not None or len(token.content) <= HEAVIEST_BLOCK:
        yield token
        return
    for start in range(0, len(token.content), HEAVIEST_BLOCK):
        piece = copy(token)
        piece.content = token.content[start : start + HEAVIEST_BLOCK]
        yield piece


def _parts_of_code(token: Token) -> Iterator[list[Token]]:
    lines: list[str] = []
    length = 0
    for line in token.content.splitlines(keepends=True):
        for start in range(0, len(line), HEAVIEST_BLOCK):
            piece = line[start : start + HEAVIEST_BLOCK]
            lines.append(piece)
            length += len(piece)
            if length >= HEAVIEST_BLOCK:
                yield [_with_content(token, "".join(lines))]
                lines, length = [], 0
    if lines:
        yield [_with_content(token, "".join(lines))]


def _with_content(token: Token, content: str) -> Token:
    piece = copy(token)
    piece.content = content
    return piece


def _parts_of_list(block: list[Token]) -> Iterator[list[Token]]:
    opening, closing = block[0], block[-1]
    number = int(opening.attrs.get("start", 1))
    for items in _grouped(block[1:-1], level=1, most=_MOST_ITEMS):
        part = copy(opening)
        if opening.type == "ordered_list_open":
            part.attrs = {**opening.attrs, "start": number}
        number += sum(token.type == "list_item_open" and token.level == 1 for token in items)
        yield [part, *items, closing]


def _parts_of_table(block: list[Token]) -> Iterator[list[Token]]:
    opening, closing = block[0], block[-1]
    rows = [token for token in block[1:-1] if token.level >= 2]
    widths = _column_widths(rows)
    for group in _grouped(rows, level=2, most=_MOST_ROWS):
        yield [opening, *_with_widths(group, widths), closing]


def _column_widths(rows: Sequence[Token]) -> list[float]:
    """The share of every column in percent, by its longest cell within bounds."""
    longest: list[int] = []
    column = 0
    for token in rows:
        if token.type == "tr_open":
            column = 0
        elif token.type == "inline":
            if column == len(longest):
                longest.append(0)
            length = sum(len(child.content) for child in token.children or ())
            longest[column] = max(longest[column], length)
            column += 1
    room = [min(max(each, _LEAST_COLUMN), _MOST_COLUMN) for each in longest]
    return [_ALL_COLUMNS * each / sum(room) for each in room]


def _with_widths(rows: Sequence[Token], widths: Sequence[float]) -> Iterator[Token]:
    """The rows with columns of given widths, so that those of all parts stand in line."""
    is_first, left = True, iter(widths)
    for token in rows:
        if is_first and token.type in ("th_open", "td_open"):
            cell = copy(token)
            cell.attrs = {**token.attrs, "width": f"{next(left, 1):.2f}%"}
            yield cell
        else:
            yield token
        is_first = is_first and token.type != "tr_close"


def _grouped(tokens: Sequence[Token], *, level: int, most: int) -> Iterator[list[Token]]:
    """Runs of whole elements of this level, neither too many nor too heavy."""
    group: list[Token] = []
    count = weight = 0
    for token in tokens:
        group.append(token)
        weight += _weight([token])
        if token.level == level and token.nesting <= 0:
            count += 1
            if count >= most or weight >= HEAVIEST_BLOCK:
                yield group
                group, count, weight = [], 0, 0
    if group:
        yield group


def _plain_parts(block: list[Token]) -> Iterator[list[Token]]:
    """Every run of text in the block as a paragraph of its own, without the structure round it."""
    for token in block:
        if token.type in ("fence", "code_block"):
            yield from _parts_of_code(token)
        for children in _cut_inline(token.children or ()):
            run = children
            if _weight(run) > 2 * HEAVIEST_BLOCK:
                run = [child for child in children if child.type == "text"]
            for part in _cut_inline(run):
                yield [_paragraph_mark(1), _inline(part), _paragraph_mark(-1)]


def _inline(children: list[Token]) -> Token:
    return Token("inline", "", 0, content="", children=children, level=1)


def _paragraph_mark(nesting: int) -> Token:
    kind = "paragraph_open" if nesting > 0 else "paragraph_close"
    return Token(kind, "p", 1 if nesting > 0 else -1, block=True)
