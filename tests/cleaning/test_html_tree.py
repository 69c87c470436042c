from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.cleaning.html_tree import MAX_TAGS, parse_page


def test_scripts_styles_and_comments_are_gone_before_parsing() -> None:
    page = parse_page("<p>a<!-- x --><script>if (a < b) c()</script><style>p{}</style>b</p>")

    assert page.root.text_content() == "ab"
    assert page.source == "<p>ab</p>"


def test_data_in_scripts_is_kept_aside() -> None:
    page = parse_page('<script type="application/ld+json">{"a": 1}</script><script>x</script>')

    assert [text for _, text in page.data_scripts] == ['{"a": 1}']


def test_a_script_that_never_ends_costs_only_its_tag() -> None:
    assert parse_page("<p>before<script>after").root.text_content() == "beforeafter"


@pytest.mark.parametrize(
    "source",
    [
        "<div>" * 100_000 + "the end" + "</div>" * 100_000,
        "<ul><li>" * 50_000 + "the end",
        "<b><p>" * 20_000 + "the end",
    ],
)
def test_endless_nesting_is_flattened_and_the_text_kept(source: str) -> None:
    page = parse_page(source[: MAX_TAGS * 6])

    assert "the end" in page.root.text_content() or page.cut


def test_too_many_tags_cut_the_page_off() -> None:
    page = parse_page("<p>x</p>" * MAX_TAGS)

    assert page.cut


def test_an_empty_source_is_an_empty_page() -> None:
    assert parse_page("").root.text_content() == ""


@given(st.text(alphabet="<>/!-abcspitr \n\x00\ud800=\"'&;", max_size=200))
def test_any_source_gives_a_tree(source: str) -> None:
    assert parse_page(source).root.tag == "html"
