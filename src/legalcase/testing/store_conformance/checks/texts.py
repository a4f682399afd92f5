"""Texts: what stands in a line stays, to the byte and whatever the size or script."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from legalcase.codec.log.lines import line_of, line_text
from legalcase.errors import UnknownEventError
from legalcase.model.case_file import CaseFile
from legalcase.testing.store_conformance.check import promises
from legalcase.testing.store_conformance.hooks import Hooks, later
from legalcase.testing.store_conformance.samples.asking import (
    case_ids,
    case_of,
    file_of,
    log_of,
    put,
    stored,
)
from legalcase.testing.store_helpers import (
    noted,
    opened,
    refused,
    same,
    same_log,
    strange,
    sure,
)

if TYPE_CHECKING:
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.ports.stores import CaseStore

__all__ = ["TextsChecks"]

_SCRIPTS = (
    'M\u00fcller/Mu\u0308ller v. \U0001f4c5 O\'Neil; "x" \\ \u2028 %s {} \ufeff',
    "\u212b \u00c5 A\u030a \ufb01 fi \u1e9e \u0130 i\u0307",  # equal to some, not to us
    "\u0645\u062d\u0643\u0645\u0629 \u202e\u05d1\u05d9\u05ea \u6771\u4eac",
    "\uac00 \u1100\u1161",
    "a\tb\nc\r\nd\u0085e\u00a0 \x01 \x7f",
    "-- ' OR 1=1; DROP TABLE line; \\x00 \\u0000 &amp; <b>",
)
_DIGITS = (
    '{"a":1.50,"b":1234567890123456.789,"c":12345678901234567890.25,"d":1e2,'
    '"e":-0.0,"f":100000000000000000000000000001,"g":0.1}'
)


def _append(store: CaseStore, before: int, *lines: Recorded) -> None:
    with store.begin() as work:
        work.append(lines, expected={"case:case-1": before})
        work.commit()


class TextsChecks(Hooks):
    """What stands in a line stays, to the byte and whatever the size or script."""

    @promises("LC-TEXT-001")
    def test_no_character_is_changed(self, store: CaseStore) -> None:
        """Text comes back as it was: composed or not, in every script."""
        for number, text in enumerate(_SCRIPTS):
            stored(store, opened(f"case-{number}", text))
        store = later(self, store)
        found = [case_of(store, f"case-{n}").caption for n in range(len(_SCRIPTS))]
        same(list(_SCRIPTS), found)

    @promises("LC-TEXT-002")
    def test_a_nul_is_a_character(self, store: CaseStore) -> None:
        """What follows a NUL in a text is not cut off."""
        file = stored(store, noted(opened("case-1"), "note-1", "before\0after"))
        store = later(self, store)
        same_log(file.log, log_of(store))
        same(["before\0after"], [note.text for note in case_of(store).notes])

    @promises("LC-TEXT-003")
    def test_a_long_text_is_kept_whole(self, store: CaseStore) -> None:
        """A text of 4,001 letters is kept whole, and one of a million."""
        file = noted(opened("case-1"), "note-1", "x" * 4_000 + "y")
        file = noted(file, "note-2", "\u00e9" * 70_000)
        file = stored(store, noted(file, "note-3", "z" * 999_999 + "y"))
        found = case_of(later(self, store)).notes
        same([4_001, 70_000, 1_000_000], [len(note.text) for note in found])
        sure(file.case.notes == found)  # a million letters say nothing in a report

    @promises("LC-TEXT-004")
    def test_ids_differ_by_every_letter(self, store: CaseStore) -> None:
        """Ids differ by the size of a letter, and by every mark."""
        names: tuple[str, ...] = (
            "case-1",
            "Case-1",
            "CASE-1",
            "case_1",
            "case%1",
            "case-1\\",
            "case-10",
        )
        names += ("case-1:x", "case-1/x", "case-1'", "case-01", "*", "?", "[a]")
        for name in names:
            stored(store, opened(name, f"Of {name}"))
        store = later(self, store)
        same(tuple(sorted(names)), case_ids(store))
        same([f"Of {n}" for n in names], [case_of(store, n).caption for n in names])
        for name in ("cASE-1", "case.1", "c%", "case-1 "):
            with refused(LookupError):
                log_of(store, f"case:{name}")

    @promises("LC-TEXT-005")
    def test_a_line_stays_the_text_it_came_as(self, store: CaseStore) -> None:
        """A line stays the bytes it came as, with fields that nobody here knows."""
        text = line_text(opened("case-1").log[0])
        envelope = json.loads(text)
        envelope["data"]["of-a-newer-version"] = [1, 1.50, "\u00e9"]
        text = json.dumps(envelope, ensure_ascii=False, indent=1)
        line = line_of(text)
        _append(store, 0, line)
        put(store, noted(CaseFile.of_log([line]), "note-1"))
        found = log_of(later(self, store))[0]
        same((text, line.unread), (found.text, found.unread))

    @promises("LC-TEXT-006")
    def test_digits_of_numbers_are_kept(self, store: CaseStore) -> None:
        """Numbers in what is unknown here keep every digit, and are never rounded."""
        line = strange("acme-legal/measured", 2, ancillary=True, payload=_DIGITS)
        put(store, opened("case-1"))
        _append(store, 1, line)
        found = log_of(later(self, store))[1]
        same(line.text, found.text)
        same(line, found)

    @promises("LC-TEXT-007")
    def test_an_unknown_line_is_kept(self, store: CaseStore) -> None:
        """A line of a newer version comes back, and no case is made without it."""
        file, line = opened("case-1"), strange("vanished", 2, ancillary=False)
        _append(store, 0, *file.log, line)
        store = later(self, store)
        same_log((*file.log, line), log_of(store))
        same(line.text, log_of(store)[1].text)
        with refused(UnknownEventError):
            case_of(store)

    @promises("LC-TEXT-008")
    def test_a_kind_of_others_is_passed_over(self, store: CaseStore) -> None:
        """A line that may be passed over is told, and kept when the case goes on."""
        line = strange("acme-legal/screened", 2, ancillary=True)
        put(store, opened("case-1"))
        _append(store, 1, line)
        file = file_of(store)
        same(("acme-legal/screened",), file.case.unread)
        file = stored(store, noted(file, "note-1"))
        store = later(self, store)
        same_log(file.log, log_of(store))
        same(line.text, log_of(store)[1].text)
        same(("acme-legal/screened",), case_of(store).unread)
