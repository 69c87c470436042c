from __future__ import annotations

import pytest

from desktop_app.cleaning.author_names import is_desk, is_nobody, is_user_name, named


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (["By Ada Fenwick and Tom Reed"], ("Ada Fenwick", "Tom Reed")),
        (["Ada Fenwick", "Tom Reed"], ("Ada Fenwick", "Tom Reed")),
        (["View all posts by Ada Fenwick"], ("Ada Fenwick",)),
        (["Ada Fenwick Ada Fenwick"], ("Ada Fenwick",)),
        (["https://social.example/ada"], ()),
        (["Reuters"], ()),
        (["admin"], ()),
        (["The Quay Gazette"], ()),
        (["Center for Tides and Research"], ("Center for Tides and Research",)),
        (["page.head.extra.author.of.the.page"], ()),
    ],
)
def test_only_names_are_names(values: list[str], expected: tuple[str, ...]) -> None:
    assert named([values], "The Quay Gazette") == expected


@pytest.mark.parametrize("name", ["adaf", "ada.fenwick", "AdaF", "ada62"])
def test_users_of_a_system_are_told_from_persons(name: str) -> None:
    assert is_user_name(name)


@pytest.mark.parametrize("name", ["Ada", "Ada Fenwick", "张伟", "R. R."])
def test_a_name_is_no_user_s(name: str) -> None:
    assert not is_user_name(name)


def test_desks_and_nobodies() -> None:
    assert is_desk("The Quay Gazette Team")
    assert is_desk("Quay Staff")
    assert not is_desk("Ada Fenwick")
    assert is_nobody("Admin")
