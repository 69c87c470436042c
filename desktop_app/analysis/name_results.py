"""Names told by the shorthand of results: scorers and their minutes, cricket scores, placings.

“Ajax 2 (Kluivert 17th, Litmanen 83rd)”, “Anwar c Croft b Cork 176”, “1. Marco Pantani (Italy)”:
such lines have no verb beside a name, so that running text teaches nothing about them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop_app.analysis.name_candidates import Candidate, is_home
from desktop_app.analysis.name_words import THINGS

_NAME = r"[^\W\d_][^\d()\[\],;:\n]{1,40}?"
_MINUTE = r"\d{1,3}(?:st|nd|rd|th|[’'])?"
_AFTER_MINUTE = r"(?:[ -]?(?:minutes?|mins?|pens?|penalty|penalties|og|own goal|p))?"
_MINUTES = rf"{_MINUTE}{_AFTER_MINUTE}(?:(?:,? and |, ?){_MINUTE}{_AFTER_MINUTE})*"
# A bracket of scorers tells minutes as ordinals or marks them; a plain number may be anything.
_SCORERS = re.compile(rf"\((?:{_NAME} {_MINUTES}(?:[,;] ?(?:and )?|(?=\))))+\)")
_MARKED = re.compile(r"\d(?:st|nd|rd|th|[’'])|pen|goal|min")
# So does one behind the goals of a side, “Lens 2 (Debeve 9, Vairelles 61)”, if there are several.
_BEHIND_GOALS = re.compile(rf"(?<=\d )\((?:{_NAME} {_MINUTES}(?:[,;] ?(?:and )?|(?=\))))+\)")
_FEWEST_BEHIND_GOALS = 2
# “W - Nagy (14-4)”, “HR: Belle (42), Greer (16)”: who won, lost, saved and batted in baseball.
_COUNTED = rf"{_NAME} ?\(\d{{1,3}}(?:-\d{{1,3}})?\)"
_BASEBALL = re.compile(
    rf"\b(?:WP?|LP?|SV?|Sv|HRs?) ?[-–:] ?{_COUNTED}(?:,? (?:and )?{_COUNTED}){{0,9}}"
)
# “Peca 4 (Audette, Galley), 5:41”: who scored in ice hockey, for which time, who helped, and when.
_HOCKEY = re.compile(r"\b[^\W\d_][\w’'. -]{1,30} \d{1,2} \([^()\d\n]{3,60}\),? \d{1,2}:\d\d\b")
_SCORERS_LINE = re.compile(
    r"\b(?:[Ss]corers?|SCORERS?|[Tt]ries|[Tt]ry|[Gg]oals?)(?: for [^:\n]{2,40})?: ?[^\n]{2,500}"
)
_OUT = re.compile(r"\b(?:c [A-Z][\w’'. -]{1,30} b [A-Z]|lbw b [A-Z]|c (?:and|&) b [A-Z])")
_FEWEST_OUT = 2
_HOW_OUT = frozenset({"c", "b", "st", "lbw"})
_NOT_OUT = frozenset({("not", "out"), ("run", "out"), ("hit", "wicket"), ("retired", "hurt")})
_BOWLED = re.compile(r" ?\d{1,2}(?:\.\d)?-\d{1,2}-\d{1,3}-\d{1,2}")
_LONGEST_BOWLED = 16
_HOME = re.compile(r" \((?:U\.?S\.?A?\.?|[^()\n\d]{3,30})\)")


def told_by_results(candidates: Iterable[Candidate], text: str) -> set[int]:
    """Where the candidates begin which the shorthand of results tells to be persons."""
    spans = _scorers(text)
    goals = [found.span() for found in _HOCKEY.finditer(text)]
    cricket = len(_OUT.findall(text)) >= _FEWEST_OUT
    return {
        one.start
        for one in candidates
        if (cricket and _in_scorecard(one, text))
        or (_before_number(one) and _within(one, spans))
        or _within(one, goals)
    }


def is_placed(candidate: Candidate, text: str) -> bool:
    """Whether a country in brackets follows, as it does behind who competes: “Jan Roe (Norway)”."""
    if candidate.last >= len(candidate.tokens) or any(
        word.lower in THINGS for word in candidate.words
    ):
        return False
    bracket = _HOME.match(text, candidate.end, candidate.end + 36)
    return bracket is not None and is_home(candidate.tokens[candidate.last])


def _scorers(text: str) -> list[tuple[int, int]]:
    spans = [found.span() for found in _SCORERS.finditer(text) if _MARKED.search(found[0])]
    behind_goals = [found.span() for found in _BEHIND_GOALS.finditer(text)]
    if len(behind_goals) >= _FEWEST_BEHIND_GOALS:
        spans += behind_goals
    for pattern in (_SCORERS_LINE, _BASEBALL):
        spans += (found.span() for found in pattern.finditer(text))
    return spans


def _within(candidate: Candidate, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= candidate.start < end for start, end in spans)


def _before_number(candidate: Candidate) -> bool:
    behind = candidate.tokens[candidate.last : candidate.last + 1]
    return bool(behind and behind[0].number and behind[0].gap.strip() in ("", "("))


def _in_scorecard(candidate: Candidate, text: str) -> bool:
    tokens, first, last = candidate.tokens, candidate.first, candidate.last
    behind = tokens[last : last + 2]
    if len(behind) == 2 and behind[0].gap == " ":
        words = (behind[0].lower, behind[1].lower)
        if words in _NOT_OUT or (behind[0].text in _HOW_OUT and _goes_on(behind[1].text)):
            return True
    if first and tokens[first - 1].text in ("c", "b", "st") and tokens[first].gap == " ":
        return True
    return _BOWLED.match(text, candidate.end, candidate.end + _LONGEST_BOWLED) is not None


def _goes_on(word: str) -> bool:
    return word[0].isupper() or word in ("b", "and")
