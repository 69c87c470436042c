"""The pages of one article become one text."""

from __future__ import annotations

from desktop_app.cleaning.join_pages import join_pages
from desktop_app.cleaning.markdown_text import plain_text
from desktop_app.core.article import CleanArticle, RemovedBlock


def article(markdown: str, **fields: object) -> CleanArticle:
    return CleanArticle(markdown, plain_text(markdown), **fields)  # type: ignore[arg-type]


def test_bodies_follow_each_other_and_repeats_at_the_top_are_dropped() -> None:
    first = article("## Standfirst\n\nOne.\n\n- a\n- b\n", title="Story")
    second = article(
        "## Standfirst\n\nTwo.\n",
        title="Story, page 2",
        removed=(RemovedBlock("Share", "menu", 1),),
    )
    joined = join_pages([first, second])
    assert joined.title == "Story"
    assert joined.markdown == "## Standfirst\n\nOne.\n\n- a\n- b\n\nTwo.\n"
    assert joined.text == plain_text(joined.markdown)


def test_what_was_left_out_keeps_its_place() -> None:
    first = article("One.\n\nTwo.\n")
    second = article("Three.\n", removed=(RemovedBlock("Share", "menu", 1),))
    assert [block.before for block in join_pages([first, second]).removed] == [3]


def test_an_empty_page_adds_nothing() -> None:
    first = article("One.\n")
    assert join_pages([first, article("")]).markdown == "One.\n"
