"""One clip before it is kept: its blocks, what was cut, the user's changes. No Qt here.

The sheet shows drafts and changes them through these methods; what is finally stored is worked
out from one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from desktop_app.cleaning.markdown_text import block_lines, markdown_paragraphs, plain_text
from desktop_app.cleaning.warning_messages import WALLS
from desktop_app.core.address_key import address_key
from desktop_app.core.article import RawCapture, RemovedBlock
from desktop_app.core.errors import AppError
from desktop_app.services.base.field_values import FieldValue
from desktop_app.services.clipping.prepared_clip import PreparedClip
from desktop_app.ui.widgets.block_html import block_html

#: Fields that hold for all the articles of a capture, where the user sets them.
_SHARED = frozenset(("publisher", "accessed", "url"))
#: Why a block that the user took out isn't in the text.
REMOVED_BY_HAND = "removed by hand"


class DraftState(Enum):
    """How far a clip is on its way into the archive."""

    WAITING = "waiting"
    WORKING = "working"
    READY = "ready"
    FAILED = "failed"
    SAVED = "saved"


@dataclass(slots=True)
class ClipBlock:
    """One top-level block of the article, kept or cut, in its place.

    ``markdown`` is its source, ``text`` what it says, ``html`` how it is shown; ``reason`` tells
    why it was cut, ``was_kept`` how cleaning left it.
    """

    markdown: str
    text: str
    html: str
    kept: bool
    reason: str = ""
    was_kept: bool = True


@dataclass(slots=True, eq=False)
class ClipDraft:
    """A source on its way to becoming an article, with everything the user said of it.

    ``version_of`` is the article that it becomes a version of, ``is_asked`` whether the user said
    what becomes of it where its address is ``known``.
    ``parts`` is the number of articles that it can be split into; ``whole`` the draft that this
    one was split from.
    """

    source: RawCapture | str | Path
    state: DraftState = DraftState.WAITING
    prepared: PreparedClip | None = None
    failure: AppError | None = None
    blocks: list[ClipBlock] = field(default_factory=list)
    changes: dict[str, FieldValue] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    note: str = ""
    known: tuple[tuple[int, str], ...] = ()
    version_of: int | None = None
    is_asked: bool = False
    article_id: int | None = None
    rewritten: bool = False
    page_text: str = ""
    page_source: str = ""
    parts: int = 0
    whole: ClipDraft | None = None

    @property
    def address(self) -> str | None:
        """The web address of the source, where there is one."""
        if isinstance(self.source, RawCapture):
            return self.source.url
        is_address = isinstance(self.source, str) and "://" in self.source
        return str(self.source) if is_address else None

    @property
    def addresses(self) -> tuple[str, ...]:
        """Every address by which its article may be saved already; none before it is ready."""
        if self.prepared is None:
            return ()
        raw, clean = self.prepared.raw, self.prepared.clean
        told = (raw.url, clean.url, clean.canonical_url)
        return tuple(sorted({url for url in told if url}))

    def shares_address(self, other: ClipDraft) -> bool:
        """Whether another clip is one of the same page, as far as the addresses tell."""
        keys = {address_key(url) for url in self.addresses} - {""}
        return bool(keys & {address_key(url) for url in other.addresses})

    @property
    def newest_known(self) -> int | None:
        """The article, of those saved from its address, that it would become a version of."""
        return max(self.known)[0] if self.known else None

    @property
    def is_known_unasked(self) -> bool:
        """Whether the user has yet to say what becomes of it, as its address is saved already."""
        return self.state is DraftState.READY and bool(self.known) and not self.is_asked

    @property
    def name(self) -> str:
        """What to call it in a list: its title, else where it comes from."""
        title = self.value("title")
        if isinstance(title, str) and title:
            return title
        if isinstance(self.source, RawCapture):
            return self.source.name or self.source.url or "Pasted text"
        return self.source.name if isinstance(self.source, Path) else self.source

    def ready(self, prepared: PreparedClip, blocks: list[ClipBlock]) -> None:
        """Take what cleaning gave, and its blocks; what the user already said stays."""
        self.prepared = prepared
        self.failure = None
        self.state = DraftState.READY
        self.blocks = blocks
        self.rewritten = False

    def fail(self, failure: AppError) -> None:
        """Take the reason why it can't be had."""
        self.failure = failure
        self.state = DraftState.FAILED

    def begin_again(self, source: RawCapture | str | Path) -> None:
        """Start over from another source for the same article."""
        self.source = source
        self.state = DraftState.WAITING
        self.prepared = None
        self.failure = None
        self.blocks = []

    def part(self, source: RawCapture) -> ClipDraft:
        """A draft of one of its articles, with what the user said that holds for all of them."""
        changes = {name: self.changes[name] for name in _SHARED if name in self.changes}
        return ClipDraft(source, changes=changes, tags=self.tags, note=self.note, whole=self)

    @property
    def says_more_than_whole(self) -> bool:
        """Whether the user changed something since it was split off."""
        if self.whole is None:
            return self.edited
        fresh = self.whole.part(RawCapture(b"", "text/plain", ""))
        said, before = (self.changes, self.tags, self.note), (fresh.changes, fresh.tags, fresh.note)
        return self.body_changed or said != before

    @property
    def lacks_a_browser(self) -> bool:
        """Whether the page was fetched, and would show more where one can log in."""
        if self.prepared is None or not self.prepared.raw.is_fetched or self.address is None:
            return False
        return any(warning.code in WALLS for warning in self.prepared.clean.warnings)

    @property
    def loses_by_split(self) -> bool:
        """Whether splitting would leave out something that the user did."""
        return self.body_changed or not set(self.changes) <= _SHARED

    def value(self, name: str) -> FieldValue:
        """A field as it would be stored now."""
        if name in self.changes:
            return self.changes[name]
        return self.found(name)

    def found(self, name: str) -> FieldValue:
        """A field as cleaning found it."""
        if self.prepared is None:
            return None
        value: FieldValue = getattr(self.prepared.clean, name)
        return value

    def set_value(self, name: str, value: FieldValue) -> None:
        """Change a field; going back to what was found is no change."""
        if (value or None) == (self.found(name) or None):
            self.changes.pop(name, None)
        else:
            self.changes[name] = value

    def toggle(self, index: int) -> None:
        """Put a cut block back, or cut a kept one."""
        block = self.blocks[index]
        block.kept = not block.kept
        if not block.kept and not block.reason:
            block.reason = REMOVED_BY_HAND

    @property
    def markdown(self) -> str:
        """The body of the kept blocks."""
        kept = (block.markdown.strip("\n") for block in self.blocks if block.kept)
        return "\n\n".join(kept) + "\n"

    def rewrite(self, blocks: list[ClipBlock]) -> None:
        """Take the blocks of a body that the user typed."""
        self.blocks = blocks
        self.rewritten = True

    @property
    def removed(self) -> tuple[RemovedBlock, ...]:
        """What isn't in the body, each with the number of kept blocks above it."""
        cut: list[RemovedBlock] = []
        above = 0
        for block in self.blocks:
            if block.kept:
                above += 1
            else:
                cut.append(RemovedBlock(block.text, block.reason, above))
        return tuple(cut)

    @property
    def body_changed(self) -> bool:
        """Whether the body is no longer what cleaning gave."""
        return self.rewritten or any(block.kept != block.was_kept for block in self.blocks)

    @property
    def edited(self) -> bool:
        """Whether closing now would lose something that the user did."""
        if self.state is DraftState.SAVED:
            return False
        return bool(self.body_changed or self.changes or self.tags or self.note.strip())

    @property
    def words(self) -> int:
        """How many words the kept blocks have."""
        return sum(len(block.text.split()) for block in self.blocks if block.kept)


