"""The reader of the author's own Markdown: the dialect of articles with what writers expect beyond.

That is footnotes, ``[^1]`` with its ``[^1]: words`` anywhere in the same text, or ``^[words]`` in
place, as pandoc has them (https://pandoc.org/MANUAL.html#footnotes), and of
https://github.github.com/gfm/ ``~~struck out~~``, lists of tasks, and bare addresses as links.

Tokens of its own: ``note_definition_open`` and ``_close`` around the blocks of a note, whose meta
has its ``label`` and ``words``, the label as written; ``note_reference`` with both and the place
``at`` in the inline token's content; ``note_open`` and ``note_close`` around the words of a note in
place, whose meta has ``at`` and ``end``; ``task`` at the beginning of an item, with ``done``. The
last is written as a sign; how the others look is up to whoever writes them.
"""

from __future__ import annotations

import re
from collections.abc import MutableMapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference
from markdown_it.renderer import RendererHTML
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from desktop_app.export.base.brackets import closing_bracket
from desktop_app.export.base.dialect import markdown_reader

_LABEL = r"\[\^([^\s\[\]^]{1,100})\]"
_DEFINITION = re.compile(rf"{_LABEL}:[ \t]*")
_REFERENCE = re.compile(_LABEL)
#: What belongs to a note is indented by so many columns, as in a list.
_INDENT = 4
#: The longest note in place, in characters; a longer one is written below.
_LONGEST = 20_000
_TASK = re.compile(r"\[([ xX])\](?: |$)")
_SCHEME = re.compile(r"(?<![\w@.])https?\Z", re.IGNORECASE)
_ADDRESS = re.compile(r"://[^\s<>\[\]\"“”„«»`]{1,2000}")
#: Signs behind an address that belong to the sentence.
_BEHIND_ADDRESS = "?!.,:;*_~'’"
_NOTES = "own_notes"
#: How a task looks that is still to be done, and one that is done.
TO_DO, DONE = "☐", "☒"


@dataclass(slots=True)
class OwnNotes:
    """The labels of a text's notes, as written: those told, those referred to, those without words.

    The first two by their normal form. ``OwnNotes.of`` gives those of a reader's environment.
    """

    told: dict[str, str] = field(default_factory=dict)
    referred: dict[str, str] = field(default_factory=dict)
    missing: dict[str, None] = field(default_factory=dict)

    @classmethod
    def of(cls, env: MutableMapping[str, Any]) -> OwnNotes:
        """Those of the text that was read with this environment."""
        return cast(OwnNotes, env.setdefault(_NOTES, cls()))


def own_markdown_reader() -> MarkdownIt:
    """A fresh reader of the author's own Markdown."""
    reader = markdown_reader().enable("strikethrough")
    interrupts = ["paragraph", "reference", "blockquote"]
    reader.block.ruler.before("reference", "note_definition", _definition, {"alt": interrupts})
    for name, rule in (("note_reference", _reference), ("note_in_place", _note_in_place)):
        reader.inline.ruler.before("link", name, rule)
    reader.inline.ruler.before("link", "bare_address", _bare_address)
    reader.core.ruler.after("inline", "tasks", _tasks)
    reader.add_render_rule("task", _task_box)
    return reader


def _task_box(
    renderer: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType
) -> str:
    return f"{DONE if tokens[at].meta['done'] else TO_DO} "


def has_notes(markdown: str) -> bool:
    """Whether a text has a note of its own that is told."""
    if "[^" not in markdown and "^[" not in markdown:
        return False
    tokens = own_markdown_reader().parse(markdown)
    marks = ("note_reference", "note_open")
    return any(each.type in marks for token in tokens for each in token.children or ())


