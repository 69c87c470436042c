"""BibTeX and BibLaTeX, made after Zotero's translator BibTeX.js (https://github.com/zotero/translators),
Better BibTeX's documentation (https://retorque.re/zotero-better-bibtex), JabRef's on attached files
(https://docs.jabref.org) and biblatex's manual (https://ctan.org/pkg/biblatex)."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.capture.importers.bibtex_fields import (
    bare_value,
    file_paths,
    language,
    people,
    plain,
    verbatim,
)
from desktop_app.core.imported import ImportedArticle, ImportProblem
from tests.capture.importers.reading import articles, read, written, zipped

PAGE = "<html><body><article><h1>Bread</h1><p>Text of it.</p></article></body></html>"
ZOTERO = r"""
@article{larsen_bread_2021,
	title = {Bread gets dearer in {\"O}sterreich {\textendash} 5\% more},
	url = {https://news.example/bread\_a?b=c},
	abstract = {What flour
costs.},
	language = {en-GB},
	urldate = {2021-03-05},
	journal = {The Paper},
	author = {Larsen, Anna and van der Berg, Jan and {Agence France-Presse}},
	month = mar,
	year = {2021},
	note = {Section: World},
	keywords = {food, trade/grain, \#press},
	file = {Snapshot:files/12/bread.html:text/html;PDF:files/13/bread.pdf:application/pdf},
}
"""
BETTER = r"""
@online{larsenBreadGetsDearer2021,
  title = {Bread Gets Dearer},
  subtitle = {The Third Month},
  author = {Larsen, Anna and family=Gaulle, given=Charles, prefix=de, useprefix=true},
  date = {2021-03-01},
  url = {https://news.example/bread},
  urldate = {2021-03-05},
  abstract = {What flour costs.},
  langid = {ngerman},
  organization = {The Paper},
  keywords = {food,trade/grain},
  annotation = {Ask the mill.},
  timestamp = {2021-03-04T05:06:07Z},
  file = {/data/Zotero/storage/QQ11WW22/bread.html}
}
"""


def test_zoteros_entries_come_with_their_snapshots(tmp_path: Path) -> None:
    files = {"My Library.bib": ZOTERO, "files/12/bread.html": PAGE, "files/13/bread.pdf": "%PDF-1"}

    (article,) = articles(zipped(tmp_path / "a.zip", files), "bibtex")

    assert article.title == "Bread gets dearer in Österreich – 5% more"
    assert article.url == "https://news.example/bread_a?b=c"
    assert article.authors == ("Anna Larsen", "Jan van der Berg", "Agence France-Presse")
    assert (article.published, article.accessed) == ("2021-03", "2021-03-05")
    assert (article.publisher, article.language) == ("The Paper", "en")
    assert (article.subtitle, article.note) == ("What flour costs.", "Section: World")
    assert article.tags == ("food", "trade/grain", "#press")
    assert article.snapshot is not None
    assert (article.snapshot.content, article.snapshot.media_type) == (PAGE.encode(), "text/html")


def test_better_bibtexs_entries_find_the_storage_folder_that_is_given(tmp_path: Path) -> None:
    files = {"a/lib.bib": BETTER, "a/storage/QQ11WW22/bread.html": PAGE}

    (article,) = articles(zipped(tmp_path / "a.zip", files), "bibtex")

    assert (article.title, article.subtitle) == ("Bread Gets Dearer", "The Third Month")
    assert article.note == "What flour costs.\n\nAsk the mill."
    assert article.authors == ("Anna Larsen", "Charles de Gaulle")
    assert (article.published, article.captured) == ("2021-03-01", "2021-03-04T05:06:07Z")
    assert (article.publisher, article.language) == ("The Paper", "de")
    assert article.snapshot is not None


def test_broken_entries_are_told_by_their_numbers_and_the_rest_comes(tmp_path: Path) -> None:
    text = (
        '@comment{of no use}\n@preamble{"x"}\n@string{tp = "The Paper"}\n'
        '@article{one, title = "One", journal = tp # " on " # {Sunday}, year = 2020}\n'
        "@article{two,\n  title = {Never closed,\n"
        '@article{one, title = "Another One", title = {Again}, year = 2021}\n'
        "@misc{three, year = 2020}\n"
        "@misc{four, howpublished = {\\url{https://a.example/~x}}, url = {}}\n"
    )

    first, problem, other, untitled, last = read(written(tmp_path / "a.bib", text), "bibtex")

    assert isinstance(first, ImportedArticle)
    assert (first.title, first.publisher, first.published) == ("One", "The Paper on Sunday", "2020")
    assert problem == ImportProblem(2, "It begins in line 5 and isn't closed as it should.")
    assert isinstance(other, ImportedArticle)
    assert (other.title, other.origin.row) == ("Another One", 3)
    assert other.origin.id != first.origin.id
    assert untitled == ImportProblem(4, "It has no title and no address.")
    assert isinstance(last, ImportedArticle)
    assert last.url == "https://a.example/~x"


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"fa{\c c}ade {\'e}t\'{e} \'{\i} {\ss} {\aa} \v{c}", "façade été í ß å č"),
        (r"{NATO} \& \emph{The} ``Paper'' --- 50% of it", "NATO & The “Paper” — 50% of it"),
        (r"\$5~each", "$5 each"),
        (r"$x^2$ stays", "$x^2$ stays"),
        ("no LaTeX at all: Ж, 5%", "no LaTeX at all: Ж, 5%"),
        ("{" * 2000 + "deep", "deep"),
        ("two\nlines\n\nand a paragraph", "two lines\n\nand a paragraph"),
    ],
)
def test_latex_is_read_as_text(latex: str, text: str) -> None:
    assert plain(latex) == text


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("Anna Larsen and Jan van der Berg", ("Anna Larsen", "Jan van der Berg")),
        ("{Trade and Industry} and de la Vega, Ana", ("Trade and Industry", "Ana de la Vega")),
        ("King, Jr., Martin Luther and others", ("Martin Luther King Jr.",)),
        ('M{\\"u}ller, Bo and Müller, Bo', ("Bo Müller",)),
        ("{Reuters", ("Reuters",)),
        ("", ()),
    ],
)
def test_persons_have_particles_and_braces(field: str, names: tuple[str, ...]) -> None:
    assert people(field) == names


@pytest.mark.parametrize(
    ("field", "paths"),
    [
        ("Page:f/1/a.html:text/html;PDF:f/2/a.pdf:application/pdf", ["f/1/a.html", "f/2/a.pdf"]),
        (r"PDF:C\:\\Zotero\\AB\\y\; z.pdf:application/pdf", [r"C:\Zotero\AB\y; z.pdf"]),
        (":papers/a.pdf:PDF", ["papers/a.pdf"]),
        ("/data/AB/a.html;/data/CD/b.pdf", ["/data/AB/a.html", "/data/CD/b.pdf"]),
        ("", []),
    ],
)
def test_paths_of_attached_files(field: str, paths: list[str]) -> None:
    assert file_paths(field) == paths


def test_addresses_and_languages_and_strings() -> None:
    assert verbatim(r"\url{https://a.example/b\_c\%20d}") == "https://a.example/b_c%20d"
    assert [language(each) for each in ("en-GB", "ngerman", "Klingon", "")] == [
        "en",
        "de",
        None,
        None,
    ]
    assert bare_value('{a # b} # tp # "c"', {"tp": " T "}) == "a # b T c"


@given(st.text(alphabet="\\{}$%~&#_^'`\"-abÖ ,;:=\n", max_size=60))
def test_any_field_is_read(field: str) -> None:
    for each in (plain(field), verbatim(field), bare_value(field, {}), *people(field)):
        assert isinstance(each, str)
    assert all(file_paths(field))


@given(
    st.lists(
        st.sampled_from(["@article{", "a", ",", "=", "{", "}", '"', "#", "(", ")", "\n@", "\\"])
    )
)
def test_any_file_is_read_to_its_end(
    tmp_path_factory: pytest.TempPathFactory, pieces: list[str]
) -> None:
    path = written(tmp_path_factory.mktemp("any") / "a.bib", ZOTERO + "".join(pieces))

    assert any(isinstance(each, ImportedArticle) for each in read(path, "bibtex"))
