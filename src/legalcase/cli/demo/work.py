"""The work of the demo: compute, record, store, read back, and write the files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from legalcase.cli.console.progress import with_bar
from legalcase.cli.demo.case import DemoCase
from legalcase.cli.demo.docket_answers import answers_of
from legalcase.cli.demo.docket_files import dockets
from legalcase.cli.demo.docket_log import file_of
from legalcase.cli.demo.pages import html_page, index_page, markdown_page
from legalcase.errors import StorageError
from legalcase.ical.calendar_feed import to_ical
from legalcase.law.lawbook import Law
from legalcase.storage.sqlite.store import SqliteStore

if TYPE_CHECKING:
    from pathlib import Path

    from legalcase.ports import Clock
    from legalcase.storage import Store

__all__ = ["read_back", "work_through"]


def work_through(out: Path, clock: Clock) -> tuple[DemoCase, ...]:
    """Work through every docket, and leave the files in the folder `out`."""
    # One instant for all: they are recorded in one go.
    recorded_at = clock.now()
    law = Law.bundled()
    made = []
    for docket in with_bar(dockets(), "dockets"):
        answers = answers_of(docket, law)
        file = file_of(docket, answers, law, recorded_at)
        case = file.case
        made.append(DemoCase(docket=docket, answers=answers, case=case, file=file))
    store = SqliteStore(out / "cases.db")
    try:
        demos = read_back(tuple(made), store)
    finally:
        store.close()
    for demo in with_bar(demos, "pages"):
        page = out / demo.docket.id
        page.with_suffix(".html").write_text(html_page(demo), encoding="utf-8")
        page.with_suffix(".md").write_text(markdown_page(demo), encoding="utf-8")
    (out / "index.html").write_text(index_page(demos), encoding="utf-8")
    agendas = [demo.case.agenda() for demo in demos]
    # With titles: these are cases of the public record.
    feed = to_ical(
        agendas, name="Deadlines of real cases (legalcase demo)", detail="full"
    )
    (out / "deadlines.ics").write_bytes(feed)
    return demos


def read_back(made: tuple[DemoCase, ...], store: Store) -> tuple[DemoCase, ...]:
    """Store the cases, and return them as they are read back.

    Raises `StorageError` if one of them is not what was stored.
    """
    with store.begin() as work:
        for demo in made:
            work.save(demo.file)
        work.commit()
    with store.begin() as work:
        found = tuple(evolve(demo, case=work.get(demo.docket.id)) for demo in made)
    for before, after in zip(made, found, strict=True):
        if before.case != after.case:
            msg = (
                f"The case {before.docket.id!r} was read back otherwise than stored. "
                "Keep the folder and report it: this must not happen."
            )
            raise StorageError(msg)
    return found
