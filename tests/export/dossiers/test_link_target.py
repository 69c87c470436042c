"""Addresses that a document's links lead to."""

from __future__ import annotations

import pytest

from desktop_app.export.dossiers.link_target import link_target


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("https://news.example/a?b=1&c=%C3%A9#d", "https://news.example/a?b=1&c=%C3%A9#d"),
        ("HTTP://News.Example", "http://news.example"),
        ("https://news.example:8443/x", "https://news.example:8443/x"),
        ("https://münchen.example/Straße", "https://xn--mnchen-3ya.example/Stra%C3%9Fe"),
        ("https://[::1]/x", "https://[::1]/x"),
        ("https://x.example/a b|?q=%zz#x#[y]", "https://x.example/a%20b%7C?q=%25zz#x%23%5By%5D"),
        ("mailto:jane.roe@news.example", "mailto:jane.roe@news.example"),
    ],
)
def test_an_address_is_given_as_every_program_takes_it(address: str, target: str) -> None:
    assert link_target(address) == target


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "https://",
        "https://[bad/",
        "https://x.example:99999/",
        "https://a..b/",
        "https://a b/",
        "mailto:x@y?subject=<script>",
        "https://x.example/" + "a" * 3_000,
    ],
)
def test_what_leads_nowhere_safe_is_no_link(address: str) -> None:
    assert link_target(address) == ""
