"""What the endpoint refuses: other pages, other names, guesses, floods, and broken requests."""

from __future__ import annotations

import hashlib
import hmac
import json
import socket
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import httpx
import pytest

from desktop_app.capture.endpoint.rates import Bucket
from desktop_app.services.library import Library
from tests.services.receiving.conftest import Endpoint, clip_message


def status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1]) if answer else 0


def request(
    endpoint: Endpoint, line: str, *headers: str, body: bytes = b"", host: str | None = None
) -> bytes:
    lines = [line, f"Host: {host or f'127.0.0.1:{endpoint.port}'}", "Connection: close", *headers]
    return "\r\n".join([*lines, "", ""]).encode() + body


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "localhost.evil:{port}"],
)
def test_another_host_is_refused_which_is_what_dns_rebinding_brings(
    endpoint: Endpoint, host: str
) -> None:
    raw = request(endpoint, "GET /v1/hello HTTP/1.1", host=host.format(port=endpoint.port))

    assert status(endpoint.send_raw(raw)) == 403


@pytest.mark.parametrize(
    "origin",
    [
        "https://evil.example",
        "null",
        "http://localhost:3000",
        "http://127.0.0.1:1",
        "chrome-extension://",
        "chrome-extension://a b",
        "chrome-extension://abc.evil.example",
        "https://chrome-extension://abc",
        "file://",
    ],
)
def test_another_origin_is_refused_and_told_nothing(endpoint: Endpoint, origin: str) -> None:
    answer = endpoint.ask("GET", "/v1/hello", Origin=origin)
    asked = endpoint.ask("OPTIONS", "/v1/clips", Origin=origin)

    for each in (answer, asked):
        assert each.status_code == 403
        assert "Access-Control-Allow-Origin" not in each.headers
        assert "cuttings" not in each.text.lower()


def test_a_picture_that_a_page_embeds_is_refused(endpoint: Endpoint) -> None:
    for site in ("cross-site", "same-site", "none"):
        answer = endpoint.ask(
            "GET", "/v1/hello", Origin="", Sec_Fetch_Mode="no-cors", Sec_Fetch_Site=site
        )
        assert answer.status_code == 403
    assert endpoint.ask("GET", "/v1/hello", Origin="", Sec_Fetch_Mode="no-cors").status_code == 403


def test_a_page_in_a_frame_is_refused_and_in_a_window_only_shown(endpoint: Endpoint) -> None:
    def open_in(dest: str) -> int:
        return endpoint.ask(
            "GET",
            "/v1/receive",
            Origin="",
            Sec_Fetch_Mode="navigate",
            Sec_Fetch_Site="cross-site",
            Sec_Fetch_Dest=dest,
        ).status_code

    assert [open_in(dest) for dest in ("iframe", "embed", "object", "document")] == [403] * 3 + [
        200
    ]


def proof(token: str, said: str) -> str:
    """Worked out from the words of the OpenAPI document."""
    key = hashlib.sha256(token.encode()).hexdigest().encode()
    return hmac.new(key, f"cuttings-proof-1 {said}".encode(), "sha256").hexdigest()


def prove(endpoint: Endpoint, token: str, **headers: str) -> httpx.Response:
    challenge = "5e" * 32
    body = {"challenge": challenge, "asker": proof(token, f"browser {challenge}")}
    return endpoint.ask("POST", "/v1/proof", body, Authorization="", **headers)


def test_it_proves_to_its_browser_that_it_is_the_one_that_paired_it(endpoint: Endpoint) -> None:
    answer = prove(endpoint, endpoint.token)

    assert answer.json() == {
        "proof": proof(endpoint.token, f"cuttings {endpoint.port} {'5e' * 32}")
    }


def test_it_proves_nothing_to_who_knows_no_token(endpoint: Endpoint) -> None:
    assert prove(endpoint, "x" * 43).status_code == 401
    assert prove(endpoint, endpoint.token, Origin="moz-extension://other").status_code == 401
    endpoint.serving.browsers.forget(endpoint.serving.browsers.all()[0].id)
    assert prove(endpoint, endpoint.token).status_code == 401


