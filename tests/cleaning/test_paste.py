"""Whole pastes: what a person gets who selects all, copies and pastes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.cleaning.markdown_text import plain_text
from desktop_app.cleaning.paste import clean_paste
from desktop_app.cleaning.restore_block import restore_block

SEED = Path(__file__).resolve().parents[3] / "shared" / "seed" / "pasted-article.txt"

PAGE = (Path(__file__).parent / "pastes" / "lighthouse.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def seed() -> str:
    if not SEED.exists():
        pytest.skip("the seed article is not beside this checkout")
    return SEED.read_text(encoding="utf-8")


def test_the_seed_gives_its_fields(seed: str) -> None:
    article = clean_paste(seed)
    assert article.title == "Lavrov holds talks with Chinese counterpart"
    assert article.subtitle is not None
    assert article.subtitle.startswith("As per TASS, during his visit")
    assert article.subtitle.endswith("…reports Asian Lite News")
    assert (article.published, article.accessed) == ("2023-04-14", "2025-05-02")
    assert (article.publisher, article.agency) == ("Asian Lite News", "ANI")
    assert article.authors == ()
    assert article.modified is None


def test_the_seed_gives_its_eight_paragraphs_and_nothing_else(seed: str) -> None:
    paragraphs = clean_paste(seed).text.split("\n\n")
    assert len(paragraphs) == 8
    assert paragraphs[0].startswith("Russian Foreign Minister Sergey Lavrov on Thursday held talks")
    assert paragraphs[-1].endswith("he added.")
    assert paragraphs[4] == (
        "As per TASS, during his visit, Lavrov will also participate in a meeting of top CIS "
        "diplomats and a ministerial meeting in a Russia-Central Asia format."
    )


def test_the_seed_tells_what_was_left_out_and_why(seed: str) -> None:
    reasons = {block.reason: block.text for block in clean_paste(seed).removed}
    left_out = "\n".join(block.text for block in clean_paste(seed).removed)
    assert reasons["reading time"] == "1 min read"
    assert reasons["agency credit"] == "(ANI)"
    for words in ("Abu Dhabi", "Putin", "ATM 2025", "Chad", "Gaza", "fintech", "Blinken"):
        assert words in left_out


def test_a_page_gives_its_fields() -> None:
    article = clean_paste(PAGE, url="https://gazette.example/lighthouse")
    assert article.title == "Harbour council votes to keep the old lighthouse"
    assert article.authors == ("Jane Roe", "John Doe")
    assert (article.published, article.accessed) == ("2024-03-07", "2024-03-09")
    assert (article.publisher, article.agency) == ("The Harbour Gazette", "Reuters")
    assert article.url == "https://gazette.example/lighthouse"
    assert all(article.provenance[name].source == "text" for name in ("title", "authors"))


def test_a_page_gives_its_body_with_its_list() -> None:
    article = clean_paste(PAGE)
    blocks = article.markdown.split("\n\n")
    assert blocks[0].startswith("The harbour council voted on Tuesday")
    assert blocks[3].splitlines() == [
        "- The lamp is to be repaired before the winter.",
        "- The keeper’s house is to be opened to visitors.",
    ]
    assert blocks[-1].endswith("train whoever came after him.")
    assert "coast" not in article.text


@pytest.mark.parametrize(
    ("name", "title", "authors", "agency", "paragraphs"),
    [
        (
            "leuchtturm",
            "Hafenrat stimmt für den Leuchtturm",
            ("Anna Muster", "Karl Beispiel"),
            "dpa",
            4,
        ),
        ("phare", "Le conseil du port garde le vieux phare", ("Marie Dupont",), None, 3),
        ("mayak", "Совет порта сохранил старый маяк", ("Иван Петров",), "TASS", 2),
        ("todai", "港の評議会、古い灯台の存続を決定", (), None, 3),
    ],
)
def test_pages_in_other_languages(
    name: str, title: str, authors: tuple[str, ...], agency: str | None, paragraphs: int
) -> None:
    text = (Path(__file__).parent / "pastes" / f"{name}.txt").read_text(encoding="utf-8")
    article = clean_paste(text)
    assert (article.title, article.authors, article.agency) == (title, authors, agency)
    assert article.published == "2023-04-14"
    assert len(article.text.split("\n\n")) == paragraphs


def test_every_line_of_the_page_is_kept_or_listed() -> None:
    article = clean_paste(PAGE)
    everything = article.text + " ".join(block.text for block in article.removed)
    words = [word.strip("•") for word in PAGE.split()]
    assert [word for word in words if word not in everything] == []


def test_a_line_that_was_left_out_can_be_put_back_in_its_place() -> None:
    article = clean_paste(PAGE)
    credit = next(block for block in article.removed if block.reason == "agency credit")
    assert restore_block(article.markdown, credit).rstrip().endswith("(Reuters)")


def test_windows_line_ends_change_nothing() -> None:
    assert clean_paste(PAGE.replace("\n", "\r\n")) == clean_paste(PAGE)


def test_an_article_alone_is_kept_whole() -> None:
    body = clean_paste(PAGE).text
    assert clean_paste(body.replace("\n", "\n\n")).text.split() == body.split()


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("The council met on Monday and talked about the harbour for an hour.",),
        (
            "The first paragraph was selected in the middle of an article. It has two sentences.",
            "The second one, also selected, goes on about the harbour and the vote in spring.",
        ),
    ],
)
def test_a_fragment_loses_no_paragraph_to_the_title(paragraphs: tuple[str, ...]) -> None:
    article = clean_paste("\n\n".join(paragraphs))

    assert article.text == "\n\n".join(paragraphs)
    assert article.title is None


@pytest.mark.parametrize("line", ["Just one line", "Peace at last!", "Подписан мир"])
def test_a_single_line_is_kept_as_text(line: str) -> None:
    assert clean_paste(line).text == line


def test_nothing_pasted_says_so() -> None:
    article = clean_paste("  \n\n")
    assert (article.markdown, article.title) == ("", None)
    assert [warning.code for warning in article.warnings] == ["no-text"]


def test_an_unknown_field_is_none() -> None:
    article = clean_paste("The ministers met on Thursday and talked for an hour about the harbour.")
    assert (article.published, article.publisher, article.agency) == (None, None, None)
    assert article.authors == ()


@settings(deadline=None, max_examples=60)
@given(st.lists(st.text() | st.sampled_from(PAGE.splitlines())).map("\n".join))
def test_any_paste_gives_an_article_whose_text_is_its_markdown(text: str) -> None:
    article = clean_paste(text)
    assert article.text == plain_text(article.markdown)


@pytest.mark.parametrize("shares", ["Share on Facebook", "Facebook\nTwitter\nEmail"])
def test_a_last_paragraph_below_share_lines_is_the_article_s(shares: str) -> None:
    last = "The vote is now set for the first Monday in April, when the harbour master reports."
    paste = "\n\n".join(
        [
            "Harbour wall vote put off again",
            "The council of Quayside has put off its vote on the new harbour wall once more.",
            "“We need the figures before we can decide,” the mayor told reporters on Tuesday.",
            "Engineers had warned in January that the old wall would not stand another winter.",
            shares,
            last,
        ]
    )

    assert clean_paste(paste).text.endswith(last)
