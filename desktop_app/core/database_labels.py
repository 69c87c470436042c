"""The labels by which news databases mark a record's fields, and what they mean.

Only words stand here. How a record is read is told in ``cleaning.paste_database``, for what people
paste, and in ``capture.importers.press``, for the files that the databases export.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

#: Factiva's codes, https://developer.dowjones.com (article field codes), in the order in which they
#: stand. ``body`` opens the text; an empty meaning is a fact that no field of an article takes.
CODES: Mapping[str, str] = MappingProxyType(
    {
        "CLM": "", "SE": "section", "HD": "title", "BY": "authors", "CR": "agency", "WC": "length",
        "PD": "published", "ET": "", "SN": "publisher", "SC": "", "ED": "", "PG": "page", "VOL": "",
        "LA": "language", "CY": "copyright", "LP": "body", "TD": "body", "ART": "", "CT": "",
        "RF": "", "CO": "", "IN": "", "NS": "", "RE": "", "IPC": "", "IPD": "", "PUB": "",
        "DLN": "", "AN": "number",
    }
)  # fmt: skip

#: Labels before a colon, folded, of Nexis, ProQuest and their like, in several languages.
LABELS: Mapping[str, str] = MappingProxyType(
    {
        label: meaning
        for meaning, labels in {
            "title": "title|headline|uberschrift|titel|titre|titulo|titolo|заголовок|kop|titular",
            "subtitle": "highlight|subtitle|untertitel|sous-titre|subtitulo|sottotitolo|chapeau",
            "authors": "byline|author|authors|autor|autoren|auteur|auteurs|autores|autore|autori"
            "|verfasser|автор",
            "publisher": "publication title|publication|source|source title|newspaper|journal"
            "|quelle|publikation|zeitung|nom de la source|fuente|fonte|publicacion|источник"
            "|publikationstitel|titel der publikation|titre de la publication|titre de publication"
            "|titulo de publicacion|titulo de la publicacion|titolo pubblicazione"
            "|titolo della pubblicazione",
            "published": "publication date|date|published|pub date|datum|erscheinungsdatum"
            "|date de publication|fecha de publicacion|fecha|data|дата|publikationsdatum"
            "|datum der veroffentlichung|data di pubblicazione|data pubblicazione",
            "language": "language|language of publication|sprache|langue|idioma|lingua|язык"
            "|publikationssprache|sprache der publikation|langue de publication"
            "|langue de la publication|idioma de la publicacion|lingua di pubblicazione|lengua"
            "|taal",
            "url": "document url|url|link|permalink|dokument-url|url des dokuments|url du document"
            "|url del documento|url documento",
            "body": "body|full text|volltext|text integral|texte integral|texto completo"
            "|texto|testo|текст|testo completo|testo integrale",
            "length": "length|lange|longueur|longitud|lunghezza|lengte|word count|extension",
            "section": "section|rubrik|ressort|rubrique|seccion|sezione|sectie|rubriek|secao",
            "page": "page|pages|first page|erste seite|seiten|seite|premiere page|paginas|pagina"
            "|primera pagina|prima pagina|pagine",
            "number": "proquest document id|proquest-dokument-id|proquest dokument-id"
            "|id du document proquest|identifiant du document proquest"
            "|id del documento de proquest|id del documento proquest|id documento proquest"
            "|accession number",
            "copyright": "copyright|derechos de autor|diritto d'autore|droits d'auteur",
            "abstract": "abstract|zusammenfassung|resume|resumen|riassunto|sommario",
            "": "dateline|graphic|load-date|publisher|place of publication|country of publication"
            "|publication year|publication subject|issn|isbn|eissn|e-issn|source type|document type"
            "|last updated|database|subject|location|people|company / organization"
            "|publication info|volume|issue|edition|publication-type|journal code|journal-code"
            "|classification"
            "|industry|organization|identifier / keyword|number of pages|correction-date"
            "|copyright holder|links|series|notes|correction|company|geographic|city|state|country"
            "|person|ticker|update|document-type|credit|illustration caption|column"
            "|first publication date|publication frequency|subject heading|classification code"
            "|category|dateline|isin|verlag|verlagsort|land der publikation|erscheinungsjahr"
            "|publikationsjahr|quellentyp|art der quelle|dokumenttyp|zuletzt aktualisiert|datenbank"
            "|thema|schlagworter|ort|personen|unternehmen|unternehmen / organisation"
            "|organisation|branche|geographie|grafik|ladedatum|zeitungs-code|publikationstyp"
            "|klassifizierung|klassifikation|fachgebiet|publikationsinformationen|links"
            "|editeur|lieu de publication|pays de publication|annee de publication"
            "|sujet de la publication|type de source|type de document|derniere mise a jour"
            "|base de donnees|sujet|lieu|personnes|societe / organisation|graphique"
            "|date de chargement|mise a jour|type-publication|type de publication|code-revue"
            "|informations de publication|liens|identificateur / mot-cle"
            "|editorial|lugar de publicacion|pais de publicacion|ano de publicacion"
            "|tipo de fuente|tipo de documento|ultima actualizacion|base de datos|materia|asunto"
            "|lugar|personas|empresa u organizacion|empresa/organizacion|grafico|fecha de carga"
            "|tipo de publicacion|codigo de revista|clasificacion|vinculos|enlaces"
            "|editore|luogo di pubblicazione|paese di pubblicazione|anno di pubblicazione"
            "|tipo di fonte|tipo di documento|ultimo aggiornamento|banca dati|soggetto|luogo"
            "|persone|azienda/organizzazione|azienda / organizzazione|data di caricamento"
            "|tipo di pubblicazione|codice rivista|classificazione|collegamenti|edizione"
            "|ausgabe|edicion|numero|ano|band|heft|url du document",
        }.items()
        for label in labels.split("|")
    }
)

#: Words that stand alone above the text of an article, folded.
BODY_WORDS = frozenset(
    {"body", "full text", "volltext", "text", "haupttext", "hauptteil", "inhalt", "corps"}
    | {"texte", "texte integral", "corps du texte", "cuerpo", "texto", "texto completo", "corpo"}
    | {"corpo del testo", "testo", "testo completo", "testo integrale", "tekst"}
)

#: Words that stand alone below an article, folded, where a database says so.
LAST_WORDS = frozenset(
    {"end of document", "ende des dokuments", "dokumentende", "ende des dokumentes"}
    | {"fin du document", "fin de document", "fin del documento", "final del documento"}
    | {"fine del documento", "fine documento", "einde van document", "einde van het document"}
    | {"fim do documento", "final do documento", "einde document"}
)

#: Lines of a record after its text, folded: the first of them ends the article.
ENDINGS = (
    "classification", "end of document", "load-date:", "publication-type:", "journal code:",
    "subject:", "company / organization:", "document url:", "proquest document id:", "copyright:",
    "last updated:", "publication subject:", "identifier / keyword:", "ende des dokuments",
    "fin du document", "crown copyright", "credit:", "illustration caption:", "location:",
    "people:", "publication title:", "title:",
)  # fmt: skip

#: Where an outlet appears is no part of its name: “The Times; London (UK)”, “The Times (London)”.
OUTLET_PLACE = re.compile(r"\s{0,2}(?:;.{0,200}|\([^()]{1,40}\))$")

#: The names of languages as records write them, folded, with their codes.
LANGUAGES: Mapping[str, str] = MappingProxyType(
    {
        name: code
        for code, names in {
            "en": "english|englisch|anglais|ingles|inglese|английский",
            "de": "german|deutsch|allemand|aleman|tedesco|немецкий",
            "fr": "french|franzosisch|francais|frances|francese|французский",
            "es": "spanish|spanisch|espagnol|espanol|spagnolo|испанский",
            "it": "italian|italienisch|italien|italiano|итальянский",
            "pt": "portuguese|portugiesisch|portugais|portugues|portoghese",
            "nl": "dutch|niederlandisch|neerlandais|nederlands|holandes|olandese",
            "ru": "russian|russisch|russe|ruso|russo|русский",
            "uk": "ukrainian|ukrainisch|ukrainien|украинский|украінська",
            "pl": "polish|polnisch|polonais|polski",
            "tr": "turkish|turkisch|turc|turkce",
            "ar": "arabic|arabisch|arabe",
            "he": "hebrew|hebraisch|hebreu",
            "fa": "persian|farsi|persisch|persan",
            "hi": "hindi",
            "zh": "chinese|chinesisch|chinois|chinese (simplified)|simplified chinese",
            "ja": "japanese|japanisch|japonais",
            "ko": "korean|koreanisch|coreen",
        }.items()
        for name in names.split("|")
    }
)
