"""An SVG from outside as one that only draws: its known elements, within bounds.

Left out is what a browser doesn't do in an ``img`` either: scripts, links, moving parts, images
and styles from elsewhere. Refused is what would be drawn otherwise than its author meant it, and
what could fill time or memory.
"""

from __future__ import annotations

import re

from lxml import etree

from desktop_app.capture.untrusted_xml import untrusted_parser

#: The root must begin within so many bytes.
_START = 8_192
MAX_BYTES, MAX_ELEMENTS = 4 * 2**20, 30_000
#: How many elements are drawn when everything that is used again is counted again.
MAX_DRAWN = 60_000
#: The longer side of the picture in pixels, and the least of the shorter.
MAX_SIDE, MIN_SIDE = 2_000, 8
#: Drawings are told in points of a screen of long ago; twice as many pixels stay sharp in print.
_SHARPNESS = 2.0
_MAX_REFERENCES = 60
SVG, XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
_SHAPES = (
    "svg g defs symbol use switch path rect circle ellipse line polyline polygon text tspan"
    " textPath a linearGradient radialGradient stop clipPath mask pattern marker style filter"
)
_EFFECTS = (
    "feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting"
    " feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR"
    " feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting"
    " feSpotLight feTile feTurbulence"
)
_DRAWN = frozenset(f"{_SHAPES} {_EFFECTS}".split())
_OWN = re.compile(r"url\(\s*[\"']?#([^\"')\s]{1,200})[\"']?\s*\)")
_URL = re.compile(r"url\s*\(", re.IGNORECASE)
_AT_RULE = re.compile(r"@[^{};]{0,500}(?:;|\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\})")
_LENGTH = re.compile(
    r"\s*(\d{0,12}\.?\d{1,12}(?:e[+-]?\d{1,3})?)\s*(px|pt|pc|mm|cm|in)?\s*$", re.IGNORECASE
)
_PIXELS = {
    "": 1.0,
    "px": 1.0,
    "pt": 4 / 3,
    "pc": 16.0,
    "mm": 96 / 25.4,
    "cm": 96 / 2.54,
    "in": 96.0,
}
_NUMBERS = re.compile(r"[\s,]+")


class RefusedDrawingError(ValueError):
    """The drawing isn't well-formed, too large, or can't be drawn as it was meant."""


def harmless_svg(content: bytes) -> bytes:
    """The drawing with nothing but what draws, sized for showing and print.

    Raises RefusedDrawingError.
    """
    root = _parsed(content)
    _check_entities(root)
    if root.tag != f"{{{SVG}}}svg" or sum(1 for _ in root.iter()) > MAX_ELEMENTS:
        raise RefusedDrawingError("no SVG, or too large a one")
    try:
        _clean(root)
        _count_drawn(root)
    except RecursionError as fault:
        raise RefusedDrawingError("it is nested too deep") from fault
    _set_size(root)
    return etree.tostring(root, encoding="utf-8")


def _parsed(content: bytes) -> etree._Element:
    if len(content) > MAX_BYTES or b"svg" not in content[:_START].replace(b"\0", b""):
        raise RefusedDrawingError("no SVG, or too large a one")
    try:
        return etree.fromstring(content, untrusted_parser(only_elements=True))
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise RefusedDrawingError("not well-formed") from fault


def _check_entities(root: etree._Element) -> None:
    told = root.getroottree().docinfo.internalDTD
    if told is not None and list(told.iterentities()):  # type: ignore[attr-defined]
        raise RefusedDrawingError("it has entities of its own")


def _clean(element: etree._Element) -> None:
    """Leave out what doesn't draw: of the element's attributes, and of what is in it."""
    for attribute in list(map(str, element.attrib)):
        if not _is_harmless(attribute, str(element.attrib[attribute])):
            del element.attrib[attribute]
    if etree.QName(element).localname == "style":
        element.text = _harmless_style(element.text or "")
    for child in list(element):
        name = etree.QName(child)
        if name.namespace == SVG and name.localname in _DRAWN:
            _clean(child)
        else:
            _check_left_out(child, name.localname)
            _take_out(element, child)


