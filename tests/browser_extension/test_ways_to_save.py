"""Links, several tabs, keys and the button without its form; what is known of an address."""

from __future__ import annotations

import json
import threading
from typing import Any

import pytest

from tests.browser_extension.browser import Browser, fill, outcome, press
from tests.browser_extension.chromium import wait_for
from tests.browser_extension.cuttings_double import CODE, CuttingsDouble
from tests.loopback_server import LoopbackServer

PAGE = "<title>The talks</title><p>They met again.</p>"


def happen(browser: Browser, event: str, *told: Any) -> None:
    """Let the extension's listeners hear of what no test can do: a menu or a key of the browser."""
    front = "chrome.tabs.query({active: true, lastFocusedWindow: true})"
    arguments = ", ".join(json.dumps(each) for each in told)
    browser.background.run(
        f"{front}.then(([tab]) => void chrome.{event}.dispatch({arguments}, tab))"
    )


def received(double: CuttingsDouble, count: int = 1) -> list[dict[str, Any]]:
    wait_for(lambda: len(double.clips) >= count, f"{count} clips")
    return list(double.clips.values())


def test_the_menu_of_a_link_saves_what_it_leads_to(
    browser: Browser, double: CuttingsDouble, loopback_server: LoopbackServer
) -> None:
    tab = browser.open(loopback_server.reply("/front", PAGE))
    told = {
        "menuItemId": "link",
        "linkUrl": loopback_server.url("/story"),
        "pageUrl": loopback_server.url("/front"),
    }
    happen(browser, "contextMenus.onClicked", told)

    [clip] = received(double)
    assert (clip["kind"], clip["url"]) == ("link", loopback_server.url("/story"))
    assert clip["referrer"] == loopback_server.url("/front")
    assert "html" not in clip
    wait_for(lambda: browser.badge(tab) == "✓")


def test_a_link_that_leads_nowhere_on_the_web_is_refused(
    browser: Browser, double: CuttingsDouble, loopback_server: LoopbackServer
) -> None:
    tab = browser.open(loopback_server.reply("/front", PAGE))
    happen(browser, "contextMenus.onClicked", {"menuItemId": "link", "linkUrl": "javascript:go()"})
    wait_for(lambda: browser.badge(tab) == "!")
    assert double.clips == {}


def test_the_menus_are_there(browser: Browser) -> None:
    for name in ("page", "selection", "link"):
        # A menu that isn't there can't be changed, and says so.
        browser.background.run(f"chrome.contextMenus.update('{name}', {{visible: true}})")


def test_the_button_saves_at_once_where_the_user_wants_it(
    browser: Browser, double: CuttingsDouble, loopback_server: LoopbackServer
) -> None:
    browser.keep(saveAtOnce=True)
    wait_for(lambda: browser.background.run("chrome.action.getPopup({})") == "")
    tab = browser.open(loopback_server.reply("/talks", PAGE))
    browser.trigger(tab)

    [clip] = received(double)
    assert (clip["kind"], clip["title"]) == ("page", "The talks")
    wait_for(lambda: browser.badge(tab) == "✓")
    browser.keep(saveAtOnce=False)
    wait_for(lambda: browser.background.run("chrome.action.getPopup({})") != "")


def test_a_page_shown_by_the_time_it_is_saved_must_be_the_one_in_the_form(
    browser: Browser, double: CuttingsDouble, loopback_server: LoopbackServer
) -> None:
    tab = browser.open(loopback_server.reply("/talks", PAGE))
    form = browser.click_button(tab)
    tab.run("history.pushState({}, '', '/another')")
    press(form, "save")

    assert outcome(form) == "The tab shows another page now. Try again."
    assert double.clips == {}


def test_a_page_that_is_still_loading_is_saved_as_far_as_it_is_shown(
    browser: Browser, double: CuttingsDouble, loopback_server: LoopbackServer
) -> None:
    loopback_server.respond("/slow.png", lambda _: loopback_server.closing.wait(20) and None)
    page = f'{PAGE}<img src="/slow.png"><p>Below the picture.</p>'
    url = loopback_server.reply("/talks", page)
    tab = browser.open("about:blank#tab")
    tab.send("Page.navigate", url=url)
    tab.wait(f"location.href === {json.dumps(url)} && document.querySelectorAll('p').length === 2")
    assert tab.run("document.readyState") != "complete"

    form = browser.click_button(tab)
    press(form, "save")

    assert outcome(form).startswith("Saved")
    loopback_server.closing.set()
    [clip] = double.clips.values()
    assert "Below the picture." in clip["html"]


def test_a_page_that_answers_to_nothing_is_left_to_cuttings(
    browser: Browser, double: CuttingsDouble, loopback_server: LoopbackServer
) -> None:
    let_go = threading.Event()
    loopback_server.respond("/stuck", lambda _: let_go.wait(120) and None)
    url = loopback_server.reply("/talks", PAGE)
    tab = browser.open(url)
    stuck = "const ask = new XMLHttpRequest(); ask.open('GET', '/stuck', false); ask.send()"
    tab.run(f"void setTimeout(() => {{ {stuck} }})")
    wait_for(lambda: "/stuck" in [path for path, _ in loopback_server.requests], "a stuck page")
    try:
        form = browser.click_button(tab, url)
        press(form, "save")
        said = outcome(form)
    finally:
        let_go.set()

    assert said.startswith("Saved")
    [clip] = double.clips.values()
    assert (clip["kind"], clip["url"]) == ("link", url)


