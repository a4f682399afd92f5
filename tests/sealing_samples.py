"""Sealers and keys for tests: the keys of everybody are the same each time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from case_samples import lines
from legalcase.storage.sealing import DataKey, LocalKeys, Sealer

if TYPE_CHECKING:
    from types import TracebackType

OLD = bytes(range(32))
NEW = bytes(range(100, 132))
RAW = bytes(range(200, 232))
STREAM = "case:roe"

#: Said of what has the length of a key, whatever its bytes are.
BARE_KEY = "bare key"

#: A line of every kind, each with a text that nobody else may see.
LINES = lines()
LINE_IDS = [f"{place}-{line.kind}" for place, line in enumerate(LINES)]


def keys() -> LocalKeys:
    """One master key."""
    return LocalKeys({"2025": OLD}, current="2025")


def rotated() -> LocalKeys:
    """The same, and a new one in its place."""
    return LocalKeys({"2025": OLD, "2026": NEW}, current="2026")


def sealer(**given: Any) -> Sealer:
    """A sealer of cases and of people."""
    settings = {"tenant": "firm", "which": ("case:", "person:")} | given
    return Sealer(settings.pop("keys", None) or keys(), **settings)


def data_key(stream: str = STREAM) -> DataKey:
    """A data key of known bytes."""
    return DataKey(stream, RAW)


def shown_by(error: BaseException) -> str:
    """All that a report of an error could show of our own frames, causes included."""
    parts = []
    seen: list[BaseException | None] = [error]
    while seen:
        one = seen.pop()
        if one is None:
            continue
        parts += [str(one), repr(one), repr(one.args), repr(vars(one))]
        parts += _locals(one.__traceback__)
        seen += [one.__cause__, one.__context__]
    return "\n".join(parts)


def _locals(traceback: TracebackType | None) -> list[str]:
    found = []
    while traceback is not None:
        frame = traceback.tb_frame
        if "sealing/" in frame.f_code.co_filename.replace("\\", "/") and (
            "tests" not in frame.f_code.co_filename
        ):
            found.append(f"{frame.f_code.co_name}: {frame.f_locals!r}")
            found += [
                f"{BARE_KEY}: {name}"
                for name, value in frame.f_locals.items()
                if isinstance(value, bytes) and len(value) == len(RAW)
            ]
        traceback = traceback.tb_next
    return found
