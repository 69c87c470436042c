"""A real Chromium with the extension in it, driven over the DevTools protocol's pipe.

The pipe is what ``Extensions.loadUnpacked`` asks for, and needs neither a port nor a library:
https://chromedevtools.github.io/devtools-protocol/.
"""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import queue
import shutil
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

#: The longest that a test waits for anything that the browser should do, in seconds.
PATIENCE = 60
_FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--disable-sync",
    "--enable-unsafe-extension-debugging",
    "--lang=en",
    "--no-default-browser-check",
    "--no-first-run",
    "--no-proxy-server",
    "--password-store=basic",
    "--remote-debugging-pipe",
    "--window-size=1000,800",
)


def find_chromium() -> str | None:
    """Where a Chromium is, or None."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


class ScriptError(Exception):
    """A script in the browser threw, or the browser refused a command."""


class Chromium:
    """A browser with a profile of its own; ``extension`` is the id of what was loaded."""

    def __init__(self, profile: Path, extension: Path, *flags: str) -> None:
        program = find_chromium()
        assert program is not None
        to_browser, our_end = os.pipe()
        their_end, from_browser = os.pipe()
        # A shell puts the pipe's ends where Chromium looks for them, which are 3 and 4.
        command = f'exec "$@" 3<&{to_browser} 4>&{from_browser}'
        self._process = subprocess.Popen(
            [
                "bash",
                "-c",
                command,
                "chromium",
                program,
                *_FLAGS,
                *flags,
                f"--user-data-dir={profile}",
            ],
            pass_fds=(to_browser, from_browser),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
        )
        os.close(to_browser)
        os.close(from_browser)
        self._out = os.fdopen(our_end, "wb", buffering=0)
        self._in = os.fdopen(their_end, "rb")
        self._numbers = itertools.count(1)
        self._answers: dict[int, queue.Queue[dict[str, Any]]] = {}
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self.extension = str(self.send("Extensions.loadUnpacked", path=str(extension))["id"])

    def close(self) -> None:
        """End the browser."""
        with contextlib.suppress(ScriptError, OSError):
            self.send("Browser.close")
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._reader.join(10)
        self._out.close()
        self._in.close()

    def send(self, method: str, session: str | None = None, **parameters: Any) -> dict[str, Any]:
        """One command's result; raises ScriptError where the browser refuses it."""
        number = next(self._numbers)
        answer = self._answers[number] = queue.Queue()
        message: dict[str, Any] = {"id": number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        self._out.write(json.dumps(message).encode() + b"\0")
        try:
            found = answer.get(timeout=PATIENCE)
        except queue.Empty:
            raise ScriptError(f"no answer to {method}") from None
        if "error" in found:
            raise ScriptError(f"{method}: {found['error']['message']}")
        return dict(found["result"])

    def open(self, address: str) -> Page:
        """A new tab that shows ``address``, loaded."""
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        page = self.attach(target)
        page.go(address)
        return page

    def attach(self, target: str) -> Page:
        """The target with this id, to run scripts in."""
        session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        return Page(self, target, session)

    def background(self) -> Page:
        """The extension's service worker, woken where it sleeps."""
        address = f"chrome-extension://{self.extension}/"
        worker = self.attach(wait_for(lambda: self._target(address, "service_worker")))
        worker.wait("typeof chrome === 'object' && !!chrome.storage")
        return worker

    def _target(self, address: str, kind: str) -> str | None:
        targets = self.send("Target.getTargets")["targetInfos"]
        found = [t for t in targets if t["type"] == kind and t["url"].startswith(address)]
        return str(found[0]["targetId"]) if found else None

    def page_at(self, address: str) -> Page:
        """The tab or pop-up whose address begins so, as soon as there is one."""
        return self.attach(wait_for(lambda: self._target(address, "page")))

    def _read(self) -> None:
        for message in _messages(self._in):
            waiting = self._answers.pop(message.get("id", 0), None)
            if waiting is not None:
                waiting.put(message)


class Page:
    """A tab, a pop-up or a worker."""

    def __init__(self, browser: Chromium, target: str, session: str) -> None:
        self.browser, self.target, self._session = browser, target, session

    def send(self, method: str, **parameters: Any) -> dict[str, Any]:
        """One command to this target."""
        return self.browser.send(method, self._session, **parameters)

    def run(self, script: str) -> Any:
        """What the expression gives, awaited; raises ScriptError with what it threw."""
        found = self.send(
            "Runtime.evaluate",
            expression=script,
            awaitPromise=True,
            returnByValue=True,
            userGesture=True,
        )
        if "exceptionDetails" in found:
            thrown = found["exceptionDetails"]
            raise ScriptError(thrown.get("exception", {}).get("description") or thrown["text"])
        return found["result"].get("value")

    def wait(self, script: str) -> Any:
        """What the expression gives as soon as that is true."""
        return wait_for(lambda: self.run(script), script)

    def go(self, address: str) -> None:
        """Show another address, and wait until it is loaded."""
        self.send("Page.enable")
        answer = self.send("Page.navigate", url=address)
        assert "errorText" not in answer, answer
        self.wait("document.readyState === 'complete' && location.href !== 'about:blank'")

    def close(self) -> None:
        """Close the tab."""
        self.browser.send("Target.closeTarget", targetId=self.target)


def wait_for(ask: Callable[[], Any], what: str = "") -> Any:
    """What ``ask`` gives as soon as that is true; fails when patience ends."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with contextlib.suppress(ScriptError):
            if found := ask():
                return found
        time.sleep(0.05)
    raise AssertionError(f"waited in vain for {what or ask}")


def _messages(stream: Any) -> Iterator[dict[str, Any]]:
    rest = b""
    while chunk := stream.read1(1 << 16):
        *whole, rest = (rest + chunk).split(b"\0")
        for each in whole:
            yield json.loads(each)
