"""Errors are sentences with advice."""

from __future__ import annotations

from desktop_app.core.errors import AppError, CaptureError


def test_a_failure_reads_as_what_happened_and_what_to_do() -> None:
    failure = CaptureError("gone", "The page is gone.", "Try the web archive.")
    assert isinstance(failure, AppError)
    assert str(failure) == "The page is gone. Try the web archive."
    assert failure.kind == "gone"


def test_advice_may_be_missing() -> None:
    assert str(AppError("No.")) == "No."
