"""Sealing: the text of a line encrypted where it is stored, with a key a stream.

What is here stores nothing. A back end asks the `Sealer` which streams are sealed, has
it make a key for each, keeps the wrapped key beside the stream, and has it seal and
unseal the text of each line. `Keys` stands for whatever holds the caller's own key.
"""

from typing import TYPE_CHECKING

from legalcase.near import no_such_name
from legalcase.ports.keys import Keys, WrappedKey
from legalcase.storage.sealing.clear import tags_in_clear
from legalcase.storage.sealing.data_key import DataKey
from legalcase.storage.sealing.envelope import kind_in_clear
from legalcase.storage.sealing.local_keys import LocalKeys
from legalcase.storage.sealing.sealer import Sealer

__all__ = [
    "DataKey",
    "Keys",
    "LocalKeys",
    "Sealer",
    "WrappedKey",
    "kind_in_clear",
    "tags_in_clear",
]


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        raise no_such_name(__name__, name, __all__)
