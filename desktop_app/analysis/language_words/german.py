"""German."""

from __future__ import annotations

from desktop_app.analysis.language_words.language_words import LanguageWords, words

GERMAN = LanguageWords(
    language="de",
    capital_nouns=True,
    stops=words(
        """
        beim ins ans aufs ums fürs ihres ihrem der die das dem den des ein eine einer eines einem
        einen und oder aber doch denn wenn weil dass ob als wie wo wer was wen wem warum er sie es
        wir ihr ich du man sich im am in an auf aus bei mit nach seit von vom vor zu zum zur über
        unter zwischen gegen für ohne um auch nicht noch nur schon sehr so dann jetzt heute gestern
        morgen bis durch während wegen trotz laut neben hinter innerhalb außerhalb statt dieser
        diese dieses diesen diesem jener jene viele viel einige alle alles mehr hier dort da daher
        deshalb dennoch trotzdem leider außerdem zudem dabei damit danach davor allerdings
        inzwischen zuletzt bereits zunächst später schließlich jedoch hingegen dagegen etwa rund
        kaum fast nun erst ebenso sowie sowohl weder mein meine dein deine sein seine seiner seinem
        seinen seines unser unsere unserer euer ihre ihren ihrer kein keine keiner hat haben hatte
        hatten ist sind war waren wird werden wurde wurden kann können konnte soll sollen sollte
        muss müssen musste will wollen wollte darf dürfen beide beiden ab dank per via pro je jeder
        jede jedes jeden ganz gerade genau obwohl sobald solange nachdem bevor ehe falls samt
        mitsamt gemeinsam besonders allem zwei drei vier fünf sechs sieben acht neun zehn elf zwölf
        erste ersten zweite zweiter dritte dritter letzte letzten nächste nächsten neue neuen neuer
        neues alte alten große großer guten gute rote roten rotes
        """
    ),
    offices=words(
        """
        lord lady sir mr mrs miss herr herrn frau fräulein dr prof doktor professor professorin
        dipl-ing ingenieur ingenieurin pater schwester pastor pastorin pfarrer pfarrerin papst
        bischof bischöfin erzbischof kardinal könig königin kaiser kaiserin prinz prinzessin graf
        gräfin fürst fürstin herzog herzogin präsident präsidentin kanzler kanzlerin minister
        ministerin premier premierminister premierministerin regierungschef regierungschefin
        staatschef senator senatorin bürgermeister bürgermeisterin landrat landrätin stadtrat
        stadträtin gouverneur gouverneurin botschafter botschafterin gesandter abgeordneter
        abgeordnete abgeordneten sprecher sprecherin vorsitzender vorsitzende vorsitzenden chef
        chefin direktor direktorin intendant intendantin leiter leiterin geschäftsführer
        geschäftsführerin vorstand gründer gründerin inhaber inhaberin trainer trainerin torhüter
        torhüterin torwart stürmer stürmerin verteidiger verteidigerin kapitän mittelfeldspieler
        spieler spielerin läufer läuferin sprinter rennfahrer weltmeister olympiasieger profi
        richterin staatsanwalt staatsanwältin anwalt anwältin rechtsanwalt rechtsanwältin notar
        notarin kommissar kommissarin polizist polizistin zeuge zeugin general oberst leutnant
        hauptmann admiral autor autorin schriftsteller schriftstellerin dichter dichterin lyriker
        lyrikerin journalist journalistin reporter reporterin redakteur redakteurin moderator
        moderatorin kritiker kritikerin verleger verlegerin schauspieler schauspielerin regisseur
        regisseurin sänger sängerin musiker musikerin komponist komponistin dirigent dirigentin
        pianist pianistin geiger geigerin maler malerin bildhauer bildhauerin künstler künstlerin
        fotograf fotografin architekt architektin historiker historikerin soziologe soziologin
        biologe biologin physiker physikerin chemiker chemikerin arzt ärztin virologe virologin
        ökonom ökonomin forscherin wissenschaftler wissenschaftlerin philosoph philosophin
        psychologe psychologin unternehmer unternehmerin landwirt landwirtin bäcker winzer aktivist
        aktivistin experte expertin berater beraterin sekretär sekretärin generalsekretär
        generalsekretärin außenbeauftragte kommissionspräsidentin bruder sohn tochter vater mutter
        ehefrau ehemann witwe witwer freund freundin nachbar nachbarin kollege kollegin nachfolger
        nachfolgerin vorgänger vorgängerin kandidat kandidatin spitzenkandidat spitzenkandidatin
        oppositionsführer präses rabbiner imam scheich richter landsmann landsfrau
        """
    ),
    courtesy=words(
        """
        lord lady sir mr mrs miss herr herrn frau fräulein dr prof professor professorin papst könig
        königin
        """
    ),
    office_endings=(
        "minister", "ministerin", "präsident", "präsidentin", "kanzler", "kanzlerin", "sprecher",
        "sprecherin", "meister", "meisterin", "chef", "chefin", "leiter", "leiterin", "trainer",
        "trainerin", "direktor", "direktorin", "anwalt", "anwältin", "experte", "expertin",
        "forscher", "forscherin", "spieler", "spielerin", "politiker", "politikerin", "kommissar",
        "kommissarin", "vorsitzende", "vorsitzender", "abgeordnete", "abgeordneter", "beauftragte",
        "beauftragter", "sieger", "siegerin", "darsteller", "darstellerin", "vorstand", "fahrer",
        "fahrerin", "schriftsteller", "professor", "professorin", "senator", "senatorin", "rätin",
        "sekretär", "sekretärin", "kandidat", "kandidatin", "gründer", "gründerin", "star",
        "autor", "autorin", "künstler", "künstlerin", "wissenschaftler", "wissenschaftlerin",
        "ökonom", "ökonomin", "kapitän", "referent", "referentin", "funktionär", "obmann", "wart",
        "führer", "führerin", "händler", "händlerin", "läufer", "läuferin", "sänger", "sängerin",
    ),
    speech=words(
        """
        trafen traten siegten sagten erklärten forderten sprachen schrieben kamen sagt sagte sagen
        erklärt erklärte betont betonte meint meinte teilt teilte berichtet berichtete kündigt
        kündigte fordert forderte warnt warnte kritisiert kritisierte lobt lobte spricht sprach
        schreibt schrieb weist wies nennt nannte bezeichnet bezeichnete verspricht versprach räumt
        bestätigt bestätigte verweist verwies hofft hoffte glaubt glaubte findet fand antwortet
        antwortete ergänzt ergänzte würdigt würdigte gratuliert gratulierte gewann siegte traf trat
        starb studierte wuchs lebt lebte reist reiste besuchte empfing eröffnete unterzeichnete
        lehnt lehnte zeigt zeigte
        """
    ),
    things=words(
        """
        nobel bank sparkasse ag gmbh kg se holding konzern verlag partei fraktion union bund
        bundestag bundesrat bundeswehr ministerium amt behörde kammer verband verein gesellschaft
        gewerkschaft kommission rat gericht landgericht amtsgericht oberlandesgericht
        bundesgerichtshof polizei feuerwehr theater oper museum galerie kirche dom hochschule klinik
        klinikum kreuz liga pokal cup league united city open park see berg wald insel hafen bahnhof
        flughafen zeitung anzeiger nachrichten rundschau fernsehen radio bahn express allee
        allgemeine tageszeitung spiegel nationalpark platz straße gasse weg brücke turm tor markt
        viertel festspiele festival preis orchester philharmoniker chor ensemble band fc sv vfl vfb
        tsv sc eintracht borussia hertha hansa republik staaten reich reichs europa welt tag reform
        gesetz plan krieg
        """
    ),
    named=words(
        """
        palast schloss saint universität stiftung institut gymnasium schule gesamtschule grundschule
        krankenhaus haus straße platz allee stadion arena halle flughafen kaserne sankt st hurrikan
        orkan tief hoch sturmtief taifun schiff fregatte yacht tanker
        """
    ),
    thing_endings=(
        "straße", "platz", "bank", "allee", "gasse", "preis", "stiftung", "institut", "haus",
        "verlag", "partei", "verband", "ministerium", "gesellschaft", "zeitung", "halle", "arena",
        "stadion", "schule", "universität", "brücke", "theater", "gericht", "verein", "werk",
        "werke", "amt", "park", "konzern", "gruppe", "land", "kirche", "liga",
    ),
    nouns=words(
        """
        strand wiener berliner hamburger kölner münchner münchener frankfurter zürcher berner bremer
        leipziger dresdner stuttgarter düsseldorfer dortmunder essener nürnberger hannoveraner
        salzburger grazer linzer basler pariser londoner brüsseler moskauer kiewer new linien rand
        wille tod mal text beste schwarz blau weiß reine folgen baby server urlaub pause strom
        volkswiderstand menge wahl wahlen managerin regionen acker pferd felder großvater großmutter
        sorge sorgen jahr jahre jahren jahres tag tage tagen woche wochen monat monate monaten
        stunde stunden minute minuten uhr zeit montag dienstag mittwoch donnerstag freitag samstag
        sonntag januar februar märz april mai juni juli august september oktober november dezember
        frühjahr sommer herbst winter mensch menschen mann männer frauen kind kinder leute bürger
        volk staat staaten land länder stadt städte dorf gemeinde region welt europa politik
        wirtschaft regierung opposition koalition union grünen grüne liberale sozialdemokraten linke
        linken cdu spd streit kritik vorwurf vorschlag plan pläne gesetz gesetze urteil prozess haft
        klage anklage gericht polizei täter opfer zeugen unfall feuer brand schaden geld euro preis
        preise kosten prozent million millionen milliarden umsatz gewinn verlust markt firma
        unternehmen betrieb betriebe werk arbeit arbeiter stelle stellen spiel spiele tor tore sieg
        niederlage saison mannschaft team ball platz runde halbzeit buch bücher roman film filme
        musik konzert bühne kunst bild bilder ausstellung leben ende anfang beginn fall grund gründe
        frage fragen antwort problem lösung ziel weg seite teil zahl zahlen reihe ort haus häuser
        straße wasser luft licht hand kopf herz auge augen vater mutter familie eltern sohn tochter
        liebe krieg frieden angriff waffen soldaten truppen armee hilfe kraft druck lage bericht
        angaben art bau revision jungen knochen joker runden auto zug züge bahn bus flugzeug schiff
        gott kirche glaube schule schüler lehrer studenten universität forscher studie ergebnis
        ergebnisse deutsche deutscher deutschen deutschland franzosen franzose russen russe
        amerikaner briten brite europäer schweizer österreicher norweger schwede schweden italiener
        spanier türke polen pole chinese chinesen ukrainer wir dank soziologe werkself
        """
    ),
    noun_endings=(
        "ung", "ungen", "heit", "heiten", "keit", "keiten", "schaft", "schaften", "tion", "tionen",
        "ität", "nis", "nisse", "ismus", "tum", "ling", "linge", "ische", "ischer", "ischen",
        "isches", "ischem", "mente", "ment", "zeug", "stoff", "preise", "bericht", "leute",
    ),
    prepositions=words("von zu "),
    late_particles=words("der den dem das la le"),
    articles=words(
        """
        der die das den dem des ein eine einen einem einer eines im am zum zur vom beim ins ans kein
        keine keinen dieser diese dieses diesen diesem jeder jede jedes mein meine sein seine seinen
        seinem seiner ihr ihre ihren ihrem ihrer unser unsere unseren unserem
        """
    ),
    conjunctions=words("und sowie"),
    particles=words(
        """
        von van zu der den de la di da del al bin ben el le du ten
        """
    ),
)  # fmt: skip
