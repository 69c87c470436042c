"""An image's Markdown, read and written."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.export.base.dialect import markdown_reader
from desktop_app.export.base.image_link import ImageLink, read_image


def read(markdown: str) -> ImageLink:
    inline = markdown_reader().parse(markdown)[1]
    assert inline.children is not None
    return read_image(inline.children[0])


def test_address_description_and_caption_are_read() -> None:
    link = read('![Two *men* at\na table](https://x.example/a.png "A caption")')
    assert link == ImageLink("https://x.example/a.png", "Two men at a table", "A caption")
    assert link.words == "A caption"


def test_without_caption_the_description_speaks() -> None:
    assert read("![Two men](a.png)").words == "Two men"


@given(
    st.text(st.characters(codec="ascii", min_codepoint=32, max_codepoint=126), max_size=60),
    st.text(st.characters(codec="ascii", min_codepoint=32, max_codepoint=126), max_size=60),
)
def test_what_is_written_is_read_back(alt: str, title: str) -> None:
    link = ImageLink("images/a.png", " ".join(alt.split()), " ".join(title.split()))
    assert read(link.markdown()) == link
