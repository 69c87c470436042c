"""Several articles on one web page: the part of the page that each has, and a page for each.

Which lines are headlines that open an article is ``two_articles``' business.
"""

from __future__ import annotations

import copy
import html
from collections.abc import Sequence

from lxml import etree
from lxml.html import HtmlElement

from desktop_app.cleaning.boilerplate import line_key
from desktop_app.cleaning.html_tree import parse_page
from desktop_app.cleaning.page_blocks import PageBlock, page_blocks
from desktop_app.cleaning.two_articles import article_starts

_HEADLINES = ("h1", "h2", "h3")
_NUMBER = "data-number-on-page"
#: What a head tells of the whole site, and so of every article on the page.
_OF_SITE = frozenset(("og:site_name", "application-name"))


def parts_of_page(blocks: Sequence[PageBlock]) -> list[tuple[PageBlock, HtmlElement]]:
    """The headlines that open an article of their own, each with the part of the page it heads.

    The part is the outermost ``article`` around it, or the headline itself where that is an ``h1``
    in none; a lesser headline in no article heads nothing. Each part once.
    """
    heads = [block.element.tag in _HEADLINES for block in blocks]
    if sum(heads) < 2:
        return []
    lines = [block.text for block in blocks]
    found: dict[HtmlElement, PageBlock] = {}
    for at in article_starts(lines, heads.__getitem__, lambda _: True):
        part = _own_part(blocks[at])
        if part is not None:
            found.setdefault(part, blocks[at])
    return [(headline, part) for part, headline in found.items()]


def split_page(source: str) -> tuple[str, ...]:
    """A page for each article that stands on the page in an ``article`` of its own.

    Empty where there are not two at least, or where one of them has no such element: what belongs
    to it could only be guessed. Scripts, styles and what stands between the articles are left out;
    what the head says of one article goes with the one whose headline it names.
    """
    parsed = parse_page(source)
    for number, article in enumerate(parsed.root.iter("article")):
        article.set(_NUMBER, str(number))
    whole = copy.deepcopy(parsed.root)
    parts = parts_of_page(page_blocks(parsed.root))
    if len(parts) < 2 or any(part.tag != "article" for _, part in parts):
        return ()
    # Looking for blocks has changed the tree; the pages are written from the one before that.
    unchanged = {article.attrib.pop(_NUMBER): article for article in whole.iter("article")}
    title = line_key(whole.findtext("head/title") or "")
    named = next((part for head, part in parts if line_key(head.text) in title), None)
    return tuple(
        _page(
            unchanged[part.get(_NUMBER, "")], _head(whole, parsed.data_scripts, head, part is named)
        )
        for head, part in parts
    )


def _own_part(block: PageBlock) -> HtmlElement | None:
    article = next(reversed(list(block.element.iterancestors("article"))), None)
    return block.element if article is None and block.element.tag == "h1" else article


def _head(
    root: HtmlElement, scripts: Sequence[tuple[str, str]], headline: PageBlock, is_named: bool
) -> str:
    """The head of an article's page: the whole page's where that is about it, else its headline."""
    head = root.find("head")
    nodes = list(head) if head is not None else []
    if is_named:
        told = [_written(node) for node in nodes]
        told += [f"{opening}{text}</script>" for opening, text in scripts]
    else:
        told = [_written(node) for node in nodes if _is_of_site(node)]
        told.append(f"<title>{html.escape(headline.text)}</title>")
    return "\n".join(('<meta charset="utf-8">', *told))


def _page(part: HtmlElement, head: str) -> str:
    language = html.escape(part.getroottree().getroot().get("lang") or "")
    start = f'<!DOCTYPE html>\n<html lang="{language}"><head>{head}</head>'
    return f"{start}<body>{_written(part)}</body></html>"


def _is_of_site(node: HtmlElement) -> bool:
    told = node.get("property") or node.get("name")
    return node.tag == "base" or (node.tag == "meta" and told in _OF_SITE)


def _written(node: HtmlElement) -> str:
    return str(etree.tostring(node, encoding="unicode", method="html", with_tail=False))
