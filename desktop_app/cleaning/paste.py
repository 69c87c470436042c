"""From pasted plain text to a clean article.

Only the order of the work stands here; each step has a module of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from types import MappingProxyType

from desktop_app.cleaning.boilerplate import boilerplate_reason, line_key, opens_tail
from desktop_app.cleaning.byline import agency_in, opens_byline
from desktop_app.cleaning.date_phrases import is_date_line
from desktop_app.cleaning.markdown_text import plain_text
from desktop_app.cleaning.paste_blocks import JudgedLine, to_blocks
from desktop_app.cleaning.paste_body import body_lines
from desktop_app.cleaning.paste_database import DatabaseRecord, read_record
from desktop_app.cleaning.paste_email import is_around_mail, read_mail
from desktop_app.cleaning.paste_head import PasteHead, prefer_subject, read_head
from desktop_app.cleaning.paste_lines import PasteLine, paste_lines
from desktop_app.cleaning.paste_transcript import spoken_lines, turn_lines
from desktop_app.cleaning.paste_warnings import paste_warnings
from desktop_app.core.article import CleanArticle, Provenance

_AGENCY_CREDIT = re.compile(r"\s*[(\[][^()\[\]]{2,60}[)\]][\s.*]*$")
#: For so many lines what a tail's first line says is told of the lines below it.
_TAIL_REACH = 40
#: A paste so short is kept whole where nothing in it is judged to be text.
_FEW_LINES = 3
_TAILS = {"comment": "comment", "related": "teaser"}


def clean_paste(text: str, *, url: str | None = None, today: str | None = None) -> CleanArticle:
    """The article in a pasted text: body, what the lines around it tell, what was left out.

    ``today`` (``YYYY-MM-DD``) is the day of the capture. Unknown fields stay None; every line
    that is not in the body is in ``removed``. Never raises.
    """
    mail = read_mail(text)
    lines = paste_lines(text if mail is None else mail.text)
    record = read_record([line.text for line in lines])
    if record is None:
        kept = _without_furniture(lines, body_lines(lines))
        turns = turn_lines(lines)
        for at in spoken_lines(lines, turns):
            kept[at] = True
        for at, line in enumerate(lines):
            kept[at] = kept[at] and not is_around_mail(line.text)
        kept = [
            keeps and not is_around_mail(line.text) for line, keeps in zip(lines, kept, strict=True)
        ]
        head = read_head(lines, kept, turns)
        if mail is not None:
            prefer_subject(head, lines, kept, mail.subject)
        judged = _judged(lines, kept, head)
    else:
        kept = [at in record.body for at in range(len(lines))]
        head = _record_head(record)
        judged = _judged_record(lines, record, head)
    judged = _without_agency_credit(judged, head)
    if mail is not None:
        head.tell("title", mail.subject, 0.6)
        judged = [*_furniture(mail.header), *judged, *_furniture(mail.footer)]
    markdown, removed = to_blocks(judged)
    if not markdown and len(lines) <= _FEW_LINES and sum(map(str.isalpha, text)) > 1:
        # Somebody who copies a line or two wants them, whatever a headline or menu looks like; a
        # lone letter is a slip of the hand.
        markdown, removed = to_blocks([JudgedLine(line.text) for line in lines])
    values = dict(head.values)
    if url:
        head.provenance["url"] = Provenance("user", 1.0)
    return CleanArticle(
        markdown=markdown,
        text=plain_text(markdown),
        title=values.get("title"),
        subtitle=values.get("subtitle"),
        authors=head.authors,
        publisher=values.get("publisher"),
        agency=values.get("agency"),
        language=values.get("language"),
        url=url or values.get("url"),
        published=values.get("published"),
        modified=values.get("modified"),
        accessed=values.get("accessed"),
        provenance=MappingProxyType(head.provenance),
        removed=removed,
        warnings=paste_warnings(lines, kept, values.get("title")),
    )


def _judged(lines: Sequence[PasteLine], kept: Sequence[bool], head: PasteHead) -> list[JudgedLine]:
    """Every line with the reason why it is left out, or none."""
    judged = []
    tail, tail_begins = "other", -_TAIL_REACH
    for at, (line, keeps) in enumerate(zip(lines, kept, strict=True)):
        if opens_tail(line.text):
            reason = boilerplate_reason(line.text)
            tail, tail_begins = _TAILS.get(reason or "", "other"), at
        if at in head.used:
            judged.append(JudgedLine(line.text, head.used[at]))
        elif keeps:
            judged.append(JudgedLine(line.text))
        elif line.is_furniture:
            judged.append(JudgedLine(line.text, "page furniture"))
        else:
            place = tail if at - tail_begins < _TAIL_REACH else _at_the_top(line.text)
            judged.append(JudgedLine(line.text, _own_reason(line.text, head) or place))
    return judged


def _furniture(rows: Sequence[str]) -> list[JudgedLine]:
    return [JudgedLine(row, "page furniture") for row in rows]


def _without_furniture(lines: Sequence[PasteLine], kept: Sequence[bool]) -> list[bool]:
    return [keeps and not line.is_furniture for line, keeps in zip(lines, kept, strict=True)]


def _record_head(record: DatabaseRecord) -> PasteHead:
    """The fields that a database tells of its record."""
    head = PasteHead(authors=record.authors)
    for name, value in record.values.items():
        head.tell(name, value, 0.95)
    if record.authors:
        head.provenance["authors"] = Provenance("text", 0.95)
    return head


def _judged_record(
    lines: Sequence[PasteLine], record: DatabaseRecord, head: PasteHead
) -> list[JudgedLine]:
    """The text of the record, and its fields as lines that are left out."""
    return [
        JudgedLine(record.body[at])
        if at in record.body
        else JudgedLine(line.text, _own_reason(line.text, head) or "page furniture")
        for at, line in enumerate(lines)
    ]


def _own_reason(text: str, head: PasteHead) -> str | None:
    """The reason that the line itself tells."""
    if told := boilerplate_reason(text):
        return told
    if is_around_mail(text):
        return "page furniture"
    if is_date_line(text):
        return "date line"
    if opens_byline(text) and len(text) < 120:
        return "byline"
    title = head.values.get("title")
    return "headline" if title and line_key(text) == line_key(title) else None


def _at_the_top(text: str) -> str:
    return "menu" if len(text.split()) <= 4 else "other"


def _without_agency_credit(judged: list[JudgedLine], head: PasteHead) -> list[JudgedLine]:
    """The lines with the agency's credit at the body's end parted from it, the agency noted."""
    body = [at for at, line in enumerate(judged) if line.reason is None]
    if not body:
        return judged
    last = body[-1]
    agency = agency_in(judged[last].text)
    credit = _AGENCY_CREDIT.search(judged[last].text[-90:])
    if agency is None or credit is None:
        head.tell("agency", agency_in(judged[body[0]].text), 0.8)
        return judged
    head.tell("agency", agency, 0.9)
    text = judged[last].text
    cut = len(text) - len(credit.group())
    parts = [JudgedLine(text[:cut])] if text[:cut].strip() else []
    return [
        *judged[:last],
        *parts,
        JudgedLine(credit.group().strip(), "agency credit"),
        *judged[last + 1 :],
    ]
