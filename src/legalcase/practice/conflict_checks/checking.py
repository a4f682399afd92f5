"""ConflictsChecked: of whom it was asked, in what, and what was found."""

from __future__ import annotations

import re
from typing import Any, Final

from attrs import Attribute, field, frozen

from legalcase.errors import InvalidValueError, MissingInputError
from legalcase.kernel.checks import (
    check_id,
    check_text,
    check_truth,
    check_word,
    check_words,
    one_of,
    optional,
    tuple_of,
)
from legalcase.kernel.events.event import Event
from legalcase.kernel.events.ref import Ref, names, refers
from legalcase.kernel.events.terms import Terms

__all__ = [
    "EXISTENCE",
    "STANCES",
    "CheckedPerson",
    "ConflictFound",
    "ConflictsChecked",
    "check_place",
]

#: All that is said of what a wall hides from whoever asked: not in how many matters,
#: nor of whom, nor why.
EXISTENCE: Final = "a-matter-you-may-not-see"
#: In a class that has a field `check_id` the name is taken.
_is_id: Final = check_id
#: What somebody would be to us in a matter; ``"member"`` is one of us, who joins.
STANCES: Final = (
    "client",
    "adverse",
    "witness",
    "expert",
    "counsel",
    "neutral",
    "member",
    "other",
    "unknown",
)


def _check_whole(_: object, attribute: Attribute[Any], value: object) -> None:
    """Refuse what is no whole number from 0 on."""
    if type(value) is not int or value < 0:
        msg = f"{attribute.name} needs a whole number, 0 or more. Count what was there."
        raise InvalidValueError(msg, field=attribute.name, value=None)


def _check_ref(_: object, __: object, value: Any) -> None:  # noqa: ANN401 - refused
    """Refuse what is no noun with an id: ``"party:acme"``."""
    Ref.parse(value)


#: An id, perhaps behind the case in which it is one: ``"m-311/party:acme"``.
_PLACE: Final = re.compile(r"[!-~]{1,500}")


def check_place(_: object, attribute: Attribute[Any], value: Any) -> None:  # noqa: ANN401 - refused
    """Refuse what is no id, nor one behind the case in which it is one."""
    if type(value) is not str or not _PLACE.fullmatch(value):
        msg = (
            f"{attribute.name} has what is no id. Give one of the directory, or that "
            "of a party behind its case: 'm-311/party:acme'."
        )
        raise InvalidValueError(msg, field=attribute.name, value=None)


def _check_places(_: object, attribute: Attribute[Any], value: object) -> None:
    tuple_of(str)(_, attribute, value)
    if isinstance(value, tuple):
        for one in value:
            check_place(_, attribute, one)


@frozen(kw_only=True)
class CheckedPerson(Terms):
    """One of those of whom it was asked: by id, by name, or by both; and as what.

    `who` is an id of the directory, of a party of the case, or of one of us; `stance`
    a word of `STANCES`.
    """

    who: str | None = field(default=None, validator=optional(check_id))
    name: str | None = field(default=None, repr=False, validator=optional(check_text))
    stance: str = field(default="unknown", validator=one_of(STANCES))

    def __attrs_post_init__(self) -> None:
        """Refuse nobody."""
        if self.who is None and self.name is None:
            msg = "Nobody was asked about. Pass who=, an id, or name=, or both."
            raise MissingInputError(msg, field="who", value=None)


@frozen(kw_only=True)
class ConflictFound(Terms):
    """What a check found: under which rule, in which matter, and whose consent it asks.

    `rule` is a word of the table of rules; `matter` the id of a case, `ref` who in it
    (``"party:acme"``); `who` of whom it was asked, where that has an id. `affected` are
    ids of those whose informed consent, confirmed in writing, would be enough; where
    `is_consentable` is false, nobody's is. `is_screenable` says that the firm may act
    where the lawyer concerned is screened off.
    """

    finding_id: str = field(validator=check_id)
    rule: str = field(validator=check_word)
    matter: str = field(validator=check_id)
    ref: str = field(validator=_check_ref)
    who: str | None = field(default=None, validator=optional(check_id))
    affected: tuple[str, ...] = field(default=(), validator=_check_places)
    is_consentable: bool = field(validator=check_truth)
    is_screenable: bool = field(validator=check_truth)
    is_barred: bool = field(default=False, validator=check_truth)

    def __attrs_post_init__(self) -> None:
        """Refuse what nobody can consent to and somebody can."""
        if self.is_barred and (self.is_consentable or self.is_screenable):
            msg = (
                f"The finding {self.finding_id!r} is barred, and could be consented "
                "to or screened. Say one of the two."
            )
            raise InvalidValueError(msg, field="is_barred", value=None)


def _check_found(_: object, attribute: Attribute[Any], value: object) -> None:
    tuple_of(ConflictFound)(_, attribute, value)
    if isinstance(value, tuple):
        ids = [one.finding_id for one in value]
        if len(set(ids)) != len(ids):
            msg = f"{attribute.name} has a finding twice. Give each once."
            raise InvalidValueError(msg, field=attribute.name, value=None)


def _check_persons(_: object, attribute: Attribute[Any], value: object) -> None:
    tuple_of(CheckedPerson)(_, attribute, value)
    if not value:
        msg = f"{attribute.name} is empty. Give at least one."
        raise InvalidValueError(msg, field=attribute.name, value=None)


@frozen(kw_only=True)
class ConflictsChecked(Event):
    """A check for conflicts was run: of whom, in which corpus, and what it found.

    `corpus` is the position of the store as it was searched, `cases` how many cases
    stood in it (0 where a wall hides how many), `depth` how many relations were
    followed, `method` how names were compared (``"exact"`` or ``"fuzzy"``), and
    `unsearched` words for what could not be looked at; ``"a-matter-you-may-not-see"``
    is among them where a wall hides something of what was found. `found` are all
    findings, also those of an earlier check: what became of these stays. `review_id` is
    the conflict review of the engagement to which it belongs. That nothing was found
    says no more than that.
    """

    check_id: str = field(validator=_is_id, metadata=names("practice/conflict-check"))
    asked: tuple[CheckedPerson, ...] = field(validator=_check_persons)
    corpus: str = field(repr=False, validator=check_text)
    cases: int = field(validator=_check_whole)
    depth: int = field(validator=_check_whole)
    method: str = field(validator=one_of(("exact", "fuzzy")))
    unsearched: tuple[str, ...] = field(default=(), validator=check_words)
    found: tuple[ConflictFound, ...] = field(default=(), validator=_check_found)
    checked_by: str = field(repr=False, validator=check_text)
    review_id: str | None = field(
        default=None, validator=optional(_is_id), metadata=refers("conflict-review")
    )
