"""An article over several pages is one article, and stays one when it is cleaned again."""

from __future__ import annotations

from desktop_app.services.clipping.prepare_many import prepare_many
from desktop_app.services.library import Library
from tests.loopback_server import LoopbackServer

HEAD = """<!doctype html><html lang="en"><head><title>The siege</title>{link}</head><body><article>
<h1>The siege</h1>"""
FIRST = """<p>The town had been shut in since the autumn, and the bakers mixed straw into the flour
when the mayor came to see the ovens on the last day of the month.</p>
<p>Nobody in the street would sell a candle for money any more, and the school had moved into the
cellar of the brewery, where it was warm as long as the malt lasted.</p>
<p>The garrison still held the two gates towards the river, and every evening the band played on
the wall so that the other side should hear that there was breath to spare.</p>"""
SECOND = """<p>In the spring the first barge came up the river under a white flag with a doctor and
forty sacks of meal on board, and the bells were rung for the whole of the afternoon.</p>
<p>The doctor stayed for three years and wrote down what the people had told him in a book that
can be read in the town library to this day, next to the straw bread under glass.</p>
<p>Of the band only the drummer lived to see the peace; he was given the tollhouse at the bridge
and is said to have beaten the tattoo there every evening until he died.</p>"""
TAIL = "</article></body></html>"


def test_the_pages_are_one_article_also_when_cleaned_again(
    library: Library, loopback_server: LoopbackServer
) -> None:
    link = '<link rel="next" href="/siege?page=2">'
    address = loopback_server.reply("/siege", HEAD.format(link=link) + FIRST + TAIL)
    loopback_server.reply("/siege?page=2", HEAD.format(link="") + SECOND + TAIL)

    (prepared,) = prepare_many([address])
    assert prepared.clip is not None
    article_id = library.store(prepared.clip)

    text = library.article(article_id).clean.text
    assert text.startswith("The town had been shut in")
    assert text.endswith("until he died.")
    assert text.count("The siege") == 0
    assert library.reclean("").changed == ()
