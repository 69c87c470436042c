"""Polish; nouns stand in the nominative, their cases are `name_cases`' business."""

from __future__ import annotations

from desktop_app.analysis.language_words.language_words import LanguageWords, words

POLISH = LanguageWords(
    language="pl",
    stops=words(
        """
        i a o u w z we ze na do od po pod nad przed przez przy dla bez za między według mimo wobec
        podczas oprócz zamiast wśród oraz ale lecz jednak więc zatem bo ponieważ gdy kiedy jeśli
        jeżeli choć że żeby aby by czy nie tak też także również już jeszcze tylko nawet bardzo tu
        tam teraz dziś dzisiaj wczoraj jutro potem później wcześniej następnie wtedy zawsze nigdy on
        ona ono oni one ja ty my wy go jego jej ich mu im mnie nas was się to ten ta te ci tego tej
        tych temu tym tą który która które którzy kto co gdzie jak dlaczego ile jaki jaka jakie swój
        swoje mój moja nasz nasza wasz każdy każda wszyscy wszystkie wszystko inny inna inne nikt
        nic ktoś coś sam sama dwa dwie trzy cztery pięć sześć siedem osiem dziewięć dziesięć
        pierwszy pierwsza drugi druga trzeci ostatni ostatnia nowy nowa nowe wielki wielka stary
        jest są był była było byli będzie będą ma mają miał miała może mogą musi chce poniedziałek
        wtorek środa czwartek piątek sobota niedziela styczeń luty marzec kwiecień maj czerwiec
        lipiec sierpień wrzesień październik listopad grudzień zdaniem zmarł zmarła urodził urodziła
        nowo około ponad obok
        """
    ),
    offices=words(
        """
        lord lady sir mr mrs miss pan pani państwo panna dr doktor prof profesor profesorka mgr inż
        ks ksiądz ojciec brat siostra biskup arcybiskup kardynał papież rabin imam król królowa
        książę księżna księżniczka cesarz prezydent prezydentka wiceprezydent premier wicepremier
        minister ministra wiceminister sekretarz podsekretarz kanclerz kanclerka marszałek
        marszałkini wicemarszałek wicemarszałkini poseł posłanka europoseł europosłanka senator
        senatorka radny radna burmistrz wójt starosta wojewoda ambasador rzecznik rzeczniczka szef
        szefowa lider liderka przewodniczący przewodnicząca prezes prezeska wiceprezes dyrektor
        dyrektorka kierownik kierowniczka właściciel właścicielka założyciel założycielka
        przedsiębiorca biznesmen komisarz kandydat kandydatka opozycjonista generał pułkownik major
        kapitan porucznik admirał komendant sędzia prokurator prokuratorka adwokat adwokatka mecenas
        radca obrońca pełnomocnik notariusz świadek oskarżony podejrzany policjant pisarz pisarka
        powieściopisarz poeta poetka autor autorka dziennikarz dziennikarka publicysta publicystka
        redaktor redaktorka wydawca krytyk filozof filozofka historyk historyczka socjolog
        socjolożka politolog ekonomista ekonomistka badacz badaczka naukowiec biolog fizyk chemik
        lekarz lekarka chirurg wirusolog pielęgniarka psycholog psycholożka aktor aktorka reżyser
        reżyserka scenarzysta scenarzystka operator piosenkarz piosenkarka wokalista wokalistka
        muzyk kompozytor kompozytorka dyrygent dyrygentka pianista pianistka skrzypek skrzypaczka
        tancerz malarz malarka rzeźbiarz rzeźbiarka artysta artystka fotograf architekt architektka
        kurator kuratorka satyryk prezenter prezenterka trener trenerka selekcjoner bramkarz
        napastnik pomocnik piłkarz piłkarka zawodnik zawodniczka tenisista tenisistka kolarz skoczek
        biegacz biegaczka mistrz mistrzyni sportowiec amerykanka amerykanin francuz niemka niemiec
        rosjanka rosjanin hiszpanka brytyjka rolnik aktywista aktywistka działacz działaczka
        związkowiec student studentka syn córka matka mąż żona wdowa wdowiec partner partnerka
        przyjaciel przyjaciółka kolega koleżanka sąsiad sąsiadka następca następczyni poprzednik
        rektor rektorka dziekan proboszcz
        """
    ),
    courtesy=words(
        """
        lord lady sir mr mrs miss pan pani panna ksiądz ks papież król królowa brat siostra mąż żona
        syn córka
        """
    ),
    speech=words(
        """
        powiedział powiedziała mówi mówił mówiła dodał dodała stwierdził stwierdziła podkreślił
        podkreśliła oświadczył oświadczyła zapowiedział zapowiedziała poinformował poinformowała
        przyznał przyznała odpowiedział odpowiedziała skrytykował skrytykowała ocenił oceniła
        zaznaczył zaznaczyła napisał napisała uważa twierdzi przekonuje zapewnił zapewniła zauważył
        ostrzegł wyjaśnił wyjaśniła pokonał pokonała wygrał wygrała strzelił strzeliła podpisał
        podpisała zagrał zagrała odwiedził chwalił
        """
    ),
    things=words(
        """
        hala jezioro schronisko dolina rzeka las nobel bank giełda spółka grupa firma sejm senat
        parlament rząd rada sąd trybunał prokuratura ministerstwo resort urząd państwo
        rzeczpospolita unia partia ruch front sojusz koalicja konfederacja platforma prawo
        sprawiedliwość lewica federacja związek stowarzyszenie komitet komisja agencja biuro centrum
        pałac zamek park góra wieża most brama dworzec stacja port wyspa morze ocean zatoka wybrzeże
        stadion puchar liga legia lech wisła cracovia widzew festiwal orkiestra filharmonia opera
        teatr muzeum galeria katedra kościół bazylika meczet gazeta dziennik telewizja radio
        wydawnictwo policja straż wojsko armia siły obrona edukacja zdrowie kultura szkoła akademia
        politechnika północ południe wschód zachód europa ameryka azja afryka igrzyska plan ustawa
        narodowy główny śląsk okręgowy krajowy
        """
    ),
    named=words(
        """
        pałac zamek ulica ul aleja al plac pl rondo szkoła liceum gimnazjum uniwersytet szpital
        klinika fundacja instytut nagroda stadion lotnisko most muzeum teatr biblioteka centrum park
        osiedle huragan orkan cyklon statek fregata imienia im święty święta św pomnik cmentarz
        """
    ),
    nouns=words(
        """
        polak polka polski polska polskie niemcy niemiecki amerykański rosyjski rosjanie ukraiński
        ukrainiec francuski brytyjski europejski włoski hiszpański czeski izraelski chiński warszawa
        kraków gdańsk łódź wrocław poznań lublin szczecin katowice berlin paryż londyn moskwa kijów
        bruksela waszyngton europa rosja ukraina francja włochy hiszpania wielka brytania ameryka
        chiny powieść książka film spektakl izrael czechy opozycja sztab dolny górny
        """
    ),
    late_particles=words("den la le"),
    conjunctions=words("i oraz"),
    particles=words("de da di van von der den la le el al bin dos del"),
)  # fmt: skip
