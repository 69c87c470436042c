"""The OpenAPI 3.1 document, made from the table of routes and the types of the messages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from desktop_app import __version__
from desktop_app.capture.endpoint import messages
from desktop_app.capture.endpoint.route import ANYBODY, OWN_PROGRAM, Route

_REASONS = {
    400: "The message isn't what is described here",
    401: "The token is missing or isn't known",
    403: "The Host or Origin isn't one that is answered, or the code is wrong",
    404: "There is nothing with this id",
    409: "It can't be done; the message says why",
    411: "The request doesn't tell how long its body is",
    413: "The body is too large",
    415: "The body isn't JSON in UTF-8",
    429: "Too much at once; Retry-After tells how many seconds to wait",
    503: "The archive can't be written to at the moment",
    500: "A fault of Cuttings; its log tells more",
}


def document(routes: Sequence[Route]) -> dict[str, Any]:
    """The document as JSON values."""
    types = {each for route in routes for each in (route.takes, route.gives) if each is not None}
    ordered = sorted(types | {messages.Failed}, key=lambda each: each.__name__)
    _, schemas = msgspec.json.schema_components(ordered, ref_template="#/components/schemas/{name}")
    schemas["Clip"]["allOf"] = messages.CLIP_CONTENT
    paths: dict[str, dict[str, Any]] = {}
    for route in routes:
        paths.setdefault(route.path, {})[route.method.lower()] = _operation(route)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Cuttings on the loopback address",
            "version": __version__,
            "description": (
                "What the browser extension asks of Cuttings. It listens on 127.0.0.1 alone;"
                " Host must be 127.0.0.1 or localhost with the port, Origin an extension's,"
                " the page's own, or absent."
            ),
        },
        "paths": paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": {
                "paired": {"type": "http", "scheme": "bearer", "description": "From /v1/pair"},
                "ownProgram": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "A secret in a file that only the user's programs can read",
                },
            },
        },
    }


def _operation(route: Route) -> dict[str, Any]:
    operation: dict[str, Any] = {"summary": route.summary, "responses": _responses(route)}
    parameters: list[dict[str, Any]] = []
    if route.path.endswith("{id}"):
        schema: dict[str, Any] = {"type": "string", "format": "uuid"}
        parameters.append({"name": "id", "in": "path", "required": True, "schema": schema})
    if route.query is not None:
        name, longest = route.query
        schema = {"type": "string", "maxLength": longest}
        parameters.append({"name": name, "in": "query", "required": False, "schema": schema})
    if parameters:
        operation["parameters"] = parameters
    if route.takes is not None:
        operation["requestBody"] = {"required": True, "content": _json(route.takes.__name__)}
    if route.who == OWN_PROGRAM:
        operation["security"] = [{"ownProgram": []}]
    elif route.who != ANYBODY:
        operation["security"] = [{"paired": []}]
    return operation


def _responses(route: Route) -> dict[str, Any]:
    if route.gives is not None:
        content = _json(route.gives.__name__)
    elif route.media_type == "application/json":
        content = {"application/json": {"schema": {"type": "object"}}}
    else:
        content = {route.media_type: {"schema": {"type": "string"}}}
    statuses = {400, 403, 429, 500, 503, *route.also}
    if route.who != ANYBODY:
        statuses.add(401)
    if route.takes is not None:
        statuses |= {411, 413, 415}
    if route.path.endswith("{id}"):
        statuses.add(404)
    responses = {str(route.status): {"description": "Done", "content": content}}
    for status in sorted(statuses):
        responses[str(status)] = {"description": _REASONS[status], "content": _json("Failed")}
    responses["429"]["headers"] = {"Retry-After": {"schema": {"type": "integer"}}}
    return responses


def _json(name: str) -> dict[str, Any]:
    return {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}}
