"""How the reader's document looks, and what its links to people and tags begin with.

Apart from ``reader_html``, which needs a Markdown reader: the window's start can't spare that.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.ui.theme import Colours

#: What begins the address of a person in the reader's links; the id follows.
PERSON_LINK = "person:"
TAG_LINK = "tag:"
#: What begins the name of a place where an event's date is told; the event's number follows.
EVENT_NAME = "event-"


@dataclass(frozen=True, slots=True)
class ShownMarks:
    """Which marks the user wants to see in the text: names underlined, dates in the margin."""

    names: bool = True
    dates: bool = True


def style_for(colours: Colours, small_face: str) -> str:
    """The style of the reader's document in these colours; facts are set in the small face."""
    face = f"font-family: '{small_face}'"
    return f"""
    .outlet {{ color: {colours.accent}; {face}; }}
    .subtitle {{ color: {colours.soft}; }}
    .facts {{ color: {colours.soft}; {face}; }}
    .caption {{ color: {colours.soft}; {face}; }}
    .quote {{ color: {colours.soft}; }}
    a {{ color: {colours.accent}; text-decoration: none; }}
    .person, .event {{ color: {colours.ink}; }}
    code, pre {{ font-family: monospace; background-color: {colours.chip}; }}
    table {{ border-collapse: collapse; border-color: {colours.line}; }}
    th {{ background-color: {colours.chip}; }}
    ins {{ background-color: {colours.added}; text-decoration: none; }}
    del {{ background-color: {colours.taken}; }}
    """
