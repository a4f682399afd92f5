"""Numbering the values of a snapshot: every one once, in groups of one class."""

from __future__ import annotations

from datetime import date, datetime
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

from legalcase.codec.snapshots.layout import COLUMNS, CONSTANTS, LEAVES, NARROW
from legalcase.codec.snapshots.shapes import Shape, Unfit, shape_of
from legalcase.codec.text.moments import instant_to_text
from legalcase.errors import LegalCaseError
from legalcase.kernel import Register
from legalcase.kernel.register import described

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

__all__ = ["Writer"]

#: Whole numbers that every reader of JSON reads as they are.
_WIDEST: Final = 1 << 63


class _Group:
    """Values that lie together: of one class and one turn; `rows` are their parts."""

    __slots__ = ("head", "ids", "rows")

    def __init__(self, head: tuple[Any, ...]) -> None:
        self.head = head
        self.ids: list[int] = []
        self.rows: list[tuple[int, ...]] = []


class Writer:
    """Gives every value a number, and equal ones the same."""

    __slots__ = (
        "_alive",
        "_groups",
        "_leaves",
        "_levels",
        "_order",
        "_packages",
        "_parts",
        "_seen",
        "_shapes",
        "_stages",
        "_tables",
        "_texts",
    )

    def __init__(self, packages: frozenset[str]) -> None:
        self._packages = packages
        self._stages: list[int] = []
        self._levels: list[int] = []
        #: By identity, which is that of a value as long as the value lives.
        self._seen: dict[int, int] = {}
        self._alive: list[Any] = []
        self._parts: dict[tuple[Any, ...], int] = {}
        self._leaves: dict[str, dict[Any, int]] = {name: {} for name in LEAVES}
        self._texts = self._leaves["texts"]
        self._groups: dict[tuple[Any, ...], _Group] = {}
        self._order: dict[Shape, int] = {}
        self._shapes: dict[type, tuple[Shape, Callable[[Any], Any]]] = {}
        self._tables: dict[type, Callable[[Any], int]] = {
            int: self._int,
            float: self._float,
            date: self._date,
            datetime: self._instant,
            tuple: self._tuple,
            frozenset: self._frozenset,
            dict: self._dict,
            Register: self._register,
        }
        for value in CONSTANTS:
            self._seen[id(value)] = self._number()

    def _number(self, stage: int = 0, level: int = 0) -> int:
        self._stages.append(stage)
        self._levels.append(level)
        return len(self._stages) - 1

    @property
    def modules(self) -> set[str]:
        """The modules of the classes that were met."""
        return {shape.cls.__module__ for shape in self._order}

    def of(self, value: Any) -> int:
        """Return the number of a value; raises `Unfit` where it cannot be read back."""
        cls = type(value)
        if cls is str:
            found = self._texts.get(value)
            if found is None:
                found = self._texts[value] = self._number()
            return found
        found = self._seen.get(id(value))
        if found is None:
            made = self._tables.get(cls) or self._object
            found = self._seen[id(value)] = made(value)
            self._alive.append(value)
        return found

    def _leaf(self, name: str, value: Any) -> int:
        found = self._leaves[name].get(value)
        if found is None:
            found = self._leaves[name][value] = self._number()
        return found

    def _int(self, value: int) -> int:
        if not -_WIDEST < value < _WIDEST:
            reason = "a whole number is too long"
            raise Unfit(reason)
        return self._leaf("ints", value)

    def _float(self, value: float) -> int:
        if value - value != 0:
            reason = "a number is none, or has no end"
            raise Unfit(reason)
        # Zero and minus zero are equal, and not the same.
        return self._leaf("floats", repr(value))

    def _date(self, value: date) -> int:
        return self._leaf("dates", value.toordinal())

    def _instant(self, value: datetime) -> int:
        if value.utcoffset() is None:
            reason = "an instant has no time zone"
            raise Unfit(reason)
        return self._leaf("instants", instant_to_text(value))

    def _tuple(self, value: tuple[Any, ...]) -> int:
        if not value:
            return CONSTANTS.index(())
        head = ("tuple", len(value)) if len(value) <= NARROW else ("tuples", 0)
        return self._made(head, tuple(map(self.of, value)))

    def _frozenset(self, value: frozenset[Any]) -> int:
        # In an order of ours, so that two programs write the same.
        is_text = all(type(one) is str for one in value)
        members: Iterable[Any] = sorted(value) if is_text else value
        return self._made(("frozenset", 0), tuple(sorted(map(self.of, members))))

    def _dict(self, value: dict[Any, Any]) -> int:
        keys = tuple(map(self.of, value))
        parts = (*keys, *map(self.of, value.values()))
        # It can be changed: never one for two.
        return self._made(("dict", 0), parts, is_shared=False)

    def _register(self, value: Register[Any]) -> int:
        noun, hint = described(value)
        said = (self.of(noun), self.of(hint), *map(self.of, value.ids()))
        return self._made(("register", 0), (*said, *map(self.of, value)))

    def _object(self, value: Any) -> int:
        cls = type(value)
        shape, parts_of = self._shapes.get(cls) or self._shape(cls)
        if shape.kind == "enum":
            return self._leaf("members", (self._order[shape], value.name))
        if shape.kind == "named":
            head = ("named", self._order[shape])
            return self._made(head, tuple(map(self.of, value)))
        if shape.kind == "computation":
            # As if it had been stored: what could be asked later is asked now.
            try:
                state = value.__getstate__()
            except LegalCaseError:
                reason = "a computation could not be finished"
                raise Unfit(reason) from None
            parts = [state[name] for name in shape.names]
            self._alive.append(parts)
        else:
            try:
                parts = parts_of(value)
            except AttributeError:
                reason = f"a field of a {cls.__qualname__} was never set"
                raise Unfit(reason) from None
        head = ("attrs", self._order[shape])
        # What can be changed is never one for two.
        is_shared = getattr(cls, "__hash__", None) is not None or not parts
        return self._made(head, tuple(map(self.of, parts)), is_shared=is_shared)

    def _shape(self, cls: type) -> tuple[Shape, Callable[[Any], Any]]:
        if cls.__module__.partition(".")[0] not in self._packages:
            reason = f"{cls.__qualname__} is of no package of its model"
            raise Unfit(reason)
        shape = shape_of(cls)
        self._order[shape] = len(self._order)
        self._shapes[cls] = found = (shape, _getter(shape.names))
        return found

    def _made(
        self, head: tuple[Any, ...], parts: tuple[int, ...], *, is_shared: bool = True
    ) -> int:
        key = (head, parts)
        found = self._parts.get(key) if is_shared else None
        if found is not None:
            return found
        stage, level = self._turn(head[0], parts)
        number = self._number(stage, level)
        turn = (stage, level, *head)
        group = self._groups.get(turn)
        if group is None:
            group = self._groups[turn] = _Group(turn)
        group.ids.append(number)
        group.rows.append(parts)
        if is_shared:
            self._parts[key] = number
        return number

    def _turn(self, kind: str, parts: tuple[int, ...]) -> tuple[int, int]:
        """Return when a value can be made: after what it is made of.

        An object is made empty, and filled when all of its stage are there. What lies
        in a table by its hash has to be full before: the table is of the next stage.
        """
        stages = self._stages
        stage = max([stages[one] for one in parts], default=0)
        if kind in ("frozenset", "dict"):
            return stage + 1, 0
        if kind == "attrs":
            return stage, 1
        levels = self._levels
        level = max([levels[one] for one in parts if stages[one] == stage], default=0)
        return stage, max(level, 1) + 1

    def sections(self, root: int) -> list[Any]:
        """Return all values, as the layout has them; `root` is the number of one."""
        groups = sorted(self._groups.values(), key=lambda group: group.head[:2])
        made = [*range(len(CONSTANTS))]
        for leaves in self._leaves.values():
            made += leaves.values()
        for group in groups:
            made += group.ids
        final = dict(zip(made, range(len(made)), strict=True))
        return [
            *([*leaves] for leaves in self._leaves.values()),
            [
                [one.cls.__module__, one.cls.__qualname__, one.stamp]
                for one in self._order
            ],
            [_written(group, final) for group in groups],
            final[root],
        ]


def _getter(names: tuple[str, ...]) -> Callable[[Any], Sequence[Any]]:
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: [getattr(value, name) for name in names]


def _written(group: _Group, final: dict[int, int]) -> list[Any]:
    number = final.__getitem__
    data: list[Any]
    if group.head[2] in COLUMNS:
        columns = [[*map(number, column)] for column in zip(*group.rows, strict=True)]
        data = [_column(column) for column in columns]
        if len(group.ids) > 1 and not any(isinstance(one, list) for one in data):
            # One has to say how many there are.
            data[0] = columns[0]
    else:
        data = [[*map(number, row)] for row in group.rows]
    return [*group.head, data]


def _column(numbers: list[int]) -> int | list[int]:
    return numbers[0] if numbers.count(numbers[0]) == len(numbers) else numbers
