"""people assign and name, note, wikidata: the user's word from the terminal."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Terminal

TEXT = (
    "Talks in Ohio\n\nWashington, 3 May 1995. President Bill Clinton and Senator Hillary Clinton"
    " came to Ohio on Friday.\n\nClinton said that the talks had begun. The Iron Lady listened.\n"
)


@pytest.fixture
def clipped(terminal: Terminal, tmp_path: Path) -> Terminal:
    (tmp_path / "first.txt").write_text(TEXT, "utf-8")
    assert terminal("clip", tmp_path / "first.txt").code == 0
    return terminal


def person_id(terminal: Terminal, name: str) -> int:
    people: Any = terminal("people", "--json").json
    return next(each["id"] for each in people if each["name"] == name)


def named(printed: object) -> dict[str, list[str]]:
    people: Any = printed
    return {each["name"]: [found["text"] for found in each["mentions"]] for each in people}


def test_an_article_tells_what_is_nobodys_and_one_word_assigns_it(clipped: Terminal) -> None:
    told = clipped("show", 1).out
    assert "Unassigned: 1 mention: Clinton (Bill Clinton or Hillary Clinton?)" in told
    article: Any = clipped("show", 1, "--json").json
    hillary = person_id(clipped, "Hillary Clinton")
    (left,) = article["unassigned"]
    assert {"id": hillary, "name": "Hillary Clinton"} in left["persons"]

    after = clipped("people", "name", 1, "Clinton", "--to", hillary, "--json").json

    assert named(after)["Hillary Clinton"] == ["Hillary Clinton", "Clinton"]
    assert "Unassigned" not in clipped("show", 1).out
    clipped("undo")
    assert "Unassigned" in clipped("show", 1).out


def test_one_mention_is_somebody_else(clipped: Terminal) -> None:
    bill = person_id(clipped, "Bill Clinton")
    new = ("--new", "William Blythe", "--mention", 1)

    after = named(clipped("people", "assign", 1, bill, *new, "--json").json)

    assert after["William Blythe"] == ["Bill Clinton"]
    assert "names nobody" not in clipped("people", "assign", 1, bill, "--nobody").err
    assert clipped("people", "assign", 1, bill, "--nobody").code == 1


def test_a_person_is_nobody_throughout_an_article(clipped: Terminal) -> None:
    bill = person_id(clipped, "Bill Clinton")
    assert "Hillary Clinton (1)" in clipped("people", "assign", 1, bill, "--nobody").err
    assert "Bill Clinton" not in clipped("people").out


def test_a_missed_person_is_named(clipped: Terminal) -> None:
    given = ("people", "name", 1, "The Iron Lady", "--new", "Margaret Thatcher")
    assert "Margaret Thatcher (1)" in clipped(*given).err
    again = clipped(*given)
    assert (again.code, "without a person" in again.err) == (1, True)
    assert clipped(*given[:-1], "Denis Thatcher", "--occurrence", 1).code == 0
    assert clipped(*given, "--occurrence", 2).code == 1


@pytest.mark.parametrize("whom", [(), ("--to", 1, "--nobody"), ("--new", "A", "--nobody")])
def test_just_one_is_meant(clipped: Terminal, whom: tuple[object, ...]) -> None:
    assert clipped("people", "assign", 1, 1, *whom).code == 2
    assert clipped("people", "name", 1, "Ohio", *whom).code == 2


def test_a_mention_that_isnt_there_is_named(clipped: Terminal) -> None:
    outcome = clipped("people", "assign", 1, 1, "--nobody", "--mention", 9)
    assert (outcome.code, "names person 1 1 times" in outcome.err) == (1, True)


def test_a_note_and_a_link_are_kept_shown_and_undone(clipped: Terminal) -> None:
    kept: Any = clipped("people", "note", 1, "Met in *Ohio*.\n\nTwice.", "--json").json
    assert kept["note"] == "Met in *Ohio*.\n\nTwice."
    linked: Any = clipped("people", "wikidata", 1, "Q1124", "--json").json
    assert linked["wikidata"] == "Q1124"
    shown = clipped("people", "show", 1).out
    assert "https://www.wikidata.org/wiki/Q1124" in shown
    assert "Met in *Ohio*." in shown

    clipped("undo")
    clipped("undo")
    after: Any = clipped("people", "show", 1, "--json").json
    assert (after["note"], after["wikidata"]) == ("", None)
    refused = clipped("people", "wikidata", 1, "Ohio")
    assert (refused.code, "no item of Wikidata" in refused.err) == (1, True)
    clipped("people", "wikidata", 1, "Q1124")
    assert clipped("people", "wikidata", 1, "").code == 0


def test_names_are_compared_again(clipped: Terminal) -> None:
    assert clipped("people", "compare", "--json").json == {"compared": 0, "joined": 0, "asked": 0}
    assert "joined" in clipped("people", "compare", "--all").err


def test_an_alias_is_removed(clipped: Terminal) -> None:
    clipped("people", "alias", 1, "Slick Willie")
    assert clipped("people", "alias", 1, "Slick Willie", "--remove").code == 0
    assert "Slick Willie" not in clipped("people", "show", 1).out


def test_a_name_that_another_person_has_is_told(clipped: Terminal) -> None:
    bill, hillary = (person_id(clipped, f"{name} Clinton") for name in ("Bill", "Hillary"))

    renamed = clipped("people", "rename", bill, "Hillary Clinton")

    assert renamed.code == 0
    assert f"Person {hillary}, Hillary Clinton, is called so too" in renamed.err
    assert "called so too" not in clipped("people", "alias", bill, "Slick Willie").err
    assert "called so too" in clipped("people", "alias", hillary, "Slick Willie").err


def test_merging_somebody_with_themselves_is_said(clipped: Terminal) -> None:
    merged = clipped("people", "merge", 1, 1)

    assert (merged.code, "one person already" in merged.err) == (1, True)


def test_a_hidden_person_is_shown_as_such(clipped: Terminal) -> None:
    clipped("people", "hide", 1)

    assert "Hidden: not a person" in clipped("people", "show", 1).out


def test_words_that_are_none_are_refused(clipped: Terminal) -> None:
    refused = clipped("people", "name", 1, " ", "--nobody")

    assert (refused.code, "no words to look for" in refused.err) == (1, True)


def test_merging_two_items_of_wikidata_says_which_is_lost_and_undo_keeps_both(
    clipped: Terminal,
) -> None:
    bill, hillary = (person_id(clipped, f"{name} Clinton") for name in ("Bill", "Hillary"))
    clipped("people", "wikidata", bill, "Q1124")
    clipped("people", "wikidata", hillary, "Q6294")

    merged = clipped("people", "merge", bill, hillary)

    assert merged.code == 0
    assert "Q1124 (Bill Clinton) stays, Q6294 (Hillary Clinton) is given up" in merged.err
    clipped("undo")
    items = {each["id"]: each["wikidata"] for each in clipped("people", "--json").json}  # type: ignore[attr-defined]
    assert (items[bill], items[hillary]) == ("Q1124", "Q6294")


def test_every_act_on_a_person_prints_it_as_json(clipped: Terminal) -> None:
    bill, hillary = person_id(clipped, "Bill Clinton"), person_id(clipped, "Hillary Clinton")

    def printed(*words: object) -> Any:
        told = clipped("people", *words, "--json")
        assert (told.code, told.err) == (0, ""), words
        return told.json

    assert printed("rename", bill, "William Clinton")["name"] == "William Clinton"
    assert "Slick Willie" in printed("alias", bill, "Slick Willie")["aliases"]
    assert "Slick Willie" not in printed("alias", bill, "Slick Willie", "--remove")["aliases"]
    assert printed("hide", bill)["hidden"]
    assert not printed("hide", bill, "--show")["hidden"]
    assert "Hillary Clinton" in printed("merge", bill, hillary)["aliases"]
    again = printed("split", bill, "Hillary Clinton")
    assert (again["name"], again["id"] == bill) == ("Hillary Clinton", False)
