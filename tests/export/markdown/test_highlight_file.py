from __future__ import annotations

from desktop_app.core.highlight import ArticleHighlight, Colour, Highlight
from desktop_app.core.text_quote import TextQuote
from desktop_app.export.markdown.highlight_file import highlights_markdown


def _highlight(number: int, article_id: int, words: str, note: str = "") -> Highlight:
    return Highlight(number, article_id, TextQuote(words), 0, len(words), Colour.PINK, note)


def test_those_of_one_article_stand_together_below_its_source() -> None:
    written = highlights_markdown(
        [
            ArticleHighlight(
                "Talks", "2023-04-14", _highlight(1, 1, "one"), "ANI", "https://x.org"
            ),
            ArticleHighlight("", None, _highlight(2, 2, "two", "so *it* goes")),
            ArticleHighlight("Talks", "2023-04-14", _highlight(3, 1, "three"), "ANI"),
        ]
    )

    assert written == (
        "## Talks\n\nANI, 2023-04-14, https://x.org\n\n> one\n\n*Pink*\n\n> three\n\n*Pink*\n\n"
        "## Without a title\n\n> two\n\n*Pink*: so \\*it\\* goes\n"
    )
