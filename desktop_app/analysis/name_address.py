"""Whether “Mr” or “Mrs” may stand before a person's name; what no list tells may be either.

Only given names that the English-language press uses for one sex alone are listed, so that Andrea,
Jean, Kim, Leslie or Robin contradict nothing.
"""

from __future__ import annotations

from enum import Enum

from desktop_app.analysis.name_words import words


class Address(Enum):
    """As whom a form of address speaks of somebody."""

    HE = "he"
    SHE = "she"


_ADDRESSES = {
    **dict.fromkeys(("mr", "sir", "lord", "messrs"), Address.HE),
    **dict.fromkeys(("mrs", "ms", "miss", "lady", "dame", "baroness"), Address.SHE),
}
_HE = words(
    """
    aaron abdul abdullah adam ahmed alan albert alexander alfred andrew anthony antonio arnold
    arthur barack benjamin bernard bill bob boris brian bruce carl carlos charles christopher
    clarence colin craig daniel david dennis dick dmitry dominic donald douglas edward emmanuel
    eric ernest francois frank fred frederick gary geoffrey george gerald gerhard giovanni
    gordon graham greg gregory gustav hans harold harry hassan heinrich helmut henry herbert
    howard hugh hussein ian ibrahim igor isaac ivan jack jacob james jason javier jeffrey jeremy
    jim jimmy joachim joe john johann jonathan jorge jose joseph joshua juan julio keith keir
    kenneth kevin klaus kurt larry lars lawrence leonard louis luigi luis malcolm mario mark
    martin matthew michael mike mikhail mitch mitt mohamed mohammed muhammad murray narendra
    neil nicolas nigel olaf oleg oliver oscar otto paul pedro peter philip pierre rajiv ralph
    raymond recep ricardo richard rishi robert roberto roger roland ronald roy rudolf sergei
    sergey simon stanley stefan stephen steven stuart theodore thomas tim timothy tom tony
    ulrich vernon victor vladimir volodymyr walter werner wilhelm william winston wolfgang
    """
)
_SHE = words(
    """
    abigail agnes aisha alexandra alice amanda amelia amy angela anita ann anna annalena anne
    annie barbara beatrice benazir bernadette bridget camilla carla carol caroline catherine
    cecilia charlotte cherie chelsea christina christine claire clara claudia condoleezza
    cynthia deborah denise diana diane donna doris dorothy edith eileen eleanor elena elisabeth
    elizabeth ellen emily emma esther eva eve fatima fiona florence frances gertrude gloria
    golda grace gwen hannah harriet heather helen helena hillary hilda ida imelda indira ingrid
    irene irina isabel isabella ivana ivanka jacinda jane janet janice jennifer jessica joanna
    josephine joyce judith julia juliet karen kate katherine kathleen kathryn laura lisa liz
    lucy lydia madeleine margaret maria marie marina martha mary megan melania melinda melissa
    michelle miriam monica nadia nancy natalia natalie nina nora olga olivia pamela patricia
    paula penelope priscilla rachel rebecca rita rosa rose rosemary ruth sally samantha sandra
    sarah sharon sheila shirley silvia sofia sonia sophie stephanie susan susanna suzanne
    svetlana sylvia tatiana teresa theresa ursula valentina vanessa vera veronica victoria viola
    virginia wendy winnie yulia yvette yvonne zoe
    """
)  # fmt: skip


def address_of(title: str) -> Address | None:
    """As whom a title in lower case speaks of a person; None where it tells nothing."""
    return _ADDRESSES.get(title)


def address_of_given(name: str) -> Address | None:
    """As whom a given name in lower case is usually spoken of; None where both or neither."""
    if name in _HE:
        return Address.HE
    return Address.SHE if name in _SHE else None
