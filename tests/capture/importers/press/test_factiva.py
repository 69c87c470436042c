"""Factiva's files; the field codes are those of Dow Jones' own list."""

from __future__ import annotations

from pathlib import Path

from desktop_app.core.imported import ImportedArticle, ImportProblem
from tests.capture.importers.reading import articles, read, written

DISPLAYED = """\
Bread gets dearer

By Anna Larsen
120 words
3 March 2021
The Paper
PAPR
English
(c) 2021 The Paper. All rights reserved.

The mill raised its prices.

Flour follows on Monday.

Document PAPR000020210303eh330000a
"""
CODED = """\
HD   Bread gets dearer
BY   By Anna Larsen
CR   Reuters
WC   120 words
PD   3 March 2021
SN   The Paper
LA   English
CY   (c) 2021 The Paper

LP   The mill raised its prices.

TD

IN brief: flour follows on Monday.

CO   levels fell too.

NS   gcat : News
AN   Document PAPR000020210303eh330000a
"""


def test_what_stands_in_columns_of_plain_text(tmp_path: Path) -> None:
    (article,) = articles(written(tmp_path / "a.txt", CODED), "factiva")

    assert (article.title, article.authors) == ("Bread gets dearer", ("Anna Larsen",))
    assert (article.agency, article.published) == ("Reuters", "2021-03-03")
    assert article.origin.id == "papr000020210303eh330000a"
    assert article.text == "The mill raised its prices.\n\nIN brief: flour follows on Monday."
    assert "- Companies: levels fell too.\n- Subjects: gcat : News" in article.note


def test_a_document_without_its_number_is_told_with_its_own(tmp_path: Path) -> None:
    cut = DISPLAYED[: DISPLAYED.index("Document")]

    first, problem = read(written(tmp_path / "a.txt", DISPLAYED + cut), "factiva")

    assert isinstance(first, ImportedArticle)
    assert isinstance(problem, ImportProblem)
    assert problem.row == 2
    assert problem.reason == (
        "It is cut off: the number that ends every document is missing."
        " It begins “Bread gets dearer”."
    )


def test_a_coded_document_without_its_number_does_not_take_the_next_one_with_it(
    tmp_path: Path,
) -> None:
    cut = CODED[: CODED.index("AN ")]

    problem, second = read(written(tmp_path / "a.txt", cut + CODED), "factiva")

    assert isinstance(problem, ImportProblem)
    assert problem.row == 1
    assert isinstance(second, ImportedArticle)


def test_an_agency_in_place_of_a_person_stays_in_the_note(tmp_path: Path) -> None:
    text = DISPLAYED.replace("By Anna Larsen", "By our own correspondent")
    (article,) = articles(written(tmp_path / "a.txt", text), "factiva")
    assert article.authors == ()
    assert article.title == "Bread gets dearer"
    assert "- Byline: By our own correspondent" in article.note


def test_a_wire_story_is_shown_as_it_was_sent(tmp_path: Path) -> None:
    head, _, _ = DISPLAYED.partition("The mill")
    boxes = "".join(f"<div>{line}</div>" for line in head.splitlines())
    page = (
        f"<html><body>{boxes}<pre>\n  The mill raised\nits <b>prices</b>.\n\n"
        "  Flour follows.\n</pre>"
        "<p>Document PAPR000020210303eh330000a</p></body></html>"
    )

    (article,) = articles(written(tmp_path / "a.html", page), "factiva")

    assert article.text == "The mill raised its prices.\n\nFlour follows."