def _check_left_out(element: etree._Element, name: str) -> None:
    """Refuse the drawing where a browser would show what we leave out."""
    parent = element.getparent()
    in_switch = parent is not None and etree.QName(parent).localname == "switch"
    if name == "foreignObject" and not in_switch:
        raise RefusedDrawingError("it has a page inside")
    address = element.get("href") or element.get(f"{{{XLINK}}}href") or ""
    if name in ("image", "feImage") and address.lstrip().lower().startswith("data:"):
        raise RefusedDrawingError("it has a picture inside")


def _take_out(parent: etree._Element, element: etree._Element) -> None:
    """Remove the element, not the words behind it."""
    tail, before = element.tail, element.getprevious()
    if tail and before is not None:
        before.tail = (before.tail or "") + tail
    elif tail:
        parent.text = (parent.text or "") + tail
    parent.remove(element)


def _is_harmless(name: str, value: str) -> bool:
    qualified = etree.QName(name)
    if qualified.localname == "href":
        return qualified.namespace in (None, XLINK) and value.strip().startswith("#")
    if qualified.namespace is not None:
        return qualified.localname in ("space", "lang")
    return not name.lower().startswith("on") and _loads_nothing(value)


def _loads_nothing(value: str) -> bool:
    return "\\" not in value and len(_URL.findall(value)) == len(_OWN.findall(value))


def _harmless_style(sheet: str) -> str:
    """The rules without fonts and sheets from elsewhere."""
    sheet = _AT_RULE.sub("", sheet)
    if "@" in sheet or not _loads_nothing(sheet):
        raise RefusedDrawingError("its style can't be read")
    return sheet


def _count_drawn(root: etree._Element) -> None:
    """Refuse a drawing that uses what uses what is used, and so on without end."""
    named = {element.get("id"): element for element in root.iter() if element.get("id")}
    known: dict[etree._Element, int] = {}

    def count(element: etree._Element, references: int) -> int:
        if references > _MAX_REFERENCES:
            raise RefusedDrawingError("it refers to itself, or too deep")
        if element not in known:
            told = [
                target for each in _references(element) if (target := named.get(each)) is not None
            ]
            total = 1 + sum(count(child, references) for child in element)
            total += sum(count(target, references + 1) for target in told)
            if total > MAX_DRAWN:
                raise RefusedDrawingError("it draws too much")
            known[element] = total
        return known[element]

    count(root, 0)


def _references(element: etree._Element) -> list[str]:
    found = [name for value in element.attrib.values() for name in _OWN.findall(str(value))]
    href = element.get("href") or element.get(f"{{{XLINK}}}href")
    return [*found, href.strip()[1:]] if href else found


def _set_size(root: etree._Element) -> None:
    """Give the drawing its size in pixels, bounded; its own only sets the proportion."""
    width, height = _pixels(root.get("width")), _pixels(root.get("height"))
    box = _view_box(root.get("viewBox"))
    if box is None:
        if not width or not height:
            raise RefusedDrawingError("it has no size")
        box = (0.0, 0.0, width, height)
        root.set("viewBox", f"0 0 {width:g} {height:g}")
    longest = max(width, height) if width and height else MAX_SIDE / _SHARPNESS
    if not (width and height):
        width, height = box[2:]
    scale = min(longest * _SHARPNESS, MAX_SIDE) / max(width, height)
    if min(width, height) * scale < MIN_SIDE:
        raise RefusedDrawingError("it is a line")
    root.set("width", str(round(width * scale)))
    root.set("height", str(round(height * scale)))


def _pixels(length: str | None) -> float:
    match = _LENGTH.match(length or "")
    return float(match[1]) * _PIXELS[(match[2] or "").lower()] if match else 0.0


def _view_box(told: str | None) -> tuple[float, float, float, float] | None:
    try:
        numbers = [float(piece) for piece in _NUMBERS.split((told or "").strip()[:200])]
    except ValueError:
        return None
    if len(numbers) != 4 or not all(abs(number) < 1e9 for number in numbers):
        return None
    left, top, width, height = numbers
    return (left, top, width, height) if width > 0 and height > 0 else None
