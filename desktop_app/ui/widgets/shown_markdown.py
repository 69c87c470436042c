"""How Markdown becomes the HTML that Qt's rich text shows: the rules of reader and capture sheet.

No Qt here, so that it can be done in another process. Everything from outside is escaped; only
links to http, https and mailto, and images that the caller has, come through.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
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
    reader = markdown_reader()
    for name, rule in _RULES.items():
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


_RULES = {
    "image": _image,
    "link_open": _link_open,
    "table_open": _opening('<table border="1" cellspacing="0" cellpadding="6">'),
    "blockquote_open": _opening('<blockquote class="quote">'),
}
