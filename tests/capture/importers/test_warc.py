"""WARC after its specification, and what Browsertrix, wget and ArchiveBox write
(https://crawler.docs.browsertrix.com, https://www.gnu.org/software/wget/manual/), WACZ after
https://specs.webrecorder.net/wacz/1.1.1/."""

from __future__ import annotations

import gzip
import json
import zipfile
from collections.abc import Sequence
from pathlib import Path

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.capture.importers.import_source import ImportLimits, ImportSource
from desktop_app.capture.importers.registry import importer_for, importers
from desktop_app.core.errors import InputError
from desktop_app.core.imported import ImportedArticle, ImportProblem, ImportRemark
from tests.capture.importers.reading import read, zipped
from tests.capture.importers.test_markdown_notes import picture
from tests.capture.importers.warc_files import (
    TIME,
    http,
    packed,
    page,
    record,
    request,
    response,
)

BREAD, MILK = "https://news.example/bread", "https://news.example/milk"
INFO = record("warcinfo", "", b"software: x\r\n", Content_Type="application/warc-fields")


def pages(found: Sequence[object]) -> list[ImportedArticle]:
    return [each for each in found if isinstance(each, ImportedArticle)]


def content(article: ImportedArticle) -> bytes:
    assert article.snapshot is not None
    return article.snapshot.content


def crawl() -> list[bytes]:
    """What a crawler with a browser writes of one page."""
    shown = page(
        "Bread", '<img src="/bread.png">', '<iframe src="https://ads.example/a">x</iframe>'
    )
    return [
        INFO,
        request("http://news.example/bread", "document"),
        response("http://news.example/bread", "", status="301 Moved", headers={"Location": BREAD}),
        request(BREAD, "document"),
        response(BREAD, shown, headers={"Server": "nginx", "Set-Cookie": "a=b"}),
        response("https://news.example/bread.png", picture(), "image/png"),
        response("https://news.example/other.png", picture(), "image/png"),
        response("https://news.example/a.js", "let a;", "text/javascript"),
        request("https://ads.example/a", "iframe"),
        response("https://ads.example/a", page("Buy")),
        request("https://news.example/more", "empty"),
        response("https://news.example/more", "<p>loaded later</p>"),
        request("https://news.example/form", "document", "POST"),
        response("https://news.example/form", page("Thanks")),
        response("https://news.example/gone", page("Not found"), status="404 Not Found"),
        record("resource", "urn:text:x", b"text", Content_Type="text/plain"),
    ]


@pytest.mark.parametrize("form", ["plain", "packed", "packed whole"])
def test_pages_come_with_headers_images_and_the_addresses_that_led_there(
    tmp_path: Path, form: str
) -> None:
    path = tmp_path / ("a.warc" if form == "plain" else "a.warc.gz")
    whole = b"".join(crawl())
    path.write_bytes(
        {"plain": whole, "packed": packed(*crawl()), "packed whole": gzip.compress(whole)}[form]
    )

    article, remark = read(path, "warc")

    assert isinstance(article, ImportedArticle)
    assert (article.url, article.captured, article.origin.row) == (BREAD, TIME, 5)
    assert article.snapshot is not None
    assert b"price of bread" in article.snapshot.content
    assert article.snapshot.headers[1:] == (("server", "nginx"), ("set-cookie", "a=b"))
    assert (article.snapshot.media_type, article.snapshot.charset) == ("text/html", "utf-8")
    assert article.snapshot.redirects == ("http://news.example/bread",)
    assert [each.url for each in article.images] == ["https://news.example/bread.png"]
    assert isinstance(remark, ImportRemark)
    assert remark.text.startswith("15 records of 16 are no pages")


