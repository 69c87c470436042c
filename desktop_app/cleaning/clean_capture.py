"""The one entry to cleaning: a readable page in, a clean article out.

Here the media type decides which cleaner reads the page; how they clean is theirs.
"""

from __future__ import annotations

from desktop_app.cleaning.clean_page import clean_page
from desktop_app.cleaning.markdown_file import clean_markdown
from desktop_app.cleaning.mojibake import mend_mojibake
from desktop_app.cleaning.paste import clean_paste
from desktop_app.core.article import CleanArticle, RawCapture

HTML_TYPES = frozenset({"text/html", "application/xhtml+xml", "application/xml", "text/xml"})


def clean_capture(page: RawCapture, *, today: str | None) -> CleanArticle:
    """The article on the page; ``today`` (``YYYY-MM-DD``) is the day of the capture, if known.

    Pages that are containers (MHTML, PDF) must have been unpacked before. Pure; whatever the
    bytes are, it answers, with a warning where there is no article.
    """
    if page.media_type in HTML_TYPES:
        return clean_page(page, today=today)
    text = mend_mojibake(page.content.decode(page.charset or "utf-8", errors="replace"))
    if page.media_type == "text/markdown":
        return clean_markdown(text, url=page.url)
    return clean_paste(text, url=page.url, today=today)
