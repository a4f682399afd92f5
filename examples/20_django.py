"""A view of Django: a bill of its own and a note in the case, kept together or not.

The store joins the transaction of Django. Given an address, it does so in PostgreSQL.
"""

import sys
from tempfile import TemporaryDirectory
from typing import Any

import django
from django.conf import settings
from django.db import connection, models, transaction
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path
from psycopg.conninfo import conninfo_to_dict

import legalcase.errors as e
import legalcase.model as m
from legalcase.storage import PostgresStore, SqliteStore, SystemClock, open_store

FOLDER, CLOCK = TemporaryDirectory(), SystemClock()
FILE = f"{FOLDER.name}/firm.db"
WHERE = sys.argv[1] if len(sys.argv) > 1 else f"sqlite:///{FILE}"
JOINED: Any = SqliteStore if WHERE.startswith("sqlite:") else PostgresStore
if JOINED is SqliteStore:
    # Who is going to write begins with the lock: later, others may have been faster.
    HOW: Any = ("sqlite3", FILE, {"transaction_mode": "IMMEDIATE"})
else:
    HOW = ("postgresql", None, conninfo_to_dict(WHERE))
HOME = {"ENGINE": f"django.db.backends.{HOW[0]}", "NAME": HOW[1], "OPTIONS": HOW[2]}
settings.configure(DATABASES={"default": HOME}, ROOT_URLCONF=__name__)
django.setup()


class Bill(models.Model):  # type: ignore[misc]  # Django says nothing of its types
    """What the program keeps beside the store."""

    case_id, cents = models.TextField(), models.IntegerField()

    class Meta:
        """Of which part of the program it is."""

        app_label = "billing"

    def __str__(self) -> str:
        """Return of what it is, and how much."""
        return f"{self.case_id}-{self.cents}"


def keep(bill: Bill, seen: int) -> None:
    """Keep a bill, and a note of it in the case as it was seen: both, or neither."""
    now, msg = CLOCK.now(), f"There is more in the case than the {seen} that were seen."
    note = m.NoteAdded(note_id=f"{bill}", text="Billed.", happened_on=now.date())
    with transaction.atomic():
        bill.save()
        with JOINED(connection=connection.connection).begin(by="billing") as work:
            if work.record(bill.case_id, note, at=now).case.version != seen + 1:
                raise e.ConflictError(msg)
            work.commit()  # ends the unit; whether it is kept, Django decides


def bill_case(request: HttpRequest, name: str) -> HttpResponse:
    """Bill whoever the case is for; answer what was wrong."""
    try:
        keep(Bill(case_id=name, cents=request.POST["cents"]), int(request.POST["seen"]))
    except e.CaseNotFoundError as error:
        return HttpResponse(str(error), status=404)
    except (e.StaleCaseError, e.ConflictError) as error:
        return HttpResponse(str(error), status=409)
    return HttpResponse(status=201)


urlpatterns = [path("cases/<name>/bills", bill_case)]

with FOLDER:
    with open_store(WHERE) as store, store.begin(by="clerk") as first:
        opened = m.CaseOpened(caption="Roe v. Acme", happened_on=CLOCK.now().date())
        first.save(m.CaseFile.open(opened, case_id="roe", at=CLOCK.now(), by="clerk"))
        first.commit()
    with connection.schema_editor() as editor:
        editor.create_model(Bill)
    client = Client(SERVER_NAME="localhost")
    for case, cents in (("roe", 100), ("roe", 250), ("doe", 300)):
        answer = client.post(f"/cases/{case}/bills", {"cents": cents, "seen": 1})
        print(answer.status_code, answer.content.decode())
    with open_store(WHERE) as store:
        notes = store.ask(lambda reader: reader.get("roe").version) - 1
    print(f"{Bill.objects.count()} bill, {notes} note")
    connection.close()
