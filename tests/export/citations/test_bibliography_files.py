"""Bibliography files, read back by pandoc, by bibtexparser and by our own importers."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from bibtexparser.entrypoint import parse_string
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.export.base.pandoc import run_pandoc
from desktop_app.export.citations.bibtex_entry import biblatex_entry, bibtex_entry
from desktop_app.export.citations.csl_item import csl_item
from desktop_app.export.citations.reference import Reference, one_line
from desktop_app.export.citations.reference_type import ReferenceType
from desktop_app.export.citations.ris_record import ris_record
from tests.capture.importers.reading import articles
from tests.export.citations.references import SHA256, reference

Json = dict[str, Any]


def _csl_json(references: list[Reference]) -> str:
    return json.dumps([csl_item(each) for each in references])


def _joined(written: Callable[[Reference], str]) -> Callable[[list[Reference]], str]:
    return lambda references: "".join(map(written, references))


#: By pandoc's names of its readers.
_WRITERS: dict[str, Callable[[list[Reference]], str]] = {
    "csljson": _csl_json,
    "bibtex": _joined(bibtex_entry),
    "biblatex": _joined(biblatex_entry),
    "ris": _joined(ris_record),
}
_REFERENCES = [
    reference(
        "berg2023talks",
        "Jan van der Berg",
        "Martin Luther King Jr.",
        "The Gazette Team",
        title="50% of NATO & Co_: “talks” cost $5 #1 ~ ^ \\cmd {x} @home",
        keywords=("diplomacy/russia", "a & b"),
        abstract="What was said",
        agency="ANI",
    ),
    reference(
        "xi2023",
        "Xi Jinping",
        "Santiago Ramón y Cajal",
        type=ReferenceType.MAGAZINE,
        title="Der Weg",
        language="de",
        published="2023-04",
    ),
    reference(
        "wang2023", "王毅", title="王毅会见", container="新华社", language="zh", published="2023"
    ),
    reference("note2023", "Jane Roe", type=ReferenceType.BLOG),
    reference("page2023", "Jane Roe", type=ReferenceType.PAGE),
    reference("live2023", "Jane Roe", type=ReferenceType.BROADCAST),
]

_PRESS = "article-newspaper article-magazine article-newspaper"


def _read_by_pandoc(form: str, text: str) -> list[Json]:
    made = run_pandoc([text.encode()], reader=form, writer="csljson")
    assert made is not None
    found: list[Json] = json.loads(made)
    return found


def _family(name: Json) -> str:
    parts = ("dropping-particle", "non-dropping-particle", "family")
    return name.get("literal") or " ".join(name[part] for part in parts if part in name)


@pytest.mark.parametrize("form", _WRITERS)
def test_pandoc_reads_the_same_fields(form: str) -> None:
    found = _read_by_pandoc(form, _WRITERS[form](_REFERENCES))

    assert [item["id"] for item in found] == [each.key for each in _REFERENCES]
    for item, told in zip(found, _REFERENCES, strict=True):
        expected = csl_item(told)
        title = item["title"].replace('<span class="nocase">', "").replace("</span>", "")
        # Its readers of BibTeX write what begins a quotation within a title large.
        assert title.lower() == told.title.lower()
        authors = expected["author"]
        assert isinstance(authors, list)
        assert list(map(_family, item["author"])) == list(map(_family, authors))
        outlet = item.get("container-title") or item.get("publisher")
        assert outlet == told.container or (form == "bibtex" and told.container in str(outlet))
        assert item["URL"] == told.url
        assert sorted(filter(None, item.get("keyword", "").split(", "))) == sorted(told.keywords)
        assert form == "bibtex" or item["language"][:2] == told.language
        if form == "ris":  # pandoc looks there for the year alone
            assert item["issued"]["date-parts"][0][0] == 2023
            continue
        assert item["issued"] == expected["issued"]
        assert item["accessed"] == expected["accessed"]
        if form != "bibtex":
            given_names = [each.get("given") for each in authors]
            assert [each.get("given") for each in item["author"]] == given_names


@pytest.mark.parametrize(
    ("form", "types"),
    [
        ("csljson", [each.type.value for each in _REFERENCES]),
        # The others have no name for all of them; these are the nearest.
        (
            "biblatex",
            f"{_PRESS} webpage webpage motion_picture".split(),
        ),
        (
            "ris",
            f"{_PRESS} post-weblog misc graphic".split(),
        ),
    ],
)
def test_pandoc_reads_the_types(form: str, types: list[str]) -> None:
    found = _read_by_pandoc(form, _WRITERS[form](_REFERENCES))

    assert [item["type"] for item in found] == types


def test_particles_that_stay_do_so_in_biblatex() -> None:
    names = _read_by_pandoc("biblatex", biblatex_entry(reference("a", "Jan van der Berg")))

    assert names[0]["author"][0]["non-dropping-particle"] == "van der"


def test_an_entry_of_bibtex_is_as_it_should_be() -> None:
    entry = bibtex_entry(reference("roe2023", "Jane Roe", title="Talks on NATO begin & end"))

    assert entry == (
        "@article{roe2023,\n"
        "  title = {Talks on {NATO} begin \\& end},\n"
        "  author = {Roe, Jane},\n"
        "  journal = {The Daily},\n"
        "  year = {2023},\n"
        "  month = apr,\n"
        "  day = {13},\n"
        "  url = {https://daily.example/talks},\n"
        "  urldate = {2025-05-02},\n"
        "  language = {en},\n"
        "  note = {Accessed 2025-05-02},\n"
        f"  annotation = {{Archived copy: captured 2025-05-02T10:00:00Z, SHA-256 {SHA256}}},\n"
        "}\n\n"
    )


@pytest.mark.parametrize(
    ("published", "date"),
    [
        ("2023-04~", "2023-04~"),
        ("2023-04-13/2023-04-15", "2023-04-13/2023-04-15"),
        ("2020/..", "2020/"),
        ("196X", "196X"),
        ("2020-21", "2020-21"),
        ("2023-04-13T10:00:00Z", "2023-04-13"),
    ],
)
def test_dates_of_biblatex_are_edtf(published: str, date: str) -> None:
    assert f"  date = {{{date}}},\n" in biblatex_entry(reference(published=published))


def test_a_ris_record_is_as_it_should_be() -> None:
    record = ris_record(reference("king2023", "Al King Jr.", published="2023-04", keywords=("a",)))

    assert record.split("\r\n") == [
        "TY  - NEWS",
        "ID  - king2023",
        "TI  - Talks on peace begin",
        "AU  - King, Al, Jr.",
        "T2  - The Daily",
        "PY  - 2023",
        "DA  - 2023/04//",
        "Y2  - 2025/05/02/",
        "UR  - https://daily.example/talks",
        "LA  - en",
        "KW  - a",
        f"N1  - Archived copy: captured 2025-05-02T10:00:00Z, SHA-256 {SHA256}",
        "ER  - ",
        "",
        "",
    ]


@pytest.mark.parametrize(
    ("form", "name", "importer"),
    [
        ("csljson", "a.json", "csl-json"),
        ("bibtex", "a.bib", "bibtex"),
        ("biblatex", "a.bib", "bibtex"),
        ("ris", "a.ris", "ris"),
    ],
)
def test_our_own_importers_read_every_field(
    form: str, name: str, importer: str, tmp_path: Path
) -> None:
    told = reference(
        "Berg:2023",
        "Jan van der Berg",
        "Xi Jinping",
        "Al King Jr.",
        "王毅",
        "The Gazette Team",
        title="50% of NATO & Co_: {talks} \\ cost $5 #1",
        abstract="What was said",
        keywords=("diplomacy/russia", "peace"),
        agency="ANI",
        published="2023-04~/2023-06",
    )
    path = tmp_path / name
    path.write_text(_WRITERS[form]([told]), newline="")

    (item,) = articles(path, importer)

    assert (item.title, item.subtitle, item.publisher, item.agency) == (
        told.title,
        "What was said",
        "The Daily",
        "ANI",
    )
    assert item.authors == (
        "Jan van der Berg",
        "Xi Jinping",
        "Al King Jr.",
        "王毅",
        "The Gazette Team",
    )
    assert (item.published, item.accessed, item.language) == (told.published, "2025-05-02", "en")
    assert (item.url, item.tags, item.note) == (told.url, told.keywords, "")
    assert item.citation_key == "Berg:2023"


_ODD = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from("\\{}$&%#_^~\"'`@,=\n-[]<>|"),
    max_size=60,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_ODD, _ODD)
def test_no_title_and_no_name_breaks_a_file(title: str, name: str) -> None:
    told = reference("odd", name, title=one_line(title), container=one_line(name))
    following = reference("next")

    for written in (bibtex_entry, biblatex_entry):
        library = parse_string(written(told) + written(following))
        assert [entry.key for entry in library.entries] == ["odd", "next"]
        assert not library.failed_blocks
    lines = ris_record(told).split("\r\n")
    assert all(line[2:6] == "  - " for line in lines[:-2])
    assert json.loads(json.dumps(csl_item(told)))["id"] == "odd"


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_ODD)
def test_pandoc_takes_any_title(title: str) -> None:
    told = [reference("odd", title=one_line(title)), reference("next")]

    for form, written in _WRITERS.items():
        assert [item["id"] for item in _read_by_pandoc(form, written(told))] == ["odd", "next"]


def test_a_text_of_a_million_characters_is_cut() -> None:
    line = one_line("word \n" * 200_000)

    assert len(line) <= 1_000
    assert line.endswith("word…") or line.endswith("…")
