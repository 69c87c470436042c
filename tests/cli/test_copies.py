"""``cuttings copies``: the groups, what each cut, and the user's word."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Terminal
from tests.services.copies.stories import story

STORY = story("coal and steel")


def clip(terminal: Terminal, folder: Path, name: str, paragraphs: list[str]) -> int:
    body = "".join(f"<p>{each}</p>" for each in paragraphs)
    page = folder / f"{name}.html"
    page.write_text(
        f"<html lang=en><head><title>{name}</title><meta property='og:site_name' content='{name}'>"
        f"</head><body><article><h1>{name}</h1>{body}</article></body></html>"
    )
    (made,) = terminal("clip", page, "--json").json_lines
    return int(str(made["id"]))


@pytest.fixture
def ids(terminal: Terminal, tmp_path: Path) -> list[int]:
    told = {"Post": STORY, "Mail": STORY[:3], "Globe": story("elections")}
    return [clip(terminal, tmp_path, name, paragraphs) for name, paragraphs in told.items()]


def groups(terminal: Terminal) -> list[list[int]]:
    found = terminal("copies", "--json").json
    return [sorted(each["id"] for each in group["copies"]) for group in found]  # type: ignore[attr-defined]


def test_what_was_clipped_is_in_its_group_at_once(terminal: Terminal, ids: list[int]) -> None:
    post, mail, globe = ids

    assert groups(terminal) == [[post, mail]]
    assert terminal("show", post, "--json").json["copies"] == [mail]  # type: ignore[index, call-overload]
    assert terminal("show", globe, "--json").json["copies"] == []  # type: ignore[index, call-overload]
    assert [found["id"] for found in terminal("list", "is:copy", "--json").json] == [  # type: ignore[attr-defined]
        mail,
        post,
    ]


def test_a_group_is_shown_with_its_outlets(terminal: Terminal, ids: list[int]) -> None:
    shown = terminal("copies", "show", ids[0]).out

    assert "2 copies" in shown
    assert "Post" in shown
    assert "Mail" in shown


def test_what_a_copy_cut_is_marked(terminal: Terminal, ids: list[int]) -> None:
    compared = terminal("copies", "compare", ids[0], ids[1])

    assert f"[-{STORY[3]}\n\n{STORY[4]}" in compared.out.replace("[-\n\n", "[-")
    assert "80 taken away" in compared.err


def test_split_and_join_hold_until_they_are_undone(terminal: Terminal, ids: list[int]) -> None:
    post, mail, globe = ids

    terminal("copies", "split", mail)
    assert groups(terminal) == []
    terminal("copies", "join", mail, globe)
    assert groups(terminal) == [[mail, globe]]
    terminal("copies", "find", "--again")
    assert groups(terminal) == [[mail, globe]]

    terminal("undo")
    terminal("undo")
    assert groups(terminal) == [[post, mail]]


@pytest.mark.parametrize(
    "arguments", [("join", 1), ("join", 1, 99), ("split", 3), ("show", 99), ("compare", 1, 99)]
)
def test_what_cannot_be_done_is_told_in_a_sentence(
    terminal: Terminal, ids: list[int], arguments: tuple[object, ...]
) -> None:
    outcome = terminal("copies", *arguments)

    assert outcome.code == 1
    assert "Traceback" not in outcome.err
    assert outcome.err.strip().endswith(".")
