"""The web addresses in any text: one a line, in prose, in Markdown, in HTML, in a table."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

from desktop_app.capture.addresses import checked_address
from desktop_app.capture.text_encoding import decode
from desktop_app.core.errors import CaptureError, InputError
from desktop_app.core.held_files import require_not_held

#: More than these at once, or a longer text in characters, isn't taken.
MAX_ADDRESSES = 100_000
MAX_CHARACTERS = 50_000_000
_WEB = re.compile(r"https?://[^\s<>\"`{}|\\^]{1,8000}", re.IGNORECASE)
_LINK = re.compile(
    r"""<a\s[^<>]{0,8000}?\bhref\s*=\s*(?:"([^"]{1,8000})"|'([^']{1,8000})'|([^\s"'>]{1,8000}))""",
    re.IGNORECASE,
)
_IS_HTML = re.compile(r"<a\s[^<>]{0,8000}?\bhref\s*=", re.IGNORECASE)
#: A line that is nothing but an address without its scheme.
_BARE_LINE = re.compile(
    r"[ \t>*+-]{0,8}((?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24}(?:[/?#][^\s<>\"]{0,4000})?)[ \t]*",
    re.IGNORECASE,
)
_ENDING = ".,;:!?'’”»*_"
_BRACKETS = {")": "(", "]": "["}


def addresses_in(text: str) -> list[str]:
    """Every http or https address in a text, in its order, each once, fit to be fetched.

    Of HTML the links are taken. Raises InputError where there are far too many.
    """
    if len(text) > MAX_CHARACTERS:
        raise _too_long()
    found: dict[str, None] = {}
    for candidate in _in_html(text) if _IS_HTML.search(text) else _in_plain(text):
        try:
            found[checked_address(candidate)] = None
        except CaptureError:
            continue  # a word that only looked like an address
        if len(found) > MAX_ADDRESSES:
            raise InputError(
                f"Those are more than {MAX_ADDRESSES:,} addresses.", "Give fewer at once."
            )
    return list(found)


def addresses_in_file(path: Path) -> list[str]:
    """The addresses in a text or HTML file; InputError where it can't be read."""
    require_not_held(path)
    if path.exists() and not path.is_file():
        raise InputError(f"“{path}” is no file.", "Name a text or HTML file with addresses.")
    try:
        with path.open("rb") as file:
            content = file.read(MAX_CHARACTERS + 1)
    except OSError as failure:
        raise InputError(
            f"“{path}” can't be read ({failure.strerror}).", "Check its name."
        ) from failure
    return addresses_in_bytes(content)


def addresses_in_bytes(content: bytes) -> list[str]:
    """The addresses in text of any encoding."""
    if len(content) > MAX_CHARACTERS:
        raise _too_long()
    return addresses_in(decode(content)[0])


def _too_long() -> InputError:
    return InputError(
        f"That is more than {MAX_CHARACTERS // 1_000_000} million characters.",
        "Give the part of it that holds the addresses.",
    )


def _in_html(text: str) -> Iterator[str]:
    for link in _LINK.finditer(text):
        address = html.unescape(link[1] or link[2] or link[3]).strip()
        if address.lower().startswith(("http://", "https://")):
            yield address


def _in_plain(text: str) -> Iterator[str]:
    for line in text.splitlines():
        places = list(_WEB.finditer(line))
        if not places and (bare := _BARE_LINE.fullmatch(line)):
            yield f"https://{bare[1]}"
        for place in places:
            yield from _parted(_without_ending(place[0]))


def _parted(address: str) -> Iterator[str]:
    """Addresses that stand side by side with only a comma or semicolon between them."""
    for part in re.split(r"[,;](?=https?://)", address):
        yield _without_ending(part)


def _without_ending(address: str) -> str:
    """The address without the marks of the sentence or the Markdown link that it stands in."""
    while address:
        last = address[-1]
        opening = _BRACKETS.get(last)
        if last in _ENDING or (opening and address.count(last) > address.count(opening)):
            address = address[:-1]
            continue
        # “[words](address "title")” and “(address), and so on”: what the bracket ended.
        cut = re.search(r"\)[\],.;:]{1,3}\S*$", address)
        if cut and address.count(")") > address.count("("):
            address = address[: cut.start()]
            continue
        break
    return address
