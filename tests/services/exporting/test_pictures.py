"""Pictures of an archive's articles, read back from the files by other programs."""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtGui import QImage

from desktop_app.core.article import CleanArticle, Event, Mention, NamedPerson
from desktop_app.core.dates import EdtfDate
from desktop_app.core.errors import InputError
from desktop_app.export.pictures.palette import PRINT
from desktop_app.services.base.settings import Settings
from desktop_app.services.clipping.prepared_clip import PreparedClip
from desktop_app.services.exporting.export_articles import export_articles
from desktop_app.services.exporting.export_job import ChosenDossier
from desktop_app.services.library import Library
from tests.export import read_pdf
from tests.export.pictures import read_picture

PICTURES = ("timeline-picture", "network-picture", "counts-picture")
TEXT = "Jane Roe met John Doe in Riga."


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """An archive of the sample articles, which is only read."""
    folder = tmp_path_factory.mktemp("sample")
    library = Library(Settings(folder / "sample.cuttings", folder / "config", folder / "log"))
    library.open()
    library.load_sample()
    yield library
    library.close()


def store(library: Library, clip: PreparedClip, number: int, **clean: object) -> int:
    text = f"{TEXT} {number}"
    usual = CleanArticle(
        title=f"Title {number}", markdown=text, text=text, published="2023-04-14", publisher="Times"
    )
    return library.store(replace(clip, clean=replace(usual, **clean)), as_new=True)  # type: ignore[arg-type]


def draw(library: Library, name: str, to: Path, query: object = "", **options: object) -> Path:
    done = export_articles(library.archive, query, name, to, options=options)  # type: ignore[arg-type]
    (path,) = done.written or done.unchanged
    return path


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_an_svg_of_words_that_nothing_is_loaded_by(
    sample: Library, tmp_path: Path, name: str
) -> None:
    path = draw(sample, name, tmp_path / "x.svg")

    words = " ".join(read_picture.words(path))
    assert f": {sample.archive.path.stem}" in words
    assert "24 articles from 4 outlets, captured" in words
    tags = {str(each.tag).rpartition("}")[2] for each in read_picture.root(path).iter()}
    assert not tags & {"script", "image", "style", "foreignObject", "a", "use", "animate"}
    content = path.read_text("utf-8")
    assert "href" not in content
    assert content.count("http") == content.count('xmlns="http://www.w3.org/2000/svg"') == 1


@pytest.mark.parametrize("name", PICTURES)
def test_a_pdf_is_for_archives_and_tagged_and_its_words_do_not_overlap(
    sample: Library, tmp_path: Path, name: str
) -> None:
    options = {"size": "slide"} if name == "network-picture" else {}

    path = draw(sample, name, tmp_path / "x.pdf", **options)

    assert read_pdf.metadata(path, "pdfaid:part") == "2"
    assert read_pdf.is_tagged(path)
    assert "Figure" in read_pdf.tags(path)
    assert "Source: archive" in read_pdf.text(path)
    assert read_pdf.paper(path) == ((960, 540) if options else (842, 595))
    boxes = read_picture.boxes(path)
    assert len(boxes) > 20
    assert read_picture.overlapping(boxes) == []
    with pikepdf.open(path) as pdf:
        assert pdf.Root.OutputIntents


def test_a_png_tells_its_size_on_paper(sample: Library, tmp_path: Path) -> None:
    path = draw(sample, "counts-picture", tmp_path / "x.png", resolution="150", size="column")

    assert struct.unpack(">II", path.read_bytes()[16:24]) == (520, 413)
    image = QImage(str(path))
    assert image.dotsPerMeterX() == 5_906  # 150 dots an inch
    assert image.pixelColor(1, 1).name() == "#ffffff"
    dark = {image.pixelColor(x, 200).name() for x in range(image.width())}
    assert PRINT.main in dark


@pytest.mark.parametrize("name", PICTURES)
def test_the_same_archive_gives_the_same_bytes(sample: Library, tmp_path: Path, name: str) -> None:
    first = draw(sample, name, tmp_path / "a.svg").read_bytes()
    assert draw(sample, name, tmp_path / "b.svg").read_bytes() == first


def test_the_kind_of_file_is_chosen_or_told_by_the_ending(sample: Library, tmp_path: Path) -> None:
    assert draw(sample, "counts-picture", tmp_path / "a.svg").name == "a.svg"
    assert draw(sample, "counts-picture", tmp_path / "b", picture="svg").name == "b.svg"
    assert draw(sample, "counts-picture", tmp_path, picture="svg").name == "counts.svg"


