"""Where a text credits those who made it: “Reporting by …”, “Photo: …”, “… contributed”.

Who is credited is an author or photographer of the piece and not a person it is about.
"""

from __future__ import annotations

import re

_MAKING = "[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Tt]ranslated|[Pp]roduced|[Gg]raphics?"
_PICTURE = (
    "[Pp]hotos?|[Pp]hotographs?|[Pp]hotography|[Pp]ictures?|[Ii]mages?|[Ii]llustrations?|[Vv]ideo|"
    "[Ff]otos?|[Bb]ild(?:er)?"
)
# Where a credit may begin: a line, a bracket, a sentence.
_BEGIN = r"(?:^|(?<=[(\[])|(?<=[.!?]\s)|(?<=[.!?][”\"]\s))"
_CREDIT = re.compile(
    rf"{_BEGIN}(?:"
    rf"(?:[Aa]dditional )?(?:{_MAKING})(?: and [a-z]{{3,10}}ing)? by [^\n)\]]{{1,400}}"
    rf"|(?:{_PICTURE}) (?:by|von|:)[^\n)\]]{{1,200}}"
    rf"|(?:{_PICTURE}|[Cc]redit|[Cc]ontributing|[Pp]hoto [Cc]redit|[Ii]mage [Cc]redit)\s?:"
    r"[^\n)\]]{1,200}"
    r")",
    re.MULTILINE,
)
_WORD = r"[A-ZÀ-ÖØ-ÞА-Я][\w.’'-]{0,30}"
_NAME = rf"\b{_WORD}(?: (?:{_WORD}|van|von|de|der|da|al|el|bin)){{1,4}}"
# A line that is nothing but a byline, and what agencies print beneath a picture.
_BYLINE = re.compile(
    rf"^(?:By|BY) {_NAME}(?:(?:, | and | AND |, and ){_NAME}){{0,3}}[ ,]*$", re.MULTILINE
)
_AGENCY = (
    "AP|AFP|Reuters|REUTERS|EPA|PA|UPI|DPA|dpa|TASS|ANI|PTI|ANSA|EFE|Getty Images|Getty|Bloomberg|"
    "Shutterstock|Alamy|Xinhua"
)
_PICTURED = re.compile(
    rf"{_NAME} ?/ ?(?:Pool/)?(?:{_AGENCY})\b|\b(?:{_AGENCY})(?: [Pp]hoto)? ?/ ?{_NAME}"
)
_CONTRIBUTED = re.compile(
    r"\bcontributed (?:to (?:this|the) (?:report|article|story|piece)|(?:additional )?reporting)\b"
)
_LONGEST_LINE = 400


def credited(text: str) -> list[tuple[int, int]]:
    """The spans (start and end) of a text that only credit its makers, in no special order."""
    spans = [match.span() for match in _CREDIT.finditer(text)]
    spans += [match.span() for found in (_BYLINE, _PICTURED) for match in found.finditer(text)]
    for match in _CONTRIBUTED.finditer(text):
        line = text.rfind("\n", 0, match.start()) + 1
        spans.append((max(line, match.start() - _LONGEST_LINE), match.end()))
    return spans
