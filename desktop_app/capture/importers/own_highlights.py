"""The section of highlights at the end of a Markdown file that Cuttings exported."""

from __future__ import annotations

import re
from dataclasses import replace

from desktop_app.core.highlight import Colour
from desktop_app.core.imported import ImportedHighlight

_SECTION = re.compile(r"(?:^|\n)## Highlights\n\n(?=>)")
_FACTS = re.compile(r"\*(Yellow|Green|Blue|Pink)(?:, no longer in the text)?\*(?:: (.*))?\Z", re.S)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def split_highlights(body: str) -> tuple[str, tuple[ImportedHighlight, ...]]:
    """The text without its section of highlights, and these; a section of another kind is text."""
    sections = list(_SECTION.finditer(body))
    if not sections:
        return body, ()
    last = sections[-1]
    found: list[ImportedHighlight] = []
    is_told = True
    for block in re.split(r"\n\n", body[last.end() :].strip("\n")):
        if block.startswith(">"):
            if not is_told:
                return body, ()
            lines = (line.removeprefix(">").strip() for line in block.split("\n"))
            words = "\n".join(_unescaped(line) for line in lines if line)
            found.append(ImportedHighlight(words))
            is_told = False
        elif not is_told:
            facts = _FACTS.match(block)
            if facts is None:
                return body, ()
            colour, note = Colour(facts[1].lower()), _unescaped(facts[2] or "")
            found[-1] = replace(found[-1], colour=colour, note=note)
            is_told = True
        else:
            note = f"{found[-1].note}\n{_unescaped(block)}".strip()
            found[-1] = replace(found[-1], note=note)
    return body[: last.start()], tuple(found) if is_told else ()


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(r"\1", text)
