"""What a reader should know of a cleaned page: no text, a script needed, a page cut short."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop_app.cleaning.html_tree import ParsedPage
from desktop_app.cleaning.page_blocks import MAX_BLOCKS, PageBlock
from desktop_app.core.article import CleaningWarning

_NO_TEXT = CleaningWarning(
    "no-text",
    "No article text was found on this page. "
    "Open it in the browser, select the article, copy it and paste it here.",
)
_NEEDS_SCRIPT = CleaningWarning(
    "needs-javascript",
    "This page builds its text with a script, so what was fetched is nearly empty. "
    "Open it in the browser, copy the article and paste it here.",
)
_TOO_LONG = CleaningWarning(
    "truncated",
    "This page is so large that only its beginning was read. "
    "If the end is missing, copy the article from the browser and paste it here.",
)
_SCRIPT_NOTE = re.compile(
    r"enable javascript|javascript (?:is )?(?:required|disabled)|needs? javascript"
    r"|activ\w{1,6} javascript|javascript (?:zu )?aktivier",
    re.IGNORECASE,
)
_APP_ROOT = re.compile(r"""<div[^>]{0,200}\bid=["']?(?:root|app|__next|__nuxt|main-app)\b""")
_FEW_WORDS = 40


def page_warnings(
    parsed: ParsedPage, blocks: Sequence[PageBlock], kept: Sequence[int], text: str
) -> tuple[CleaningWarning, ...]:
    """The warnings of a page that was cleaned to ``text``."""
    found: list[CleaningWarning] = []
    if len(text.split()) < _FEW_WORDS:
        shown = " ".join(block.text for block in blocks[:50])
        told = _SCRIPT_NOTE.search(shown[:20_000]) or _SCRIPT_NOTE.search(parsed.source[:200_000])
        empty = len(shown.split()) < _FEW_WORDS and _APP_ROOT.search(parsed.source[:500_000])
        if told or empty:
            found.append(_NEEDS_SCRIPT)
        elif not text.strip():
            found.append(_NO_TEXT)
    if parsed.cut or len(blocks) >= MAX_BLOCKS:
        found.append(_TOO_LONG)
    return tuple(found)
