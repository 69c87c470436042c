"""Files of Nexis as its users met them, made after their reports to LexisNexisTools."""

from __future__ import annotations

from pathlib import Path

from desktop_app.core.imported import ImportedArticle, ImportProblem
from tests.capture.documents.made_documents import made_docx, p
from tests.capture.importers.reading import articles, read, written

OLDER = """\
                               1 of 2 DOCUMENTS


                     Copyright 2010 The Paper Company
                           All Rights Reserved

                              The Paper (London)

                            January 11, 2010 Monday
                              Late Edition - Final

Bread gets dearer, and so
do the ships

BYLINE: Anna Larsen

SECTION: HOME PAGES; Pg. 1

LENGTH: 12 words

DATELINE: VELM

The mill raised its prices.

Graphic: what it means, our artist has drawn.

Flour follows on Monday.

LOAD-DATE: January 12, 2010

LANGUAGE: ENGLISH

SUBJECT: BREAD (90%); MILLS
 (80%)


"""


def test_an_older_document_with_all_it_tells(tmp_path: Path) -> None:
    (article,) = articles(written(tmp_path / "a.txt", OLDER), "nexis")

    assert article.title == "Bread gets dearer, and so do the ships"
    assert (article.publisher, article.published) == ("The Paper", "2010-01-11")
    assert (article.authors, article.language) == (("Anna Larsen",), "en")
    assert article.text == (
        "The mill raised its prices.\n\nGraphic: what it means, our artist has drawn."
        "\n\nFlour follows on Monday."
    )
    assert article.note.split("\n") == [
        "- Source: The Paper (London)",
        "- Copyright: Copyright 2010 The Paper Company All Rights Reserved",
        "- Edition: Late Edition - Final",
        "- Section: HOME PAGES; Pg. 1",
        "- Words: 12 words",
        "- Dateline: VELM",
        "- Load-date: January 12, 2010",
        "- Subject: BREAD (90%); MILLS (80%)",
    ]


def test_a_document_that_is_cut_off_is_told_with_its_number(tmp_path: Path) -> None:
    second = OLDER.replace("1 of 2", "2 of 2").replace("Copyright 2010", "By 2010")
    cut = second[: second.index("LOAD-DATE")].replace("All Rights Reserved", "")

    first, problem = read(written(tmp_path / "a.txt", OLDER + cut), "nexis")

    assert isinstance(first, ImportedArticle)
    assert isinstance(problem, ImportProblem)
    assert problem.row == 2
    assert problem.reason.startswith("It is cut off: what ends every document is missing.")


def test_the_first_document_is_found_below_a_cover_of_headlines(tmp_path: Path) -> None:
    """As LexisNexisTools lost it (issues 11 and 21)."""
    path = tmp_path / "a.docx"
    path.write_bytes(
        made_docx(
            [
                p("Date and Time: Friday, April 14, 2023 10:03:00 AM EDT"),
                p("1. Bread gets dearer"),
                p("2. Ships"),
                p("Bread gets dearer"),
                p("The Paper"),
                p("April 14, 2023 Friday"),
                p("Length: 12 words"),
                p("Body"),
                p("The mill raised its prices."),
                p(""),
                p(""),
                p("Flour follows."),
                p("Load-Date: April 15, 2023"),
                p("End of Document"),
            ]
        )
    )

    (article,) = articles(path, "nexis")

    assert (article.title, article.publisher) == ("Bread gets dearer", "The Paper")
    assert article.text == "The mill raised its prices.\n\nFlour follows."


def test_equal_documents_have_one_identity(tmp_path: Path) -> None:
    again = OLDER.replace("1 of 2", "2 of 2")
    first, second = articles(written(tmp_path / "a.txt", OLDER + again), "nexis")
    assert first.origin.id == second.origin.id


UNI = """\
Bread gets dearer

The Paper

April 14, 2023 Friday

Copyright 2023 The Paper Company All Rights Reserved

Length: 12 words

Body

The mill raised its prices.

Flour follows.

Load-Date: April 15, 2023

End of Document

"""


def test_a_newer_document_that_is_cut_off_is_told_too(tmp_path: Path) -> None:
    cut = UNI[: UNI.index("Load-Date")]

    first, problem = read(written(tmp_path / "a.txt", UNI + cut), "nexis")

    assert isinstance(first, ImportedArticle)
    assert isinstance(problem, ImportProblem)
    assert problem.row == 2


def test_documents_are_parted_in_a_language_that_is_not_known(tmp_path: Path) -> None:
    text = UNI.replace("End of Document", "Koniec dokumentu")
    ships = text.replace("Bread", "Ships")

    first, second = articles(written(tmp_path / "a.txt", text + ships), "nexis")

    assert (first.title, second.title) == ("Bread gets dearer", "Ships gets dearer")
    assert first.text == second.text == "The mill raised its prices.\n\nFlour follows."
