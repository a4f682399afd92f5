"""What a file has already, and where the source says otherwise: told, not changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.interop.results import Difference

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legalcase.interop.courtlistener.counsel import Appearance
    from legalcase.interop.courtlistener.entries import SourceEntry
    from legalcase.interop.courtlistener.people import Party
    from legalcase.interop.courtlistener.source import Place, Source
    from legalcase.kernel.register import Register
    from legalcase.model.case import Case
    from legalcase.model.case_file import CaseFile
    from legalcase.model.caseload.events import CaseOpened
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

    def head(self, top: Place, opened: CaseOpened, judge: str | None) -> None:
        """Compare caption, court, number, day of filing and judge."""
        case = self._case
        if case is None:
            return
        load = case.caseload
        rows = (
            ("case_name", "caption", load.caption, opened.caption),
            ("court_id", "court", load.court, opened.court),
            ("docket_number", "number", load.number, opened.number),
            ("assigned_to_str", "judge", load.judge, judge),
            (
                "date_filed",
                "opened_on",
                load.opened_on.isoformat(),
                opened.happened_on.isoformat(),
            ),
        )
        for key, name, here, there in rows:
            path = top.at(key)
            if key == "case_name" and top.text("case_name_full"):
                path = top.at("case_name_full")
            if here == there:
                self._source.pass_over(path, _HERE)
            elif there is not None:
                self._source.leave(path, _OTHERWISE)
                what = f"the source has another {name}, or the file has none"
                self._differ(path, "case", case.case_id, what, here, there)

    def party(self, party: Party) -> bool | None:
        """Tell whether the file has a party; ``None`` where that is a question."""
        if self._case is None:
            return False
        people = self._case.people
        here = people.participants.find(party.party_id)
        if here is None:
            same = [
                one.party_id
                for one in people.participants
                if (one.name or "").casefold() == party.name.casefold()
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
        self._source.drop(party.place.path, _OTHERWISE)
        path = party.place.at("name")
        if here.name is not None:
            self._same(path, "party", here.party_id, "name", here.name, party.name)
        for each in party.place.objects("party_types"):
            each.source.pass_over(each.path, _HERE)
        lacking = sorted(set(party.roles) - set(here.roles) - _ever(here))
        if lacking:
            what = f"the source has it as {', '.join(lacking)} besides"
            self._differ(party.place.at("party_types"), "party", here.party_id, what)
        ends = list(party.roles.values())
        if here.left_on is None and all(ends):
            what = "it left, by the source: record PartyLeft if that is so"
            last = max(day for day in ends if day).isoformat()
            self._differ(
                party.place.at("party_types"), "party", here.party_id, what, None, last
            )
        return True

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
        self._source.drop(place.path, _HERE)
        self._source.pass_over(place.path, _HERE)
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
