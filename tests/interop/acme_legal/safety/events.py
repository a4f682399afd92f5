"""What can happen to the safety of those who take part in a case."""

from __future__ import annotations

from attrs import field, frozen

from legalcase.kernel import Event, Terms, names, refers

__all__ = ["Answer", "SafetyPlanMade", "SafetyScreened"]


@frozen
class Answer(Terms):
    """What was said to a question of the form."""

    question: str
    points: int


@frozen(kw_only=True)
class SafetyScreened(Event):
    """Somebody was asked whether they are safe."""

    screening_id: str = field(metadata=names("acme-legal/screening"))
    party_id: str = field(metadata=refers("party"))
    result: str = field(default="none", repr=False)
    answers: tuple[Answer, ...] = ()


@frozen(kw_only=True)
class SafetyPlanMade(Event):
    """A plan was made after a screening."""

    screening_id: str = field(metadata=refers("acme-legal/screening"))
