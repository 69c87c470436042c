"""Markdown as Logseq keeps it: each paragraph, heading or item a block, what follows beneath it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from markdown_it.tree import SyntaxTreeNode

from desktop_app.export.base.dialect import markdown_reader

_NUMBERED = "logseq.order-list-type:: number"


def as_blocks(markdown: str, depth: int = 0) -> str:
    """The text as a list of blocks; what stands under a heading is beneath it."""
    tree = SyntaxTreeNode(markdown_reader().parse(markdown))
    lines = markdown.split("\n")
    found: list[str] = []
    levels: list[int] = []
    for node in tree.children:
        if node.type == "heading":
            level = int(node.tag[1:])
            while levels and levels[-1] >= level:
                levels.pop()
            found += _block([_heading(node)], depth + len(levels))
            levels.append(level)
        else:
            found += _blocks(node, lines, depth + len(levels))
    return "\n".join(found)


def _blocks(node: SyntaxTreeNode, lines: Sequence[str], depth: int) -> Iterator[str]:
    if node.type in ("bullet_list", "ordered_list"):
        for item in node.children:
            yield from _item(item, lines, depth, numbered=node.type == "ordered_list")
    elif node.type == "paragraph":
        yield from _block(node.children[0].content.split("\n"), depth)
    elif node.type == "heading":
        yield from _block([_heading(node)], depth)
    else:
        yield from _block(_source(node, lines), depth)


def _item(
    item: SyntaxTreeNode, lines: Sequence[str], depth: int, *, numbered: bool
) -> Iterator[str]:
    children = list(item.children)
    head = [""]
    if children and children[0].type == "paragraph":
        head = children.pop(0).children[0].content.split("\n")
    yield from _block([*head, *([_NUMBERED] if numbered else [])], depth)
    for child in children:
        yield from _blocks(child, lines, depth + 1)


def _block(lines: Sequence[str], depth: int) -> Iterator[str]:
    margin = "\t" * depth
    for at, line in enumerate(lines):
        yield f"{margin}- {line}".rstrip() if at == 0 else f"{margin}  {line}".rstrip()


def _heading(node: SyntaxTreeNode) -> str:
    return f"{'#' * int(node.tag[1:])} {node.children[0].content if node.children else ''}".rstrip()


def _source(node: SyntaxTreeNode, lines: Sequence[str]) -> list[str]:
    """The lines of a block that stays as it is: a quotation, code, a table, a line."""
    if node.type == "fence":
        mark = node.markup
        return [f"{mark}{node.info}", *node.content.rstrip("\n").split("\n"), mark]
    if node.type == "code_block":
        return ["```", *node.content.rstrip("\n").split("\n"), "```"]
    first, end = node.map or (0, 0)
    text = textwrap.dedent("\n".join(lines[first:end]))
    return text.rstrip("\n").split("\n")
