from __future__ import annotations

from desktop_app.core.reading_place import find_place, place_at

TEXT = " ".join(f"Sentence {number} of it." for number in range(300))


def test_a_place_in_an_unchanged_text_is_where_it_was() -> None:
    assert find_place(TEXT, place_at(TEXT, 1_234)) == 1_234
    assert find_place(TEXT, place_at(TEXT, 99_999)) == len(TEXT)
    assert find_place("", place_at("", 5)) == 0


def test_a_place_goes_with_its_words() -> None:
    start = TEXT.index("Sentence 200")

    assert find_place(f"Before. {TEXT}", place_at(TEXT, start)) == start + len("Before. ")


def test_of_repeated_words_the_nearest_are_taken() -> None:
    text = "The same again. " * 500

    assert find_place(f"x{text}", place_at(text, 4_800)) == 4_801


def test_without_its_words_a_place_is_as_far_through_the_text_as_it_was() -> None:
    assert find_place("другое " * 100, place_at(TEXT, len(TEXT) // 2)) in (349, 350)
