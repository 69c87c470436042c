"""Sanitised HTML as Markdown of our dialect: CommonMark with pipe tables, no raw HTML.

markdownify walks the tree; here it is told how we write and what must be escaped. Every block is
read back: where emphasis, a link or a table came out otherwise than meant, the words win.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement
from markdownify import MarkdownConverter

from desktop_app.cleaning.markdown_text import (
    block_lines,
    escape_inline,
    escape_line_start,
    markdown_paragraphs,
    plain_text,
)
from desktop_app.cleaning.sanitise import sanitise

_LINE = re.compile(r"^(?=.)", re.MULTILINE)
_BLANK_LINES = re.compile(r"\n\s*\n")
_TRAILING_HASHES = re.compile(r"(#+)\s*$")
_SPACES = re.compile(r" {2,}")
_TICKS = re.compile(r"`+")
_LANGUAGE = re.compile(r"(?:lang(?:uage)?|brush|highlight-source)[-:]\s?([\w+#-]{1,20})")
_UNSAFE_IN_ADDRESS = str.maketrans(
    {
        " ": "%20",
        "(": "%28",
        ")": "%29",
        "<": "%3C",
        ">": "%3E",
        "\\": "%5C",
        '"': "%22",
        "\n": "",
        "\r": "",
        "\t": "",
        "`": "%60",
    }
)
# What is given up, step by step, where a block doesn't read back as its own words.
_EMPHASIS = ("strong", "b", "em", "i", "del", "s")
_MAX_COLUMNS = 60
#: Where an item's number is noted; no page can write an attribute of such a name.
_NUMBER = "the number"
_LINES = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6"))
_SIMPLE = frozenset(("br", "a", "img"))
_WHITE = re.compile(r"[\t \r\n]+")
_GIVEN_UP = ((), _EMPHASIS, (*_EMPHASIS, "a", "code"))


@dataclass(frozen=True, slots=True)
class MarkdownBlock:
    """One element's Markdown, and how many top-level blocks it makes."""

    markdown: str
    blocks: int


def markdown_blocks(elements: Sequence[str]) -> list[MarkdownBlock]:
    """The Markdown of each element's markup, in order; one without text gives ``""``.

    The markup needs not be clean: it passes ``sanitise`` here, all at once.
    """
    boxed = sanitise("".join(f"<div>{element}</div>" for element in elements))
    soup = _soup(boxed)
    body = soup.body
    boxes = [] if body is None else [box for box in body.children if isinstance(box, Tag)]
    if len(boxes) != len(elements):
        # Markup that breaks out of its box: each element alone, so that none loses its place.
        soups = [_soup(sanitise(element)) for element in elements]
        boxes = [soup.body or soup for soup in soups]
    return [_joined([_block(child) for child in box.children if _matters(child)]) for box in boxes]


def _soup(html: str) -> BeautifulSoup:
    soup = BeautifulSoup(html, "lxml")
    if "<table" in html:
        _spread_rows(soup)
    return soup


def _joined(parts: list[MarkdownBlock]) -> MarkdownBlock:
    return MarkdownBlock(
        "\n\n".join(part.markdown for part in parts if part.markdown),
        sum(part.blocks for part in parts),
    )


def _matters(child: PageElement) -> bool:
    return isinstance(child, Tag) or (isinstance(child, NavigableString) and bool(child.strip()))


def _block(node: PageElement) -> MarkdownBlock:
    if not isinstance(node, Tag):
        markdown = markdown_paragraphs(str(node))
        return MarkdownBlock(markdown, len(block_lines(markdown)))
    if node.name == "p" and len(node.contents) == 1 and type(node.contents[0]) is NavigableString:
        return _words(node.contents[0])
    plain = _is_simple(node)
    for given_up in _GIVEN_UP:
        # The stub of markdownify leaves the method out.
        markdown = _tidy(_writer(given_up).process_element(node))  # type: ignore[attr-defined]
        if plain or not markdown or _reads_back(markdown, node):
            break
    else:
        markdown = markdown_paragraphs(node.get_text(" ", strip=True))
    if not markdown:
        return MarkdownBlock("", 0)
    return MarkdownBlock(markdown, 1 if node.name in _LINES else len(block_lines(markdown)))


