"""Another program that listens where Cuttings would: it gets no token and no page."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser_extension.browser import Browser, outcome, press
from tests.browser_extension.chromium import wait_for
from tests.browser_extension.cuttings_double import CuttingsDouble, proof_of
from tests.loopback_server import LoopbackServer

PAGE = "<!doctype html><title>The talks</title><p>They went on for a week.</p>"


def nonsense(_challenge: str, _port: int) -> str:
    return "0" * 64


def echo_of_the_browser(challenge: str, _port: int) -> str:
    return proof_of(f"browser {challenge}")


def passed_on_from_the_real_one(challenge: str, port: int) -> str:
    return proof_of(f"cuttings {port + 1} {challenge}")


@pytest.mark.parametrize("proves", [nonsense, echo_of_the_browser, passed_on_from_the_real_one])
def test_a_program_that_poses_as_cuttings_gets_nothing(
    browser: Browser,
    double: CuttingsDouble,
    loopback_server: LoopbackServer,
    proves: Callable[[str, int], str],
) -> None:
    double.proves = proves
    form = browser.click_button(browser.open(loopback_server.reply("/talks", PAGE)))

    press(form, "save")

    assert outcome(form) == "The page waits here until this browser is paired with Cuttings."
    assert set(double.asked) <= {"/v1/hello", "/v1/proof"}
    assert (double.tokens, double.clips) == ([], {})
    assert len(browser.queue()) == 1


def test_a_page_that_waited_goes_to_the_cuttings_that_proves_itself(
    browser: Browser, double: CuttingsDouble, loopback_server: LoopbackServer
) -> None:
    impostor = CuttingsDouble(proves=nonsense)
    impostor.open()
    try:
        # The port that Cuttings had the last time was taken by another program since.
        browser.background.run("chrome.storage.local.remove('fixedPort')")
        browser.keep(port=impostor.port)
        form = browser.click_button(browser.open(loopback_server.reply("/talks", PAGE)))
        press(form, "save")
        assert "waits here" in outcome(form)
        assert (impostor.tokens, impostor.clips) == ([], {})

        browser.keep(port=double.port)
        browser.background.run("chrome.alarms.onAlarm.dispatch({name: 'deliver'})")
        wait_for(lambda: double.clips or None, "the page to come")
    finally:
        impostor.close()
