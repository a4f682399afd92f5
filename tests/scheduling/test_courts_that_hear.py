"""A case in a court that hears no such proceeding is told which it hears."""

from __future__ import annotations

from datetime import date

import legalcase as lc
from schedule_cases import BY, LAW, opened, served

CLAIMS = "us/uscfc"


def _notices(proceeding: str | None) -> dict[str, str]:
    paper = served("c", "complaint-served", "roe", ["acme"], date(2026, 3, 6))
    file = opened(court=CLAIMS, proceeding=proceeding).record(paper, **BY)
    return {one.code: one.text for one in lc.schedule(file, LAW).notices}


def test_a_court_of_one_proceeding_says_which() -> None:
    """An action against the United States is none of the civil actions there."""
    said = _notices("civil")["no-rules"]
    assert said.endswith("in a proceeding 'civil'. That court hears 'claims'.")
    assert "proceeding='claims'" in _notices(None)["no-proceeding"]
    assert "no-rules" not in _notices("claims")
