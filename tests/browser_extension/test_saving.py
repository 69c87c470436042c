"""The page as shown comes over: what the form sends to Cuttings."""

from __future__ import annotations

from tests.browser_extension.browser import Browser, fill, outcome, press
from tests.browser_extension.cuttings_double import CuttingsDouble
from tests.loopback_server import LoopbackServer

BUILT = """<!doctype html><html lang="en"><head><title>The talks</title>
<link rel="canonical" href="/talks"><meta name="csrf-token" content="sesame"></head><body>
<main id="main"></main><input type="password" value="hunter2"><script>
const p = document.createElement("p"); p.textContent = "Built by a script & shown.";
document.getElementById("main").append(p);
</script></body></html>"""


def test_a_click_sends_the_page_as_built_with_tags_and_note(
    browser: Browser, double: CuttingsDouble, loopback_server: LoopbackServer
) -> None:
    tab = browser.open(loopback_server.reply("/talks?utm_source=mail", BUILT))
    form = browser.click_button(tab)

    fill(form, tags="diplomacy/russia, energy", note="For the chapter on Geneva.")
    press(form, "starred")
    press(form, "save")

    assert outcome(form) == "Saved: The talks (286 words)"
    [clip] = double.clips.values()
    assert clip["kind"] == "page"
    assert clip["url"] == loopback_server.url("/talks?utm_source=mail")
    assert clip["canonical_url"] == loopback_server.url("/talks")
    assert (clip["tags"], clip["note"]) == (
        ["diplomacy/russia", "energy"],
        "For the chapter on Geneva.",
    )
    assert clip["starred"] is True
    assert "<p>Built by a script &amp; shown.</p>" in clip["html"]
    assert "hunter2" not in clip["html"] and "sesame" not in clip["html"]
    assert browser.queue() == []
