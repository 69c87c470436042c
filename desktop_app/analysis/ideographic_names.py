"""Persons in Chinese, Japanese and Korean text, which has neither capitals nor (mostly) spaces.

A name is taken only where an office or a verb of speech stands directly beside it, so that much is
missed and little is wrong. Short forms are not tied to full ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.analysis.name_data import Kind, kinds_of
from desktop_app.analysis.sentences import Sentence
from desktop_app.core.article import Mention

_HAN = r"[\u4e00-\u9fff]"
_CHINESE_FAMILIES = (
    "(?:欧阳|司马|上官|诸葛|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董"
    "袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史"
    "陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温习張劉陳楊黃趙吳孫馬鄭謝許韓馮鄧蔣葉蘇呂盧薑鍾譚陸賈鄒])"
)
_CHINESE_OFFICE = (
    "(?:国家主席|國家主席|副主席|主席|副总统|总统|總統|副总理|总理|總理|外交部长|外长|外長|部长|部長|总书记|"
    "书记|书記|发言人|發言人|大使|省长|市长|市長|议长|将军|教授|校长|董事长|总裁|记者)"
)
_CHINESE_SPEECH = "(?:表示|指出|强调|強調|认为|認為|宣布|说|說|称|会见|會見|致辞|抵达|出席)"
_BEHIND = rf"(?={_CHINESE_SPEECH}|[在和与與同对對于將将会會访訪因就也是,。、;:!?)”」]|\s|$)"
_CHINESE = (
    re.compile(rf"{_CHINESE_OFFICE}(?P<name>{_CHINESE_FAMILIES}{_HAN}{{1,2}}?){_BEHIND}"),
    re.compile(
        rf"(?:^|(?<=[,。、;:“「和与與同]))(?P<name>{_CHINESE_FAMILIES}{_HAN}{{1,2}}?)"
        rf"(?=(?:\d|{_HAN}){{0,4}}?{_CHINESE_SPEECH})"
    ),
)
_JAPANESE_OFFICE = (
    "(?:前?首相|大統領|外相|防衛相|財務相|官房長官|長官|大臣|議員|知事|市長|会長|社長|教授|監督|選手|"
    "国家主席|主席|容疑者|被告|さん|氏)"
)
_JAPANESE = re.compile(rf"(?<!{_HAN})(?P<name>{_HAN}{{2,4}}){_JAPANESE_OFFICE}")
_KANA = re.compile(r"[\u3040-\u30ff]")
_KOREAN = re.compile(
    r"(?<![가-힣])(?P<name>[김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진엄채원천방공현]"
    r"[가-힣]{2})\s?(?:전\s)?(?:대통령|총리|장관|대표|의원|총재|회장|사장|교수|감독|선수|위원장|시장|지사|대변인|씨)"
)
_ANY = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")
# Words of institutions that stand before an office as a name would.
_NO_NAME = re.compile(r"[国國党黨省市県府都州社院部会會局庁軍米英仏独露韓朝副総前元現新各両同]")


def ideographic_mentions(sentence: Sentence) -> Iterator[Mention]:
    """The persons that a sentence names in Han, kana or hangul."""
    if not _ANY.search(sentence.text):
        return
    if _KANA.search(sentence.text):
        patterns: tuple[re.Pattern[str], ...] = (_JAPANESE,)
    else:
        patterns = (*_CHINESE, _KOREAN)
    taken: set[int] = set()
    for pattern in patterns:
        for match in pattern.finditer(sentence.text):
            start, end = match.span("name")
            if start in taken or not _is_name(match["name"], pattern is _JAPANESE):
                continue
            taken.add(start)
            place = sentence.start + start
            yield Mention(place, place + end - start, match["name"], None, sentence.text)


def _is_name(name: str, japanese: bool) -> bool:
    if kinds_of(name) & Kind.PLACE:
        return False
    return not (japanese and _NO_NAME.search(name))
