"""One article as a Markdown file: front matter, body, highlights, and the images it shows.

The title isn't repeated above the body: Obsidian shows the file's name, pandoc sets the title from
the front matter.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from desktop_app.core.article import Article, StoredImage
from desktop_app.core.counted import counted
from desktop_app.export.base.front_matter import front_matter
from desktop_app.export.base.image_kind import recognise_image
from desktop_app.export.base.image_link import ImageLink, escape
from desktop_app.export.base.portable_markdown import portable_markdown
from desktop_app.export.markdown.highlight_section import with_highlights

IMAGE_FOLDER = "images"
#: An address that can stand between brackets in Markdown as it is.
_PLAIN_ADDRESS = re.compile(r"https?://[^\s<>()\\\"]+")
_UNWRITABLE = re.compile(r"[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class MarkdownFile:
    """The bytes of the file, its images by file name, and sentences about what is missing."""

    content: bytes
    images: Mapping[str, bytes]
    warnings: tuple[str, ...]


def markdown_file(article: Article, images: Mapping[str, StoredImage]) -> MarkdownFile:
    """The article as it is written; ``images`` are the stored ones by their address."""
    shown: dict[str, bytes] = {}
    missing: list[str] = []

    def rewrite(link: ImageLink) -> str:
        stored = images.get(link.address)
        name = _file_name(stored) if stored else None
        if stored is None or name is None:
            missing.append(link.address)
            return _in_words(link)
        shown[name] = stored.content
        return ImageLink(f"{IMAGE_FOLDER}/{name}", link.alt, link.title).markdown()

    body = portable_markdown(article.clean.markdown, rewrite).strip("\n")
    body = with_highlights(body, article.highlights)
    text = f"{front_matter(article)}\n{body}\n"
    content = _UNWRITABLE.sub("\ufffd", text).encode()
    return MarkdownFile(content, shown, _warnings(article, missing))


def _file_name(image: StoredImage) -> str | None:
    kind = recognise_image(image.content)
    return hashlib.sha256(image.content).hexdigest()[:32] + kind.suffix if kind else None


def _in_words(link: ImageLink) -> str:
    """A link in the image's place: a program that reads the file must not fetch it unasked."""
    words = escape(link.words or "Image")
    if _PLAIN_ADDRESS.fullmatch(link.address):
        return f"[{words}]({link.address})"
    return words


def _warnings(article: Article, missing: list[str]) -> tuple[str, ...]:
    if not missing:
        return ()
    title = article.clean.title or "Untitled"
    count = counted(len(missing), "image")
    return (f"“{title}”: {count} not kept in the archive; the caption stands instead.",)
