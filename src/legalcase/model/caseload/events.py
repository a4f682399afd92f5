"""What happens to a case as a whole, or as to some of its parties."""

from __future__ import annotations

from typing import Any

from attrs import Attribute, field, frozen

from legalcase.directory.ids import entry_of
from legalcase.errors import InvalidValueError
from legalcase.kernel.checks import (
    check_id,
    check_ids,
    check_kind,
    check_one_of,
    check_some,
    check_text,
    check_word,
    one_of,
    optional,
)
from legalcase.kernel.events.event import Event
from legalcase.kernel.events.ref import Ref, refers
from legalcase.kernel.events.words import word
from legalcase.model.caseload.state import FUNCTIONS, INVERSES

__all__ = [
    "AppealTaken",
    "CaptionChanged",
    "CaseClosed",
    "CaseDisposed",
    "CaseLinked",
    "CaseOpened",
    "CaseReactivated",
    "CaseReopened",
    "CaseSevered",
    "CaseStayed",
    "CaseTransferred",
    "CaseUnlinked",
    "CasesConsolidated",
    "CourtAssigned",
    "JudgeAssigned",
    "JudgeRelieved",
    "NumberAssigned",
]

_ref = check_kind(Ref, "Pass Ref('event', …).")


def check_number(_: object, attribute: Attribute[Any], value: object) -> None:
    """Refuse what is no text, and what no line could be found by."""
    check_text(_, attribute, value)
    if "\0" in str(value):
        name = attribute.name
        msg = f"{name} has a NUL in it, as no number has. Read it again from the paper."
        raise InvalidValueError(msg, field=name, value=None)


@frozen(kw_only=True)
class CaseOpened(Event):
    """A case was opened; `court` and `forum` are ids of the law, `number` the court's.

    `court` and `number` are ``None`` before anything is filed. `proceeding` is a word
    of the vocabulary (``"civil"``).
    """

    caption: str = field(repr=False, validator=check_text)
    court: str | None = field(
        default=None, validator=optional(check_id), metadata=word("court")
    )
    number: str | None = field(
        default=None, repr=False, validator=optional(check_number)
    )
    forum: str | None = field(
        default=None, validator=optional(check_id), metadata=word("jurisdiction")
    )
    proceeding: str | None = field(
        default=None, validator=optional(check_word), metadata=word("proceeding")
    )

    def tags(self) -> tuple[str, ...]:
        """Return by which court and number the case is found."""
        return _tags(self.court, self.number)


def _tags(court: str | None, number: str | None) -> tuple[str, ...]:
    found = (("court", court), ("number", number))
    return tuple(f"{noun}:{value}" for noun, value in found if value is not None)


@frozen(kw_only=True)
class CourtAssigned(Event):
    """The case got its court, or is before another one of the same court system."""

    court: str = field(validator=check_id, metadata=word("court"))
    forum: str | None = field(
        default=None, validator=optional(check_id), metadata=word("jurisdiction")
    )

    def tags(self) -> tuple[str, ...]:
        """Return by which court the case is found."""
        return _tags(self.court, None)


@frozen(kw_only=True)
class NumberAssigned(Event):
    """The court gave the case a number: it is filed."""

    number: str = field(repr=False, validator=check_number)

    def tags(self) -> tuple[str, ...]:
        """Return by which number the case is found."""
        return _tags(None, self.number)


@frozen(kw_only=True)
class CaptionChanged(Event):
    """The case is called otherwise from now on."""

    caption: str = field(repr=False, validator=check_text)


@frozen(kw_only=True)
class JudgeAssigned(Event):
    """A judge got the case, or a part of it, or is one of a panel (`function`).

    `judge_id` is the judge's id in the directory; where there is none, `judge` is the
    name as the docket has it: exactly one of the two. Who is assigned takes the place
    of whom it was assigned to before; the others are added.
    """

    judge_id: str | None = field(default=None, validator=optional(entry_of("person")))
    judge: str | None = field(default=None, repr=False, validator=optional(check_text))
    function: str = field(default="assigned", validator=one_of(FUNCTIONS))

    def __attrs_post_init__(self) -> None:
        """Refuse a judge who is nobody, or two."""
        check_one_of(self, "judge_id", "judge")


@frozen(kw_only=True)
class JudgeRelieved(Event):
    """A judge has the case no more: a referral ended, a member left the panel.

    Without a judge, all of that `function`.
    """

    function: str = field(validator=one_of(FUNCTIONS))
    judge_id: str | None = field(default=None, validator=optional(entry_of("person")))
    judge: str | None = field(default=None, repr=False, validator=optional(check_text))


