"""What a site asks of programs is known before its pages are fetched."""

from __future__ import annotations

import pytest

from desktop_app.capture.queue.robots import MAX_BYTES, MAX_DELAY, RobotsBook
from desktop_app.core.errors import CaptureError
from desktop_app.services.base.listeners import never
from tests.loopback_server import LoopbackServer


def allowed(server: LoopbackServer, path: str) -> bool:
    url = server.url(path)
    return RobotsBook().rules_for(url, never).allows(url)


def test_rules_hold_for_cuttings_by_name_before_those_for_all(
    loopback_server: LoopbackServer,
) -> None:
    loopback_server.reply(
        "/robots.txt",
        "User-agent: *\nDisallow: /\n\n"
        "User-agent: cuttings\nDisallow: /private\nAllow: /private/a\n",
        content_type="text/plain",
    )

    assert allowed(loopback_server, "/news")
    assert not allowed(loopback_server, "/private/b")
    assert allowed(loopback_server, "/private/a")


@pytest.mark.parametrize("status", [401, 403, 404, 410, 451])
def test_a_site_without_rules_has_nothing_against_it(
    loopback_server: LoopbackServer, status: int
) -> None:
    loopback_server.reply("/robots.txt", status=status)

    assert allowed(loopback_server, "/news")


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_site_that_cannot_tell_is_asked_again_later(
    loopback_server: LoopbackServer, status: int
) -> None:
    loopback_server.reply("/robots.txt", status=status)

    with pytest.raises(CaptureError) as caught:
        RobotsBook().rules_for(loopback_server.url("/news"), never)
    assert caught.value.is_temporary


def test_rules_that_lead_in_a_circle_are_none(loopback_server: LoopbackServer) -> None:
    loopback_server.redirect("/robots.txt", "/robots.txt")

    assert allowed(loopback_server, "/news")


def test_rules_without_an_end_are_not_read(loopback_server: LoopbackServer) -> None:
    loopback_server.reply("/robots.txt", "#" * (MAX_BYTES + 1), content_type="text/plain")

    with pytest.raises(CaptureError, match="far too large"):
        RobotsBook().rules_for(loopback_server.url("/"), never)


def test_a_site_is_asked_once_and_says_how_long_to_wait(loopback_server: LoopbackServer) -> None:
    loopback_server.reply("/robots.txt", "User-agent: *\nCrawl-delay: 7", content_type="text/plain")
    book = RobotsBook()

    assert book.rules_for(loopback_server.url("/a"), never).delay == 7
    assert book.rules_for(loopback_server.url("/b"), never).delay == 7
    assert len(loopback_server.requests) == 1


def test_no_site_keeps_us_waiting_for_ever(loopback_server: LoopbackServer) -> None:
    loopback_server.reply(
        "/robots.txt", "User-agent: *\nCrawl-delay: 99999999", content_type="text/plain"
    )

    assert RobotsBook().rules_for(loopback_server.url("/a"), never).delay == MAX_DELAY
