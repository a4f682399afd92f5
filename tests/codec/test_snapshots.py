"""A snapshot is the fold that it stands for, or it is none."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta, timezone
from enum import Enum, Flag
from functools import cache, partial
from hashlib import sha256
from math import inf, nan
from types import ModuleType
from typing import TYPE_CHECKING, Any, NamedTuple
from zoneinfo import ZoneInfo

import pytest
from acme_legal.safety.events import SafetyScreened
from acme_legal.safety.facet import SAFETY
from attrs import define, evolve, field, frozen

import practice_samples
from case_samples import CANARY, log
from house import ROOT
from legalcase.codec.log.lines import line_of, line_text
from legalcase.codec.snapshots import folded_of, model_stamp, snapshot_text
from legalcase.codec.snapshots import stamp as stamps
from legalcase.counting.argument.computation import Computation
from legalcase.directory import MODELS
from legalcase.errors import DecodeError, InvalidTypeError
from legalcase.kernel import Event, Facet, Folded, Label, Register, Row
from legalcase.kernel.folding.fold import fold
from legalcase.model import CaseFile, CaseOpened, Model, PartyJoined, fields_room
from legalcase.practice import MODEL
from people_samples import full_entry
from snapshot_samples import cut_anywhere, parts, there_and_back

if TYPE_CHECKING:
    from pathlib import Path

CORE = Model.core()
DAY = date(2026, 6, 3)
NOON = datetime(2026, 6, 3, 12, tzinfo=UTC)
FIELDS = fields_room(
    'format = 1\nroom = "acme-legal/intake"\nversion = 1\n'
    "[field.begun]\ntype = 'date'\n[field.called]\ntype = 'instant'\n"
)


def file(model: Model, *events: Event) -> CaseFile:
    """A case with a party, and what else is recorded."""
    made = CaseFile.open(
        CaseOpened(caption="Roe v. Acme", happened_on=DAY),
        case_id="roe",
        by="clerk",
        at=NOON,
        model=model,
    )
    party = PartyJoined(party_id="acme", name="A", roles=("x",), happened_on=DAY)
    return made.record(party, *events, by="clerk", at=NOON)


@cache
def a_fold() -> Folded:
    """The fold of a case that has something in every room of the core."""
    return fold(CORE, [line_of(line_text(line)) for line in log()])


def opened(text: str, folded: Folded | None = None, **said: Any) -> Folded:
    """A text as a snapshot of that fold, or of another."""
    of = folded or a_fold()
    return folded_of(
        text, of.model, **{"stream": of.stream, "number": of.number, **said}
    )


def test_it_goes_on_from_any_line_of_a_case_of_the_core() -> None:
    """As if there had been no snapshot."""
    assert cut_anywhere(log(), CORE) > 100


@pytest.mark.parametrize("room", practice_samples.SAMPLES)
def test_it_goes_on_from_any_line_of_each_room_of_practice(room: str) -> None:
    """With every sample of the room."""
    lines = practice_samples.recorded(room).log
    assert cut_anywhere(lines, MODEL, every=3) >= len(lines) // 3


def test_it_goes_on_in_rooms_of_others() -> None:
    """Of another package, and of fields that a text declares."""
    screened = SafetyScreened(
        screening_id="s", party_id="acme", result="danger", happened_on=DAY
    )
    model = CORE.with_facets(SAFETY)
    assert cut_anywhere(file(model, screened).log, model) > 0
    model = CORE.with_facets(FIELDS)
    said: Any = FIELDS.rows[0].event
    at = datetime(2026, 1, 2, 9, tzinfo=ZoneInfo("America/New_York"))
    event = said(begun=DAY, called=at, happened_on=DAY)
    assert cut_anywhere(file(model, event).log, model) > 0


def test_it_goes_on_in_the_directory() -> None:
    """The stream of a person is folded by a model of its own."""
    assert cut_anywhere(full_entry().log, MODELS["person"]) > 0


def test_kinds_that_were_passed_over_stay_so() -> None:
    """What no room knows, and what was set aside, is part of the fold."""
    screened = SafetyScreened(
        screening_id="s", party_id="acme", result="danger", happened_on=DAY
    )
    lines = file(CORE.with_facets(SAFETY), screened).log
    texts = [line_text(line, CORE.with_facets(SAFETY)) for line in lines]
    back = there_and_back(fold(CORE, [line_of(text) for text in texts]))
    assert back.unread == ("acme-legal/safety-screened",)
    early = fold(CORE, log(), true_on=DAY)
    assert there_and_back(early).set_aside == early.set_aside


def test_a_file_in_memory_and_one_that_was_stored_have_one_snapshot() -> None:
    """What a computation was made from stays behind, as it does in a line."""
    for line in log():
        line_text(line)
    made = fold(CORE, log())
    made_text = snapshot_text(made)
    assert parts(opened(made_text)) == parts(a_fold())
    # What was asked before changes nothing.
    from legalcase.model import Case

    case = Case(a_fold())
    case.agenda()
    assert snapshot_text(case.folded) == snapshot_text(a_fold()) == made_text


def test_a_text_that_was_touched_is_refused() -> None:
    """One bit anywhere, a piece that is gone, another order, no text at all."""
    text = snapshot_text(a_fold())
    raw = text.encode()
    pick = random.Random(4711)  # noqa: S311 - which bits is no secret
    places = [*range(70), *(pick.randrange(len(raw)) for _ in range(400))]
    for place in places:
        wrong = bytearray(raw)
        wrong[place] ^= 1 << pick.randrange(8)
        with pytest.raises(DecodeError):
            opened(wrong.decode("utf-8", "surrogateescape"))
    wrongs: tuple[Any, ...] = (
        *(text[:place] for place in (0, 10, 64, 65, len(text) // 2, len(text) - 1)),
        *(text + more for more in ("\n", " ", "]", "\ud800")),
        *(None, raw, 1, "{}", text[65:], text.replace("\n", "\r\n")),
    )
    for one in wrongs:
        with pytest.raises(DecodeError, match="is not as it was written"):
            opened(one)


def sealed(body: str) -> str:
    """A text with the digest that it should have."""
    return f"{sha256(body.encode()).hexdigest()}\n{body}"


def changed(data: Any, pick: random.Random) -> Any:
    """The same with one thing in it changed."""
    if isinstance(data, list) and data and pick.random() < 0.97:
        place = pick.randrange(len(data))
        return [*data[:place], changed(data[place], pick), *data[place + 1 :]]
    others: list[Any] = [0, -1, 1, 7, 10**9, 10**30, None, "", "x", [], {}, 1.5, True]
    return pick.choice([*others, [data], [data, data]])


def test_a_text_that_somebody_made_raises_nothing_else() -> None:
    """With the right digest: a fold of some kind, or a refusal, and never a crash."""
    body = snapshot_text(a_fold()).partition("\n")[2]
    data = json.loads(body)
    pick = random.Random(4711)  # noqa: S311 - as above
    refused = 0
    for _ in range(600):
        found = changed(data[4:], pick)
        wrong = [*data[:4], *(found if isinstance(found, list) else [found])]
        try:
            assert isinstance(opened(sealed(json.dumps(wrong))), Folded)
        except DecodeError as error:
            refused += 1
            assert CANARY not in str(error)  # noqa: PT017 - some are readable
    assert refused > 200
    for text in ("", "[]", "{}", "null", "[" * 100_000, "[1,2,3,4,5]", "1" * 5000):
        with pytest.raises(DecodeError):
            opened(sealed(text))


def test_a_class_that_no_room_has_is_not_looked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nothing is imported, and nothing outside the packages of the model is made."""
    monkeypatch.delitem(sys.modules, "legalcase.__main__", raising=False)
    body = snapshot_text(a_fold()).partition("\n")[2]
    for module, name in (
        ("subprocess", "Popen"),
        ("os", "_Environ"),
        ("legalcase.__main__", "main"),
        ("legalcase.kernel.folding.folded", "SetAside"),
    ):
        data = json.loads(body)
        data[10][0] = [module, name, data[10][0][2]]
        with pytest.raises(DecodeError):
            opened(sealed(json.dumps(data)))
    assert "legalcase.__main__" not in sys.modules


