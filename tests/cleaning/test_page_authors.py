from __future__ import annotations

import pytest

from desktop_app.cleaning.html_tree import parse_page
from desktop_app.cleaning.page_authors import choose_authors, meta_authors
from desktop_app.cleaning.page_blocks import page_blocks
from desktop_app.cleaning.page_head import page_head


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
        ("<h1>Vote</h1><p>Ada Fenwick</p><p>Senior Writer</p>", "text"),
        ("<h1>Vote</h1><p>Ada Fenwick | Senior Writer | 6 March 1962</p>", "text"),
        ("<h1>Vote</h1><p>6 March 1962 • Ada Fenwick in Harbour News</p>", "text"),
        ("<h1>Vote</h1><p class='author'>Ada Fenwick 6 March 1962</p>", "html"),
        ("<h1>Vote</h1><h4 class='author-box__name'>Ada Fenwick</h4>", "html"),
        (
            "<h1>Vote</h1><p class='author-bio'>Written by Ada Fenwick, Head of Print and Ink</p>",
            "text",
        ),
        ("<h1>Vote</h1><p class='author'>By Ada Fenwick. Reviewed by Tom Reed</p>", "html"),
        ("<h1>Vote</h1>" + "<p>The board met.</p>" * 40 + "<p>Written by Ada Fenwick</p>", "text"),
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


@pytest.mark.parametrize(
    ("html", "desk"),
    [
        ("<h1>Vote</h1><p class='authorName'>Quay Staff</p>", "Quay Staff"),
        ("<h1>Vote</h1><p>By</p><p>The Quay Gazette Team</p>", "The Quay Gazette Team"),
        ("<h1>Vote</h1><p><a href='/author/quay-team'>Quay Team</a></p>", "Quay Team"),
        ("<h1>Vote</h1><p>by adaf</p>", "adaf"),
        ("<h1>Vote</h1><p>by adaf on 6 March 1962 - 18:55</p>", "adaf"),
    ],
)
def test_a_desk_or_user_signs_where_no_person_does(html: str, desk: str) -> None:
    found = choose_authors(
        [], [], page_blocks(parse_page(html).root), parse_page(html).root, 0, None
    )

    assert found is not None
    assert found[0] == (desk,)
    assert found[1].confidence < 0.5


def test_who_signs_is_believed_before_the_name_of_a_user() -> None:
    html = "<h1>Vote</h1><p>Author: Ada Fenwick</p>"
    blocks, root = page_blocks(parse_page(html).root), parse_page(html).root

    signed = choose_authors(["qgadaf"], [["ada.fenwick"]], blocks, root, 0, None)
    alone = choose_authors(["qgadaf"], [], blocks[:1], parse_page("<h1>Vote</h1>").root, 0, None)

    assert signed is not None and signed[0] == ("Ada Fenwick",)
    assert alone is not None and alone[0] == ("qgadaf",)


def test_what_a_section_s_link_says_is_no_author() -> None:
    html = (
        "<h1>Vote</h1><div class='author'>By Ada Fenwick <a href='/category/x'>Sea News</a></div>"
    )

    found = choose_authors(
        [], [], page_blocks(parse_page(html).root), parse_page(html).root, 0, None
    )

    assert found is None or "Sea News" not in found[0]
