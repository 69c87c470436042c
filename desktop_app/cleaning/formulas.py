"""Formulas as text: TeX where the page tells it, else what the MathML says, on one line.

Run before the page is read as blocks, so that a formula counts as the words it is written with.
"""

from __future__ import annotations

import re

from lxml import html as lxml_html
from lxml.html import HtmlElement

from desktop_app.cleaning.inline_marks import lowered, raised

_MAX_TEX = 2_000
_MAX_DEPTH = 40
_SPACES = re.compile(r"\s+")
_DISPLAY = re.compile(r"^\{\\(?:display|text)style\s(.*)\}$", re.DOTALL)
#: What page builders draw beside the formula itself, by class or tag.
_DRAWN_CLASSES = re.compile(
    r"katex-html|MathJax_Preview|MathJax_SVG|MathJax_CHTML|mwe-math-fallback"
)
_DRAWN_TAGS = frozenset(("mjx-math", "annotation-xml"))
_FORMULA_IMAGE = re.compile(r"\b(?:latex|tex|math|equation)\b", re.IGNORECASE)
_SIGNS = frozenset("=+−-±×·⋅<>≤≥≠≈→∈")


def write_formulas(root: HtmlElement) -> None:
    """Replace each formula of the page by its text."""
    formulas = list(root.iter("math"))
    if formulas:
        _drop_drawings(root)
    for formula in formulas:
        if formula.getparent() is not None:
            tex = _tex_of(formula)
            _replace(formula, "code" if tex else "span", tex or _line(formula, 0))
    for image in list(root.iter("img")):
        alt = _SPACES.sub(" ", image.get("alt") or "").strip()
        if alt and "\\" in alt + "\\" and _FORMULA_IMAGE.search((image.get("class") or "")[:200]):
            _replace(image, "code", _bare(alt)[:_MAX_TEX])


def _drop_drawings(root: HtmlElement) -> None:
    for node in list(root.iter()):
        if not isinstance(node.tag, str) or node.getparent() is None:
            continue
        drawn = node.tag in _DRAWN_TAGS or _DRAWN_CLASSES.search((node.get("class") or "")[:300])
        if drawn and next(node.iter("math"), None) is None:
            node.drop_tree()


def _tex_of(formula: HtmlElement) -> str:
    """The formula as its author wrote it, where the page keeps that."""
    for note in formula.iter("annotation"):
        if "tex" in (note.get("encoding") or "").lower():
            return _bare("".join(note.itertext()))[:_MAX_TEX]
    return _bare(formula.get("alttext") or "")[:_MAX_TEX]


def _bare(tex: str) -> str:
    tex = _SPACES.sub(" ", tex).strip()
    match = _DISPLAY.match(tex)
    return (match[1] if match else tex).strip()


def _line(node: HtmlElement, depth: int) -> str:
    """MathML on one line: powers and fractions written as on a typewriter."""
    if depth > _MAX_DEPTH:
        return "".join(node.itertext())
    if node.tag == "annotation":
        return ""
    parts = [_line(child, depth + 1) for child in node if isinstance(child.tag, str)]
    write = _WRITTEN.get(node.tag)
    if write and len(parts) == 2:
        return write(*parts)
    text = "".join(parts) if parts else _SPACES.sub(" ", node.text or "").strip()
    if node.tag == "msqrt":
        return f"√{_grouped(text)}"
    return f" {text} " if node.tag == "mo" and text in _SIGNS else text


def _power(base: str, exponent: str) -> str:
    return base + (raised(exponent.strip()) or f"^{_grouped(exponent)}")


def _indexed(base: str, index: str) -> str:
    return base + (lowered(index.strip()) or f"_{_grouped(index)}")


def _fraction(above: str, below: str) -> str:
    return f"{_grouped(above)}/{_grouped(below)}"


_WRITTEN = {"msup": _power, "msub": _indexed, "mfrac": _fraction}


def _grouped(text: str) -> str:
    text = text.strip()
    return text if text.isalnum() else f"({text})"


def _replace(node: HtmlElement, tag: str, text: str) -> None:
    written = lxml_html.Element(tag)
    written.text = text.strip()
    written.tail = node.tail
    parent = node.getparent()
    parent.replace(node, written)
