"""The table of what the endpoint answers: paths, who may ask, what is sent and given back.

The OpenAPI document is made from this table, and the table is what answers.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qs

import msgspec

from desktop_app.capture.endpoint import messages as m
from desktop_app.capture.endpoint.answers import Answer, Head, json_answer
from desktop_app.capture.endpoint.desk import Desk, Refusal
from desktop_app.capture.endpoint.pages import PAGES, page_answer
from desktop_app.capture.endpoint.route import ANYBODY, OWN_PROGRAM, Asked, Route, uuid_of


def _hello(desk: Desk, asked: Asked) -> Answer:
    return json_answer(desk.hello(is_paired=asked.is_paired))


def _prove(desk: Desk, asked: Asked) -> Answer:
    head, body = asked.head, asked.body
    port = int(head.headers["host"].rpartition(":")[2])  # the guard saw that it is the server's
    return json_answer(m.Proven(desk.prove(body.challenge, body.asker, head.origin, port)))


def _pair(desk: Desk, asked: Asked) -> Answer:
    return json_answer(m.Paired(desk.pair(asked.body.code, asked.body.name, asked.head.origin)))


def _known(desk: Desk, asked: Asked) -> Answer:
    return json_answer(m.Known(desk.known(asked.body.urls)))


def _tags(desk: Desk, asked: Asked) -> Answer:
    return json_answer(m.TagPaths(desk.tags((asked.query or {}).get("prefix", ""))[:20]))


def _keep(desk: Desk, asked: Asked) -> Answer:
    _require_content(asked.body)
    return json_answer(desk.keep(asked.body), 202)


def _require_content(clip: m.Clip) -> None:
    wanted = {"page": clip.html, "selection": clip.html, "text": clip.text}.get(clip.kind, "link")
    if not (wanted or "").strip():
        raise Refusal(400, "schema", f"A clip of the kind “{clip.kind}” came without content.")


def _state(desk: Desk, asked: Asked) -> Answer:
    clip_id = uuid_of(asked.path)
    found = desk.state(clip_id) if clip_id is not None else None
    if found is None:
        raise Refusal(404, "not-found", "No clip with this id came here.")
    return json_answer(found)


def _hand_over(desk: Desk, asked: Asked) -> Answer:
    desk.raise_window(asked.body.article)
    return json_answer(m.Done())


def _openapi(_desk: Desk, _asked: Asked) -> Answer:
    # Imported here: it is asked for by those who write programs, once.
    from desktop_app.capture.endpoint.openapi import document  # noqa: PLC0415

    return Answer(200, msgspec.json.encode(document(ROUTES)))


def _page(_desk: Desk, asked: Asked) -> Answer:
    return page_answer(asked.path)


ROUTES: tuple[Route, ...] = (
    Route("GET", "/v1/hello", "Who answers here", _hello, m.Hello, ANYBODY),
    Route(
        "POST",
        "/v1/pair",
        "Pair a browser with the code that Cuttings shows",
        _pair,
        m.Paired,
        ANYBODY,
        m.Pairing,
        most_bytes=m.MAX_STRANGERS_BYTES,
    ),
    Route(
        "POST",
        "/v1/proof",
        "Prove to a paired browser that its own Cuttings answers; no token is sent for it",
        _prove,
        m.Proven,
        ANYBODY,
        m.Challenge,
        most_bytes=m.MAX_STRANGERS_BYTES,
        also=(401,),
        weight=0.1,  # asked before each of a browser's other requests
    ),
    Route(
        "POST",
        "/v1/known",
        "Which addresses are saved already",
        _known,
        m.Known,
        takes=m.Addresses,
        most_bytes=5 * m.MAX_MESSAGE_BYTES,
    ),
    Route("GET", "/v1/tags", "Tags that begin so", _tags, m.TagPaths, query=("prefix", 200)),
    Route(
        "POST",
        "/v1/clips",
        "Keep a page, a selection, a text or a link",
        _keep,
        m.ClipState,
        takes=m.Clip,
        status=202,
        most_bytes=m.MAX_CLIP_BYTES,
    ),
    Route("GET", "/v1/clips/{id}", "How far a clip is", _state, m.ClipState),
    Route(
        "POST",
        "/v1/handover",
        "Bring the window to the front; only for a second Cuttings of the same user",
        _hand_over,
        m.Done,
        OWN_PROGRAM,
        m.Handover,
        most_bytes=m.MAX_STRANGERS_BYTES,
        also=(409,),
    ),
    Route("GET", "/v1/openapi.json", "This document", _openapi, None, ANYBODY),
    *(
        Route("GET", path, page.summary, _page, None, ANYBODY, media_type=page.media_type)
        for path, page in PAGES.items()
    ),
)


def route_of(head: Head) -> tuple[Route, str, Mapping[str, str]]:
    """What answers a request, its path, and its query; raises Refusal where nothing does."""
    path, has_query, text = head.target.partition("?")
    there = [route for route in ROUTES if route.matches(path)]
    if not there:
        raise Refusal(404, "not-found", "There is nothing at this path.")
    chosen = next((route for route in there if route.method == head.method), None)
    if chosen is None:
        told = f"This path doesn't answer {head.method[:20]}."
        raise Refusal(405, "method", told, allow=", ".join(route.method for route in there))
    return chosen, path, _query(chosen, text) if has_query else {}


def _query(route: Route, text: str) -> dict[str, str]:
    """The one parameter that a route takes; anything else (a token, say) is refused."""
    try:
        given = parse_qs(text, keep_blank_values=True, max_num_fields=2, errors="strict")
    except ValueError:
        raise Refusal(400, "query", "The query can't be read.") from None
    name, longest = route.query or ("", 0)
    if set(given) - {name} or any(len(values) != 1 for values in given.values()):
        raise Refusal(400, "query", "The query holds something that isn't known here.")
    found = {key: values[0] for key, values in given.items()}
    if any(len(value) > longest for value in found.values()):
        raise Refusal(400, "query", "The query is too long.")
    return found


def body_of(route: Route, content: bytes) -> msgspec.Struct | None:
    """The body, checked; raises Refusal where it isn't what the route takes."""
    if route.takes is None:
        return None
    try:
        found: msgspec.Struct = msgspec.json.decode(content, type=route.takes)
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        raise Refusal(400, "schema", f"The message can't be read: {str(fault)[:300]}.") from fault
    except RecursionError as fault:
        raise Refusal(400, "schema", "The message is nested too deeply.") from fault
    return found
