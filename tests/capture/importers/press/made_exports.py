"""What Factiva, Nexis and ProQuest export, made for the tests; no word of theirs is copied.

After Dow Jones' list of Factiva's field codes, the help pages of Nexis (“Deliver documents”) and of
ProQuest (“Export/Save”), and the layouts that LexisNexisTools, tm.plugin.factiva, newspapers,
nexis-analysis and metaknowledge describe in their documentation.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tests.capture.documents.made_documents import Block, p

MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre"
    " diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre"
    " dicembre",
}
DAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
}
WORDS_COUNTED = {"en": "words", "de": "Wörter", "fr": "mots", "es": "palabras", "it": "parole"}
DOCUMENT = {
    "en": "Document",
    "de": "Dokument",
    "fr": "Document",
    "es": "Documento",
    "it": "Documento",
}
LANGUAGE = {"en": "English", "de": "Deutsch", "fr": "Français", "es": "Español", "it": "Italiano"}
BY = {"en": "By", "de": "Von", "fr": "Par", "es": "Por", "it": "Di"}
RIGHTS = {
    "en": "All Rights Reserved", "de": "Alle Rechte vorbehalten", "fr": "Tous Droits Réservés",
    "es": "Todos los Derechos Reservados", "it": "Tutti i diritti riservati",
}  # fmt: skip
NEXIS = {
    "en": ("Section", "Length", "Byline", "Highlight", "Body", "Graphic", "Load-Date", "Language",
           "Classification", "End of Document", "{n} of {m} DOCUMENTS"),
    "de": ("Rubrik", "Länge", "Autor", "Highlight", "Text", "Grafik", "Update", "Sprache",
           "Klassifizierung", "Ende des Dokuments", "Dokument {n} von {m}"),
    "fr": ("Rubrique", "Longueur", "Auteur", "Sous-titre", "Corps", "Graphique",
           "Date de chargement", "Langue", "Classification", "Fin du document",
           "Document {n} de {m}"),
    "es": ("Sección", "Longitud", "Autor", "Subtítulo", "Cuerpo", "Gráfico", "Fecha de carga",
           "Idioma", "Clasificación", "Fin del documento", "Documento {n} de {m}"),
    "it": ("Sezione", "Lunghezza", "Autore", "Sottotitolo", "Corpo", "Grafico",
           "Data di caricamento", "Lingua", "Classificazione", "Fine del documento",
           "Documento {n} di {m}"),
}  # fmt: skip
PROQUEST = {
    "en": ("Title", "Author", "Publication title", "Publication date", "Full text", "Abstract",
           "Links", "Pages", "Section", "Language of publication", "ProQuest document ID",
           "Document URL", "Copyright", "Last updated", "Subject", "Publisher"),
    "de": ("Titel", "Autor", "Publikationstitel", "Publikationsdatum", "Volltext",
           "Zusammenfassung", "Links", "Seiten", "Rubrik", "Publikationssprache",
           "ProQuest-Dokument-ID", "Dokument-URL", "Copyright", "Zuletzt aktualisiert", "Thema",
           "Verlag"),
    "fr": ("Titre", "Auteur", "Titre de la publication", "Date de publication", "Texte intégral",
           "Résumé", "Liens", "Pages", "Section", "Langue de publication",
           "ID du document ProQuest", "URL du document", "Copyright", "Dernière mise à jour",
           "Sujet", "Editeur"),
    "es": ("Título", "Autor", "Título de publicación", "Fecha de publicación", "Texto completo",
           "Resumen", "Enlaces", "Páginas", "Sección", "Idioma de la publicación",
           "ID del documento de ProQuest", "URL del documento", "Copyright",
           "Última actualización", "Materia", "Editorial"),
    "it": ("Titolo", "Autore", "Titolo pubblicazione", "Data di pubblicazione", "Testo completo",
           "Riassunto", "Collegamenti", "Pagine", "Sezione", "Lingua di pubblicazione",
           "ID documento ProQuest", "URL documento", "Copyright", "Ultimo aggiornamento",
           "Soggetto", "Editore"),
}  # fmt: skip
_SYLLABLES = [
    "ka",
    "lo",
    "mi",
    "ra",
    "ten",
    "vor",
    "sul",
    "bri",
    "na",
    "dor",
    "el",
    "ist",
    "um",
    "gar",
    "pe",
    "zo",
    "fen",
    "lu",
]
_ACCENTS = {
    "en": "", "de": "äöüß", "fr": "éèàç", "es": "ñáóí", "it": "àèìù",
}  # fmt: skip
#: Paragraphs that look like parts of a head, and aren't: each stands within some text.
TRAPS = (
    "IN the harbour of Velm the boats lay still, and CO levels fell below what was feared.",
    "Location: the old mill, where nobody had lived since the flood of 1953, they say.",
    "Note: prices are those of last spring, before the second bridge was closed for good.",
    "Copyright law was never meant for this, the judge told both of the parties at length.",
    "14 April 2023",
    "Page 3 of 7 was missing from the report that the council had asked for in the winter.",
    "Document 12 of 40 in the case is a letter that the mayor wrote to his brother in Lund.",
    "He asked: how many? Subject: the answer came at once, and it was shorter than a word.",
    "Correction: an earlier form of this text called the ship by the name of her sister.",
    "By the end of the year 500 words had been agreed upon; the rest is yet to be written.",
    "PG and TD are the marks of two builders, Petersen Gard and Tor Dahl, on every stone.",
    "Update: the council meets again on Monday, and this time the doors will stay open.",
)


@dataclass(frozen=True)
class Sample:
    """An article as it should come out, whatever it was written as."""

    title: str
    authors: tuple[str, ...]
    outlet: str
    published: date
    section: str
    page: str
    subtitle: str
    paragraphs: tuple[str, ...]
    number: str
    language: str
    rights: str

    @property
    def words(self) -> int:
        """How many words the database counts in it."""
        return sum(len(each.split()) for each in self.paragraphs)


def samples(count: int, language: str, seed: int = 1) -> list[Sample]:
    """So many articles, each different, with traps among their paragraphs."""
    return [_sample(random.Random(seed * 100_003 + at), at, language) for at in range(count)]


def _sample(chance: random.Random, at: int, language: str) -> Sample:
    def word() -> str:
        letters = "".join(chance.choice(_SYLLABLES) for _ in range(chance.randint(1, 4)))
        accents = _ACCENTS[language]
        return letters + (chance.choice(accents) if accents and chance.random() < 0.3 else "")

    def words(least: int, most: int) -> str:
        return " ".join(word() for _ in range(chance.randint(least, most)))

    def sentence() -> str:
        text = words(9, 24)
        quoted = f"“{text}” – {words(1, 3)}" if chance.random() < 0.2 else text
        return quoted[0].upper() + quoted[1:] + "."

    def paragraph() -> str:
        return " ".join(sentence() for _ in range(chance.randint(1, 5)))

    paragraphs = [paragraph() for _ in range(chance.randint(2, 9))]
    for trap in chance.sample(TRAPS, chance.randint(0, 3)):
        paragraphs.insert(chance.randint(1, len(paragraphs) - 1), trap)
    name = f"{word().title()} {word().title()}", f"{word().title()} {word().title()}"
    day = date(1990, 1, 1) + timedelta(days=chance.randint(0, 12_000))
    outlet = f"The {word().title()} {chance.choice(('Gazette', 'Post', 'Zeitung', 'Diario'))}"
    return Sample(
        title=words(3, 12).capitalize() + chance.choice(("", "?", ": " + words(2, 4))),
        authors=name[: chance.randint(1, 2)],
        outlet=outlet,
        published=day,
        section=chance.choice(("World", "Foreign Desk", "Wirtschaft", "A la une")),
        page=f"A{chance.randint(1, 40)}",
        subtitle=chance.choice(("", words(4, 9).capitalize())),
        paragraphs=tuple(paragraphs),
        number=f"{at:010d}",
        language=language,
        rights=f"Copyright {day.year} {outlet}",
    )


def written_date(sample: Sample, *, weekday: bool = False) -> str:
    """The date in the words of the article's language."""
    day, code = sample.published, sample.language
    month = MONTHS[code].split()[day.month - 1]
    text = {
        "en": f"{month} {day.day}, {day.year}",
        "de": f"{day.day}. {month} {day.year}",
        "fr": f"{day.day}{'er' if day.day == 1 else ''} {month} {day.year}",
        "es": f"{day.day} de {month} de {day.year}",
        "it": f"{day.day} {month} {day.year}",
    }[code]
    return f"{text} {DAYS[code].split()[day.weekday()]}" if weekday else text


