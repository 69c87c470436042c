"""The words that tell dates in Hindi."""

from __future__ import annotations

from desktop_app.analysis.date_words import DateWords, listed, numbered, periods_of, units_of

WORDS = DateWords(
    months=numbered(
        "जनवरी फरवरी|फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर|सितम्बर अक्टूबर|अक्तूबर "
        "नवंबर|नवम्बर दिसंबर|दिसम्बर"
    ),
    weekdays=numbered("सोमवार मंगलवार बुधवार गुरुवार|बृहस्पतिवार शुक्रवार शनिवार रविवार", 0),
    # “कल” is yesterday and tomorrow.
    days={"बीते कल": -1, "आने वाले कल": 1},
    periods=periods_of(
        week_1="पिछले सप्ताह,पिछले हफ्ते,पिछले हफ़्ते",
        week0="इस सप्ताह,इस हफ्ते",
        week1="अगले सप्ताह,अगले हफ्ते",
        month_1="पिछले महीने,पिछले माह",
        month0="इस महीने,इस माह",
        month1="अगले महीने,अगले माह",
        year_1="पिछले साल,पिछले वर्ष",
        year0="इस साल,इस वर्ष",
        year1="अगले साल,अगले वर्ष",
    ),
    units=units_of("दिन सप्ताह|हफ्ते|हफ़्ते महीने|माह|महीना साल|वर्ष"),
    numbers=numbered("एक दो तीन चार पांच|पाँच छह|छः सात आठ नौ दस"),
    before_year=listed("साल,वर्ष,सन,सन्"),
    before_month=listed("बीते,पिछले"),
    before_weekday=listed("बीते"),
    since=(),
    ago=("{n} {unit} पहले",),
    past=listed("पिछले,बीते,गत"),
    coming=listed("अगले,आगामी"),
    this=listed("इस"),
    will=listed("होगा,होगी,होंगे,करेंगे,करेगा"),
    connect=listed("से,और"),
    around=listed("लगभग,करीब"),
    century=listed("सदी,शताब्दी"),
    later=(("{n} {unit} बाद", 1),),
    seasons=numbered("वसंत गर्मियों पतझड़ सर्दियों"),
)