def test_one_of_another_stream_line_model_or_version_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each says which of them it is, and no more."""
    text = snapshot_text(a_fold())
    for said, noun in (
        ({"stream": "case:doe"}, "stream"),
        ({"number": a_fold().number - 1}, "line"),
        ({"number": float(a_fold().number)}, "line"),
    ):
        with pytest.raises(DecodeError, match=f"is of another {noun}"):
            opened(text, **said)
    for model in (MODEL, CORE.with_facets(SAFETY)):
        with pytest.raises(DecodeError, match="another model, or version"):
            opened(text, fold(model, log()))
    monkeypatch.setattr(stamps, "version", lambda _: "99.0")
    other = Model(CORE.noun, CORE.opens, CORE.facets)
    with pytest.raises(DecodeError, match="another model, or version"):
        opened(text, fold(other, log()))


def test_a_model_that_is_made_again_takes_it() -> None:
    """Another object with the same tables, in another process too."""
    text = snapshot_text(a_fold())
    again = Model(CORE.noun, CORE.opens, CORE.facets)
    assert again is not CORE
    assert opened(text, fold(again, log())) == a_fold()
    program = (
        "import sys\n"
        "from legalcase.codec.snapshots import folded_of, model_stamp, snapshot_text\n"
        "from legalcase.model import Model\n"
        "text = sys.stdin.buffer.read().decode()\n"
        "core = Model.core()\n"
        f"made = folded_of(text, core, stream={a_fold().stream!r},"
        f" number={a_fold().number})\n"
        "print(model_stamp(core), snapshot_text(made) == text)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        input=text.encode(),
        capture_output=True,
        check=False,
        env={"PYTHONPATH": str(ROOT / "src"), "PYTHONHASHSEED": "7"},
    )
    assert done.stderr == b""
    assert done.stdout.decode().split() == [model_stamp(CORE), "True"]


@frozen
class Box:
    """The state of a room of somebody else."""

    what: Any
    also: Any = None
    _remembered: Any = field(default=None, init=False, eq=False)


@define
class Crate:
    """A state that can be changed."""

    what: Any = None


@frozen(eq=False)
class Lonely:
    """Is equal to itself alone."""

    what: Any


@frozen
class Loud:
    """Is compared by a crash."""

    what: Any = field(eq=lambda value: 1 // len(value))


@frozen(slots=False)
class Loose:
    """Can have more to it than its fields."""

    what: Any


@frozen
class Own:
    """Is pickled in a way of its own."""

    what: Any

    def __reduce__(self) -> Any:
        """Give a tuple."""
        return tuple, ()


@frozen
class Keeps:
    """Remembers in what nobody else can make."""

    _found: Any = field(factory=dict, init=False, eq=False)


class Colour(Enum):
    """One of a few."""

    RED = "red"
    GREEN = "green"


class Rights(Flag):
    """Any of a few."""

    READ = 1
    WRITE = 2


class Pair(NamedTuple):
    """A tuple with names."""

    one: Any
    other: Any = Colour.RED


class Nothing(NamedTuple):
    """A tuple with no names."""


@frozen
class Bare:
    """A state of which there is only one."""


class Words(str):
    """Text, and more."""

    __slots__ = ()


def holding(state: Any, **said: Any) -> Folded:
    """A folded case with a room of somebody else that holds something."""
    room: Facet[Any] = Facet(name="acme-legal/box", first=state, rows=(), **said)
    model = CORE.with_facets(room)
    return fold(model, file(model).log)


STATES: tuple[Any, ...] = (
    None,
    "text",
    (),
    {"a": {"b": (1, 2)}},
    Box({Label(audience="firm"): frozenset({Box(1), Box((2, frozenset({3})))})}),
    Box({"k": Box(frozenset())}, {Box(1): Box(frozenset({Box(2)}))}),
    Crate(Crate((Crate(), Crate()))),
    Box(1, True),
    Box((1, 1.0, True, 0.0, -0.0, 1e300, -(2**62)), (False, 0)),
    Box(tuple(range(50)), (("a",), ("a", "b"), ("a", "b", "c", "d", "e"))),
    Box('\x00 \u2028 \U0001f600 \\ " \n', "é"),
    Box(datetime(2026, 11, 1, 1, 30, fold=1, tzinfo=ZoneInfo("America/New_York"))),
    Box(datetime(2026, 11, 1, 1, 30, tzinfo=ZoneInfo("America/New_York"))),
    Box((NOON, NOON.astimezone(ZoneInfo("Asia/Tokyo")), NOON.date())),
    Box(NOON.astimezone(timezone(timedelta(hours=-3, minutes=-30)))),
    Box((date.min, date.max, datetime.max.replace(tzinfo=UTC))),
    Box(Register("a", "b"), Register[int]("n").with_("z", 1).with_("a", 2)),
    Box((Nothing(), Bare(), Nothing(), ()), (Bare(), Pair(Nothing(), Bare()), Box(1))),
    Box(Pair(1), (Pair(Pair(2, 3)), (1, Colour.RED), Colour.GREEN)),
    Box((Pair(1, frozenset({Pair(Box(1))})), {Colour.RED: Pair({})})),
    Box(tuple(Box(n % 3, ("x", n % 2)) for n in range(9))),
)


@pytest.mark.parametrize("number", range(len(STATES)))
def test_a_room_of_somebody_else_comes_back_as_it_was(number: int) -> None:
    """Whatever of plain values it is made of, each with its class."""
    there_and_back(holding(STATES[number]))


def test_what_is_remembered_is_worked_out_anew() -> None:
    """A field that is neither given nor compared."""
    box = Box(1)
    object.__setattr__(box, "_remembered", object())
    folded = holding(box)
    back = there_and_back(folded).state("acme-legal/box")
    assert back == box
    assert back._remembered is None


def test_what_can_be_changed_is_never_one_for_two() -> None:
    """Equal as they may be; what cannot is one."""
    state = Box(({"a": 1}, {"a": 1}, Crate(), Crate()), (Box(1), Box(1)))
    (one, two, first, second), (box, other) = (
        getattr(there_and_back(holding(state)).state("acme-legal/box"), name)
        for name in ("what", "also")
    )
    assert one == two
    assert one is not two
    assert first is not second
    assert box is other


def deep() -> Any:
    """Boxes in boxes, deeper than the interpreter goes."""
    found: Any = None
    for _ in range(sys.getrecursionlimit()):
        found = (found,)
    return found


def computation_without_inputs() -> Any:
    """One of which nobody said what was asked."""
    return Computation(sources=(), outcome=None, bound="not-later-than")


def unfound() -> Any:
    """A value of a class that is not found by its name."""

    @frozen
    class Inner:
        what: str

    return Inner(CANARY)


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        (Box([1]), "list is no class of attrs"),
        (Box({CANARY}), "set is no class of attrs"),
        (Box(object()), "object is of no package|object is no class"),
        (Box(b"x"), "bytes is"),
        (Box(nan), "a number is none, or has no end"),
        (Box(inf), "a number is none, or has no end"),
        (Box(10**19), "a whole number is too long"),
        (Box(NOON.replace(tzinfo=None)), "an instant has no time zone"),
        (Box(f"{CANARY}\ud800"), "a text in it has half a character"),
        (Box(Rights.READ), "Rights is made of flags"),
        (Box(computation_without_inputs()), "a computation could not be finished"),
        (Box(Words(CANARY)), "Words is no class of attrs"),
        (Box(unfound()), "is not found by its name"),
        (Box(Lonely(CANARY)), "it would not come back equal"),
        (Box(Loud("")), "it would not come back equal"),
        (Box(Loose(CANARY)), "has more to it than the slots"),
        (Box(Own(CANARY)), "is made in a way of its own"),
        (Box(Keeps()), "remembers in _found what has no default"),
        (Box(object.__new__(Box)), "a field of a Box was never set"),
        (Box(random.Random(1)), "Random is of no package"),  # noqa: S311 - as above
        (Box(deep()), "lie too deep in each other"),
    ],
)
def test_of_what_would_not_come_back_there_is_no_snapshot(
    state: Any, reason: str
) -> None:
    """It says why in one line, and no value."""
    with pytest.raises(InvalidTypeError, match=reason) as caught:
        snapshot_text(holding(state))
    assert CANARY not in str(caught.value)
    assert "\n" not in str(caught.value)
    assert "No snapshot can be made of 'case:roe'" in str(caught.value)


def test_a_fold_that_has_other_rooms_than_its_model_has_no_snapshot() -> None:
    """It would be read back as that of the model."""
    with pytest.raises(InvalidTypeError, match="its rooms are not those of its model"):
        snapshot_text(evolve(a_fold(), rooms={}))


def test_columns_of_which_one_is_shorter_are_refused() -> None:
    """Or fields would stay without a value, and be missed by whoever reads them."""
    data = json.loads(snapshot_text(a_fold()).partition("\n")[2])
    wrong = 0
    for group in data[11]:
        columns = [one for one in group[4] if isinstance(one, list)]
        if group[2] == "attrs" and len(columns) > 1:
            columns[0].append(columns[0][0])
            wrong += 1
            with pytest.raises(DecodeError):
                opened(sealed(json.dumps(data)))
            columns[0].pop()
    assert wrong > 3
    assert opened(sealed(json.dumps(data))) == a_fold()


def said(state: Box, *_: Any) -> Box:
    """A handler."""
    return state


@frozen(kw_only=True)
class Said(Event):
    """An event of somebody else."""


def test_the_stamp_is_that_of_the_tables_and_of_the_states() -> None:
    """Whatever of them changes, it is another."""

    def of(state: Any = None, rows: tuple[Row, ...] = (), name: str = "x/y") -> str:
        room: Facet[Any] = Facet(name=name, first=state, rows=rows)
        return model_stamp(CORE.with_facets(room))

    row = Row(Said, "x/said", 1, said)
    found = [
        model_stamp(CORE),
        model_stamp(MODEL),
        of(),
        of(name="x/z"),
        of(Box(1)),
        of(Crate()),
        of(Box(1), (row,)),
        of(Box(1), (Row(Said, "x/said", 2, said),)),
        of(Box(1), (Row(Said, "x/told", 1, said),)),
        of(Box(1), (Row(Said, "x/said", 2, said, since=1),)),
        of(Box(1), (Row(Said, "x/said", 1, said, label=Label(audience="firm")),)),
        of(Box(1), (Row(Said, "x/said", 1, said, label=Label(audience="owner")),)),
        of(Box(2), (row,)),
        of(Register("x")),
        of(Register("y")),
        # Nobody can see what these do, or where these begin.
        of(Box(1), (Row(Said, "x/said", 1, partial(said)),)),
        of(Box(1), (Row(Said, "x/said", 1, partial(said)),)),
        of(Box(1), (Row(Said, "x/said", 1, lambda state, *_: state),)),
        of(Box(1), (Row(Said, "x/said", 1, lambda state, *_: state),)),
        of(Box([])),
        of(Box([])),
    ]
    assert len(set(found)) == len(found)
    assert of(Box(1), (row,)) == of(Box(1), (row,))
    room = CORE.with_facets(FIELDS)
    assert model_stamp(room) == model_stamp(CORE.with_facets(FIELDS))


THEIRS = {
    "__init__": "WORD = 1\n",
    "rooms/__init__": "",
    "rooms/room": (
        "import their_firm.limits\n"
        "from attrs import frozen\n"
        "from legalcase.kernel import Event, Facet, Row\n"
        "from ..words import WORDS\n"
        "@frozen\nclass State:\n    what: int\n"
        "@frozen(kw_only=True)\nclass Done(Event):\n    pass\n"
        "def done(state: State, *_) -> State:\n"
        "    from their_firm import late\n"
        "    return state\n"
        "ROOM = Facet(name='x/y', first=None, rows=(Row(Done, 'x/done', 1, done),))\n"
    ),
    "limits": "LIMIT = 1\n",
    "words": "from . import deeper as d\nWORDS = ()\n",
    "deeper": "DEPTH = 1\n",
    "late": "from ....... import nowhere\n",
    "apart": "APART = 1\n",
}


def their_stamp(folder: Path, modules: dict[str, str]) -> str:
    """The stamp of a model with their room, when they have written it so."""
    for name, text in modules.items():
        path = folder / "their_firm" / f"{name}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    program = (
        "import sys\n"
        "from legalcase.codec.snapshots import model_stamp\n"
        "from legalcase.model import Model\n"
        "from their_firm.rooms.room import ROOM\n"
        "print(model_stamp(Model.core().with_facets(ROOM)))\n"
        "assert 'their_firm.late' not in sys.modules\n"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-c", program],
        capture_output=True,
        check=False,
        env={"PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(folder)))},
    )
    assert done.stderr == b""
    return done.stdout.decode().strip()


def test_the_stamp_is_that_of_how_others_write_their_rooms(tmp_path: Path) -> None:
    """With all that the room imports of theirs, at once or later; and of no more."""
    first = their_stamp(tmp_path, THEIRS)
    assert their_stamp(tmp_path, {"apart": "APART = 2\n"}) == first
    for name, before, after in (
        ("rooms/room", "what: int", "what: str"),
        ("rooms/room", "return state", "return State(1)"),
        ("limits", "1", "2"),
        ("deeper", "1", "2"),
        ("late", "nowhere", "elsewhere"),
        ("__init__", "1", "2"),
    ):
        text = THEIRS[name].replace(before, after)
        assert text != THEIRS[name]
        assert their_stamp(tmp_path, {name: text}) != first, name
        assert their_stamp(tmp_path, {name: THEIRS[name]}) == first


def test_a_room_that_has_no_file_is_another_each_time() -> None:
    """Nobody could tell whether somebody wrote it anew."""
    module = ModuleType("of_a_console")
    sys.modules["of_a_console"] = module
    try:
        room: dict[str, Any] = {"__name__": "of_a_console"}
        exec("def said(state, *_): return state", room)  # noqa: S102 - as consoles do
        found = {
            model_stamp(
                CORE.with_facets(
                    Facet(
                        name="x/y",
                        first=None,
                        rows=(Row(Said, "x/said", 1, room["said"]),),
                    )
                )
            )
            for _ in range(2)
        }
    finally:
        del sys.modules["of_a_console"]
    assert len(found) == 2


def test_a_class_that_changed_under_the_same_name_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Even where nothing leads to it from the tables."""

    @frozen
    class Other:
        what: str
        also: Any = None

    folded = holding(Box(Box(1)))
    text = snapshot_text(folded)
    Other.__qualname__ = "Box"
    monkeypatch.setattr(sys.modules[__name__], "Box", Other)
    with pytest.raises(DecodeError):
        opened(text, folded)


def test_threads_read_and_write_at_once() -> None:
    """Nothing is shared but what no one changes."""
    text = snapshot_text(a_fold())
    with ThreadPoolExecutor(8) as pool:
        read = list(pool.map(lambda _: opened(text), range(16)))
        written = list(pool.map(snapshot_text, read))
    assert all(one == a_fold() for one in read)
    assert set(written) == {text}