def _and(language: str) -> str:
    return {"en": "and", "de": "und", "fr": "et", "es": "y", "it": "e"}[language]


def _byline(sample: Sample) -> str:
    return f"{BY[sample.language]} " + f" {_and(sample.language)} ".join(sample.authors)


def _marks(sample: Sample) -> tuple[str, ...]:
    return (sample.paragraphs[0].split()[2],)


def factiva_number(sample: Sample) -> str:
    """The number that Factiva gives a document: outlet, date, and nine letters and figures."""
    day = sample.published.strftime("%Y%m%d")
    return f"GAZET000{day}ek{sample.number[-7:]}"


def factiva_coded(articles: Sequence[Sample]) -> list[Block]:
    """Factiva's “article with indexing”: a table of codes for each document."""
    blocks = [p("Factiva", heading=1), p("")]
    for each in articles:
        facts: list[tuple[str, tuple[str, ...]]] = [
            ("SE", (each.section,)),
            ("HD", (each.title,)),
            ("BY", (_byline(each),)),
            ("WC", (f"{each.words} {WORDS_COUNTED[each.language]}",)),
            ("PD", (_factiva_date(each),)),
            ("ET", ("12:03",)),
            ("SN", (each.outlet,)),
            ("SC", ("GAZET",)),
            ("PG", (each.page,)),
            ("LA", (LANGUAGE[each.language],)),
            ("CY", (f"{each.rights}. {RIGHTS[each.language]}.",)),
            ("LP", each.paragraphs[:1]),
            ("TD", each.paragraphs[1:]),
            ("NS", ("gcat : Political/General News | gpol : Domestic Politics",)),
            ("RE", ("eurz : Europe",)),
            ("AN", (f"{DOCUMENT[each.language]} {factiva_number(each)}",)),
        ]
        blocks += [Block(lines, code=code, marked=_marks(each)) for code, lines in facts]
        blocks.append(p(""))
    blocks += [p("Search Summary", heading=1), p("Date: Last 2 years"), p("Results Found: 200")]
    return blocks


