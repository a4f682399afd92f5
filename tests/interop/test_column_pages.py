"""The reference shows the columns that there are."""

from __future__ import annotations

from column_pages import audit_table, calendar_table, column_tables

from document_files import DOCS


def test_the_page_of_rows_shows_every_column() -> None:
    """As they are written from their tables."""
    page = (DOCS / "reference" / "interop.md").read_text(encoding="utf-8")
    assert column_tables() in page


def test_the_page_of_calendars_shows_every_column() -> None:
    """Likewise."""
    page = (DOCS / "reference" / "ical.md").read_text(encoding="utf-8")
    assert calendar_table() in page


def test_the_page_of_audits_shows_every_column() -> None:
    """Likewise."""
    page = (DOCS / "reference" / "interop.md").read_text(encoding="utf-8")
    assert audit_table() in page
