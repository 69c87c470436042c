"""A block of Markdown as the HTML that Qt's rich text shows. No Qt here, so that it can be made
in another process."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from desktop_app.cleaning.markdown_text import markdown_reader

#: Image addresses that are looked up among the clip's own images; all others show their words.
STORED_IMAGE = "cuttings-image:"


def block_html(markdown: str) -> str:
    """The block as HTML: no scripts, no remote images, links to http, https and mailto only."""
    reader = markdown_reader()
    reader.add_render_rule("image", _image)
    reader.add_render_rule("link_open", _link_open)
    html: str = reader.render(markdown)
    return html


def _image(
    renderer: RendererHTML,
    tokens: Sequence[Token],
    index: int,
    options: OptionsDict,
    env: EnvType,
) -> str:
    token = tokens[index]
    source = str(token.attrs.get("src", ""))
    caption = str(token.attrs.get("title", "") or "") or token.content
    words = f"<i>{escape(caption)}</i>" if caption else "<i>Picture</i>"
    if source.startswith(STORED_IMAGE):
        return f'<img src="{escape(source, quote=True)}"/><br/>{words}'
    return f"▣ {words}"


def _link_open(
    renderer: RendererHTML,
    tokens: Sequence[Token],
    index: int,
    options: OptionsDict,
    env: EnvType,
) -> str:
    address = str(tokens[index].attrs.get("href", ""))
    if not address.lower().startswith(("http://", "https://", "mailto:")):
        return "<a>"
    shown = escape(address, quote=True)
    return f'<a href="{shown}" title="{shown}">'