def test_tabs_are_not_read_before_the_user_allows_it(
    browser: Browser, double: CuttingsDouble, loopback_server: LoopbackServer
) -> None:
    browser.open(loopback_server.reply("/one", PAGE))
    tab = browser.open(loopback_server.reply("/two", PAGE))
    form = browser.click_button(tab)
    wanted = "chrome.storage.session.get('wanted').then(all => !!all.wanted)"
    wish = {"act": "saveTabs", "tabIds": [1, 2], "form": {}}

    assert form.run(f"chrome.runtime.sendMessage({json.dumps(wish)})") is None
    happen(browser, "permissions.onAdded", {"origins": []})
    assert browser.background.run(wanted) is True
    form.run("chrome.runtime.sendMessage({act: 'forgetTabs'})")

    assert browser.background.run(wanted) is False
    assert double.clips == {}


def test_the_form_tells_when_the_page_was_saved(
    browser: Browser, double: CuttingsDouble, loopback_server: LoopbackServer
) -> None:
    page = f'<link rel="canonical" href="/talks">{PAGE}'
    article = {"id": 3, "title": "Talks", "captured": "2026-05-12T10:00:00Z", "tags": ["geneva"]}
    double.articles[loopback_server.url("/talks")] = [article]
    form = browser.click_button(browser.open(loopback_server.reply("/amp?x=1", page)))

    known = form.wait(
        "!document.getElementById('known').hidden && document.getElementById('known').innerText"
    )
    assert known == "Saved on May 12, 2026: “Talks” (geneva)"


@pytest.mark.parametrize("choice", ["version", "second"])
def test_of_a_saved_page_the_form_asks_what_it_becomes(
    browser: Browser, double: CuttingsDouble, loopback_server: LoopbackServer, choice: str
) -> None:
    url = loopback_server.reply("/talks", PAGE)
    article = {"id": 3, "title": "Talks", "captured": "2026-05-12T10:00:00Z", "tags": []}
    double.articles[url] = [article]
    double.outcome = {"state": "stored", "message": "Kept as a new version of it. 14 words added."}
    form = browser.click_button(browser.open(url))
    form.wait("!document.getElementById('if-known').hidden")
    chosen = "document.getElementById('form').elements['if-known'].value"
    assert form.run(chosen) == "version"
    form.run(f"document.querySelector('[name=if-known][value={choice}]').click()")
    press(form, "save")

    assert "Kept as a new version of it. 14 words added." in outcome(form)
    [clip] = double.clips.values()
    assert clip["if_known"] == choice


def test_of_a_new_page_it_doesnt(
    browser: Browser, double: CuttingsDouble, loopback_server: LoopbackServer
) -> None:
    form = browser.click_button(browser.open(loopback_server.reply("/talks", PAGE)))
    assert form.run("document.getElementById('if-known').hidden") is True
    press(form, "save")
    outcome(form)
    [clip] = double.clips.values()
    assert "if_known" not in clip


def test_no_address_is_told_before_the_user_asks(
    browser: Browser, double: CuttingsDouble, loopback_server: LoopbackServer
) -> None:
    tab = browser.open(loopback_server.reply("/talks", PAGE))
    tab.go(loopback_server.reply("/more", PAGE))
    assert "/v1/known" not in double.asked
    browser.click_button(tab)
    assert "/v1/known" in double.asked


def test_tags_of_the_archive_complete_the_one_being_typed(
    browser: Browser, double: CuttingsDouble, loopback_server: LoopbackServer
) -> None:
    double.tags = ("diplomacy/iran", "diplomacy/russia", "energy")
    form = browser.click_button(browser.open(loopback_server.reply("/talks", PAGE)))
    fill(form, tags="energy, dip")
    form.wait("document.querySelectorAll('#suggestions li').length === 2")
    for key in ("ArrowDown", "ArrowDown", "Enter"):
        form.run(
            "document.getElementById('tags').dispatchEvent("
            f"new KeyboardEvent('keydown', {{key: '{key}', bubbles: true, cancelable: true}}))"
        )
    assert form.run("document.getElementById('tags').value") == "energy, diplomacy/russia, "
    assert form.run("document.getElementById('suggestions').hidden") is True


def test_a_page_of_the_browser_itself_is_not_saved(browser: Browser) -> None:
    form = browser.click_button(browser.open("chrome://version/"))
    assert outcome(form) == "This is a page of the browser’s own. Pages of the web can be saved."
    assert form.run("document.getElementById('save').disabled") is True


@pytest.mark.parametrize(
    ("typed", "said"),
    [("12", "The code has six digits."), ("111 111", "That isn't the code shown.")],
)
def test_a_wrong_code_does_not_pair(
    browser: Browser, double: CuttingsDouble, typed: str, said: str
) -> None:
    browser.keep(token=None)
    page = settings(browser)
    fill(page, code=typed)
    page.run("document.getElementById('pairing').requestSubmit()")
    page.wait(f"document.getElementById('state').textContent === {json.dumps(said)}")
    assert browser.kept("token") is None


def test_the_code_that_cuttings_shows_pairs(browser: Browser) -> None:
    browser.keep(token=None)
    page = settings(browser)
    fill(page, code=f"{CODE[:3]} {CODE[3:]}")
    page.run("document.getElementById('pairing').requestSubmit()")
    page.wait("document.getElementById('state').textContent.startsWith('This browser is paired')")
    assert browser.kept("token")


def settings(browser: Browser) -> Any:
    page = browser.open(f"chrome-extension://{browser.chromium.extension}/options.html")
    page.wait("document.body?.dataset.ready === 'yes'")
    return page