def test_bodies_come_without_their_codings(tmp_path: Path) -> None:
    shown = page("Bread").encode()
    whole = gzip.compress(shown)
    chunked = b"".join(b"%x;a=b\r\n%s\r\n" % (len(part), part) for part in (whole[:50], whole[50:]))
    codings = {
        "a": (chunked + b"0\r\n\r\n", {"Transfer-Encoding": "chunked", "Content-Encoding": "gzip"}),
        "b": (brotli.compress(shown), {"Content-Encoding": "br"}),
        "c": (shown, {"Content-Encoding": "br", "Transfer-Encoding": "chunked"}),
        "d": (shown, {"Content-Encoding": "gzip"}),
    }
    path = tmp_path / "a.warc.gz"
    path.write_bytes(
        packed(*(response(f"{BREAD}/{n}", body, headers=h) for n, (body, h) in codings.items()))
    )

    found = pages(read(path, "warc"))

    assert [content(each) for each in found] == [shown] * 4


def test_what_is_the_same_as_before_has_the_content_of_before(tmp_path: Path) -> None:
    first = response(BREAD, page("Bread"))
    digest = first.decode().split("WARC-Payload-Digest: ")[1].split("\r\n")[0]
    later = {"WARC_Date": "2024-02-02T00:00:00Z", "Content_Type": "application/http"}
    again = record("revisit", BREAD, http("200 OK"), WARC_Payload_Digest=digest, **later)
    refers = {"WARC_Refers_To_Target_URI": BREAD, "WARC_Refers_To_Date": TIME}
    other = record("revisit", MILK, http("200 OK"), **refers, **later)
    lost = record("revisit", f"{MILK}/2", http("200 OK"), WARC_Payload_Digest="sha1:X", **later)
    path = tmp_path / "a.warc.gz"
    path.write_bytes(packed(first, again, other, lost))

    bread, milk, problem, _ = read(path, "warc")

    assert isinstance(bread, ImportedArticle)
    assert isinstance(milk, ImportedArticle)
    assert (milk.url, milk.captured, content(milk)) == (
        MILK,
        "2024-02-02T00:00:00Z",
        content(bread),
    )
    assert problem == ImportProblem(
        4, "It has the content of a record that isn't in the file.", "a.warc.gz"
    )


