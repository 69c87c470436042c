"""Dutch."""

from __future__ import annotations

from desktop_app.analysis.language_words.language_words import LanguageWords, words

DUTCH = LanguageWords(
    language="nl",
    capitals_tell=True,
    stops=words(
        """
        de het een en of maar want dus als dan toen omdat hoewel terwijl wie wat waar wanneer hoe
        waarom hij zij ze wij we ik jij je u jullie er die dat dit deze zijn haar hun ons onze mijn
        in op aan bij met na naar van voor uit door over onder tegen tussen tijdens volgens sinds
        tot om te zonder binnen buiten boven achter naast rond vanaf ook niet nog al wel nu vandaag
        gisteren morgen daarna daarom daarbij daarmee verder eerder later vooral inmiddels intussen
        toch zo zeer veel meer alle alles elk elke ieder iedere geen beide twee drie vier vijf zes
        zeven acht negen tien eerste tweede derde vorige volgende nieuwe oude grote is was waren
        wordt werd heeft had hebben kan kunnen moet wil zal zou mag wellicht misschien aldus maandag
        dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni
        juli augustus september oktober november december zomer winter herfst lente
        """
    ),
    offices=words(
        """
        lord lady sir mr mrs miss meneer mevrouw dhr mevr drs dr ir prof professor heer dominee
        pastoor paus bisschop aartsbisschop kardinaal koning koningin prins prinses kroonprinses
        minister minister-president premier president vicepresident staatssecretaris kamerlid
        kamervoorzitter senator fractievoorzitter fractieleider partijleider lijsttrekker
        burgemeester oud-burgemeester wethouder gedeputeerde commissaris ambassadeur gouverneur
        kanselier bondskanselier secretaris-generaal woordvoerder woordvoerster voorzitter directeur
        directrice bestuurder topman topvrouw oprichter eigenaar hoofdredacteur redacteur journalist
        journaliste verslaggever correspondent columnist presentator presentatrice schrijver
        schrijfster auteur dichter dichteres uitgever acteur actrice regisseur cabaretier zanger
        zangeres muzikant componist dirigent pianist pianiste violist violiste sopraan tenor soliste
        solist schilder kunstenaar kunstenares fotograaf architect ontwerper curator danser danseres
        hoogleraar onderzoeker onderzoekster econoom econome historicus historica bioloog viroloog
        arts huisarts chirurg psycholoog socioloog archeoloog advocaat advocate rechter officier
        aanklager notaris getuige verdachte agent inspecteur generaal kolonel kapitein luitenant
        trainer trainster coach bondscoach aanvoerder aanvoerster doelman keeper spits verdediger
        middenvelder wielrenner wielrenster renner schaatser schaatsster wereldkampioen
        wereldkampioene kampioen zwemmer zwemster hardloopster atlete atleet tennisser tennisster
        ondernemer boer bakker activist activiste zoon dochter vader moeder broer zus vrouw man
        echtgenoot echtgenote weduwe partner vriend vriendin buurman buurvrouw collega opvolger
        opvolgster voorganger italiaanse voorman
        """
    ),
    courtesy=words(
        """
        lord lady sir mr mrs miss meneer mevrouw dhr mevr heer dominee pastoor paus koning koningin
        prins prinses vrouw
        """
    ),
    office_endings=(
        "minister", "voorzitter", "leider", "president", "trainer", "coach", "woordvoerder",
        "directeur", "hoogleraar", "schrijver", "speler", "speelster", "kampioen", "kampioene",
        "commissaris", "deskundige", "onderzoeker", "econoom", "lid", "advocaat", "burgemeester",
    ),
    speech=words(
        """
        zegt zei zeggen vertelt vertelde meldt meldde stelt stelde vindt vond noemt noemde schrijft
        schreef reageert reageerde waarschuwt waarschuwde benadrukt benadrukte legt legde laat liet
        wil wilde denkt dacht hoopt hoopte belooft beloofde erkent erkende ontkent ontkende won
        scoorde overleed stierf ontving bezocht aldus vreest verwacht speelt reist
        """
    ),
    things=words(
        """
        nobel bank kamer raad hof rechtbank ministerie partij universiteit hogeschool ziekenhuis
        politie nv bv unie bond vereniging stichting commissie planbureau bureau dienst omroep krant
        museum theater schouwburg orkest festival prijs cup league united city open stadion park
        ajax feyenoord psv fc sc az utrecht vitesse kerk paleis huis haven luchthaven station staten
        verenigde oranje republiek noord zuid oost west groep uitgeverij telegraaf volkskrant
        standaard tijd nieuws journaal noordzee
        """
    ),
    named=words(
        """
        paleis kasteel saint straat laan plein gracht kade brug school college lyceum arena stadion
        prijs universiteit instituut stichting museum ziekenhuis sint st orkaan storm huis schip
        fregat
        """
    ),
    thing_endings=(
        "straat", "laan", "plein", "gracht", "kade", "weg", "brug", "prijs", "museum",
        "stichting", "bank", "partij", "huis", "kerk", "stadion", "orkest", "tunnel", "festival",
        "haven",
    ),
    nouns=words(
        """
        nederlander nederlanders belg belgen duitser duitsers fransman fransen brit britten
        amerikaan amerikanen rus russen europeaan europeanen nederlandse belgische duitse franse
        britse amerikaanse russische europese italiaan italiaanse spaanse poolse zweedse noorse
        deense chinese turkse marokkaanse oekraïense israëlische nederlandsche nederland belgië
        duitsland frankrijk engeland groot-brittannië europa amerika oekraïne rusland china italië
        spanje polen turkije brussel parijs londen berlijn den haag bosch rotterdam amsterdam
        utrecht werkgevers onderzoekers kiezers
        """
    ),
    noun_endings=("ische", "aanse", "landse"),
    prepositions=words("van te ter"),
    late_particles=words("la"),
    conjunctions=words("en"),
    particles=words(
        """
        van der den de het ter ten te 't la von di da du el al bin ben le
        """
    ),
    articles=words("het"),
)  # fmt: skip
