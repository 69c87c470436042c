"""Pictures of the extension's form and settings, light and dark, to be looked at.

Run as ``python -m tests.browser_extension.take_screenshots FOLDER``.
"""

from __future__ import annotations

import base64
import sys
import tempfile
import time
from pathlib import Path

from tests.browser_extension.browser import Browser, fill, outcome, press
from tests.browser_extension.chromium import Chromium, Page
from tests.browser_extension.conftest import EXTENSION
from tests.browser_extension.cuttings_double import CuttingsDouble
from tests.loopback_server import LoopbackServer

TITLE = "Talks on the grain corridor end in Geneva without a statement"
PAGE = f"<title>{TITLE} | The Quay Gazette</title>" + "".join(
    f"<p>Paragraph {number} of a report on talks that were held behind closed doors.</p>"
    for number in range(1, 9)
)
ARTICLE = {
    "id": 3,
    "title": TITLE,
    "captured": "2026-05-12T10:00:00Z",
    "tags": ["diplomacy/russia"],
}
WALL = {"code": "paywall", "message": "The page may have been cut off by a paywall."}


def take(page: Page, folder: Path, name: str) -> None:
    """Write ``name-light.png`` and ``name-dark.png``."""
    for scheme in ("light", "dark"):
        feature = {"name": "prefers-color-scheme", "value": scheme}
        page.send("Emulation.setEmulatedMedia", features=[feature])
        time.sleep(0.3)  # until it is drawn
        picture = page.send("Page.captureScreenshot")["data"]
        (folder / f"{name}-{scheme}.png").write_bytes(base64.b64decode(picture))


def take_all(browser: Browser, double: CuttingsDouble, web: LoopbackServer, folder: Path) -> None:
    """The settings and the form in each of its states."""
    browser.pair_with(double.port)
    settings = browser.open(f"chrome-extension://{browser.chromium.extension}/options.html")
    settings.wait("document.body?.dataset.ready === 'yes'")
    take(settings, folder, "extension-settings")

    double.tags = ("diplomacy", "diplomacy/iran", "diplomacy/russia")
    double.articles[web.reply("/talks", PAGE)] = [ARTICLE]
    double.outcome = {"state": "stored", "article": {**ARTICLE, "words": 812, "warnings": [WALL]}}
    tab = browser.open(web.url("/talks"))
    tab.run("getSelection().selectAllChildren(document.querySelector('p'))")
    form = browser.click_button(tab)
    form.run("document.getElementById('tags').focus()")
    fill(form, tags="energy, dip")
    form.wait("!document.getElementById('suggestions').hidden")
    take(form, folder, "extension-form")
    press(form, "save")
    outcome(form)
    take(form, folder, "extension-saved")
    form.close()

    double.close()
    form = browser.click_button(tab)
    press(form, "save")
    outcome(form)
    form.run("document.getElementById('queue').open = true")
    take(form, folder, "extension-closed")
    double.open()


def main() -> None:
    """Take all pictures."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    double = CuttingsDouble()
    double.open()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        chromium = Chromium(Path(profile), EXTENSION)
        try:
            with LoopbackServer() as web:
                take_all(Browser(chromium), double, web, folder)
        finally:
            chromium.close()
            double.close()


if __name__ == "__main__":
    main()
