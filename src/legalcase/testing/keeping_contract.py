"""The contract of stores, first part: what is stored comes back as it was."""

from __future__ import annotations

import json

from legalcase.codec.lines import line_of, line_text
from legalcase.errors import CaseNotFoundError, UnknownEventError
from legalcase.model.case_file import CaseFile
from legalcase.testing.contract_base import Contract
from legalcase.testing.store_helpers import (
    kept,
    long_file,
    noted,
    opened,
    refused,
    same,
    same_log,
    stored_file,
    strange,
)

__all__ = ["KeepingContract"]


class KeepingContract(Contract):
    """What is stored comes back as it was."""

    def test_what_is_committed_is_there(self) -> None:
        """A case comes back as it was saved, with its whole log."""
        store = self.make_store()
        file = stored_file(store, opened("case-1"))
        with store.begin() as work:
            same(file.case, work.get("case-1"))
            same(file, work.file("case-1"))
            same_log(file.log, work.events("case:case-1"))
            same(("case-1",), work.ids())

    def test_what_is_committed_outlives_the_program(self) -> None:
        """After a new start, everything is there."""
        store = self.make_store()
        file = stored_file(store, opened("case-1"))
        with self.reopened(store).begin() as work:
            same(file.case, work.get("case-1"))
            same_log(file.log, work.events("case:case-1"))

    def test_lines_are_appended(self) -> None:
        """Saving appends what is pending, and the next file goes on after it."""
        store = self.make_store()
        file = stored_file(store, opened("case-1"))
        file = stored_file(store, noted(noted(file, "note-1"), "note-2"))
        file = stored_file(store, noted(file, "note-3"))
        with store.begin() as work:
            work.save(file)
            work.commit()
        with store.begin() as work:
            same(file.case, work.get("case-1"))
            same(4, work.file("case-1").base)
            same_log(file.log, work.events("case:case-1"))

    def test_each_line_comes_back_as_it_was(self) -> None:
        """Every field, every letter, each instant on its own clock, in their order."""
        store = self.make_store()
        file = stored_file(store, long_file())
        same_log(file.log, kept(store))
        store = self.reopened(store)
        same_log(file.log, kept(store))
        with store.begin() as work:
            same(file.case, work.get("case-1"))

    def test_a_line_stays_the_text_it_came_as(self) -> None:
        """Fields of a newer version go along, though nobody here knows them."""
        store = self.make_store()
        file = opened("case-1")
        text = line_text(file.log[0])
        envelope = json.loads(text)
        envelope["data"]["of-a-newer-version"] = [1, 1.50, "é"]
        text = json.dumps(envelope, ensure_ascii=False, indent=1)
        line = line_of(text)
        with store.begin() as work:
            work.append([line], expected={"case:case-1": 0})
            work.commit()
        stored_file(store, noted(CaseFile.of_log([line]), "note-1"))
        store = self.reopened(store)
        same(text, kept(store)[0].text)
        same(line.unread, kept(store)[0].unread)

    def test_an_unknown_line_is_kept(self) -> None:
        """One that may not be passed over comes back, and no case is made of it."""
        store = self.make_store()
        file = opened("case-1")
        line = strange("vanished", 2, ancillary=False)
        with store.begin() as work:
            work.append((*file.log, line), expected={"case:case-1": 0})
            work.commit()
        with self.reopened(store).begin() as work:
            same_log((*file.log, line), work.events("case:case-1"))
            same(line.text, work.events("case:case-1")[1].text)
            with refused(UnknownEventError):
                work.get("case-1")

    def test_a_kind_of_others_is_passed_over(self) -> None:
        """The case says so; what is saved on it later loses no byte of theirs."""
        store = self.make_store()
        file = stored_file(store, opened("case-1"))
        line = strange("acme-legal/screened", 2, ancillary=True)
        with store.begin() as work:
            work.append([line], expected={"case:case-1": 1})
            work.commit()
        with store.begin() as work:
            file = work.file("case-1")
        same(("acme-legal/screened",), file.case.unread)
        file = stored_file(store, noted(file, "note-1"))
        store = self.reopened(store)
        same_log(file.log, kept(store))
        same(line.text, kept(store)[1].text)
        with store.begin() as work:
            same(("acme-legal/screened",), work.get("case-1").unread)

    def test_text_comes_back_as_it_was(self) -> None:
        """No character is changed: composed or not, whatever the script."""
        store = self.make_store()
        caption = 'Müller/Mu\u0308ller v. \U0001f4c5 O\'Neil; "x" \\ \u2028 %s'
        stored_file(store, opened("case-1", caption))
        with self.reopened(store).begin() as work:
            same(caption, work.get("case-1").caption)

    def test_ids_differ_by_the_size_of_a_letter(self) -> None:
        """And by each mark that databases read as a pattern."""
        store = self.make_store()
        names = sorted(("case-1", "Case-1", "case_1", "case%1", "case-1\\", "case-10"))
        for name in names:
            stored_file(store, opened(name, f"Of {name}"))
        with self.reopened(store).begin() as work:
            same(tuple(names), work.ids())
            for name in names:
                same(f"Of {name}", work.get(name).caption)

    def test_what_is_not_there_is_not_found(self) -> None:
        """Reading or saving an unknown case names it."""
        store = self.make_store()
        file = noted(opened("case-1").saved(), "note-1")
        with store.begin() as work:
            for ask in (work.get, work.file, work.events):
                with refused(CaseNotFoundError):
                    ask("case:case-1" if ask == work.events else "case-1")
            with refused(CaseNotFoundError):
                work.save(file)

    def test_a_store_tells_whether_it_is_whole(self) -> None:
        """Its heads bind every line; what they were once still holds later."""
        store = self.make_store()
        same((), store.verify())
        stored_file(store, opened("case-2"))
        file = stored_file(store, long_file())
        heads = store.heads()
        same(
            [("case:case-1", len(file.log)), ("case:case-2", 1)],
            [head[:2] for head in heads],
        )
        stored_file(store, noted(file, "later"))
        same((), store.verify(anchors=heads))
        forged = [(stream, count, "00" * 32) for stream, count, _ in heads]
        said = [(fault.stream, fault.what) for fault in store.verify(anchors=forged)]
        same([("case:case-1", "anchor"), ("case:case-2", "anchor")], said)
        longer = [(stream, count + 2, digest) for stream, count, digest in heads]
        same(["anchor"] * 2, [fault.what for fault in store.verify(anchors=longer)])
        gone = [("case:case-3", 1, "00" * 32)]
        same(["case:case-3"], [fault.stream for fault in store.verify(anchors=gone)])
