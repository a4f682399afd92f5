"""Certifying a computation, and verifying a certificate by a law at hand."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING, Literal

from attrs import evolve, field, frozen

from legalcase.certificates.certificate import Certificate
from legalcase.certificates.differences import differences
from legalcase.counting.argument.computation import Computation
from legalcase.errors import (
    InvalidTypeError,
    InvalidValueError,
    LegalCaseError,
)
from legalcase.law.ask.repeat import repeat
from legalcase.law.lawbook import Law, law_given
from legalcase.plain_data import PlainData
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

State = Literal["reproduced", "same-dates", "differs"]

__all__ = ["Verification", "certify", "verify"]


@frozen(kw_only=True)
class Verification(PlainData):
    """What became of a certificate when everything was computed anew.

    `state` is ``"reproduced"`` where the law at hand gives the same argument to the
    last step; ``"same-dates"`` where every date is the same (due, safe, and under each
    reading), and the argument is another; ``"differs"`` where a date is another, or
    nothing can be computed. `because` says what is another, `now` is what the law gives
    now, ``None`` where it refuses.
    """

    state: State
    because: tuple[str, ...] = ()
    now: Computation | None = field(default=None, repr=False)

    @property
    def is_reproduced(self) -> bool:
        """Whether the law at hand gives the same argument, to the last step."""
        return self.state == "reproduced"

    def __str__(self) -> str:
        """Return the state, and what is another."""
        if self.is_reproduced:
            return "Reproduced: the same dates, steps, readings and editions."
        head = {
            "same-dates": "The dates are the same; the argument is another.",
            "differs": "It is not reproduced.",
        }[self.state]
        return "\n".join((head, *(f"- {reason}" for reason in self.because)))


def certify(computation: Computation, law: Law | None = None) -> Certificate:
    """Return a certificate of a computation: what it takes to compute it anew.

    `law` is the one that computed it, the bundled one if it is left out. It is asked
    again at once: what it does not give to the last step is not certified, and
    `InvalidValueError` says why. So is a stored computation that ran from the end of
    another, of which only the day is known: certify it when it is computed.
    """
    law = law_given(law)
    certificate = _without_words(_checked(computation))
    found = _verified(certificate, law)
    if not found.is_reproduced:
        subject = certificate.computation.subject
        msg = (
            f"{subject} is not what this law gives for the same inputs: "
            f"{'; '.join(found.because)}. Give the law that computed it, or compute "
            "it anew. What ran from the end of another computation is certified "
            "before it is stored, which keeps the day alone."
        )
        raise InvalidValueError(msg, field="computation", value=subject)
    return _with_words(certificate, law)


def _without_words(computation: Computation) -> Certificate:
    return Certificate(
        computation=computation,
        runs_from=tuple(
            (word, _without_words(one)) for word, one in computation.runs_from().items()
        ),
        library=version("legalcase"),
    )


def _with_words(certificate: Certificate, law: Law) -> Certificate:
    quoted = law.quoted_in(certificate.computation)
    return evolve(
        certificate,
        runs_from=tuple(
            (word, _with_words(one, law)) for word, one in certificate.runs_from
        ),
        words=tuple(
            (clause, found) for clause, found in quoted.clauses.items() if found
        ),
        without=quoted.without,
    )


def verify(certificate: Certificate, law: Law | None = None) -> Verification:
    """Compute anew what a certificate says, and say whether it is reproduced.

    Nothing is looked up elsewhere: `law` is the law at hand, the bundled one if it is
    left out. Where the answer is another, it says because of what: a text or a calendar
    of another edition, a step that ends on another day, a question that has another
    answer now.
    """
    given: object = certificate
    if not isinstance(given, Certificate):
        msg = (
            f"A certificate is verified, not {shown(certificate)}. Read one with "
            "Certificate.from_json."
        )
        raise InvalidTypeError(msg, field="certificate", value=None)
    law = law_given(law)
    found = _verified(certificate, law)
    if not found.is_reproduced:
        return found
    # Of the same editions, so that these are the words that it was certified with.
    because = tuple(_of_words(certificate, _with_words(certificate, law)))
    return evolve(found, state="same-dates", because=because) if because else found


def _of_words(was: Certificate, now: Certificate) -> Iterator[str]:
    """Yield which words of the law are not those of the law at hand."""
    before, after = dict(was.words), dict(now.words)
    for clause in dict.fromkeys((*after, *before)):
        if before.get(clause) != after.get(clause):
            yield f"the words quoted for {shown(clause)} are not those of the law"
    if was.without != now.without or len(was.words) != len(before):
        yield "it is another list of the clauses of which no words are entered"
    for (_, one), (_, again) in zip(was.runs_from, now.runs_from, strict=True):
        yield from _of_words(one, again)


def _verified(certificate: Certificate, law: Law) -> Verification:
    was = certificate.computation
    because: list[str] = []
    earlier: dict[str, Any] = {}
    for word, one in certificate.runs_from:
        found = _verified(one, law)
        name = word.replace("-", " ") or "what it runs from"
        because += (f"{name}: {reason}" for reason in found.because)
        if found.now is None:
            return Verification(state="differs", because=tuple(because))
        earlier[word] = found.now
    try:
        now = repeat(law, was.inputs, earlier)
        _ = now.readings, now.due_at
    except LegalCaseError as error:
        because.append(f"it is refused now: {error}")
        return Verification(state="differs", because=tuple(because))
    because += differences(was, now, law)
    if not because:
        return Verification(state="reproduced", now=now)
    state: State = "same-dates" if _dates(was) == _dates(now) else "differs"
    return Verification(state=state, because=tuple(dict.fromkeys(because)), now=now)


def _dates(of: Computation) -> tuple[object, ...]:
    """Return when it is due, under each reading too; nothing if it does not run."""
    readings = frozenset((one.due, one.due_at) for one in of.readings)
    if of.outcome is None:
        return (None, readings)
    return (of.outcome.due, of.outcome.nominal, of.due_at, of.bound, readings)


def _checked(computation: object) -> Computation:
    if isinstance(computation, Computation):
        return computation
    msg = (
        f"A computation is certified, not {shown(computation)}. Pass what compute() or "
        "served_on() gave; of a deadline of a case, its basis has one."
    )
    raise InvalidTypeError(msg, field="computation", value=None)
