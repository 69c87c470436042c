"""One article as a Markdown file: front matter, body, highlights, and the images it shows.

The title isn't repeated above the body: Obsidian shows the file's name, pandoc sets the title from
the front matter.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
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


class ShownImages:
    """The images that a text shows: ``rewrite`` makes their links lead to files beside it.

    ``images`` are the stored ones by their address, ``address`` tells the way to a file.
    """

    def __init__(self, images: Mapping[str, StoredImage], address: Callable[[str], str]) -> None:
        self._images = images
        self._address = address
        #: The files by their names, and how many images aren't kept.
        self.files: dict[str, bytes] = {}
        self.missing = 0

    def rewrite(self, link: ImageLink) -> str:
        """The image's link, or words where it isn't kept."""
        stored = self._images.get(link.address)
        name = _file_name(stored) if stored else None
        if stored is None or name is None:
            self.missing += 1
            return _in_words(link)
        self.files[name] = stored.content
        return ImageLink(self._address(name), link.alt, link.title).markdown()

    def warnings(self, article: Article) -> tuple[str, ...]:
        """Sentences about what is missing."""
        if not self.missing:
            return ()
        title = article.clean.title or "Untitled"
        count = counted(self.missing, "image")
        return (f"“{title}”: {count} not kept in the archive; the caption stands instead.",)


def markdown_file(
    article: Article, images: Mapping[str, StoredImage], citation_key: str = ""
) -> MarkdownFile:
    """The article as it is written; ``images`` are the stored ones by their address."""
    shown = ShownImages(images, lambda name: f"{IMAGE_FOLDER}/{name}")
    body = portable_markdown(article.clean.markdown, shown.rewrite).strip("\n")
    body = with_highlights(body, article.highlights)
    text = f"{front_matter(article, citation_key)}\n{body}\n"
    content = _UNWRITABLE.sub("\ufffd", text).encode()
    return MarkdownFile(content, shown.files, shown.warnings(article))


def _file_name(image: StoredImage) -> str | None:
    kind = recognise_image(image.content)
    return hashlib.sha256(image.content).hexdigest()[:32] + kind.suffix if kind else None


def _in_words(link: ImageLink) -> str:
    """A link in the image's place: a program that reads the file must not fetch it unasked."""
    words = escape(link.words or "Image")
    if _PLAIN_ADDRESS.fullmatch(link.address):
        return f"[{words}]({link.address})"
    return words
