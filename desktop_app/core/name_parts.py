"""An author's name taken apart as bibliographies need it: given, particle, family, suffix.

The parts are those of CSL (https://docs.citationstyles.org/en/stable/specification.html#names): a
particle that stays where the family name stands alone (“van der Berg”) is parted from one that
goes (“Humboldt” for “Alexander von Humboldt”). What isn't surely one person's name stays whole.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.core.name_spelling import spelling
from desktop_app.core.name_variants import SUFFIXES

_MOST_CHARACTERS, _MOST_WORDS = 300, 8
_SPACES = re.compile(r"\s+")
#: Words that open a byline; the last two are names as well, so a whole name must follow.
_BY = re.compile(
    r"(?i:(?:written |reported |words )?by|por|par|door|från|przez|авторы?)[:\s]\s*(?=[^\Wa-z\d_])"
    r"|(?:Von|Av)\s+(?=[^\Wa-z\d_]\S*\s+[^\Wa-z\d_][^,]*$)"
)
_AND = re.compile(r"\s+(?:and|AND|und|UND|et|ET|y|e|en|og|och|i|&|и|та|و)\s+|\s*[;；、]\s*")
#: Where the author was, behind the name.
_PLACE = re.compile(r"\s+in\s+[^\Wa-z\d_][^,;]*$")
#: Initials behind a family's name: “Lavrov S. V.”, “Lavrov S.V.”
_FAMILY_INITIALS = re.compile(r"([^\W\d_][^\d.]+?)\s+((?:[^\W\d_]\.[ -]?){2,5})")
#: Titles that no bibliography keeps.
_TITLE = re.compile(r"(?:(?:dr|prof|mr|mrs|ms|mx|herr|frau|sir)\b\.?\s+)+(?=\S+\s)", re.IGNORECASE)
_GOES = re.compile(r"(?:von|vom|zu|zum|zur)(?: (?:und|zu|zum|zur|vom))*")
_PARTICLES = frozenset(
    str.split(
        "van de der den het ten ter te op 't von vom zu zum zur und d' di da del della delle dei"
        " degli dal dalla du des la le las los el al do dos das af av in bin ben ibn bint abu abd"
        " abdel abdul بن ابن بنت آل أبو عبد"
    )
)
#: Languages in which a family has its father's and its mother's name.
_TWO_FAMILY_NAMES = frozenset({"es", "pt", "ca", "gl"})
_JOINING = frozenset({"y", "i", "e"})
#: What stands behind a family name in Portuguese and belongs to it.
_OF_KIN = frozenset({"filho", "neto", "sobrinho", "júnior", "junior"})
#: Words of bodies and desks that sign articles.
_BODY = re.compile(
    r"\b(?:agency|agencies|agence|agencia|agência|agenzia|agentur|news|press|presse|prensa|staff"
    r"|desk|team|editors?|editorial|redaktion|redaction|rédaction|redacción|redazione|newsroom"
    r"|bureau|service|services|reporters?|correspondents?|correspondente|centre|center|department"
    r"|ministry|ministerium|ministère|office|council|committee|association|society|federation"
    r"|institute?|university|universität|foundation|network|media|group|company|inc|ltd|gmbh"
    r"|corporation|times|post|tribune|guardian|gazette|herald|journal|magazine|zeitung|wires?"
    r"|international|online|today|tv|radio|board|union|party|government|commission|embassy)\b",
    re.IGNORECASE,
)
_HAN, _KANA = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff", "\u3040-\u30ff"
_IDEOGRAPHIC = re.compile(f"[{_HAN}{_KANA}\u3005]+(?:[ ・·\u3000][{_HAN}{_KANA}\u3005]+)?")
_HANGUL = re.compile("[\uac00-\ud7a3]{2,5}(?: [\uac00-\ud7a3]{1,4})?")
_TWO_OF_CHINA = frozenset(
    str.split(
        "欧阳 司马 诸葛 上官 司徒 东方 皇甫 尉迟 公孙 慕容 令狐 夏侯 歐陽 司馬 諸葛 東方 公孫"
    )
)
_TWO_OF_KOREA = frozenset(str.split("남궁 황보 제갈 선우 독고 사공 서문"))
_OF_CHINA = frozenset(
    "王李张張刘劉陈陳杨楊黄黃赵趙周吴吳徐孙孫马馬朱胡郭何林高梁郑鄭罗羅宋谢謝唐韩韓曹许許邓鄧萧肖冯馮曾程蔡彭"
    "潘袁于董余苏蘇叶葉吕呂魏蒋蔣田杜丁沈姜范江傅钟鍾卢盧汪戴崔任陆陸廖姚方金邱夏谭譚韦韋贾賈邹鄒石熊孟秦阎閻薛"
    "侯雷白龙龍段郝孔邵史毛常万萬顾顧赖賴武康贺賀严嚴尹钱錢施牛洪龚龔习習温溫"
)


@dataclass(frozen=True, slots=True)
class NameParts:
    """One author. ``literal`` is a name that is no person's, or can't be parted; then it is alone.

    ``particle`` stays with the family name, ``dropping`` goes where that stands alone.
    ``family_first`` is for names that are spoken so: “Xi Jinping”; ``unspaced`` for those that are
    written without a space between.
    """

    family: str = ""
    given: str = ""
    particle: str = ""
    dropping: str = ""
    suffix: str = ""
    literal: str = ""
    family_first: bool = False
    unspaced: bool = False

    @property
    def whole(self) -> str:
        """The name as it is spoken."""
        if self.literal:
            return self.literal
        family = _joined(self.particle, self.family)
        if self.family_first:
            between = "" if self.unspaced else " "
            return between.join(filter(None, (family, self.given)))
        suffix = f", {self.suffix}" if self.suffix.startswith("J") else self.suffix
        name = " ".join(filter(None, (self.given, _joined(self.dropping, family))))
        return (
            f"{name}{suffix}" if suffix.startswith(",") else " ".join(filter(None, (name, suffix)))
        )


def split_authors(
    names: Iterable[str],
    *,
    language: str | None = None,
    bodies: Iterable[str | None] = (),
) -> tuple[NameParts, ...]:
    """The authors of an article, each once; “X and Y” left in one name are two.

    ``bodies`` are names that are no person's: of the outlet, of the agency.
    """
    known = {_key(each) for each in bodies if each}
    found: dict[NameParts, None] = {}
    for name in names:
        for each in _apart(_plain(name), known):
            parts = split_name(each, language=language) if _key(each) not in known else None
            found[parts or NameParts(literal=each)] = None
    return tuple(found)


def split_name(name: str, *, language: str | None = None) -> NameParts:
    """One name; whole, as ``literal``, where it is a body's, a single word or too odd to part.

    ``language`` is that of the text in which the name stands.
    """
    name = _plain(name)
    if parts := _of_east_asia(name, language):
        return parts
    if _is_body(name):
        return NameParts(literal=name)
    if "," in name:
        return _with_comma(name, language)
    words = _without_title(name).split(" ")
    suffix = ""
    if len(words) > 2 and is_suffix(words[-1]):
        suffix = words.pop()
    if len(words) < 2:
        return NameParts(literal=name)
    if _is_family_first(words, language):
        return NameParts(words[0], " ".join(words[1:]), suffix=suffix, family_first=True)
    return _western(words, suffix)


def spoken_name(given: str, family: str, suffix: str = "") -> str:
    """A name out of its parts as it is spoken: “Xi Jinping”, “王毅”, “Jan van der Berg Jr.”."""
    if not (given and family):
        return " ".join(filter(None, (given or family, suffix)))
    if _IDEOGRAPHIC.fullmatch(family + given) or _HANGUL.fullmatch(family + given):
        return family + given
    if _is_family_first([*family.split(" "), *given.split(" ")], None):
        return " ".join(filter(None, (family, given, suffix)))
    return " ".join(filter(None, (given, family, suffix)))


def is_suffix(word: str) -> bool:
    """Whether it stands behind a name: Jr., III."""
    return word.strip(".").lower() in SUFFIXES and word[0].isupper()


def _plain(name: str) -> str:
    kept = (" " if unicodedata.category(each)[0] == "C" else each for each in name[:2_000])
    text = _SPACES.sub(" ", "".join(kept)).strip(" ,;:|•·-–—")[:_MOST_CHARACTERS].strip()
    opening = _BY.match(text)
    return text[opening.end() :] if opening else text


def _apart(text: str, known: set[str]) -> list[str]:
    """The names in one: parted at “and” where a whole name stands on each side."""
    if not text or _key(text) in known or _tells_body(text):
        return [text] if text else []
    text = _PLACE.sub("", text)
    pieces = [each.strip(" ,") for each in _AND.split(text)]
    inner = [part.strip() for each in pieces for part in each.split(",")]
    if len(inner) > 2 and all(_is_whole(each) for each in inner):
        return inner
    if len(pieces) > 1 and all(_is_whole(each) for each in pieces):
        return pieces
    return [text]


def _is_whole(piece: str) -> bool:
    words = piece.split(" ")
    return (1 < len(words) <= _MOST_WORDS - 2 and _key(words[-1]) not in _JOINING) or bool(
        _IDEOGRAPHIC.fullmatch(piece) or _HANGUL.fullmatch(piece)
    )


def _is_body(name: str) -> bool:
    words = name.split(" ")
    return (
        len(words) > _MOST_WORDS
        or _tells_body(name)
        or (len(words) == 1 and not _IDEOGRAPHIC.fullmatch(name))
    )


def _tells_body(name: str) -> bool:
    """Whether a word or mark in it says that it isn't persons' names, however many."""
    return (
        bool(_BODY.search(name))
        or any(each.isdigit() or each in '()[]{}/@\\|"' for each in name)
        or name.lower().startswith("the ")
    )


def _with_comma(name: str, language: str | None) -> NameParts:
    """“Family, Given”, “Family, Jr., Given” or “Given Family, Jr.”."""
    first, *rest = [each.strip() for each in name.split(",") if each.strip()]
    if len(rest) == 1 and is_suffix(rest[0]):
        parts = split_name(first, language=language)
        return _with_suffix(parts, rest[0])
    if not rest or len(rest) > 2 or (len(rest) == 2 and not any(map(is_suffix, rest))):
        return NameParts(literal=name)
    given = next(each for each in rest if not is_suffix(each))
    suffix = next((each for each in rest if is_suffix(each)), "")
    words = first.split(" ")
    if _may_be_two(words, given.split(" "), language):
        return NameParts(literal=name)
    if _is_family_first([*words, *given.split(" ")], language):
        return NameParts(first, given, suffix=suffix, family_first=True)
    at = _family_at(words) if words[0][0].islower() else 0
    goes, stays = _particles(words[:at])
    return NameParts(" ".join(words[at:]), given, stays, goes, suffix)


def _may_be_two(words: list[str], given: list[str], language: str | None) -> bool:
    """“Ann Archer, Ben Baker”: where families don't have two names, it is another person's."""
    if len(words) < 2 or len(given) < 2 or language in _TWO_FAMILY_NAMES:
        return False
    has_initial = any(len(each.strip(".")) == 1 for each in given)
    return words[0].lower() not in _PARTICLES and not has_initial


def _western(words: list[str], suffix: str) -> NameParts:
    if initials := _FAMILY_INITIALS.fullmatch(" ".join(words)):
        return NameParts(initials[1], initials[2].strip(), suffix=suffix)
    at = len(words) - 1
    if at > 1 and words[at].lower() in _OF_KIN:
        at -= 1
    if at > 2 and words[at - 1] in _JOINING:  # Ramón y Cajal
        at -= 2
    begins = at
    while begins > 1 and words[begins - 1].lower() in _PARTICLES:
        begins -= 1
    particles = words[begins:at]
    small = next((place for place, each in enumerate(particles) if each[0].islower()), None)
    if small is None:  # De Vries, Le Pen: the family's own
        return NameParts(" ".join(words[begins:]), " ".join(words[:begins]), suffix=suffix)
    given = " ".join(words[: begins + small])
    rest = particles[small:]
    own = next((place for place, each in enumerate(rest) if each[0].isupper()), len(rest))
    goes, stays = _particles(rest[:own])
    return NameParts(" ".join([*rest[own:], *words[at:]]), given, stays, goes, suffix)


def _family_at(words: list[str]) -> int:
    at = 0
    while at < len(words) - 1 and words[at].lower() in _PARTICLES and words[at][0].islower():
        at += 1
    return at


def _particles(words: list[str]) -> tuple[str, str]:
    """Those that go with the given name, and those that stay: German's “von” alone goes."""
    text = " ".join(words)
    return (text, "") if _GOES.fullmatch(text) else ("", text)


