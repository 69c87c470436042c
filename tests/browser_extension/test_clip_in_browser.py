"""From a click in the browser to an article in the archive, with nothing in between made up."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler

import pytest

from desktop_app.capture.fetch import fetch_page
from desktop_app.core.errors import AppError
from tests.browser_extension.browser import Browser, fill, outcome, press
from tests.browser_extension.chromium import Chromium, Page, wait_for
from tests.browser_extension.serving import Serving
from tests.cleaning.pages import SENTENCES
from tests.loopback_server import LoopbackServer, Reply

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C ends no process there")

ARTICLE = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
HEAD = "<!doctype html><html lang='en'><head><title>Customs house vote put off</title></head>"


@pytest.fixture(scope="module")
def serving(chromium: Chromium, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """Cuttings, to which the browser was paired by its code."""
    opened = Serving(tmp_path_factory.mktemp("cuttings"))
    opened.open()
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def token(chromium: Chromium, serving: Serving) -> str:
    """What pairing gave."""
    browser = Browser(chromium)
    browser.forget()
    browser.keep(fixedPort=serving.port)
    page = browser.open(f"chrome-extension://{chromium.extension}/options.html")
    page.wait("document.body?.dataset.ready === 'yes'")
    fill(page, code=serving.code)
    page.run("document.getElementById('pairing').requestSubmit()")
    page.wait("document.getElementById('state').textContent.startsWith('This browser is paired')")
    found = str(browser.kept("token"))
    browser.forget()
    return found


@pytest.fixture
def browser(chromium: Chromium, serving: Serving, token: str) -> Iterator[Browser]:
    browser = Browser(chromium)
    browser.forget()
    browser.pair_with(serving.port, token)
    yield browser
    browser.forget()


def save(browser: Browser, tab: Page, **form: str) -> str:
    opened = browser.click_button(tab)
    fill(opened, **form)
    press(opened, "save")
    said = outcome(opened)
    opened.close()
    return said


def test_a_page_that_scripts_build_becomes_an_article(
    browser: Browser, serving: Serving, loopback_server: LoopbackServer
) -> None:
    script = f"""
    const story = document.getElementById("app").appendChild(document.createElement("story-page"));
    story.attachShadow({{mode: "open"}}).innerHTML = `<h1>Customs house vote put off</h1>{ARTICLE}`;
    """
    url = loopback_server.reply("/app", f"{HEAD}<div id='app'></div><script>{script}</script>")
    tab = browser.open(url)

    said = save(browser, tab, tags="harbour/customs house, votes", note="For chapter two.")

    article = serving.next_article()
    assert said.startswith("Saved: Customs house vote put off")
    assert all(sentence in article["text"] for sentence in SENTENCES)
    assert sorted(article["tags"]) == ["harbour/customs house", "votes"]
    assert article["url"] == url
    assert browser.queue() == []


def test_a_page_behind_a_login_comes_as_the_reader_sees_it(
    browser: Browser, serving: Serving, loopback_server: LoopbackServer
) -> None:
    def story(handler: BaseHTTPRequestHandler) -> None:
        known = "session=reader" in handler.headers.get("Cookie", "")
        Reply(f"{HEAD}<h1>Customs house vote put off</h1>{ARTICLE if known else 'Log in.'}")(
            handler
        )

    url = loopback_server.respond("/members/story", story)
    cookie = {"Set-Cookie": "session=reader; Path=/; HttpOnly"}
    tab = browser.open(loopback_server.reply("/login", "<p>Welcome back</p>", headers=cookie))
    tab.go(url)
    save(browser, tab)

    text = serving.next_article()["text"]
    assert all(sentence in text for sentence in SENTENCES)
    assert SENTENCES[0] not in fetch_page(url, captured="2026-11-28T19:00:00Z").content.decode()


def test_a_page_that_the_fetcher_is_refused_comes_from_the_browser(
    browser: Browser, serving: Serving, loopback_server: LoopbackServer
) -> None:
    check = "<script>document.cookie = 'human=yes'; location.reload()</script>"

    def guarded(handler: BaseHTTPRequestHandler) -> None:
        passed = "human=yes" in handler.headers.get("Cookie", "")
        body = f"{HEAD}<h1>Customs house vote put off</h1>{ARTICLE}" if passed else check
        Reply(body, status=200 if passed else 403)(handler)

    url = loopback_server.respond("/guarded", guarded)
    tab = browser.open(url)
    tab.wait("!!document.querySelector('h1')")
    save(browser, tab)

    text = serving.next_article()["text"]
    assert all(sentence in text for sentence in SENTENCES)
    with pytest.raises(AppError):
        fetch_page(url, captured="2026-11-28T19:00:00Z")


def test_what_an_endless_page_loaded_while_it_was_scrolled_is_kept(
    browser: Browser, serving: Serving, loopback_server: LoopbackServer
) -> None:
    script = f"""
    const texts = {json.dumps(SENTENCES)};
    new IntersectionObserver(([seen]) => {{
      if (!seen.isIntersecting || !texts.length) return;
      const part = document.querySelector("article").appendChild(document.createElement("p"));
      part.style.height = "1500px";
      part.textContent = texts.shift();
    }}).observe(document.getElementById("end"));
    """
    page = f"{HEAD}<article><h1>A vote</h1></article><div id='end'>.</div><script>{script}</script>"
    tab = browser.open(loopback_server.reply("/endless", page))
    tab.run("setInterval(() => scrollTo(0, document.body.scrollHeight), 50)")
    tab.wait(f"document.querySelectorAll('article p').length === {len(SENTENCES)}")
    save(browser, tab)

    text = serving.next_article()["text"]
    assert all(sentence in text for sentence in SENTENCES)


def test_of_a_selection_nothing_else_is_kept(
    browser: Browser, serving: Serving, loopback_server: LoopbackServer
) -> None:
    data = json.dumps({"@type": "NewsArticle", "articleBody": " ".join(SENTENCES)})
    page = f"{HEAD}<script type='application/ld+json'>{data}</script><article>{ARTICLE}</article>"
    tab = browser.open(loopback_server.reply("/part", page))
    tab.run("""{ const [first, , third] = document.querySelectorAll("p");
        getSelection().setBaseAndExtent(first, 0, third, 1); }""")
    save(browser, tab)

    article = serving.next_article()
    assert article["title"] == "Customs house vote put off"
    assert [sentence in article["text"] for sentence in SENTENCES] == [True] * 3 + [False] * 3


def test_the_form_knows_a_saved_page_behind_tracking_parameters_and_redirects(
    browser: Browser, serving: Serving, loopback_server: LoopbackServer
) -> None:
    page = f"{HEAD}<h1>Customs house vote put off</h1>{ARTICLE}"
    for path in ("/story", "/story?utm_source=mail&fbclid=1"):
        loopback_server.reply(path, page)
    save(browser, browser.open(loopback_server.url("/story")))
    serving.next_article()
    loopback_server.redirect("/t/1", loopback_server.url("/story?utm_source=mail&fbclid=1"))

    form = browser.click_button(browser.open(loopback_server.url("/t/1")))

    known = form.wait("document.getElementById('known').innerText")
    assert known.startswith("Saved on ")
    assert "Customs house vote put off" in known


def test_a_page_saved_again_is_a_new_version_where_its_text_changed(
    browser: Browser, serving: Serving, loopback_server: LoopbackServer
) -> None:
    page = f"{HEAD}<h1>Customs house vote put off</h1>"
    url = loopback_server.reply("/again", f"{page}{ARTICLE.replace(SENTENCES[-1], '')}")
    save(browser, browser.open(url))
    first = serving.next_article()
    loopback_server.reply("/again", f"{page}{ARTICLE}")

    said = save(browser, browser.open(url))

    assert "Kept as a new version of it." in said
    second = serving.next_article()
    assert second["id"] == first["id"]
    assert SENTENCES[-1] in second["text"] and SENTENCES[-1] not in first["text"]


def test_a_link_is_fetched_by_cuttings(
    browser: Browser, serving: Serving, loopback_server: LoopbackServer
) -> None:
    url = loopback_server.reply("/linked", f"{HEAD}<h1>Customs house vote put off</h1>{ARTICLE}")
    browser.open(loopback_server.reply("/front", f'<a href="{url}">Read</a>'))
    told = {"menuItemId": "link", "linkUrl": url, "linkText": "Read"}
    browser.background.run(f"chrome.contextMenus.onClicked.dispatch({json.dumps(told)})")

    article = serving.next_article()
    assert (article["url"], article["title"]) == (url, "Customs house vote put off")


def test_a_page_saved_while_cuttings_is_closed_is_stored_once_when_it_opens(
    browser: Browser, serving: Serving, loopback_server: LoopbackServer
) -> None:
    url = loopback_server.reply("/late", f"{HEAD}<h1>Customs house vote put off</h1>{ARTICLE}")
    tab = browser.open(url)
    serving.close()
    try:
        said = save(browser, tab)
    finally:
        serving.open()
    assert said == "Cuttings isn’t open. The page waits here and is sent when it opens."

    browser.click_button(tab).close()
    assert serving.next_article()["url"] == url
    wait_for(lambda: not browser.queue(), "an empty queue")
    assert [each["url"] for each in serving.articles()].count(url) == 1
