"""Containers of web pages, made the way the programs that write them do."""

from __future__ import annotations

import base64
import plistlib
import quopri
import zlib

ADDRESS = "https://example.org/story"
PAGE = '<html><head><meta charset="utf-8"></head><p>Déjà vu</p><img src="{src}"></html>'


def png(width: int = 40) -> bytes:
    """A real PNG of ``width`` by ``width`` pixels that don't compress away."""
    rows = b"".join(
        b"\0" + bytes((row * 37 + column * column * 11) % 256 for column in range(width * 3))
        for row in range(width)
    )

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return len(data).to_bytes(4) + body + zlib.crc32(body).to_bytes(4)

    size = width.to_bytes(4)
    header = chunk(b"IHDR", size + size + b"\x08\x02\0\0\0")
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def data_address(content: bytes, kind: str = "image/png") -> str:
    """``content`` as a ``data:`` address."""
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"


def mhtml(
    page: str, images: dict[str, bytes], *, charset: str = "utf-8", end: str = "--\r\n"
) -> bytes:
    """A page as Chromium saves it; ``images`` maps a web address or ``cid:…`` to its bytes."""
    head = (
        "From: <Saved by Blink>\r\n"
        f"Snapshot-Content-Location: {ADDRESS}\r\n"
        "Subject: =?utf-8?Q?D=C3=A9j=C3=A0?=\r\n"
        "Date: Fri, 2 May 2025 10:11:12 +0200\r\n"
        "MIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--B--"\r\n\r\n\r\n'
    )
    encoded = quopri.encodestring(page.encode(charset)).replace(b"\n", b"\r\n").decode()
    parts = [
        f"Content-Type: text/html; charset={charset}\r\nContent-ID: <frame-1@mhtml.blink>\r\n"
        "Content-Transfer-Encoding: quoted-printable\r\n"
        f"Content-Location: {ADDRESS}\r\n\r\n{encoded}"
    ]
    for address, content in images.items():
        where = (
            f"Content-ID: <{address.removeprefix('cid:')}>"
            if address.startswith("cid:")
            else f"Content-Location: {address}"
        )
        data = base64.encodebytes(content).decode().replace("\n", "\r\n")
        parts.append(
            f"Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n{where}\r\n\r\n{data}"
        )
    body = "".join(f"----B--\r\n{part}\r\n" for part in parts)
    return f"{head}{body}----B--{end}".encode()


def webarchive(page: str, images: dict[str, bytes], *, xml: bool = False) -> bytes:
    """A page as Safari saves it."""
    archive = {
        "WebMainResource": {
            "WebResourceData": page.encode("utf-8"),
            "WebResourceMIMEType": "text/html",
            "WebResourceTextEncodingName": "UTF-8",
            "WebResourceURL": ADDRESS,
            "WebResourceFrameName": "",
        },
        "WebSubresources": [
            {
                "WebResourceData": content,
                "WebResourceMIMEType": "image/png",
                "WebResourceURL": address,
            }
            for address, content in images.items()
        ],
    }
    return plistlib.dumps(archive, fmt=plistlib.FMT_XML if xml else plistlib.FMT_BINARY)