def test_strangers_that_flood_one_path_keep_nobody_from_pairing(endpoint: Endpoint) -> None:
    with ThreadPoolExecutor(8) as threads:
        found = list(
            threads.map(
                lambda _: endpoint.ask("GET", "/v1/hello", Authorization="").status_code, range(200)
            )
        )

    assert 429 in found
    assert endpoint.pair()
    assert prove(endpoint, endpoint.token).status_code == 200


def test_a_form_of_a_page_is_refused_by_its_media_type(endpoint: Endpoint) -> None:
    raw = request(
        endpoint,
        "POST /v1/clips HTTP/1.1",
        f"Authorization: Bearer {endpoint.token}",
        "Content-Type: text/plain",
        "Content-Length: 2",
        body=b"{}",
    )

    assert status(endpoint.send_raw(raw)) == 415


def test_a_token_is_worth_nothing_to_another_extension(endpoint: Endpoint) -> None:
    assert endpoint.ask("GET", "/v1/tags", Origin="moz-extension://other").status_code == 401
    assert endpoint.ask("GET", "/v1/tags", Origin="").status_code == 200


@pytest.mark.parametrize("token", ["", "x", "Bearer", "ü", "a" * 5000])
def test_a_wrong_token_is_refused(endpoint: Endpoint, token: str) -> None:
    raw = request(endpoint, "GET /v1/tags HTTP/1.1").decode("latin-1")
    raw = raw.replace("\r\n\r\n", f"\r\nAuthorization: Bearer {token}\r\n\r\n")

    assert status(endpoint.send_raw(raw.encode())) == 401


def test_a_token_in_the_address_is_refused_as_addresses_are_logged(endpoint: Endpoint) -> None:
    for path in ("/v1/tags?token=", "/v1/tags?prefix=a&access_token="):
        answer = endpoint.ask("GET", path + endpoint.token, Authorization="")
        assert answer.status_code in (400, 401)
    assert endpoint.ask("GET", f"/v1/tags?token={endpoint.token}").status_code == 400


def test_five_wrong_codes_end_the_code(served: Callable[..., Endpoint]) -> None:
    endpoint = served()
    code = endpoint.serving.code.renew()
    wrong = f"{(int(code) + 1) % 1_000_000:06}"

    for _ in range(5):
        endpoint.ask("POST", "/v1/pair", {"code": wrong, "name": "x"}, Authorization="")
    answer = endpoint.ask("POST", "/v1/pair", {"code": code, "name": "x"}, Authorization="")

    assert answer.status_code == 403
    assert endpoint.serving.browsers.all() == []


def test_codes_guessed_at_once_have_no_more_tries(served: Callable[..., Endpoint]) -> None:
    endpoint = served()
    code = int(endpoint.serving.code.renew())

    def guess(by: int) -> str:
        body = {"code": f"{(code + by) % 1_000_000:06}", "name": "x"}
        answer = endpoint.ask("POST", "/v1/pair", body, Authorization="")
        return str(answer.json()["error"]["code"])

    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(guess, range(1, 41)))

    assert found.count("wrong-code") == 5
    assert not endpoint.serving.code.is_good


def test_nobody_pairs_where_no_code_is_shown(served: Callable[..., Endpoint]) -> None:
    answer = served().ask("POST", "/v1/pair", {"code": "000000", "name": "x"}, Authorization="")

    assert answer.json()["error"]["code"] == "no-code"


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/v1",
        "/v1/hello/",
        "//v1/hello",
        "/v1/../v1/hello",
        "/v1/%68ello",
        "/v1/clips/../../etc/passwd",
        "/v1/clips/%2e%2e",
        "/v1/clips/{6F9619FF-8B86-4011-B42D-00C04FC964FF}",
        "/v1/clips/6f9619ff8b864011b42d00c04fc964ff",
        "/v1/receive.js.map",
        "http://127.0.0.1/v1/hello",
        "/v1/hello\\",
    ],
)
def test_a_path_is_taken_as_it_is_or_not_at_all(endpoint: Endpoint, path: str) -> None:
    raw = request(endpoint, f"GET {path} HTTP/1.1", f"Authorization: Bearer {endpoint.token}")

    assert status(endpoint.send_raw(raw)) == 404