def _words(text: str) -> MarkdownBlock:
    """A paragraph of nothing but words, which are most; the writer gives the same more slowly."""
    markdown = _paragraph(escape_inline(_WHITE.sub(" ", text).replace("\xa0", " ")))
    return MarkdownBlock(markdown, 1 if markdown else 0)


@cache
def _writer(given_up: tuple[str, ...]) -> _Writer:
    """One writer that leaves these tags away, for all blocks: it keeps nothing of a block."""
    return _Writer(strip=list(given_up) or None)


def _is_simple(node: Tag) -> bool:
    """Whether nothing but plain words, links and line breaks is inside."""
    if node.name not in _LINES:
        return False
    return all(child.name in _SIMPLE for child in node.descendants if isinstance(child, Tag))


def _reads_back(markdown: str, node: Tag) -> bool:
    return "".join(plain_text(markdown).split()) == "".join(node.get_text().split())


def _tidy(markdown: str) -> str:
    lines = markdown.strip("\n").split("\n")
    return "\n".join(line.rstrip() if not line.endswith("  ") else line for line in lines).strip()


def _edges(text: str) -> tuple[str, str]:
    """The white space and line breaks around inline Markdown, which belong outside its marks."""
    bare = text.strip()
    start = text.find(bare)
    return text[:start], text[start + len(bare) :]


def _emphasised(mark: str) -> Callable[[MarkdownConverter, Tag, str, set[str]], str]:
    """A conversion that puts the mark on both sides of an element's text."""

    def convert(self: MarkdownConverter, el: Tag, text: str, parent_tags: set[str]) -> str:
        bare = text.strip()
        if not bare or "_noformat" in parent_tags:
            return text
        before, after = _edges(text)
        return f"{before}{mark}{bare}{mark}{after}"

    return convert


