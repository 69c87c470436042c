"""The name data answers for single words of every case and script."""

from __future__ import annotations

import pytest

from desktop_app.analysis.name_data import Kind, kinds_of


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Sergey", Kind.GIVEN),
        ("Smith", Kind.FAMILY),
        ("Lavrov", Kind.NAME),
        ("Лавров", Kind.NAME),
        ("Müller", Kind.FAMILY),
        ("London", Kind.PLACE),
        ("New York", Kind.PLACE),
        ("Deutschland", Kind.PLACE),
        ("University", Kind.ORGANISATION),
        ("meeting", Kind.WORD),
    ],
)
def test_a_word_is_known_for_what_it_is(word: str, kind: Kind) -> None:
    assert kinds_of(word) & kind


def test_case_and_accents_make_no_difference() -> None:
    assert kinds_of("MÜLLER") == kinds_of("muller") == kinds_of("Müller")


@pytest.mark.parametrize("word", ["", "qzxvw", "\ud800", "Meeting Room Nine"])
def test_an_unknown_word_has_no_kind(word: str) -> None:
    assert kinds_of(word) == 0
