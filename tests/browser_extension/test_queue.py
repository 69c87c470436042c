"""Nothing that was saved is lost: not while Cuttings is closed, nor when it refuses or forgets."""

from __future__ import annotations

from tests.browser_extension.browser import Browser, outcome, press
from tests.browser_extension.chromium import Page, wait_for
from tests.browser_extension.cuttings_double import CuttingsDouble
from tests.loopback_server import LoopbackServer

PAGE = "<title>The talks</title><p>They met again.</p>"


def save(browser: Browser, tab: Page) -> str:
    form = browser.click_button(tab)
    press(form, "save")
    said = outcome(form)
    form.close()
    return said


def test_a_page_waits_while_cuttings_is_closed_and_is_sent_when_it_opens(
    browser: Browser, double: CuttingsDouble, loopback_server: LoopbackServer
) -> None:
    tab = browser.open(loopback_server.reply("/talks", PAGE))
    double.close()
    try:
        said = save(browser, tab)
    finally:
        double.open()

    assert said == "Cuttings isn’t open. The page waits here and is sent when it opens."
    assert [entry["title"] for entry in browser.queue()] == ["The talks"]
    assert browser.badge(tab) == "⏸"

    browser.click_button(tab).close()
    wait_for(lambda: not browser.queue(), "an empty queue")
    assert [clip["title"] for clip in double.clips.values()] == ["The talks"]


def test_what_waits_is_tried_again_by_itself(
    browser: Browser, double: CuttingsDouble, loopback_server: LoopbackServer
) -> None:
    double.refusal = (429, {"Retry-After": "40"}, {"error": {"code": "busy", "message": "Later."}})
    said = save(browser, browser.open(loopback_server.reply("/talks", PAGE)))

    assert said == "Cuttings is busy. The page waits here for a moment."
    alarm = browser.background.run("chrome.alarms.get('deliver')")
    assert alarm["periodInMinutes"] == 1
    double.refusal = None
    browser.background.run("chrome.alarms.create('deliver', {when: Date.now()})")
    wait_for(lambda: not browser.queue(), "an empty queue")
    assert wait_for(lambda: not browser.background.run("chrome.alarms.get('deliver')"))


def test_a_browser_that_cuttings_forgot_keeps_its_pages_until_it_is_paired(
    browser: Browser, double: CuttingsDouble, loopback_server: LoopbackServer
) -> None:
    double.paired = False
    said = save(browser, browser.open(loopback_server.reply("/talks", PAGE)))
    assert said == "The page waits here until this browser is paired with Cuttings."

    double.paired = True
    browser.keep(token=None)
    browser.pair_with(double.port)
    wait_for(lambda: not browser.queue(), "an empty queue")
    assert len(double.clips) == 1


def test_a_page_that_is_refused_stays_with_the_reason_and_can_be_sent_again_or_discarded(
    browser: Browser, double: CuttingsDouble, loopback_server: LoopbackServer
) -> None:
    sentence = "This page holds no text."
    double.refusal = (400, {}, {"error": {"code": "schema", "message": sentence}})
    tab = browser.open(loopback_server.reply("/talks", PAGE))
    assert save(browser, tab) == sentence
    assert [(each["state"], each["message"]) for each in browser.queue()] == [("failed", sentence)]

    double.refusal = None
    form = browser.click_button(tab)
    form.run("document.querySelector('#queue-list button').click()")
    wait_for(lambda: not browser.queue(), "an empty queue")
    assert len(double.clips) == 1

    double.outcome = {"state": "failed", "message": "The archive is full."}
    assert save(browser, tab) == "The archive is full."
    form = browser.click_button(tab)
    form.run("[...document.querySelectorAll('#queue-list button')].at(-1).click()")
    wait_for(lambda: not browser.queue(), "an empty queue")


def test_a_clip_that_cuttings_lost_before_storing_it_is_sent_again_under_its_id(
    browser: Browser, double: CuttingsDouble, loopback_server: LoopbackServer
) -> None:
    double.outcome = {"state": "working"}
    tab = browser.open(loopback_server.reply("/talks", PAGE))
    form = browser.click_button(tab)
    press(form, "save")
    [number] = wait_for(lambda: list(double.clips))
    double.clips.clear()
    wait_for(lambda: [each["state"] for each in browser.queue()] == ["waiting"])

    double.outcome = {"state": "stored"}
    browser.background.run("chrome.alarms.create('deliver', {when: Date.now()})")
    wait_for(lambda: not browser.queue(), "an empty queue")
    assert list(double.clips) == [number]


def test_a_page_larger_than_cuttings_takes_is_refused_with_a_sentence(
    browser: Browser, double: CuttingsDouble, loopback_server: LoopbackServer
) -> None:
    tab = browser.open(loopback_server.reply("/talks", PAGE))
    tab.run("document.querySelector('p').hidden = true")
    tab.run("document.querySelector('p').append('word '.repeat(5_200_000))")
    assert save(browser, tab) == "This page is too large: 26 MB. Select the part you need."
    assert browser.queue() == []
