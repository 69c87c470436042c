"""The one gate between a page's markup and everything that reads it: an allow-list, by nh3.

Scripts, styles, forms, event handlers and addresses other than web and mail ones don't pass.
"""

from __future__ import annotations

import nh3

#: The scheme under which images that came inside the capture are known.
IMAGE_SCHEME = "cuttings-image"
TAGS = frozenset(
    str.split(
        "p h1 h2 h3 h4 h5 h6 ul ol li blockquote pre code table thead tbody tfoot tr th td a "
        "em strong b i del s sub sup br img hr div"
    )
)
_ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "title"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
    "code": {"class"},
    "pre": {"class"},
}
_SCHEMES = {"http", "https", "mailto", IMAGE_SCHEME}
_WITH_CONTENT = {"script", "style", "noscript", "template", "iframe", "object", "textarea"}


def sanitise(html: str) -> str:
    """The HTML with nothing left that could act, load or mislead a reader of its markup."""
    return nh3.clean(
        html,
        tags=set(TAGS),
        clean_content_tags=_WITH_CONTENT,
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        url_schemes=_SCHEMES,
        strip_comments=True,
        link_rel=None,
    )
