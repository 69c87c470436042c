"""clip and clean: from a source to JSON, exit codes, one sentence for each failure."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cleaning.test_two_articles import TITLES
from tests.cleaning.test_two_articles import page as two_articles
from tests.cli.conftest import Terminal
from tests.loopback_server import LoopbackServer

SEED = Path(__file__).parents[3] / "shared" / "seed" / "pasted-article.txt"


@pytest.mark.usefixtures("before_first_use")
def test_a_saved_page_is_clipped_and_told_as_json(terminal: Terminal, page: Path) -> None:
    outcome = terminal("clip", page, "--tag", "europe/treaties", "--json")

    assert (outcome.code, outcome.err) == (0, "")
    article = outcome.json
    assert isinstance(article, dict)
    assert article["title"] == "Treaty signed in Paris"
    assert article["publisher"] == "The Sample Gazette"
    assert article["published"] == "1947-02-11"
    assert article["tags"] == ["europe/treaties"]
    assert "Georges Bidault" in [person["name"] for person in article["people"]]
    assert "1947-02-10" in [event["date"] for event in article["events"]]
    assert terminal("show", article["id"], "--json").json == article


@pytest.mark.usefixtures("before_first_use")
def test_clean_needs_no_archive_and_keeps_the_order(
    terminal: Terminal, page: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.html"
    other.write_text(page.read_text("utf-8").replace("Treaty signed", "Pact sealed"), "utf-8")

    outcome = terminal("clean", other, page, other, "--json")

    assert outcome.code == 0
    lines = outcome.json_lines
    assert [line["source"] for line in lines] == [str(other), str(page), str(other)]
    assert not {"id", "tags", "captured"} & set(lines[0])
    assert not (tmp_path / "data").exists()


def test_a_source_that_cannot_be_had_has_a_line_of_the_same_shape(
    terminal: Terminal, page: Path, tmp_path: Path
) -> None:
    outcome = terminal("clean", page, tmp_path / "none.html", "--json")

    cleaned, failed = outcome.json_lines
    assert outcome.code == 1
    assert set(failed) - set(cleaned) == {"error"}
    assert set(cleaned) <= set(failed)
    assert (failed["title"], failed["people"], failed["snapshot"]) == (None, [], None)


def test_many_sources_are_cleaned_by_several_processes_in_order(
    terminal: Terminal, page: Path, tmp_path: Path
) -> None:
    sources = []
    for number in range(6):
        source = tmp_path / f"{number}.html"
        source.write_text(page.read_text("utf-8").replace("Treaty", f"Treaty {number}"), "utf-8")
        sources.append(source)
    outcome = terminal("clean", *sources, "--jobs", 2, "--json")
    assert [line["title"] for line in outcome.json_lines] == [
        f"Treaty {number} signed in Paris" for number in range(6)
    ]


def test_address_and_capture_time_are_kept(terminal: Terminal, page: Path) -> None:
    outcome = terminal(
        "clip", page, "--url", "https://example.org/treaty", "--captured", "2020-01-02", "--json"
    )
    article = outcome.json_lines[0]
    assert article["url"] == "https://example.org/treaty"
    assert article["captured"] == "2020-01-02T00:00:00Z"


def test_clipping_the_same_page_again_adds_nothing(terminal: Terminal, page: Path) -> None:
    first = terminal("clip", page, "--json").json_lines[0]
    again = terminal("clip", page, "--tag", "seen", "--json")
    assert again.json_lines[0]["id"] == first["id"]
    assert again.json_lines[0]["tags"] == ["seen"]
    assert "already" in again.err


def test_what_cannot_be_had_is_one_sentence_and_the_rest_is_clipped(
    terminal: Terminal, page: Path, tmp_path: Path
) -> None:
    outcome = terminal("clip", tmp_path / "missing.html", page, "--json")
    assert outcome.code == 1
    assert len(outcome.err.strip().splitlines()) == 1
    assert "missing.html" in outcome.err
    assert len(outcome.json_lines) == 1


def test_a_page_is_fetched(terminal: Terminal, page: Path, loopback_server: LoopbackServer) -> None:
    address = loopback_server.reply("/treaty", page.read_bytes())
    article = terminal("clip", address, "--json").json_lines[0]
    assert article["url"] == address
    assert article["title"] == "Treaty signed in Paris"


def test_each_article_of_a_source_can_be_clipped_by_itself(
    terminal: Terminal, tmp_path: Path
) -> None:
    paste = tmp_path / "two.txt"
    paste.write_text(two_articles("two-articles/pasted-one-below"), "utf-8")

    whole = terminal("clip", paste, "--json")
    assert len(whole.json_lines) == 1
    assert "--split" in whole.err
    terminal("undo")
    outcome = terminal("clip", paste, "--split", "--tag", "harbour", "--json")

    assert (outcome.code, outcome.err) == (0, "")
    assert [line["title"] for line in outcome.json_lines] == TITLES
    assert [line["tags"] for line in outcome.json_lines] == [["harbour"], ["harbour"]]
    terminal("undo")
    assert terminal("list", "--json").json == []


def test_a_source_with_one_article_isnt_split(terminal: Terminal, page: Path) -> None:
    assert len(terminal("clip", page, "--split", "--json").json_lines) == 1


def test_no_source_is_wrong_usage(terminal: Terminal) -> None:
    assert terminal("clip").code == 2


@pytest.mark.skipif(not SEED.exists(), reason="the shared seed isn't beside this checkout")
def test_the_seed_comes_out_perfect(terminal: Terminal) -> None:
    article = terminal("clip", SEED, "--json").json_lines[0]

    assert article["title"] == "Lavrov holds talks with Chinese counterpart"
    assert (article["published"], article["accessed"]) == ("2023-04-14", "2025-05-02")
    assert (article["publisher"], article["agency"]) == ("Asian Lite News", "ANI")
    assert (article["language"], article["authors"]) == ("en", [])
    assert str(article["subtitle"]).startswith("As per TASS, during his visit")
    paragraphs = str(article["text"]).split("\n\n")
    assert len(paragraphs) == 8
    assert paragraphs[0].startswith("Russian Foreign Minister Sergey Lavrov on Thursday held talks")
    assert paragraphs[-1].endswith("he added.")
    absent = ("ANI", "Abu Dhabi", "Putin", "ATM 2025", "Chad", "Gaza", "fintech", "Blinken")
    assert [word for word in absent if word in str(article["text"])] == []
    people = {person["name"]: person for person in article["people"]}  # type: ignore[union-attr]
    assert set(people) == {
        "Sergey Lavrov",
        "Qin Gang",
        "Hossein Amir-Abdollahian",
        "Hina Rabbani Khar",
        "Wang Yi",
    }
    assert "Russian Foreign Minister" in people["Sergey Lavrov"]["roles"]
    dates = {event["date"] for event in article["events"]}  # type: ignore[union-attr]
    assert dates == {"2023-04-13", "2023-04-12", "2023-03", "2023-02"}
