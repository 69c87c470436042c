"""What holds of every format in the list."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.services.exporting.export_options import merged
from desktop_app.services.exporting.formats import FORMATS, ExportFormat

#: What formats are made with; the dialog and the terminal's help wait for none of it.
_LATE = {
    *("numpy", "pypandoc", "typst", "pypdfium2", "lxml", "PIL", "networkx", "jinja2", "warcio"),
    *("markdown_it", "msgspec", "fastwarc", "fontTools", "httpx", "bs4", "nh3", "yaml"),
}


def test_the_list_is_read_without_what_writes_the_files() -> None:
    program = "import sys, desktop_app.services.exporting.formats as _; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        cwd=Path(__file__).parents[3],
    )

    assert _LATE & set(done.stdout.split()) == set()


def test_names_and_words_are_told_apart() -> None:
    assert len({each.name for each in FORMATS}) == len(FORMATS)
    assert len({each.words for each in FORMATS}) == len(FORMATS)


def test_options_of_one_name_are_of_one_kind() -> None:
    assert merged(each.options for each in FORMATS)


@pytest.mark.parametrize("each", FORMATS, ids=lambda each: each.name)
def test_a_format_has_a_file_with_an_ending_or_a_folder(each: ExportFormat) -> None:
    assert each.suffix.startswith(".") or each.is_folder(each.options())


@pytest.mark.parametrize("each", FORMATS, ids=lambda each: each.name)
def test_every_option_is_said_in_words(each: ExportFormat) -> None:
    for option in each.described_options():
        assert option.words
        assert option.hint == "" or option.hint.endswith(".")
