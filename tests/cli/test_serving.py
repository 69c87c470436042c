"""cuttings serve: the endpoint without the window, as a process of its own."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from tests.cli.conftest import ARTICLE, Terminal


def test_no_browser_is_paired_at_first(terminal: Terminal) -> None:
    listed = terminal("serve", "--browsers")
    forgotten = terminal("serve", "--forget", "abc")

    assert (listed.code, terminal("serve", "--browsers", "--json").json) == (0, [])
    assert "--pair" in listed.err
    assert (forgotten.code, "No browser" in forgotten.err) == (1, True)


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C can't be sent to one process there")
def test_a_browser_is_paired_and_what_it_sends_is_printed(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CUTTINGS_PORT", "0")
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
    command = [sys.executable, "-m", "desktop_app", "serve", "--json"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=dict(os.environ)
    ) as process:
        assert process.stderr is not None
        assert process.stdout is not None
        told = process.stderr.readline() + process.stderr.readline()
        url, code = re.findall(r"http://[\d.:]+|\d{3} \d{3}$", told.strip())
        pairing = {"code": code.replace(" ", ""), "name": "Firefox"}
        clip = {
            "id": "6f9619ff-8b86-4011-b42d-00c04fc964ff",
            "kind": "page",
            "url": "https://gazette.example/treaty",
            "captured": "2026-11-28T19:00:00Z",
            "html": ARTICLE,
        }
        with httpx.Client(base_url=url, trust_env=False) as browser:
            token = browser.post("/v1/pair", json=pairing).json()["token"]
            browser.post("/v1/clips", json=clip, headers={"Authorization": f"Bearer {token}"})
        article = json.loads(process.stdout.readline())
        second = subprocess.run(
            command, capture_output=True, text=True, check=False, env=dict(os.environ)
        )
        process.send_signal(signal.SIGINT)
        rest = process.communicate()[1]

    assert article["title"] == "Treaty signed in Paris"
    assert process.returncode == 0
    assert "Traceback" not in rest
    assert (second.returncode, "Another Cuttings" in second.stderr) == (1, True)
    assert "Firefox" in terminal("serve", "--browsers").out
