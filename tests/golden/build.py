"""Write the golden files. Done once for each schema: older files are kept for ever.

    python tests/golden/build.py

The tests read the files as they lie here, and never build them anew; a new schema
of the tables or of an event gets files with a new number. Those of schema 1, and the
first feed, were written by version 0.1 itself; so was `logs-1.json`: logs of chance,
with every kind, basis and label that it had, and what it made of them.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from case_samples import NOON, file  # noqa: E402 - found through the path above
from legalcase.storage.sqlite import SqliteStore  # noqa: E402 - as above
from legalcase.storage.sqlite.file import SCHEMA  # noqa: E402 - as above


def main() -> None:
    """Write the database of this schema, and its heads, where they are missing."""
    database, heads = HERE / f"cases-{SCHEMA}.db", HERE / f"heads-{SCHEMA}.json"
    if database.exists():
        return
    made = file()
    note = next(line for line in made.log if line.kind == "note-added")
    made = made.correct(
        note.event_id, ground="typed wrong", text="Strong.", by="A. Clerk", at=NOON
    )
    with SqliteStore(database) as store:
        with store.begin() as work:
            work.save(made)
            work.commit()
        found = store.heads()
    heads.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
