"""What stores list of a case has a number: whoever changes it gives it another."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from legalcase.codec.log.lines import line_of
from legalcase.model import (
    Case,
)
from legalcase.storage.projecting import (
    case_columns,
    due_columns,
    projected,
    words_of,
)
from legalcase.storage.sql.version import ROWS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.kernel import Recorded

GOLDEN: Final = Path(__file__).parents[2] / "golden" / "logs-1.json"
LABELLED: Final = GOLDEN.with_name("labelled-1.json")
#: By the number of the rows, the digest of what is listed of the cases below. It is
#: never changed: another digest needs another number, by which stores are rebuilt.
LISTED: Final = {
    "2": "fa1d8531d2392ac9d85417b0cf2aca36b470877695c8545402d3e887dd749a52",
    "3": "7a00b3e1917a60db78e36395767fab09ecc49dc4659552dd62839b32c3c57921",
}


def listed(logs: Iterable[tuple[Case, Iterable[Recorded]]]) -> str:
    """The digest of all rows of some cases, of their attributes and their words."""
    said: list[object] = []
    for case, log in logs:
        rows = projected(case.folded)
        assert rows is not None
        said += [
            case_columns(rows.case),
            sorted(map(due_columns, rows.dues.values()), key=str),
            sorted(map(tuple, rows.attributes)),
            [words_of(line) for line in log],
        ]
    return sha256(json.dumps(said, default=str).encode()).hexdigest()


def test_other_rows_have_another_number() -> None:
    """Raise ROWS where this fails, and write the digest that it has then."""
    logs = []
    for one in json.loads(GOLDEN.read_text(encoding="utf-8")):
        lines = [line_of(text) for text in one["lines"]]
        logs.append((Case.from_events(lines), lines))
    # A deadline that runs from a paper that not everybody may see, as it was stored:
    # computed anew it would have another edition of the law.
    lines = [line_of(text) for text in json.loads(LABELLED.read_text(encoding="utf-8"))]
    found = listed([*logs, (Case.from_events(lines), lines)])
    assert LISTED[ROWS] == found
