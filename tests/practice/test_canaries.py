"""Whatever people write about the work of a case, each audience sees what is its own.

A case with a canary in every text of every room of practice, and of the core beside
it: what is privileged, what a mediation kept, what is work product, what one client
must not see of another. Every page that leaves shows no more than its audience may
see; and what only the owner may see, no page of the firm shows either.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import chain
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

from canaries import Canaries, found_in
from case_files import DAY, NOON, numbered
from every_one import for_each
from legalcase import Law, plans
from legalcase.dates import DateRange, Period
from legalcase.errors import LegalCaseError
from legalcase.ical import to_ical
from legalcase.interop import to_rows
from legalcase.kernel import Draft, Label, Ref
from legalcase.kernel.events.label import AUDIENCES, borne
from legalcase.model import (
    Agreed,
    CaseFile,
    CaseOpened,
    DeadlineSet,
    DeadlineTerms,
    Derived,
    DocumentCreated,
    DocumentReceived,
    Engaged,
    Filed,
    HearingSet,
    NoteAdded,
    Ordered,
    OrderEntered,
    PartyJoined,
    TaskPlanned,
    TaskTerms,
)
from legalcase.oversight import (
    absences,
    agenda,
    agreement,
    case_services,
    clashes,
    client_view,
    compliance,
    contact_gap,
    control_sheet,
    correspondence,
    disclosed,
    disclosure,
    evaluate_suggestions,
    expectations,
    handover,
    health,
    limitations,
    offers,
    open_needs,
    open_suggestions,
    pressure,
    replies_owed,
    review,
    suggest_model,
    team_findings,
    unmet_needs,
    updates_due,
    who,
)
from legalcase.practice import (
    EVIDENCE,
    INTAKE,
    MODEL,
    PLAN,
    ROOMS,
    Communicated,
    ExpectationStated,
    StatusAgreed,
    custody,
    eligibility,
)
from practice_samples import BEFORE, CANARY, SAMPLES, placed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.kernel import Event

CLIENT = Label(audience="client")
MEDIATION = Label(audience="party", ground="mediation")
WORK = Label(audience="firm", ground="work-product")
OWNER = Label(audience="owner", ground="privileged")
SEALED = Label(audience="court", ground="sealed")
LATER = date(2026, 6, 30)
JULY = DateRange(date(2026, 6, 1), date(2027, 1, 1))
DETAILS: tuple[Any, ...] = ("full", "ref-only", "busy")
RANK = {word: rank for rank, word in enumerate(AUDIENCES)}
INSIDE = ("firm", "owner")
LAW = Law.bundled()


def _hearing(name: str, of: tuple[str, ...], label: Label | None) -> HearingSet:
    return HearingSet(
        hearing_id=name,
        title=f"title of {name}",
        place=f"place of {name}",
        hearing_at=datetime(2026, 7, 6, 9, tzinfo=UTC),
        of=of,
        label=label,
        happened_on=DAY,
    )


def _deadline(name: str, basis: Any, label: Label | None) -> DeadlineSet:
    terms = DeadlineTerms(
        title=f"title of {name}",
        basis=basis,
        owner="lawyer of deadlines",
        label=label,
    )
    return DeadlineSet(deadline_id=name, terms=terms, happened_on=DAY)


def _task(name: str, who: str, label: Label | None) -> TaskPlanned:
    terms = TaskTerms(
        title=f"title of {name}",
        accountable="lawyer of tasks",
        responsible=(who,),
        due_on=LATER,
        label=label,
    )
    return TaskPlanned(task_id=name, terms=terms, happened_on=DAY)


def core() -> Iterator[tuple[Event, str]]:
    """Events of the core, each with the least audience that may see its text."""
    for name in ("poe", "acme"):
        yield (
            PartyJoined(
                party_id=name,
                name=f"name of {name}",
                roles=("party",),
                is_client=name == "poe",
                happened_on=DAY,
            ),
            "party",
        )
    for name, label in (("open", None), ("sealed", SEALED), ("held", MEDIATION)):
        least = "public" if label is None else label.audience
        yield _hearing(f"h-{name}", (), label), least
        filed = Filed(title=f"paper {name}", label=label, happened_on=DAY)
        yield filed, least
    for name in ("roe", "poe"):
        yield _hearing(f"h-{name}", (name,), CLIENT), "client"
        yield _task(f"t-{name}", name, CLIENT), "client"
        yield _task(f"ours-{name}", name, None), "firm"
        yield _hearing(f"h-work-{name}", (name,), WORK), "firm"
        yield _task(f"held-{name}", name, OWNER), "owner"
    order = Ordered(due=LATER, authority="order of the court")
    agreed = Agreed(due=LATER, authority="stipulation")
    yield _deadline("open", order, None), "public"
    yield _deadline("settle", agreed, MEDIATION), "party"
    yield _deadline("kept", agreed, OWNER), "owner"
    own = Derived(follows=Ref("deadline", "open"), period=Period.parse("3 days"))
    yield _deadline("own", own, None), "firm"
    yield OrderEntered(title="order sealed", label=SEALED, happened_on=DAY), "court"
    yield NoteAdded(note_id="note", text="privileged note", happened_on=DAY), "firm"
    yield (
        DocumentReceived(
            document_id="offer",
            kind="letter",
            title="offer in mediation",
            label=MEDIATION,
            happened_on=DAY,
        ),
        "party",
    )
    yield (
        DocumentCreated(
            document_id="memo",
            kind="letter",
            title="memo to file",
            label=WORK,
            happened_on=DAY,
        ),
        "firm",
    )
    yield (
        Engaged(
            client_ids=("roe",),
            scope="what we are to do",
            without_review="court appointed us",
            happened_on=DAY,
        ),
        "firm",
    )


def of_clients() -> Iterator[Event]:
    """What is told to each of two clients, and expected: of one, and of the other."""
    for name in ("roe", "poe"):
        yield StatusAgreed(
            party_id=name,
            text=f"status of {name}",
            next_step=f"next step of {name}",
            approved_by="lead",
            happened_on=DAY,
        )
        yield ExpectationStated(
            expectation_id=f"of-{name}",
            of=name,
            held_by="us",
            text=f"expected of {name}",
            happened_on=DAY,
        )
        yield Communicated(
            communication_id=f"with-{name}",
            with_parties=(name,),
            direction="in",
            channel="letter",
            subject=f"subject of {name}",
            summary=f"summary of {name}",
            reply_by=LATER,
            happened_on=DAY,
        )


class Made:
    """A case, the least audience of each canary, and what each client may see."""

    def __init__(self, line: Label | None) -> None:
        self.canaries = Canaries(kept=("roe", "poe"))
        self.least: dict[str, str] = {}
        self.file = CaseFile.open(
            self._marked(
                CaseOpened(caption="C v. D", number="N", happened_on=DAY), "public"
            ),
            case_id="roe",
            by="secretby",
            at=NOON,
            model=MODEL,
            ids=numbered(),
        )
        joined = PartyJoined(
            party_id="roe",
            name="name of roe",
            roles=("party",),
            is_client=True,
            happened_on=DAY,
        )
        first = (
            _deadline("reply", Ordered(due=DAY, authority="a"), WORK),
            _task("draft", "lead", WORK),
            DocumentReceived(
                document_id="signed",
                kind="letter",
                title="signed letter",
                label=WORK,
                happened_on=DAY,
            ),
        )
        for event, least in (
            (joined, "party"),
            *((one, "firm") for one in first),
            (_hearing("trial", (), WORK), "firm"),
            *core(),
        ):
            self._record(Draft(self._marked(event, least)))
        kinds = {row.event: row.label for row in MODEL.rows()}
        samples = chain(BEFORE, *SAMPLES.values(), of_clients())
        for sample in samples:
            event = placed(sample, self.file)
            kind = kinds[type(event)]
            assert kind is not None, type(event)
            label = borne(getattr(event, "label", None), line, kind=kind)
            self._record(Draft(self._marked(event, label.audience), label=line))

    def _record(self, draft: Draft) -> None:
        self.file = self.file.record(
            draft, by="secretby", at=NOON, reason="secretby", on_behalf_of="secretby"
        )

    def _marked(self, event: Event, least: str) -> Any:
        before = {name: set(paths) for name, paths in self.canaries.fields.items()}
        marked = self.canaries.marked(event)
        if hasattr(marked, "playbook"):  # which has other words now
            marked = evolve(marked, digest=marked.playbook.digest)
        for canary, paths in self.canaries.fields.items():
            if paths != before.get(canary):
                known = self.least.get(canary, least)
                # What somebody may see anywhere, they may see.
                self.least[canary] = min(known, least, key=RANK.__getitem__)
        return marked

    def beyond(self, text: str, audience: str) -> list[str]:
        """The fields whose texts an audience sees, and may not."""
        return sorted(
            f"{self.least[one]}: {path}"
            for one in found_in(text)
            if RANK[self.least[one]] > RANK[audience]
            and not (audience in INSIDE and self.canaries.is_of_people(one))
            for path in self.canaries.fields[one]
        )

    def canary(self, text: str) -> str:
        """The canary that stands for a text."""
        return self.canaries.given(text)


LINES = {"as said": None, "client": CLIENT, "mediation": MEDIATION, "owner": OWNER}
MADE = [Made(line) for line in LINES.values()]
BY_LINE = pytest.mark.parametrize("made", MADE, ids=list(LINES))
BY_AUDIENCE = pytest.mark.parametrize("audience", AUDIENCES)


def shown(value: Any) -> str:
    """All ways in which a value shows itself."""
    said = [str(value), repr(value.to_dict()) if hasattr(value, "to_dict") else ""]
    for name in ("_repr_html_", "page", "to_rows"):
        ask = getattr(value, name, None)
        said.append("" if ask is None else str(ask()))
    return "\n".join(said)


@BY_LINE
def test_every_text_is_planted(made: Made) -> None:
    """In every room; and most of them are not for the public."""
    classes = {
        path.partition(".")[0]
        for paths in made.canaries.fields.values()
        for path in paths
    }
    for room in ROOMS:
        assert classes & {row.event.__name__ for row in room.rows}, room.name
    assert len(made.least) > 100
    assert sum(least != "public" for least in made.least.values()) > 90


@BY_LINE
@BY_AUDIENCE
@for_each("detail", DETAILS)
def test_a_feed_shows_what_its_audience_may_see(
    made: Made, audience: str, detail: Any
) -> None:
    """Of whatever room."""
    feed = to_ical(
        made.file.case.agenda(),
        name="N",
        detail=detail,
        audience=audience,
        alarms=(1,),
    )
    text = feed.replace(b"\r\n ", b"").decode()
    assert made.beyond(text, audience) == []
    assert "secretby" not in text
    if detail == "full":
        assert made.canary("title of h-open") in text
    title = made.canary("title of held-roe")
    assert (title in text) == (audience == "owner" and detail == "full")


@BY_LINE
@BY_AUDIENCE
def test_an_agenda_and_a_month_show_what_their_audience_may_see(
    made: Made, audience: str
) -> None:
    """Of whatever room."""
    diary = agenda([made.file], between=JULY, audience=audience)
    text = shown(diary) + shown(diary.month(2026, 7))
    assert made.beyond(text, audience) == []
    # Whoever is outside everything is told by references alone.
    assert (made.canary("title of h-open") in text) == (audience != "public")
    assert (made.canary("title of kept") in text) == (audience == "owner")


@BY_LINE
@BY_AUDIENCE
@for_each("what", ["cases", "parties", "counsel", "events", "hearings", "deadlines"])
def test_rows_show_what_their_audience_may_see(
    made: Made, audience: str, what: str
) -> None:
    """Of whatever room."""
    rows = repr(to_rows(made.file, what, audience=audience))
    assert made.beyond(rows, audience) == []
    if what == "events":
        assert made.canary("paper open") in rows


@BY_LINE
@pytest.mark.parametrize("audience", INSIDE)
def test_pages_of_the_firm_show_what_their_audience_may_see(
    made: Made, audience: str
) -> None:
    """What bears the owner's label is for the owner alone."""
    case = made.file.case
    lawyer = made.canary("lawyer of deadlines")
    tasks = made.canary("lawyer of tasks")
    leave = {lawyer: [JULY], tasks: [JULY]}
    every: dict[str, Any] = {"audience": audience}
    pages = {
        "sheet": control_sheet(
            [made.file], on=NOON.date(), zone="UTC", audience=audience
        ),
        "pressure": pressure(
            [case], person=lawyer, during=JULY, limit=0, absences=leave, **every
        ),
        "absences": absences([case], leave=leave, on=DAY, **every),
        "of deadlines": handover(
            case, from_=lawyer, to="new", on=DAY, reason="R", **every
        ),
        "of tasks": handover(case, from_=tasks, to="new", on=DAY, reason="R", **every),
        "replies": replies_owed([case], on=LATER, **every),
        "expectations": expectations([case], on=LATER, **every),
        "needs": open_needs([case], on=LATER, **every),
        "hearings": unmet_needs([case], on=DAY, until=JULY.last, **every),
        "clashes": clashes([case], during=JULY, lasts="day", absences=leave, **every),
        **{
            f"custody of {item.item_id}": custody(case, item.item_id, **every)
            for item in case[EVIDENCE].items
        },
        "offers": offers(case, on=LATER, **every),
        "letters": correspondence(case, on=LATER, **every),
        "limitation": limitations([case], on=LATER, law=LAW),
        "disclosure": disclosure(case).outstanding(on=LATER, **every),
        "agreement": agreement(case, "msa", on=LATER, **every),
        "suggestions": open_suggestions([case], on=LATER, **every),
    }
    for name, page in pages.items():
        assert made.beyond(shown(page), audience) == [], name
    kept = made.canary("title of kept")
    held = made.canary("title of held-roe")
    for name in ("absences", "of deadlines"):
        assert (kept in shown(pages[name])) == (audience == "owner"), name
    for name in ("absences", "of tasks"):
        assert (held in shown(pages[name])) == (audience == "owner"), name
    for text, where in (
        ("subject of roe", "replies"),
        ("Motion", "suggestions"),
        (f"2 U.S. 2 {CANARY}", "suggestions"),
    ):
        told = made.canary(text)
        may_see = RANK[made.least[told]] <= RANK[audience]
        assert (told in shown(pages[where])) == may_see, text