@frozen(kw_only=True)
class CaseStayed(Event):
    """The case was stayed, as to the parties `of` or for all: by whom, and why.

    `ground` is a word of the vocabulary (``"bankruptcy"``); without the law, any text.
    A stay of the whole case places an active one on the inactive list.
    """

    ground: str = field(repr=False, validator=check_text, metadata=word("stay-ground"))
    of: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("party")
    )
    by_order: Ref | None = field(default=None, validator=optional(_ref))


@frozen(kw_only=True)
class CaseReactivated(Event):
    """A stay was lifted: that of the event `stay`, or all; as to `of`, or for all."""

    of: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("party")
    )
    stay: Ref | None = field(default=None, validator=optional(_ref))


@frozen(kw_only=True)
class CaseDisposed(Event):
    """The court is done with the case, as to `of` or for all.

    `disposition` is a word of the vocabulary (``"settlement"``); without the law, any
    text. What runs after judgment still runs. `counts` are the charges by whose end it
    is: each has to be disposed of or superseded before, by `ChargeDisposed`, and none
    against the same parties may be left.
    """

    disposition: str = field(
        repr=False, validator=check_text, metadata=word("disposition")
    )
    of: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("party")
    )
    counts: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("charge")
    )
    by_order: Ref | None = field(default=None, validator=optional(_ref))


@frozen(kw_only=True)
class CaseReopened(Event):
    """A case that was disposed of or closed goes on, as to `of` or for all."""

    ground: str | None = field(default=None, repr=False, validator=optional(check_text))
    of: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("party")
    )
    by_order: Ref | None = field(default=None, validator=optional(_ref))


@frozen(kw_only=True)
class CaseClosed(Event):
    """We are done with the case: no work in it is left.

    Whether we act for a client at all, the engagement says (`EngagementClosed`); how
    far the proceedings were, the stage. Neither follows from this, nor this from them.
    """


@frozen(kw_only=True)
class CaseTransferred(Event):
    """The case went to another court, under another number if that is known."""

    court: str = field(validator=check_id, metadata=word("court"))
    number: str | None = field(
        default=None, repr=False, validator=optional(check_number)
    )
    forum: str | None = field(
        default=None, validator=optional(check_id), metadata=word("jurisdiction")
    )
    by_order: Ref | None = field(default=None, validator=optional(_ref))

    def tags(self) -> tuple[str, ...]:
        """Return by which court and number the case is found."""
        return _tags(self.court, self.number)


@frozen(kw_only=True)
class CasesConsolidated(Event):
    """The case was consolidated with others; `lead` is the id of the leading one."""

    lead: str = field(validator=check_id)
    cases: tuple[str, ...] = field(validator=check_some(check_ids))
    by_order: Ref | None = field(default=None, validator=optional(_ref))


@frozen(kw_only=True)
class CaseSevered(Event):
    """As to the parties `of`, the case goes on as another one, of the id `into`."""

    of: tuple[str, ...] = field(
        validator=check_some(check_ids), metadata=refers("party")
    )
    into: str = field(validator=check_id)
    by_order: Ref | None = field(default=None, validator=optional(_ref))


@frozen(kw_only=True)
class CaseLinked(Event):
    """The case hangs together with another one, of the id `case`.

    `link` says what this one is to it: ``"related"``, its ``"parent"`` or ``"child"``,
    ``"appeal-of"`` or ``"appealed-in"``, ``"severed-from"`` or ``"severed-into"``,
    ``"consolidated"`` with it. The other case says the inverse.
    """

    link: str = field(validator=one_of(tuple(INVERSES)))
    case: str = field(validator=check_id)
    by_order: Ref | None = field(default=None, validator=optional(_ref))


@frozen(kw_only=True)
class CaseUnlinked(Event):
    """The case does not hang together with another any more, as `link` said.

    After a deconsolidation, say. The link stays in the history.
    """

    link: str = field(validator=one_of(tuple(INVERSES)))
    case: str = field(validator=check_id)
    by_order: Ref | None = field(default=None, validator=optional(_ref))


@frozen(kw_only=True)
class AppealTaken(Event):
    """An appeal was taken by the parties `by`, to a court, under a number if known."""

    by: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("party")
    )
    court: str | None = field(
        default=None, validator=optional(check_id), metadata=word("court")
    )
    number: str | None = field(default=None, repr=False, validator=optional(check_text))
    about: Ref | None = field(default=None, validator=optional(_ref))
