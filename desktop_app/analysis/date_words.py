"""The words that tell dates, language by language: months, weekdays, relative words; data only.

A language is one `DateWords`. Words are in lower case; several words stand apart by one space.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class DateWords:
    """The vocabulary of one language.

    ``periods`` gives whole phrases as a unit and a step (“last week”: ``("week", -1)``); ``days``
    phrases as a number of days from today. ``before_year`` and ``before_month`` are the words that
    must stand before a bare year or month to make it a date; ``since`` those of them that open an
    interval. ``ago`` is a phrase with ``{n}`` and ``{unit}``. ``past``, ``coming`` and ``this``
    stand beside a month or weekday, before or behind it. ``will`` are words of the future.
    ``parts`` name a part of a year, a decade or a century (“early”); ``ordinals`` number centuries
    and quarters in words; ``quarter`` are the words for a quarter of a year; ``owners`` stand
    before a month that stands before a noun (“the June report”); ``until`` names an end that lies
    ahead unless the clause is of the past. ``portions`` number the ``portion_units`` of a month, a
    year or a decade (“the first week of”), -1 for the last. ``decades`` are phrases for decades of
    the twentieth century, by their two figures. ``feasts`` are days with a name of their own, as
    `date_feasts` reads them.
    """

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    days: Mapping[str, int]
    periods: Mapping[str, tuple[str, int]]
    units: Mapping[str, str]
    numbers: Mapping[str, int]
    before_year: tuple[str, ...]
    before_month: tuple[str, ...]
    before_weekday: tuple[str, ...]
    since: tuple[str, ...]
    ago: tuple[str, ...]
    past: tuple[str, ...]
    coming: tuple[str, ...]
    this: tuple[str, ...]
    will: tuple[str, ...]
    of: tuple[str, ...] = ()
    behind_year: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    connect: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    century: tuple[str, ...] = ()
    later: tuple[tuple[str, int], ...] = ()
    seasons: Mapping[str, int] = field(default_factory=dict)
    parts: tuple[str, ...] = ()
    ordinals: Mapping[str, int] = field(default_factory=dict)
    quarter: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    until: tuple[str, ...] = ()
    portions: Mapping[str, int] = field(default_factory=dict)
    portion_units: Mapping[str, str] = field(default_factory=dict)
    decades: Mapping[str, int] = field(default_factory=dict)
    feasts: Mapping[str, str] = field(default_factory=dict)


def _numbered(names: str, start: int = 1) -> dict[str, int]:
    """Names parted by spaces, forms of one by a bar, as numbers from start on."""
    return {
        form: number
        for number, forms in enumerate(names.split(), start)
        for form in forms.replace("_", " ").split("|")
    }


def _list(block: str) -> tuple[str, ...]:
    return tuple(item.strip() for item in block.split(","))


def _periods(**steps: str) -> dict[str, tuple[str, int]]:
    """Phrases by a unit and step in the keyword: ``week_1`` last week, ``week0``, ``week1``."""
    found = {}
    for key, phrases in steps.items():
        unit, step = key.rstrip("_01"), -1 if "_" in key else int(key[-1])
        for phrase in _list(phrases):
            found[phrase] = (unit, step)
    return found


_UNITS = ("day", "week", "month", "year")


def _units(names: str) -> dict[str, str]:
    return {
        form: unit
        for unit, forms in zip(_UNITS, names.split(), strict=True)
        for form in forms.split("|")
    }


def _bent(words: str, endings: str, nouns: str) -> str:
    """Every word with every ending before every noun: “letzte Woche, letzten Woche, …”."""
    return ",".join(
        f"{word}{ending} {noun}"
        for word in words.split()
        for ending in endings.split()
        for noun in nouns.split()
    )


def _decades(block: str, names: str) -> dict[str, int]:
    """Phrases for the twenties to the nineties: every name in every form of ``block``."""
    return {
        form.replace("{}", name.replace("_", " ")): 10 * number
        for number, forms in enumerate(names.split(), 2)
        for name in forms.split("|")
        for form in _list(block)
    }


def _feasts(block: str) -> dict[str, str]:
    """“name = day” a comma apart; a name with an apostrophe is written in both ways."""
    pairs = (item.split(" = ") for item in _list(block))
    return {form: day for name, day in pairs for form in (name, name.replace("'", "’"))}


_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_ENGLISH_NUMBERS = {
    **_numbered(
        "a|an|one two|a_couple_of three four five six seven eight nine ten eleven twelve thirteen "
        "fourteen fifteen sixteen seventeen eighteen nineteen"
    ),
    **{ten: 10 * number for number, ten in enumerate(_TENS, 2)},
    **{
        f"{ten}-{one}": 10 * number + last
        for number, ten in enumerate(_TENS, 2)
        for last, one in enumerate(_ONES, 1)
    },
}

ENGLISH = DateWords(
    months=_numbered(
        "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug "
        "september|sept|sep october|oct november|nov december|dec"
    ),
    weekdays=_numbered("monday tuesday wednesday thursday friday saturday sunday", 0),
    days={
        "today": 0,
        "earlier today": 0,
        "later today": 0,
        "tonight": 0,
        "this morning": 0,
        "this afternoon": 0,
        "this evening": 0,
        "yesterday": -1,
        "last night": -1,
        "the day before yesterday": -2,
        "tomorrow": 1,
        "the day after tomorrow": 2,
    },
    periods=_periods(
        week_1="last week",
        week0="this week",
        week1="next week",
        month_1="last month",
        month0="this month",
        month1="next month",
        year_1="last year",
        year0="this year",
        year1="next year",
        weekend_1="last weekend,at the weekend,over the weekend",
        weekend0="this weekend",
        weekend1="next weekend",
        quarter_1="last quarter",
        quarter0="this quarter",
        quarter1="next quarter",
    ),
    units={
        **_units("day|days week|weeks month|months year|years"),
        "decade": "decade",
        "decades": "decade",
    },
    numbers=_ENGLISH_NUMBERS,
    before_year=_list(
        "in,since,by,until,till,during,before,after,from,of,through,throughout,"
        "back in,as of,early,late,mid,in early,in late,in mid,since early,since late,"
        "early in,late in,around,about,circa,in around,in about,the,end of,"
        "start of,beginning of,middle of,ending in,between,and,to,for,into,than,with"
    ),
    before_month=_list(
        "in,since,by,until,till,during,from,of,through,throughout,early,late,mid,"
        "in early,in late,in mid,since early,since late,early in,late in,before,"
        "after,end of,start of,beginning of,middle of"
    ),
    before_weekday=_list("on,late on,early on,by,until,since,from,before,after"),
    since=_list("since,ever since,since early,since late,since mid"),
    ago=("{n} {unit} ago",),
    past=_list("last,this past,past"),
    coming=_list("next,this coming,coming"),
    this=_list("this"),
    will=_list(
        "will,'ll,’ll,won't,won’t,shall,due,scheduled,expected,upcoming,set to,plans to,"
        "plan to,is to,are to,going to,would,deadline is,deadline for,ahead of,starts,begins,"
        "runs until,planned,is coming,are coming,coming up,heading to,slated"
    ),
    of=_list("of,of the"),
    between=_list("between,from"),
    connect=_list("and,to,until,till,through"),
    around=_list("around,about,circa,in around,in about,approximately"),
    century=_list("century,centuries"),
    later=(
        ("{n} {unit} earlier", -1),
        ("{n} {unit} before", -1),
        ("the previous {unit}", -1),
        ("the prior {unit}", -1),
        ("{n} {unit} later", 1),
        ("the following {unit}", 1),
        ("the next {unit}", 1),
        ("{n} {unit} after that", 1),
        ("the {unit} before", -1),
        ("the {unit} after", 1),
    ),
    seasons=_numbered("spring summer autumn|fall winter"),
    parts=_list("early,mid,late,earlier,later,the early,the mid,the late,the end of,end of"),
    ordinals=_numbered(
        "first|1st second|2nd third|3rd fourth|4th fifth sixth seventh eighth ninth tenth eleventh "
        "twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth "
        "twentieth twenty-first"
    ),
    quarter=_list("quarter"),
    until=_list("until,till"),
    owners=_list("the,its,their,his,her"),
    portions=_numbered("first|opening second third fourth") | {"last": -1, "final": -1},
    portion_units={"week": "week", "days": "days", "half": "half"},
    decades=_decades(
        "the {},the early {},the mid {},the mid-{},the late {}",
        "twenties thirties forties fifties sixties seventies eighties nineties",
    ),
    feasts=_feasts(
        "christmas eve = 12-24,christmas day = 12-25,boxing day = 12-26,new year's eve = 12-31,"
        "new year's day = 01-01,good friday = easter-2,easter sunday = easter+0,"
        "easter monday = easter+1,christmas = ~12-25,easter = ~easter+0,halloween = ~10-31"
    ),
)
GERMAN = DateWords(
    months=_numbered(
        "januar|jänner|jan februar|feber|feb märz april|apr mai juni|jun juli|jul "
        "august|aug september|sept oktober|okt november|nov dezember|dez"
    ),
    weekdays=_numbered("montag dienstag mittwoch donnerstag freitag samstag|sonnabend sonntag", 0),
    days={
        "heute": 0,
        "heute morgen": 0,
        "heute abend": 0,
        "gestern": -1,
        "gestern abend": -1,
        "vorgestern": -2,
        "übermorgen": 2,
    },
    periods=_periods(
        week_1=_bent("letzt vergangen vorig", "e en er", "woche"),
        week0=_bent("dies", "e er", "woche"),
        week1=_bent("nächst kommend", "e en er", "woche"),
        month_1=_bent("letzt vergangen vorig", "en er", "monat monats") + ",im vormonat",
        month0=_bent("dies laufend", "en em es", "monat monats"),
        month1=_bent("nächst kommend", "en er", "monat monats"),
        year_1=_bent("letzt vergangen vorig", "es en", "jahr jahres") + ",im vorjahr",
        year0=_bent("dies laufend", "es em en", "jahr jahres") + ",heuer",
        year1=_bent("nächst kommend", "es en", "jahr jahres"),
        weekend_1=_bent("letzt vergangen", "es en", "wochenende"),
        weekend0=_bent("dies", "es em", "wochenende") + ",am wochenende",
        weekend1=_bent("nächst kommend", "es en", "wochenende"),
    ),
    units={
        **_units("tag|tage|tagen woche|wochen monat|monate|monaten jahr|jahre|jahren"),
        "jahrzehnt": "decade",
        "jahrzehnten": "decade",
    },
    numbers=_numbered(
        "einem|einer|ein|eine zwei drei vier fünf sechs sieben acht neun zehn elf zwölf"
    ),
    before_year=_list(
        "im jahr,im jahre,seit,bis,ab,von,vor,nach,anfang,ende,mitte,seit dem jahr,"
        "um,des jahres,in den jahren,zwischen,und,jahr,zum jahr,ab mitte,ab anfang,ab ende,"
        "bis mitte,bis anfang,bis ende,seit mitte"
    ),
    before_month=_list("im,seit,bis,ab,anfang,ende,mitte,seit anfang,seit ende,von,vom"),
    before_weekday=_list("am,seit,bis,ab,vom,am späten,am frühen,bis zum"),
    since=_list("seit,ab"),
    ago=("vor {n} {unit}",),
    past=_list("letzten,vergangenen,vorigen,letzter,vergangener"),
    coming=_list("nächsten,kommenden,nächster,kommender"),
    this=_list("diesen,diesem,dieser"),
    will=_list("wird,werden,soll,sollen,geplant,will,wollen,steht bevor"),
    between=_list("zwischen,von,vom"),
    connect=_list("und,bis,bis zum"),
    around=_list("um,etwa"),
    century=_list("jahrhundert,jahrhunderts"),
    later=(("{n} {unit} zuvor", -1), ("{n} {unit} später", 1), ("{n} {unit} danach", 1)),
    seasons=_numbered("frühling|frühjahr sommer herbst winter"),
    parts=_list("anfang,mitte,ende,frühen,späten,mittleren,anfang der,mitte der,ende der"),
    ordinals=_numbered(
        "ersten|erstes|erste zweiten|zweites|zweite dritten|drittes|dritte vierten|viertes|vierte"
    ),
    until=_list("bis,bis zum"),
    quarter=_list("quartal,quartals"),
    portions=_numbered("ersten|erste zweiten|zweite dritten|dritte vierten|vierte")
    | {"letzten": -1, "letzte": -1},
    portion_units={"woche": "week", "tagen": "days", "tage": "days", "hälfte": "half"},
    decades=_decades(
        "der {} jahre,den {}n jahren,die {} jahre,den {} jahren,der {}jahre,den {}jahren",
        "zwanziger dreißiger vierziger fünfziger sechziger siebziger achtziger neunziger",
    ),
    feasts=_feasts(
        "heiligabend = 12-24,silvester = 12-31,neujahr = 01-01,karfreitag = easter-2,"
        "ostersonntag = easter+0,ostermontag = easter+1,pfingstmontag = easter+50,"
        "pfingstsonntag = easter+49,weihnachten = ~12-25,ostern = ~easter+0,pfingsten = ~easter+49"
    ),
)
FRENCH = DateWords(
    months=_numbered(
        "janvier février mars avril mai juin juillet août|aout septembre octobre novembre décembre"
    ),
    weekdays=_numbered("lundi mardi mercredi jeudi vendredi samedi dimanche", 0),
    days={
        "aujourd'hui": 0,
        "aujourd’hui": 0,
        "ce matin": 0,
        "ce soir": 0,
        "hier": -1,
        "hier soir": -1,
        "avant-hier": -2,
        "demain": 1,
        "après-demain": 2,
    },
    periods=_periods(
        week_1="la semaine dernière,la semaine passée",
        week0="cette semaine",
        week1="la semaine prochaine",
        month_1="le mois dernier,le mois passé",
        month0="ce mois-ci",
        month1="le mois prochain",
        year_1="l'an dernier,l’an dernier,l'année dernière,l’année dernière,l'an passé,l’an passé",
        year0="cette année",
        year1="l'an prochain,l’an prochain,l'année prochaine,l’année prochaine",
        weekend_1="le week-end dernier",
        weekend0="ce week-end",
        weekend1="le week-end prochain",
    ),
    units=_units("jour|jours semaine|semaines mois an|ans|année|années"),
    numbers=_numbered("un|une deux trois quatre cinq six sept huit neuf dix onze douze"),
    before_year=_list(
        "en,depuis,dès,avant,après,jusqu'en,jusqu’en,fin,début,mi,de,vers,"
        "l'année,l’année,entre,et,à,à partir de,courant"
    ),
    before_month=_list(
        "en,depuis,fin,début,mi,dès,jusqu'en,jusqu’en,au mois de,de,à partir de,courant"
    ),
    before_weekday=_list("ce,le,depuis,dès,avant,jusqu'à,jusqu’à,"),
    since=_list("depuis,dès,à partir de"),
    ago=("il y a {n} {unit}", "voici {n} {unit}"),
    past=_list("dernier,passé"),
    coming=_list("prochain"),
    this=_list("ce,cette"),
    will=_list("sera,seront,aura,auront,doit,devrait,devra,va,vont,prévu,prévue"),
    of=_list("de"),
    between=_list("entre,du,de"),
    connect=_list("et,au,à"),
    around=_list("vers"),
    century=_list("siècle"),
    later=(("{n} {unit} plus tôt", -1), ("{n} {unit} auparavant", -1), ("{n} {unit} plus tard", 1)),
    seasons=_numbered("printemps été automne hiver"),
    portions=_numbered("première|premier deuxième|seconde|second troisième quatrième")
    | {"dernière": -1, "derniers": -1, "premiers": 1},
    portion_units={
        "semaine": "week",
        "jours": "days",
        "moitié": "half",
        "semestre": "half",
        "quinzaine": "half",
    },
    decades=_decades(
        "années {}",
        "vingt trente quarante cinquante soixante soixante-dix quatre-vingt|quatre-vingts "
        "quatre-vingt-dix",
    ),
    feasts=_feasts(
        "vendredi saint = easter-2,lundi de pâques = easter+1,dimanche de pâques = easter+0,"
        "noël = ~12-25,pâques = ~easter+0"
    ),
)
SPANISH = DateWords(
    months=_numbered(
        "enero febrero marzo abril mayo junio julio agosto septiembre|setiembre "
        "octubre noviembre diciembre"
    ),
    weekdays=_numbered("lunes martes miércoles jueves viernes sábado domingo", 0),
    days={
        "hoy": 0,
        "esta mañana": 0,
        "esta tarde": 0,
        "esta noche": 0,
        "ayer": -1,
        "anoche": -1,
        "anteayer": -2,
        "antier": -2,
        "pasado mañana": 2,
    },
    periods=_periods(
        week_1="la semana pasada,la pasada semana",
        week0="esta semana",
        week1="la próxima semana,la semana próxima,la semana que viene",
        month_1="el mes pasado,el pasado mes",
        month0="este mes",
        month1="el próximo mes,el mes próximo,el mes que viene",
        year_1="el año pasado,el pasado año,año pasado,pasado año",
        year0="este año",
        year1="el próximo año,el año próximo,el año que viene",
        weekend_1="el fin de semana pasado,el pasado fin de semana",
        weekend0="este fin de semana",
        weekend1="el próximo fin de semana",
    ),
    units=_units("día|días semana|semanas mes|meses año|años"),
    numbers=_numbered("un|una dos tres cuatro cinco seis siete ocho nueve diez once doce"),
    before_year=_list(
        "en,desde,hasta,antes de,después de,a finales de,a principios de,"
        "a mediados de,finales de,principios de,de,del año,el año,en el año,entre,y,"
        "a,hacia,del"
    ),
    before_month=_list(
        "en,desde,hasta,a finales de,a principios de,a mediados de,de,el mes de,en el mes de"
    ),
    before_weekday=_list("el,este,del,desde el,hasta el,al"),
    since=_list("desde,desde el"),
    ago=("hace {n} {unit}",),
    past=_list("pasado,el pasado,último"),
    coming=_list("próximo,el próximo,que viene"),
    this=_list("este"),
    will=_list("será,serán,tendrá,va a,van a,prevé,prevista,previsto"),
    of=_list("de,del"),
    between=_list("entre,del,de,desde"),
    connect=_list("y,y el,al,a,hasta"),
    around=_list("hacia"),
    century=_list("siglo"),
    later=(("{n} {unit} antes", -1), ("{n} {unit} después", 1), ("{n} {unit} más tarde", 1)),
    seasons=_numbered("primavera verano otoño invierno"),
    portions=_numbered("primera|primer|primeros segunda|segundo tercera|tercer cuarta")
    | {"última": -1, "último": -1, "últimos": -1},
    portion_units={
        "semana": "week",
        "días": "days",
        "mitad": "half",
        "semestre": "half",
        "quincena": "half",
    },
    decades=_decades(
        "años {}",
        "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    ),
    feasts=_feasts(
        "nochebuena = 12-24,nochevieja = 12-31,año nuevo = 01-01,viernes santo = easter-2,"
        "domingo de resurrección = easter+0,navidad = ~12-25"
    ),
)
ITALIAN = DateWords(
    months=_numbered(
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre "
        "novembre dicembre"
    ),
    weekdays=_numbered("lunedì martedì mercoledì giovedì venerdì sabato domenica", 0),
    days={
        "oggi": 0,
        "stamattina": 0,
        "stamane": 0,
        "stasera": 0,
        "ieri": -1,
        "ieri sera": -1,
        "l'altro ieri": -2,
        "l’altro ieri": -2,
        "domani": 1,
        "dopodomani": 2,
    },
    periods=_periods(
        week_1="la settimana scorsa,la scorsa settimana",
        week0="questa settimana",
        week1="la prossima settimana,la settimana prossima",
        month_1="il mese scorso,lo scorso mese",
        month0="questo mese",
        month1="il prossimo mese,il mese prossimo",
        year_1="anno scorso,l'anno scorso,l’anno scorso,lo scorso anno",
        year0="quest'anno,quest’anno",
        year1="il prossimo anno,l'anno prossimo,l’anno prossimo",
        weekend_1="lo scorso fine settimana",
        weekend0="questo fine settimana",
        weekend1="il prossimo fine settimana",
    ),
    units=_units("giorno|giorni settimana|settimane mese|mesi anno|anni"),
    numbers=_numbered("un|una|uno due tre quattro cinque sei sette otto nove dieci undici dodici"),
    before_year=_list(
        "nel,dal,del,fino al,entro il,prima del,dopo il,alla fine del,all'inizio del,"
        "all’inizio del,a metà del,tra il,e il,verso il,il"
    ),
    before_month=_list(
        "a,in,da,di,dallo scorso,nel mese di,a fine,a inizio,a metà,entro,fino a,ad"
    ),
    before_weekday=_list("di,nella giornata di,da,entro,fino a,"),
    since=_list("dal,da,dallo scorso"),
    ago=("{n} {unit} fa",),
    past=_list("scorso,scorsa,lo scorso,passato"),
    coming=_list("prossimo,prossima,il prossimo"),
    this=_list("questo,questa"),
    will=_list("sarà,saranno,avrà,dovrà,si terrà,previsto,prevista"),
    of=_list("di,del"),
    between=_list("tra il,dal,fra il"),
    connect=_list("e il,al"),
    around=_list("verso il"),
    century=_list("secolo"),
    later=(("{n} {unit} prima", -1), ("{n} {unit} dopo", 1), ("{n} {unit} più tardi", 1)),
    seasons=_numbered("primavera estate autunno inverno"),
    portions=_numbered("prima|primi seconda terza quarta") | {"ultima": -1, "ultimi": -1},
    portion_units={"settimana": "week", "giorni": "days", "metà": "half"},
    decades=_decades(
        "anni {}",
        "venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
    ),
    feasts=_feasts(
        "capodanno = 01-01,venerdì santo = easter-2,pasquetta = easter+1,natale = ~12-25,"
        "pasqua = ~easter+0"
    ),
)
PORTUGUESE = DateWords(
    months=_numbered(
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"
    ),
    weekdays=_numbered(
        "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo", 0
    ),
    days={
        "hoje": 0,
        "esta manhã": 0,
        "esta noite": 0,
        "ontem": -1,
        "anteontem": -2,
        "amanhã": 1,
        "depois de amanhã": 2,
    },
    periods=_periods(
        week_1="na semana passada,semana passada",
        week0="esta semana,nesta semana",
        week1="na próxima semana,próxima semana,na semana que vem",
        month_1="no mês passado,mês passado",
        month0="este mês,neste mês",
        month1="no próximo mês,próximo mês,no mês que vem",
        year_1="no ano passado,ano passado",
        year0="este ano,neste ano",
        year1="no próximo ano,próximo ano,no ano que vem",
        weekend_1="no fim de semana passado,no último fim de semana",
        weekend0="neste fim de semana,este fim de semana",
        weekend1="no próximo fim de semana",
    ),
    units=_units("dia|dias semana|semanas mês|meses ano|anos"),
    numbers=_numbered("um|uma dois|duas três quatro cinco seis sete oito nove dez onze doze"),
    before_year=_list(
        "em,desde,até,de,antes de,depois de,no ano de,no final de,no início de,"
        "em meados de,entre,e,a,por volta de"
    ),
    before_month=_list("em,desde,até,de,no final de,no início de,em meados de,no mês de"),
    before_weekday=_list("na,no,nesta,neste,desde,até,da,do"),
    since=_list("desde,a partir de"),
    ago=("há {n} {unit}", "{n} {unit} atrás", "faz {n} {unit}"),
    past=_list("passado,passada,último,última,na última,no último"),
    coming=_list("próximo,próxima,na próxima,no próximo,que vem"),
    this=_list("este,esta,neste,nesta"),
    will=_list("será,serão,terá,vai,vão,deve,deverá,previsto,prevista"),
    of=_list("de,do"),
    between=_list("entre,de"),
    connect=_list("e,a,até"),
    around=_list("por volta de"),
    century=_list("século"),
    later=(("{n} {unit} antes", -1), ("{n} {unit} depois", 1), ("{n} {unit} mais tarde", 1)),
    seasons=_numbered("primavera verão outono inverno"),
    portions=_numbered("primeira|primeiro|primeiros segunda|segundo terceira quarta")
    | {"última": -1, "último": -1, "últimos": -1},
    portion_units={
        "semana": "week",
        "dias": "days",
        "metade": "half",
        "semestre": "half",
        "quinzena": "half",
    },
    decades=_decades(
        "anos {}",
        "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
    ),
    feasts=_feasts(
        "ano novo = 01-01,sexta-feira santa = easter-2,véspera de natal = 12-24,natal = ~12-25"
    ),
)
DUTCH = DateWords(
    months=_numbered(
        "januari|jan februari|feb maart april|apr mei juni|jun juli|jul augustus|aug "
        "september|sep|sept oktober|okt november|nov december|dec"
    ),
    weekdays=_numbered("maandag dinsdag woensdag donderdag vrijdag zaterdag zondag", 0),
    days={
        "vandaag": 0,
        "vanochtend": 0,
        "vanmorgen": 0,
        "vanmiddag": 0,
        "vanavond": 0,
        "gisteren": -1,
        "gisteravond": -1,
        "eergisteren": -2,
        "morgen": 1,
        "overmorgen": 2,
    },
    periods=_periods(
        week_1="vorige week,afgelopen week",
        week0="deze week",
        week1="volgende week,komende week",
        month_1="vorige maand,afgelopen maand",
        month0="deze maand",
        month1="volgende maand,komende maand",
        year_1="vorig jaar,afgelopen jaar",
        year0="dit jaar",
        year1="volgend jaar,komend jaar",
        weekend_1="afgelopen weekend,vorig weekend",
        weekend0="dit weekend",
        weekend1="komend weekend,volgend weekend",
    ),
    units=_units("dag|dagen week|weken maand|maanden jaar|jaren"),
    numbers=_numbered("een|één twee drie vier vijf zes zeven acht negen tien elf twaalf"),
    before_year=_list(
        "in,sinds,tot,vanaf,voor,na,van,begin,eind,medio,in het jaar,rond,tussen,en,"
        "sinds begin,sinds eind"
    ),
    before_month=_list("in,sinds,tot,vanaf,begin,eind,medio,van,half"),
    before_weekday=_list("op,sinds,tot,vanaf,afgelopen,"),
    since=_list("sinds,vanaf,sinds begin,sinds eind"),
    ago=("{n} {unit} geleden",),
    past=_list("vorige,afgelopen"),
    coming=_list("volgende,komende,aanstaande"),
    this=_list("deze,dit"),
    will=_list("zal,zullen,gaat,gaan,wordt,moet,gepland"),
    of=_list("van"),
    between=_list("tussen,van"),
    connect=_list("en,tot,tot en met,t/m"),
    around=_list("rond,omstreeks"),
    century=_list("eeuw"),
    later=(("{n} {unit} eerder", -1), ("{n} {unit} later", 1)),
    seasons=_numbered("lente|voorjaar zomer herfst|najaar winter"),
    portions=_numbered("eerste tweede derde vierde") | {"laatste": -1},
    portion_units={"week": "week", "dagen": "days", "helft": "half"},
    decades=_decades(
        "jaren {}",
        "twintig dertig veertig vijftig zestig zeventig tachtig negentig",
    ),
    feasts=_feasts(
        "kerstavond = 12-24,eerste kerstdag = 12-25,tweede kerstdag = 12-26,oudejaarsavond = 12-31,"
        "nieuwjaarsdag = 01-01,goede vrijdag = easter-2,eerste paasdag = easter+0,"
        "tweede paasdag = easter+1,kerst = ~12-25,pasen = ~easter+0"
    ),
)
RUSSIAN = DateWords(
    months=_numbered(
        "января|январе|январь февраля|феврале|февраль марта|марте|март "
        "апреля|апреле|апрель мая|мае|май июня|июне|июнь июля|июле|июль "
        "августа|августе|август сентября|сентябре|сентябрь октября|октябре|октябрь "
        "ноября|ноябре|ноябрь декабря|декабре|декабрь"
    ),
    weekdays=_numbered(
        "понедельник вторник среду|среда четверг пятницу|пятница субботу|суббота воскресенье", 0
    ),
    days={"сегодня": 0, "вчера": -1, "позавчера": -2, "завтра": 1, "послезавтра": 2},
    periods=_periods(
        week_1="на прошлой неделе,на минувшей неделе",
        week0="на этой неделе",
        week1="на следующей неделе,на будущей неделе",
        month_1="в прошлом месяце",
        month0="в этом месяце",
        month1="в следующем месяце",
        year_1="в прошлом году,прошлого года",
        year0="в этом году,в нынешнем году,этого года",
        year1="в следующем году,в будущем году",
        weekend_1="в минувшие выходные,в прошлые выходные",
        weekend0="в эти выходные",
        weekend1="в ближайшие выходные",
    ),
    units=_units("день|дня|дней неделю|недели|недель месяц|месяца|месяцев год|года|лет"),
    numbers=_numbered(
        "один|одну два|две три четыре пять шесть семь восемь девять десять одиннадцать двенадцать"
    ),
    before_year=_list("в,с,до,к,после,около,в начале,в конце,в середине,с начала,между"),
    before_month=_list("в,с,до,к,в начале,в конце,в середине,начале,конце"),
    before_weekday=_list("в,во,с,до"),
    since=_list("с,начиная с"),
    ago=("{n} {unit} назад", "{unit} назад"),
    past=_list("прошлый,прошлую,прошлом,минувший,минувшую"),
    coming=_list("следующий,следующую,ближайший,ближайшую"),
    this=_list("этот,эту,этом,нынешнем"),
    will=_list("будет,будут,пройдет,пройдёт,состоится,планируется,должен,должна"),
    behind_year=_list("года,году,год,г."),
    between=_list("с,между"),
    connect=_list("по,до,и"),
    around=_list("около"),
    century=_list("века,веке,век"),
    later=(("{n} {unit} спустя", 1), ("через {n} {unit}", 1)),
    seasons=_numbered("весной|весны летом|лета осенью|осени зимой|зимы"),
)
#: By ISO 639-1 code.
LANGUAGES: Mapping[str, DateWords] = {
    "en": ENGLISH,
    "de": GERMAN,
    "fr": FRENCH,
    "es": SPANISH,
    "it": ITALIAN,
    "pt": PORTUGUESE,
    "nl": DUTCH,
    "ru": RUSSIAN,
}
