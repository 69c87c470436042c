"""A clip before it is kept: cutting, putting back, rewriting."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.cleaning.markdown_text import plain_text
from desktop_app.core.article import CleanArticle, Provenance, RawCapture, RemovedBlock
from desktop_app.services.clipping.prepared_clip import PreparedClip
from desktop_app.ui.clipping.clip_draft import (
    REMOVED_BY_HAND,
    ClipDraft,
    DraftState,
    blocks_of,
    split_blocks,
)

BODY = "First paragraph.\n\n- one\n- two\n\n> A quote.\n"
CUT = (RemovedBlock("1 min read", "reading time", 0), RemovedBlock("Read also", "related", 3))


def ready_draft(**fields: object) -> ClipDraft:
    raw = RawCapture(b"page", "text/html", "2026-11-23T15:40:00Z", url="https://example.org/a")
    clean = CleanArticle(BODY, plain_text(BODY), removed=CUT, **fields)  # type: ignore[arg-type]
    draft = ClipDraft(raw)
    draft.ready(PreparedClip(raw, raw, clean), blocks_of(BODY, CUT))
    return draft


def test_cut_blocks_stand_where_they_were() -> None:
    draft = ready_draft()

    assert [(block.kept, block.text) for block in draft.blocks] == [
        (False, "1 min read"),
        (True, "First paragraph."),
        (True, "one\ntwo"),
        (True, "A quote."),
        (False, "Read also"),
    ]


def test_an_untouched_draft_gives_the_body_and_the_cut_blocks_back() -> None:
    draft = ready_draft()

    assert draft.markdown == BODY
    assert draft.removed == CUT
    assert not draft.edited


def test_putting_back_and_taking_out_change_body_and_list() -> None:
    draft = ready_draft()

    draft.toggle(0)
    draft.toggle(2)

    assert draft.markdown == "1 min read\n\nFirst paragraph.\n\n> A quote.\n"
    assert draft.removed == (
        RemovedBlock("one\ntwo", REMOVED_BY_HAND, 2),
        RemovedBlock("Read also", "related", 3),
    )
    assert draft.edited


def test_toggling_twice_is_no_edit() -> None:
    draft = ready_draft()

    draft.toggle(1)
    draft.toggle(1)

    assert not draft.edited
    assert draft.markdown == BODY


def test_going_back_to_the_found_value_is_no_change() -> None:
    draft = ready_draft(title="Found", provenance=MappingProxyType({"title": Provenance("h", 1)}))

    draft.set_value("title", "Mine")
    assert (draft.value("title"), draft.edited) == ("Mine", True)
    draft.set_value("title", "Found")

    assert not draft.edited


def test_rewriting_keeps_the_cut_blocks_restorable() -> None:
    draft = ready_draft()

    draft.rewrite(blocks_of("Only this.\n", draft.removed))

    assert draft.markdown == "Only this.\n"
    assert [block.text for block in draft.removed] == ["1 min read", "Read also"]
    assert draft.edited


def test_a_draft_is_named_by_its_title_or_where_it_comes_from() -> None:
    assert ready_draft(title="The cable").name == "The cable"
    assert ClipDraft(Path("/somewhere/page.html")).name == "page.html"
    assert ClipDraft("https://example.org/a").name == "https://example.org/a"


def test_beginning_again_forgets_what_was_found_but_not_what_the_user_said() -> None:
    draft = ready_draft()
    draft.tags, draft.note = ("trade",), "Why"

    draft.begin_again("https://example.org/b")

    assert (draft.state, draft.blocks, draft.tags) == (DraftState.WAITING, [], ("trade",))
    assert draft.address == "https://example.org/b"


@given(st.text(max_size=400))
def test_splitting_loses_no_text(markdown: str) -> None:
    pieces = split_blocks(markdown)

    assert all(piece.strip() for piece in pieces)
    for line in markdown.replace("\r\n", "\n").split("\n"):
        word = line.strip()
        if word.isalnum() and word.isascii():
            assert any(word in piece for piece in pieces)
