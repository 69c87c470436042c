"""Highlighted passages among the tokens of Markdown."""

from __future__ import annotations

from desktop_app.core.highlight import Colour, Highlight
from desktop_app.core.text_quote import TextQuote
from desktop_app.export.base.dialect import markdown_reader
from desktop_app.export.base.marked_passages import numbered_notes, passages, with_passages


def highlight(number: int, start: int, end: int, colour: str, note: str = "") -> Highlight:
    return Highlight(number, 1, TextQuote("x"), start, end, Colour(colour), note)


def marked(markdown: str, text: str, *highlights: Highlight) -> list[tuple[str, str, list[int]]]:
    tokens = with_passages(markdown_reader().parse(markdown), text, passages(highlights))
    found = []
    for token in tokens:
        children = token.children or []
        for at, child in enumerate(children):
            if child.type == "passage_open":
                told = (child.meta["colour"], child.meta["numbers"])
                found.append((children[at + 1].content, *told))
    return found


def test_overlapping_highlights_become_stretches_and_the_shorter_one_shows() -> None:
    found = passages([highlight(1, 0, 20, "yellow"), highlight(2, 5, 10, "pink")])
    assert [(each.start, each.end, each.colour) for each in found] == [
        (0, 5, "yellow"),
        (5, 10, "pink"),
        (10, 20, "yellow"),
    ]


def test_a_passage_over_paragraphs_emphasis_and_items_has_one_number_at_its_end() -> None:
    markdown = "One *two* three.\n\n- four\n- five"
    text = "One two three.\n\nfour\nfive"
    whole = highlight(1, 4, len(text), "blue", "note")
    assert marked(markdown, text, whole) == [
        ("two", "blue", []),
        (" three.", "blue", []),
        ("four", "blue", []),
        ("five", "blue", [1]),
    ]


def test_notes_and_orphans_are_numbered_and_nothing_else() -> None:
    plain, noted = highlight(1, 0, 2, "pink"), highlight(2, 3, 4, "pink", "why")
    orphan = Highlight(3, 1, TextQuote("gone"), None, None)
    assert numbered_notes([plain, noted, orphan]) == {1: noted, 2: orphan}
    assert len(passages([plain, noted, orphan])) == 2
