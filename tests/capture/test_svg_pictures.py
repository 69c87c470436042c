"""SVG images become PNG; what is hostile in one is left out, or it is refused whole."""

from __future__ import annotations

import struct
import zlib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from desktop_app.capture.svg_cleaning import MAX_SIDE, RefusedDrawingError, harmless_svg
from desktop_app.capture.svg_pictures import png_of_svg

NAMES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
SQUARE = '<rect width="50" height="50" fill="#c00"/>'
RED, WHITE = (0xCC, 0, 0), (255, 255, 255)


def svg(inside: str = SQUARE, size: str = 'width="100" height="100"') -> bytes:
    return f"<svg {NAMES} {size}>{inside}</svg>".encode()


def size_of(png: bytes | None) -> tuple[int, int]:
    assert png is not None
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def pixels(png: bytes) -> list[list[tuple[int, ...]]]:
    """The rows of a PNG of eight bits a channel, https://www.w3.org/TR/png-3/#9Filters."""
    at, packed = 8, b""
    while at < len(png):
        length, kind = struct.unpack(">I4s", png[at : at + 8])
        packed += png[at + 8 : at + 8 + length] if kind == b"IDAT" else b""
        at += length + 12
    width, height, channels = *struct.unpack(">II", png[16:24]), {2: 3, 6: 4}[png[25]]
    data, rows = zlib.decompress(packed), []
    above = bytearray(width * channels)
    for number in range(height):
        begin = number * (width * channels + 1)
        row = bytearray(data[begin + 1 : begin + 1 + width * channels])
        for place in range(len(row)):
            left = row[place - channels] if place >= channels else 0
            up, corner = above[place], above[place - channels] if place >= channels else 0
            row[place] = (row[place] + _predicted(data[begin], left, up, corner)) % 256
        above = row
        rows.append([tuple(row[p : p + 3]) for p in range(0, len(row), channels)])
    return rows


