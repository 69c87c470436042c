"""A dossier as Markdown, read by pandoc and by our own reader."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import unquote

from desktop_app.export.base.dialect import markdown_reader
from desktop_app.export.base.pandoc import run_pandoc
from desktop_app.export.base.result import ExportResult
from desktop_app.export.documents.document_options import DocumentOptions
from desktop_app.export.dossiers.text_files import export_text
from tests.export.dossiers.examples import full_document
from tests.export.examples import never, nowhere


def exported(to: Path, *, single: bool = True) -> ExportResult:
    return export_text(full_document(), to, DocumentOptions(), nowhere, never, single=single)


def _read_by_pandoc(text: str, writer: str) -> str:
    made = run_pandoc(
        [text.encode()], reader="markdown+mark", writer=writer, options=["--wrap=none"]
    )
    assert made is not None
    return made.decode()


def test_one_file_has_everything_and_pandoc_reads_it_as_it_was_meant(tmp_path: Path) -> None:
    path = tmp_path / "treaty.md"

    exported(path)

    text = path.read_text()
    assert text.startswith("---\ntitle: The Treaty\n")
    tree = json.loads(_read_by_pandoc(text, "json"))
    kinds = {block["t"] for block in tree["blocks"]}
    assert not kinds & {"RawBlock", "Div"}
    assert "RawInline" not in json.dumps(tree)
    page = _read_by_pandoc(text, "html5")
    assert "&lt;script&gt;alert(1)&lt;/script&gt; and &lt;img src=x onerror=alert(2)&gt;" in page
    assert "<mark>the agency</mark>" in page
    assert page.count('role="doc-noteref"') == 10
    assert "<p>A note of mine.</p>\n<p>Its second paragraph.<a" in page
    assert "and <del>others</del><a" in page
    assert '<input type="checkbox" checked="" />read' in page
    assert '<td style="text-align: right;">12</td>' in page


def test_no_html_and_no_link_that_leads_nowhere_for_our_own_reader(tmp_path: Path) -> None:
    path = tmp_path / "treaty.md"
    exported(path)

    pictures = [
        child.attrGet("src")
        for token in markdown_reader().parse(path.read_text())
        for child in token.children or ()
        if child.type == "image"
    ]

    assert len(pictures) == 1
    assert (tmp_path / unquote(str(pictures[0]))).is_file()
    assert "<span" not in path.read_text()


def test_a_folder_has_a_file_for_each_part_and_they_lead_to_each_other(tmp_path: Path) -> None:
    exported(tmp_path, single=False)

    files = {path.name for path in tmp_path.glob("*.md")}
    assert {"index.md", "01 The treaty.md", "04 لقاء الوزراء.md", "12 Sources.md"} <= files
    linked = set()
    for path in tmp_path.glob("*.md"):
        for token in markdown_reader().parse(path.read_text()):
            for child in token.children or ():
                address = unquote(str(child.attrGet("href") or ""))
                linked |= {address} if address.endswith(".md") else set()
    assert linked <= files
    assert "03 Ministers meet - a “treaty” in sight.md" in linked
    article = (tmp_path / "04 لقاء الوزراء.md").read_text()
    assert article.startswith("# لقاء الوزراء\n")
    assert "[^" in article


def test_a_second_time_touches_nothing_that_is_right_or_was_changed(tmp_path: Path) -> None:
    exported(tmp_path, single=False)
    mine = tmp_path / "12 Sources.md"
    mine.write_text("My own words.")

    done = exported(tmp_path, single=False)

    assert mine.read_text() == "My own words."
    assert not done.written
    assert any("12 Sources.md" in warning for warning in done.warnings)
