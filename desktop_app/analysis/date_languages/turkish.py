"""The words that tell dates in Turkish."""

from __future__ import annotations

from desktop_app.analysis.date_words import DateWords, listed, numbered, periods_of, units_of

WORDS = DateWords(
    months=numbered("ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık"),
    # “Pazar” alone is a market.
    weekdays=numbered("pazartesi salı çarşamba perşembe cuma cumartesi pazar_günü", 0),
    days={
        "bugün": 0,
        "bu sabah": 0,
        "bu akşam": 0,
        "dün": -1,
        "dün akşam": -1,
        "evvelsi gün": -2,
        "yarın": 1,
    },
    periods=periods_of(
        week_1="geçen hafta,geçtiğimiz hafta",
        week0="bu hafta",
        week1="gelecek hafta,önümüzdeki hafta",
        month_1="geçen ay,geçtiğimiz ay",
        month0="bu ay",
        month1="gelecek ay,önümüzdeki ay",
        year_1="geçen yıl,geçtiğimiz yıl,geçen sene",
        year0="bu yıl,bu sene",
        year1="gelecek yıl,önümüzdeki yıl,gelecek sene",
        weekend_1="geçen hafta sonu,geçtiğimiz hafta sonu",
        weekend0="bu hafta sonu",
        weekend1="gelecek hafta sonu",
    ),
    units=units_of("gün hafta ay yıl|sene"),
    numbers=numbered("bir iki üç dört beş altı yedi sekiz dokuz on on_bir on_iki"),
    before_year=listed("yaklaşık,yıl"),
    before_month=listed("geçen,bu"),
    before_weekday=(),
    since=(),
    ago=("{n} {unit} önce",),
    past=listed("geçen,geçtiğimiz"),
    coming=listed("gelecek,önümüzdeki"),
    this=listed("bu"),
    will=listed("olacak,yapılacak,edecek,gelecek,planlanıyor,bekleniyor"),
    behind_year=listed("yılında,yılı,yılının,yılından"),
    connect=listed("ile,ve"),
    century=listed("yüzyıl,yüzyılda,yüzyılın"),
    later=(("{n} {unit} sonra", 1),),
    seasons=numbered("ilkbahar|baharında yaz|yazında sonbahar|sonbaharında kış|kışında"),
)
