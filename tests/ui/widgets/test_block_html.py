"""A block as HTML for Qt's rich text: nothing from outside gets through but words and links."""

from __future__ import annotations

from desktop_app.ui.widgets.block_html import block_html


def test_raw_html_is_text() -> None:
    html = block_html("<script>alert(1)</script> <img src=http://x/y.png>")

    assert "<script" not in html
    assert "<img" not in html


def test_links_to_the_web_are_kept_and_others_dropped() -> None:
    kept = block_html("[page](https://example.org/a?b=1&c=2)")
    dropped = block_html("[bad](javascript:alert(1)) [file](file:///etc/passwd)")

    assert 'href="https://example.org/a?b=1&amp;c=2"' in kept
    assert "href" not in dropped


def test_a_remote_image_shows_only_its_caption() -> None:
    html = block_html('![A ship](https://example.org/ship.jpg "The ship — photo: Roe")')

    assert "<img" not in html
    assert "The ship — photo: Roe" in html


def test_a_stored_image_is_shown_with_its_caption() -> None:
    html = block_html('![A ship](cuttings-image:ab12 "The <ship>")')

    assert '<img src="cuttings-image:ab12"' in html
    assert "The &lt;ship&gt;" in html


def test_tables_and_lists_keep_their_form() -> None:
    assert "<table" in block_html("| a | b |\n|---|---|\n| 1 | 2 |")
    assert block_html("- one\n- two").count("<li>") == 2
