from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.cleaning.html_tree import MAX_BLANKS, MAX_TAGS, parse_page


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


def test_flattening_leaves_the_tags_of_the_head_as_they_are() -> None:
    nested = "<div>" * 5_000 + "the end" + "</div>" * 5_000
    page = parse_page(f"<html><head><title>Deep</title></head><body>{nested}</body></html>")

    assert page.root.findtext(".//title") == "Deep"
    assert page.root.find("body").text_content() == "the end"


@pytest.mark.parametrize(
    "source",
    [
        "<!doctype html><title>T</title><article><p>one</p></article><p>two</p>",
        "<html><head><title>T</title><main>one</main> <p>two</p></head></html>",
        "<title>T</title><header>one</header><meta name='a' content='b'><section>two</section>",
        "<title>T</title><x-page>one</x-page>two",
    ],
)
def test_what_a_page_without_body_tags_shows_is_in_its_body(source: str) -> None:
    root = parse_page(source).root

    assert root.find("body").text_content().split() == ["one", "two"] or (
        root.find("body").text_content() == "onetwo"
    )
    assert root.findtext("head/title") == "T"


@pytest.mark.parametrize("space", [" ", "\t", "&#32;", "\u2003"])
def test_a_run_of_blanks_is_kept_short(space: str) -> None:
    page = parse_page(f"<p>a{space * 100_000}b</p><pre>c{' ' * 40}d</pre>")

    assert len(page.root.text_content()) < 1_000
    assert "c" + " " * 40 + "d" in page.root.text_content()


@pytest.mark.parametrize("reference", ["&#1;", "&#x1f;", "&#27", "&#x7F;", "&#0012;", "&#xFFFF;"])
def test_control_characters_written_as_references_are_left_out(reference: str) -> None:
    page = f"<p>Before{reference} {'&#32;' * (MAX_BLANKS + 1)}after&#33;&#9;&#x0A;</p>"

    text = parse_page(page).root.text_content()

    assert text.split() == ["Before", "after!"]


@given(st.lists(st.integers(0, 0x110000) | st.just(32), min_size=MAX_BLANKS // 2, max_size=400))
def test_any_characters_by_reference_give_a_tree(numbers: list[int]) -> None:
    source = "".join(f"&#{number};&#32;&#32;" for number in numbers)

    assert parse_page(f"<p>{source}</p>").root.tag == "html"
