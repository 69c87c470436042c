from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.text_changes import changes_in_words, word_changes


def test_a_changed_word_is_taken_and_added() -> None:
    changes = word_changes("The talks failed today.", "The talks went on today.")

    assert [(change.kind, change.text) for change in changes if change.kind != "same"] == [
        ("taken", "failed"),
        ("added", "went on"),
    ]
    assert changes_in_words(changes) == "2 words added, 1 taken away."


@given(earlier=st.text(max_size=200), later=st.text(max_size=200))
def test_both_texts_can_be_read_from_the_changes(earlier: str, later: str) -> None:
    changes = word_changes(earlier, later)

    assert "".join(c.text for c in changes if c.kind != "added") == earlier
    assert "".join(c.text for c in changes if c.kind != "taken") == later


def kinds(earlier: str, later: str) -> list[tuple[str, str]]:
    return [(each.kind, each.text) for each in word_changes(earlier, later)]


def test_a_paragraph_that_moved_in_is_added_whole() -> None:
    assert kinds("One.\n\nThree.", "One.\n\nTwo.\n\nThree.") == [
        ("same", "One.\n\n"),
        ("added", "Two.\n\n"),
        ("same", "Three."),
    ]


def test_words_that_changed_side_by_side_are_one_change() -> None:
    assert kinds("He met two old friends.", "He met her young sister.") == [
        ("same", "He met "),
        ("taken", "two old friends."),
        ("added", "her young sister."),
    ]


def test_chinese_is_compared_letter_by_letter() -> None:
    assert kinds("会谈今天失败了。", "会谈昨天失败了。") == [
        ("same", "会谈"),
        ("taken", "今"),
        ("added", "昨"),
        ("same", "天失败了。"),
    ]


def test_another_line_break_is_a_change_but_no_word() -> None:
    changes = word_changes("One two", "One\ntwo")

    assert changes_in_words(changes) == "Only white space is different."
    assert changes_in_words(word_changes("a", "a")) == "The two texts are the same."


@given(
    earlier=st.lists(st.sampled_from("abc"), max_size=30),
    later=st.lists(st.sampled_from("abc"), max_size=30),
)
def test_no_more_is_told_as_changed_than_must_be(earlier: list[str], later: list[str]) -> None:
    def longest(one: list[str], other: list[str]) -> int:
        """By the textbook's table."""
        row = [0] * (len(other) + 1)
        for here in one:
            before = list(row)
            for at, there in enumerate(other, 1):
                row[at] = before[at - 1] + 1 if here == there else max(before[at], row[at - 1])
        return row[-1]

    changes = word_changes("\n".join([*earlier, "x"]), "\n".join([*later, "x"]))
    same = "".join(each.text for each in changes if each.kind == "same")

    assert len(same.split()) == longest(earlier, later) + 1


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("One.\n\nTwo.", "One.\n\nTwo.\n\nThree."),
        ("One.\n\nTwo.\n\nThree.", "One.\n\nTwo."),
        ("One.\n\nTwo.", "One.\n\nThree."),
        ("One.", "Two."),
        ("One.", "One."),
        ("One.\n\nTwo.", "Zero.\n\nOne.\n\nTwo."),
    ],
)
def test_what_is_told_gives_both_texts_again(earlier: str, later: str) -> None:
    changes = word_changes(earlier, later)

    assert "".join(each.text for each in changes if each.kind != "added") == earlier
    assert "".join(each.text for each in changes if each.kind != "taken") == later


def test_a_paragraph_added_at_the_end_is_all_that_is_told() -> None:
    earlier = "The first of two paragraphs.\n\nThe second of the two."

    changes = word_changes(earlier, f"{earlier}\n\nThe third of two.")

    assert [each.text for each in changes if each.kind == "added"] == ["\n\nThe third of two."]
    assert [each for each in changes if each.kind == "taken"] == []
