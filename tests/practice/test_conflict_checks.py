"""What is kept of a check for conflicts, and what can become of each finding."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from case_files import NOON
from legalcase.errors import IllegalTransitionError, InvalidValueError, UnknownNameError
from legalcase.practice import (
    CONFLICT_CHECKS,
    CheckedPerson,
    ConflictCleared,
    ConflictConsented,
    ConflictConsentRevoked,
    ConflictDeclined,
    ConflictFound,
    ConflictsChecked,
    ConflictScreened,
    InformedConsent,
    ScreenLifted,
)
from practice_samples import DAY, recorded, stage

if TYPE_CHECKING:
    from legalcase.kernel import Event
    from legalcase.model import CaseFile

LATER = date(2026, 6, 10)


def found(finding_id: str = "f", **said: Any) -> ConflictFound:
    """A finding to which two have to consent, and where a screen would do."""
    given: dict[str, Any] = {
        "rule": "former-client",
        "matter": "m-1",
        "ref": "party:acme",
        "affected": ("person:1", "person:2"),
        "is_consentable": True,
        "is_screenable": True,
        **said,
    }
    return ConflictFound(finding_id=finding_id, **given)


BARRED = found(
    "b",
    rule="same-proceeding",
    affected=(),
    is_consentable=False,
    is_screenable=False,
    is_barred=True,
)


def checked(*findings: ConflictFound, check_id: str = "cc") -> ConflictsChecked:
    """A check with those findings."""
    return ConflictsChecked(
        check_id=check_id,
        asked=(CheckedPerson(who="roe", stance="client"),),
        corpus="p-1",
        cases=3,
        depth=2,
        method="exact",
        found=findings,
        checked_by="lead",
        happened_on=DAY,
    )


def consent(*who: str, on: date = DAY) -> ConflictConsented:
    """The consents of some, confirmed in a document each."""
    return ConflictConsented(
        finding_id="f",
        consents=tuple(
            InformedConsent(given_by=one, in_document="signed", given_on=on)
            for one in who
        ),
        happened_on=DAY,
    )


def screen(finding_id: str = "f", screen_id: str = "s") -> ConflictScreened:
    """Somebody is screened off, and nobody was told yet."""
    return ConflictScreened(
        finding_id=finding_id, screen_id=screen_id, person="third", happened_on=DAY
    )


CLEARED = ConflictCleared(
    finding_id="f", reason="Another", cleared_by="lead", happened_on=LATER
)
DECLINED = ConflictDeclined(finding_id="f", happened_on=LATER)


def after(*events: Event) -> CaseFile:
    """A case after a check that found one of each, and after more."""
    file = stage().record(checked(found(), BARRED), by="clerk", at=NOON)
    at = NOON.replace(day=10)
    return file.record(*events, by="clerk", at=at) if events else file


def state(file: CaseFile, finding_id: str = "f") -> str:
    """Where a finding stands."""
    return file.case[CONFLICT_CHECKS].findings[finding_id].state


def test_where_findings_begin() -> None:
    """What nobody can consent to stands apart from the first day."""
    file = after()
    assert (state(file), state(file, "b")) == ("open", "non-consentable")
    assert len(file.case[CONFLICT_CHECKS].open_findings) == 2


@pytest.mark.parametrize(
    ("event", "reached"),
    [
        (CLEARED, "cleared"),
        (consent("person:1", "person:2"), "consented"),
        (screen(), "screened"),
        (DECLINED, "declined"),
    ],
    ids=("cleared", "consented", "screened", "declined"),
)
def test_where_an_open_finding_can_go(event: Event, reached: str) -> None:
    """And it is open no more."""
    file = after(event)
    assert state(file) == reached
    kept = file.case[CONFLICT_CHECKS].findings["f"]
    assert not kept.is_open
    assert kept.settled_on == event.happened_on


def test_consent_is_that_of_each_who_is_affected_by_now() -> None:
    """A second client came: the finding is open until that one consents as well."""
    both = consent("person:1", "person:2")
    more = found(affected=("person:1", "person:3"))
    file = after(both, checked(more, check_id="cc-2"))
    kept = file.case[CONFLICT_CHECKS].findings["f"]
    assert (kept.state, kept.settled_on) == ("open", None)
    assert kept.affected == ("person:1", "person:2", "person:3")
    with pytest.raises(InvalidValueError, match="person:3"):
        after(both, checked(more, check_id="cc-2"), both)
    again = consent("person:1", "person:2", "person:3")
    assert state(after(both, checked(more, check_id="cc-2"), again)) == "consented"


def test_consent_of_more_than_are_affected_stands() -> None:
    """Found once more, with fewer who are affected, it is not open again."""
    file = after(
        consent("person:1", "person:2"),
        checked(found(affected=("person:1",)), check_id="cc-2"),
    )
    assert state(file) == "consented"


def test_what_is_barred_is_declined_and_no_more() -> None:
    """Rule 1.7(b)(3): consent is refused, and so is everything else."""
    consents = ConflictConsented(
        finding_id="b",
        consents=(InformedConsent(given_by="person:1", in_document="d", given_on=DAY),),
        happened_on=DAY,
    )
    for event in (
        consents,
        screen("b"),
        CLEARED.__class__(
            finding_id="b", reason="No", cleared_by="lead", happened_on=DAY
        ),
    ):
        with pytest.raises(IllegalTransitionError, match="non-consentable"):
            after(event)
    file = after(ConflictDeclined(finding_id="b", happened_on=DAY))
    assert state(file, "b") == "declined"


def test_all_who_are_affected_have_to_consent() -> None:
    """Both, and in time; the one who is missing is named by id."""
    with pytest.raises(InvalidValueError, match=r"lacks the consent of 1 of 2.*:2"):
        after(consent("person:1"))
    with pytest.raises(InvalidValueError, match="dated 2026-06-10, after"):
        after(consent("person:1", "person:2", on=LATER))
    with pytest.raises(InvalidValueError, match="has somebody twice"):
        consent("person:1", "person:1")


def test_a_consent_that_is_revoked_opens_the_finding() -> None:
    """By one who had given it, and by nobody else."""
    both = consent("person:1", "person:2")
    back = ConflictConsentRevoked(
        finding_id="f", revoked_by="person:2", happened_on=LATER
    )
    file = after(both, back)
    assert state(file) == "open"
    kept = file.case[CONFLICT_CHECKS].findings["f"]
    assert [one.given_by for one in kept.consents] == ["person:1"]
    with pytest.raises(InvalidValueError, match="gave no consent"):
        after(
            both,
            ConflictConsentRevoked(
                finding_id="f", revoked_by="person:3", happened_on=LATER
            ),
        )


def test_screens_have_their_days() -> None:
    """From a day, until another; then the finding is open again."""
    lifted = ScreenLifted(screen_id="s", reason="Left", happened_on=LATER)
    file = after(screen(), lifted)
    kept = file.case[CONFLICT_CHECKS].screens["s"]
    assert (kept.runs_on(DAY), kept.runs_on(LATER)) == (True, False)
    assert state(file) == "open"
    with pytest.raises(IllegalTransitionError, match="lifted"):
        after(screen(), lifted, lifted)


def test_a_screen_where_none_helps_is_refused() -> None:
    """Rule 1.7 knows no screening."""
    plain = found("g", rule="direct-adversity", is_screenable=False)
    file = stage().record(checked(plain), by="clerk", at=NOON)
    with pytest.raises(IllegalTransitionError, match="Screening does not help"):
        file.record(screen("g"), by="clerk", at=NOON)


def test_what_is_neither_barred_nor_consentable_is_cleared_or_declined() -> None:
    """Whether it is the same person, nobody can consent to."""
    same = found(
        "g",
        rule="same-person-review",
        affected=(),
        is_consentable=False,
        is_screenable=False,
    )
    file = stage().record(checked(same), by="clerk", at=NOON)
    event = ConflictConsented(
        finding_id="g",
        consents=(InformedConsent(given_by="person:1", in_document="d", given_on=DAY),),
        happened_on=DAY,
    )
    with pytest.raises(IllegalTransitionError, match="nobody can"):
        file.record(event, by="clerk", at=NOON)


def test_a_screen_that_is_lifted_after_a_consent_changes_nothing() -> None:
    """The finding stands on the consent."""
    file = after(
        screen(),
        consent("person:1", "person:2"),
        ScreenLifted(screen_id="s", reason="Left", happened_on=LATER),
    )
    assert state(file) == "consented"


def test_what_is_found_again_stays_settled() -> None:
    """A second check names it as well, and opens nothing."""
    file = after(CLEARED)
    again = checked(found(), check_id="cc-2")
    file = file.record(again, by="clerk", at=NOON.replace(day=11))
    kept = file.case[CONFLICT_CHECKS].findings["f"]
    assert (kept.state, kept.check_ids) == ("cleared", ("cc", "cc-2"))


def test_what_cannot_be_recorded() -> None:
    """Nobody asked about, a finding twice, one unknown, one of both sorts."""
    with pytest.raises(InvalidValueError, match="finding twice"):
        checked(found(), found())
    with pytest.raises(InvalidValueError, match="Nobody was asked"):
        CheckedPerson(stance="client")
    with pytest.raises(InvalidValueError, match="asked is empty"):
        ConflictsChecked(
            check_id="cc",
            asked=(),
            corpus="p",
            cases=0,
            depth=0,
            method="exact",
            checked_by="lead",
            happened_on=DAY,
        )
    with pytest.raises(InvalidValueError, match="0 or more"):
        ConflictsChecked(
            check_id="cc",
            asked=(CheckedPerson(who="roe"),),
            corpus="p",
            cases=-1,
            depth=0,
            method="exact",
            checked_by="lead",
            happened_on=DAY,
        )
    with pytest.raises(InvalidValueError, match="affected has what is no id"):
        found(affected=("Jane Roe",))
    with pytest.raises(InvalidValueError, match="refers to nothing"):
        found(ref="acme")
    with pytest.raises(InvalidValueError, match="is barred, and could be"):
        found(is_barred=True)
    with pytest.raises(UnknownNameError):
        after(ConflictDeclined(finding_id="nope", happened_on=DAY))
    early = ConflictDeclined(finding_id="f", happened_on=date(2026, 6, 1))
    with pytest.raises(InvalidValueError, match="before what it follows"):
        after(early)


def test_every_sample_is_settled() -> None:
    """The samples go through each state."""
    room = recorded("conflict_checks").case[CONFLICT_CHECKS]
    assert {one.state for one in room.findings} == {"cleared", "open", "declined"}
