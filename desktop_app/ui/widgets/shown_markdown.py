"""How Markdown becomes the HTML that Qt's rich text shows: the rules of reader and capture sheet.

No Qt here, so that it can be done in another process. Everything from outside is escaped; only
links to http, https and mailto, and images that the caller has, come through.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from desktop_app.cleaning.markdown_text import markdown_reader

#: A longer address leads nowhere; of a long one the tip shows the beginning.
_LONGEST_ADDRESS, _LONGEST_TIP = 4_000, 200


def shown_markdown_reader() -> MarkdownIt:
    """A reader whose renderer writes what may be shown.

    Its environment must have ``images``: a container of the addresses of images that are there.
    """
    return _showing(markdown_reader(), _RULES)


def shown_own_markdown_reader() -> MarkdownIt:
    """The same for the author's own Markdown, whose notes stand where they are written."""
    # Dossiers alone have it.
    from desktop_app.export.base.own_dialect import own_markdown_reader  # noqa: PLC0415

    return _showing(own_markdown_reader(), {**_RULES, **_OWN_RULES})


def _showing(reader: MarkdownIt, rules: Mapping[str, Callable[..., str]]) -> MarkdownIt:
    for name, rule in rules.items():
        reader.add_render_rule(name, rule)
    return reader


def _image(
    renderer: RendererHTML,
    tokens: Sequence[Token],
    index: int,
    options: OptionsDict,
    env: EnvType,
) -> str:
    token = tokens[index]
    source = str(token.attrs.get("src", ""))
    caption = str(token.attrs.get("title", "") or "")
    words = escape(caption or token.content)
    if source in env["images"]:
        shown = f'<img src="{escape(source, quote=True)}"/>'
        return f'{shown}<br/><span class="caption"><i>{words}</i></span>'
    return f'<span class="caption"><i>Picture: {words}</i></span>' if words else ""


def _link_open(
    renderer: RendererHTML,
    tokens: Sequence[Token],
    index: int,
    options: OptionsDict,
    env: EnvType,
) -> str:
    address = str(tokens[index].attrs.get("href", ""))
    known = address.lower().startswith(("http://", "https://", "mailto:"))
    if not known or len(address) > _LONGEST_ADDRESS:
        return "<a>"
    shown = escape(address, quote=True)
    tip = shown if len(shown) <= _LONGEST_TIP else f"{escape(address[:_LONGEST_TIP], quote=True)}…"
    return f'<a href="{shown}" title="{tip}">'


def _opening(html: str) -> Callable[..., str]:
    def rule(
        renderer: RendererHTML,
        tokens: Sequence[Token],
        index: int,
        options: OptionsDict,
        env: EnvType,
    ) -> str:
        return html

    return rule


def _label(
    renderer: RendererHTML,
    tokens: Sequence[Token],
    index: int,
    options: OptionsDict,
    env: EnvType,
) -> str:
    return f"<sup>{escape(tokens[index].meta['words'])}</sup>"


def _own_paragraph(
    renderer: RendererHTML,
    tokens: Sequence[Token],
    index: int,
    options: OptionsDict,
    env: EnvType,
) -> str:
    """A paragraph; the first of a note begins with the note's label."""
    begins_note = index > 0 and tokens[index - 1].type == "note_definition_open"
    label = _label(renderer, tokens, index - 1, options, env) + " " if begins_note else ""
    return label if tokens[index].hidden else f"<p>{label}"


_RULES = {
    "image": _image,
    "link_open": _link_open,
    "table_open": _opening('<table border="1" cellspacing="0" cellpadding="6">'),
    "blockquote_open": _opening('<blockquote class="quote">'),
}

_OWN_RULES = {
    "note_reference": _label,
    "note_definition_open": _opening(""),
    "note_definition_close": _opening(""),
    "note_open": _opening("<sup>[</sup><small>"),
    "note_close": _opening("</small><sup>]</sup>"),
    "paragraph_open": _own_paragraph,
}
