"""A stretch of a text told by its words and what stands round them, as highlights and names are.

Anchored as in W3C's Web Annotation Data Model (2017): a TextQuoteSelector, with the position of a
TextPositionSelector as a hint. How a quote is found in a changed text: ``core.quote_search``.
"""

from __future__ import annotations

from typing import NamedTuple

#: How many characters before and behind a quote are kept with it and compared.
CONTEXT = 64


class TextQuote(NamedTuple):
    """Words of a text, those right before and behind them, and the character they begin at.

    ``start`` is None where it isn't known.
    """

    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int | None = None


def quote_at(text: str, start: int, end: int) -> TextQuote:
    """The stretch from ``start`` to ``end`` as a quote."""
    before, behind = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return TextQuote(text[start:end], before, behind, start)