# Counts


@pytest.mark.parametrize("date", ["published", "event", "captured"])
def test_the_numbers_of_the_bars_are_those_of_the_archive(
    sample: Library, tmp_path: Path, date: str
) -> None:
    query = "event:1890..1950"

    path = draw(sample, "counts-picture", tmp_path / "x.svg", query, by="year", date=date)

    bars = read_picture.rectangles(path, PRINT.main)
    one = min(height for *_, height in bars)
    drawn = [round(height / one) for *_, height in bars]
    if date == "event":
        years = years_told(sample, query)
    else:
        buckets = sample.timeline(query, by="year", date=date)
        years = [each.count for each in buckets if len(each.date) == 4]
    assert drawn == [count // min(years) for count in years]


def years_told(library: Library, query: str) -> list[int]:
    """How many dates told fall into each year with one; an open end counts as the other."""
    counts: Counter[str] = Counter()
    for told in library.events(query):
        span = EdtfDate.parse(told.event.date)
        first = span.latest if span.earliest == "0001-01-01" else span.earliest
        last = span.earliest if span.latest == "9999-12-31" else span.latest
        if first[:4] == last[:4]:
            counts[first[:4]] += 1
    return [counts[year] for year in sorted(counts)]


def test_what_is_known_less_exactly_is_spread_and_what_has_no_date_is_told(
    library: Library, clip: PreparedClip, tmp_path: Path
) -> None:
    for number, published in enumerate(("2023-01-09", "2023-01-10", "2023-02-01", "2023", None)):
        store(library, clip, number, published=published)

    path = draw(library, "counts-picture", tmp_path / "x.svg", by="month")

    words = read_picture.words(path)
    assert "1 article has no date of publication and is not counted." in " ".join(words)
    assert "1 is known less exactly than by the month." in " ".join(words)
    exact = read_picture.rectangles(path, PRINT.main)
    spread = read_picture.rectangles(path, "url(#hatch1)")[1:]
    assert [round(height / exact[1][3]) for *_, height in exact] == [2, 1]
    assert len(spread) == 12
    assert sum(height for *_, height in spread) == pytest.approx(exact[1][3], abs=0.2)


def test_bars_are_told_apart_by_outlet_and_the_rest_are_others(
    library: Library, clip: PreparedClip, tmp_path: Path
) -> None:
    for number in range(9):
        store(library, clip, number, publisher=f"Outlet {number}" if number < 8 else None)

    path = draw(library, "counts-picture", tmp_path / "x.svg", group="publisher")

    words = read_picture.words(path)
    assert [each for each in words if each.startswith("Outlet")] == [
        f"Outlet {number}" for number in range(6)
    ]
    assert "Other outlets, or none told" in words
    assert "2 more outlets are not told apart." in " ".join(words)
    assert "9" in words  # the number above the bar
    (others,) = read_picture.rectangles(path, PRINT.others)[1:]
    (first,) = read_picture.rectangles(path, PRINT.series[0])[1:]
    assert others[3] / (first[3] + 0.6) == pytest.approx(3, abs=0.1)


def test_tags_have_a_small_picture_each_since_articles_have_several(
    sample: Library, tmp_path: Path
) -> None:
    path = draw(sample, "counts-picture", tmp_path / "x.svg", "tag:science", group="tag")
    words = read_picture.words(path)
    assert words[words.index("science") + 1] == str(sample.count("tag:science"))
    assert "An article with several tags counts for each of them." in " ".join(words)


def test_more_bars_than_have_room_are_put_together(sample: Library, tmp_path: Path) -> None:
    path = draw(sample, "counts-picture", tmp_path / "x.svg", by="day", size="column")
    words = " ".join(read_picture.words(path))
    assert "Articles per year" in words
    assert "By the day there would be more bars than have room." in words


@pytest.mark.parametrize(
    ("dates", "step"),
    [
        (("2023-04-13", "2023-04-15"), "day"),
        (("2023-01-05", "2023-05-31"), "week"),
        (("2019-01-05", "2023-05-31"), "month"),
        (("1854-01-05", "2023-05-31"), "year"),
        (("2019", "2020", "2021", "2021-02-01"), "year"),
    ],
)
def test_the_step_suits_the_span(
    library: Library, clip: PreparedClip, tmp_path: Path, dates: tuple[str, ...], step: str
) -> None:
    for number, published in enumerate(dates):
        store(library, clip, number, published=published)
    path = draw(library, "counts-picture", tmp_path / "x.svg")
    assert f"Articles per {step}: " in read_picture.words(path)[0]


# Timeline


def test_dates_are_drawn_as_exactly_as_they_are_known(
    library: Library, clip: PreparedClip, tmp_path: Path
) -> None:
    told = ("1990-05-04", "1991?", "1993-02/1996-03", "1998/..", "2001-04-02~")
    events = tuple(Event(each, 0, 5, f"It was {each}.", each) for each in told)
    store(library, clip, 1, events=events)

    path = draw(library, "timeline-picture", tmp_path / "x.svg")

    words = read_picture.words(path)
    for shown in ("4 May 1990", "1991 (uncertain)", "Feb 1993 – Mar 1996", "since 1998"):
        assert shown in words
    circles = [each for each in read_picture.root(path).iter() if str(each.tag).endswith("circle")]
    assert any(each.get("stroke-dasharray") for each in circles)
    assert any(str(each.tag).endswith("polygon") for each in read_picture.root(path).iter())
    assert "5 dates told in 1 article" in " ".join(words)


def test_lanes_are_named_with_their_numbers_and_those_without_one_are_told(
    library: Library, clip: PreparedClip, tmp_path: Path
) -> None:
    for number in range(8):
        store(library, clip, number, publisher=f"Outlet {number}", published=f"20{number + 10}")

    path = draw(
        library, "timeline-picture", tmp_path / "x.svg", date="published", group="publisher"
    )

    words = read_picture.words(path)
    assert words.count("1") == 6
    assert "2 more outlets with fewer dates have no lane." in " ".join(words)
    assert "Title 0" in words


def test_what_lies_far_out_is_told_and_not_drawn(
    library: Library, clip: PreparedClip, tmp_path: Path
) -> None:
    days = ["1066-10-14", *(f"2023-04-{day:02d}" for day in range(1, 31))]
    events = tuple(Event(each, 0, 5, "It was.", each) for each in days)
    store(library, clip, 1, events=events)
    words = " ".join(read_picture.words(draw(library, "timeline-picture", tmp_path / "x.svg")))
    assert "before 2 Apr 2023" in words or "before 1 Apr 2023" in words
    assert "1066" not in words


def test_many_dates_of_a_lane_are_bars_with_the_words_of_the_highest(
    library: Library, clip: PreparedClip, tmp_path: Path
) -> None:
    days = [f"20{year}-{month:02d}-{day:02d}" for year in (20, 21) for month in range(1, 13)
            for day in range(1, 28, 2)]  # fmt: skip
    days += ["2021-07-01"] * 5
    events = tuple(Event(each, 0, 5, f"It was {each}.", each) for each in days)
    store(library, clip, 1, events=events)

    path = draw(library, "timeline-picture", tmp_path / "x.svg", size="column")

    words = " ".join(read_picture.words(path))
    assert "Bars tell how many there are in each week" in words
    assert "28 Jun – 4 Jul 2021 · 7" in words


# Network


LETTERS = "abcdefghijklmnopqrstuvwxyz"


def people(*names: str) -> tuple[NamedPerson, ...]:
    return tuple(NamedPerson(each, (), (), (Mention(0, 8, "Jane Roe"),)) for each in names)


def test_who_is_named_everywhere_is_left_out_and_the_fewest_named_too(
    library: Library, clip: PreparedClip, tmp_path: Path
) -> None:
    for number in range(25):
        last = f"{LETTERS[number]}{LETTERS[-number]}and"
        named = ("Jane Roe", f"Ann B{last}", f"Rob S{last}el")
        store(library, clip, number, people=people(*named))

    path = draw(library, "network-picture", tmp_path / "x.svg", persons="20")

    words = " ".join(read_picture.words(path))
    assert "Jane Roe, whom every article names, is left out." in words
    assert "20 of 49 persons named" in words
    circles = [each for each in read_picture.root(path).iter() if str(each.tag).endswith("circle")]
    assert sum(each.get("fill") == PRINT.main for each in circles) == 20


def test_groups_have_colours_and_a_name(
    library: Library, clip: PreparedClip, tmp_path: Path
) -> None:
    for number in range(6):
        one, other = (
            people("Ann Ash", "Bob Birch", "Cid Cedar"),
            people("Dot Day", "Eve Ember", "Fay Fir"),
        )
        store(library, clip, number, people=(*one, *(other[:1] if number == 5 else ())))
        store(library, clip, 10 + number, people=other)

    path = draw(library, "network-picture", tmp_path / "x.svg")

    words = read_picture.words(path)
    assert "Ann Ash and 2 others" in words
    assert "Dot Day and 2 others" in words
    assert {"Bob Birch", "Cid Cedar", "Eve Ember", "Fay Fir"} <= set(words)


# What goes wrong, and what others wrote


@pytest.mark.parametrize("name", PICTURES)
def test_where_there_is_nothing_to_draw_a_sentence_says_so(
    library: Library, clip: PreparedClip, tmp_path: Path, name: str
) -> None:
    with pytest.raises(InputError, match="No article matches"):
        draw(library, name, tmp_path / "x.svg", "nothing")
    store(library, clip, 1, published=None)
    date = {} if name == "network-picture" else {"date": "published"}
    with pytest.raises(InputError, match="None of these articles"):
        draw(library, name, tmp_path / "x.svg", **date)
    assert not list(tmp_path.glob("*.svg"))


@pytest.mark.parametrize("name", PICTURES)
def test_a_dossier_and_chosen_articles_are_drawn(
    sample: Library, tmp_path: Path, name: str
) -> None:
    dossier = sample.dossiers.make(f"Riga talks of the {name}", [1, 2, 3])

    words = read_picture.words(draw(sample, name, tmp_path / "a.svg", ChosenDossier(dossier)))
    assert words[0].endswith(f": Riga talks of the {name}")
    assert "3 articles" in " ".join(words)
    words = read_picture.words(draw(sample, name, tmp_path / "b.svg", [5, 4], title="Mine"))
    assert words[0] == "Mine"
    assert "2 articles" in " ".join(words)


HOSTILE = (
    "<script>alert(1)</script> &amp; ]]> \u202egnp.exe\u0000\x1b\ud800 'x' \"y\" " + "W" * 5_000
)


@pytest.mark.parametrize("name", PICTURES)
def test_hostile_names_are_words_and_cut(
    library: Library, clip: PreparedClip, tmp_path: Path, name: str
) -> None:
    hostile = HOSTILE.replace("\ud800", "").replace("\u0000", "")
    events = (Event("2020-05-04", 0, 5, hostile, "x"), Event("2020-06", 0, 5, "#panic()", "x"))
    named = people(hostile[:300], "Jane Roe", "John Doe")
    store(library, clip, 1, title=hostile, publisher=hostile, people=named, events=events)
    options = {} if name == "network-picture" else {"group": "publisher"}

    path = draw(library, name, tmp_path / "x.svg", title=HOSTILE[:1_900], **options)

    words = read_picture.words(path)
    assert words[0].startswith("<script>alert(1)</script> &amp; ]]> gnp.exe")
    assert max(map(len, words)) < 300
    assert any(each.endswith("…") for each in words)
    assert not any(str(each.tag).endswith("script") for each in read_picture.root(path).iter())
    pdf = draw(library, name, tmp_path / "x.pdf", title=HOSTILE[:1_900], **options)
    assert read_picture.overlapping(read_picture.boxes(pdf)) == []


def test_names_in_any_writing_are_words_of_the_pdf(
    library: Library, clip: PreparedClip, tmp_path: Path
) -> None:
    names = ("محمد بن سلمان", "习近平", "岸田文雄さん", "김정은", "नरेन्द्र मोदी", "Żółć Ångström")
    for number, name in enumerate(names):
        store(library, clip, number, publisher=name)

    path = draw(library, "counts-picture", tmp_path / "x.pdf", group="publisher")

    text = read_pdf.text(path)
    for name in ("习近平", "김정은", "Żółć Ångström"):
        assert name in text
    assert read_pdf.metadata(path, "pdfaid:part") == "2"


def test_a_date_known_to_the_day_is_a_dot_also_where_days_are_wide(
    library: Library, clip: PreparedClip, tmp_path: Path
) -> None:
    store(library, clip, 1, published="2023-04-14")

    path = draw(library, "timeline-picture", tmp_path / "x.svg", date="published")

    (dot,) = [each for each in read_picture.root(path).iter() if str(each.tag).endswith("circle")]
    assert dot.get("fill") == PRINT.main
    assert read_picture.rectangles(path, PRINT.main) == []


@pytest.mark.parametrize("by", ["day", "year"])
def test_bars_that_no_picture_has_room_for_are_coarser_and_that_is_said(
    library: Library, clip: PreparedClip, tmp_path: Path, by: str
) -> None:
    for number, published in enumerate(("0001-01-01", "4000", "9999-12-31")):
        store(library, clip, number, published=published)

    path = draw(library, "counts-picture", tmp_path / "x.svg", by=by)

    assert f"By the {by} there would be more bars than have room." in " ".join(
        read_picture.words(path)
    )
