"""Who may talk to the endpoint at all, before anything of a request's body is read.

A page of the web can make a browser send requests to this machine; three things tell its requests
from those of an extension. ``Host`` must be the loopback address itself, which DNS rebinding can't
bring about. ``Origin``, which no page can forge, must be an extension's or our own. And
``Sec-Fetch-Mode`` marks what a page embeds (pictures, style sheets, frames), which only our own
pages do here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from desktop_app.capture.endpoint.desk import Refusal

_EXTENSION = re.compile(r"(?:chrome|moz)-extension://[A-Za-z0-9-]{1,64}")
_MAX_HEADERS = 64
_METHODS = "GET, POST"

#: Sent with every answer.
ALWAYS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
}


def checked_origin(headers: list[tuple[str, str]], port: int) -> str | None:
    """The request's origin, None where it names none; raises Refusal for whoever isn't wanted."""
    if len(headers) > _MAX_HEADERS:
        raise Refusal(431, "too-many-headers", "The request has too many headers.")
    by_name = dict(headers)
    host = by_name.get("host", "").lower()
    if host not in (f"127.0.0.1:{port}", f"localhost:{port}"):
        raise Refusal(403, "wrong-host", "This address is not answered under that name.")
    is_own = by_name.get("sec-fetch-site") == "same-origin"
    mode, embedded = (
        by_name.get("sec-fetch-mode"),
        by_name.get("sec-fetch-dest", "document") != "document",
    )
    if not is_own and (mode == "no-cors" or (mode == "navigate" and embedded)):
        raise Refusal(403, "foreign-origin", "Other pages can't use this address.")
    origins = [value for name, value in headers if name == "origin"]
    if not origins:
        return None
    if len(origins) == 1 and (origins[0] == f"http://{host}" or _EXTENSION.fullmatch(origins[0])):
        return origins[0]
    raise Refusal(403, "foreign-origin", "Other pages can't use this address.")


def origin_headers(origin: str | None) -> dict[str, str]:
    """What lets an extension read the answer; nothing for anybody else."""
    if origin is None:
        return {"Vary": "Origin"}
    return {
        "Vary": "Origin",
        "Access-Control-Allow-Origin": origin,
        "Access-Control-Expose-Headers": "Retry-After",
    }


def preflight_headers(asked: Mapping[str, str]) -> dict[str, str]:
    """What answers the question a browser asks before it sends an extension's request."""
    headers = {
        "Access-Control-Allow-Methods": _METHODS,
        "Access-Control-Allow-Headers": "Authorization, Content-Type",
        "Access-Control-Max-Age": "600",
    }
    if asked.get("access-control-request-private-network") == "true":
        headers["Access-Control-Allow-Private-Network"] = "true"
    return headers


def bearer(headers: Mapping[str, str]) -> str:
    """The token of a request, empty where it has none."""
    scheme, _, token = headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""
