"""Kept lists of what stands for the same given name, and of what is no part of a name.

Groups of forms in Latin letters, folded. Our own lists, of common knowledge: no licence is owed.
A nickname is a reason to ask; a variant is the same name in another transliteration or language.
"""

from __future__ import annotations


def words(block: str) -> frozenset[str]:
    """The words of a block of text."""
    return frozenset(block.split())


def _groups(block: str) -> dict[str, frozenset[str]]:
    """For each word the first words of the groups it stands in."""
    found: dict[str, set[str]] = {}
    for line in block.strip().splitlines():
        first, *rest = line.split()
        for word in (first, *rest):
            found.setdefault(word, set()).add(first)
    return {word: frozenset(heads) for word, heads in found.items()}


#: Nicknames and forms in other languages: the same person, perhaps.
NICKNAMES = _groups(
    """
    william bill billy will willy willie liam wilhelm guillaume guillermo
    robert bob bobby rob robbie roberto
    richard dick rick ricky rich ricardo
    joseph joe joey jo jose giuseppe josef jozef yosef yusuf youssef
    james jim jimmy jamie jaime
    john jack johnny jon jean juan johann johannes giovanni joao jan ivan
    edward ed eddie ted teddy ned eduardo edouard
    theodore ted teddy theo
    michael mike mick micky mickey miguel michel mikhail michele
    thomas tom tommy tomas
    charles charlie chuck carlos karl carl carlo
    george jorge georg georges giorgio yuri georgy
    henry harry hank henri heinrich enrique
    harold harry hal
    anthony tony antonio antoine anton
    alexander alex alec sandy alejandro alessandro sasha alexandre oleksandr aliaksandr
    alexandra alex sandra sasha alessandra alejandra
    daniel dan danny
    david dave davy
    donald don donny
    kenneth ken kenny
    stephen steve steven esteban stefan etienne
    matthew matt mateo matthieu
    christopher chris kit cristobal
    christian chris
    christine chris chrissie tina
    benjamin ben benny
    samuel sam sammy
    samantha sam
    timothy tim
    gregory greg gregor grigory
    jeffrey jeff geoffrey geoff
    lawrence larry laurence laurent
    leonard leo len lenny
    frederick fred freddie friedrich fritz
    francis frank francisco francesco franz francois paco
    franklin frank
    peter pete pedro pierre pietro pyotr petro
    philip phil felipe philippe
    raymond ray
    ronald ron ronnie
    nicholas nick nicolas nikolai nicola nikolaus
    patrick pat paddy patricio
    patricia pat patty trish
    andrew andy drew andreas andre andrea andrey andrii
    albert al bert alberto
    alan al
    vincent vince
    victor vic viktor
    walter walt wally
    gerald gerry jerry
    jerome jerry
    eugene gene yevgeny
    bernard bernie bernhard
    elizabeth liz beth betty eliza lisa bess lizzie elisabeth isabel
    margaret maggie meg peggy marge margarita
    katherine kate kathy katie cathy catherine kat katharina catalina ekaterina
    deborah debbie deb
    susan sue susie
    rebecca becky
    jennifer jen jenny
    jessica jess
    barbara barb babs
    dorothy dot dottie
    victoria vicky
    hillary hilary
    kimberly kim
    pamela pam
    nancy ann
    luiz luis louis ludwig lou luigi
    paul pablo paolo pavel pablo
    paula paola
    mary maria marie molly
    vladimir volodymyr vova uladzimir
    dmitry dmytro dima
    sergey serhiy serge sergio
    mykola nikolai
    mykhailo mikhail michael
    yelena olena elena helen
    natalia nataliya natasha
    """
)
#: One name in many transliterations that the rules of sound don't bring together.
VARIANTS = _groups(
    """
    mohammed muhammad mohammad mohamed muhammed mohamad mohamet mohd muhamad
    ahmed ahmad ahmet
    hussein hossein husain hussain husayn hosein hussayn
    hassan hasan
    ibrahim ebrahim
    osama usama ussama
    omar umar
    yousef yusuf youssef yusef yousuf joseph
    abdullah abdallah abdulla
    khaled khalid
    muammar moammar
    rouhani ruhani rohani
    rashid rasheed
    said saeed sayed
    sergey sergei serguei sergej
    alexei aleksey alexey aleksei alexej
    yevgeny evgeny evgeni yevgeniy yevgeni jewgeni evgenii
    dmitry dmitri dmitriy dimitri dmitrij
    yuri yury juri iouri jurij
    andrey andrei andrej
    nikolay nikolai nikolaj
    mikhail michail mikhael
    alexander aleksandr alexandr aleksander
    yekaterina ekaterina
    yelena elena
    yulia julia yuliya juliya julija
    yury jury
    yakov jakov jakow
    yana jana
    benjamin binyamin benyamin
    gaddafi qaddafi qadhafi kadhafi gadhafi kadafi gadafi qadafi
    laden ladin
    tchaikovsky chaikovsky tschaikowski
    """
)
#: Courtesy forms, ranks and offices before a name.
TITLES = words(
    """
    mr mrs ms miss mx sir dame lord lady dr doctor prof professor rev reverend fr sheikh
    shaikh sheik imam ayatollah mullah pope king queen prince princess general gen
    lieutenant lt colonel col major maj captain capt admiral adm president senator sen
    governor gov ambassador shri sri smt daw herr frau monsieur madame mme señor senor
    senora don dona hon honourable justice judge datuk haji hajji crown minister foreign
    prime chancellor secretary господин президент
    """
)
#: What stands before a single name too: “King Hussein” tells no more than “Hussein” does.
BARE_TITLES = words("mr mrs ms sir dame lord lady dr king queen pope sheikh shaikh imam herr frau")
#: Small words inside a name that writers keep or drop.
PARTICLES = words(
    """
    al el ul ad as an ar at de del della der den di da do dos du la le van von
    """
)
SUFFIXES = {
    "jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv",
    "vi": "vi", "vii": "vii", "viii": "viii", "xiii": "xiii", "xiv": "xiv", "xvi": "xvi",
    "xxiii": "xxiii",
}  # fmt: skip
#: Family names of China, Korea and Vietnam that mark a name whose every letter counts.
EAST_ASIAN_FAMILIES = words(
    """
    wang li zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang
    song zheng xie han tang feng yu dong xiao cheng cao yuan deng fu shen zeng peng lu su
    jiang cai jia ding wei xue ye yan pan du dai xia zhong tian ren fan fang shi yao tan
    liao zou xiong jin hao kong bai cui kang mao qiu qin gu hou shao meng long wan duan lei
    qian yin chang wen chiang xi kim lee park choi jung jeong cho yoon jang lim shin kwon
    hwang ahn hong yoo moon ban son bae noh roh paik baek nam nguyen tran pham phan vu vo
    dang bui ngo
    """
)
