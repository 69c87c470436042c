"""MHTML apart: page, images, origin; and what is damaged."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.capture.mhtml import decoded_base64, read_mhtml
from tests.capture.containers import ADDRESS, PAGE, mhtml, png


def test_the_page_and_its_images_come_out_whole() -> None:
    page = PAGE.format(src="https://example.org/a.png")
    found = read_mhtml(mhtml(page, {"https://example.org/a.png": png(), "cid:b@x": png(41)}))
    assert found.page is not None
    assert found.page.decode().strip() == page
    assert (found.url, found.saved, found.charset) == (ADDRESS, "2025-05-02T08:11:12Z", "utf-8")
    assert [image.content for image in found.images] == [png(), png(41)]
    assert [image.address for image in found.images] == ["https://example.org/a.png", None]
    assert found.images[1].content_id == "b@x"


def test_a_file_without_its_end_gives_what_is_there() -> None:
    whole = mhtml(PAGE, {"https://example.org/a.png": png()}, end="")
    found = read_mhtml(whole[:-500])
    assert found.page is not None
    assert len(found.images) == 1


def test_the_page_at_the_snapshots_address_is_preferred_to_an_earlier_frame() -> None:
    frame = "Content-Type: text/html\r\nContent-Location: https://ads.example/\r\n\r\n<p>Advert"
    content = mhtml("<p>Story", {}).replace(
        b"----B--\r\n", f"----B--\r\n{frame}\r\n----B--\r\n".encode(), 1
    )
    assert read_mhtml(content).page == b"<p>Story"


def test_parts_within_parts_are_found() -> None:
    inner = (
        'Content-Type: multipart/alternative; boundary="in"\r\n\r\n'
        "--in\r\nContent-Type: text/plain\r\n\r\nwords\r\n"
        "--in\r\nContent-Type: text/html; charset=x\r\n\r\n<p>words\r\n--in--\r\n"
    )
    content = f'Content-Type: multipart/related; boundary="out"\r\n\r\n--out\r\n{inner}--out--\r\n'
    assert read_mhtml(content.encode()).page == b"<p>words"


def test_a_hundred_thousand_nested_parts_end_without_a_page() -> None:
    content = b"Content-Type: multipart/related; boundary=a\r\n\r\n--a\r\n" * 100_000
    assert read_mhtml(content).page is None


@given(st.binary(max_size=400))
def test_any_bytes_come_apart_without_failing(noise: bytes) -> None:
    read_mhtml(noise)
    read_mhtml(b"Content-Type: multipart/related; boundary=a\r\n\r\n--a\r\n" + noise)
    read_mhtml(b"Content-Type: multipart/related; " + noise + b"\r\n\r\n--a\r\n")
    read_mhtml(mhtml("<p>x", {})[:350] + noise)


@given(st.binary(max_size=100))
def test_any_bytes_are_read_as_base64(noise: bytes) -> None:
    decoded_base64(noise)
