"""Text without what nobody sees."""

from __future__ import annotations

import pytest

from desktop_app.export.base.visible_text import (
    language_tag,
    runs_to_left,
    visible,
    visible_lines,
)


def test_what_files_of_words_may_not_hold_is_left_out() -> None:
    assert visible("a\x00b\x08c\ud800d\ufffee\ue000f\u202eg\x7fh") == "abcdefgh"


def test_text_stands_on_one_line_and_composed() -> None:
    assert visible("one\n two\t e\u0301") == "one two é"


def test_lines_and_spaces_of_program_code_stay() -> None:
    assert visible_lines("if x:\r\n    y\x08\u2028z") == "if x:\n    y\nz"


def test_what_joins_letters_of_other_writings_stays() -> None:
    scotland = "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"
    for kept in ("می\u200cخواهم", "👩\u200d👩", f"a{scotland}b", "葛\U000e0100"):
        assert visible(kept) == kept
    assert visible("a\U000e0061b") == "ab"


@pytest.mark.parametrize(
    ("given", "tag"), [("zh-Hans-CN", "zh-Hans-CN"), ('en" x', ""), (None, "")]
)
def test_only_a_language_that_can_be_named_is(given: str | None, tag: str) -> None:
    assert language_tag(given) == tag


def test_the_way_that_most_letters_run() -> None:
    assert runs_to_left("שלום לכולם, NATO")
    assert not runs_to_left("NATO: שלום to all")
    assert not runs_to_left("123")
