"""ProQuest's records as its users met them."""

from __future__ import annotations

from pathlib import Path

from desktop_app.core.imported import ImportedArticle, ImportProblem
from tests.capture.importers.reading import articles, read, written

RULE = "_" * 60
RECORD = f"""\
{RULE}

Bread gets dearer

Author: Larsen, Anna; Müller, Bo

http://search.proquest.com/docview/123

Abstract: What flour costs.

Full text: The mill raised its prices.

Location: the old mill.

Flour follows on Monday.

CREDIT: ANNA LARSEN

Subject: Bread; Mills

Publication title: The Paper; London (UK)

First page: A.1

Publication date: Mar 3, 2021

Language of publication: English

ProQuest document ID: 123

Document URL: http://search.proquest.com/docview/123

Copyright: Copyright The Paper Mar 3, 2021

"""


def test_a_record_with_all_it_tells(tmp_path: Path) -> None:
    (article,) = articles(written(tmp_path / "a.txt", RECORD + RULE), "proquest")

    assert (article.title, article.publisher) == ("Bread gets dearer", "The Paper")
    assert article.authors == ("Anna Larsen", "Bo Müller")
    assert (article.published, article.language) == ("2021-03-03", "en")
    assert article.url == "http://search.proquest.com/docview/123"
    assert article.origin.id == "123"
    assert article.text == (
        "The mill raised its prices.\n\nLocation: the old mill.\n\nFlour follows on Monday."
    )
    assert "- Abstract: What flour costs." in article.note
    assert "- Copyright: Copyright The Paper Mar 3, 2021" in article.note


def test_a_record_without_its_text_comes_with_its_address(tmp_path: Path) -> None:
    text = RECORD[: RECORD.index("Full text")] + RECORD[RECORD.index("Subject:") :]
    (article,) = articles(written(tmp_path / "a.txt", text), "proquest")
    assert (article.title, article.published, article.text) == (
        "Bread gets dearer",
        "2021-03-03",
        "",
    )


def test_a_record_that_is_cut_off_is_told_with_its_number(tmp_path: Path) -> None:
    cut = RECORD[: RECORD.index("Subject:")].replace("http://search.proquest.com/docview/123", "")

    first, problem, third = read(
        written(tmp_path / "a.txt", RECORD + cut + RECORD.replace("123", "124")), "proquest"
    )

    assert isinstance(first, ImportedArticle)
    assert isinstance(problem, ImportProblem)
    assert (problem.row, problem.reason[:15]) == (2, "It is cut off: ")
    assert isinstance(third, ImportedArticle)
    assert third.origin.id == "124"
