"""Persons in Korean text: a family name of the closed list and two syllables, beside an office.

Foreign names are told by the name data. A family name with the office that the person was given
before is one more mention; so is a full name anywhere, whatever particle is bound to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.analysis.name_data import Kind, kinds_of
from desktop_app.analysis.unspaced_text import HANGUL, Found, is_name

_FAMILIES = (
    "(?:남궁|황보|제갈|선우|독고|사공|[김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진엄채원천방공현"
    "함변염여추도소석선설마길연위표명기반라왕금옥육인맹탁국어은편용])"
)
_OFFICE = (
    "(?:대통령|부통령|총리|장관|차관|대표|의원|총재|회장|부회장|사장|교수|박사|감독|선수|위원장|부장|시장|도지사|지사|대변인|실장|원장|"
    "총장|검사|판사|변호사|기자|작가|배우|후보|대사|주석|국장|청장|의장|원내대표|사무총장|코치|씨|외상|국왕|교황)"
)
_PROFESSION = (
    "(?:작가|배우|가수|시인|소설가|평론가|감독|기자|교수|변호사|방송인|화가|학자|전문가|선수|투수|공격수|골키퍼"
    "|개그맨|아나운서|앵커|래퍼)"
)
_PARTICLE = "(?:은|는|이|가|을|를|의|와|과|도|에게|께서|에|로|만|라고|이라고)?"
_ONE_SYLLABLE = "은는이가을를의와과도에로만해한"
_LONGER_PARTICLES = ("에서", "에게", "께서", "까지", "부터", "으로", "하고", "하며")
_INSTITUTIONS = ("부", "처", "청", "원", "당", "국", "위원회", "대학교")
_LONGEST_FOREIGN = 2
_BORDER = rf"(?!{HANGUL})"
# “The foreign ministry's”, “France's”: what may stand between a name and its office.
_BETWEEN = rf"(?:\s(?:전|현|신임|{HANGUL}{{1,6}}(?:부|처|청|원|당|국|위원회)|{HANGUL}{{2,6}}))?"
_FULL = f"{_FAMILIES}{HANGUL}{{1,2}}"
_BEFORE_OFFICE = re.compile(
    rf"(?<!{HANGUL})(?P<name>{_FAMILIES}{HANGUL}{{2}}|{_FAMILIES}{HANGUL})"
    rf"(?P<between>{_BETWEEN})\s?(?P<office>{HANGUL}{{0,4}}{_OFFICE}){_PARTICLE}{_BORDER}"
)
_BEHIND_PROFESSION = re.compile(
    rf"(?<!{HANGUL}){_PROFESSION}\s(?P<name>{_FAMILIES}{HANGUL}{{2}}|{_FAMILIES}{HANGUL})"
    rf"{_PARTICLE}{_BORDER}"
)
_FOREIGN = re.compile(
    rf"(?<!{HANGUL})(?P<name>{HANGUL}{{2,7}}(?:\s{HANGUL}{{2,7}}){{0,2}})(?P<between>{_BETWEEN})\s"
    rf"(?P<office>{_OFFICE}){_PARTICLE}{_BORDER}"
)
_WORD = re.compile(rf"(?<!{HANGUL})(?P<name>{_FAMILIES}{HANGUL}{{2}}){_PARTICLE}{_BORDER}")
_OFTEN = 2
# Words that look as names do: a family name's syllable and one or two more.
_NO_NAME = frozenset(
    [
        "정부",
        "한국",
        "이번",
        "이날",
        "이후",
        "이상",
        "이하",
        "조선",
        "전국",
        "신임",
        "장관",
        "의원",
        "주요",
        "현재",
        "최근",
        "최고",
        "고위",
        "공동",
        "민주",
        "한편",
        "전직",
        "현직",
        "차기",
        "서울",
        "부산",
        "대전",
        "대구",
        "인천",
        "광주",
        "강원",
        "경기",
        "충남",
        "국민",
        "국회",
        "여당",
        "야당",
        "우리",
        "이라크",
        "이란",
        "이집트",
        "이탈리아",
        "이스라엘",
        "남한",
        "북한",
        "중국",
        "일본",
        "미국",
        "정의당",
        "국가",
        "조합",
        "노조",
        "은행",
        "기업",
        "방송",
        "신문",
        "주식",
        "경찰",
        "검찰",
        "법원",
        "구청",
        "시청",
        "도청",
        "정당",
        "공화당",
        "노동당",
        "보수당",
        "민주당",
        "사회당",
        "자민당",
        "통합당",
        "한나라",
        "새누리",
        "외교부",
        "국방부",
        "법무부",
        "교육부",
        "환경부",
        "통일부",
        "기재부",
        "외무",
        "국방",
        "외교",
        "재무",
        "내무",
        "주한",
        "주미",
        "주일",
        "전임",
        "상임",
        "선임",
        "원내",
        "고등",
        "대법원",
        "지방",
        "지역",
        "남성",
        "여성",
        "남자",
        "여자",
        "주민",
        "시민",
        "선생",
        "학생",
        "위원",
        "임시",
        "조직",
        "진보",
        "유명",
        "안보",
        "원자력",
        "전자",
        "자동차",
        "현대",
        "삼성",
        "이사회",
        "정상",
        "정책",
        "주말",
        "연구",
        "기술",
        "문화",
        "체육",
        "유럽",
        "성공",
        "성장",
        "문제",
        "진행",
        "공개",
        "조사",
        "이유",
        "이전",
        "이제",
        "방문",
        "반대",
        "강조",
        "도중",
    ]
)


def korean_names(text: str) -> Iterator[Found]:
    """The places where a text names persons, in no special order."""
    found: dict[int, Found] = {}
    offices: dict[tuple[str, str], set[str]] = {}
    for match in _FOREIGN.finditer(text):
        each = _foreign(match)
        if each:
            found[each.start] = each
    for match in _BEFORE_OFFICE.finditer(text):
        if _is_free(match, found) and _is_korean_name(match["name"], match["between"]):
            found[match.start("name")] = _found(match)
            for office in _offices(match["office"]):
                offices.setdefault((match["name"][0], office), set()).add(match["name"])
    for match in _BEHIND_PROFESSION.finditer(text):
        name = _without_particle(match["name"], text)
        if _is_free(match, found) and _is_korean_name(name, "of a profession"):
            start = match.start("name")
            found[start] = Found(start, start + len(name), name)
    for each in _often_named(text):
        found.setdefault(each.start, each)
    full = {each.name for each in found.values()}
    yield from _tied(found, full)
    yield from _again(text, found, full)
    yield from _by_family_name(text, offices, found)


def _is_free(match: re.Match[str], found: dict[int, Found]) -> bool:
    start, end = match.span("name")
    return all(end <= each.start or each.end <= start for each in found.values())


def _without_particle(name: str, text: str) -> str:
    """A name of two syllables where the third is a particle, as its other places tell."""
    if name[-1] in _ONE_SYLLABLE and re.search(
        rf"(?<!{HANGUL}){name[:-1]}(?!{name[-1]}){_PARTICLE}{_BORDER}", text
    ):
        return name[:-1]
    return name


def _found(match: re.Match[str]) -> Found:
    return Found(*match.span("name"), match["name"])


def _is_korean_name(name: str, between: str) -> bool:
    """Whether a word is a name; of two syllables only where more than an office tells so."""
    if name in _NO_NAME or kinds_of(name) & Kind.PLACE:
        return False
    between = between.strip()
    if between in _NO_NAME and not between.endswith(_INSTITUTIONS):
        return False
    loose = between and not between.endswith(_INSTITUTIONS) and between not in ("전", "현", "신임")
    if loose and between != "of a profession" and not kinds_of(between) & Kind.PLACE:
        return False
    return len(name) > 2 or bool(between) or is_name(name)


def _offices(office: str) -> set[str]:
    """The office with and without the words bound before it."""
    last = re.search(f"{_OFFICE}$", office)
    return {office, last[0] if last else office}


def _foreign(match: re.Match[str]) -> Found | None:
    """A foreign name: the known words before an office, or any two before a country and one."""
    words = match["name"].split()
    if not match["between"] and len(words) > 1 and kinds_of(words[-1]) & Kind.PLACE:
        words, country = words[:-1], True
    else:
        country = bool(kinds_of(match["between"].strip()) & Kind.PLACE)
    place = len(words)
    while (
        place > 0
        and len(words) - place < _LONGEST_FOREIGN
        and _is_foreign(words[place - 1], unknown=country)
    ):
        place -= 1
    start = match.start("name") + sum(len(word) + 1 for word in words[:place])
    name = " ".join(words[place:])
    if len(name) < 2 or (not any(map(is_name, name.split())) and len(words) - place < 2):
        return None
    if re.fullmatch(f"{_FAMILIES}{HANGUL}{{2}}", name) and not is_name(name):
        return None
    return Found(start, start + len(name), name)


def _is_foreign(word: str, *, unknown: bool) -> bool:
    if word in _NO_NAME or kinds_of(word) & Kind.PLACE:
        return False
    bound = word[-1] in _ONE_SYLLABLE or word.endswith(_LONGER_PARTICLES)
    return is_name(word) or (unknown and not bound)


def _often_named(text: str) -> Iterator[Found]:
    """Words of a family and a known given name that stand at least twice."""
    places: dict[str, list[Found]] = {}
    for match in _WORD.finditer(text):
        name = match["name"]
        if name not in _NO_NAME and is_name(name[1:]) and not kinds_of(name) & Kind.PLACE:
            places.setdefault(name, []).append(_found(match))
    for each in places.values():
        if len(each) >= _OFTEN:
            yield from each


def _tied(found: dict[int, Found], full: set[str]) -> Iterator[Found]:
    """What was found, a foreign family name tied to the only full name that ends with it."""
    for each in found.values():
        owners = [name for name in full if name.endswith(" " + each.name)]
        yield Found(each.start, each.end, owners[0] if len(owners) == 1 else each.name)


def _again(text: str, found: dict[int, Found], full: set[str]) -> Iterator[Found]:
    """Other places of the full names."""
    for name in sorted(full, key=len, reverse=True):
        for match in re.finditer(
            rf"(?<!{HANGUL})(?P<name>{re.escape(name)}){_PARTICLE}{_BORDER}", text
        ):
            start, end = match.span("name")
            if all(end <= other.start or other.end <= start for other in found.values()):
                found[start] = Found(start, end, name)
                yield found[start]


def _by_family_name(
    text: str, offices: dict[tuple[str, str], set[str]], found: dict[int, Found]
) -> Iterator[Found]:
    """“President Yoon”: the family name with the office of the only one who was named with it."""
    for (family, office), names in offices.items():
        if len(names) > 1 or any(
            each.name[0] == family and each.name not in names and len(each.name) == 3
            for each in found.values()
        ):
            continue
        pattern = rf"(?<!{HANGUL})(?P<name>{family})\s?{re.escape(office)}{_PARTICLE}{_BORDER}"
        for match in re.finditer(pattern, text):
            if match.start() not in found:
                found[match.start()] = Found(match.start(), match.end("name"), next(iter(names)))
                yield found[match.start()]
