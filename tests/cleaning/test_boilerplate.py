"""Lines that are the page's and not the article's, by their words."""

from __future__ import annotations

import pytest

from desktop_app.cleaning.boilerplate import boilerplate_reason, opens_tail


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("1 min read", "reading time"),
        ("Lesezeit: 3 Min.", "reading time"),
        ("Share this article", "share line"),
        ("Sign up for our daily newsletter", "newsletter"),
        ("ALSO READ-Ministers to meet again", "related"),
        ("Don’t Miss", "related"),
        ("Lire aussi : le récit de la journée", "related"),
        ("Читайте также:", "related"),
        ("Advertisement", "advertisement"),
        ("12 Comments", "comment"),
        ("Photo: Jane Roe/Getty Images", "caption"),
        ("© 2023 The Morning Herald. All rights reserved.", "page furniture"),
        ("...", "page furniture"),
    ],
)
def test_a_line_is_known_by_its_words(line: str, reason: str) -> None:
    assert boilerplate_reason(line) == reason


@pytest.mark.parametrize(
    "line",
    [
        "Russian Foreign Minister Sergey Lavrov on Thursday held talks with his counterpart.",
        "Shares fell sharply in London.",
        "“Read my lips,” the president said.",
    ],
)
def test_a_line_of_the_article_is_left_alone(line: str) -> None:
    assert boilerplate_reason(line) is None


@pytest.mark.parametrize(
    "line", ["Latest from -Top News", "Related stories", "Das könnte Sie auch interessieren"]
)
def test_the_tail_of_a_page_is_known_by_its_first_line(line: str) -> None:
    assert opens_tail(line)


def test_a_paragraph_never_opens_a_tail() -> None:
    assert not opens_tail("Comments by the minister drew sharp criticism " * 4)


def test_a_link_between_two_paragraphs_opens_no_tail() -> None:
    assert not opens_tail("Lire aussi : Le ferry vers les îles reprend du service")
    assert opens_tail("Lire aussi")
