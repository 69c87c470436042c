"""How the reader's document looks, and what its links to people and tags begin with.

Apart from ``reader_html``, which needs a Markdown reader: the window's start can't spare that.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.ui.reading.reading_style import ReadingStyle

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


def style_for(reading: ReadingStyle, small_face: str) -> str:
    """The style of the reader's document; facts are set in the small face."""
    colours, points = reading.page.colours, reading.points
    facts = f"font-family: '{small_face}'; font-size: {max(0.8 * points, 8):.1f}pt"
    return f"""
    .outlet {{ color: {colours.accent}; {facts}; margin-top: 0; margin-bottom: 6px; }}
    .headline {{ font-size: {1.6 * points:.1f}pt; font-weight: 600; margin-top: 0;
                 margin-bottom: 8px; }}
    .subtitle {{ color: {colours.soft}; font-size: {1.08 * points:.1f}pt; margin-top: 0;
                 margin-bottom: 10px; line-height: 135%; }}
    .facts {{ color: {colours.soft}; {facts}; margin-top: 0; margin-bottom: 3px; }}
    .caption {{ color: {colours.soft}; font-family: '{small_face}'; }}
    .quote {{ color: {colours.soft}; }}
    a[href] {{ color: {colours.accent}; text-decoration: none; }}
    a.person {{ color: {colours.ink}; }}
    code, pre {{ font-family: monospace; background-color: {colours.chip}; }}
    th, td {{ border-bottom: 1px solid {colours.line}; }}
    th {{ background-color: {colours.chip}; }}
    ins {{ background-color: {colours.added}; text-decoration: none; }}
    del {{ background-color: {colours.taken}; }}
    """
