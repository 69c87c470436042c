"""References, made after Zotero's translators CSV.js, RIS.js and “CSL JSON.js”
(https://github.com/zotero/translators) and the CSL-JSON schema."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop_app.capture.importers.references import person, written_day
from desktop_app.core.imported import ImportedArticle, ImportProblem
from tests.capture.importers.reading import articles, read, written, zipped

HEADER = (
    '"Key","Item Type","Publication Year","Author","Title","Publication Title","DOI","Url",'
    '"Abstract Note","Date","Date Added","Access Date","Extra","Language","Notes",'
    '"File Attachments","Manual Tags","Automatic Tags"\n'
)
ROW = (
    '"AB12CD34","newspaperArticle","2021","Larsen, Anna; Müller, Bo","Bread gets dearer",'
    '"The Paper","","https://news.example/bread","What flour costs.","2021-03-01",'
    '"2021-03-04 05:06:07","2021-03-05 10:00:00","","en-GB",'
    '"<p>Ask the mill.</p><p>Twice &amp; soon</p>",'
    '"C:/Zotero/storage/QQ11WW22/bread.html; C:/Zotero/storage/ZZ99/bread.pdf",'
    '"food; trade/grain","Bakeries"\n'
)
PAGE = "<html><body><article><h1>Bread</h1><p>Text of it.</p></article></body></html>"


def test_zoteros_table_comes_with_its_snapshots(tmp_path: Path) -> None:
    files = {"My Library.csv": HEADER + ROW, "storage/QQ11WW22/bread.html": PAGE}

    (article,) = articles(zipped(tmp_path / "a.zip", files), "zotero")

    assert (article.origin.id, article.url) == ("AB12CD34", "https://news.example/bread")
    assert (article.title, article.publisher) == ("Bread gets dearer", "The Paper")
    assert (article.authors, article.language) == (("Anna Larsen", "Bo Müller"), "en")
    assert (article.published, article.accessed) == ("2021-03-01", "2021-03-05")
    assert article.captured == "2021-03-04T05:06:07Z"
    assert article.tags == ("food", "trade/grain", "Bakeries")
    assert article.note == "Ask the mill.\n\nTwice & soon"
    assert article.snapshot is not None
    assert (article.snapshot.content, article.snapshot.media_type) == (PAGE.encode(), "text/html")


def test_zoteros_table_alone_comes_too(tmp_path: Path) -> None:
    doi = '"K2","journalArticle",,,"Of wheat",,"10.1000/182",,,,,,,,,,,\n'
    path = written(tmp_path / "z.csv", HEADER + ROW + doi + '"K3","note",,,,,,,,,,,,,,,,\n')

    first, second, problem = read(path, "zotero")

    assert isinstance(first, ImportedArticle)
    assert first.snapshot is None
    assert isinstance(second, ImportedArticle)
    assert second.url == "https://doi.org/10.1000/182"
    assert problem == ImportProblem(4, "It has no title and no address.")


def test_ris_records_come_with_all_they_tell(tmp_path: Path) -> None:
    text = (
        "TY  - NEWS\r\nTI  - Bread gets dearer\r\nAU  - Larsen, Anna\r\nAU  - Reuters\r\n"
        "T2  - The Paper\r\nAB  - What flour costs\r\nand why.\r\n"
        "DA  - 2021/03/01/\r\nPY  - 2021\r\n"
        "LA  - en\r\nUR  - https://news.example/bread\r\nY2  - 2021/03/05/10:00:00\r\n"
        "KW  - food\r\nKW  - trade/grain\r\nN1  - <p>Ask the mill.</p>\r\n"
        "L1  - files/12/bread.pdf\r\nER  - \r\n\r\n"
        "TY  - GEN\r\nER  - \r\nTY  - ELEC\r\nTI  - Cut off"
    )
    files = {"My Library.ris": text, "files/12/bread.pdf": b"%PDF-1.4"}

    first, problem, last = read(zipped(tmp_path / "a.zip", files), "ris")

    assert isinstance(first, ImportedArticle)
    assert (first.url, first.title) == ("https://news.example/bread", "Bread gets dearer")
    assert (first.authors, first.publisher) == (("Anna Larsen", "Reuters"), "The Paper")
    assert (first.subtitle, first.published) == ("What flour costs\nand why.", "2021-03-01")
    assert (first.accessed, first.tags) == ("2021-03-05", ("food", "trade/grain"))
    assert first.note == "Ask the mill."
    assert first.snapshot is not None
    assert first.snapshot.media_type == "application/pdf"
    assert problem == ImportProblem(2, "It has no title and no address.")
    assert isinstance(last, ImportedArticle)
    assert last.title == "Cut off"


def test_csl_json_comes_with_all_it_tells(tmp_path: Path) -> None:
    item = {
        "id": "larsen2021",
        "type": "article-newspaper",
        "title": "Bread gets dearer",
        "author": [{"family": "Larsen", "given": "Anna"}, {"literal": "Reuters"}],
        "container-title": "The Paper",
        "issued": {"date-parts": [["2021", 3, 1]]},
        "accessed": {"date-parts": [["2021", 3]]},
        "URL": "https://news.example/bread",
        "abstract": "What flour costs.",
        "language": "en-GB",
        "keyword": "food,trade/grain",
        "note": "Ask the mill.",
    }
    path = written(tmp_path / "a.json", json.dumps([item, {"type": "book"}]))

    article, problem = read(path, "csl-json")

    assert isinstance(article, ImportedArticle)
    assert (article.origin.id, article.title) == ("larsen2021", "Bread gets dearer")
    assert article.authors == ("Anna Larsen", "Reuters")
    assert (article.published, article.accessed) == ("2021-03-01", "2021-03")
    assert (article.tags, article.note) == (("food", "trade/grain"), "Ask the mill.")
    assert (article.language, article.publisher) == ("en", "The Paper")
    assert problem == ImportProblem(2, "It has no title and no address.")


@pytest.mark.parametrize(
    ("written_there", "meant"),
    [
        ("2021/03/01/", "2021-03-01"),
        ("2021-3-1", "2021-03-01"),
        ("2021/03", "2021-03"),
        ("2021///Spring", "2021"),
        ("2021-13-01", "2021"),
        ("2021-02-31", "2021-02"),
        ("soon", None),
    ],
)
def test_dates_of_references(written_there: str, meant: str | None) -> None:
    assert written_day(written_there) == meant


def test_persons_of_references() -> None:
    assert person("Larsen, Anna") == "Anna Larsen"
    assert person("The Associated Press") == "The Associated Press"
    assert person("King, Martin, Jr.") == "Martin King Jr."
    assert person("Xi, Jinping") == "Xi Jinping"
    assert person("王, 毅") == "王毅"
    assert person("Roe, Poe, Doe") == "Roe, Poe, Doe"
    assert person("Reuters,") == "Reuters"
