"""Where typed characters stand in a text, as a reader looks for them: paragraph by paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass

#: What is longer isn't looked for.
LONGEST_SOUGHT = 500


@dataclass(frozen=True, slots=True)
class PlainSearch:
    """The characters that are looked for; ``whole`` words only, or parts of words too.

    White space stands for any white space within a paragraph.
    """

    sought: str
    case: bool = False
    whole: bool = False

    def spans(self, text: str, most: int) -> list[tuple[int, int]]:
        """The first places, up to ``most``, none overlapping another."""
        parts = self.sought[:LONGEST_SOUGHT].split()
        if not parts:
            return []
        pattern = r"[^\S\n]+".join(map(re.escape, parts))
        if self.whole:
            pattern = rf"(?<!\w){pattern}(?!\w)"
        sought = re.compile(pattern, 0 if self.case else re.IGNORECASE)
        found: list[tuple[int, int]] = []
        at = 0
        # By paragraphs, so that nobody waits for a whole long text to be gone through.
        for paragraph in text.split("\n"):
            for match in sought.finditer(paragraph):
                found.append((at + match.start(), at + match.end()))
                if len(found) >= most:
                    return found
            at += len(paragraph) + 1
        return found
