"""What a file has already, and where the source says otherwise: told, not changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.interop.results import Difference
from legalcase.model.caseload.events import CourtAssigned, NumberAssigned

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime

    from legalcase.interop.courtlistener.counsel import Appearance
    from legalcase.interop.courtlistener.entries import SourceEntry
    from legalcase.interop.courtlistener.heading import Head
    from legalcase.interop.courtlistener.people import Party
    from legalcase.interop.courtlistener.source import Place, Source
    from legalcase.kernel.events.event import Event
    from legalcase.kernel.register import Register
    from legalcase.model.case import Case
    from legalcase.model.case_file import CaseFile
    from legalcase.model.caseload.state import Caseload
    from legalcase.model.people.state import Participant, Representation

__all__ = ["Comparison"]

_HERE: Final = "the file has it already"
_OTHERWISE: Final = "the file says otherwise"


class Comparison:
    """The file to which something is added, and what the source says of it."""

    def __init__(self, source: Source, into: CaseFile | None) -> None:
        self._source = source
        self._case: Case | None = None if into is None else into.case
        self._seen: set[tuple[str, str]] = set()

    def _differ(
        self,
        path: str,
        noun: str,
        name: str,
        what: str,
        here: str | None = None,
        there: str | None = None,
    ) -> None:
        self._source.differences.append(
            Difference(path=path, noun=noun, id=name, what=what, here=here, there=there)
        )

    def head(self, top: Place, head: Head, at: datetime) -> list[Event]:
        """Return what of court, number and judge is to be added; compare the rest."""
        case, opened = self._case, head.opened
        if case is None:
            return []
        load = case.caseload
        caption = "case_name_full" if top.text("case_name_full") else "case_name"
        rows = (
            (caption, "caption", load.caption, opened.caption),
            ("court_id", "court", load.court, opened.court),
            ("docket_number", "number", load.number, opened.number),
            ("assigned_to_str", "judge", load.judge, head.judge),
        )
        for key, name, here, there in rows:
            path = top.at(key)
            if here == there:
                self._source.pass_over(path, _HERE)
            elif here is None:
                self._source.use(path)
            elif there is not None:
                what = f"the source has another {name}"
                self._source.leave(path, _OTHERWISE)
                self._differ(path, "case", case.case_id, what, here, there)
        added = self._added(load, top, head, at)
        path = top.at("date_filed")
        if added:
            self._source.use(path)
        elif load.opened_on == opened.happened_on:
            self._source.pass_over(path, _HERE)
        else:
            self._source.leave(path, "the file was opened on another day, as it can be")
        return added

    def _added(
        self, load: Caseload, top: Place, head: Head, at: datetime
    ) -> list[Event]:
        """Return what the file has nothing of yet."""
        opened, day = head.opened, head.opened.happened_on
        added: list[Event] = []
        if load.court is None and opened.court is not None:
            added.append(CourtAssigned(court=opened.court, happened_on=day))
        if load.number is None and opened.number is not None:
            added.append(NumberAssigned(number=opened.number, happened_on=day))
        if added:
            what = f"court and number are entered as of {day}, when the case was filed"
            self._source.assume(top.at("date_filed"), what)
        if load.judge is None and head.judge is not None:
            added.append(head.judge_assigned(top, at))
        return added

    def party(self, party: Party, others: Collection[str]) -> bool | None:
        """Tell whether the file has a party; ``None`` where that is a question.

        `others` are the ids of all parties of the source: one of them is another.
        """
        if self._case is None:
            return False
        people = self._case.people
        here = people.participants.find(party.party_id)
        if here is None:
            same = [
                one.party_id
                for one in people.participants
                if (one.name or "").casefold() == party.name.casefold()
                and one.party_id not in others
            ]
            if not same:
                return False
            what = (
                "the file has a party of this name under another id: pass party_ids="
                f"{{{party.number}: {same[0]!r}}} if it is the same"
            )
            self._differ(party.place.path, "party", same[0], what)
            self._source.drop(party.place.path, "the file may have it already")
            return None
        self._seen.add(("party", party.party_id))
        path = party.place.at("name")
        if here.name is None:
            self._source.leave(path, "the name of this party stands with the person")
        else:
            self._same(path, "party", here.party_id, "name", here.name, party.name)
        types = party.place.at("party_types")
        for path in self._source.marked_in(types, "used"):
            self._source.pass_over(path, _HERE)
        lacking = sorted(set(party.roles) - set(here.roles) - _ever(here))
        if lacking:
            what = f"the source has it as {', '.join(lacking)} besides"
            self._differ(types, "party", here.party_id, what)
            self._leave_in(types, "name")
        ends = list(party.roles.values())
        if here.left_on is None and all(ends):
            what = "it left, by the source: record PartyLeft if that is so"
            last = max(day for day in ends if day).isoformat()
            self._differ(types, "party", here.party_id, what, None, last)
            self._leave_in(types, "date_terminated")
        return True

    def _leave_in(self, path: str, key: str) -> None:
        for each in self._source.marked_in(path):
            if each.endswith(f".{key}"):
                self._source.leave(each, _OTHERWISE)

    def _same(
        self, path: str, noun: str, name: str, what: str, here: str, there: str
    ) -> None:
        if here == there:
            self._source.pass_over(path, _HERE)
            return
        self._source.leave(path, _OTHERWISE)
        self._differ(path, noun, name, f"the source has another {what}", here, there)

    def representation(self, one: Appearance, ids: Mapping[int, str]) -> bool:
        """Tell whether the file has an appearance, and say where it differs."""
        if self._case is None:
            return False
        held = self._case.people.representations
        here = held.find(one.representation_id) or self._open(one, held)
        if here is None:
            return False
        self._seen.add(("representation", here.representation_id))
        wanted = {ids[number] for number in one.parties}
        for place in one.places:
            self._source.pass_over(place.path, _HERE)
        path = one.places[0].path
        lacking = sorted(wanted - set(here.party_ids))
        if lacking:
            what = f"the source has it for {', '.join(lacking)} besides"
            self._differ(path, "representation", here.representation_id, what)
        if one.ended_on is not None and here.ended_on is None:
            what = "it ended, by the source: record CounselWithdrew if that is so"
            self._differ(
                path,
                "representation",
                here.representation_id,
                what,
                None,
                one.ended_on.isoformat(),
            )
        return True

    @staticmethod
    def _open(one: Appearance, held: Register[Representation]) -> Representation | None:
        """Return the appearance in the file that ended since, by the source."""
        if one.ended_on is None:
            return None
        return held.find(f"cl-{one.attorney}-{one.capacity}")

    def entry(self, entry: SourceEntry, place: Place, *, is_classified: bool) -> bool:
        """Tell whether the file has an entry already, as an event or as a note."""
        if self._case is None:
            return False
        self._seen.add(("note", entry.note_id))
        docket = self._case.docket.find(entry.event_id)
        note = self._case.notes.find(entry.note_id)
        if docket is not None:
            noun, name, day = "event", entry.event_id, docket.happened_on
            is_same = docket.title == entry.text or not is_classified
        elif note is not None and not is_classified:
            noun, name, day = "note", entry.note_id, note.written_on
            is_same = note.text.endswith(entry.text)
        else:
            return False
        for key in ("id", "date_filed", "entry_number", "description"):
            self._source.pass_over(place.at(key), _HERE)
        if place.value.get("time_filed") is not None and docket is not None:
            self._source.pass_over(place.at("time_filed"), _HERE)
        here, there = day.isoformat(), entry.filed_on.isoformat()
        self._same(place.at("date_filed"), noun, name, "day", here, there)
        if not is_same:
            self._source.leave(place.at("description"), _OTHERWISE)
            self._differ(place.at("description"), noun, name, "the text is another")
        return True

    def absent(self, given: Mapping[str, tuple[Place, ...]]) -> None:
        """Say what came from the service once and is not in the lists given now."""
        if self._case is None:
            return
        what = "what was given of the source does not have it: it stays"
        people = self._case.people
        known: list[tuple[str, str]] = []
        if given["parties"]:
            known += [("party", one.party_id) for one in people.participants]
        if given["attorneys"]:
            known += [
                ("representation", one.representation_id)
                for one in people.representations
            ]
        if given["entries"]:
            known += [("note", one.note_id) for one in self._case.notes]
        for noun, name in known:
            if name.startswith("cl-") and (noun, name) not in self._seen:
                self._differ("", noun, name, what)


def _ever(here: Participant) -> set[str]:
    return {one.role for one in here.held}
