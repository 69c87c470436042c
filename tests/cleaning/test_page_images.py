"""Which pictures of a page are the article's."""

from __future__ import annotations

import pytest
from lxml.html import fragment_fromstring

from desktop_app.cleaning.page_images import is_article_picture


@pytest.mark.parametrize(
    ("link", "is_kept"),
    [("/large.jpg", True), ("/chart.svg?large", True), ("/another-article", False)],
)
def test_a_picture_that_links_to_its_larger_self_is_no_teaser(link: str, is_kept: bool) -> None:
    linked = fragment_fromstring(f'<p><a href="{link}"><img src="/small.svg"></a></p>')
    assert is_article_picture(linked.find("a/img")) is is_kept
