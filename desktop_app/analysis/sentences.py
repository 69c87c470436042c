"""Where sentences begin and end in plain text, with offsets into it; any script, never raises."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Words that carry a full stop and stand before a name or a number: they never end a sentence.
_BEFORE_A_NAME = frozenset(
    """
    mr mrs ms mx messrs dr prof rev revd fr gen lt col capt cpt cmdr cdr adm sgt maj brig cpl pvt
    gov sen rep reps sens pres amb atty hon st ste mt ft supt insp det sec dep asst assoc
    hr frl hrn dipl ing mag jun sir mme mlle mgr sr sra srta dña dn sig dott avv arch ing
    drs ir dhr mevr mw exc exmo exma eng
    ca bzw vgl usw z.b d.h u.a o.ä v.a s.o s.u zit bspw ggf inkl zzgl evtl sog
    vs cf viz approx no nos nr núm num fig figs vol pp art op cit ed eds al
    г гг ул им т.е т.н т.д т.п др проф акад ген полк св стр рис тыс млн млрд руб м
    i.e e.g c.f
    """.split()  # noqa: SIM905 - a block of words reads better than a list of quoted ones
)
# Abbreviations that may also be a sentence's last word: what follows decides.
_MAY_END = frozenset(
    """
    inc ltd co corp bros plc llc jr sr esq phd etc a.m p.m am pm u.s u.k u.n e.u d.c u.s.a
    jan feb apr jun jul aug sep sept oct okt nov dec dez ave blvd rd tel
    """.split()  # noqa: SIM905
)
# Words that open a sentence and hardly ever stand capitalised after an abbreviation within one.
_OPENERS = frozenset(
    """
    The A An He She It They We I You This That These Those There Here In On At But And Or So As If
    When While After Before Since For From With By Of To His Her Its Their Our My Your What Who Why
    How Where Which Some Many Most All Both Each No Not One Two Three However Meanwhile Although
    Though Because Despite During Under Yet Then Now Also Other Another According Asked Last Earlier
    Der Die Das Ein Eine Er Sie Es Wir Ich Im In Am Auch Aber Und Nach Bei Doch
    Le La Les Un Une Il Elle Ils Elles Ce Cette Dans En El Los Las Una Lo Gli Nel Per De Het Een
    """.split()  # noqa: SIM905
)
# After "3." a capital goes on with a date or a numbered thing in languages that write ordinals so.
_AFTER_ORDINAL = re.compile(
    r"(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez|Jänner|Jahrhundert|Jahrtausend|Weltkrieg|"
    r"Bundes|Etage|Stock|Platz|Runde|Spieltag|Minute|Klasse|Lebensjahr|Geburtstag|Mal\b|Kongress|"
    r"Parteitag|Internationale|Reich\b|Republik\b|Armee\b|Division\b|Bezirk\b)"
)
_PARAGRAPH = re.compile(r"\n[^\S\n]*(?:\n\s*)+|[\u2029\f\v]+")
_CLOSERS = "\"”’'»›)]}」』】）"
_END = re.compile(
    rf"(?P<stop>[.!?…]+|[؟۔।॥。！？]+)(?P<close>[{re.escape(_CLOSERS)}“]*)(?P<space>\s*)"
)
_WORD_BEFORE = re.compile(r"[^\s\"“”„«»()\[\]/–—…]+$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
# It begins where the run of spaces does, so that a long run is read once.
_LINE_END = re.compile(r"(?<![^\S\n])[^\S\n]*\n[^\S\n]*")
_BULLET = re.compile(r"(?:[-*•–—▪◦]|\d{1,3}[.)])\s")
_OPENING = "\"“„«‹‘'([¿¡—–-•*「『（"
# A line that is shorter than this and has no stop is a heading or a list item, not a wrapped line.
_WRAP_WIDTH = 50
# How far back the word before a full stop is looked for; longer "words" are no abbreviations.
_LONGEST_ABBREVIATION = 16


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; ``start`` and ``end`` count characters, so ``whole[start:end] == text``."""

    start: int
    end: int
    text: str


def sentences(text: str, *, wrapped: bool = True) -> list[Sentence]:
    """The sentences of plain text in order, without surrounding white space.

    A blank line always parts them. A single line break does where the line isn't just wrapped, or
    always where ``wrapped`` says that no line of this text is: an article's text breaks lines
    between list items and table rows only.
    """
    found: list[Sentence] = []
    start = 0
    for gap in _PARAGRAPH.finditer(text):
        _split(text, start, gap.start(), wrapped, found)
        start = gap.end()
    _split(text, start, len(text), wrapped, found)
    return found


def _split(text: str, start: int, end: int, wrapped: bool, found: list[Sentence]) -> None:
    """Add the sentences of one paragraph to found."""
    cuts = [match.end() for match in _END.finditer(text, start, end) if _ends(text, match, end)]
    line_ends = _LINE_END.finditer(text, start, end)
    cuts += [match.end() for match in line_ends if not wrapped or _parts(text, match)]
    begin = start
    for cut in sorted({*cuts, end}):
        first, last = begin, cut
        while first < last and text[first].isspace():
            first += 1
        while last > first and text[last - 1].isspace():
            last -= 1
        if first < last:
            found.append(Sentence(first, last, text[first:last]))
        begin = max(begin, cut)


def _parts(text: str, line_end: re.Match[str]) -> bool:
    """Whether a single line break parts two sentences rather than wraps one."""
    following = text[line_end.end() : line_end.end() + 8]
    line_start = text.rfind("\n", 0, line_end.start()) + 1
    line = text[line_start : line_end.start()].rstrip()
    if not following or not line or _BULLET.match(following):
        return True
    if line[-1] in ".!?…:;" or line[-1] in _CLOSERS:
        return not following[0].islower()
    if following[0].islower() or line[-1] in ",-–—":
        return False
    return len(line) < _WRAP_WIDTH


def _ends(text: str, match: re.Match[str], end: int) -> bool:
    """Whether a stop found in the text ends a sentence."""
    stop, after = match["stop"], match.end()
    if after >= end or stop[0] not in ".!?…":
        return True
    following = text[after]
    could_open = (following.isalnum() and not following.islower()) or following in _OPENING
    if not match["space"] or not could_open:
        return False
    return stop != "." or bool(match["close"]) or not _goes_on(text, match.start(), after)


def _goes_on(text: str, stop: int, after: int) -> bool:
    """Whether the word before this full stop is an abbreviation within its sentence."""
    before = _WORD_BEFORE.search(text, max(0, stop - _LONGEST_ABBREVIATION), stop)
    if before is None:
        return False
    word = before[0]
    following = re.match(r"\w+", text[after : after + 24])
    next_word = following[0] if following else ""
    bare = word.casefold().lstrip("'’‘").rpartition("-")[2]  # “30-Nov.” ends as “Nov.” does
    if word.isdigit():
        return len(word) <= 2 and _AFTER_ORDINAL.match(text, after) is not None
    if bare in ("no", "nos"):
        return next_word[:1].isdigit()
    if bare in _BEFORE_A_NAME and word[0].isupper():
        return True
    if bare in _BEFORE_A_NAME or bare in _MAY_END or _INITIALS.fullmatch(word):
        return next_word not in _OPENERS
    return False
