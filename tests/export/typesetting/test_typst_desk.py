"""What is short is set, and fonts are read, in a process of its own."""

from __future__ import annotations

import multiprocessing
import subprocess
import sys
from pathlib import Path

from tests.export.examples import article, write_pdf

_EXPORT = """
import sys
from pathlib import Path
from tests.export.examples import article, write_pdf
write_pdf([article(title="Zwölf 王毅")], Path(sys.argv[1]))
print(*(name for name in ("typst", "fontTools") if name in sys.modules))
"""


def test_what_reads_fonts_is_never_imported_where_the_window_is(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    done = subprocess.run(
        [sys.executable, "-c", _EXPORT, str(path)], capture_output=True, text=True, check=True
    )
    assert path.read_bytes().startswith(b"%PDF")
    assert done.stdout.strip() == ""


def test_a_process_that_was_ended_while_it_waited_is_begun_again(tmp_path: Path) -> None:
    write_pdf([article(title="One")], tmp_path / "one.pdf")
    for child in multiprocessing.active_children():
        child.terminate()
        child.join()

    write_pdf([article(title="Two")], tmp_path / "two.pdf")

    assert (tmp_path / "two.pdf").read_bytes().startswith(b"%PDF")
