"""What the page's HTML holds when it comes over: all that is shown, nothing that was typed."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser_extension.browser import Browser, outcome, press
from tests.browser_extension.cuttings_double import CuttingsDouble
from tests.loopback_server import LoopbackServer

WORDS = "The members of the harbour board met again on Tuesday and voted on the customs house. " * 8


@pytest.fixture
def saved(browser: Browser, double: CuttingsDouble, loopback_server: LoopbackServer) -> Any:
    """Saves a page with this body and gives the clip; ``before`` is run in it first."""

    def save(body: str, before: str = "0", wait: str = "true") -> dict[str, Any]:
        page = f"<!doctype html><html><head><title>A page</title></head><body>{body}</body></html>"
        tab = browser.open(loopback_server.reply("/page", page))
        tab.run(before)
        tab.wait(wait)
        form = browser.click_button(tab)
        press(form, "save")
        assert outcome(form).startswith("Saved")
        [clip] = double.clips.values()
        return clip

    return save


def test_shadow_roots_are_written_out_also_closed_and_nested_ones(saved: Any) -> None:
    clip = saved(
        "<story-page><i>slotted</i></story-page>",
        """{
        const root = document.querySelector("story-page").attachShadow({mode: "open"});
        root.innerHTML = "<p>In the open root</p><slot></slot><inner-part></inner-part>";
        const inner = root.querySelector("inner-part").attachShadow({mode: "closed"});
        inner.innerHTML = "<p>In the closed one</p>";
        }""",
    )
    assert (
        '<story-page><template shadowrootmode="open"><p>In the open root</p><slot></slot>'
        '<inner-part><template shadowrootmode="open"><p>In the closed one</p></template>'
        "</inner-part>"
        "</template><i>slotted</i></story-page>"
    ) in clip["html"]


@pytest.mark.parametrize(
    ("image", "address"),
    [
        (
            '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="/late.jpg">',
            "/late.jpg",
        ),
        ('<img data-srcset="/small.jpg 400w, /large.jpg 1200w">', "/large.jpg"),
        ('<img loading="lazy" src="/below.jpg" style="margin-top: 9000px">', "/below.jpg"),
        ('<img srcset="/one.jpg 1x, /two.jpg 2x">', "/one.jpg"),
    ],
)
def test_pictures_loaded_late_have_their_address(
    saved: Any, loopback_server: LoopbackServer, image: str, address: str
) -> None:
    html = saved(image)["html"]
    assert f'src="{loopback_server.url(address)}"' in html or f'src="{address}"' in html


def test_a_frame_of_the_same_origin_that_holds_text_comes_along(
    saved: Any, loopback_server: LoopbackServer
) -> None:
    loopback_server.reply("/inner", f"<p>{WORDS}</p>")
    loopback_server.reply("/advert", "<p>Buy this.</p>")
    clip = saved('<iframe src="/inner"></iframe><iframe src="/advert"></iframe>')
    assert f'<div data-frame="{loopback_server.url("/inner")}"><p>{WORDS.strip()}' in clip["html"]
    assert "Buy this" not in clip["html"]


def test_what_was_typed_stays_in_the_browser(saved: Any) -> None:
    clip = saved(
        '<input id="name" value="token-in-the-page"><textarea id="text">written</textarea>',
        'for (const id of ["name", "text"]) document.getElementById(id).value = "typed"',
    )
    assert "typed" not in clip["html"] and "token-in-the-page" not in clip["html"]


def test_programs_and_styles_are_left_out_and_data_kept(saved: Any) -> None:
    clip = saved(
        '<style>p { color: red }</style><p onclick="go()">text</p>'
        '<script type="application/ld+json">{"headline": "<b>"}</script>'
        "<script>var secret = 1</script>"
    )
    assert (
        "color: red" not in clip["html"]
        and "secret" not in clip["html"]
        and "go()" not in clip["html"]
    )
    assert '{"headline": "<b>"}</script>' in clip["html"]


def test_signs_of_markup_in_text_stay_text(saved: Any) -> None:
    clip = saved('<p title="a &quot;b&quot; &amp; c">1 &lt; 2 &amp;&amp; 3&nbsp;&gt; 2</p>')
    assert (
        '<p title="a &quot;b&quot; &amp; c">1 &lt; 2 &amp;&amp; 3&nbsp;&gt; 2</p>' in clip["html"]
    )


def test_a_page_nested_deeper_than_a_stack_is_sent(saved: Any) -> None:
    clip = saved(
        "<div id='top' hidden></div>",  # shown, so deep a page ends the browser itself
        """{ let at = document.getElementById("top");
        for (let depth = 0; depth < 15000; depth += 1)
          at = at.appendChild(document.createElement("div"));
        at.textContent = "at the bottom"; }""",
    )
    assert "at the bottom" in clip["html"]


def test_what_was_scrolled_to_comes_along(saved: Any) -> None:
    clip = saved(
        '<div id="list"></div><div id="end" style="height: 40px"></div>'
        """<script>
        let loaded = 0;
        new IntersectionObserver(([seen]) => {
          if (!seen.isIntersecting || loaded === 5) return;
          loaded += 1;
          const part = document.createElement("p");
          part.style.height = "1200px";
          part.textContent = `Part ${loaded} of the endless page`;
          document.getElementById("list").append(part);
        }).observe(document.getElementById("end"));
        </script>""",
        "window.scroller = setInterval(() => scrollTo(0, document.body.scrollHeight), 50)",
        "document.querySelectorAll('#list p').length === 5",
    )
    assert all(f"Part {part} of the endless page" in clip["html"] for part in range(1, 6))


def test_a_selection_is_sent_alone_with_the_head_of_its_page(saved: Any) -> None:
    clip = saved(
        '<script type="application/ld+json">{"articleBody": "all of it"}</script>'
        f"<p>Not chosen.</p><ul><li>{WORDS}</li><li>Second</li></ul>",
        "getSelection().selectAllChildren(document.querySelector('ul'))",
    )
    assert clip["kind"] == "selection"
    assert "<title>A page</title>" in clip["html"]
    assert f"<ul><li>{WORDS.strip()}" in clip["html"] and "<li>Second</li></ul>" in clip["html"]
    assert "Not chosen" not in clip["html"] and "all of it" not in clip["html"]


def test_a_word_looked_up_is_no_selection_to_save(saved: Any) -> None:
    clip = saved(
        "<p>word</p><p>rest</p>", "getSelection().selectAllChildren(document.querySelector('p'))"
    )
    assert (clip["kind"], "rest" in clip["html"]) == ("page", True)
