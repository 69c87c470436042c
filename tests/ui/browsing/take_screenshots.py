"""Takes pictures of the browser window, light and dark; the README has the light one.

Run under Xvfb, as an ordinary user or with ``QTWEBENGINE_DISABLE_SANDBOX=1``, from the checkout::

    … -m tests.ui.browsing.take_screenshots FOLDER
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWebEngineWidgets import QWebEngineView  # noqa: F401 - before the application is made
from PySide6.QtWidgets import QApplication

from desktop_app.cleaning.markdown_text import plain_text
from desktop_app.core.resource_path import resource_path
from desktop_app.services.browsing.kept_sites import KeptSites
from desktop_app.ui.base.qt_application import make_application
from desktop_app.ui.base.theme import ThemeMode, theme
from desktop_app.ui.browsing.browser_window import BrowserWindow
from tests.loopback_server import LoopbackServer

_HOST = "sample-gazette.example"
_STYLE = """
    body { font: 17px/1.55 Georgia, "Noto Serif", serif; max-width: 40em; margin: 2em auto; }
    header { border-bottom: 3px double #333; font-size: 30px; text-align: center; }
    nav { font: 13px sans-serif; text-align: center; padding: .6em; color: #555; }
    nav b { float: right; font-weight: normal; }
"""


def page() -> str:
    """A sample article as the site of a newspaper shows it to a reader who is logged in."""
    path = next(resource_path("sample_archive").glob("1896*.md"))
    text = plain_text(path.read_text(encoding="utf-8").split("\n---\n", 1)[1])
    paragraphs = "".join(f"<p>{each}</p>" for each in text.split("\n\n"))
    title = "Nansen is home, and so is the Fram"
    return (
        f"<!doctype html><title>{title}</title><style>{_STYLE}</style>"
        "<header>The Sample Gazette</header><nav>News · Science · Empire <b>Jane Roe</b></nav>"
        f"<h1>{title}</h1>{paragraphs}"
    )


def wait_until(application: QApplication, holds: Callable[[], bool]) -> None:
    """Let the window run until something holds; half a minute at most."""
    end = time.monotonic() + 30
    while not holds():
        if time.monotonic() > end:
            raise TimeoutError("the window didn't get ready for its picture")
        application.processEvents()
        time.sleep(0.005)


def shoot(window: BrowserWindow, path: Path) -> None:
    """Write a picture of the window, with few enough colours to stay small."""
    window.grab().toImage().save(str(path), "PNG")
    convert = shutil.which("convert")
    if convert is not None:
        colours = ("-strip", "+dither", "-colors", "160", f"PNG8:{path}")
        subprocess.run([convert, str(path), *colours], check=True)


def main() -> None:
    """Take both pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    with LoopbackServer() as server, tempfile.TemporaryDirectory() as place:
        server.reply("/1896/08/nansen-is-home", page())
        rule = f'--host-resolver-rules="MAP {_HOST}:80 127.0.0.1:{server.port}"'
        os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = rule
        application = make_application()
        theme().prepare(ThemeMode.LIGHT)
        sites = KeptSites(Path(place) / "sites.json")
        sites.keep(_HOST)
        window = BrowserWindow(sites)
        window.resize(1000, 640)
        window.show()
        shown: list[bool] = []
        window.page.loadFinished.connect(shown.append)
        window.open(f"http://{_HOST}/1896/08/nansen-is-home")
        wait_until(application, lambda: bool(shown))
        for name, mode in (("", ThemeMode.LIGHT), ("-dark", ThemeMode.DARK)):
            theme().set_mode(mode)
            drawn = time.monotonic() + 1
            wait_until(application, lambda drawn=drawn: time.monotonic() > drawn)  # type: ignore[misc]
            shoot(window, folder / f"browser-window{name}.png")
        window.end()


if __name__ == "__main__":
    main()
