from __future__ import annotations

from desktop_app.core.text_changes import Change, word_changes
from desktop_app.ui.reading.changes_html import changes_html


def test_markup_in_the_text_is_shown_not_obeyed() -> None:
    assert "<b>" not in "".join(changes_html(word_changes("a", "<b>a</b>")))


def test_each_paragraph_is_a_piece_with_what_changed_in_it() -> None:
    pieces = changes_html(word_changes("One.\n\nTwo old.", "One.\n\nTwo new."))

    assert pieces == ["<p>One.</p>", "<p>Two <del>old.</del><ins>new.</ins></p>"]


def test_a_long_paragraph_is_shown_as_several() -> None:
    pieces = changes_html([Change("added", "word " * 5_000)])

    assert len(pieces) == 5
    assert all(len(piece) < 7_000 for piece in pieces)
    assert all("<ins>" in piece for piece in pieces)
