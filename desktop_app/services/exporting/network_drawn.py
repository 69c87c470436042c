"""Who is named with whom in some articles, as a picture."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from desktop_app.core.counted import counted
from desktop_app.core.errors import InputError
from desktop_app.core.network import NetworkPerson, PersonNetwork
from desktop_app.export.base.result import ExportResult
from desktop_app.services.exporting.export_job import ExportJob
from desktop_app.services.exporting.export_options import choice, flag
from desktop_app.services.exporting.picture_options import PictureOptions
from desktop_app.services.exporting.picture_subject import PictureSubject, subject_of

if TYPE_CHECKING:
    from desktop_app.export.pictures.network_picture import DrawnNetwork
    from desktop_app.export.pictures.picture_frame import PictureWords

_MOST = (("20", "20"), ("40", "40"), ("80", "80"), ("120", "120"))
#: So many lines a person at most: more are a ball of wool.
_TIES_A_PERSON = 4
#: Groups with a colour of their own, and how many must be in one.
_MOST_GROUPS, _LEAST_GROUP = 6, 3


@dataclass(frozen=True)
class NetworkPictureOptions(PictureOptions):
    """How many persons, and whether groups have colours."""

    persons: Literal["20", "40", "80", "120"] = choice(
        "40", "Persons at most", _MOST, "Those whom the most articles name."
    )
    communities: bool = flag(
        True,
        "Colours for groups",
        "Groups are persons named with each other more than with others.",
    )


def write_network_picture(job: ExportJob, options: NetworkPictureOptions) -> ExportResult:
    """Draw the network; raises InputError where nobody is named."""
    from desktop_app.export.pictures.network_picture import draw_network  # noqa: PLC0415
    from desktop_app.services.exporting.picture_writing import write_picture  # noqa: PLC0415

    subject, most = subject_of(job), int(options.persons)
    whole, named = job.archive.counting.network_among(subject.chosen, most + 1)
    if not whole.persons:
        raise InputError("None of these articles names anybody.", "Widen the query.")
    network, everywhere = _without_hub(whole, subject.articles, most)
    drawn = _drawn(network, job, grouped=options.communities)
    words = _words(options, subject, named, network, drawn, everywhere)
    return write_picture(
        job,
        options,
        subject,
        words,
        "network",
        lambda drawing, size, palette: draw_network(drawing, size, palette, words, drawn),
    )


def _without_hub(
    whole: PersonNetwork, articles: int, most: int
) -> tuple[PersonNetwork, NetworkPerson | None]:
    """The network without somebody named in every article, whose ties would hide all others."""
    first = whole.persons[0]
    is_hub = len(whole.persons) > 2 and articles > 1 and first.articles == articles
    hub = first if is_hub and whole.persons[1].articles < articles else None
    persons = [each for each in whole.persons if each is not hub][:most]
    kept = {each.id for each in persons}
    ties = tuple(tie for tie in whole.ties if tie.one in kept and tie.other in kept)
    return replace(whole, persons=tuple(persons), ties=ties), hub


def _drawn(network: PersonNetwork, job: ExportJob, *, grouped: bool) -> DrawnNetwork:
    """The network with the places and groups of its persons, and its strongest ties."""
    from desktop_app.analysis.network_groups import groups_of  # noqa: PLC0415
    from desktop_app.analysis.network_layout import picture_of  # noqa: PLC0415
    from desktop_app.export.pictures.network_picture import (  # noqa: PLC0415
        DrawnNetwork,
        DrawnPerson,
    )

    places = picture_of(network, job.cancelled).places.tolist()
    rows = {person.id: row for row, person in enumerate(network.persons)}
    ties = [(rows[tie.one], rows[tie.other], tie.articles) for tie in network.ties]
    found = groups_of(len(rows), ties) if grouped else []
    groups = [each for each in found if len(each) >= _LEAST_GROUP][:_MOST_GROUPS]
    groups = groups if len(groups) > 1 else []
    group_of = {row: number for number, group in enumerate(groups) for row in group}
    persons = tuple(
        DrawnPerson(person.name, person.articles, x, y, group_of.get(row))
        for row, (person, (x, y)) in enumerate(zip(network.persons, places, strict=True))
    )
    names = tuple(
        f"{network.persons[group[0]].name} and {counted(len(group) - 1, 'other')}"
        for group in groups
    )
    return DrawnNetwork(persons, tuple(ties[: _TIES_A_PERSON * len(persons)]), names)


def _words(
    options: NetworkPictureOptions,
    subject: PictureSubject,
    named: int,
    network: PersonNetwork,
    drawn: DrawnNetwork,
    everywhere: NetworkPerson | None,
) -> PictureWords:
    from desktop_app.export.pictures.picture_frame import PictureWords  # noqa: PLC0415

    shown = len(drawn.persons)
    told = [counted(subject.articles, "article")]
    told.append(
        f"{counted(named, 'person', 'persons')} named"
        if shown == named
        else f"{shown:,} of {named:,} persons named, those in the most articles"
    )
    if options.title:
        told.append(f"search: {subject.name}")
    notes = ["Dots are larger the more articles name a person, lines thicker the more name both."]
    if everywhere is not None:
        notes.append(f"{everywhere.name}, whom every article names, is left out.")
    fewer = len(network.ties) - len(drawn.ties)
    if fewer:
        notes.append(f"{counted(fewer, 'weaker tie')} {'is' if fewer == 1 else 'are'} not drawn.")
    title = options.title or f"Who is named with whom: {subject.name}"
    return PictureWords(title, " · ".join(told), subject.source, tuple(notes))
