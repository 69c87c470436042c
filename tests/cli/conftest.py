"""The command line, run within the test's own process on an archive of its own."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop_app.cli.application import run
from desktop_app.services.base.settings import Settings
from tests.fresh_archive import put_fresh_archive


@dataclass(frozen=True, slots=True)
class Outcome:
    code: int
    out: str
    err: str

    @property
    def json(self) -> object:
        return json.loads(self.out)

    @property
    def json_lines(self) -> list[dict[str, object]]:
        return [json.loads(line) for line in self.out.splitlines()]


Terminal = Callable[..., Outcome]


def no_window(settings: Settings) -> int:
    raise AssertionError("no test of the terminal opens a window")


@pytest.fixture
def terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Terminal:
    """``terminal("list", "--json")`` runs ``cuttings list --json``."""
    archive = put_fresh_archive(tmp_path / "data" / "test.cuttings")
    monkeypatch.setenv("CUTTINGS_ARCHIVE", str(archive))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))

    def call(*arguments: object) -> Outcome:
        code = run([str(argument) for argument in arguments], no_window)
        out, err = capfd.readouterr()
        return Outcome(code, out, err)

    return call


@pytest.fixture
def before_first_use(terminal: Terminal, tmp_path: Path) -> None:
    """There is no archive yet, nor a folder for it; what needs one makes it."""
    shutil.rmtree(tmp_path / "data")


ARTICLE = """\
<!doctype html><html lang="en"><head><title>Treaty signed in Paris - The Sample Gazette</title>
<meta property="og:site_name" content="The Sample Gazette">
<meta property="og:title" content="Treaty signed in Paris">
<meta property="article:published_time" content="1947-02-11T08:00:00Z"></head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Treaty signed in Paris</h1>
<p>Foreign Minister Georges Bidault opened the ceremony at the Quai d’Orsay on Monday, while the
delegates of twenty-one countries looked on from the long tables of the Salon de l’Horloge.</p>
<p>“The work of eighteen months is done,” a delegate said as the last seal was pressed, and the
ministers left the hall one after another without another word to the waiting reporters.</p>
<p>Mr Bidault thanked James Byrnes, who had left office in January 1947, for his patience during
the long negotiations of the year before, which had twice seemed to fail over a border.</p>
<p>The treaties will come into force once the great powers have deposited their ratifications,
which the lawyers expect to take until the autumn of the year at the very least.</p>
</article><footer>Copyright</footer></body></html>
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A saved page with one article."""
    path = tmp_path / "page.html"
    path.write_text(ARTICLE, encoding="utf-8")
    return path
