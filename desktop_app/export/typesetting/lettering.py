"""How a text of some language is set: its fonts, its direction, its characters made fit for paper.

What stands in the data for Typst is plain strings; the template reads none of it as markup.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import quote

from desktop_app.export.base.rich_text import RichText
from desktop_app.export.typesetting.printable_text import printable, printable_lines
from desktop_app.export.typesetting.printed_blocks import Node
from desktop_app.export.typesetting.script_fonts import TEXT_FONT, choose_fonts

_LANGUAGE = re.compile(r"[a-z]{2,3}")
_WEB = re.compile(r"https?://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Lettering:
    """The fonts for a text, the characters that none of them has, its language and direction."""

    families: tuple[str, ...]
    missing: frozenset[str]
    language: str
    direction: str

    def show(self, text: str) -> str:
        """The text on one line, fit for paper."""
        return printable(text, self.missing)

    def lines(self, text: str) -> str:
        """The text with its lines, fit for paper."""
        return printable_lines(text, self.missing)

    def data(self) -> dict[str, object]:
        """What the template needs to set the text; the fonts where they aren't the usual one."""
        told: dict[str, object] = {"lang": self.language, "dir": self.direction}
        if self.families != (TEXT_FONT,):
            told["fonts"] = _families(self.families)
        return told

    def pieces(self, words: RichText) -> list[Node]:
        """Rich text as pieces of a paragraph."""
        nodes: list[Node] = []
        for span in words:
            node: Node = self.show(span.text)
            for kind, wanted in (
                ("em", span.emphasis),
                ("strong", span.strong),
                ("caps", span.small_caps),
                ("sup", span.superscript),
            ):
                if wanted:
                    node = {"k": kind, "c": [node]}
            address = web_address(span.link)
            nodes.append({"k": "link", "u": address, "c": [node]} if address else node)
        return nodes


def lettering(text: str, language: str | None) -> Lettering:
    """How a text is set; ``language`` is a BCP 47 tag, or None where it isn't known."""
    if text.isascii():
        return Lettering((TEXT_FONT,), frozenset(), _language(language), "ltr")
    fonts = choose_fonts(unicodedata.normalize("NFC", text), language)
    return Lettering(fonts.families, fonts.missing, _language(language), _direction(text))


def web_address(value: str) -> str | None:
    """The value as a link's target, where it is one; anything but ASCII escaped, as PDF asks."""
    return quote(value, safe=":/?#[]@!$&'()*+,;=%~") if _WEB.match(value) else None


def _language(tag: str | None) -> str:
    """The language for hyphenation and screen readers; ``und`` for unknown, as BCP 47 has it."""
    first = (tag or "").lower().partition("-")[0]
    return first if _LANGUAGE.fullmatch(first) else "und"


def _direction(text: str) -> str:
    """The direction in which most letters of the text run."""
    sample = [unicodedata.bidirectional(letter) for letter in text[:2000]]
    to_left = sum(kind in ("R", "AL") for kind in sample)
    return "rtl" if to_left > sample.count("L") else "ltr"


def _families(families: tuple[str, ...]) -> list[dict[str, str]]:
    """The font list for Typst; in Chinese, Japanese and Korean quotes are that font's own."""
    east_asian = any(" CJK " in family for family in families)
    first = {"name": families[0], "covers": "latin-in-cjk"} if east_asian else {"name": families[0]}
    return [first, *({"name": family} for family in families[1:])]
