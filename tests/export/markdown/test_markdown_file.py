"""One article as Markdown, byte for byte."""

from __future__ import annotations

import hashlib
from pathlib import Path

from desktop_app.export.markdown.markdown_file import markdown_file
from tests.export.examples import PICTURE, article, full_article, png, stored

#: Made by ``markdown_file``; a person has read it. Write it anew when the format changes.
GOLDEN = Path(__file__).parent / "golden" / "ministers_meet.md"


def test_the_whole_file_is_as_agreed() -> None:
    made = markdown_file(full_article(), stored(png()))
    assert made.content.decode() == GOLDEN.read_text(encoding="utf-8")


def test_images_are_named_by_their_bytes() -> None:
    made = markdown_file(full_article(), stored(png()))
    name = hashlib.sha256(png()).hexdigest()[:32] + ".png"
    assert made.images == {name: png()}
    assert f"(images/{name} " in made.content.decode()


def test_an_image_that_is_none_is_told_and_never_written() -> None:
    made = markdown_file(article(markdown=f"![x]({PICTURE})"), stored(b"<script>"))
    assert made.images == {}
    assert made.content.endswith(f"\n[x]({PICTURE})\n".encode())
    assert made.warnings == (
        "“Ministers meet”: 1 image not kept in the archive; the caption stands instead.",
    )


def test_half_a_character_does_not_stop_the_file() -> None:
    made = markdown_file(article(markdown="a\ud800b", title="c\ud800"), {})
    assert "a\ufffdb" in made.content.decode()