def test_resources_and_pdfs_are_pages_too(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(
        record("resource", BREAD, page("Bread").encode(), Content_Type="text/html")
        + response("https://news.example/report.pdf", b"%PDF-1.4 ...", "application/pdf")
        + response("https://news.example/no.pdf", b"no PDF at all\x00\x01", "application/pdf")
    )

    first, second = pages(read(path, "warc"))

    assert (first.url, content(first)) == (BREAD, page("Bread").encode())
    assert second.snapshot is not None
    assert second.snapshot.media_type == "application/pdf"


def wacz(path: Path, lines: list[dict[str, str]], *records: bytes) -> Path:
    head = {"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}
    listed = "\n".join(json.dumps(each) for each in (head, *lines[:1]))
    extra = "\n".join(json.dumps(each) for each in lines[1:])
    return zipped(
        path,
        {
            "archive/data.warc.gz": packed(*records),
            "datapackage.json": "{}",
            "indexes/index.cdx.gz": b"",
            "pages/extraPages.jsonl": extra,
            "pages/pages.jsonl": listed,
        },
    )


def test_a_wacz_says_which_records_are_pages(tmp_path: Path) -> None:
    lines = [
        {"url": "http://news.example/bread", "ts": TIME, "title": "Bread – The Paper"},
        {"url": f"{MILK}#top", "ts": "2024-03-03T00:00:00Z", "title": "Milk"},
        {"url": "https://news.example/lost", "ts": TIME},
    ]
    early = response(MILK, page("Milk then"))
    late = response(MILK, page("Milk now"), WARC_Date="2024-03-03T00:00:02Z")
    framed = response("https://news.example/x", page("X"))
    path = wacz(tmp_path / "a.wacz", lines, *crawl(), early, late, framed)

    bread, milk, problem, remark = read(path, "warc")

    assert isinstance(bread, ImportedArticle)
    assert (bread.url, bread.origin.row) == (BREAD, 2)
    assert bread.snapshot is not None
    assert bread.snapshot.title == "Bread – The Paper"
    assert isinstance(milk, ImportedArticle)
    assert b"Milk now" in content(milk)
    assert problem == ImportProblem(
        2, "Its page isn't in the file (https://news.example/lost).", "pages/extraPages.jsonl"
    )
    assert isinstance(remark, ImportRemark)


def test_behind_a_damaged_record_the_rest_comes(tmp_path: Path) -> None:
    records = [response(f"{BREAD}/{n}", page(f"Bread {n}")) for n in range(4)]
    members = [packed(each) for each in records]
    members[1] = members[1][:40] + b"\xff" * 20 + members[1][60:]
    (tmp_path / "a.warc.gz").write_bytes(b"".join(members))
    records[1] = records[1].replace(b"Content-Length: ", b"Content-Length: -")
    (tmp_path / "b.warc").write_bytes(b"".join(records))
    (tmp_path / "c.warc.gz").write_bytes(packed(*records[2:])[:-30])

    for name in ("a.warc.gz", "b.warc"):
        found = read(tmp_path / name, "warc")
        assert {each.url for each in pages(found)} >= {f"{BREAD}/{n}" for n in (0, 2, 3)}
        assert [each.row for each in found if isinstance(each, ImportProblem)]
    assert f"{BREAD}/2" in {each.url for each in pages(read(tmp_path / "c.warc.gz", "warc"))}


def read_within(path: Path, limits: ImportLimits) -> list[object]:
    with ImportSource(path, limits) as source:
        return list(importer_for(source).read(source))


def test_what_unpacks_to_more_than_it_may_is_left_out_or_refused(tmp_path: Path) -> None:
    small = ImportLimits(whole=200_000, member=2**20, total=2**21)
    bomb = response(BREAD, b"<html>" + b"a" * 10_000_000)
    path = tmp_path / "a.warc.gz"
    path.write_bytes(packed(bomb, response(MILK, page("Milk"))))
    inner = response(
        BREAD, gzip.compress(b"<html>" + bytes(1_000_000)), headers={"Content-Encoding": "gzip"}
    )
    (tmp_path / "b.warc.gz").write_bytes(packed(inner, response(MILK, page("Milk"))))
    several = [response(f"{BREAD}/{n}", b"<html>" + b"a" * 150_000) for n in range(50)]
    (tmp_path / "c.warc.gz").write_bytes(packed(*several))
    (tmp_path / "d.warc.gz").write_bytes(gzip.compress(b"".join([*several, bomb])))

    for name in ("a.warc.gz", "b.warc.gz"):
        problem, article, _ = read_within(tmp_path / name, small)
        assert isinstance(problem, ImportProblem)
        assert isinstance(article, ImportedArticle)
        assert article.url == MILK
    with pytest.raises(InputError, match="far more"):
        read_within(tmp_path / "c.warc.gz", small)
    (refused,) = read_within(tmp_path / "d.warc.gz", small)
    assert isinstance(refused, ImportProblem)


def test_a_large_file_that_lies_in_a_wacz_as_it_is_comes(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.wacz", "w") as archive:
        archive.writestr("archive/data.warc", response(BREAD, page("Bread")) + bytes(300_000))

    found = read_within(tmp_path / "a.wacz", ImportLimits(whole=100_000, member=200_000))

    assert [each.url for each in pages(found)] == [BREAD]


@given(st.data())
def test_any_damage_gives_pages_problems_or_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    whole = bytearray(b"".join(crawl()) if data.draw(st.booleans()) else packed(*crawl()))
    for at in data.draw(st.lists(st.integers(0, len(whole) - 1), max_size=6)):
        whole[at] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.mktemp("any") / "any.warc"
    path.write_bytes(whole[: data.draw(st.integers(0, len(whole)))])

    try:
        with ImportSource(path) as source:
            for each in importers()["warc"].read(source):
                assert isinstance(each, ImportedArticle | ImportProblem | ImportRemark)
    except InputError as refusal:
        assert refusal.message
