"""Samples of assessments, and of the instrument with which they are made."""

from __future__ import annotations

from datetime import date

from attrs import evolve

from case_files import CANARY, DAY
from legalcase.kernel import Label
from legalcase.practice import (
    Answered,
    Assessed,
    AssessmentVoided,
    read_instrument,
)

TEXT = """\
format = 1
[instrument]
id = "house/screen"
version = "1"
title = "Housing and safety"
source = "made for these tests"
reassess_every = "6 months"

[[question]]
id = "roof"
text = "Have you a place to sleep tonight?"
kind = "choice"
options = [
  { answer = "yes" },
  { answer = "for some nights", points = 2 },
  { answer = "no", points = 5 },
]

[[question]]
id = "safe"
text = "Do you fear somebody at home?"
kind = "yes-no"
points = 4

[[question]]
id = "children"
text = "How many children live with you?"
kind = "number"
points = "itself"
required = false

[[question]]
id = "words"
text = "What else should we know?"
kind = "text"
required = false

[[band]]
name = "settled"
from = 0
to = 3
authority = "made for these tests"

[[band]]
name = "in-danger"
from = 4
to = 99
authority = "made for these tests"
"""
SCREEN = read_instrument(TEXT)
_FIRST = SCREEN.assess(
    {"roof": "no", "safe": "yes", "children": "2", "words": f"He drinks {CANARY}"},
    assessment_id="first",
    of="roe",
    by=f"worker {CANARY}",
    on=DAY,
    label=Label(audience="owner", ground="privacy"),
)
EVENTS = (
    _FIRST,
    evolve(
        SCREEN.assess(
            {"roof": "yes", "safe": "no"},
            assessment_id="second",
            of="roe",
            by=f"worker {CANARY}",
            on=DAY,
            supersedes="first",
        ),
        reassess_on=date(2026, 12, 1),
    ),
    AssessmentVoided(
        assessment_id="second", ground=f"Wrong person {CANARY}", happened_on=DAY
    ),
)
VALUES = (SCREEN, SCREEN.questions[0], SCREEN.bands[0])
__all__ = ["EVENTS", "SCREEN", "TEXT", "VALUES", "Answered", "Assessed"]
