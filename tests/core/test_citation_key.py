"""Short names by which articles are cited."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.core.citation_key import FreeKeys, kept_key, proposed_key


@pytest.mark.parametrize(
    ("authors", "publisher", "published", "title", "key"),
    [
        (["Sergey Lavrov"], "ANI", "2023-04-13", "The talks in Samarkand", "lavrov2023talks"),
        (["Сергей Лавров"], "ТАСС", "2023?", "О переговорах", "lavrov2023peregovorakh"),
        (["Jan van der Berg"], "NRC", "2023", "Water", "berg2023water"),
        ([], "The New York Times", "2023-04", "U.S. and China meet", "newyork2023china"),
        ([], None, "196X", "L'Europe d'abord", "article196xeurope"),
        (["Anna Müller"], "taz", None, "10 Fragen", "muellerfragen"),
        ([], None, None, None, "article"),
    ],
)
def test_a_key_is_name_year_and_first_telling_word(
    authors: list[str], publisher: str | None, published: str | None, title: str | None, key: str
) -> None:
    assert proposed_key(authors, publisher, published, title) == key


def test_what_has_no_latin_letters_is_named_by_its_site() -> None:
    key = proposed_key(["王毅"], "新华社", "2023", "会见", "https://www.scmp.com.cn/a")

    assert key == "scmp2023"


def test_keys_that_are_taken_get_letters() -> None:
    keys = FreeKeys({"roe2023"}.__contains__)

    given_keys = [keys.give("roe2023") for _ in range(28)]

    assert given_keys[:3] == ["roe2023a", "roe2023b", "roe2023c"]
    assert given_keys[25:] == ["roe2023z", "roe20232a", "roe20232b"]


@pytest.mark.parametrize(
    ("key", "kept"),
    [("Smith_2020:a", "Smith_2020:a"), ("smith2020", "smith2020"), ("a b", ""), ("x#y", "")],
)
def test_a_key_of_another_program_is_kept_where_it_is_safe(key: str, kept: str) -> None:
    assert kept_key(key) == kept


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=40), max_size=2), st.text(max_size=40), st.text(max_size=40))
def test_every_key_is_safe(authors: list[str], publisher: str, title: str) -> None:
    key = proposed_key(authors, publisher, "2023", title, language="en")

    assert re.fullmatch("[a-z][a-z0-9]{1,60}", key)
