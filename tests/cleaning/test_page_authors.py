from __future__ import annotations

import pytest

from desktop_app.cleaning.html_tree import parse_page
from desktop_app.cleaning.page_authors import choose_authors, meta_authors, named
from desktop_app.cleaning.page_blocks import page_blocks
from desktop_app.cleaning.page_head import page_head


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (["By Ada Fenwick and Tom Reed"], ("Ada Fenwick", "Tom Reed")),
        (["Ada Fenwick", "Tom Reed"], ("Ada Fenwick", "Tom Reed")),
        (["View all posts by Ada Fenwick"], ("Ada Fenwick",)),
        (["Ada Fenwick Ada Fenwick"], ("Ada Fenwick",)),
        (["https://social.example/ada"], ()),
        (["Reuters"], ()),
        (["admin"], ()),
        (["The Quay Gazette"], ()),
        (["page.head.extra.author.of.the.page"], ()),
    ],
)
def test_only_names_are_names(values: list[str], expected: tuple[str, ...]) -> None:
    assert named([values], "The Quay Gazette") == expected


def test_meta_tags_are_read_in_order_of_trust() -> None:
    head = page_head(
        parse_page(
            '<meta name="author" content="Webmaster"><meta name="sailthru.author" content="Ada F">'
            '<meta name="citation_author" content="Reed, Tom">'
        ).root
    )

    assert meta_authors(head) == [("Ada F",), ("Webmaster",), ["Tom Reed"]]


@pytest.mark.parametrize(
    ("html", "source"),
    [
        ('<h1>Vote</h1><span itemprop="author">Ada Fenwick</span>', "microdata"),
        ('<h1>Vote</h1><div class="byline">Ada Fenwick</div>', "html"),
        ("<h1>Vote</h1><p>6 March 1962 | By Ada Fenwick</p>", "text"),
        ('<h1>Vote</h1><p><a href="/authors/ada/">Ada Fenwick</a></p>', "html"),
        ("<h1>Vote</h1><p>Harbour | By Ada Fenwick | 6 March 1962</p>", "text"),
        ("<h1>Vote</h1><p>A report by Ada Fenwick</p><p>6 March 1962</p>", "text"),
        ("<h1>Vote</h1><p>Written by</p><p>Ada Fenwick</p>", "text"),
        ("<h1>Vote</h1><p>Ada Fenwick</p><p>6 March 1962</p><img alt='Ada Fenwick'>", "text"),
    ],
)
def test_bylines_are_found_on_the_page(html: str, source: str) -> None:
    root = parse_page(html).root
    blocks = page_blocks(parse_page(html).root)

    found = choose_authors([], [], blocks, root, 0, None)

    assert found is not None
    assert found[0] == ("Ada Fenwick",)
    assert found[1].source == source


def test_nobody_is_invented() -> None:
    html = "<h1>Vote</h1><p>The board met on Monday.</p>"

    assert (
        choose_authors([], [], page_blocks(parse_page(html).root), parse_page(html).root, 0, None)
        is None
    )
