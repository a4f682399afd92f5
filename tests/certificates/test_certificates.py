"""Certificates: written, read, verified; what differs is told, and because of what."""

from __future__ import annotations

import json
import pickle
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

import legalcase as lc
from legalcase.certificates import Certificate, certify, verify
from legalcase.certificates.differences import differences
from legalcase.codec import from_json, to_json
from legalcase.errors import (
    DecodeError,
    InvalidTypeError,
    InvalidValueError,
    SchemaTooNewError,
)

if TYPE_CHECKING:
    from pathlib import Path

LAW = lc.Law.bundled()
SERVED = date(2026, 6, 3)


def answers() -> lc.Computation:
    """Answers to interrogatories that came by mail."""
    return lc.compute("us/frcp/33(b)(2)", after=SERVED, court="cand", service="mail")


def closed(day: date) -> lc.Law:
    """The law, with the federal courts closed on one more day."""
    flood = lc.Closure(
        on=day,
        name="flood",
        kind="legal-holiday",
        authority=lc.Authority(cite="Gen. Order 14"),
    )
    return LAW.with_closures({"us": [flood]})


def altered(text: str, **members: Any) -> str:
    """A certificate of which something was changed, its digest as it was."""
    whole = json.loads(text)
    return json.dumps({**whole, **members})


def test_it_holds_what_the_date_rests_on() -> None:
    """The words of each step that has any, and the editions of all that was used."""
    certificate = certify(answers())
    said = certificate.explain()
    assert "“exclude the day of the event that triggers the period”" in " ".join(
        said.replace("\n", " ").split()
    ) or dict(certificate.words)
    for source in certificate.computation.sources:
        assert f"{source.id}" in said
        assert source.edition in said
    assert said.endswith(certificate.digest)
    assert certificate.digest[:19] in repr(certificate)
    assert certificate.digest in certificate.explain("html")
    assert certificate.digest in certificate.explain("markdown")
    assert str(certificate) == said
    assert certificate._repr_html_() == certificate.explain("html")


def test_what_is_written_is_read_and_reproduced() -> None:
    """Equal, with an equal digest, from text or from bytes."""
    certificate = certify(answers())
    text = certificate.to_json()
    assert text.isascii()
    assert "\n" not in text
    for read in (
        Certificate.from_json(text),
        Certificate.from_json(text.encode()),
        # as another program writes the same JSON
        Certificate.from_json(json.dumps(json.loads(text), indent=2)),
    ):
        assert read == certificate
        assert read.digest == certificate.digest
        assert read.explain() == certificate.explain()
        found = verify(read)
        assert (found.state, found.because) == ("reproduced", ())
        assert found.is_reproduced
        assert found.now == certificate.computation
        assert str(found).startswith("Reproduced")


def test_a_closure_more_is_what_it_differs_because_of() -> None:
    """Named with its authority, then the step, then the dates."""
    certificate = certify(answers())
    found = verify(certificate, closed(date(2026, 7, 9)))
    assert found.state == "differs"
    assert found.now is not None
    assert found.now.due == date(2026, 7, 10)
    assert found.because == (
        "closed on 2026-07-09: flood (Gen. Order 14)",
        "it took 4 steps, and takes 5",
        "due 2026-07-10, and it was 2026-07-09",
    )
    assert "- due 2026-07-10" in str(found)


def test_a_closure_elsewhere_leaves_the_dates() -> None:
    """The calendar is another, and says so; no date is."""
    certificate = certify(answers())
    found = verify(certificate, closed(date(2027, 7, 9)))
    assert found.state == "same-dates"
    assert found.because == ("the calendar us is another",)
    assert not found.is_reproduced
    assert str(found).startswith("The dates are the same")


def test_a_step_over_more_days_is_named() -> None:
    """The first that is another: what follows rests on it."""
    found = verify(certify(answers()), closed(date(2026, 7, 6)))
    assert any(
        reason.startswith("step 3 was roll from 2026-07-03 to 2026-07-06 over 3 closed")
        for reason in found.because
    )


