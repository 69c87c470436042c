"""WARC files as programs write them, after the format's specification (ISO 28500,
https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/)."""

from __future__ import annotations

import gzip
import hashlib
from base64 import b32encode
from collections.abc import Mapping

TIME = "2024-01-02T03:04:05Z"


def record(kind: str, url: str, content: bytes, **fields: str) -> bytes:
    """One record; the names of fields with ``_`` for the hyphens."""
    told = {
        "WARC-Type": kind,
        "WARC-Record-ID": f"<urn:uuid:{hashlib.md5((kind + url + TIME).encode()).hexdigest()}>",
        "WARC-Date": TIME,
        "WARC-Target-URI": url,
        "Content-Length": str(len(content)),
    }
    told |= {name.replace("_", "-"): value for name, value in fields.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in told.items())
    return b"WARC/1.1\r\n" + head.encode() + b"\r\n" + content + b"\r\n\r\n"


def response(
    url: str,
    body: bytes | str,
    media_type: str = "text/html; charset=utf-8",
    *,
    status: str = "200 OK",
    headers: Mapping[str, str] | None = None,
    **fields: str,
) -> bytes:
    """An answer as it came over the wire."""
    content = body.encode() if isinstance(body, str) else body
    digest = "sha1:" + b32encode(hashlib.sha1(content).digest()).decode()
    fields = {
        "Content_Type": "application/http; msgtype=response",
        "WARC_Payload_Digest": digest,
        **fields,
    }
    return record("response", url, http(status, media_type, headers) + content, **fields)


def http(
    status: str, media_type: str = "text/html", headers: Mapping[str, str] | None = None
) -> bytes:
    told = {"Content-Type": media_type, **(headers or {})}
    lines = "".join(f"{name}: {value}\r\n" for name, value in told.items())
    return f"HTTP/1.1 {status}\r\n{lines}\r\n".encode()


def request(url: str, wanted_as: str = "", method: str = "GET") -> bytes:
    """What a browser asked for; ``wanted_as`` is its Sec-Fetch-Dest."""
    dest = f"Sec-Fetch-Dest: {wanted_as}\r\n" if wanted_as else ""
    content = f"{method} /x HTTP/1.1\r\nHost: a.example\r\n{dest}\r\n".encode()
    return record("request", url, content, Content_Type="application/http; msgtype=request")


def packed(*records: bytes) -> bytes:
    """Each record by itself, as the specification's annex D recommends."""
    return b"".join(gzip.compress(each, mtime=0) for each in records)


def page(title: str, *more: str) -> str:
    """A page with an article that cleaning finds; ``more`` stands in its midst."""
    parts = [f"<p>{title}: the price of bread rose again, part {n}.</p>" for n in range(12)]
    text = "".join((*parts[:6], *more, *parts[6:]))
    return (
        f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>"
        f"{text}</article></body></html>"
    )
