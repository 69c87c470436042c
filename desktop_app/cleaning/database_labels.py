"""The labels by which news databases mark a record's fields, and what they mean.

Only words stand here; how a record is read is told in ``paste_database``.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

#: Factiva's codes, https://developer.dowjones.com (article field codes). ``body`` opens the text,
#: an empty meaning is a field of no use here.
CODES: Mapping[str, str] = MappingProxyType(
    {
        "HD": "title", "BY": "authors", "CR": "agency", "PD": "published", "SN": "publisher",
        "LA": "language", "LP": "body", "TD": "body", "CLM": "", "SE": "", "WC": "", "ET": "",
        "SC": "", "ED": "", "PG": "", "VOL": "", "CY": "", "CT": "", "RF": "", "CO": "", "IN": "",
        "NS": "", "RE": "", "IPC": "", "IPD": "", "PUB": "", "AN": "", "ART": "", "DLN": "",
    }
)  # fmt: skip

#: Labels before a colon, folded, of Nexis, ProQuest and their like, in several languages.
LABELS: Mapping[str, str] = MappingProxyType(
    {
        label: meaning
        for meaning, labels in {
            "title": "title|headline|uberschrift|titel|titre|titulo|titolo|заголовок",
            "subtitle": "highlight|subtitle|untertitel|sous-titre|subtitulo",
            "authors": "byline|author|authors|autor|autoren|auteur|auteurs|autores|autore|автор",
            "publisher": "publication title|publication|source|source title|newspaper|journal"
            "|quelle|publikation|zeitung|nom de la source|fuente|fonte|publicacion|источник",
            "published": "publication date|date|published|pub date|datum|erscheinungsdatum"
            "|date de publication|fecha de publicacion|fecha|data|дата",
            "language": "language|language of publication|sprache|langue|idioma|lingua|язык",
            "url": "document url|url|link|permalink",
            "body": "body|full text|text|volltext|text integral|texte integral|texto completo"
            "|texto|testo|текст",
            "": "length|section|dateline|graphic|load-date|copyright|publisher|place of publication"
            "|country of publication|publication year|publication subject|issn|isbn|eissn"
            "|source type|document type|proquest document id|last updated|database|abstract"
            "|subject|location|people|company / organization|publication info|volume|issue|pages"
            "|first page|page|edition|lange|rubrik|ressort|longueur|publication-type|journal code"
            "|classification|industry|organization|identifier / keyword|number of pages"
            "|dateline|correction-date|word count|accession number|copyright holder|pages"
            "|url du document|longitud|seccion",
        }.items()
        for label in labels.split("|")
    }
)

#: Lines of a record after its text, folded: the first of them ends the article.
ENDINGS = (
    "classification", "end of document", "load-date:", "publication-type:", "journal code:",
    "subject:", "company / organization:", "document url:", "proquest document id:", "copyright:",
    "last updated:", "publication subject:", "identifier / keyword:", "ende des dokuments",
    "fin du document", "crown copyright", "credit:", "illustration caption:", "location:",
    "people:", "publication title:", "title:",
)  # fmt: skip

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
