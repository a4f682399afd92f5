"""ConflictCheck: what was found, in which corpus, and what was not searched."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from legalcase.conflicts.asked import Asked
from legalcase.conflicts.corpus.index import Unsearched
from legalcase.conflicts.finding.found import ConflictFinding, ConflictMatch
from legalcase.conflicts.finding.page import check_html, check_table, check_text
from legalcase.errors import UnknownNameError
from legalcase.kernel.lines.correction import CORRECTED, RETRACTED
from legalcase.plain_data import PlainData
from legalcase.practice.conflict_checks.checking import (
    EXISTENCE,
    CheckedPerson,
    ConflictFound,
    ConflictsChecked,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.markup import Table

__all__ = ["EXISTENCE", "WATCHED", "ConflictCheck"]

#: What brings somebody in, tells who somebody is, or makes them more to us than they
#: were (an inquiry, an engagement, a claim, a role, what is open again): lines that
#: make a check old. What was recorded can be corrected to any of it, or taken back.
WATCHED: Final = tuple(
    f"kind:{kind}"
    for kind in (
        "agency-added",
        "alias-added",
        "became-client",
        "case-reactivated",
        "case-reopened",
        "charged",
        "claim-amended",
        "claim-stated",
        CORRECTED,
        "counsel-appeared",
        "counsel-substituted",
        "engaged",
        "engagement-reopened",
        "engagement-resumed",
        "engagement-terms-changed",
        "identifier-given",
        "inquiry-made",
        "link-made",
        "name-changed",
        "name-on-docket",
        "organization-added",
        "party-joined",
        "person-added",
        RETRACTED,
        "role-taken",
    )
)


@frozen(kw_only=True, repr=False)
class ConflictCheck(PlainData):
    """What a check for conflicts found, of whom it was asked, and where it looked.

    `matches` are all who were found, with the path to each; `findings` those of them
    that can fall under a rule. `position` is that of the corpus, `cases` how many cases
    stood in it (``None`` where a wall hides some), `unsearched` what could not be
    looked at, `method` whether names were compared (``"fuzzy"``) or only equal ones
    found (``"exact"``). `hidden` is `EXISTENCE` where a wall hides something from
    whoever asked. It never says that there is no conflict.
    """

    asked: tuple[Asked, ...]
    as_of: date
    matter: str | None
    position: str = field(repr=False)
    cases: int | None
    depth: int
    threshold: float
    method: str
    matches: tuple[ConflictMatch, ...]
    findings: tuple[ConflictFinding, ...]
    unsearched: tuple[Unsearched, ...] = ()
    hidden: str | None = None

    def __repr__(self) -> str:
        """Return the day and how many were found; no name."""
        return (
            f"<ConflictCheck on {self.as_of}: {len(self.matches)} matches, "
            f"{len(self.findings)} findings>"
        )

    def __iter__(self) -> Iterator[ConflictMatch]:
        """Give the matches."""
        return iter(self.matches)

    def __len__(self) -> int:
        """Return how many matches there are."""
        return len(self.matches)

    def __getitem__(self, finding_id: str) -> ConflictFinding:
        """Return a finding by its id; raises `UnknownNameError`."""
        for one in self.findings:
            if one.finding_id == finding_id:
                return one
        noun, hint = "finding of this check", "See its ids."
        raise UnknownNameError.of(noun, str(finding_id), self.ids, hint)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the findings."""
        return tuple(one.finding_id for one in self.findings)

    @property
    def watched(self) -> tuple[str, ...]:
        """Tags of lines that make this check old: who came in, is who, is more to us.

        Of any case and any entry, since a name can match whoever comes next. For a
        `LineQuery`; `legalcase.storage.nobody_since` makes the condition of them.
        """
        return WATCHED

    @property
    def said(self) -> tuple[str, ...]:
        """What the check says as a whole, in sentences."""
        return tuple(self._said())

    def _said(self) -> Iterator[str]:
        matters = {one.case_id for one in self.matches if one.case_id is not None}
        where = (
            "the whole store"
            if self.cases is None
            else f"{self.cases} case{'' if self.cases == 1 else 's'}"
        )
        at = " at the position that the check has" if self.position else ""
        yield (
            f"Searched {where}{at}, as of {self.as_of}, over relations of up to "
            f"{self.depth} step{'' if self.depth == 1 else 's'}: "
            f"{len(self.matches)} matched, in {len(matters)} matters; "
            f"{len(self.findings)} to be looked at."
        )
        if self.hidden is not None:
            yield (
                "There is a matter you may not see. Ask whoever answers for conflicts; "
                "nothing more is said of it here."
            )
        if self.method == "exact":
            yield (
                "Names were found only where they are equal: without the extra "
                "'conflicts', no other spelling is."
            )
        counts = Counter[str]()
        for one in self.unsearched:
            counts[one.what] += one.many
        for what, many in counts.items():
            yield f"Not searched: {_LACKING.get(what, what)} ({many})."
        yield "What is in no case and no entry was not searched. A person decides."

    def as_event(
        self,
        *,
        check_id: str,
        by: str,
        on: date | None = None,
        review_id: str | None = None,
    ) -> ConflictsChecked:
        """Return what a named person records in the case, with every finding.

        `on` is the day of the check, that as of which it was asked if left out;
        `review_id` the conflict review to which it belongs. That a wall hides
        something is recorded too, so that somebody who sees it asks again.
        """
        unsearched = {one.what for one in self.unsearched}
        if self.hidden is not None:
            unsearched.add(self.hidden)
        return ConflictsChecked(
            check_id=check_id,
            asked=tuple(
                CheckedPerson(who=one.who, name=one.name, stance=one.stance)
                for one in self.asked
            ),
            corpus=self.position or "cases passed by hand",
            cases=self.cases or 0,
            depth=self.depth,
            method=self.method,
            unsearched=tuple(sorted(unsearched)),
            found=tuple(map(_recorded, self.findings)),
            checked_by=by,
            review_id=review_id,
            happened_on=on or self.as_of,
        )

    @property
    def table(self) -> Table:
        """The matches as a table, for text of another width."""
        return check_table(self)

    def __str__(self) -> str:
        """Return it as text of 80 columns; it names those who were found."""
        return check_text(self)

    def _repr_html_(self) -> str:
        return check_html(self)

    def to_rows(self) -> list[dict[str, Any]]:
        """Return one row a match, as plain data: for a data frame, or a table."""
        return [
            {
                "asked": one.asked.key,
                "stance": one.asked.stance,
                "matched_by": one.evidence.method,
                "score": one.evidence.score,
                "name_asked": one.evidence.asked,
                "name_found": one.evidence.found,
                "entry": one.evidence.entry,
                "path": one.way,
                "matter": one.case_id,
                "ref": None if one.participation is None else one.participation.ref,
                "standings": list(one.standings),
                "rules": list(one.rules),
                "if_same": list(one.if_same),
            }
            for one in self.matches
        ]


#: What could not be looked at, in words.
_LACKING: Final = {
    "sealed": "cases that are sealed, and whose key is not here",
    "unreadable": "cases that could not be read",
    "unread-kinds": "lines of rooms without which cases were read, by kind",
    "nobody-named": "who asked us, where nothing says who that is",
    "names-only": "who takes part without an id was searched by name alone",
    "not-in-directory": "names of ids that are not in the directory",
}


def _recorded(one: ConflictFinding) -> ConflictFound:
    part = one.match.participation
    rule = one.of_rule
    return ConflictFound(
        finding_id=one.finding_id,
        rule=one.rule,
        matter=one.match.case_id or "",
        ref="" if part is None else part.ref,
        who=one.match.asked.who,
        affected=one.affected,
        is_consentable=rule.is_consentable,
        is_screenable=rule.is_screenable,
        is_barred=one.state == "non-consentable",
    )
