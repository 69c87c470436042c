"""The wire agency's credit at the end of a text, “(ANI)”: a field of the article, not its text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from desktop_app.cleaning.byline import agency_in, agency_named
from desktop_app.cleaning.page_blocks import PageBlock

_AT_END = re.compile(r"\s*([(\[（][^()\[\]（）]{2,60}[)\]）])\s*[.。]?\s*$")
#: The credit stands in one of so many last blocks; a note may follow it.
_LAST = 3
_MAX_LINE = 60


@dataclass(frozen=True, slots=True)
class AgencyCredit:
    """The block (by index) that ends with the credit, the credit as written, the agency."""

    index: int
    text: str
    agency: str
    is_whole_block: bool


def credit_at_end(blocks: Sequence[PageBlock], kept: Sequence[int]) -> AgencyCredit | None:
    """The agency's credit at the end of the kept blocks, if there is one."""
    for index in kept[: -_LAST - 1 : -1]:
        text = blocks[index].text
        match = _AT_END.search(text[-100:])
        if match and (agency := agency_in(match[1])):
            whole = len(match[0].strip()) >= len(text.strip())
            return AgencyCredit(index, match[1], agency, whole)
        if len(text) <= _MAX_LINE and (agency := agency_named(text.strip("—–-()[] .*"))):
            return AgencyCredit(index, text, agency, is_whole_block=True)
    return None


def cut_from_end(element: HtmlElement, credit: str) -> None:
    """Take the credit out of the block's text, with the blank before it; a full stop stays."""
    waiting = "".join(credit.split())
    for holder, name in reversed(_texts(element)):
        text = getattr(holder, name) or ""
        position = len(text)
        while position and waiting:
            letter = text[position - 1]
            if letter == waiting[-1]:
                waiting = waiting[:-1]
                text = text[: position - 1] + text[position:]
            elif not letter.isspace() and letter not in ".。":
                return
            position -= 1
        setattr(holder, name, text if waiting else text[:position].rstrip() + text[position:])
        if not waiting and text[:position].strip():
            return


def _texts(element: HtmlElement) -> list[tuple[HtmlElement, str]]:
    """Where the element's text is held, in reading order."""
    places: list[tuple[HtmlElement, str]] = [(element, "text")]
    for child in element:
        if isinstance(child.tag, str):
            places.extend(_texts(child))
        places.append((child, "tail"))
    return places
