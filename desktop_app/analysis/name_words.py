"""Closed lists of words that stand around names in the press: titles, roles, verbs of speech.

Words only, in lower case, of several languages at once; how they are used is told where they are.
"""

from __future__ import annotations


def words(block: str) -> frozenset[str]:
    """The words of a block of text."""
    return frozenset(block.split())


#: Courtesy forms and ranks: what follows is a name, or nearly always so.
TITLES = words(
    """
    mr mrs ms miss mx messrs mister madam madame mme mlle monsieur sir dame lord lady baron
    baroness viscount viscountess earl duke duchess marquess count countess dr doctor prof
    professor rev reverend revd fr father sister brother rabbi imam sheikh shaikh sheik shaykh
    mullah ayatollah grand-ayatollah hojatoleslam maulana mufti swami guru pope archbishop bishop
    cardinal pastor deacon vicar monsignor msgr mgr saint st ste king queen prince princess
    emperor empress tsar czar sultan emir shah khan-sahib maharaja general gen lieutenant lt
    colonel col major maj captain capt cpt commander cmdr cdr admiral adm vice-admiral rear-admiral
    lieutenant-colonel lieutenant-general major-general brigadier-general lieutenant-commander
    attorney-general governor-general director-general brigadier brig sergeant sgt corporal cpl
    private pvt marshal commodore constable
    inspector insp superintendent supt detective det sheriff president vice-president pres premier
    chancellor senator sen congressman congresswoman representative rep governor gov mayor
    ambassador amb judge justice attorney atty secretary comrade tovarishch hon honourable
    honorable councillor cllr coach chef uncle aunt aunty grandma grandpa sri shri smt thiru datuk
    tun tunku tengku haji hajji herr frau hr fr frl fräulein dipl-ing graf gräfin freiherr fürst
    pater schwester papst könig königin kaiser kaiserin prinz prinzessin präsident präsidentin
    kanzler kanzlerin bundeskanzler bundeskanzlerin ministerpräsident ministerpräsidentin
    président présidente maître me père abbé soeur frère évêque cardinal général maréchal señor
    señora señorita sr sra srta don doña dña presidente presidenta ministro ministra padre fray
    signor signora sig dott dottor dottoressa avv avvocato ing onorevole papa senhor senhora dom
    dona doutor doutora meneer mevrouw dhr mevr drs mr koning koningin г-н г-жа господин госпожа
    товарищ президент премьер министр генерал полковник майор капитан лейтенант маршал адмирал
    академик профессор доктор князь царь император патриарх
    """
)
#: Titles that as often stand before something else, or are themselves words of a name.
WEAK_TITLES = words(
    """
    st ste saint private count major general me don marshal hon justice king queen prince princess
    duke earl dean sister brother father mother papa chef coach secretary judge sultan emir shah
    representative attorney president lady lord captain madame mme dom
    """
)
#: Words of offices, professions and relations: they describe a person and are never part of a name.
ROLES = words(
    """
    speaker minister ministers prime foreign finance defence defense interior trade health education
    culture energy environment labour labor agriculture transport home justice deputy vice
    assistant acting interim former ex-president ex-minister late senior junior chief head
    executive managing general director chairman chairwoman chairperson chair cochair co-chair
    president presidents secretary treasurer commissioner commissioners spokesman spokeswoman
    spokesperson envoy ambassador diplomat congressmen administrator comptroller coroner pastor
    generalissimo regent vizier operator secretary-general undersecretary under-secretary consul
    counsel counselor counsellor lawmaker lawmakers senator senators congressman legislator mp mps
    mep meps td governor mayor councilman councilwoman alderman leader leaders ruler dictator
    strongman boss founder cofounder co-founder owner ceo cfo coo cto cio chairman-elect
    president-elect candidate nominee opponent rival incumbent activist campaigner protester
    dissident rebel commander officer official officials general prosecutor lawyer solicitor
    barrister attorney judge magistrate clerk detective inspector sheriff policeman policewoman
    agent spy soldier veteran sergeant captain pilot astronaut cosmonaut engineer scientist
    researcher physicist chemist biologist geologist historian economist sociologist psychologist
    psychiatrist philosopher theologian mathematician epidemiologist virologist neurologist
    surgeon physician doctor dentist nurse paramedic therapist pharmacist professor lecturer
    teacher principal headteacher dean provost rector librarian curator archivist archaeologist
    anthropologist linguist analyst strategist trader investor banker broker billionaire
    millionaire tycoon magnate entrepreneur businessman businesswoman industrialist financier
    philanthropist heir heiress consultant adviser advisor aide assistant expert specialist critic
    author writer novelist poet playwright screenwriter essayist biographer journalist reporter
    correspondent editor columnist commentator anchor presenter host hostess broadcaster blogger
    youtuber influencer publisher photographer cinematographer filmmaker producer actor actress
    comedian comedienne dancer choreographer singer songwriter singer-songwriter musician
    guitarist bassist drummer pianist violinist cellist saxophonist trumpeter vocalist frontman
    rapper composer conductor soprano tenor baritone dj artist painter sculptor designer architect
    illustrator cartoonist animator model supermodel chef baker winemaker farmer fisherman miner
    driver sailor skipper coach manager trainer goalkeeper striker midfielder defender winger
    forward quarterback linebacker receiver pitcher catcher shortstop outfielder batsman bowler
    captain striker footballer cricketer golfer boxer wrestler swimmer sprinter runner cyclist
    skier skater gymnast player champion medallist medalist winner runner-up referee umpire
    commissioner priest nun monk missionary evangelist preacher prophet apostle bishop archbishop
    patriarch metropolitan husband wife widow widower spouse partner fiancé fiancée boyfriend
    girlfriend son daughter father mother parents brother sister twin uncle aunt cousin nephew
    niece grandson granddaughter grandfather grandmother stepfather stepmother friend colleague
    neighbour neighbor counterpart successor predecessor resident tourist victim suspect defendant
    plaintiff survivor witness hostage prisoner inmate gunman attacker killer murderer terrorist
    fugitive whistleblower whistle-blower student pupil graduate alumnus intern volunteer worker
    employee spokesmen man woman boy girl bundesminister bundesministerin außenminister
    außenministerin innenminister innenministerin finanzminister finanzministerin
    verteidigungsminister kanzler kanzlerin bundeskanzler bundespräsident ministerpräsident
    bürgermeister bürgermeisterin oberbürgermeister sprecher sprecherin vorsitzender vorsitzende
    chef chefin trainer autor autorin schauspieler schauspielerin sänger sängerin regisseur
    regisseurin ministre président présidente maire porte-parole directeur directrice chef
    écrivain député députée sénateur sénatrice ministro ministra presidente presidenta primer
    alcalde alcaldesa portavoz director directora jefe secretario secretaria diputado diputada
    senador senadora escritor escritora primo sindaco segretario direttore direttrice capo
    ministro-presidente primeiro-ministro prefeito deputado deputada porta-voz minister-president
    burgemeester woordvoerder voorzitter президент премьер премьер-министр министр глава директор
    губернатор мэр депутат сенатор посол представитель пресс-секретарь председатель лидер
    """
)
#: Verbs of speech and of acts that people do, in the forms that stand beside a subject.
SPEECH = words(
    """
    said says say saying told tells added adds replied explained explains noted notes stated
    states announced announces argued argues claimed claims warned warns insisted insists
    acknowledged admitted admits recalled recalls asked asks answered wrote writes tweeted
    testified commented concluded declared denied remarked observed suggested joked quipped quoted
    believes believed thinks thought hopes hoped feels felt wants wanted agreed agrees continued
    recounted whispered shouted sighed smiled laughed nodded met meets visited married wed
    divorced resigned retired died dies lives lived born grew graduated attended worked works
    served played plays scored won wins lost sang sings wrote directed directs starred stars
    painted composed joined joins became becomes began begins arrived returned travelled traveled
    flew spoke speaks called praised criticised criticized accused urged urges appeared succeeded
    defeated killed murdered shot arrested convicted sentenced sued fired hired appointed elected
    nominated led invited thanked hugged kissed loves loved hates knew knows remembered confirmed
    revealed reveals describes described recorded performed studied taught moved gave took made
    held tells himself herself who whose sagte sagt erklärte erklärt betonte meinte teilte
    berichtete dit déclare déclaré affirme affirmé explique expliqué estime ajoute ajouté dijo
    afirmó declaró señaló aseguró explicó añadió disse afirmou declarou explicou ha dichiarato
    detto spiegato zei zegt vertelde сказал сказала заявил заявила отметил отметила сообщил
    сообщила подчеркнул подчеркнула добавил добавила рассказал рассказала считает
    """
)
#: Particles that stand in lower case inside a family name.
PARTICLES = words(
    """
    de del della dello dei degli der den des di da das do dos du la las le les los lo van von vom
    zu zum zur ter ten tot te 't bin ibn bint ben bar al el ul ud ed e y af av auf und-zu abu umm
    ould of-the dalla dal delle mac nic ap arap wa bint ag
    """
)
#: Particles that must be followed by another or by a name to count, being words of their own.
AMBIGUOUS_PARTICLES = words(
    "zum zur e y do des te ten du la le les los lo das die da den ben bar ed af"
)
#: What follows a family name.
SUFFIXES = words(
    "jr sr junior senior ii iii iv v vi vii viii ix x xi xii xiii xiv xvi esq phd md obe cbe mbe"
)
#: Adjectives of nations and places, which stand before roles.
NATIONALITIES = words(
    """
    afghan african albanian algerian american americans arab arabian argentine argentinian
    armenian asian australian austrian azerbaijani azeri bahraini bangladeshi basque bavarian
    belarusian belgian bolivian bosnian brazilian british briton britons bulgarian burmese
    cambodian cameroonian canadian catalan chadian chechen chilean chinese christian colombian
    congolese croatian cuban cypriot czech danish dutch ecuadorean ecuadorian egyptian emirati
    english eritrean estonian ethiopian european filipino finnish flemish french georgian german
    germans ghanaian greek guatemalan tatar uyghur hindu haitian hindu honduran hungarian
    icelandic indian indonesian iranian iraqi irish islamic israeli israelis italian ivorian
    jamaican japanese jewish jordanian kashmiri kazakh kenyan korean kosovar kurdish kuwaiti
    kyrgyz laotian latin latvian lebanese libyan lithuanian macedonian malaysian maltese mexican
    moldovan mongolian moroccan muslim nepalese nepali nicaraguan nigerian norwegian omani ottoman
    pakistani palestinian palestinians panamanian paraguayan persian peruvian polish portuguese
    prussian qatari roman romanian russian russians rwandan saudi scottish serbian serb shia
    shiite sikh singaporean slovak slovakian slovenian somali soviet spanish sudanese sunni
    swedish swiss syrian taiwanese tajik tanzanian thai tibetan tunisian turkish turkmen ugandan
    ukrainian uruguayan uzbek venezuelan vietnamese welsh yemeni yugoslav zambian zimbabwean
    catholic protestant anglican orthodox buddhist evangelical mormon baptist methodist democrat
    democratic republican conservative labour liberal socialist communist nazi western eastern
    northern southern central north south east west deutsche deutscher deutschen russische
    russischer russischen amerikanische amerikanischer französische französischer britische
    britischer chinesische chinesischer us-amerikanische
    """
)
#: Capitalised words that are never a name's first or last word, or that begin sentences.
STOPS = words(
    """
    the a an and or but nor so yet if then than that this these those there here it its he his him
    she her hers they their them we our us you your i me my mine who whom whose which what when
    where why how all any both each few many more most much no none not one only other others own
    same some such two three four five six seven eight nine ten hundred thousand million billion
    first second third last next new old good great big little high low long short young early
    late in on at by for from to of with without within about above across after against along
    among around as because before behind below beneath beside between beyond despite down during
    except inside into like near off onto out outside over past per since through throughout till
    toward towards under until unlike up upon versus via while although though unless whether once
    also again ago already always am are is was were be been being do does did done have has had
    having can could will would shall should may might must ought need let lets get got go goes
    went come came make made take took see saw seen say said says tell told ask asked just even
    ever never now often still too very well perhaps maybe however moreover furthermore meanwhile
    later earlier
    therefore thus hence instead indeed rather quite almost yes no ok okay oh ah hey hi hello dear
    thanks thank please sorry according including following regarding concerning every everyone
    everybody everything anyone anybody anything someone somebody something nobody nothing today
    tomorrow yesterday tonight monday tuesday wednesday thursday friday saturday sunday mondays
    tuesdays wednesdays thursdays fridays saturdays sundays january february march april june july
    august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
    mon tue tues wed thu thurs fri sat sun spring summer autumn winter christmas easter ramadan am
    pm gmt est edt pst utc bst read more photo image video watch click share follow subscribe
    copyright reuters getty ap afp ani tass bbc cnn ndtv twitter facebook instagram youtube tiktok
    google whatsapp linkedin internet covid covid-19 coronavirus god bible quran koran hell heaven
    english earth north south east west northern southern eastern western
    """
)
#: The same of other languages: they count where the text has them in lower case as well, or where
#: they begin a sentence.
FOREIGN_STOPS = words(
    """
    unser unsere unserer unserem unseren ihre ihren ihrem ihrer mein meine dein deine kein keine
    der die das ein eine einer eines einem einen und oder aber doch denn wenn weil dass ob als wie
    wo wer was er sie es wir ihr ich du im am in an auf aus bei mit nach seit von vor zu zum zur
    über unter zwischen gegen für ohne um auch nicht noch nur schon sehr so dann jetzt heute
    gestern morgen montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz
    mai juni juli oktober dezember diese dieser dieses viele einige alle mehr hier dort bis durch
    le la les un une des du de et ou mais donc or ni car si il elle ils elles on nous vous je tu
    ce cet cette ces son sa ses leur leurs notre votre mon ma mes dans sur sous avec sans pour par
    en au aux chez vers depuis pendant entre selon lundi mardi mercredi jeudi vendredi samedi
    dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre
    el los las una unos unas y pero sino porque cuando donde como que quien su sus este esta estos
    estas ese esa en con sin sobre tras según desde hasta lunes martes miércoles jueves viernes
    sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre
    diciembre il lo gli i uno ma perché quando dove come che chi suo sua nel nella con per tra fra
    lunedì martedì mercoledì giovedì venerdì sabato domenica gennaio febbraio aprile maggio giugno
    luglio settembre ottobre dicembre o os as um uma mas não ao na no nas nos segunda terça quarta
    quinta sexta janeiro fevereiro março maio junho julho setembro outubro novembro dezembro het
    een maar omdat toen waar hij zij ze wij op met voor maandag dinsdag woensdag donderdag vrijdag
    zaterdag zondag в на и но а он она они мы вы я это этот эта как что кто где когда по из за от
    до для при с к у о об не так также если его её их понедельник вторник среда четверг пятница
    суббота воскресенье
    da daher deshalb deswegen dennoch trotzdem leider warum damals außerdem zudem dabei damit danach
    ferner allerdings inzwischen zuletzt anders länger klar
    aujourd'hui aujourd’hui hier demain également cependant ensuite enfin puis alors ainsi toutefois
    pourtant après avant lorsque quand comme
    hoy ayer mañana además también entonces después antes aunque mientras así según
    oggi ieri domani anche inoltre poi dopo prima mentre così
    hoje ontem amanhã também depois enquanto assim
    vandaag gisteren ook daarna daarom volgens
    """
)
#: Words of `STOPS` that are names too, where a name stands beside them.
NAME_STOPS = words(
    """
    will may april june august march summer winter young long west north south short little best
    early day good low high so an he son do my chin yet no king guy near english more sun east bush
    jan
    """
)
#: Rulers are numbered, so that “I” behind their names is no pronoun.
RULERS = words("king queen emperor empress pope tsar czar sultan prince duke kaiser shah elizabeth")
#: Words that make the capitalised words around them an organisation, a place, a work or a thing.
THINGS = words(
    """
    university college school institute academy hospital clinic church cathedral temple mosque
    abbey foundation trust society association club union league federation council committee
    commission board agency bureau department ministry office court parliament congress senate
    assembly house party movement army navy force forces guard corps regiment brigade division
    battalion police company corporation corp cos inc ltd llc plc co group holdings bank bancorp
    capital partners fund industries systems technologies labs laboratories studio studios
    pictures records entertainment media press publishing publications news times post herald
    tribune gazette journal magazine daily weekly review guardian telegraph mirror observer
    chronicle television tv radio network channel airlines airways airport station street avenue
    road lane square park gardens bridge tower building center centre hall stadium arena theatre
    theater museum gallery library palace castle hotel island islands river lake mount mountain
    mountains valley bay gulf sea ocean beach cape county city town village district province
    state republic kingdom empire united states nations act bill law treaty accord agreement
    constitution amendment award awards prize medal cup trophy championship championships
    tournament open series bowl games olympics festival day week war wars battle revolution crisis
    project program programme plan operation mission summit conference forum hurricane typhoon
    storm cyclone ship uss hms railway railroad line highway expressway album song band orchestra
    choir quartet trio ensemble symphony opera novel book film movie show episode bible testament
    gospel hill hills heights creek forest canyon falls springs rock point port harbor harbour
    fort camp base airbase zone strip bank coast region area peninsula desert canal dam market
    mall store stores restaurant cafe bar grill administration campaign government cabinet
    coalition front alliance brothers bros sons family dynasty era effect syndrome disease law
    theorem principle equation theory number constant prize lecture memorial international
    national global world federal royal american-led energy oil gas motors airlines
    pharmaceuticals foods insurance reserve securities investments exchange index app software
    phone pro max plus xbox windows iphone galaxy pixel championship rangers united fc afc cf sc
    constitución república ministerio partido universidad iglesia ejército gobierno tratado ley
    république ministère parti université église armée gouvernement traité loi palais hôtel
    repubblica ministero partito università governo costituzione constituição ministério governo
    athletic rovers wanderers lions tigers bears eagles hawks giants cowboys patriots yankees mets
    sox cubs lakers celtics bulls christian muslim catholic jewish islam christianity judaism
    hinduism buddhism gmbh ag kg ev bundestag bundesrat partei universität hochschule straße platz
    stadt verein ministerium société banque université rue ville banco universidad universidade
    università calle ciudad universiteit straat stad
    """
)
#: Prepositions that stand before places far more than before people.
PLACE_PREPOSITIONS = words("in at near across throughout into outside inside around toward towards")
#: Words in front of a name that make it a storm, a ship or a place.
NAMED_THINGS = words(
    """
    hurricane storm typhoon cyclone operation mount lake fort camp hms uss ss mv rms san santa são
    sankt port cape point
    """
)
#: What bears a person’s name in the possessive and isn’t about the person.
EPONYMS = words(
    """
    disease syndrome law laws theorem principle paradox razor equation constant equations
    conjecture lemma inequality distribution algorithm test anatomy day eve
    """
)
#: Titles that carry a full stop within a name.
ABBREVIATED_TITLES = words(
    """
    mr mrs ms dr prof rev revd gen lt col capt cpt cmdr adm sgt maj brig gov sen rep hon st jr sr
    pres amb cdr pvt cpl supt insp det atty sra srta dott avv ing fr mme mlle
    """
)
#: Particles that are words of their own: both neighbours must be known names.
AND_PARTICLES = words(
    """
    e y i do das la le los die zum zur
    """
)
#: Particles that open a family name even where no given name stands before them.
OPENING_PARTICLES = words(
    """
    bin ibn bint von van de di del della du
    """
)
#: Those of them that are also words of Romance languages, “of”: not in texts of such a language.
OF_PARTICLES = words("de di del della du")
#: Plain words that tell such a language.
ROMANCE_WORDS = words(
    "que les des dans pour het een não uma della che los las una por sono por et il"
)
#: Ships and storms, told by the plain word in front of the name.
SHIP_WORDS = words(
    """
    carrier destroyer frigate warship submarine battleship cruiser ferry yacht trawler tanker
    icebreaker hurricane storm typhoon cyclone
    """
)
#: Titles that are given names as well: before a single word they are taken for the name.
TITLE_NAMES = words(
    """
    dean earl don duke marshal major dj
    """
)
#: Particles bound to a family name by a hyphen or apostrophe.
BOUND_PARTICLES = words(
    """
    al el as ad ar an at az ash ul ur
    """
)
#: Small words whose place beside a name tells something by itself.
LINK_WORDS = words(
    """
    the a an of by with and or to from for as that than on but when while if his her their its
    said like between against under after before about named called who is was has had were are
    will would can could not also whose which &
    """
)
#: Titles that go with a given name rather than a family name.
GIVEN_NAME_TITLES = words(
    """
    king queen prince princess pope emperor empress sultan sheikh shaikh sheik emir tsar saint st
    sir dame brother sister father mother uncle aunt lord lady sri
    """
)
#: What makes an adjective of the word before the hyphen: “Australian-born”, “Long-term”.
COMPOUND_ENDS = words(
    """
    born based led backed term style era like wide level time class friendly free only day year made
    run owned related speaking language bound trained educated area old long sized quality end tech
    profile funded controlled occupied held ruled language inspired first second scale range up in
    on off out to of the and by
    """
)
#: What follows a ruler's name; “X” is left out for Malcolm X.
RULERS_NUMBERS = words(
    """
    i ii iii iv v vi vii viii ix xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii xxiii
    """
)
