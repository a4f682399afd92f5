"""What an explanation says of readings and notices, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from legalcase.counting.argument.computation import Computation
    from legalcase.counting.argument.findings import Reading

__all__ = ["asked", "notices_said", "safe_said"]

#: The code of the notice that a fact was not given; the readings show its answers.
_UNSAID: Final = "fact-not-given"
_SENTENCES: Final = ("yes", "no")


def asked(reading: Reading) -> str:
    """Say a question with its answer, and whether it is one of law or of fact.

    Where one question is answered with another, each stands with its own answer.
    """
    questions, choices = reading.question.split("; "), reading.choice.split("; ")
    if not len(questions) == len(choices) == len(reading.dispute.split("; ")):
        # A question or an answer with that sign in it is one all the same.
        questions, choices = [reading.question], [reading.choice]
    said = "; ".join(
        f"{question} {_answer(reading, choice)}"
        for question, choice in zip(questions, choices, strict=True)
    )
    dispute = f" [{reading.dispute}]" if reading.dispute else ""
    return f"{said} ({reading.kind}){dispute}"


def _answer(reading: Reading, choice: str) -> str:
    """Begin a sentence with an answer; a word of the vocabulary stays as it is."""
    if reading.kind == "fact" and not choice.startswith(_SENTENCES):
        return choice
    return choice[:1].upper() + choice[1:]


def safe_said(computation: Computation) -> tuple[str, ...]:
    """Say what the safe date is, where it is not the one that is due."""
    if not computation.is_running or computation.safe == computation.due:
        return ()
    if computation.inputs.direction == "served":
        said = "The safe date is the earliest under any of the other readings."
    elif computation.bound == "not-earlier-than":
        said = "On the safe date it is not too early, whichever other reading holds."
    else:
        said = "Done by the safe date, it is in time whichever other reading holds."
    return (said,)


def notices_said(computation: Computation) -> list[str]:
    """Return the notices as sentences, with one for all facts that were not said.

    To what dates the answers lead is said by the readings.
    """
    notices = computation.notices
    facts = dict.fromkeys(
        key
        for reading in computation.readings
        if reading.kind == "fact"
        for key in reading.dispute.split("; ")
        if key
    )
    if not facts or not any(notice.code == _UNSAID for notice in notices):
        return [notice.text for notice in notices]
    decide = "it decides" if len(facts) == 1 else "they decide"
    said = f"Not said, though {decide}: {', '.join(facts)}. See the other readings."
    return [said, *(notice.text for notice in notices if notice.code != _UNSAID)]
