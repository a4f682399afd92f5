"""The page of the ratios is what its writer makes of the figures that lie beside it."""

from __future__ import annotations

import json

import speed_page


def test_the_page_is_made_from_the_figures() -> None:
    """Nothing was written by hand, and no figure was left out."""
    figures = json.loads(speed_page.FIGURES.read_text(encoding="utf-8"))
    page = speed_page.PAGE.read_text(encoding="utf-8")
    assert page == speed_page.page(figures)
    assert set(figures) >= {"columns", "engines"}
    for section in figures.values():
        assert section["lines"]
        assert f"Measured on {section['measured_on']}" in page


def test_a_ratio_has_the_digits_that_a_run_can_tell() -> None:
    """Two below a hundred, and no more than whole numbers above."""
    assert speed_page.shown(0.1234) == "0.12"
    assert speed_page.shown(1.04) == "1"
    assert speed_page.shown(23.4) == "23"
    assert speed_page.shown(1234.5) == "1,234"