def _of_east_asia(name: str, language: str | None) -> NameParts | None:
    """Names in the letters of China, Japan and Korea; where they part only if that is sure."""
    if not (_IDEOGRAPHIC.fullmatch(name) or _HANGUL.fullmatch(name)):
        return None
    for gap in (" ", "\u3000"):
        if gap in name:
            family, _, given = name.partition(gap)
            return NameParts(family, given, family_first=True, unspaced=True)
    long = name[:2] in (_TWO_OF_KOREA if _HANGUL.match(name) else _TWO_OF_CHINA)
    if long and len(name) > 2:
        return NameParts(name[:2], name[2:], family_first=True, unspaced=True)
    is_korean = bool(_HANGUL.match(name)) and len(name) in (2, 3)
    is_chinese = name[0] in _OF_CHINA and len(name) in (2, 3) and language != "ja"
    if is_korean or is_chinese:
        return NameParts(name[0], name[1:], family_first=True, unspaced=True)
    return NameParts(literal=name)


def _is_family_first(words: list[str], language: str | None) -> bool:
    if language == "hu":
        return len(words) == 2
    found = spelling(" ".join(words))
    return found.exact and len(found.words) >= len(words) >= 2 and found.words[0].isascii()


def _without_title(name: str) -> str:
    found = _TITLE.match(name)
    return name[found.end() :] if found else name


def _with_suffix(parts: NameParts, suffix: str) -> NameParts:
    if parts.literal:
        return NameParts(literal=f"{parts.literal}, {suffix}")
    return NameParts(parts.family, parts.given, parts.particle, parts.dropping, suffix)


def _joined(particle: str, family: str) -> str:
    between = "" if particle.endswith(("'", "’", "-")) or not particle else " "
    return f"{particle}{between}{family}"


def _key(name: str) -> str:
    return "".join(each for each in name.casefold() if each.isalnum())
