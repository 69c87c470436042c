"""Markdown as the window shows it."""

from __future__ import annotations

from desktop_app.ui.widgets.shown_markdown import shown_own_markdown_reader


def test_the_authors_notes_are_shown_where_they_are_written() -> None:
    markdown = "a[^1] ~~b~~^[in *c*]\n\n- [x] d\n\n[^1]: e"

    html = shown_own_markdown_reader().render(markdown, {"images": ()})

    assert "<p>a<sup>[^1]</sup> <s>b</s><sup>[</sup><small>in <em>c</em></small>" in html
    assert "<p><sup>[^1]</sup> e</p>" in html
    assert "<li>☒ d</li>" in html
