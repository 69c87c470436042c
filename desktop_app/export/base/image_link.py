"""An image as Markdown names it: read from a token, and written again."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markdown_it.token import Token

_SPECIAL = re.compile(r"[\\`*_\[\]<>&!~\"$|]")
_BREAKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class ImageLink:
    """Where the image lies, what is to be said instead of it, and its caption."""

    address: str
    alt: str = ""
    title: str = ""

    @property
    def words(self) -> str:
        """What stands for an image that can't be shown: its caption, or else its description."""
        return self.title or self.alt

    def markdown(self) -> str:
        """The image in Markdown; the address must be one that needs no escaping."""
        caption = f' "{escape(self.title)}"' if self.title else ""
        return f"![{escape(self.alt)}]({self.address}{caption})"


def read_image(token: Token) -> ImageLink:
    """The image that an ``image`` token stands for."""
    alt = "".join(
        " " if child.type.endswith("break") else child.content for child in token.children or ()
    )
    title = _BREAKS.sub(" ", str(token.attrGet("title") or "")).strip()
    return ImageLink(str(token.attrGet("src") or ""), _BREAKS.sub(" ", alt).strip(), title)


def escape(text: str) -> str:
    """Text on one line with every character escaped that Markdown gives a meaning."""
    return _SPECIAL.sub(r"\\\g<0>", _BREAKS.sub(" ", text))
