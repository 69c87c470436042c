"""Whatever a file holds, every importer gives articles, problems or one sentence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.capture.importers.import_source import ImportSource
from desktop_app.capture.importers.registry import importer_for, importers
from desktop_app.core.errors import InputError
from desktop_app.core.imported import ImportedArticle, ImportProblem, ImportRemark
from tests.capture.importers.reading import zipped

_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=12,
)
#: Words by which formats are told, so that what is made up gets past the first look.
_KEYS = st.sampled_from(
    [
        *("href", "url", "title", "tags", "time", "extended", "time_added", "status", "content"),
        *("highlights", "quote", "items", "slug", "state", "labels", "annotations", "created_at"),
        *("type", "issued", "date-parts", "author", "family", "URL", "DOI"),
        *("is_archived", "is_starred", "published_by", "savedAt", "id"),
    ]
)
_NEARLY = st.lists(st.dictionaries(_KEYS, _JSON, max_size=8), max_size=4).map(json.dumps)
_PIECES = st.sampled_from(
    [
        *('"', ",", "\n", "url", "title", "https://a.example/", "1600000000", "<dl>", "<dt>"),
        *("<a href=", "---\n", "tags: ", "==", "[[", "]]", "![", "](", "- ", "TY  - ", "TI  - "),
        *("1 of 2 DOCUMENTS\n", "LENGTH: 9 words\n", "End of Document\n", "LOAD-DATE: x\n", "\n\n"),
        *("HD  x\n", "TD  y\n", "9 words\n3 May 2020\n", "Document PAPR000020210303eh330000a\n"),
        *("_" * 30 + "\n", "Full text: x\n", "ProQuest document ID: 1\n", "{\\rtf1 ", "\\par "),
        *("@article{", "title = {", "author = {", '\\"{', "}", "@string{"),
        *("&a ", "*a", "<note>", "</note>", "<content>", "<![CDATA[", "]]>", "<en-export>"),
    ]
)
_TEXTS = st.text(max_size=200) | _NEARLY | st.lists(_PIECES, max_size=40).map("".join)


@pytest.mark.parametrize("name", importers())
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(text=_TEXTS)
def test_no_file_crashes_an_importer(
    tmp_path_factory: pytest.TempPathFactory, name: str, text: str
) -> None:
    folder = tmp_path_factory.mktemp("any")
    single = folder / "any"
    single.write_bytes(text.encode("utf-8", "replace"))
    names = ("part_000000.csv", "annotations/part_000000.json", "collections/a.json")
    names += ("metadata_0_to_20.json", "content/a.html", "highlights/a.md", "a.csv", "a.json")
    names += ("a.md", "b/c.markdown", "a.ris", "a.txt", "a.rtf", "a.docx", "a.html", "a.bib")
    archive = zipped(folder / "any.zip", dict.fromkeys(names, text.encode("utf-8", "replace")))

    for path in (single, archive):
        _try(path, name)


def _try(path: Path, name: str) -> None:
    with ImportSource(path) as source:
        importer = importer_for(source, name)
        assert 0 <= importer.guess(source) <= 1
        try:
            for each in importer.read(source):
                assert isinstance(each, ImportedArticle | ImportProblem | ImportRemark)
        except InputError as refusal:
            assert refusal.message


def test_a_zip_whose_file_names_are_no_text_is_told_in_a_sentence(tmp_path: Path) -> None:
    path = zipped(tmp_path / "export.zip", {"ä.html": "<p>Bread was dear.</p>"})
    content = path.read_bytes()
    path.write_bytes(content.replace("ä".encode(), b"\xff\xff"))

    with pytest.raises(InputError, match="damaged"):
        ImportSource(path)
