"""Articles that came by mail."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.cleaning.paste import clean_paste
from desktop_app.cleaning.paste_email import read_mail

PASTES = Path(__file__).parent / "pastes"


def paste(name: str) -> str:
    return (PASTES / f"{name}.txt").read_text(encoding="utf-8")


def test_a_forwarded_article_without_header_and_signature() -> None:
    article = clean_paste(paste("mail-forwarded"))
    assert (article.title, article.authors) == ("Customs house vote put off", ("Ada Fenwick",))
    assert article.text.startswith("The harbour board met on Monday evening")
    assert "mail.example" not in article.text
    assert "Harbour Lane" not in article.text
    left_out = "\n".join(block.text for block in article.removed)
    assert "ruth@mail.example" in left_out
    assert "Harbour Lane 3" in left_out


def test_the_day_of_the_mail_is_not_the_day_of_the_article() -> None:
    assert clean_paste(paste("mail-forwarded")).published is None


def test_quote_marks_go_and_broken_lines_are_joined() -> None:
    article = clean_paste(paste("mail-quoted"))
    assert (article.title, article.published) == ("Customs house vote put off", "2024-03-06")
    assert ">" not in article.text
    assert len(article.text.split("\n\n")) == 4


def test_the_subject_is_the_title_where_no_line_is() -> None:
    article = clean_paste(paste("mail-outlook-de"))
    assert article.title == "Zollhaus: Entscheidung vertagt"
    assert len(article.text.split("\n\n")) == 4


def test_an_article_is_no_mail() -> None:
    assert read_mail(paste("lighthouse")) is None
    assert read_mail("Date: 6 March 2024\nBy Ada Fenwick\nThe board met.") is None


def test_a_quotation_in_an_article_is_no_mail() -> None:
    assert read_mail("The board met.\n> We will not sell.\nSo said its chairman.") is None


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text() | st.sampled_from(["From: a", "To: b", "Subject: c", "> d"])))
def test_any_text_is_a_mail_or_none(rows: list[str]) -> None:
    mail = read_mail("\n".join(rows))
    assert mail is None or "\n" not in mail.subject