def _factiva_date(sample: Sample) -> str:
    month = MONTHS[sample.language].split()[sample.published.month - 1]
    return f"{sample.published.day} {month} {sample.published.year}"


def factiva_displayed(articles: Sequence[Sample]) -> list[Block]:
    """Factiva's “full article”: the fields one below the other, told by their place."""
    blocks = [p("Factiva"), p("Dow Jones")]
    blocks += [p(f"{each.title}{'.' * 12} {at}") for at, each in enumerate(articles[:20], 2)]
    for each in articles:
        blocks += [
            p(each.section),
            p(each.title, bold=True),
            p(_byline(each)),
            p(f"{each.words} {WORDS_COUNTED[each.language]}"),
            p(_factiva_date(each)),
            p("12:03"),
            p(each.outlet),
            p("GAZET"),
            p(each.page),
            p(LANGUAGE[each.language]),
            p(f"{each.rights}. {RIGHTS[each.language]}."),
            *(p(text, marked=_marks(each)) for text in each.paragraphs),
            p(f"{DOCUMENT[each.language]} {factiva_number(each)}"),
            p("Page 3 of 90 © 2024 Factiva, Inc. All rights reserved."),
        ]
    return blocks


def nexis_older(articles: Sequence[Sample]) -> list[Block]:
    """Nexis until 2019: each document opens with its number."""
    blocks = [p("Print Request: All Documents: 1-200"), p("Time of Request: March 3, 2024")]
    for at, each in enumerate(articles, 1):
        section, length, author, highlight, _, graphic, loaded, spoken, *_, begins = NEXIS[
            each.language
        ]
        blocks += [
            p(begins.format(n=at, m=len(articles))),
            p(each.outlet),
            p(written_date(each, weekday=True), "Late Edition - Final"),
            p(each.title, bold=True),
            p(f"{author.upper()}: {_byline(each)}"),
            p(f"{section.upper()}: {each.section}; Pg. {each.page}"),
            p(f"{length.upper()}: {each.words} {WORDS_COUNTED[each.language]}"),
            *([p(f"{highlight.upper()}: {each.subtitle}")] if each.subtitle else []),
            *(p(text, marked=_marks(each)) for text in each.paragraphs),
            p(f"{graphic.upper()}: A boat in the harbour (Picture: Somebody)"),
            p(f"{loaded.upper()}: {written_date(each)}"),
            p(f"{spoken.upper()}: {LANGUAGE[each.language].upper()}"),
            p("PUBLICATION-TYPE: Newspaper"),
            p(each.rights, RIGHTS[each.language]),
        ]
    return blocks


def nexis_uni(articles: Sequence[Sample]) -> list[Block]:
    """Nexis Uni: a cover with all headlines, then documents that end with words that say so."""
    blocks = [
        p("User Name: Ada"),
        p("Date and Time: Friday, April 14, 2023 10:03:00 AM EDT"),
        p("Job Number: 123456789"),
        p(f"Documents ({len(articles)})", heading=1),
        *(p(f"{at}. {each.title}") for at, each in enumerate(articles, 1)),
        p("Search Terms: bread AND ships"),
        p("Search Type: Terms and Connectors"),
    ]
    for each in articles:
        section, length, author, highlight, body, graphic, loaded, spoken, kinds, ends, _ = NEXIS[
            each.language
        ]
        blocks += [
            p("Page 1 of 2"),
            p(each.title, heading=1),
            p(each.outlet),
            p(written_date(each, weekday=True)),
            p("Late Edition - Final"),
            p(f"{each.rights} {RIGHTS[each.language]}"),
            p(f"{section}: {each.section}; Pg. {each.page}"),
            p(f"{length}: {each.words} {WORDS_COUNTED[each.language]}"),
            p(f"{author}: {_byline(each)}"),
            *([p(f"{highlight}: {each.subtitle}")] if each.subtitle else []),
            p(body, bold=True),
            *(p(text, marked=_marks(each)) for text in each.paragraphs),
            p(graphic, bold=True),
            p("A boat in the harbour (Picture: Somebody)"),
            p(kinds, bold=True),
            p(f"{spoken}: {LANGUAGE[each.language].upper()}"),
            p("Publication-Type: Newspaper"),
            p(f"{loaded}: {written_date(each)}"),
            p(ends, bold=True),
        ]
    return blocks


