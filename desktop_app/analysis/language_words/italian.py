"""Italian."""

from __future__ import annotations

from desktop_app.analysis.language_words.language_words import LanguageWords, words

ITALIAN = LanguageWords(
    language="it",
    stops=words(
        """
        il lo la i gli le un uno una e ed o ma però perché poiché se quando dove come che chi cui
        quale quali quanto suo sua suoi sue questo questa questi queste quello quella quelli quelle
        mio mia nostro nostra vostro loro lui lei noi voi io tu si ci ne in con su per tra fra da
        dal dalla dai dalle nel nella nei nelle sul sulla sui sulle del della dei delle degli al
        alla ai alle agli di a contro senza sotto sopra dopo prima durante secondo verso presso
        entro oltre lunedì martedì mercoledì giovedì venerdì sabato domenica gennaio febbraio marzo
        aprile maggio giugno luglio agosto settembre ottobre novembre dicembre oggi ieri domani
        anche inoltre poi mentre così ora adesso già ancora sempre mai non né più meno molto molti
        molte poco tutto tutta tutti tutte altro altra altri altre ogni alcuni alcune nessuno
        nessuna due tre quattro cinque sei sette otto nove dieci primo ultimo ultima nuovo nuova
        grande è sono era erano fu ha hanno aveva sarà saranno può deve serve accanto insieme invece
        intanto infine tuttavia quindi dunque allora forse grazie solo soltanto proprio qui lì nato
        nata morto morta
        """
    ),
    offices=words(
        """
        lord lady sir mr mrs miss signor signora signorina sig sigra dott dottor dottoressa avv
        avvocato avvocata avvocatessa ing ingegnere prof professor professore professoressa on
        onorevole don padre suor fra monsignor mons papa vescovo arcivescovo cardinale rabbino imam
        sceicco re regina principe principessa duca duchessa conte contessa emiro presidente
        vicepresidente premier ministro ministra viceministro viceministra sottosegretario
        cancelliere cancelliera governatore governatrice senatore senatrice deputato deputata
        eurodeputato sindaco sindaca assessore assessora consigliere consigliera prefetto questore
        ambasciatore ambasciatrice portavoce segretario segretaria capo capogruppo leader direttore
        direttrice amministratore fondatore fondatrice imprenditore imprenditrice patron numero
        commissario commissaria delegato candidato candidata generale colonnello capitano capitana
        comandante tenente maresciallo ammiraglio giudice magistrato procuratore pm
        pubblico-ministero ministero notaio testimone imputato boss poliziotto scrittore scrittrice
        romanziere poeta poetessa autore autrice giornalista editore editrice saggista filosofo
        filosofa storico storica sociologo sociologa economista politologo ricercatore ricercatrice
        biologo biologa fisico chimico scienziato scienziata medico medica chirurgo virologo
        virologa infermiera psicologo psicologa attore attrice regista cineasta sceneggiatore
        cantante cantautore musicista compositore compositrice pianista violinista soprano tenore
        baritono ballerino ballerina étoile pittore pittrice scultore scultrice artista fotografo
        fotografa architetto architetta comico conduttore conduttrice allenatore allenatrice tecnico
        ct portiere attaccante difensore centrocampista calciatore giocatore giocatrice tennista
        ciclista pilota nuotatore nuotatrice atleta campione campionessa arbitro agricoltore
        attivista sindacalista studente studentessa figlio figlia fratello sorella madre marito
        moglie vedova vedovo fidanzato fidanzata amico amica collega vicino successore rettore
        rettrice preside premio
        """
    ),
    courtesy=words(
        """
        lord lady sir mr mrs miss signor signora signorina sig dott dottor dottoressa avv ing prof
        professor professoressa on don padre suor monsignor mons papa re regina principe principessa
        moglie marito figlio figlia fratello sorella
        """
    ),
    speech=words(
        """
        detto dice spiega spiegato aggiunge aggiunto dichiara dichiarato afferma affermato ammette
        ammesso racconta raccontato replica replicato risponde risposto ricorda ricordato sottolinea
        annuncia annunciato accusa accusato attacca promette promesso commenta commentato osserva
        sostiene chiede chiesto critica conferma confermato nega insiste scrive vuole parla parlato
        vince vinto segnato battuto conquistato incontrato ringraziato firmato ricevuto
        """
    ),
    things=words(
        """
        nobel banca borsa società gruppo compagnia camera senato parlamento governo consiglio corte
        cassazione tribunale procura ministero stato repubblica unione partito movimento fratelli
        lega forza alleanza federazione confederazione sindacato associazione comitato commissione
        agenzia autorità ufficio centro palazzo parco monte torre ponte porta stazione isola isole
        mare oceano golfo capo valle costa san santa santo sant santi real atletico sporting club
        coppa mondiale giro open festival orchestra opera teatro museo galleria duomo chiesa
        basilica moschea giornale corriere stampa messaggero televisione radio rete casa polizia
        guardia carabinieri esercito forze difesa giustizia interno esteri economia istruzione
        sanità cultura scuola fc ac as sud nord est ovest europa america asia africa giochi piano
        legge nazionale federale internazionale croce rossa protezione civile palma salone libro
        aula inter milan juventus juve lazio
        """
    ),
    named=words(
        """
        castello via viale piazza piazzale corso largo vicolo ponte scuola liceo istituto università
        ospedale policlinico clinica fondazione premio stadio aeroporto stazione torre casa museo
        teatro sala auditorium centro biblioteca uragano tempesta ciclone tifone fregata nave
        traghetto san santa santo sant palazzo villa caso operazione
        """
    ),
    nouns=words(
        """
        italiano italiana italiani tedesco tedesca americano americana britannico inglese russo
        russa ucraino ucraina europeo europea europei francese francesi spagnolo spagnola svizzero
        svizzera giapponese cinese turco turca israeliano palestinese altoatesino romano milanese
        napoletano italia roma milano napoli torino palermo genova bologna firenze venezia verona
        sicilia sardegna lombardia veneto toscana puglia calabria germania francia spagna
        inghilterra russia cina giappone israele gaza londra parigi bruxelles berlino mosca
        washington natale pasqua quirinale viminale farnesina campidoglio trenitalia confindustria
        nerazzurri
        """
    ),
    late_particles=words("la lo li le"),
    conjunctions=words("e ed"),
    particles=words(
        """
        de del della dello dei degli di da dal dalla la lo li le d van von der den al
        """
    ),
    articles=words("il lo gli dello nel nello al allo dal un"),
    elisions=(
        "d", "l", "dell", "all", "dall", "nell", "sull", "un", "quest", "quell", "c", "s", "tutt",
        "anch", "sant",
    ),
)  # fmt: skip
