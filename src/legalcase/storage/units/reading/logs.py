"""Logs: the lines of a stream as they are read: checked, and unsealed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from legalcase.storage.lines.appending import locked, not_found, stream_of_any
from legalcase.storage.lines.rows import Stored, broken, chain_fault, decoded
from legalcase.storage.units.reading.primitives import Primitives

if TYPE_CHECKING:
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.storage.sealing import DataKey

__all__ = ["Logs"]


class Logs(Primitives):
    """What can be read of the logs of a state of a store."""

    def events(self, stream: str) -> tuple[Recorded, ...]:
        """Return the whole log of a stream."""
        return self._once(partial(self._events, stream))

    def _events(self, stream: str) -> tuple[Recorded, ...]:
        return self._whole_log(stream_of_any(stream, self._model))[0]

    def _whole_log(self, stream: str) -> tuple[tuple[Recorded, ...], bytes]:
        lines, last = self._lines(stream)
        if not lines:
            raise not_found(stream)
        return lines, last

    def _lines(self, stream: str) -> tuple[tuple[Recorded, ...], bytes]:
        """Return the log of a stream, checked, and its last digest; () if none."""
        rows, head = self._stored(stream)
        fault = chain_fault(stream, rows, head)
        if fault is not None:
            raise broken(fault)
        return tuple(self._all_decoded(stream, rows)), head.digest

    def _all_decoded(self, stream: str, rows: list[Stored]) -> list[Recorded]:
        # Whether it is sealed is asked once, and not of each line of a long log.
        key = self._data_key(stream) if rows else None
        found = []
        for row in rows:
            opened = row
            if key is not None and self._sealer is not None:
                text = self._sealer.unseal(stream, row.number, row.body, key)
                opened = row._replace(body=text.encode())
            found.append(decoded(stream, opened, self._model))
        return found

    def _decoded(self, stream: str, row: Stored) -> Recorded:
        return self._all_decoded(stream, [row])[0]

    def _data_key(self, stream: str) -> DataKey | None:
        """Return the key of a stream; ``None`` where it is not sealed.

        Not what a body says of itself decides, but whether the stream has a key: so
        nobody puts clear text into it unseen.
        """
        found = self._data_keys.get(stream)
        if found is not None:
            return found
        # Read once: a log of many lines would ask for it with each of them.
        if stream not in self._wrapped:
            self._wrapped[stream] = self._key(stream)
        wrapped = self._wrapped[stream]
        if wrapped is None:
            return None
        if self._sealer is None:
            raise locked(stream)
        found = self._data_keys[stream] = self._sealer.open_key(stream, wrapped)
        return found

    def _is_locked(self, stream: str) -> bool:
        return self._sealer is None and self._key(stream) is not None
