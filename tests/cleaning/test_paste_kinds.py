"""Kinds of pastes that a person brings: minutes, telegrams in capitals, reader views, mails."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.cleaning.paste import clean_paste

PASTES = Path(__file__).parent / "pastes"
TITLE = "Customs house vote put off"
BODY = """The harbour board met on Monday evening to decide how the old customs house should be \
used, and the public benches were full before the doors had closed.

Its chairman, Edwin Marlow, told the members that three offers had arrived before noon. “We won't \
sell it to the first bidder who knocks,” he said, and the benches laughed.

A vote was put off until the engineers have looked at the cellar, which floods each spring."""


@pytest.mark.parametrize("mark", ["{}.", "{})", "({})", "[{}]", "§ {}", "{}"])
def test_numbered_paragraphs_keep_their_numbers_and_stand_alone(mark: str) -> None:
    said = [*BODY.split("\n\n"), "Adjourned.", "The board meets again in April, at the same place."]
    numbered = [f"{mark.format(number)} {text}" for number, text in enumerate(said, 11)]
    article = clean_paste("\n\n".join(["Minutes of the harbour board", "6 March 2024", *numbered]))

    assert article.text.split("\n\n") == numbered
    assert (article.title, article.published) == ("Minutes of the harbour board", "2024-03-06")


def test_numbered_paragraphs_below_a_headline_in_capitals() -> None:
    article = clean_paste((PASTES / "numbered.txt").read_text(encoding="utf-8"))

    assert article.title == "CUSTOMS HOUSE VOTE PUT OFF"
    assert article.authors == ("Ada Fenwick",)
    assert [text[:2] for text in article.text.split("\n\n")] == ["1.", "2.", "3.", "4.", "5."]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("CUSTOMS HOUSE VOTE PUT OFF\nBY ADA FENWICK\nMARCH 6, 2024", TITLE.upper()),
        (
            "HOME\nNEWS\nSPORT\n\nCUSTOMS HOUSE VOTE PUT OFF\n\nBy Ada Fenwick\n6 March 2024",
            TITLE.upper(),
        ),
        (
            "CUSTOMS HOUSE VOTE\nPUT OFF ONCE AGAIN\nBy Ada Fenwick\n6 March 2024",
            "CUSTOMS HOUSE VOTE PUT OFF ONCE AGAIN",
        ),
        (
            "SPECIAL REPORT\nCUSTOMS HOUSE VOTE PUT OFF\nBy Ada Fenwick\n6 March 2024",
            TITLE.upper(),
        ),
    ],
)
def test_a_headline_in_capitals_is_given_as_it_is(head: str, title: str) -> None:
    article = clean_paste(f"{head}\n\n{BODY}")

    assert article.title == title
    assert article.text == BODY
    assert (article.authors, article.published) == (("Ada Fenwick",), "2024-03-06")


def test_subheads_in_capitals_stay_in_the_body() -> None:
    body = BODY.replace("\n\nA vote", "\n\nWHAT NEXT\n\nA vote")
    assert clean_paste(f"CUSTOMS HOUSE VOTE PUT OFF\n\n{body}").text == body


@pytest.mark.parametrize(
    "paste",
    [
        f"{TITLE}\nquaygazette.example\n\n{TITLE} - The Quay Gazette\n3–4 minutes\n\n"
        f"{TITLE.upper()}\n\nBy Ada Fenwick\n\n{BODY}",
        f"The Quay Gazette\n{TITLE}\n{TITLE}\nBy Ada Fenwick\n6 March 2024\n\n{BODY}",
        f"{TITLE}\n\nBy Ada Fenwick\n6 March 2024\n\n"
        + BODY.replace("\n\nIts", f"\n\n{TITLE}\n\nIts"),
    ],
)
def test_a_title_that_is_told_again_is_in_the_text_no_more(paste: str) -> None:
    article = clean_paste(paste)

    assert article.title == TITLE
    assert article.text == BODY
    assert article.authors == ("Ada Fenwick",)


MAIL = "From: Ruth Olsen\nSent: Wednesday, March 6, 2024 6:02 PM\nTo: Tom Reed\nSubject: FW: {}\n\n"


@pytest.mark.parametrize(
    ("paste", "title"),
    [
        (f"{MAIL.format(TITLE)}Tom, see below. Ruth\n\n{BODY}\n\nSent from my iPhone", TITLE),
        (f"{MAIL.format('Your Wednesday briefing')}{TITLE}\n\n{BODY}\n\nUnsubscribe here", TITLE),
        (
            f"Ada (ada@example.org) thought you would be interested in this article:\n\n{TITLE}\n"
            f"March 6, 2024\n\n{BODY}\n\nThis email was sent to tom@example.org. Unsubscribe",
            TITLE,
        ),
        (f"{MAIL.format(TITLE)}{BODY}\n\nVon meinem iPhone gesendet", TITLE),
    ],
)
def test_an_article_that_came_by_mail(paste: str, title: str) -> None:
    article = clean_paste(paste)

    assert article.title == title
    assert article.text == BODY
    everything = article.text + "".join(block.text for block in article.removed)
    assert [word for word in paste.split() if word not in everything] == []
