"""A block of Markdown as HTML, for the capture sheet. No Qt here: it is made in another process."""

from __future__ import annotations

from desktop_app.ui.widgets.shown_markdown import shown_markdown_reader

#: Image addresses that are looked up among the clip's own images; all others show their words.
STORED_IMAGE = "cuttings-image:"


class _OwnImages:
    """Contains the address of every image that a page brought with it."""

    def __contains__(self, address: object) -> bool:
        return isinstance(address, str) and address.startswith(STORED_IMAGE)


def block_html(markdown: str) -> str:
    """The block as HTML: no scripts, no remote images, links to http, https and mailto only."""
    html: str = shown_markdown_reader().render(markdown, {"images": _OwnImages()})
    return html
