"""A program that is killed while it stores leaves whole articles only."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

from desktop_app.core.query import parse_query
from desktop_app.store.archive import Archive

_STORE_FOR_EVER = """
import sys
from pathlib import Path
from desktop_app.store.archive import Archive
from tests.store.examples import capture, lavrov_article

archive = Archive.open(Path(sys.argv[1]))
for number in range(10**9):
    with archive.act("Clip"):
        tags = ["a/b", str(number % 7)]
        archive.articles.add(capture(b"%d" % number), lavrov_article(), tags=tags)
        archive.articles.set_note(1, str(number))
    if number % 20 == 0:
        print(number, flush=True)
"""


def test_whole_articles_only_after_a_kill(tmp_path: Path) -> None:
    path = tmp_path / "killed.cuttings"
    for turn in range(3):
        process = subprocess.Popen(
            [sys.executable, "-c", _STORE_FOR_EVER, str(path)], stdout=subprocess.PIPE
        )
        assert process.stdout is not None
        for _ in range(turn + 2):
            process.stdout.readline()
        process.send_signal(signal.SIGKILL)
        process.communicate()

        archive = Archive.open(path)
        report = archive.check()
        assert report.problems == ()
        assert report.articles > 20 * (turn + 1)
        ids = archive.search.ids(parse_query("lavrov tag:a person:lavrov event:2023-04-13"))
        assert len(ids) == report.articles
        assert archive.undo() == "Clip"
        assert archive.check().ok
        archive.close()
