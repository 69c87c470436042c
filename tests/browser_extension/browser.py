"""What a user does in the browser: opens pages, clicks the button, fills the form."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from tests.browser_extension.chromium import Chromium, Page, wait_for
from tests.browser_extension.cuttings_double import TOKEN


@dataclass
class Browser:
    """The browser of a test with the tabs that it opened."""

    chromium: Chromium
    tabs: list[Page] = field(default_factory=list)

    @property
    def background(self) -> Page:
        """The extension's worker."""
        return self.chromium.background()

    def pair_with(self, port: int, token: str = TOKEN) -> None:
        """Let the extension know Cuttings at this port."""
        self.keep(token=token, fixedPort=port, port=port)

    def keep(self, **settings: Any) -> None:
        """Write the extension's settings."""
        self.background.run(f"chrome.storage.local.set({json.dumps(settings)})")

    def kept(self, name: str) -> Any:
        """What the extension has in its store under a name."""
        return self.background.run(f"chrome.storage.local.get('{name}').then(all => all['{name}'])")

    def queue(self) -> list[dict[str, Any]]:
        """The pages that wait."""
        return self.kept("queue") or []

    def open(self, address: str) -> Page:
        """A new tab in front that shows the address."""
        tab = self.chromium.open(address)
        self.tabs.append(tab)
        tab.send("Page.bringToFront")
        return tab

    def click_button(self, tab: Page, address: str | None = None) -> Page:
        """Click the extension's button on the tab in front; gives the form, ready."""
        self.trigger(tab, address)
        form = self.chromium.page_at(f"chrome-extension://{self.chromium.extension}/popup.html")
        form.wait("document.body?.dataset.ready === 'yes'")
        return form

    def trigger(self, tab: Page, address: str | None = None) -> None:
        """Do what a click of the button does, which also lets the extension read the tab.

        ``address`` is given where the tab can't tell it.
        """
        targets = self.chromium.send("Target.getTargets", filter=[{"type": "tab"}])["targetInfos"]
        address = address or tab.run("location.href")
        shown = [each["targetId"] for each in targets if each["url"] == address]
        self.chromium.send(
            "Extensions.triggerAction", id=self.chromium.extension, targetId=shown[-1]
        )

    def badge(self, tab: Page) -> str:
        """What the button shows while this tab is in front."""
        tab.send("Page.bringToFront")
        return str(
            self.background.run(
                "chrome.tabs.query({active: true, lastFocusedWindow: true})"
                ".then(([tab]) => chrome.action.getBadgeText({tabId: tab.id}))"
            )
        )

    def forget(self) -> None:
        """Close the tabs of the test and empty the extension's store."""
        while self.tabs:
            self.tabs.pop().close()
        self.background.run("Promise.all([chrome.storage.local.clear(), chrome.alarms.clearAll()])")
        wait_for(lambda: not self.queue() or None, "an empty store")


def fill(form: Page, **values: str) -> None:
    """Write into the lines of a form."""
    for name, value in values.items():
        form.run(
            f"{{ const line = document.getElementById('{name}'); line.value = {json.dumps(value)};"
            " line.dispatchEvent(new Event('input', {bubbles: true})); }"
        )


def press(form: Page, name: str) -> None:
    """Click a button of a form."""
    form.run(f"document.getElementById('{name}').click()")


def outcome(form: Page) -> str:
    """What the form says in the end."""
    return str(
        form.wait(
            "(() => { const said = document.getElementById('outcome');"
            " return !said.hidden && !said.textContent.startsWith('Saving') && said.innerText; })()"
        )
    )
