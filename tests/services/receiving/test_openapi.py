"""The OpenAPI document is true: whatever is asked, the answer is one that it describes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from desktop_app.capture.endpoint import messages
from tests.services.receiving.conftest import CLIP_ID, Endpoint, clip_message

#: What each message may look like, good and bad.
BODIES: dict[str, list[Any]] = {
    "Pairing": [{"code": "000000", "name": "x"}, {"code": "1"}, {"code": "000000", "name": ""}],
    "Addresses": [{"urls": []}, {"urls": ["https://a.example/"]}, {"urls": [1]}, {"urls": [""]}],
    "Clip": [clip_message(), clip_message(kind="link"), clip_message(url="ftp://a"), {"id": 1}],
    "Challenge": [{"challenge": "0" * 64, "asker": "0" * 64}, {"challenge": "0", "asker": ""}],
    "Handover": [{}, {"article": 0}, {"article": 1}],
}


def operations(document: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            yield method.upper(), path, operation


def named(content: dict[str, Any]) -> str | None:
    reference = content.get("application/json", {}).get("schema", {}).get("$ref", "")
    return str(reference).rpartition("/")[2] or None


def test_every_answer_is_one_that_the_document_describes(endpoint: Endpoint) -> None:
    # Fewer than the 120 requests a minute that are answered come from the paired browser, and
    # from strangers; what is refused before isn't counted.
    document = endpoint.ask("GET", "/v1/openapi.json").json()
    seen = set()
    for method, path, operation in operations(document):
        takes = named(operation.get("requestBody", {}).get("content", {}))
        bodies = [None, [], {"unknown": 1}, *BODIES[takes]] if takes else [None]
        places = [path.replace("{id}", CLIP_ID)]
        if "{id}" in path:
            places.append(path.replace("{id}", CLIP_ID.replace("6f", "70")))
        for place in [*places, f"{places[0]}?prefix=a", f"{places[0]}?other=a"]:
            for body in bodies:
                for headers in ({}, {"Authorization": ""}, {"Origin": "https://evil.example"}):
                    answer = endpoint.ask(method, place, body, **headers)
                    case = f"{method} {place} {str(body)[:60]} {headers}: {answer.text[:200]}"
                    described = operation["responses"].get(str(answer.status_code))
                    assert described is not None, case
                    media_type = answer.headers["Content-Type"].partition(";")[0]
                    assert media_type in described["content"], case
                    schema = named(described["content"])
                    if schema is not None:
                        msgspec.convert(answer.json(), getattr(messages, schema), strict=True)
                    seen.add((path, answer.status_code))

    assert 429 not in {status for _, status in seen}
    successes = {path for path, status in seen if status < 300}
    assert successes >= set(document["paths"]) - {"/v1/pair", "/v1/proof", "/v1/handover"}


def test_every_reference_of_the_document_leads_somewhere(endpoint: Endpoint) -> None:
    document = endpoint.ask("GET", "/v1/openapi.json").json()
    text = msgspec.json.encode(document).decode()
    schemas = document["components"]["schemas"]

    found = {piece.partition('"')[0] for piece in text.split('"#/components/schemas/')[1:]}

    assert found == set(schemas)
    assert document["openapi"] == "3.1.0"