@pytest.mark.parametrize("method", ["PUT", "DELETE", "HEAD", "TRACE", "PATCH"])
def test_other_methods_are_refused(endpoint: Endpoint, method: str) -> None:
    answer = endpoint.ask(method, "/v1/hello")

    assert (answer.status_code, answer.headers["Allow"]) == (405, "GET")


@pytest.mark.parametrize(
    "fields",
    [
        {"id": "no uuid"},
        {"kind": "spell"},
        {"url": ""},
        {"url": 3},
        {"url": "javascript:alert(1)"},
        {"captured": "yesterday"},
        {"captured": "2026-11-28T19:00:00"},
        {"tags": ["x"] * 51},
        {"tags": ["/"]},
        {"tags": "x"},
        {"html": None},
        {"html": "  "},
        {"title": "x" * 2001},
        {"starred": "yes"},
        {"unknown": 1},
        {"kind": "text"},
    ],
)
def test_what_the_schema_forbids_is_refused_in_a_sentence(
    endpoint: Endpoint, library: Library, fields: dict[str, object]
) -> None:
    answer = endpoint.ask("POST", "/v1/clips", clip_message(**fields))

    assert answer.status_code == 400
    assert answer.json()["error"]["message"].endswith(".")
    assert "Traceback" not in answer.text
    assert library.received.waiting() == 0


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe{}",
        b'{"urls": ["\\ud800"]}' + b" " * 10 + b"x",
        b'{"urls": ' + b"[" * 200_000 + b"]" * 200_000 + b"}",
        b'{"more": ' + b'{"a":' * 100_000 + b"1" + b"}" * 100_000 + b"}",
        b'{"urls": [' + b'"x",' * 501 + b'"x"]}',
    ],
)
def test_broken_and_deep_messages_are_refused(endpoint: Endpoint, body: bytes) -> None:
    raw = request(
        endpoint,
        "POST /v1/known HTTP/1.1",
        f"Authorization: Bearer {endpoint.token}",
        "Content-Type: application/json",
        f"Content-Length: {len(body)}",
        body=body,
    )

    assert status(endpoint.send_raw(raw)) == 400


def test_a_huge_body_is_refused_before_it_is_read(endpoint: Endpoint) -> None:
    raw = request(
        endpoint,
        "POST /v1/clips HTTP/1.1",
        f"Authorization: Bearer {endpoint.token}",
        "Content-Type: application/json",
        f"Content-Length: {26 * 2**20}",
    )
    with socket.create_connection(("127.0.0.1", endpoint.port), timeout=10) as connection:
        connection.sendall(raw)  # and nothing of the body
        assert status(connection.recv(65536)) == 413


def test_a_stranger_can_send_next_to_nothing(endpoint: Endpoint) -> None:
    for path, expected in (("/v1/pair", 413), ("/v1/clips", 401)):
        raw = request(
            endpoint,
            f"POST {path} HTTP/1.1",
            "Content-Type: application/json",
            "Content-Length: 5000",
            body=b"x" * 5000,
        )
        assert status(endpoint.send_raw(raw)) == expected


def test_the_refusal_of_a_large_body_arrives_although_it_is_still_sent(
    endpoint: Endpoint,
) -> None:
    answer = endpoint.ask("POST", "/v1/clips", clip_message(html="x" * (26 * 2**20)))

    assert answer.status_code == 413


