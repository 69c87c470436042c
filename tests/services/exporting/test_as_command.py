"""An export as a line for a shell, and articles written as spans."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.core.errors import InputError
from desktop_app.services.exporting.as_command import (
    LONGEST_COMMAND,
    export_command,
    read_ids,
    written_ids,
)
from desktop_app.services.exporting.export_job import ChosenDossier, What
from desktop_app.services.exporting.export_options import OptionValue


def line(what: What, **options: OptionValue) -> list[str]:
    command = export_command(
        Path("/a b/x.cuttings"), what, "pdf", Path("/out/it's.pdf"), options, lambda _id: "-n"
    )
    return shlex.split(command)


def test_only_what_isnt_usual_is_written() -> None:
    assert line("-tag:x", paper="a4", files="one", title="T; rm") == [
        *("cuttings", "--archive", "/a b/x.cuttings", "export", "--format", "pdf"),
        *("--to", "/out/it's.pdf", "--title=T; rm", "--files=one", "--", "-tag:x"),
    ]
    assert line(ChosenDossier(1))[-1] == "--dossier=-n"
    assert line([4, 5, 6, 2])[-2:] == ["--ids", "4-6,2"]


def test_a_line_that_no_shell_would_take_is_refused() -> None:
    with pytest.raises(InputError, match="too long"):
        line(list(range(0, LONGEST_COMMAND, 2)))


@settings(max_examples=40)
@given(st.lists(st.integers(1, 60), unique=True, min_size=1))
def test_articles_come_back_in_their_order(ids: list[int]) -> None:
    assert read_ids(written_ids(ids)) == ids


@pytest.mark.parametrize("text", ["", "a", "3-", "-3", "1-999999999999", "٣", "1,,2"])
def test_what_names_no_articles_is_refused(text: str) -> None:
    with pytest.raises(InputError):
        read_ids(text)
