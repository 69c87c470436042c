"""Text as BibTeX and LaTeX take it: what they give a meaning to is escaped, the rest is UTF-8.

Letters stay letters: biber, BibTeX's successors and LaTeX itself read UTF-8.
"""

from __future__ import annotations

import re

_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "$": r"\$",
        "&": r"\&",
        "%": r"\%",
        "#": r"\#",
        "_": r"\_",
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
        "{": r"\{",
        "}": r"\}",
    }
)
#: BibTeX counts braces, escaped or not; where they don't match, brackets stand for them.
_BRACKETS = str.maketrans("{}", "()")
_WORD = re.compile(r"\S+")


def latex_text(text: str) -> str:
    """The text as the value of a field, without the braces around it."""
    return (text if _match(text) else text.translate(_BRACKETS)).translate(_ESCAPES)


def latex_title(title: str, language: str) -> str:
    """A title, in which what a style must not write small stands in braces.

    Styles change the case of English titles alone; a title in another language is one piece.
    """
    text = title if _match(title) else title.translate(_BRACKETS)
    if language and not language.lower().startswith("en"):
        return f"{{{text.translate(_ESCAPES)}}}"
    first = _WORD.search(text)
    begins = first.start() if first else 0

    def protected(match: re.Match[str]) -> str:
        word = match[0]
        # The first word keeps its capital anyway, unless it has more of them.
        kept = word[1:] if match.start() == begins else word
        escaped = word.translate(_ESCAPES)
        is_name = kept != kept.lower() and _match(word)
        return f"{{{escaped}}}" if is_name else escaped

    return _WORD.sub(protected, text)


def _match(text: str) -> bool:
    """Whether every brace has its other one."""
    depth = 0
    for letter in text:
        depth += (letter == "{") - (letter == "}")
        if depth < 0:
            return False
    return depth == 0
