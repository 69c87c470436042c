"""Spanish."""

from __future__ import annotations

from desktop_app.analysis.language_words.language_words import LanguageWords, words

SPANISH = LanguageWords(
    language="es",
    stops=words(
        """
        el la los las un una unos unas y e o u pero sino porque pues si cuando donde como que quien
        quienes cual cuales cuyo cuánto su sus este esta estos estas ese esa esos esas aquel aquella
        esto eso mi mis tu tus nuestro nuestra nuestros nuestras él ella ellos ellas yo nosotros
        usted lo le les se me te nos en con sin sobre tras según desde hasta a al del de por para
        ante bajo contra entre hacia durante mediante lunes martes miércoles jueves viernes sábado
        domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre
        diciembre hoy ayer mañana además también entonces después antes aunque mientras así ahora
        luego ya aún todavía siempre nunca no ni más menos muy mucho mucha muchos muchas poco todo
        toda todos todas otro otra otros otras ambos ambas cada cualquier algún alguna algunos
        algunas ningún ninguna dos tres cuatro cinco seis siete ocho nueve diez primer primera
        primero segundo segunda tercer último última nuevo nueva gran grande es son era eran fue
        fueron será está están ha han había hay tiene tenía murió falleció nació parte sólo solo
        aparte pese gracias junto cerca dentro fuera tampoco quizá quizás
        """
    ),
    offices=words(
        """
        lord lady sir mr mrs miss señor señora señorita sr sra srta don doña d dña doctor doctora dr
        dra profesor profesora padre fray sor monseñor papa obispo arzobispo cardenal imán jeque rey
        reina príncipe princesa infanta duque duquesa conde emir presidente presidenta expresidente
        expresidenta vicepresidente vicepresidenta ministro ministra exministro exministra canciller
        gobernador gobernadora senador senadora diputado diputada eurodiputado eurodiputada alcalde
        alcaldesa exalcalde exalcaldesa concejal concejala consejero consejera embajador embajadora
        portavoz vocero vocera secretario secretaria jefe jefa líder dirigente director directora
        exdirector gerente fundador fundadora empresario empresaria banquero exbanquero comisario
        comisaria delegado delegada candidato candidata opositor opositora general coronel capitán
        capitana comandante teniente sargento almirante juez jueza magistrado magistrada fiscal
        abogado abogada notario testigo acusado acusada policía escritor escritora novelista poeta
        autor autora periodista editor editora ensayista filósofo filósofa historiador historiadora
        sociólogo socióloga economista politólogo investigador investigadora biólogo bióloga físico
        química científico científica médico médica cirujano enfermera paciente psicólogo psicóloga
        actor actriz cineasta guionista cantante músico compositor compositora pianista guitarrista
        bailarín bailarina pintor pintora escultor escultora artista fotógrafo fotógrafa arquitecto
        arquitecta humorista presentador presentadora entrenador entrenadora técnico seleccionador
        portero delantero delantera defensa centrocampista futbolista jugador jugadora tenista
        ciclista piloto nadador nadadora atleta campeón campeona árbitro agricultor activista
        sindicalista estudiante hijo hija hermano hermana madre esposo esposa marido mujer viuda
        viudo novio novia amigo amiga compañero compañera vecino vecina colega sucesor rector
        rectora decano premio
        """
    ),
    courtesy=words(
        """
        lord lady sir mr mrs miss señor señora señorita sr sra srta don doña d dña doctor doctora dr
        dra papa rey reina príncipe princesa infanta fray sor capitán capitana esposa esposo marido
        mujer hijo hija
        """
    ),
    speech=words(
        """
        dijo dice afirmó afirma declaró aseguró asegura explicó explica señaló señala añadió añade
        admitió admite criticó critica acusó acusa anunció anuncia advirtió advierte defendió
        defiende recordó recuerda insistió insiste destacó destaca reconoció reconoce relató relata
        contó cuenta respondió replicó sostuvo sostiene lamentó lamenta pidió pide exigió exige
        prometió promete confesó opinó opina comentó manifestó subrayó negó rechazó habló viajó
        murió nació falleció ganó venció marcó abrió visitó recibió escribió
        """
    ),
    things=words(
        """
        nobel banco bolsa sociedad grupo compañía congreso senado parlamento gobierno generalitat
        junta consejo corte tribunal audiencia juzgado fiscalía ministerio estado república unión
        partido movimiento frente alianza liga federación confederación sindicato asociación comité
        comisión agencia autoridad oficina centro palacio parque monte torre puente puerta estación
        isla islas mar océano bahía cabo valle costa sierra playa río san santa santo real atlético
        deportivo sporting club copa mundial vuelta abierto festival orquesta ópera teatro museo
        galería catedral iglesia basílica mezquita diario país mundo periódico televisión radio
        cadena editorial prensa policía guardia ejército fuerzas armada defensa justicia interior
        exteriores hacienda economía educación sanidad cultura instituto escuela fc cf athletic sur
        norte este oeste europa américa asia áfrica juegos plan ley nacional federal internacional
        cruz protección civil ayuntamiento monumental supremo anticorrupción cámara casa blanca
        """
    ),
    named=words(
        """
        palacio castillo calle avenida plaza paseo carretera colegio instituto escuela universidad
        hospital clínica fundación premio estadio aeropuerto estación puente torre casa museo teatro
        sala auditorio centro complejo polideportivo biblioteca huracán tormenta borrasca ciclón
        tifón fragata buque barrio colonia parque san santa santo caso operación
        """
    ),
    nouns=words(
        """
        español española españoles alemán alemana americano americana estadounidense británico
        británica inglés inglesa ruso rusa ucraniano ucraniana europeo europea europeos francés
        francesa italiano italiana portugués portuguesa mexicano mexicana argentino argentina
        chileno chilena colombiano colombiana peruano venezolano venezolana cubano catalán catalana
        vasco gallego andaluz japonés chino china turco israelí palestino marroquí murciano españa
        madrid barcelona sevilla valencia zaragoza andalucía cataluña galicia alemania francia
        italia portugal inglaterra rusia ucrania japón marruecos israel gaza méxico chile colombia
        perú venezuela cuba bogotá lima caracas quito londres roma parís bruselas berlín moscú
        washington navidad reyes gobierno congreso moncloa renfe ley ambos vecinos mediterráneo
        """
    ),
    late_particles=words("la las los el"),
    conjunctions=words("y e"),
    particles=words(
        """
        de del la las los el da do dos di van von der den al bin ibn san santa
        """
    ),
    articles=words("el los las del al un una"),
)  # fmt: skip
