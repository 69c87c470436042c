"""Evernote's ENEX, made after its document type evernote-export4.dtd and the description of ENML
(https://dev.evernote.com/doc/articles/enml.php)."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

import pytest

from desktop_app.capture.importers.import_source import ImportSource
from desktop_app.capture.importers.registry import importer_for
from desktop_app.capture.page_images import address_of
from desktop_app.core.errors import InputError
from desktop_app.core.imported import ImportedArticle, ImportedHighlight, ImportProblem
from tests.capture.importers.reading import articles, read, written
from tests.capture.importers.test_markdown_notes import picture

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<!DOCTYPE en-export SYSTEM "http://xml.evernote.com/pub/evernote-export4.dtd">\n'
    '<en-export export-date="20210401T000000Z" application="Evernote" version="10">'
)
ENML = (
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?>'
    '<!DOCTYPE en-note SYSTEM "http://xml.evernote.com/pub/enml2.dtd"><en-note>'
)


def note(content: str, *rest: str) -> str:
    return (
        f"<note><title>Bread &amp; flour</title><content><![CDATA[{ENML}{content}</en-note>]]>"
        f"</content><created>20210304T050607Z</created>{''.join(rest)}</note>"
    )


def resource(content: bytes, media_type: str, name: str = "a") -> str:
    return (
        f'<resource><data encoding="base64">{base64.encodebytes(content).decode()}</data>'
        f"<mime>{media_type}</mime><resource-attributes><file-name>{name}</file-name>"
        "</resource-attributes></resource>"
    )


def test_a_note_comes_with_all_that_it_has(tmp_path: Path) -> None:
    image = picture()
    digest = hashlib.md5(image, usedforsecurity=False).hexdigest()
    marked = '<span style="--en-highlight:yellow;background-color: #ffef9e;">rose <b>by</b></span>'
    body = (
        f'<div>Prices {marked} a third.</div><div><en-todo checked="true"/>Ask</div>'
        f'<en-media type="image/png" hash="{digest}"/>'
    )
    source = (
        "<tag>food</tag><tag>trade/grain</tag><note-attributes><author>Anna Larsen</author>"
        "<source-url>https://news.example/bread</source-url></note-attributes>"
    )
    text = HEAD + note(body, source, resource(image, "image/png")) + "</en-export>"

    (article,) = articles(written(tmp_path / "notes.enex", text), "evernote")

    assert (article.url, article.title) == ("https://news.example/bread", "Bread & flour")
    assert (article.captured, article.authors) == ("2021-03-04T05:06:07Z", ("Anna Larsen",))
    assert article.tags == ("food", "trade/grain")
    assert article.highlights == (ImportedHighlight("rose by"),)
    assert article.html is not None
    assert "☑ Ask" in article.html
    assert f'<img src="{address_of(image)}" alt="">' in article.html
    assert [each.content for each in article.images] == [image]


def test_a_pdf_is_the_article_and_other_files_are_named(tmp_path: Path) -> None:
    files = resource(b"%PDF-1.4", "application/pdf", "a.pdf") + resource(b"PK", "a/b", "x.xls")
    broken = "<resource><data>§</data><mime>image/png</mime></resource>"
    text = HEAD + note("<div>Read this</div>", files, broken) + "</en-export>"

    left, damaged, article = read(written(tmp_path / "notes.enex", text), "evernote")

    assert isinstance(article, ImportedArticle)
    assert article.snapshot is not None
    assert (article.snapshot.content, article.snapshot.name) == (b"%PDF-1.4", "a.pdf")
    assert (article.html, article.note) == (None, "Read this")
    assert isinstance(left, ImportProblem)
    assert left.reason == "x.xls is no image or PDF; it was left."
    assert isinstance(damaged, ImportProblem)
    assert damaged.reason == "A file in the note is damaged."


def test_what_is_cut_off_gives_the_notes_before(tmp_path: Path) -> None:
    text = HEAD + note("<div>One</div>") + "<note><title>Two</ti"

    first, *rest = read(written(tmp_path / "notes.enex", text), "evernote")

    assert isinstance(first, ImportedArticle)
    assert any(isinstance(each, ImportProblem) for each in rest)


def test_entities_are_refused(tmp_path: Path) -> None:
    text = '<!DOCTYPE en-export [<!ENTITY a "b">]><en-export><note/></en-export>'
    with ImportSource(written(tmp_path / "notes.enex", text)) as source:
        importer = importer_for(source)
        assert importer.name == "evernote"
        with pytest.raises(InputError, match="entities"):
            list(importer.read(source))
