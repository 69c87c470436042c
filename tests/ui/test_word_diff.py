from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.ui.word_diff import changes_html, changes_in_words, word_changes


def test_a_changed_word_is_taken_and_added() -> None:
    changes = word_changes("The talks failed today.", "The talks went on today.")

    assert [(change.kind, change.text) for change in changes if change.kind != "same"] == [
        ("taken", "failed"),
        ("added", "went on"),
    ]
    assert changes_in_words(changes) == "2 words added, 1 taken away."


def test_markup_in_the_text_is_shown_not_obeyed() -> None:
    assert "<b>" not in changes_html(word_changes("a", "<b>a</b>"))


@given(earlier=st.text(max_size=200), later=st.text(max_size=200))
def test_both_texts_can_be_read_from_the_changes(earlier: str, later: str) -> None:
    changes = word_changes(earlier, later)

    assert "".join(c.text for c in changes if c.kind != "added") == earlier
    assert "".join(c.text for c in changes if c.kind != "taken") == later
