"""The names that `legalcase.counting` and `legalcase.calendars` offer are there."""

from __future__ import annotations

import importlib

import pytest


@pytest.mark.parametrize("place", ["calendars", "counting"])
def test_each_name_is_there_and_another_is_refused(place: str) -> None:
    """Some are loaded when they are first asked for; a misspelt one names the near."""
    face = importlib.import_module(f"legalcase.{place}")
    assert all(getattr(face, name) is not None for name in face.__all__)
    with pytest.raises(AttributeError, match="misspelt"):
        _ = face.misspelt