def test_it_takes_along_what_it_runs_from() -> None:
    """A chain is computed anew from its beginning, with the readings of each link."""
    served = lc.served_on(date(2024, 6, 7), "mail", under="gb-eaw/cpr")
    defence = lc.compute("14 days", after=served, under="gb-eaw/cpr")
    assert dict(defence.runs_from()) == {"": served}
    certificate = certify(defence)
    ((word, earlier),) = certificate.runs_from
    assert (word, earlier.computation) == ("", served)
    assert earlier.digest in certificate.explain()
    read = Certificate.from_json(certificate.to_json())
    assert read == certificate
    assert verify(read).is_reproduced
    assert read.computation.readings == defence.readings != ()


def test_what_a_link_differs_in_is_said_of_the_whole() -> None:
    """By the word of the trigger, or as what it runs from."""
    judgment = lc.compute("28 days", after=date(2026, 6, 11), under="us/frcp")
    assert judgment.due == date(2026, 7, 9)
    after = lc.compute("14 days", after=judgment, under="us/frcp")
    found = verify(certify(after), closed(date(2026, 7, 9)))
    assert found.state == "differs"
    assert found.because[0] == (
        "what it runs from: closed on 2026-07-09: flood (Gen. Order 14)"
    )


def test_what_was_stored_is_certified_where_its_inputs_say_all() -> None:
    """A chain that was stored has lost its links: it is refused, with the reason."""
    stored = from_json(to_json(answers()))
    assert certify(stored) == certify(answers())
    served = lc.served_on(date(2024, 6, 7), "mail", under="gb-eaw/cpr")
    chain = lc.compute("14 days", after=served, under="gb-eaw/cpr")
    lost = pickle.loads(pickle.dumps(chain))
    assert not lost.runs_from()
    with pytest.raises(InvalidValueError, match="certified before it is stored"):
        certify(lost)


def test_another_law_does_not_certify_what_it_did_not_compute() -> None:
    """Nor is a rule of one's own certified by the bundled law."""
    with pytest.raises(InvalidValueError, match="closed on 2026-07-09: flood"):
        certify(answers(), closed(date(2026, 7, 9)))


def test_what_the_law_refuses_now_differs(tmp_path: Path) -> None:
    """A court that is gone, say; nothing is computed, and it is said why."""
    folder = tmp_path / "law"
    (folder / "zz" / "calendars").mkdir(parents=True)
    (folder / "zz" / "jurisdiction.toml").write_text(
        '[jurisdiction]\nid = "zz"\nname = "Utopia"\n', encoding="utf-8"
    )
    with_calendar = LAW.with_closures({})
    computed = with_calendar.compute("10 days", after=SERVED, under="us/frcp")
    certificate = certify(computed, with_calendar)
    text = certificate.to_json()
    gone = json.loads(text)
    gone["body"]["computation"]["data"]["inputs"]["court"] = "us/nowhere"
    changed = _sealed(gone)
    found = verify(Certificate.from_json(changed))
    assert (found.state, found.now) == ("differs", None)
    assert "it is refused now: " in found.because[0]
    assert "us/nowhere" in found.because[0]


def _sealed(whole: dict[str, Any]) -> str:
    """The text of a certificate whose forger knows how digests are made."""
    from legalcase.certificates.document import digest_of

    whole["digest"] = digest_of(whole["body"])
    return json.dumps(whole)


def test_a_forged_date_does_not_hold() -> None:
    """Whoever makes the digest anew still has to have the law say so."""
    whole = json.loads(certify(answers()).to_json())
    data = whole["body"]["computation"]["data"]
    data["result"] = data["end"] = "2026-07-10"
    data["steps"][-1]["end"] = "2026-07-10"
    found = verify(Certificate.from_json(_sealed(whole)))
    assert found.state == "differs"
    assert "due 2026-07-09, and it was 2026-07-10" in found.because


