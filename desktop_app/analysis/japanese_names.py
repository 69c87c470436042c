"""Persons in Japanese text: before an office or a form of address, or as two known names together.

Kanji tell no border between family and given name, so both are asked of the name data. A family
name before an office is a mention of the person who was named in full.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from desktop_app.analysis.name_data import Kind, kinds_of
from desktop_app.analysis.unspaced_text import HAN, KATAKANA, Found, is_name, is_place, with_repeats

_OFFICE = (
    "(?:[前元]?首相|[前元]?大統領|外相|防衛相|財務相|経産相|官房長官|長官|大臣|国務委員|議員|知事|市長|町長|会長|社長|総裁|幹事長|代表|"
    "委員長|書記長|報道官|副?大統領|教授|准教授|博士|監督|選手|投手|捕手|主将|コーチ|国家主席|主席|総書記|容疑者|被告|弁護士|"
    "さん|ちゃん|君|氏|様|さま|先生|アナウンサー|記者|将軍|女王|国王|皇太子)"
)
_KANJI = re.compile(rf"(?<!{HAN})(?P<name>{HAN}{{2,5}}?)(?={_OFFICE})")
_KATAKANA = re.compile(
    rf"(?<!{KATAKANA})(?P<name>{KATAKANA}{{2,}}(?:[・＝]{KATAKANA}{{1,}})*)(?=(?:・?{HAN}{{0,4}})?{_OFFICE})"
)
_LOOSE_KATAKANA = re.compile(rf"(?P<name>{KATAKANA}{{2,}}(?:[・＝]{KATAKANA}{{2,}})+)(?!{HAN})")
_RUN = re.compile(rf"(?<!{HAN})(?P<name>{HAN}{{3,5}})(?=[はがもをにとの、。（(」])")
_SHORTEST_FULL = 3
# Words of institutions and relations that stand before an office as a name would.
_NO_NAME = re.compile(
    r"[国國党黨省市県府都州社院部会會局庁軍米英仏独露韓朝副総前元現新各両同]|大臣|議員|組合|学校|患者|子供|奥|皆|母|父|"
    r"息子|娘|女性|男性|店員|職員|客|神|王$|店$|業者|学生|住民|記者|選手|監督|先生"
)
_NO_KATAKANA = frozenset(
    [
        "チーム",
        "クラブ",
        "グループ",
        "メーカー",
        "スタッフ",
        "ドイツ",
        "ロシア",
        "アメリカ",
        "フランス",
        "イギリス",
        "イタリア",
        "スペイン",
        "ウクライナ",
        "ブラジル",
        "トルコ",
        "イラン",
        "イラク",
        "イスラエル",
        "インド",
        "タイ",
        "ベトナム",
        "サウジアラビア",
        "カナダ",
        "オランダ",
        "スイス",
        "シリア",
        "エジプト",
        "ポーランド",
        "プロ",
        "サッカー",
        "テレビ",
        "ラジオ",
        "ベテラン",
        "エース",
        "リーダー",
        "ユーザー",
        "ファン",
        "ママ",
        "パパ",
        "オーナー",
        "ゲスト",
        "メンバー",
    ]
)


def japanese_names(text: str) -> Iterator[Found]:
    """The places where a text names persons, in no special order."""
    found: dict[int, Found] = {}
    for match in _KANJI.finditer(text):
        if not _NO_NAME.search(match["name"]) and not is_place(match["name"]):
            found[match.start("name")] = _found(match)
    for match in _KATAKANA.finditer(text):
        if match["name"] not in _NO_KATAKANA and not kinds_of(match["name"]) & Kind.PLACE:
            found[match.start("name")] = _found(match)
    for match in _RUN.finditer(text):
        if _two_known_names(match["name"]):
            found.setdefault(match.start("name"), _found(match))
    for match in _LOOSE_KATAKANA.finditer(text):
        parts = re.split("[・＝]", match["name"])
        if is_name(parts[0]) and is_name(parts[-1]):
            found.setdefault(match.start("name"), _found(match))
    full = {each.name for each in found.values() if _is_full(each.name)}
    tied = [Found(each.start, each.end, _owner(each.name, full)) for each in found.values()]
    yield from with_repeats(text, tied, _foreign_family_names(full), inside=KATAKANA)


def _found(match: re.Match[str]) -> Found:
    return Found(*match.span("name"), match["name"])


def _two_known_names(name: str) -> bool:
    """Whether a run of kanji is a family and a given name and has no word of a place in it."""
    if is_place(name) or _NO_NAME.search(name):
        return False
    return any(
        is_name(name[:cut]) and is_name(name[cut:]) for cut in (2, 3) if cut <= len(name) - 2
    )


def _is_full(name: str) -> bool:
    return bool(re.search("[・＝]", name)) or (
        re.fullmatch(HAN + "+", name) is not None and len(name) >= _SHORTEST_FULL
    )


def _owner(name: str, full: Collection[str]) -> str:
    """The only full name that a family name begins (in kanji) or ends (in katakana), or itself."""
    owners = [
        each
        for each in full
        if each != name and (each.startswith(name) or re.split("[・＝]", each)[-1] == name)
    ]
    return owners[0] if len(owners) == 1 else name


def _foreign_family_names(full: Collection[str]) -> dict[str, str]:
    lasts = {name: re.split("[・＝]", name)[-1] for name in full if re.search("[・＝]", name)}
    counts = list(lasts.values())
    return {last: name for name, last in lasts.items() if counts.count(last) == 1 and len(last) > 2}