def lost_notes(markdown: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The labels of notes that nothing refers to, and those of which there is no note."""
    if "[^" not in markdown:
        return (), ()
    env: dict[str, Any] = {}
    own_markdown_reader().parse(markdown, env)
    notes = OwnNotes.of(env)
    unused = (words for label, words in notes.told.items() if label not in notes.referred)
    return tuple(unused), tuple(notes.missing)


def _definition(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    """A note's blocks: those on the line of its label, and those indented below."""
    if state.is_code_block(first):
        return False
    begin = state.bMarks[first] + state.tShift[first]
    found = _DEFINITION.match(state.src, begin, state.eMarks[first])
    if found is None:
        return False
    if silent:
        return True
    label = normalizeReference(found[1])
    OwnNotes.of(state.env).told.setdefault(label, found[1])
    opening = state.push("note_definition_open", "", 1)
    opening.meta = {"label": label, "words": f"[^{found[1]}]"}
    kept = (state.bMarks[first], state.tShift[first], state.sCount[first])
    state.blkIndent += _INDENT
    state.bMarks[first], state.tShift[first] = found.end(), 0
    state.sCount[first] = state.blkIndent
    state.md.block.tokenize(state, first, last)
    state.blkIndent -= _INDENT
    state.bMarks[first], state.tShift[first], state.sCount[first] = kept
    opening.map = [first, state.line]
    state.push("note_definition_close", "", -1)
    return True


def _reference(state: StateInline, silent: bool) -> bool:
    found = _REFERENCE.match(state.src, state.pos, state.posMax)
    # A link holds none: it would lead to two places.
    if found is None or state.linkLevel:
        return False
    notes, label = OwnNotes.of(state.env), normalizeReference(found[1])
    if label not in notes.told:
        if not silent:
            notes.missing[found[1]] = None
        return False
    if not silent:
        notes.referred[label] = found[1]
        token = state.push("note_reference", "", 0)
        token.meta = {"label": label, "words": found[0], "at": state.pos}
    state.pos = found.end()
    return True


def _note_in_place(state: StateInline, silent: bool) -> bool:
    if state.linkLevel or not state.src.startswith("^[", state.pos):
        return False
    at, outer_end = state.pos, state.posMax
    end = closing_bracket(state.src, at + 1, _LONGEST)
    if end is None or end > outer_end or not state.src[at + 2 : end - 1].strip():
        return False
    if not silent:
        state.pos, state.posMax = at + 2, end - 1
        opening = state.push("note_open", "", 1)
        opening.meta = {"at": at, "end": end}
        state.md.inline.tokenize(state)
        state.push("note_close", "", -1)
    state.pos, state.posMax = end, outer_end
    return True


def _bare_address(state: StateInline, silent: bool) -> bool:
    """An address as it is copied into a text; its first letters were taken for words before."""
    at = state.pos
    if silent or state.linkLevel or not state.src.startswith("://", at):
        return False
    scheme = _SCHEME.search(state.src, max(0, at - 5), at)
    found = _ADDRESS.match(state.src, at, state.posMax)
    if scheme is None or found is None or not state.pending.endswith(scheme[0]):
        return False
    rest = found[0][3:].rstrip(_BEHIND_ADDRESS)
    while rest.endswith(")") and rest.count(")") > rest.count("("):
        rest = rest[:-1].rstrip(_BEHIND_ADDRESS)
    if not rest or not rest[0].isalnum():
        return False
    address = f"{scheme[0]}://{rest}"
    state.pending = state.pending.removesuffix(scheme[0])
    opening = state.push("link_open", "a", 1)
    opening.attrs = {"href": state.md.normalizeLink(address)}
    state.push("text", "", 0).content = address
    state.push("link_close", "a", -1)
    state.pos = at + 3 + len(rest)
    return True


def _tasks(state: StateCore) -> None:
    """Boxes at the beginnings of items become tokens of their own."""
    tokens = state.tokens
    for item, paragraph, inline in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if (item.type, paragraph.type) != ("list_item_open", "paragraph_open"):
            continue
        first = next(iter(inline.children or ()), None)
        found = _TASK.match(first.content) if first and first.type == "text" else None
        if first is not None and found is not None and inline.children is not None:
            first.content = first.content[found.end() :]
            inline.children.insert(0, Token("task", "", 0, meta={"done": found[1] != " "}))
