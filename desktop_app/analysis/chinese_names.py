"""Persons in Chinese text: a family name of the closed list, beside an office or a verb of speech.

Foreign names are told by the dot within them or by the name data, beside an office. Every other
place of a name that was found so is a mention too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from desktop_app.analysis.unspaced_text import HAN, Found, is_name, is_place, with_repeats

_FAMILIES = (
    "(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|司徒|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董"
    "袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史"
    "陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温习習張劉陳楊黃趙吳孫馬鄭謝許韓馮鄧蔣葉蘇呂盧薑鍾譚陸賈鄒巩鞏柯游尤"
    "洪施阮俞柳甘翁樊纪傅卞康伍梅盛刁徐季茅庞项祝岑骆虞霍崔])"
)
_OFFICE = (
    "(?:国家主席|國家主席|党主席|副主席|主席|副总统|总统|總統|副总理|总理|總理|首相|外交部长|国务卿|國務卿|外长|外長|外相|防长|"
    "部长|部長|总书记|书记|書記|秘书长|秘書長|发言人|發言人|大使|省长|市长|市長|议长|議長|议员|議員|委员|將軍|将军|司令|上校|"
    "教授|博士|院士|校长|校長|院长|院長|主任|董事长|董事長|总裁|總裁|经理|先生|女士|法官|律师|律師|教练|教練)"
)
_PROFESSION = (
    "(?:作家|诗人|詩人|导演|導演|演员|演員|歌手|画家|畫家|评论家|評論家|学者|學者|专家|專家|记者|記者|球员|球員|选手|選手|"
    "门将|前锋|后卫|主播|艺人|藝人|企业家|科学家|经济学家|历史学家|嫌疑人|被告)"
)
_SPEECH = (
    "(?:表示|指出|强调|強調|认为|認為|宣布|说|說|称|稱|会见|會見|致辞|抵达|出席|主持|访问|訪問|批评|批評|感谢|感謝|出生|呼吁|"
    "介绍|透露|告诉|告訴|回应|回應|应邀|發表|发表|飾演|饰演|获得|獲得|当选|當選)"
)
_BEHIND = (
    rf"(?={_SPEECH}|{_OFFICE}|[在和与與同对對于於將将会會访訪因就也是的]|星期|周[一二三四五六日]|今[天日年]|昨[天日]|明[天日]|"
    r"[上下]午|日前|近日|没有|沒有|[,，.。、；：;:!！?？)）”」》]|\s|$)"
)
_ADVERB = "[也还還今昨在向对對则則并又就曾已]"
_FULL = rf"{_FAMILIES}{HAN}{{1,2}}?"
_LED = re.compile(rf"(?:{_OFFICE}|{_PROFESSION})(?P<name>{_FULL}){_BEHIND}")
_SPEAKS = re.compile(
    rf"(?:^|(?<=[\n,，。、；：“「和与與同]))(?P<name>{_FULL})(?=(?:{_ADVERB}{HAN}{{0,2}}?)?{_SPEECH})"
)
_TITLED = re.compile(
    rf"(?:^|(?<=[\n,，。、；：“「和与與同向对對由给])|(?<=大学)|(?<=學院))(?P<name>{_FULL})(?={_OFFICE})"
)
_DOTTED = re.compile(rf"{HAN}{{2,12}}(?:[·•・‧]{HAN}{{1,7}})+")
_DOT = re.compile("[·•・‧]")
_LED_FOREIGN = re.compile(rf"{_OFFICE}(?P<name>{HAN}{{2,6}})")
_BEFORE_OFFICE = re.compile(rf"(?P<name>{HAN}{{2,6}})(?={_OFFICE})")
_LONGEST_PART = 7
# Foreign family names of two letters that stand beside an office without a first name.
_SHORT_FOREIGN = "(?:普京|普丁|拜登|莫迪|布什|布希|里根|雷根|卡特|卢拉|魯拉|默茨|万斯|米莱|列宁)"
_LED_SHORT = re.compile(rf"{_OFFICE}(?P<name>{_SHORT_FOREIGN})")
_TITLED_SHORT = re.compile(rf"(?P<name>{_SHORT_FOREIGN})(?={_OFFICE})")
# Words that begin as family names do.
_NO_NAME = re.compile(
    r"(?:和平|高级|高度|方面|金融|金额|白宫|石油|江苏|江西|马上|马来|万一|任何|于是|余下|向前|严重|史上|武器|龙头|温度|温和|"
    r"黄金|唐代|宋代|田径|雷达|叶子|毛利|孔子学|康复|国家|同时|有关|对此|目前|其中|何时|何种|许多|周一|周二|周三|周四|周五|周六|"
    r"周日|周末|周年|林业|安全|金牌|江南|夏季|秦岭|高校|高速|高中|方案|方式|方法|程序|时间|成都|经济|向中|武汉|温州|石家)"
)


def chinese_names(text: str) -> Iterator[Found]:
    """The places where a text names persons, in no special order."""
    found: dict[int, Found] = {}
    for pattern in (_LED_SHORT, _TITLED_SHORT, _LED, _TITLED, _SPEAKS):
        for match in pattern.finditer(text):
            if not _NO_NAME.match(match["name"]) and not is_place(match["name"]):
                found.setdefault(match.start("name"), _found(match))
    for each in (*_dotted(text), *_foreign(text)):
        found.setdefault(each.start, each)
    yield from with_repeats(text, found.values(), _short_forms(found.values()))


def _found(match: re.Match[str]) -> Found:
    return Found(*match.span("name"), match["name"])


def _dotted(text: str) -> Iterator[Found]:
    """Foreign names of several parts: the first may hang on an office, the last on a verb."""
    for match in _DOTTED.finditer(text):
        parts = _DOT.split(match[0])
        first = _known_end(parts[0])
        last = _known_beginning(parts[-1], text[match.end() : match.end() + 2])
        if not first or not last:
            continue
        start = match.start() + len(parts[0]) - len(first)
        end = match.end() - len(parts[-1]) + len(last)
        yield Found(start, end, text[start:end])


def _known_end(part: str) -> str:
    """The longest known name that a run of Han ends with, or what stands behind an office."""
    behind = re.split(_OFFICE, part)[-1]
    if behind != part:
        return behind
    endings = (part[-length:] for length in range(min(len(part), _LONGEST_PART), 1, -1))
    known = next((each for each in endings if is_name(each)), "")
    return known or (part if len(part) <= 4 else "")


def _known_beginning(part: str, behind: str) -> str:
    """The longest known name that a run of Han begins with, or all of a short one."""
    lengths = range(min(len(part), _LONGEST_PART), 1, -1)
    known = next((part[:length] for length in lengths if is_name(part[:length])), "")
    cut = re.match(rf"{HAN}{{1,6}}?{_BEHIND}", part + behind)
    return known or (cut[0] if cut and len(cut[0]) > 1 else "")


def _foreign(text: str) -> Iterator[Found]:
    """Foreign names without a dot that the name data knows, beside an office."""
    for match in _LED_FOREIGN.finditer(text):
        name = match["name"]
        for length in range(len(name), 2, -1):
            if is_name(name[:length]):
                start = match.start("name")
                yield Found(start, start + length, name[:length])
                break
    for match in _BEFORE_OFFICE.finditer(text):
        name = match["name"]
        for length in range(len(name), 2, -1):
            if is_name(name[-length:]):
                end = match.end("name")
                yield Found(end - length, end, name[-length:])
                break


def _short_forms(found: Iterable[Found]) -> dict[str, str]:
    """The last part of each dotted name, of three letters and more."""
    names = {each.name for each in found}
    return {
        last: name for name in names if _DOT.search(name) and len(last := _DOT.split(name)[-1]) > 2
    }
