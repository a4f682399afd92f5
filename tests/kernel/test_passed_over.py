"""Which lines may be passed over: none of a kind that is known and matters."""

from __future__ import annotations

import json
from typing import Any

import pytest
from attrs import evolve

from case_files import after, opened, set_
from legalcase.codec import line_of, line_text
from legalcase.errors import UnknownEventError
from legalcase.kernel import UnknownEvent
from legalcase.model import Case, CaseFile


def test_a_newer_schema_of_what_matters_is_not_passed_over() -> None:
    """Whatever the line says of itself."""
    file = after(opened(), set_())
    data: Any = json.loads(line_text(file.log[1]))
    data["data"].update(schema=99, ancillary=True)
    newer = line_of(json.dumps(data))
    with pytest.raises(UnknownEventError, match="may not pass over"):
        CaseFile.of_log((file.log[0], newer))


@pytest.mark.parametrize("kind", ["corrected", "retracted"])
def test_no_correction_is_passed_over(kind: str) -> None:
    """Of a newer schema, whatever its line says: it would be dropped."""
    file = opened()
    unknown = UnknownEvent(kind=kind, schema=2, happened=None, payload="{}")
    line = evolve(
        file.log[0], number=2, event_id="x", kind=kind, schema=2, event=unknown
    )
    with pytest.raises(UnknownEventError):
        Case.from_events((*file.log, evolve(line, ancillary=True)))
