"""list, show, timeline, events and people."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Terminal


@pytest.fixture
def archive(terminal: Terminal, page: Path, tmp_path: Path) -> Terminal:
    """A terminal on an archive with two articles, of 1947 and of 1951."""
    later = tmp_path / "later.html"
    text = page.read_text("utf-8").replace("1947-02-11", "1951-04-18")
    later.write_text(text.replace("Treaty signed", "Community founded"), "utf-8")
    terminal("clip", page, later, "--json")
    return terminal


def titles(found: object) -> list[str]:
    assert isinstance(found, list)
    return [item["title"] for item in found]


def test_the_newest_stands_first_and_a_query_narrows(archive: Terminal) -> None:
    assert titles(archive("list", "--json").json) == [
        "Community founded in Paris",
        "Treaty signed in Paris",
    ]
    assert titles(archive("list", "published:1947", "--json").json) == ["Treaty signed in Paris"]
    assert titles(archive("list", "--sort", "title", "--limit", 1, "--json").json) == [
        "Community founded in Paris"
    ]


def test_the_order_is_turned_round(archive: Terminal) -> None:
    assert titles(archive("list", "--reverse", "--json").json) == [
        "Treaty signed in Paris",
        "Community founded in Paris",
    ]
    assert titles(archive("list", "--sort", "title", "--reverse", "--limit", 1, "--json").json) == [
        "Treaty signed in Paris"
    ]


def test_a_query_with_blanks_keeps_its_quotes(archive: Terminal) -> None:
    assert len(titles(archive("list", "title:community founded", "--json").json)) == 1
    assert len(titles(archive("list", "person:Georges Bidault", "before:1950", "--json").json)) == 1


def test_a_query_that_cannot_be_read_is_said_and_still_answered(archive: Terminal) -> None:
    outcome = archive("list", "colour:red", "--json")
    assert (outcome.code, outcome.json) == (0, [])
    assert "colour" in outcome.err


def test_a_list_for_a_person_names_title_and_date(archive: Terminal) -> None:
    out = archive("list").out
    assert "Treaty signed in Paris" in out
    assert "1947-02-11" in out


def test_one_article_in_its_forms(archive: Terminal) -> None:
    assert "Georges Bidault" in archive("show", 1).out
    assert archive("show", 1, "--markdown").out.startswith("Foreign Minister")
    assert archive("show", 1, "--raw").out.startswith("<!doctype html>")


def test_the_timeline_counts_by_span_and_kind_of_date(archive: Terminal) -> None:
    assert archive("timeline", "--by", "year", "--json").json == [
        {"date": "1947", "count": 1},
        {"date": "1951", "count": 1},
    ]
    told = archive("timeline", "published:1947", "--date", "event", "--by", "month", "--json").json
    assert {"date": "1947-01", "count": 1} in told  # type: ignore[operator]
    assert "█" in archive("timeline").out


def test_events_come_with_sentence_and_article(archive: Terminal) -> None:
    events = archive("events", "published:1947", "--json").json
    assert isinstance(events, list)
    assert [event["date"] for event in events] == ["1946", "1947-01", "1947-02-10"]
    assert events[1]["article"] == 1
    assert all(event["phrase"] in event["text"] for event in events)
    assert "Byrnes" in events[1]["text"]


def test_people_are_listed_with_counts(archive: Terminal) -> None:
    people = archive("people", "--json").json
    assert isinstance(people, list)
    bidault = next(person for person in people if person["name"] == "Georges Bidault")
    assert (bidault["articles"], bidault["first"], bidault["last"]) == (
        2,
        "1947-02-11",
        "1951-04-18",
    )
    fewer = archive("people", "published:1951", "--json").json
    assert next(p for p in fewer if p["id"] == bidault["id"])["articles"] == 1  # type: ignore[attr-defined]
    assert "Georges Bidault" in archive("people").out


def test_a_person_is_shown_renamed_merged_split_and_hidden(archive: Terminal) -> None:
    everyone = {p["name"]: p["id"] for p in archive("people", "--json").json}  # type: ignore[attr-defined]
    bidault, byrnes = everyone["Georges Bidault"], everyone["James Byrnes"]
    shown = archive("people", "show", bidault, "--json").json
    assert isinstance(shown, dict)
    assert {place["article"] for place in shown["places"]} == {1, 2}

    assert archive("people", "rename", bidault, "Georges-Augustin Bidault").code == 0
    assert archive("people", "merge", bidault, byrnes).code == 0
    merged = archive("people", "show", bidault, "--json").json
    assert isinstance(merged, dict)
    assert merged["name"] == "Georges-Augustin Bidault"
    assert "James Byrnes" in merged["aliases"]

    assert archive("people", "split", bidault, "James Byrnes").code == 0
    assert archive("people", "hide", bidault).code == 0
    names = [p["name"] for p in archive("people", "--json").json]  # type: ignore[attr-defined]
    assert names == ["James Byrnes"]


@pytest.mark.usefixtures("before_first_use")
def test_names_are_recognised_in_plain_text_with_offsets(
    terminal: Terminal, tmp_path: Path
) -> None:
    path = tmp_path / "text.txt"
    text = "Président: Mr James Byrnes met Georges Bidault.\r\nMr Byrnes left."
    path.write_bytes(text.encode())

    outcome = terminal("people", "recognise", path, "--json")

    assert outcome.code == 0
    line = outcome.json_lines[0]
    assert line["source"] == str(path)
    found = line["people"]
    assert isinstance(found, list)
    assert {person["name"] for person in found} == {"James Byrnes", "Georges Bidault"}
    for person in found:
        for mention in person["mentions"]:
            assert text[mention["start"] : mention["end"]] == mention["text"]
    assert not (tmp_path / "data").exists()


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_read(
    terminal: Terminal, tmp_path: Path
) -> None:
    binary = tmp_path / "binary"
    binary.write_bytes(b"\xff\xfe\x00\x81")
    outcome = terminal("people", "recognise", tmp_path / "none.txt", binary)
    assert outcome.code == 1
    assert len(outcome.err.strip().splitlines()) == 2


def test_the_raw_page_comes_out_byte_for_byte(terminal: Terminal, tmp_path: Path) -> None:
    content = "Ein Titel\r\n\r\nMünchen grüßt \x1b[31mnicht\r\n".encode("latin-1")
    page = tmp_path / "page.txt"
    page.write_bytes(content)
    terminal("clip", page)
    target = tmp_path / "raw"

    # The terminal of the tests decodes what it catches, so a process of its own is asked.
    with target.open("wb") as file:
        subprocess.run(
            [sys.executable, "-m", "desktop_app", "show", "1", "--raw"], stdout=file, check=True
        )

    assert target.read_bytes() == content


@pytest.mark.parametrize("form", [["--markdown"], ["--raw"], ["--diff", "1", "1"]])
def test_json_goes_with_no_form_that_is_text(archive: Terminal, form: list[str]) -> None:
    outcome = archive("show", 1, "--json", *form)

    assert (outcome.code, outcome.out) == (2, "")


@pytest.mark.usefixtures("before_first_use")
@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        ("list", "No article is in this archive yet.\n"),
        ("people", "Nobody was found.\n"),
        ("events", "No event was found.\n"),
        ("timeline", "No date was found.\n"),
    ],
)
def test_an_empty_archive_says_that_there_is_nothing(
    terminal: Terminal, command: str, sentence: str
) -> None:
    outcome = terminal(command)

    assert (outcome.code, outcome.out, outcome.err) == (0, "", sentence)
    assert terminal(command, "--json").json == []
