"""Another Cuttings on this machine, spoken to through its endpoint. Small: it stands in the start.

The standard library's client, as httpx takes longer to import than the whole conversation.
"""

from __future__ import annotations

import http.client
import json
from contextlib import closing

_SECONDS = 3.0
_LARGEST_ANSWER = 100_000


def answers(port: int) -> bool:
    """Whether a Cuttings listens on this port."""
    status, found = _ask(port, "GET", "/v1/hello", {}, "")
    return status == 200 and found.get("application") == "cuttings"


def raise_window(port: int, secret: str, article: int | None) -> bool:
    """Have the other one bring its window to the front; False where that isn't to be had."""
    headers = {"Authorization": f"Bearer {secret}", "Content-Type": "application/json"}
    # The secret isn't told to another program that has taken the port since.
    if not answers(port):
        return False
    status, _ = _ask(port, "POST", "/v1/handover", headers, json.dumps({"article": article}))
    return status == 200


def _ask(
    port: int, method: str, path: str, headers: dict[str, str], body: str
) -> tuple[int, dict[str, object]]:
    """Status and answer; 0 where nobody answers, or not as Cuttings does."""
    try:
        with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=_SECONDS)) as asked:
            asked.request(method, path, body=body or None, headers=headers)
            answer = asked.getresponse()
            found = json.loads(answer.read(_LARGEST_ANSWER))
            return answer.status, found if isinstance(found, dict) else {}
    except (OSError, ValueError, http.client.HTTPException):
        return 0, {}
