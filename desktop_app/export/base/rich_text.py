"""Words with their looks, as a bibliography style wants them; no format's markup.

How a file shows them is up to the module that writes it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Span:
    """Words that look alike; ``link`` is a web address that they lead to, or empty."""

    text: str
    emphasis: bool = False
    strong: bool = False
    small_caps: bool = False
    superscript: bool = False
    link: str = ""


#: Spans in their order, as one line of text.
RichText: TypeAlias = tuple[Span, ...]


def rich(*pieces: Span | str) -> RichText:
    """Spans out of spans and plain words; empty ones are left out."""
    spans = (Span(piece) if isinstance(piece, str) else piece for piece in pieces)
    return tuple(span for span in spans if span.text)


def plain_text(words: RichText) -> str:
    """The words without their looks."""
    return "".join(span.text for span in words)
