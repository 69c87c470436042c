from __future__ import annotations

import base64
import time
from pathlib import Path

import pytest

from desktop_app.export.base.pandoc import PandocError, PandocLimits, run_pandoc


def test_markdown_becomes_html() -> None:
    made = run_pandoc([b"Ministers ", b"*meet*"], reader="markdown", writer="html5")

    assert made is not None
    assert made.decode().strip() == "<p>Ministers <em>meet</em></p>"


def test_files_beside_the_source_are_found_by_name() -> None:
    made = run_pandoc(
        [b"hello"],
        reader="markdown",
        writer="html5",
        options=["--template=page.html"],
        files={"page.html": b"<main>$body$</main>"},
    )

    assert made == b"<main><p>hello</p></main>"


def test_the_same_input_gives_the_same_bytes() -> None:
    first, second = (run_pandoc([b"# News"], reader="markdown", writer="docx") for _ in range(2))

    assert first == second


def test_nothing_outside_its_folder_is_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.png"
    secret.write_bytes(b"secret")

    made = run_pandoc(
        [f'<img src="{secret.as_posix()}" alt="An image">'.encode()],
        reader="html",
        writer="html5",
        options=["--embed-resources", "--standalone", "--metadata=title:x"],
    )

    assert made is not None
    assert b"An image" in made
    assert base64.b64encode(b"secret") not in made


def test_what_pandoc_refuses_is_told_in_one_sentence() -> None:
    with pytest.raises(PandocError, match=r"^pandoc couldn't write the document: JSON parse error"):
        run_pandoc([b"no json"], reader="json", writer="html5")


def test_too_little_memory_is_told() -> None:
    many = (b"word **bold** text\n\n" for _ in range(20_000))

    with pytest.raises(PandocError, match="memory"):
        run_pandoc(many, reader="markdown", writer="json", limits=PandocLimits(megabytes=16))


def test_too_little_time_is_told() -> None:
    many = (b"word **bold** text\n\n" for _ in range(50_000))

    with pytest.raises(PandocError, match="too long"):
        run_pandoc(many, reader="markdown", writer="json", limits=PandocLimits(seconds=0))


def test_the_user_can_stop_it() -> None:
    asked = []

    def stops_at_the_third() -> bool:
        asked.append(time.monotonic())
        return len(asked) > 2

    many = (b"word **bold** text\n\n" for _ in range(50_000))

    made = run_pandoc(many, reader="markdown", writer="json", cancelled=stops_at_the_third)

    assert made is None


def test_a_file_beside_the_source_is_never_a_path() -> None:
    with pytest.raises(ValueError, match="name of a file"):
        run_pandoc([b""], reader="markdown", writer="html5", files={"../style.csl": b""})