def test_a_reading_that_came_or_went_is_named() -> None:
    """With its day; one whose day is another too."""
    period = lc.compute("4 weeks", after=date(2024, 7, 29), under="at/zpo")
    assert len(period.readings) == 1
    whole = json.loads(certify(period).to_json())
    data = whole["body"]["computation"]["data"]
    (reading,) = data.pop("readings")
    found = verify(Certificate.from_json(_sealed(whole)))
    assert found.state == "differs"
    assert found.because[0].endswith(": 2024-09-16 now, and no reading before")
    data["readings"] = [{**reading, "due": "2024-09-17"}]
    found = verify(Certificate.from_json(_sealed(whole)))
    assert found.because[0].endswith(": 2024-09-16, and it was 2024-09-17")
    data["readings"] = [reading, {**reading, "choice": "perhaps"}]
    found = verify(Certificate.from_json(_sealed(whole)))
    assert found.because[0].endswith("perhaps: no reading now, and it was 2024-09-16")


def test_a_period_that_runs_now_or_no_longer_is_said() -> None:
    """Of one that waited for an event, and one that has it."""
    waits = lc.compute(
        "us/frap/4(a)(3)", after={"judgment-entered": date(2021, 9, 10)}, court="cand"
    )
    assert not certify(waits).computation.is_running or waits.is_running
    pending = lc.compute(
        "de/zpo/517", after={"judgment-served": date(2025, 9, 15)}, calendar="de-nw"
    )
    assert verify(certify(pending)).is_reproduced


def test_what_was_asked_otherwise_is_said_as_people_read_it() -> None:
    """A period, a span of days, a word with its answer: nothing as Python writes it."""
    now = answers()
    asked = evolve(
        now.inputs,
        period=lc.Period(25, "day"),
        suspensions=(lc.DateRange(date(2026, 6, 5), date(2026, 6, 9)),),
        legal_holidays=(date(2026, 6, 5), date(2026, 6, 8)),
        facts=(("united-states-is-a-party", "yes"),),
    )
    assert list(differences(evolve(now, inputs=asked), now, LAW)) == [
        "period: 30 days, and it was 25 days",
        "legal holidays: nothing, and it was 2026-06-05, 2026-06-08",
        "suspensions: nothing, and it was 2026-06-05 to 2026-06-09",
        "facts: nothing, and it was united-states-is-a-party yes",
    ]


def test_an_instant_is_part_of_it() -> None:
    """Hours, and the hour at which a day ends."""
    began = datetime(2026, 6, 5, 20, 30, tzinfo=UTC)
    hours = lc.compute("72 hours", after=began, under="us/frcp", court="nysd")
    certificate = Certificate.from_json(certify(hours).to_json())
    assert certificate.computation.due_at == hours.due_at
    assert verify(certificate).is_reproduced
    whole = json.loads(certificate.to_json())
    whole["body"]["computation"]["data"]["due_at"] = None
    found = verify(Certificate.from_json(_sealed(whole)))
    assert found.because == (f"its day ends at {hours.due_at}, and it was nothing",)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", "it is empty"),
        (b" \n", "it is empty"),
        ('{"kind": "certificate", "sch', "cut off"),
        ("# A heading", "no object of JSON"),
        ("[1]", "no object of JSON"),
        (b"\xff", "no text in UTF-8"),
        ('{"kind": "certificate", "kind": "certificate"}', "says something twice"),
        ("{}", "is no certificate"),
        ('{"kind": "computation", "schema": 1, "data": {}}', "is no certificate"),
    ],
)
def test_what_is_no_certificate_is_refused(text: str | bytes, part: str) -> None:
    """Whatever it is."""
    with pytest.raises(DecodeError, match=part):
        Certificate.from_json(text)


