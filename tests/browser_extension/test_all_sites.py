"""What needs the user's leave to read all sites: several tabs at once, the sign on the button."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser_extension.browser import Browser, fill, outcome, press
from tests.browser_extension.chromium import Chromium, wait_for
from tests.browser_extension.cuttings_double import CuttingsDouble
from tests.loopback_server import LoopbackServer


@pytest.fixture
def browser(open_chromium: Chromium, double: CuttingsDouble) -> Iterator[Browser]:
    browser = Browser(open_chromium)
    browser.forget()
    browser.pair_with(double.port)
    yield browser
    browser.forget()


def test_the_tabs_selected_are_saved_each_as_it_is_shown(
    browser: Browser, double: CuttingsDouble, loopback_server: LoopbackServer
) -> None:
    pages = ("one", "two", "three")
    for name in pages:
        page = f"<title>{name}</title><script>document.write('<p>built {name}')</script>"
        tab = browser.open(loopback_server.reply(f"/{name}", page))
    pdf = loopback_server.reply("/four.pdf", b"%PDF-1.4", content_type="text/plain")
    tab = browser.open(pdf)
    browser.background.run(
        "chrome.tabs.query({lastFocusedWindow: true}).then(all => chrome.tabs.highlight({tabs: "
        "all.filter(tab => /one|three|four/.test(tab.url)).map(tab => tab.index).reverse()}))"
    )

    form = browser.click_button(tab)
    assert form.run("document.getElementById('save-tabs').innerText") == "Save 3 selected tabs"
    fill(form, tags="reading")
    press(form, "save-tabs")

    assert outcome(form) == (
        "2 pages are on their way. 1 could not be read here; Cuttings fetches them itself."
    )
    clips = {clip["url"].rpartition("/")[2]: clip for clip in double.clips.values()}
    assert sorted(clips) == ["four.pdf", "one", "three"]
    assert "<p>built one" in clips["one"]["html"]
    assert clips["four.pdf"]["kind"] == "link"
    assert all(clip["tags"] == ["reading"] for clip in clips.values())


def test_the_button_shows_that_a_page_is_saved_where_the_user_wants_it(
    browser: Browser, double: CuttingsDouble, loopback_server: LoopbackServer
) -> None:
    url = loopback_server.reply("/talks", "<title>The talks</title>")
    double.articles[url] = [{"id": 3, "title": "Talks", "captured": "2026-05-12T10:00:00Z"}]
    browser.keep(showSaved=True)

    tab = browser.open(url)
    wait_for(lambda: browser.badge(tab) == "✓")
    tab.go(loopback_server.reply("/other", "<title>Another</title>"))
    wait_for(lambda: browser.badge(tab) == "")


def test_the_button_asks_of_no_address_where_the_user_does_not_want_it(
    browser: Browser, double: CuttingsDouble, loopback_server: LoopbackServer
) -> None:
    url = loopback_server.reply("/talks", "<title>The talks</title>")
    browser.open(url).go(loopback_server.reply("/other", "<title>Another</title>"))
    assert not [path for path in double.asked if path == "/v1/known"]