def blocks_of(markdown: str, removed: Sequence[RemovedBlock]) -> list[ClipBlock]:
    """The blocks of a body with the cut ones in their places; slow for a very long body."""
    kept = [_kept_block(source) for source in split_blocks(markdown)]
    cut: dict[int, list[ClipBlock]] = {}
    for block in removed:
        place = min(max(block.before, 0), len(kept))
        cut.setdefault(place, []).append(_cut_block(block))
    blocks: list[ClipBlock] = []
    for place, kept_block in enumerate(kept):
        blocks += cut.get(place, ())
        blocks.append(kept_block)
    return blocks + cut.get(len(kept), [])


def _kept_block(source: str) -> ClipBlock:
    return ClipBlock(source, plain_text(source), block_html(source), kept=True)


def _cut_block(block: RemovedBlock) -> ClipBlock:
    source = markdown_paragraphs(block.text)
    html = block_html(source)
    return ClipBlock(source, block.text, html, kept=False, reason=block.reason, was_kept=False)


def split_blocks(markdown: str) -> list[str]:
    """The Markdown source of each top-level block, in order."""
    lines = markdown.split("\n")
    starts = block_lines(markdown)
    ends = [*starts[1:], len(lines)]
    pieces = ("\n".join(lines[start:end]) for start, end in zip(starts, ends, strict=False))
    return [piece.strip("\n") for piece in pieces if piece.strip()]
