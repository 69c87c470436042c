"""A Chromium with the extension in it for all tests of a process, fresh settings for each."""

from __future__ import annotations

import contextlib
import json
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser_extension.browser import Browser
from tests.browser_extension.chromium import Chromium, find_chromium
from tests.browser_extension.cuttings_double import CuttingsDouble

EXTENSION = Path(__file__).parents[2] / "resources" / "browser_extension"


@pytest.fixture(scope="session")
def chromium() -> Iterator[Chromium]:
    """The one browser of this process; tests skip where there is none."""
    if find_chromium() is None:
        pytest.skip("there is no Chromium here: sudo apt-get install chromium")
    with _started(EXTENSION) as started:
        yield started


@pytest.fixture(scope="module")
def open_chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    """A browser that lets the extension read all sites: no test can answer its question."""
    if find_chromium() is None:
        pytest.skip("there is no Chromium here: sudo apt-get install chromium")
    copy = tmp_path_factory.mktemp("extension") / "browser_extension"
    shutil.copytree(EXTENSION, copy)
    manifest = json.loads((copy / "manifest.json").read_text())
    manifest["host_permissions"] += manifest["optional_host_permissions"]
    (copy / "manifest.json").write_text(json.dumps(manifest))
    with _started(copy) as started:
        yield started


@contextlib.contextmanager
def _started(extension: Path) -> Iterator[Chromium]:
    folder = Path(tempfile.mkdtemp(prefix="chromium-"))
    started = Chromium(folder, extension)
    try:
        yield started
    finally:
        started.close()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def double() -> Iterator[CuttingsDouble]:
    """An endpoint that answers and knows the browser."""
    opened = CuttingsDouble()
    opened.open()
    yield opened
    opened.close()


@pytest.fixture
def browser(chromium: Chromium, double: CuttingsDouble) -> Iterator[Browser]:
    """The browser, paired with the double; its tabs and what it kept are gone afterwards."""
    browser = Browser(chromium)
    browser.forget()
    browser.pair_with(double.port)
    yield browser
    browser.forget()