def test_the_largest_clip_is_taken(endpoint: Endpoint, library: Library) -> None:
    room = 25 * 2**20 - len(json.dumps(clip_message(html="")))
    answer = endpoint.ask("POST", "/v1/clips", clip_message(html="é" * (room // 8)))

    assert answer.status_code == 202
    assert library.received.waiting() == 1


def test_a_body_without_a_length_is_refused(endpoint: Endpoint) -> None:
    for line in ("POST /v1/clips HTTP/1.1", "GET /v1/hello HTTP/1.1"):
        raw = request(
            endpoint,
            line,
            f"Authorization: Bearer {endpoint.token}",
            "Content-Type: application/json",
            "Transfer-Encoding: chunked",
            body=b"2\r\n{}\r\n0\r\n\r\n",
        )
        assert status(endpoint.send_raw(raw)) == 411


def test_half_a_body_stores_nothing(endpoint: Endpoint, library: Library) -> None:
    body = json.dumps(clip_message()).encode()
    raw = request(
        endpoint,
        "POST /v1/clips HTTP/1.1",
        f"Authorization: Bearer {endpoint.token}",
        "Content-Type: application/json",
        f"Content-Length: {len(body)}",
        body=body[: len(body) // 2],
    )
    with socket.create_connection(("127.0.0.1", endpoint.port), timeout=10) as connection:
        connection.sendall(raw)
        connection.shutdown(socket.SHUT_WR)
        assert status(connection.recv(65536)) == 400

    assert library.received.waiting() == 0
    assert endpoint.ask("GET", "/v1/hello").status_code == 200


@pytest.mark.parametrize(
    "head",
    [
        b"nonsense\r\n\r\n",
        b"GET /v1/hello HTTP/1.1\r\n\r\n",
        b"GET /v1/hello HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        b"GET /v1/hello HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        b"GET /v1/hello HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
        b"GET /v1/hello HTTP/1.1\r\n Host: a\r\n\r\n",
        b"GET /v1/hello HTTP/1.1\r\nX: " + b"a" * 20_000,
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x00" * 600,
    ],
)
def test_what_is_no_request_is_refused_and_the_next_one_answered(
    endpoint: Endpoint, head: bytes
) -> None:
    with socket.create_connection(("127.0.0.1", endpoint.port), timeout=15) as connection:
        connection.sendall(head)
        connection.shutdown(socket.SHUT_WR)
        answer = connection.recv(65536)

    assert status(answer) in (0, 400, 431)
    assert endpoint.ask("GET", "/v1/hello").status_code == 200


def test_too_many_headers_are_refused(endpoint: Endpoint) -> None:
    raw = request(endpoint, "GET /v1/hello HTTP/1.1", *(f"X-{at}: a" for at in range(100)))

    assert status(endpoint.send_raw(raw)) == 431


def test_whoever_opens_connections_and_says_nothing_keeps_nobody_out(endpoint: Endpoint) -> None:
    with ExitStack() as open_ones:
        for _ in range(150):
            silent = socket.create_connection(("127.0.0.1", endpoint.port), timeout=10)
            open_ones.enter_context(silent).sendall(b"GET /v1/hello HTTP/1.1\r\nX: ")

        assert endpoint.ask("GET", "/v1/hello").status_code == 200


def test_a_thousand_requests_are_held_back_and_told_when_to_come_again(
    endpoint: Endpoint,
) -> None:
    def ask(_: int) -> tuple[int, str | None]:
        answer = endpoint.ask("GET", "/v1/tags")
        return answer.status_code, answer.headers.get("Retry-After")

    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(ask, range(1000)))

    statuses = [each for each, _ in found]
    assert set(statuses) == {200, 429}
    assert statuses.count(200) >= 100
    assert all(wait is not None and int(wait) >= 1 for each, wait in found if each == 429)


def test_a_bucket_fills_with_time() -> None:
    now = [0.0]
    bucket = Bucket(120, lambda: now[0])

    assert [bucket.take(1) for _ in range(120)] == [0.0] * 120
    assert bucket.take(1) == pytest.approx(0.5)
    now[0] = 0.5
    assert bucket.take(1) == 0.0


def test_a_second_instance_needs_the_secret_and_no_page_has_it(
    served: Callable[..., Endpoint],
) -> None:
    endpoint = served(with_window=True)
    endpoint.token = endpoint.pair()
    endpoint.told.clear()
    secret = endpoint.serving._running.secret  # type: ignore[union-attr]

    assert endpoint.ask("POST", "/v1/handover", {}, Origin="").status_code == 401
    assert (
        endpoint.ask("POST", "/v1/handover", {}, Authorization=f"Bearer {secret}").status_code
        == 401
    )
    assert endpoint.told == []


def test_a_fault_of_ours_is_one_sentence(
    endpoint: Endpoint, library: Library, caplog: pytest.LogCaptureFixture
) -> None:
    library.archive._connection.write("ALTER TABLE received_clips RENAME TO lost")

    answer = endpoint.ask("POST", "/v1/clips", clip_message())

    assert answer.status_code == 500
    assert set(answer.json()["error"]) == {"code", "message"}
    assert "lost" not in answer.text
    assert "received_clips" not in answer.text
    assert "no such table" in caplog.text