class _Writer(MarkdownConverter):
    """How Cuttings writes each element."""

    class Options:
        autolinks = False
        bullets = "-"
        heading_style = "atx"
        strip_document = None
        wrap = True  # a line end in the page's source is a space; nothing is wrapped here
        wrap_width = None

    def escape(self, text: str, parent_tags: set[str]) -> str:
        # markdownify moves only plain spaces out of emphasis, and plain text folds them anyway.
        return escape_inline(text.replace("\xa0", " "))

    def convert_p(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        if "_inline" in parent_tags:
            return f" {text.strip()} "
        return f"\n\n{_paragraph(text)}\n\n"

    convert_div = convert_p

    def convert_hN(self, n: int, el: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: N802
        if "_inline" in parent_tags:
            return text
        line = _TRAILING_HASHES.sub(r"\\\1", " ".join(text.split()))
        return f"\n\n{'#' * max(2, min(6, n))} {line}\n\n" if line else ""

    def convert_br(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return " " if "_inline" in parent_tags else "  \n"

    def convert_a(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        bare = text.strip()
        href = str(el.get("href") or "").translate(_UNSAFE_IN_ADDRESS)
        if not bare or not href or "a" in parent_tags or "\n\n" in bare:
            return text
        before, after = _edges(text)
        told = " ".join(str(el.get("title") or "").split())
        title = f' "{_in_quotes(told)}"' if told else ""
        return f"{before}[{' '.join(bare.split())}]({href}{title}){after}"

    convert_b = _emphasised("**")
    convert_strong = convert_b
    convert_em = _emphasised("*")
    convert_i = convert_em
    convert_del = _emphasised("")
    convert_s = convert_del

    def convert_img(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        source = str(el.get("src") or "").translate(_UNSAFE_IN_ADDRESS)
        if not source or "_inline" in parent_tags:
            return ""
        alt = escape_inline(" ".join(str(el.get("alt") or "").split()))
        caption = " ".join(str(el.get("title") or "").split())
        title = f' "{_in_quotes(caption)}"' if caption else ""
        return f"![{alt}]({source}{title})"

    def convert_li(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        item = _BLANK_LINES.sub("\n\n", text.strip())
        if not item:
            return ""
        mark = f"{_number(el)}. " if el.parent is not None and el.parent.name == "ol" else "- "
        if not _starts_with_block(el):
            item = escape_line_start(item)
        indented = _LINE.sub(" " * len(mark), item)
        return f"{mark}{indented[len(mark) :]}\n"

    def convert_list(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        if "li" in parent_tags:
            return f"\n{text.strip()}\n"
        return f"\n\n{text.strip()}\n\n"

    convert_ul = convert_list
    convert_ol = convert_list

    def convert_blockquote(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        if "_inline" in parent_tags:
            return f" {text.strip()} "
        held = any(child.name in ("p", "ul", "ol", "blockquote", "pre", "h2") for child in el(True))
        inner = _BLANK_LINES.sub("\n\n", text.strip()) if held else _paragraph(text)
        quoted = "\n".join(f"> {line}" if line.strip() else ">" for line in inner.split("\n"))
        return f"\n\n{quoted}\n\n" if inner else ""

    def convert_pre(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        code = el.get_text().strip("\n").rstrip()
        longest = max((len(run) for run in _TICKS.findall(code)), default=0)
        fence = "`" * max(3, longest + 1)
        return f"\n\n{fence}{_code_language(el)}\n{code}\n{fence}\n\n" if code.strip() else ""

    def convert_td(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        cell = " ".join(text.replace("\\|", "|").replace("|", "\\|").split())
        return f" {cell} |" + "  |" * (_span(el, "colspan") - 1)

    convert_th = convert_td

    def convert_tr(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return f"|{text.strip() and ' ' + text.strip()}\n"

    def convert_table(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        rows = [line.strip() for line in text.strip().split("\n") if line.strip("| ")]
        if not rows:
            return ""
        width = max(len(_cells(row)) for row in rows)
        written = [f"| {' | '.join(_padded(_cells(row), width))} |" for row in rows]
        written.insert(1, f"|{' --- |' * width}")
        return "\n\n" + "\n".join(written) + "\n\n"


def _paragraph(text: str) -> str:
    """Inline Markdown as a paragraph: no line of it may begin like another kind of block."""
    lines = (_without_wide_gaps(line.strip()) for line in text.strip().split("\n"))
    return "  \n".join(escape_line_start(line) for line in lines if line)


def _without_wide_gaps(line: str) -> str:
    """The line with single spaces, as it is read anyway; code keeps its own."""
    return line if "`" in line else _SPACES.sub(" ", line)


def _starts_with_block(item: Tag) -> bool:
    first = next((child for child in item.children if _matters(child)), None)
    return isinstance(first, Tag) and first.name in ("p", "ul", "ol", "blockquote", "pre", "h2")


def _number(item: Tag) -> int:
    """The item's number; all items of its list are numbered when the first is asked."""
    parent = item.parent
    if parent is not None and _NUMBER not in item.attrs:
        given = str(parent.get("start") or "1")
        start = int(given) if given.isascii() and given.isdigit() and len(given) < 7 else 1
        for number, each in enumerate(parent("li", recursive=False), start):
            each[_NUMBER] = str(number)
    return int(str(item.get(_NUMBER, "1")))


def _code_language(pre: Tag) -> str:
    for node in (pre, *pre("code")):
        names = node.get("class") or ()
        if found := _LANGUAGE.search(" ".join([names] if isinstance(names, str) else names)):
            return found[1]
    return ""


def _spread_rows(soup: BeautifulSoup) -> None:
    """Give the rows below a cell that spans them an empty cell in its place."""
    for table in soup("table"):
        waiting: dict[int, int] = {}
        for row in table("tr"):
            _fill_row(soup, row, waiting)


def _fill_row(soup: BeautifulSoup, row: Tag, waiting: dict[int, int]) -> None:
    """Insert the empty cells that earlier rows ask for; ``waiting`` counts rows a column."""
    column = 0
    for cell in row(["td", "th"], recursive=False):
        while waiting.get(column, 0) > 0 and column < _MAX_COLUMNS:
            waiting[column] -= 1
            cell.insert_before(soup.new_tag("td"))
            column += 1
        width, height = _span(cell, "colspan"), _span(cell, "rowspan")
        for _ in range(width):
            waiting[column] = height - 1
            column += 1
    while waiting.get(column, 0) > 0 and column < _MAX_COLUMNS:
        waiting[column] -= 1
        row.append(soup.new_tag("td"))
        column += 1


def _span(cell: Tag, direction: str) -> int:
    given = str(cell.get(direction) or "1")
    return (
        max(1, min(20, int(given))) if given.isascii() and given.isdigit() and len(given) < 4 else 1
    )


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", row.strip().strip("|"))]


def _padded(cells: list[str], width: int) -> list[str]:
    return [*cells, *[""] * (width - len(cells))]


def _in_quotes(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