def _predicted(kind: int, left: int, up: int, corner: int) -> int:
    if kind == 4:
        guess = left + up - corner
        return min((left, up, corner), key=lambda value: abs(guess - value))
    return (0, left, up, (left + up) // 2)[kind]


def test_a_drawing_becomes_a_picture_on_white_and_sharp() -> None:
    png = png_of_svg(svg())

    assert png is not None
    rows = pixels(png)
    assert size_of(png) == (200, 200)
    assert (rows[20][20], rows[180][180]) == (RED, WHITE)


def test_words_are_drawn() -> None:
    png = png_of_svg(svg('<text x="5" y="60" font-size="60" font-family="Unheard Of">MMM</text>'))
    assert png is not None
    assert any(sum(pixel) < 200 for row in pixels(png) for pixel in row)


def test_styles_and_what_is_used_again_are_kept() -> None:
    inside = f'<style>.a {{ fill: #00c }}</style><defs><g id="g">{SQUARE}</g></defs>'
    png = png_of_svg(
        svg(f'{inside}<rect class="a" width="9" height="9"/><use xlink:href="#g" x="50"/>')
    )
    assert png is not None
    rows = pixels(png)
    assert (rows[5][5], rows[5][150], rows[150][50]) == ((0, 0, 0xCC), RED, WHITE)


@pytest.mark.parametrize(
    ("size", "wanted"),
    [
        ('width="300" height="100"', (600, 200)),
        ('width="10in" height="5in"', (1920, 960)),
        ('viewBox="0 0 16 9"', (2000, 1125)),
        ('width="100%" height="100%" viewBox="0 0 400 200"', (2000, 1000)),
        ('width="1000000000px" height="500000000"', (MAX_SIDE, MAX_SIDE // 2)),
        ('width="1e9" height="1e9" viewBox="0 0 9e8 9e8"', (MAX_SIDE, MAX_SIDE)),
    ],
)
def test_the_size_is_bounded_whatever_it_says(size: str, wanted: tuple[int, int]) -> None:
    assert size_of(png_of_svg(svg(size=size))) == wanted


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<g onload="alert(1)" onclick="alert(2)"/>',
        '<a href="javascript:alert(1)"><path d="M0 0"/></a>',
        '<image href="http://example.org/a.png" width="9" height="9"/>',
        '<image xlink:href="file:///etc/hostname" width="9" height="9"/>',
        '<use href="http://example.org/a.svg#a"/>',
        '<rect width="9" height="9" fill="url(http://example.org/a.svg#a)"/>',
        "<rect style=\"fill: u\\72l('http://example.org/')\"/>",
        '<style>@import url("http://example.org/a.css"); .a { fill: red }</style>',
        "<style>@font-face { font-family: a; src: url(http://example.org/a.woff) }</style>",
        '<animate attributeName="x" from="0" to="9"/><set attributeName="y"/>',
        '<metadata><rdf xmlns="http://example.org/"><a href="http://example.org"/></rdf></metadata>',
        '<iframe xmlns="http://www.w3.org/1999/xhtml" src="http://example.org/"/>',
        '<switch><foreignObject><p xmlns="http://www.w3.org/1999/xhtml">a</p></foreignObject></switch>',
    ],
)
def test_what_acts_or_loads_is_left_out(inside: str) -> None:
    kept = harmless_svg(svg(SQUARE + inside)).decode()

    bare = kept.replace("http://www.w3.org/2000/svg", "").replace(
        "http://www.w3.org/1999/xlink", ""
    )
    told = ("http", "file:", "alert", "javascript", "script", "import", "animate", "xhtml", "\\")
    assert [word for word in told if word in bare] == []
    assert "rect" in kept


NESTED_USE = '<g id="a0"><path d="M0 0"/></g>' + "".join(
    f'<g id="a{n}">' + f'<use href="#a{n - 1}"/>' * 10 + "</g>" for n in range(1, 10)
)
ENTITIES = '<!ENTITY a "aaaa">' + "".join(
    f'<!ENTITY a{n} "{(f"&a{n - 1};" if n else "&a;") * 10}">' for n in range(9)
)


@pytest.mark.parametrize(
    "content",
    [
        f"<!DOCTYPE svg [{ENTITIES}]>".encode() + svg("<text>&a8;</text>"),
        b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/hostname">]>' + svg("<text>&a;</text>"),
        b'<!DOCTYPE svg [<!ENTITY % a SYSTEM "http://127.0.0.1:9/a.dtd"> %a;]>' + svg(),
        svg(f"<defs>{NESTED_USE}</defs><use href='#a9'/>"),
        svg('<g id="a"><use href="#b"/><use href="#b"/></g><g id="b"><use href="#a"/></g>'),
        svg('<pattern id="p"><rect fill="url(#p)"/></pattern><rect fill="url(#p)"/>'),
        svg("<g>" * 5_000 + "</g>" * 5_000),
        svg("<path/>" * 30_001),
        svg(f"<desc>{'x' * (4 * 2**20)}</desc>"),
        svg('<image href="data:image/png;base64,AAAA"/>'),
        svg('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">words</p></foreignObject>'),
        svg("<style>.a { fill: url(http://example.org/#a) }</style>"),
        svg(size=""),
        svg(size='width="1000000000" height="1"'),
        svg(size='width="100" height="100" viewBox="0 0 nan nan"').replace(b"100", b"x"),
        b"<!doctype html><html><body><svg width=1></svg></body></html>",
        b"<svg/>",
        b"",
    ],
)
def test_what_is_hostile_or_no_drawing_is_refused(content: bytes) -> None:
    with pytest.raises(RefusedDrawingError):
        harmless_svg(content)
    assert png_of_svg(content) is None


def test_a_drawing_that_takes_too_long_is_given_up() -> None:
    slow = '<filter id="f"><feTurbulence baseFrequency="0.05" numOctaves="100"/></filter>'
    inside = slow + '<rect width="999" height="999" filter="url(#f)"/>' * 2_000
    content = svg(inside, 'width="1000" height="1000"')
    harmless_svg(content)
    assert png_of_svg(content, seconds=1.0) is None


def test_an_ordinary_doctype_is_no_fault() -> None:
    doctype = (
        b'<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN"'
        b' "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    )
    assert size_of(png_of_svg(doctype + svg())) == (200, 200)


Tree = tuple[str, dict[str, str], list[Any]]
ELEMENTS = st.sampled_from(
    ["svg", "g", "rect", "use", "script", "image", "style", "text", "foreignObject", "a", "x:y"]
)
ATTRIBUTES = st.dictionaries(
    st.sampled_from(["id", "href", "xlink:href", "style", "fill", "onload", "width", "viewBox"]),
    st.sampled_from(["#a", "a", "url(#a)", "url( http://x )", "javascript:x", "1e9", "file:///x"]),
    max_size=3,
)
TREES = st.recursive(
    st.builds(lambda name, given: (name, given, []), ELEMENTS, ATTRIBUTES),
    lambda inner: st.tuples(ELEMENTS, ATTRIBUTES, st.lists(inner, max_size=3)),
    max_leaves=12,
)


def written(tree: Tree) -> str:
    name, attributes, inside = tree
    told = "".join(f' {key}="{value}"' for key, value in attributes.items())
    return f"<{name}{told}>{''.join(map(written, inside))}</{name}>"


@settings(max_examples=150, deadline=None)
@given(TREES)
def test_nothing_in_what_is_kept_loads_or_runs(tree: Tree) -> None:
    content = svg(written(tree)).replace(b"<svg ", b'<svg xmlns:x="urn:x" ', 1)
    try:
        kept = etree.fromstring(harmless_svg(content))
    except RefusedDrawingError:
        return
    for element in kept.iter():
        assert etree.QName(element).localname not in ("script", "image", "foreignObject", "set")
        for name, value in element.attrib.items():
            assert not str(name).startswith("on")
            assert not ("href" in str(name) and not str(value).startswith("#"))
            assert "http" not in str(value)
