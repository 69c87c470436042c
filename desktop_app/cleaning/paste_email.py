"""Articles that came by mail: the header lines above them, and the marks of quoted lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.core.folding import fold

_HEADER_WORDS = {
    name: meaning
    for meaning, names in {
        "from": "from|von|de|da|van|от|від|od|kimden|gonderen|من|发件人|寄件者|差出人|보낸 사람",
        "to": "to|an|a|para|aan|кому|do|kime|cc|bcc|kopie|копия|copie|إلى|收件人|宛先|받는 사람",
        "date": "date|sent|datum|gesendet|envoye|fecha|enviado|enviada em|data|inviato|verzonden"
        "|дата|отправлено|надіслано|tarih|wyslano|التاريخ|发送时间|日期|日時|送信日時|날짜",
        "subject": "subject|betreff|objet|asunto|assunto|oggetto|onderwerp|тема|konu|temat"
        "|الموضوع|主题|主旨|件名|제목",
        "other": "reply-to|message-id|attachments|anlagen|importance|priority|x-mailer"
        "|content-type|mime-version|return-path|received|delivered-to|list-id|antwort an",
    }.items()
    for name in names.split("|")
}
_HEADER = re.compile(r"\*?([^\W\d_][^:：\n]{0,30}?)\*?\s?[:：]\*?\s?(.*)$")
_FORWARDED = re.compile(
    r"[-_=\s>]{3,}\s?[^\n]{0,40}\b(?:forwarded|original|weitergeleitet|ursprüngliche|transféré"
    r"|reenviado|inoltrato|encaminhada|doorgestuurd|пересыла|пересланное)[^\n]{0,40}[-_=\s]{0,40}$"
    r"|begin forwarded message:?$",
    re.IGNORECASE,
)
_REPLY = re.compile(
    r"(?:(?:re|aw|fw|fwd|wg|tr|rv|enc|i|antw|sv|回复|转发|答复)\s?[:：]\s?){1,5}", re.IGNORECASE
)
_QUOTE = re.compile(r"\s?(?:[>|]\s?){1,8}")
_SIGNATURE = re.compile(r"--\s?$")
#: What mail programs and newsletters write below the text.
_FOOTER = re.compile(
    r"(?:sent|gesendet|envoyé|enviado|inviato|verzonden|отправлено)\s(?:from|via|von|mit|de|depuis"
    r"|desde|do|da|vanaf|vanuit|с)\s(?:my|meine[mr]|mon|ma|mi|meu|mio|mijn|моего|outlook|gmail"
    r"|yahoo|iphone|ipad|android)\b"
    r"|von meine[mr] [\w -]{2,30} gesendet$"
    r"|this (?:e-?mail|message|newsletter) (?:was|has been) sent\b"
    r"|(?:diese|dieser) (?:e-?mail|nachricht|newsletter) wurde [^\n]{0,80}(?:gesendet|geschickt)"
    r"|ce(?:t|tte)? (?:e-?mail|courriel|message|newsletter) (?:vous )?a été envoyée?\b"
    r"|est[ea] (?:correo|mensaje|e-?mail|mensagem|newsletter) (?:fue|foi|ha sido) enviad[oa]\b"
    r"|view (?:this e-?mail )?(?:in|online)[^\n]{0,30}browser|unsubscribe\b|abbestellen\b"
    r"|se désabonner\b|darse de baja\b|отписаться\b"
    r"|[^\n]{3,100}\b(?:thought you (?:would|might) (?:like|be interested)|has shared (?:an|this) "
    r"article with you)",
    re.IGNORECASE,
)
_MAX_FOOTER = 240
_LEAST_HEADERS = 3
_MAX_TRIED = 40


@dataclass(frozen=True, slots=True)
class MailedText:
    """The text of a mail without its quote marks, its subject, and the lines around the text.

    ``subject`` has no “Fwd:” any more and may be empty; ``footer`` is the sender's signature.
    """

    text: str
    subject: str
    header: tuple[str, ...]
    footer: tuple[str, ...] = ()


def read_mail(text: str) -> MailedText | None:
    """The mail's parts, or None where the text is no mail.

    A mail is told by a block of at least three header lines (From, To, Date, Subject), in any of
    several languages, or by quote marks before most lines.
    """
    rows = text.splitlines()
    quoted = sum(row.lstrip().startswith(">") for row in rows)
    is_quoted = quoted >= 3 and quoted >= 0.6 * sum(bool(row.strip()) for row in rows)
    if is_quoted or (quoted and any(_FORWARDED.match(row[:120]) for row in rows[:_MAX_TRIED])):
        rows = [_unquoted(row) for row in rows]
    block = _header_block(rows)
    if block is None:
        return MailedText("\n".join(rows), "", ()) if is_quoted else None
    end, subject = block
    body, footer = _parted_signature(rows[end:])
    if not any(row.strip() for row in body):
        return None
    subject = _REPLY.sub("", subject[:300]).strip()
    return MailedText("\n".join(body), subject, _filled(rows[:end]), _filled(footer))


def is_around_mail(line: str) -> bool:
    """Whether a line is what mail programs write around a text: “Sent from my phone”."""
    return len(line) <= _MAX_FOOTER and _FOOTER.match(line) is not None


def _unquoted(row: str) -> str:
    return _QUOTE.sub("", row, count=1) if row.lstrip().startswith(">") else row


def _header_block(rows: Sequence[str]) -> tuple[int, str] | None:
    """Where the last block of header lines near the top ends, and its subject."""
    found = None
    at = 0
    while at < min(len(rows), _MAX_TRIED):
        kinds, end, subject = _headers_from(rows, at)
        if len(kinds) >= _LEAST_HEADERS and kinds & {"from", "subject"}:
            found = end, subject
        at = max(end, at + 1)
    return found


def _headers_from(rows: Sequence[str], at: int) -> tuple[set[str], int, str]:
    kinds: set[str] = set()
    subject = ""
    while at < len(rows):
        match = _HEADER.match(rows[at].strip()[:400])
        kind = _HEADER_WORDS.get(fold(match[1]).strip()) if match else None
        if match is None or kind is None:
            break
        kinds.add(kind)
        subject = match[2].strip(" *") if kind == "subject" else subject
        at += 1
    return kinds, at, subject


def _parted_signature(rows: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """The lines above the mark of a signature, if it stands near the end, and the others."""
    for number in range(max(0, len(rows) - 15), len(rows)):
        if _SIGNATURE.match(rows[number]):
            return rows[:number], rows[number:]
    return rows, ()


def _filled(rows: Sequence[str]) -> tuple[str, ...]:
    return tuple(row.strip() for row in rows if row.strip())