@BY_LINE
def test_pages_without_an_audience_are_for_the_firm(made: Made) -> None:
    """They have ids, days and codes, and of people who answers for what."""
    case = made.file.case
    day, month = LATER, Period.parse("1 month")
    pages: tuple[Any, ...] = (
        health(made.file, on=day),
        team_findings(case, on=day),
        compliance(case, on=day),
        disclosed(case),
        *disclosure(case).standings(on=day),
        review([made.file], cadence=month, on=day),
        updates_due([case], every=Period.parse("1 day"), on=day),
        contact_gap(case, "roe", on=day),
        case_services([case], program="us/lsc", during=JULY),
        suggest_model(case, on=day),
        evaluate_suggestions([made.file]),
        who(case, "accountable", on=day),
        *map(eligibility, case[INTAKE].screenings),
    )
    for page in pages:
        told = [
            path
            for one in found_in(shown(page))
            if not made.canaries.is_of_people(one)
            for path in made.canaries.fields[one]
        ]
        assert told == [], type(page)


@BY_LINE
@pytest.mark.parametrize("audience", INSIDE)
def test_what_went_otherwise_is_told_to_its_audience(made: Made, audience: str) -> None:
    """What is labelled for the owner goes by its ids."""
    found = plans.deviations(made.file.case, LAW, on=LATER, audience=audience)
    assert len(found) > 2
    assert made.beyond(shown(found), audience) == []
    assert (made.canary("title of held-roe") in shown(found)) == (audience == "owner")