_RULE = "_" * 60


def proquest(articles: Sequence[Sample]) -> list[Block]:
    """ProQuest's records between rules, each field behind its label."""
    blocks = [p(_RULE), p("Report Information from ProQuest"), p("March 3 2024 10:03"), p(_RULE)]
    blocks += [p("Table of contents"), *(p(f"{at}. {e.title}") for at, e in enumerate(articles, 1))]
    for at, each in enumerate(articles, 1):
        (title, author, outlet, published, text, abstract, links, pages, section, spoken, number,
         url, rights, updated, subject, publisher) = PROQUEST[each.language]  # fmt: skip
        address = f"https://www.proquest.com/docview/{each.number}"
        names = "; ".join(
            " ".join(reversed(name.split())).replace(" ", ", ", 1) for name in each.authors
        )
        first, *rest = each.paragraphs
        # A rule within a text, as papers set it above a note.
        rest = [*rest[:1], _RULE, *rest[1:]]
        blocks += [
            p(_RULE),
            p(f"Document {at} of {len(articles)}"),
            p(each.title),
            p(f"{author}: {names}"),
            p(f"Publication info: {each.outlet} ; Velm [Velm] {written_date(each)}: {each.page}."),
            p(address),
            p(f"{abstract}: {first[:40]}"),
            p(f"{links}: Check for full text"),
            p(f"{text}: {first}", marked=_marks(each)),
            *(p(each_text) for each_text in rest),
            p(f"{subject}: Harbours; Bridges"),
            p(f"{title}: {each.title}"),
            p(f"{outlet}: {each.outlet}; Velm"),
            p(f"{pages}: {each.page}"),
            p(f"{published}: {written_date(each)}"),
            p(f"{section}: {each.section}"),
            p(f"{publisher}: {each.outlet} Company"),
            p("Some new field: that nobody knows"),
            p(f"{spoken}: {LANGUAGE[each.language]}"),
            p(f"{number}: {each.number}"),
            p(f"{url}: {address}"),
            p(f"{rights}: {each.rights}"),
            p(f"{updated}: 2024-03-01"),
        ]
    return [*blocks, p(_RULE), p("Bibliography"), p("Citation style: ProQuest Standard")]


def proquest_parted(articles: Sequence[Sample]) -> list[Block]:
    """ProQuest's newer files: words in capitals part a record."""
    blocks = [p("Report Information from ProQuest"), p(_RULE)]
    for each in articles:
        (_, author, outlet, published, text, abstract, _, pages, section, spoken, number,
         url, rights, *_rest) = PROQUEST[each.language]  # fmt: skip
        names = "; ".join(
            " ".join(reversed(name.split())).replace(" ", ", ", 1) for name in each.authors
        )
        address = f"https://www.proquest.com/docview/{each.number}"
        blocks += [
            p(each.title, bold=True),
            p(f"{names}. {each.outlet}; Velm. {written_date(each)}: {each.page}."),
            p("ProQuest document link"),
            p(abstract.upper(), bold=True),
            p(each.paragraphs[0][:50]),
            p(text.upper(), bold=True),
            *(p(each_text, marked=_marks(each)) for each_text in each.paragraphs),
            p("DETAILS", bold=True),
            p(f"{author}: {names}"),
            p(f"{outlet}: {each.outlet}; Velm"),
            p(f"{pages}: {each.page}"),
            p(f"{published}: {written_date(each)}"),
            p(f"{section}: {each.section}"),
            p(f"{spoken}: {LANGUAGE[each.language]}"),
            p(f"{number}: {each.number}"),
            p(f"{url}: {address}"),
            p(f"{rights}: {each.rights}"),
            p(_RULE),
        ]
    return blocks


#: Each layout by its name, with the importer that reads it.
LAYOUTS: dict[str, tuple[str, Callable[[Sequence[Sample]], list[Block]]]] = {
    "factiva coded": ("factiva", factiva_coded),
    "factiva displayed": ("factiva", factiva_displayed),
    "nexis older": ("nexis", nexis_older),
    "nexis uni": ("nexis", nexis_uni),
    "proquest": ("proquest", proquest),
    "proquest parted": ("proquest", proquest_parted),
}
