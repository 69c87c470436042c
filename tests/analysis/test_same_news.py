"""Texts of one mould are no copies, however many words they share; copies are, cut and added to."""

from __future__ import annotations

from itertools import combinations

import pytest

from desktop_app.analysis.copy_fingerprint import are_copies, runs_of
from desktop_app.analysis.same_news import is_same_news

MARKET = (
    "Benchmark indices ended {way} on {day} amid {what} buying. The 30-share BSE Sensex moved"
    " {points} points to settle at {level}. The broader NSE Nifty moved {nifty} points to"
    " 17,{nifty}."
    " Among the Sensex firms, {firms} were the major gainers, while Titan, Nestle and"
    " Power Grid were"
    " the laggards. In Asian markets, Seoul, Tokyo, Shanghai and Hong Kong settled {way}. Equity"
    " exchanges in Europe were trading mostly in the green. The US market ended on a mixed note on"
    " the previous day. Brent crude went {points} cents to {nifty} dollars a barrel."
)
MARKETS = [
    MARKET.format(way=way, day=day, what=what, points=points, level=level, nifty=nifty, firms=firms)
    for way, day, what, points, level, nifty, firms in (
        ("higher", "Monday", "IT", 211, "60,431", 82, "Infosys, TCS and Wipro"),
        ("lower", "Tuesday", "bank", 640, "59,790", 71, "HDFC Bank and ICICI Bank"),
        ("higher", "Friday", "metal", 97, "61,044", 90, "Tata Steel and JSW Steel"),
    )
]
OBITUARY = (
    "{name}, {age}, of {town}, passed away peacefully on April {day} at home surrounded by family."
    " Born in {town}, the deceased worked for many years as {work}. A funeral service"
    " will be held at"
    " 11 a.m. on Saturday at the First Methodist Church. In lieu of flowers, the family asks that"
    " donations be made to the American Cancer Society. Arrangements are under the direction of"
    " Hartley Funeral Home. The family wishes to thank the staff of the hospice for their"
    " kind care."
)
OBITUARIES = [
    OBITUARY.format(name=name, age=age, town=town, day=day, work=work)
    for name, age, town, day, work in (
        ("Margaret Ellis", 87, "Dover", 3, "a school nurse"),
        ("Harold Jennings", 91, "Milford", 9, "a railroad engineer"),
        ("Walter Boone", 83, "Lewes", 12, "a boat builder"),
    )
]
FOOT = (
    " Subscribe to our newsletter to get the day's top stories in your inbox. Follow us"
    " for the latest"
    " updates. The views expressed in this article are those of the author and do not necessarily"
    " reflect the position of this publication. This material may not be published, broadcast,"
    " rewritten or redistributed without permission. For more news and analysis from the region,"
    " visit our website or listen to our daily podcast, which is available on all platforms."
)
SHORT = [
    text + FOOT
    for text in (
        "The city council voted on Monday to close the old bridge for repairs until the end of"
        " October, the mayor's office said in a statement.",
        "Police arrested two men on Friday after a jeweller's shop in the high street was robbed in"
        " broad daylight by masked attackers on scooters.",
        "The national library will open a reading room for children in the spring, its"
        " director told"
        " reporters at a ceremony in the main hall.",
    )
]
STORY = (
    "Foreign ministers of four countries met in Samarkand on Thursday to discuss the water of two"
    " rivers that they share. Officials said that a draft treaty had been agreed in most"
    " of its parts."
    " Sergey Lavrov told reporters after the talks that the ministries would go on"
    " meeting every month"
    " until the autumn. The delegation of Uzbekistan had asked for two changes in the chapter on"
    " customs. A first draft was sent round among the delegations in March, and each was"
    " given sixty"
    " days for its answer. Farmers on the lower course have complained for years that too little"
    " reaches their fields in summer. An expert group is to measure the flow at nine"
    " places from June."
)
SENTENCES = STORY.split(". ")


@pytest.mark.parametrize("mould", [MARKETS, OBITUARIES, SHORT])
def test_reports_of_one_mould_are_different_news(mould: list[str]) -> None:
    for one, other in combinations(mould, 2):
        assert are_copies(runs_of(one), runs_of(other))  # by their words alone they would be
        assert not is_same_news(one, other)
        assert not is_same_news(other, one)


@pytest.mark.parametrize(
    "copy",
    [
        pytest.param("SAMARKAND, April 13 (Agency) - " + STORY, id="another head"),
        pytest.param(STORY + FOOT, id="the outlet's own foot"),
        pytest.param(". ".join(SENTENCES[:4]), id="cut short"),
        pytest.param(". ".join([*SENTENCES[:2], *SENTENCES[4:]]), id="cut within"),
        pytest.param(STORY.replace("Thursday", "April 13"), id="the day told otherwise"),
        pytest.param(STORY.upper(), id="in capitals"),
        pytest.param(
            "Ministers want a treaty on water. Talks in Samarkand brought their countries closer to"
            " it on Thursday, officials said. " + ". ".join(SENTENCES[1:]),
            id="a lead of the outlet's own",
        ),
    ],
)
def test_a_copy_is_the_same_news(copy: str) -> None:
    assert is_same_news(STORY, copy)
    assert is_same_news(copy, STORY)


def test_texts_without_words_in_common_are_left_to_their_runs() -> None:
    assert is_same_news("", "")
    assert is_same_news(STORY, "")
