"""Addresses are found in whatever text holds them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.capture.addresses import is_address
from desktop_app.capture.queue.addresses_in_text import addresses_in, addresses_in_file
from desktop_app.core.errors import InputError

ONE, TWO = "https://a.example/1", "https://b.example/2"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(f"{ONE}\n\n {TWO} \r\n", [ONE, TWO], id="one a line"),
        pytest.param(f"- {ONE}\n* {TWO}", [ONE, TWO], id="a list"),
        pytest.param(f"See {ONE}, and ({TWO}).", [ONE, TWO], id="prose"),
        pytest.param(f"[One]({ONE}) and [Two]({TWO} 'told')", [ONE, TWO], id="Markdown links"),
        pytest.param(f"<{ONE}> **{TWO}**", [ONE, TWO], id="Markdown addresses"),
        pytest.param(
            f"<ul><li><a href='{ONE}'>{TWO}</a><li><a class=x href={TWO}>2</a></ul>",
            [ONE, TWO],
            id="an HTML list",
        ),
        pytest.param(
            '<a href="https://a.example/?a=1&amp;b=2">x</a>',
            ["https://a.example/?a=1&b=2"],
            id="entities in HTML",
        ),
        pytest.param(f'title,url\n"One",{ONE}\n"Two",{TWO}', [ONE, TWO], id="a table"),
        pytest.param(f"{ONE},{TWO};{ONE}", [ONE, TWO], id="parted by commas, one twice"),
        pytest.param(
            "www.a.example/x\nb.example\nnot an address",
            ["https://www.a.example/x", "https://b.example"],
            id="without a scheme",
        ),
        pytest.param(
            "https://en.example/wiki/Paris_(Texas)",
            ["https://en.example/wiki/Paris_(Texas)"],
            id="brackets of its own",
        ),
        pytest.param(
            "https://s.example/a,1518,9.html",
            ["https://s.example/a,1518,9.html"],
            id="commas of its own",
        ),
        pytest.param("javascript:alert(1) mailto:a@b.example ftp://c.example", [], id="others"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_addresses_are_found(text: str, found: list[str]) -> None:
    assert addresses_in(text) == found


@given(st.text())
def test_whatever_is_found_can_be_fetched(text: str) -> None:
    assert all(is_address(each) for each in addresses_in(f"{text} https://a.example/{text}"))


def test_a_file_in_another_encoding_is_read(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text(f"Größe: {ONE}\n", encoding="utf-16")

    assert addresses_in_file(path) == [ONE]


def test_a_folder_is_no_list(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no file"):
        addresses_in_file(tmp_path)
