"""read_instrument: an instrument as a text in TOML, all that is wrong at once."""

from __future__ import annotations

from hashlib import sha256
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from legalcase.dates import Period
from legalcase.declared import tables_of
from legalcase.errors import InvalidTypeError, LegalCaseError
from legalcase.practice.assessments.instrument import Band, Instrument, Question
from legalcase.practice.declaring import Declaring

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["read_instrument"]

_FORMAT: Final = 1
_TOP: Final = ("format", "instrument", "question", "band")
_HEAD: Final = ("id", "version", "title", "source", "reassess_every")
_QUESTION: Final = ("id", "text", "kind", "options", "required", "points")
_OPTION: Final = ("answer", "points")
_BAND: Final = ("name", "from", "to", "authority")
_KINDS: Final = ("choice", "yes-no", "number", "text")
_UNITS: Final = ("day", "week", "month", "year")
_YES_NO: Final = ("yes", "no")
_Scores = tuple[tuple[str, ...], tuple[tuple[str, int], ...], bool]


def read_instrument(text: str) -> Instrument:
    """Return the instrument that a text in TOML is.

    It has ``format = 1``, ``[instrument]`` with id, version, title and source, a
    ``[[question]]`` for each (id, text, kind, options or points) and perhaps
    ``[[band]]`` (name, from, to, authority). Raises `DeclarationError` with everything
    that is wrong, and where.
    """
    given: object = text
    if not isinstance(given, str):
        msg = (
            f"An instrument is read from text, not {type(given).__name__}. Pass what "
            "path.read_text() gives."
        )
        raise InvalidTypeError(msg, field="text", value=None)
    raw = tables_of(text)
    return _Reading().instrument(raw, text)


class _Reading(Declaring):
    """Reads one instrument, and gathers what is wrong with it."""

    def instrument(self, raw: dict[str, Any], text: str) -> Instrument:
        self.known(raw, "$", _TOP)
        if raw.get("format") != _FORMAT:
            self.wrong("$.format", f"must be {_FORMAT}. Write format = {_FORMAT}.")
        head = raw.get("instrument")
        if not isinstance(head, dict):
            self.wrong("$.instrument", "is missing. Write [instrument] with an id.")
            head = {}
        said = self.head(head)
        questions = [
            self.question(one, f"$.question[{number}]")
            for number, one in enumerate(self.tables(raw, "question", "$"))
        ]
        if not questions:
            self.wrong("$.question", "is missing. Write [[question]] for each.")
        names = [one.id for one in questions]
        for number, name in enumerate(names):
            if name in names[:number]:
                self.wrong(f"$.question[{number}].id", "is there already.")
        bands = self.bands(raw)
        self.end()
        return Instrument(
            **said,
            questions=tuple(questions),
            bands=tuple(bands),
            digest=sha256(text.encode()).hexdigest()[:16],
        )

    def head(self, raw: Mapping[str, Any]) -> dict[str, Any]:
        where = "$.instrument"
        self.known(raw, where, _HEAD)
        names = ("id", "version", "title", "source")
        said: dict[str, Any] = {name: self.text(raw, name, where) for name in names}
        said["reassess_every"] = self.every(raw.get("reassess_every"))
        return said

    def every(self, value: Any) -> Period | None:  # noqa: ANN401 - of a file
        where = "$.instrument.reassess_every"
        if value is None:
            return None
        try:
            every = Period.parse(value)
        except LegalCaseError as error:
            self.wrong(where, str(error))
            return None
        if every.unit not in _UNITS:
            self.wrong(where, "needs days, weeks, months or years.")
        return every

    def question(self, raw: Mapping[str, Any], where: str) -> Question:
        self.known(raw, where, _QUESTION)
        kind = raw.get("kind")
        if kind not in _KINDS:
            self.wrong(f"{where}.kind", f"must be one of {', '.join(_KINDS)}.")
        required = raw.get("required", True)
        if not isinstance(required, bool):
            self.wrong(f"{where}.required", "must be true or false.")
        read = self.choice if kind == "choice" else self.other
        answers, points, itself = read(raw, str(kind), where)
        return Question(
            id=self.text(raw, "id", where),
            text=self.text(raw, "text", where),
            kind=str(kind),
            answers=answers,
            points=points,
            scores_itself=itself,
            required=required is True,
        )

    def choice(self, raw: Mapping[str, Any], _: str, where: str) -> _Scores:
        """Return what can be chosen, and what it scores."""
        if raw.get("points") is not None:
            self.wrong(f"{where}.points", "stands with each option of a choice.")
        options = raw.get("options")
        if not isinstance(options, list) or not options:
            self.wrong(f"{where}.options", "is missing. A choice has options.")
            return (), (), False
        found = []
        for number, one in enumerate(options):
            at = f"{where}.options[{number}]"
            if not isinstance(one, dict):
                self.wrong(at, "is no table. Write {answer = '…', points = 1}.")
                continue
            self.known(one, at, _OPTION)
            score = one.get("points", 0)
            if type(score) is not int:
                self.wrong(f"{at}.points", "must be a whole number.")
                continue
            found.append((self.text(one, "answer", at), score))
        scored = tuple(one for one in found if one[1])
        return tuple(answer for answer, _ in found), scored, False

    def other(self, raw: Mapping[str, Any], kind: str, where: str) -> _Scores:
        """Return what can be answered to a question that is no choice."""
        if raw.get("options"):
            self.wrong(f"{where}.options", f"is for a choice, not for {kind}.")
        points = raw.get("points")
        answers = _YES_NO if kind == "yes-no" else ()
        if points is None:
            return answers, (), False
        if kind == "yes-no" and type(points) is int:
            return answers, (("yes", points),), False
        if kind == "number" and points == "itself":
            return answers, (), True
        why = "must be a number (for yes) of a yes-no question, or 'itself'."
        self.wrong(f"{where}.points", why)
        return answers, (), False

    def bands(self, raw: Mapping[str, Any]) -> list[Band]:
        found = []
        for number, one in enumerate(self.tables(raw, "band", "$")):
            where = f"$.band[{number}]"
            self.known(one, where, _BAND)
            name, authority = (self.text(one, key, where) for key in _BAND[::3])
            first, last = one.get("from"), one.get("to")
            if type(first) is not int or type(last) is not int or last < first:
                self.wrong(where, "needs from and to, numbers, the first no higher.")
                continue
            found.append(Band(name=name, first=first, last=last, authority=authority))
        for band, after in pairwise(found):
            if after.first <= band.last:
                why = f"begins at {after.first}, and another goes to {band.last}."
                self.wrong("$.band", why)
        return found
