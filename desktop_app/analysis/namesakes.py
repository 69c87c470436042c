"""What is called like a person and is none: firms, papers, bands, schools, figures of fiction."""

from __future__ import annotations

from desktop_app.analysis.name_words import words

_WRITTEN = """
    goldman sachs, oliver wyman, lockheed martin, morgan stanley, jpmorgan chase, jp morgan,
    j.p. morgan, wells fargo, merrill lynch, lehman brothers, bear stearns, charles schwab,
    credit suisse, rolls royce, louis vuitton, calvin klein, ralph lauren, tommy hilfiger, hugo
    boss, christian dior, yves saint laurent, saint laurent, jimmy choo, kate spade, michael
    kors, estée lauder, hewlett packard, harley davidson, jack daniel, johnnie walker, jim beam,
    eli lilly, thomson reuters, aston martin, alfa romeo, mercedes benz, herman miller, j.d.
    power, philip morris, pearl jam, pink floyd, jethro tull, booz allen, booz allen hamilton,
    legg mason, raymond james, edward jones, levi strauss, johns hopkins, notre dame, john
    deere, john lewis partnership, santa claus, robin hood, sherlock holmes, harry potter, james
    bond, uncle sam, john doe, jane doe, joe public, mickey mouse, donald duck, deep throat,
    wall street, fleet street, downing street, scotland yard, abu dhabi, san francisco, san
    diego, san jose, los angeles, las vegas, new york, new delhi, hong kong, tel aviv, sri
    lanka, saudi arabia, costa rica, puerto rico, el salvador, kuala lumpur, buenos aires, rio
    grande, sierra leone, burkina faso, papua new guinea, guinea bissau, al jazeera, al arabiya,
    al qaeda, al-qaeda, al-qaida, hamas, hezbollah, boko haram, al shabaab, al-shabaab, fatah,
    likud, daesh, taliban, isis, nobel, pulitzer, grammy, emmy, bafta, xinhua, samsung, honda,
    toyota, microsoft, google, apple, amazon, facebook, tesla, nissan, siemens, philips, nestle,
    nestlé, sony, ikea, boeing, airbus, renault, peugeot, porsche, ferrari, chanel, gucci,
    prada, versace, armani, adidas, nike, puma, pfizer, moderna, bayer, astrazeneca, parkinson,
    alzheimer, brexit, eurovision, smith barney, dean witter, dean witter reynolds, paine webber,
    kidder peabody, salomon brothers, salomon smith barney, jardine fleming, robert fleming,
    james capel, hoare govett, kleinwort benson, morgan grenfell, arthur andersen, price
    waterhouse, coopers lybrand, brown brothers, alex brown, dow jones, standard chartered,
    johnson matthey, warner lambert, bristol myers, sal oppenheim, sal. oppenheim, walter reed,
    cheung kong, hang seng, marks spencer, austin reed, wh smith, w.h. smith, sara lee,
    mary kay, volkswagen, interfax, reuters, thyssen, peugeot citroen,
    colgate palmolive, procter gamble, reed elsevier, wolters kluwer, axel springer, gruner jahr,
    simon schuster, harper collins, houghton mifflin, allen unwin, random house, henderson
    crosthwaite, panmure gordon, sanford bernstein, sanford c. bernstein, cantor fitzgerald, keefe
    bruyette, duff phelps, van kampen, franklin templeton, jardine matheson, singer friedlander,
    brown shipley, smith new court, robertson stephens, donaldson lufkin, donaldson lufkin jenrette,
    piper jaffray, oppenheimer funds, prudential bache, prudential-bache, alliance bernstein,
    neuberger berman, stifel nicolaus, wertheim schroder, rowe price, t. rowe price, janney
    montgomery scott, clifford chance, herbert smith, norton rose, allen overy, slaughter may,
    skadden arps, cravath swaine, davis polk, wachtell lipton, baker mckenzie, jones day, simpson
    thacher, weil gotshal, deloitte touche, ernst young, peat marwick, cushman wakefield, jones lang
    lasalle, mckinsey, baker hughes, brown root, morrison knudsen, peter kiewit, massey ferguson,
    martin marietta, northrop grumman, mcdonnell douglas, pratt whitney, smith wesson, smith nephew,
    smithkline beecham, glaxo wellcome, burroughs wellcome, merck sharp dohme, johnson controls,
    kimberly clark, kimberly-clark, oscar mayer, betty crocker, aunt jemima, samuel adams, jose
    cuervo, tim hortons, harry winston, liz claiborne, ann taylor, eddie bauer, brooks brothers,
    neiman marcus, bergdorf goodman, lord taylor, j. sainsbury, j. c. penney, j.c. penney, j. crew,
    f.w. woolworth, r.j. reynolds, e.f. hutton, a.g. edwards, h.j. heinz, s.g. warburg, b.f.
    goodrich, r.r. donnelley, john hancock financial, john wiley, peter hambro, thomas cook, laura
    ashley, dick smith, robert bosch, carl zeiss, gold fields, de beers, anglo american, harmony
    gold, vasco da gama, aston villa, alianza lima, boca juniors, river plate, jorge wilstermann,
    colo colo, racing santander, celta vigo, werder bremen, willem ii, partick thistle, raith
    rovers, crystal palace, preston north end, charlton athletic, santos laguna, san lorenzo, velez
    sarsfield, carlos barbosa, atlas mountains, franz josef land, asia minor, prince edward island,
    lake victoria, mount rushmore, victoria falls, fort worth, fort lauderdale, van nuys,
    charles stanley, louis dreyfus, archer daniels,
    archer daniels midland, aitken spence, w h smith, j sainsbury, witter reynolds, clifford chance,
    arthur d little, john laing, john menzies, george wimpey, abbott laboratories
    """
#: Firms, papers, bands, clubs and schools that are called like a person, in lower case.
NAMESAKES = frozenset(
    spelling
    for name in _WRITTEN.split(",")
    for spelling in (" ".join(name.split()), " ".join(name.replace(".", " ").split()))
)
#: Family names that by themselves mean the firm, where no full name or title says otherwise.
FIRMS = words(
    """
    bloomberg nomura cargill daimler krupp reuter merck ford chrysler hewlett kellogg disney macy
    sotheby christie sainsbury lidl michelin citroen heineken carlsberg guinness bosch zeiss
    philips nikko daiwa yamaha mitsubishi hitachi kawasaki mazda maserati lamborghini bugatti
    rolls-royce mclaren benetton monsanto halliburton bechtel schlumberger santos palmeiras
    fluminense guarani botafogo estudiantes huracan everton arsenal chelsea celtic somerset wigan
    alexa siri cortana
    """
)
