from __future__ import annotations

import pytest

from desktop_app.cleaning.page_title import choose_title, without_site


@pytest.mark.parametrize(
    ("told", "titles", "headings", "site", "expected"),
    [
        (
            None,
            ("Storm sinks ferry | The Quay",),
            ("Storm sinks ferry",),
            None,
            "Storm sinks ferry",
        ),
        (None, ("Storm sinks ferry - The Quay",), ("The Quay",), "The Quay", "Storm sinks ferry"),
        (None, ("Storm sinks ferry",), ("Blog", "Storm sinks ferry"), None, "Storm sinks ferry"),
        (
            None,
            ("Ferry sunk by storm",),
            ("Storm sinks the old ferry",),
            None,
            "Storm sinks the old ferry",
        ),
        ("Storm sinks ferry", (), (), None, "Storm sinks ferry"),
        (None, ("The Quay » Storm sinks old ferry",), (), "quay", "Storm sinks old ferry"),
        (None, (), ("Storm",), None, "Storm"),
        (
            None,
            ("Storm sinks old ferry | The Quay",),
            ("Rough seas: Storm sinks old ferry",),
            None,
            "Storm sinks old ferry",
        ),
        (
            None,
            ("Best old ferries of the coast",),
            ("The best old ferries of the coast",),
            None,
            "The best old ferries of the coast",
        ),
        (
            None,
            ("Storm sinks old ferry",),
            ("Storm sinks old ferry (quay.example) 87",),
            None,
            "Storm sinks old ferry",
        ),
        (
            None,
            ("Storm sinks old ferry – The Quay",),
            ("Storm sinks old ferry – The Quay",),
            "The Quay",
            "Storm sinks old ferry",
        ),
        (
            None,
            ("The Quay » Blog Archive » Storm sinks old ferry",),
            (),
            "The Quay",
            "Storm sinks old ferry",
        ),
    ],
)
def test_the_headline_is_chosen(
    told: str | None,
    titles: tuple[str, ...],
    headings: tuple[str, ...],
    site: str | None,
    expected: str,
) -> None:
    chosen = choose_title(told, titles, headings, site)

    assert chosen is not None
    assert chosen[0] == expected


def test_nothing_told_is_nothing() -> None:
    assert choose_title(None, (), ("{{ title }}",), None) is None


def test_a_dash_inside_a_headline_is_no_outlet() -> None:
    assert without_site("War – and what comes after it", None) == "War – and what comes after it"
