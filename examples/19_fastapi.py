"""A web service: one store for all requests, and of it for each person what is theirs.

FastAPI runs plain functions in threads. Give it an address of PostgreSQL, if you like.
"""

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from tempfile import TemporaryDirectory
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from fastapi import Depends, FastAPI, Header, HTTPException, Request
from fastapi.responses import JSONResponse
from fastapi.testclient import TestClient

import legalcase.errors as e
import legalcase.model as m
from legalcase.access import Grant, Policy, Role
from legalcase.ports import CaseQuery
from legalcase.storage import GuardedStore, SystemClock, open_store

FOLDER, CLOCK, ZONE = TemporaryDirectory(), SystemClock(), ZoneInfo("UTC")
WHERE = sys.argv[1] if len(sys.argv) > 1 else f"sqlite:///{FOLDER.name}/a.db"
LAWYER = Role(name="lawyer", actions=("read", "record", "open"))
BY: Any = {"role": "lawyer", "from_on": date(2026, 1, 1), "granted_by": "person:cy"}
ANN = Grant(grant_id="a", who="person:ann", scope="all", **BY)
BOB = Grant(grant_id="b", who="person:bob", scope="own", **BY)
POLICY = Policy(roles=(LAWYER,), grants=(ANN, BOB))


@asynccontextmanager
async def running(app: FastAPI) -> AsyncIterator[None]:
    """Open the store once, and close it when the service stops."""
    with open_store(WHERE) as store:
        app.state.guard = store.guarded(POLICY, clock=CLOCK, zone=ZONE)
        yield


def of_person(request: Request, person: Annotated[str, Header()]) -> GuardedStore:
    """Return the store of whoever asks; in a house of yours, the login says who."""
    mine: GuardedStore = request.app.state.guard.as_(person)
    return mine


def refused(_: Request, error: Exception) -> JSONResponse:
    """Answer what was wrong: it is not there, or others were there first."""
    status = 404 if isinstance(error, e.CaseNotFoundError) else 409
    return JSONResponse({"detail": str(error)}, status)


app = FastAPI(lifespan=running)
Mine = Annotated[GuardedStore, Depends(of_person)]
for kind in (e.CaseNotFoundError, e.CaseExistsError, e.StaleCaseError, e.ConflictError):
    app.add_exception_handler(kind, refused)


@app.get("/cases")
def cases(mine: Mine) -> list[str]:
    """Name the cases that may be seen: a reading of one state."""
    return mine.ask(lambda reader: [r.case_id for r in reader.find(CaseQuery()).rows])


@app.post("/cases/{name}")
def open_case(mine: Mine, name: str, caption: str) -> None:
    """Open a case, in a unit of work that is done again where others are faster."""
    event = m.CaseOpened(caption=caption, happened_on=CLOCK.now().date())
    file = m.CaseFile.open(event, case_id=name, by=mine.person, at=CLOCK.now())
    mine.run(lambda work: work.save(file))


@app.post("/cases/{name}/notes/{note}")
def add_note(mine: Mine, name: str, note: str, text: str, seen: int) -> None:
    """Add a note, unless the case is another than the version that was seen."""
    event = m.NoteAdded(note_id=note, text=text, happened_on=CLOCK.now().date())
    with mine.begin() as work:
        if (now := work.get(name).version) != seen:
            raise HTTPException(409, f"The case is at version {now}, not {seen}.")
        work.record(name, event, at=CLOCK.now())
        work.commit()


with FOLDER, TestClient(app, headers={"person": "person:ann"}) as ann:
    print(ann.post("/cases/roe?caption=Roe v. Acme").status_code)
    for path in ("?caption=New", "/notes/a?text=Hi&seen=1", "/notes/b?text=Hi&seen=1"):
        print((answer := ann.post(f"/cases/roe{path}")).status_code, answer.json())
    bob = {"person": "person:bob"}
    print(ann.get("/cases").json(), ann.get("/cases", headers=bob).json())
    print(ann.post("/cases/roe/notes/b?text=Hi&seen=2", headers=bob).text)
