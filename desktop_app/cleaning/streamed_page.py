"""Pages that show their text only once a script has run: the page as that script would build it."""

from __future__ import annotations

import html
from dataclasses import replace

from lxml import etree
from lxml.html import HtmlElement

from desktop_app.cleaning.flight_data import flight_html, pushed_rows
from desktop_app.cleaning.html_tree import ParsedPage, parse_page

#: A page that shows fewer words of running text than this shows no article.
_FEW_WORDS = 60
#: A text of so many words is running text, and no label.
_RUNNING_WORDS = 8


def with_streamed_text(parsed: ParsedPage) -> ParsedPage:
    """The page with the body that it streams, where it shows hardly a word of its own.

    Changes the page's tree: parts that came late stand in their places.
    """
    _put_late_parts(parsed.root)
    if not parsed.streamed or (shown := _running_words(parsed.root)) >= _FEW_WORDS:
        return parsed
    streamed = flight_html(pushed_rows(parsed.streamed))
    language, head = html.escape(parsed.root.get("lang") or ""), parsed.root.find("head")
    built = parse_page(f'<html lang="{language}">{_written(head)}<body>{streamed}</body></html>')
    if _running_words(built.root) < max(_FEW_WORDS, 2 * shown):
        return parsed
    return replace(parsed, root=built.root, source=built.source, cut=parsed.cut or built.cut)


def _put_late_parts(root: HtmlElement) -> None:
    """Show the hidden ``S:0`` where its template ``B:0`` stands, as React's script would do."""
    places = {
        str(place.get("id"))[2:]: place for place in root.iter("template") if _is(place, "B:")
    }
    for part in [each for each in root.iter("div") if _is(each, "S:")]:
        part.attrib.pop("hidden", None)
        place = places.pop(str(part.get("id"))[2:], None)
        if place is not None and part not in place.iterancestors():
            part.tail = None
            place.addprevious(part)


def _is(element: HtmlElement, kind: str) -> bool:
    return (element.get("id") or "").startswith(kind)


def _running_words(root: HtmlElement) -> int:
    body = root.find("body")
    texts = (text.split() for text in (root if body is None else body).itertext())
    return sum(len(words) for words in texts if len(words) >= _RUNNING_WORDS)


def _written(head: HtmlElement | None) -> str:
    if head is None:
        return ""
    return str(etree.tostring(head, encoding="unicode", method="html", with_tail=False))
