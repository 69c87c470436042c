"""Shadow roots written into a page's source: the page as a browser composes and shows it.

``<template shadowrootmode="open">`` is how the standard writes a component's shadow root
(https://html.spec.whatwg.org/#attr-template-shadowrootmode): servers send it, and our browser
extension writes each root so. What stands in the component itself is shown where the root has a
``slot`` for it, and nowhere else (https://dom.spec.whatwg.org/#find-slotables).
"""

from __future__ import annotations

from lxml.etree import iterwalk
from lxml.html import HtmlElement

_MODES = frozenset(("open", "closed"))


def show_shadow_roots(root: HtmlElement) -> None:
    """Put what each shadow root shows into its component's place. Changes the tree."""
    templates, slots_of = _templates_and_slots(root)
    taken: set[HtmlElement] = set()
    shown = []
    for template in templates:
        host = template.getparent()
        if host is not None and host not in taken:
            taken.add(host)
            shown.append((host, template))
    # The innermost first: what goes into a slot is composed itself by then.
    for host, template in reversed(shown):
        _compose(host, template, slots_of[template])


def _templates_and_slots(
    root: HtmlElement,
) -> tuple[list[HtmlElement], dict[HtmlElement, list[HtmlElement]]]:
    """The templates that are shadow roots, in page order, and the slots of each."""
    templates: list[HtmlElement] = []
    slots_of: dict[HtmlElement, list[HtmlElement]] = {}
    open_roots: list[HtmlElement] = []
    for event, element in iterwalk(root, events=("start", "end"), tag=("template", "slot")):
        is_root = element.tag == "template" and _is_shadow_root(element)
        if is_root and event == "start":
            templates.append(element)
            slots_of[element] = []
            open_roots.append(element)
        elif is_root:
            open_roots.pop()
        elif element.tag == "slot" and event == "start" and open_roots:
            slots_of[open_roots[-1]].append(element)
    return templates, slots_of


def _is_shadow_root(template: HtmlElement) -> bool:
    return (template.get("shadowrootmode") or "").lower() in _MODES


def _compose(host: HtmlElement, template: HtmlElement, slots: list[HtmlElement]) -> None:
    """Let the host show its template, and in the template's slots what stood in the host."""
    named: dict[str, HtmlElement] = {}
    for slot in slots:
        named.setdefault(slot.get("name") or "", slot)
    fillings: dict[str, list[HtmlElement | str]] = {}
    _add(fillings, "", host.text)
    for child in host:
        if child is not template:
            _add(fillings, child.get("slot") or "", child)
        _add(fillings, "", child.tail)
        child.tail = None
    host[:] = list(template)
    host.text = template.text
    for name, pieces in fillings.items():
        if name in named:
            _fill(named[name], pieces)


def _add(
    fillings: dict[str, list[HtmlElement | str]], name: str, piece: HtmlElement | str | None
) -> None:
    if isinstance(piece, str) and not piece.strip() and name not in fillings:
        return  # blanks alone fill no slot that has something of its own to show
    if piece is not None:
        fillings.setdefault(name, []).append(piece)


def _fill(slot: HtmlElement, pieces: list[HtmlElement | str]) -> None:
    """Show the pieces in place of what the slot shows when nothing is given."""
    tail = slot.tail
    slot[:] = []
    slot.text, slot.tail = None, tail
    texts: list[str] = []
    for piece in pieces:
        if isinstance(piece, str):
            texts.append(piece)
            continue
        _say(slot, texts)
        slot.append(piece)
    _say(slot, texts)


def _say(slot: HtmlElement, texts: list[str]) -> None:
    """Write the texts gathered so far after what the slot holds; there are none afterwards."""
    if texts and len(slot):
        slot[-1].tail = "".join(texts)
    elif texts:
        slot.text = "".join(texts)
    texts.clear()
