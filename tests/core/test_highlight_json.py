"""Highlights as JSON."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.core.highlight import ArticleHighlight, Colour, Highlight
from desktop_app.core.highlight_json import article_highlight_to_json, highlight_to_json
from desktop_app.core.text_quote import TextQuote

KEPT = Highlight(
    7, 3, TextQuote("held talks", "They ", "."), 5, 15, Colour.GREEN, "why?", "2026-11-24T10:00:00Z"
)


def test_a_highlight_tells_its_quote_place_colour_and_note() -> None:
    assert highlight_to_json(KEPT) == {
        "id": 7,
        "quote": "held talks",
        "prefix": "They ",
        "suffix": ".",
        "start": 5,
        "end": 15,
        "colour": "green",
        "note": "why?",
        "created": "2026-11-24T10:00:00Z",
    }


def test_an_orphan_has_no_place_and_keeps_its_quote() -> None:
    value = highlight_to_json(replace(KEPT, start=None, end=None))
    assert (value["start"], value["end"], value["quote"]) == (None, None, "held talks")


def test_in_a_list_the_article_is_named() -> None:
    value = article_highlight_to_json(ArticleHighlight("Talks", "2023-04-14", KEPT))
    assert (value["article"], value["title"], value["published"]) == (3, "Talks", "2023-04-14")
