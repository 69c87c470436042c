"""What is quoted of an article, and where words are left out."""

from __future__ import annotations

from desktop_app.core.highlight import Colour, Highlight
from desktop_app.core.text_quote import TextQuote
from desktop_app.export.documents.quoted_passages import QuotedArticle, quoted_article

TEXT = "One two three. Four five.\n\nSix seven.\n\nEight nine ten."


def mark(number: int, words: str, note: str = "", colour: str = "yellow") -> Highlight:
    start = TEXT.find(words)
    place = (start, start + len(words)) if start >= 0 else (None, None)
    return Highlight(number, 1, TextQuote(words), *place, Colour(colour), note)


def told(quoted: QuotedArticle) -> list[tuple[bool, list[str]]]:
    return [
        (each.left_out, ["".join(run.words for run in runs) for runs in each.paragraphs])
        for each in quoted.passages
    ]


def test_words_left_out_are_known_before_between_and_behind() -> None:
    quoted = quoted_article(TEXT, [mark(1, "One two"), mark(2, "Eight nine")])
    assert told(quoted) == [(False, ["One two"]), (True, ["Eight nine"])]
    assert quoted.left_out


def test_a_passage_over_paragraphs_keeps_them_and_the_places_of_its_letters() -> None:
    quoted = quoted_article(TEXT, [mark(1, "Four five.\n\nSix seven.\n\nEight nine ten.", "why")])
    assert told(quoted) == [(True, ["Four five.", "Six seven.", "Eight nine ten."])]
    assert not quoted.left_out
    runs = [run for runs in quoted.passages[0].paragraphs for run in runs]
    assert all(TEXT.startswith(run.words, run.start) for run in runs)
    assert [run.numbers for run in runs] == [(), (), (1,)]


def test_passages_with_nothing_but_space_between_are_one() -> None:
    marks = [mark(1, "One two three."), mark(2, "Four five.", colour="pink"), mark(3, "Six seven.")]
    quoted = quoted_article(TEXT, marks)
    assert told(quoted) == [(False, ["One two three. Four five.", "Six seven."])]
    assert [run.colour for run in quoted.passages[0].paragraphs[0]][-1] == "pink"


def test_overlapping_highlights_quote_their_words_once() -> None:
    quoted = quoted_article(TEXT, [mark(1, "One two three"), mark(2, "two three. Four")])
    assert told(quoted) == [(False, ["One two three. Four"])]


def test_what_the_text_does_not_hold_is_told_apart() -> None:
    gone = mark(1, "never said")
    assert quoted_article(TEXT, [gone]).orphans == (gone,)
