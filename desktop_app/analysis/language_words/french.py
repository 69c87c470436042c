"""French."""

from __future__ import annotations

from desktop_app.analysis.language_words.language_words import LanguageWords, words

FRENCH = LanguageWords(
    language="fr",
    stops=words(
        """
        à le la les un une des du de et ou mais donc or ni car si il elle ils elles on nous vous je
        tu ce cet cette ces cela ça c son sa ses leur leurs notre nos votre vos mon ma mes ton ta
        tes dans sur sous avec sans pour par en au aux chez vers depuis pendant entre selon contre
        malgré parmi hors voici voilà lundi mardi mercredi jeudi vendredi samedi dimanche janvier
        février mars avril mai juin juillet août septembre octobre novembre décembre aujourd’hui
        aujourd'hui hier demain également cependant ensuite enfin puis alors ainsi toutefois
        pourtant après avant lorsque quand comme qui que quoi dont où comment pourquoi combien quel
        quelle quels quelles ne pas plus moins très trop bien mal peu beaucoup tout toute tous
        toutes aucun aucune chaque plusieurs certains certaines autre autres même mêmes deux trois
        quatre cinq six sept huit neuf dix premier première deuxième dernier dernière nouveau
        nouvelle grand grande petit petite est sont était étaient a ont avait avaient sera seront
        fut été être avoir fait faut peut autant dès jusque jusqu ici là déjà encore toujours jamais
        seul seule seuls face grâce interrogé interrogée né née mort morte âgé âgée
        """
    ),
    offices=words(
        """
        lord lady sir mr mrs miss m mm mme mmes mlle me maître monsieur madame mademoiselle docteur
        docteure dr professeur professeure pr père abbé frère soeur sœur monseigneur mgr pape évêque
        archevêque cardinal rabbin imam cheikh roi reine prince princesse duc duchesse comte
        comtesse émir président présidente vice-président vice-présidente ministre ministres
        chancelier chancelière gouverneur gouverneure sénateur sénatrice député députée députés
        eurodéputé eurodéputée maire adjoint adjointe préfet préfète ambassadeur ambassadrice
        porte-parole secrétaire chef cheffe leader dirigeant dirigeante patron patronne directeur
        directrice pdg fondateur fondatrice responsable délégué déléguée conseiller conseillère
        commissaire élu élue candidat candidate opposant opposante premier-ministre général générale
        colonel colonelle capitaine commandant commandante lieutenant amiral juge procureur
        procureure magistrat magistrate avocat avocate notaire accusé accusée prévenu témoin
        policier gendarme écrivain écrivaine romancier romancière poète poétesse auteur autrice
        auteure journaliste éditeur éditrice essayiste philosophe historien historienne sociologue
        politologue économiste chercheur chercheuse biologiste physicien physicienne chimiste
        médecin chirurgien infirmière virologue épidémiologiste psychologue acteur actrice comédien
        comédienne réalisateur réalisatrice cinéaste metteur chanteur chanteuse musicien musicienne
        compositeur compositrice pianiste violoniste chorégraphe danseur danseuse peintre sculpteur
        sculptrice artiste photographe architecte dessinateur humoriste animateur animatrice
        entraîneur entraîneuse sélectionneur gardien attaquant attaquante défenseur milieu joueur
        joueuse champion championne coureur coureuse nageur nageuse pilote skieur skieuse tennisman
        arbitre agriculteur agricultrice entrepreneur entrepreneuse militant militante syndicaliste
        étudiant étudiante fils fille mère époux épouse mari femme compagne compagnon veuve veuf ami
        amie collègue voisin voisine successeur prédécesseur principal principale proviseur
        """
    ),
    courtesy=words(
        """
        lord lady sir mr mrs miss m mme mmes mlle me maître monsieur madame mademoiselle docteur
        docteure dr professeur pape roi reine prince princesse mgr monseigneur abbé capitaine épouse
        mari femme fils fille
        """
    ),
    speech=words(
        """
        dit affirme affirmé déclare déclaré explique expliqué estime estimé ajoute ajouté annonce
        annoncé assure assuré dénonce dénoncé juge jugé souligne souligné confie confié raconte
        raconté soupire lance lancé répond répondu rappelle rappelé regrette regretté reconnaît
        reconnu précise précisé promet promis critique critiqué accuse accusé veut voulait pense
        croit espère défend défendu salue salué plaide plaidé note écrit insiste résume poursuit
        conclut avait remporté marqué signé reçu
        """
    ),
    things=words(
        """
        hôtel nobel banque bourse société groupe compagnie assemblée sénat parlement gouvernement
        conseil cour tribunal parquet ministère état république union parti mouvement rassemblement
        front alliance ligue fédération confédération syndicat association comité commission agence
        autorité office centre palais parc bois mont tour pont porte gare aéroport île îles mer
        océan baie cap val saint sainte notre-dame olympique racing stade coupe open festival
        orchestre opéra comédie théâtre musée galerie cathédrale église basilique mosquée journal
        monde figaro libération télévision radio chaîne éditions presse police gendarmerie armée
        force forces défense justice intérieur affaires étrangères finances éducation santé culture
        école fc psg om as météo sud nord est ouest europe afrique amérique asie jeux affaire plan
        loi ouvrière
        """
    ),
    named=words(
        """
        palais château hôtel rue avenue boulevard place quai square allée impasse collège lycée
        école université institut hôpital clinique fondation prix stade aéroport gare station pont
        tour maison musée théâtre salle centre espace complexe gymnase bibliothèque médiathèque
        ouragan tempête cyclone typhon frégate porte-avions navire paquebot affaire saint sainte
        """
    ),
    nouns=words(
        """
        français française françaises allemand allemande américain américaine américains britannique
        anglais anglaise russe russes ukrainien ukrainienne européen européenne européens italien
        italienne espagnol espagnole belge suisse japonais japonaise chinois chinoise turc turque
        algérien algérienne marocain tunisien israélien palestinien libyen syrien iranien iranienne
        africain polonais france paris marseille lyon bretagne normandie alsace provence savoie
        isère allemagne italie espagne belgique royaume-uni angleterre états-unis russie ukraine
        chine japon algérie maroc tunisie israël gaza londres rome bruxelles berlin moscou kiev
        washington insoumis républicains socialistes écologistes verts élysée matignon quai bourse
        assemblée libération noël pâques toussaint
        """
    ),
    late_particles=words("la le les"),
    conjunctions=words("et"),
    particles=words(
        """
        de du des la le les d van von der den di da del el al ben bin
        """
    ),
    articles=words("le la les du au aux"),
    elisions=("d", "l", "qu", "s", "c", "j", "n", "m", "t", "jusqu", "lorsqu", "puisqu"),
)  # fmt: skip