@BY_LINE
def test_pages_of_a_plan_say_nothing_that_is_kept(made: Made) -> None:
    """A plan is itself a paper of those whom its label admits: its own titles apart."""
    case = made.file.case
    pages: tuple[Any, ...] = (
        plans.coverage(case),
        plans.complexity(case, "us-ca/crc/3.400"),
        *(
            page
            for one in case[PLAN].adopted
            for made_ in (plans.plan(case, LAW, plan_id=one.plan_id, on=LATER),)
            for page in (made_, plans.timeline(made_))
        ),
    )
    for page in pages:
        fields = made.canaries.fields
        others = [
            one
            for one in found_in(shown(page))
            if not any(path.startswith("Plan") for path in fields[one])
        ]
        assert made.beyond(" ".join(others), "firm") == [], type(page)


@BY_LINE
@pytest.mark.parametrize("name", ["roe", "poe"])
def test_invariant_30_a_client_sees_nothing_of_another(made: Made, name: str) -> None:
    """Exactly what the list of the view names, whatever the lines are labelled."""
    view = client_view(made.file.case, name, on=LATER)
    text = shown(view) + repr(view)
    letter = "" if view.status is None else view.letter(signed_by="lead")
    allowed = {
        "C v. D",
        f"name of {name}",
        "title of h-open",
        "place of h-open",
        f"title of h-{name}",
        f"place of h-{name}",
        f"title of t-{name}",
        "paper open",
    }
    told = {
        f"status of {name}",
        f"next step of {name}",
        f"expected of {name}",
    }
    may_see = {made.canary(one) for one in allowed}
    owned = made.canary(f"expected of {name}")
    if RANK[made.least[owned]] <= RANK["client"]:
        may_see |= {made.canary(one) for one in told}
    assert found_in(text + letter) - may_see == set()
    assert found_in(text) == may_see
    assert "secretby" not in text + letter


@BY_LINE
def test_no_text_is_in_a_repr(made: Made) -> None:
    """Of the case, its lines, its states, and what they are asked."""
    values: list[Any] = [made.file, made.file.case, made.file.case.folded]
    for facet in MODEL.facets:
        state = made.file.case[facet]
        values.append(state)
        values += list(state) if hasattr(state, "__iter__") else []
    for line in made.file.log:
        values += [line, line.event]
    for value in values:
        assert found_in(repr(value)) == set(), type(value)
        assert "secretby" not in repr(value)


EACH = [one for events in SAMPLES.values() for one in events]


@for_each(
    "event", EACH, ids=[f"{n}-{type(one).__name__}" for n, one in enumerate(EACH)]
)
def test_no_text_is_in_a_message(event: Event) -> None:
    """Whatever is refused, on a case where it has happened already."""
    marked = Canaries().marked(event)
    for file in (MADE[0].file, MADE[-1].file):
        assert found_in(str(file.why_not(marked, by="secretby", at=NOON))) == set()
        try:
            file.record(marked, by="secretby", at=NOON)
        except LegalCaseError as error:
            told = f"{error} {error!r} {error.__context__!r} {error.__cause__!r}"
            assert found_in(told) == set()
            assert "secretby" not in told
