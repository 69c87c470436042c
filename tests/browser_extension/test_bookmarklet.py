"""The bookmarklet in a real browser: from a page of the web, through our window, to an article."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.browser_extension.chromium import Chromium, Page, ScriptError
from tests.browser_extension.serving import Serving
from tests.loopback_server import LoopbackServer

PARAGRAPH = (
    "The foreign minister told the delegates that the coal and the steel of six countries should "
    "be under one authority from the summer on, which nobody in the hall had expected to hear."
)
#: The paragraphs are there only once its script has run.
PAGE = f"""<!doctype html><html lang="en"><head><title>Coal and steel</title></head><body><article>
<h1>Coal and steel</h1><div id="text"></div></article><script>
for (let at = 1; at < 6; at += 1) {{
  const made = document.createElement("p");
  made.textContent = `In part ${{at}}: {PARAGRAPH}`;
  document.getElementById("text").append(made);
}}
</script></body></html>"""


@pytest.fixture
def serving(tmp_path: Path) -> Iterator[Serving]:
    opened = Serving(tmp_path)
    opened.open()
    yield opened
    opened.close()


def bookmark(chromium: Chromium, port: int, code: str) -> str:
    """The script of the bookmark, from the page that offers it, paired there."""
    page = chromium.open(f"http://127.0.0.1:{port}/v1/bookmarklet")
    page.wait("!document.getElementById('pairing').hidden")
    page.run(f"document.querySelector('input').value = {json.dumps(code)}")
    page.run("document.querySelector('form button').click()")
    page.wait("!document.getElementById('ready').hidden")
    source = page.run("document.getElementById('link').href")
    page.close()
    assert source.startswith("javascript:")
    return unquote(source.removeprefix("javascript:"))


def opened_window(chromium: Chromium, page: Page, port: int, script: str) -> Page:
    page.send("Page.bringToFront")
    page.run(f"{script}; 0")
    return chromium.page_at(f"http://127.0.0.1:{port}/v1/receive")


def test_a_page_built_by_scripts_is_saved_after_the_users_word(
    chromium: Chromium, serving: Serving, loopback_server: LoopbackServer
) -> None:
    script = bookmark(chromium, serving.port, serving.code)
    page = chromium.open(loopback_server.reply("/coal", PAGE))

    window = opened_window(chromium, page, serving.port, script)
    window.wait("!document.getElementById('clip').hidden")
    shown = window.run("document.getElementById('address').textContent")
    assert window.run("getComputedStyle(document.body).paddingTop") == "24px"  # it has its looks
    window.run("document.querySelector('[name=tags]').value = 'economy/coal, steel'")
    window.run("document.querySelector('#clip button').click()")
    window.wait("document.getElementById('outcome').textContent.startsWith('Saved')")

    article = serving.next_article()
    assert shown == article["url"] == loopback_server.url("/coal")
    assert article["title"] == "Coal and steel"
    assert article["text"].count("foreign minister") == 5
    assert sorted(article["tags"]) == ["economy/coal", "steel"]
    for each in (window, page):
        each.close()


def test_a_page_cant_pass_for_another_sites(
    chromium: Chromium, serving: Serving, loopback_server: LoopbackServer
) -> None:
    script = bookmark(chromium, serving.port, serving.code)
    page = chromium.open(loopback_server.reply("/coal", PAGE))

    lying = script.replace("location.href", "'https://gazette.example/real'")
    window = opened_window(chromium, page, serving.port, lying)
    window.wait("!document.getElementById('clip').hidden")

    shown = window.run("document.getElementById('address').textContent")
    assert shown == loopback_server.url("").rstrip("/")
    for each in (window, page):
        each.close()


def test_a_page_reaches_nothing_by_itself(
    chromium: Chromium, serving: Serving, loopback_server: LoopbackServer
) -> None:
    page = chromium.open(loopback_server.reply("/evil", "<p>Hello.</p>"))
    hello = json.dumps(f"http://127.0.0.1:{serving.port}/v1/hello")

    with pytest.raises(ScriptError, match="Failed to fetch"):
        page.run(f"fetch({hello}).then(answer => answer.text())")
    framed = page.run(
        f"""new Promise(done => {{
          const frame = document.createElement("iframe");
          frame.src = {hello}.replace("hello", "receive");
          frame.onload = () => {{
            try {{ done(frame.contentDocument === null ? "closed" : "empty"); }}
            catch (failure) {{ done("closed"); }}
          }};
          document.body.append(frame);
        }})"""
    )

    assert framed == "closed"
    page.close()