@pytest.mark.parametrize(
    ("members", "part"),
    [
        ({"digest": "sha256:00"}, "it was changed since"),
        ({"digest": None}, "it was changed since"),
        ({"body": {}}, "it was changed since"),
        ({"kind": "receipt"}, "is no certificate"),
        ({"schema": 0}, "no number of a schema"),
        ({"schema": True}, "no number of a schema"),
        ({"more": 1}, "is no certificate"),
    ],
)
def test_what_was_changed_is_refused(members: dict[str, Any], part: str) -> None:
    """Before anything in it is believed."""
    text = certify(answers()).to_json()
    with pytest.raises(DecodeError, match=part):
        Certificate.from_json(altered(text, **members))


def test_a_newer_schema_is_not_guessed_at() -> None:
    """It says so, and that an upgrade helps."""
    text = altered(certify(answers()).to_json(), schema=2)
    with pytest.raises(SchemaTooNewError, match="upgrade it") as raised:
        Certificate.from_json(text)
    assert (raised.value.found, raised.value.known) == (2, 1)


@pytest.mark.parametrize(
    ("path", "value", "part"),
    [
        (("library",), 1, r"\$\.body\.library is no str"),
        (("more",), 1, r"\$\.body has other members"),
        (("computation",), {"kind": "period"}, "kind|schema|missing"),
        (("without",), [1], "no list of citations"),
        (("words",), {}, "is no list"),
        (("words",), [["a"]], r"\$\.body\.words\[0\] is no pair"),
        (("words",), [[1, []]], "is no pair"),
        (("words",), [["a", {}]], "no list of quotations"),
        (("words",), [["a", [{"cite": "x"}]]], "is no quotation"),
        (("words",), [["a", [{"cite": "x", "text": 1}]]], "is no quotation"),
        (("words",), [["a", [{"cite": "x", "text": "y", "z": "w"}]]], "no quotation"),
        (
            ("words",),
            [["a", [{"cite": "x", "text": "y", "first": "soon"}]]],
            "no date",
        ),
        (("runs_from",), [["", {}]], r"\$\.body\.runs_from\[0\]\[1\] has other"),
    ],
)
def test_what_is_built_otherwise_is_refused(
    path: tuple[str, ...], value: Any, part: str
) -> None:
    """With the place where it stands, though the digest is right."""
    whole = json.loads(certify(answers()).to_json())
    whole["body"][path[0]] = value
    with pytest.raises(DecodeError, match=part):
        Certificate.from_json(_sealed(whole))


def test_another_value_in_the_place_of_the_computation_is_refused() -> None:
    """One that the codec reads, and that is none."""
    whole = json.loads(certify(answers()).to_json())
    whole["body"]["computation"] = json.loads(to_json(lc.Period.parse("3 days")))
    with pytest.raises(DecodeError, match="is no computation"):
        Certificate.from_json(_sealed(whole))


def test_certificates_do_not_lie_in_each_other_for_ever() -> None:
    """In a text; what is computed has no such chains."""
    whole = json.loads(certify(answers()).to_json())
    body = whole["body"]
    for _ in range(70):
        body = {**whole["body"], "runs_from": [["", body]]}
    whole["body"] = body
    with pytest.raises(DecodeError, match="certificates deep"):
        Certificate.from_json(_sealed(whole))
    link = lc.compute("10 days", after=SERVED, under="us/frcp")
    while link.links < 50:
        link = lc.compute("10 days", after=link, under="us/frcp")
    text = certify(link).to_json()
    assert verify(Certificate.from_json(text)).is_reproduced


@pytest.mark.parametrize("given", [None, "us/frcp/33(b)(2)", SERVED])
def test_only_computations_and_certificates_are_taken(given: Any) -> None:
    """Anything else is refused, with what to pass."""
    with pytest.raises(InvalidTypeError, match="Pass what compute"):
        certify(given)
    with pytest.raises(InvalidTypeError, match="from_json"):
        verify(given)
    with pytest.raises(InvalidTypeError, match="law needs a Law"):
        certify(answers(), "us")  # type: ignore[arg-type]  # what somebody may pass
