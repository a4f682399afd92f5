"""Snapshots: a folded case as text and back: a cache of a fold, never migrated.

A store may keep what `snapshot_text` gives, beside the `model_stamp` of its model, and
throw it away at any doubt: the log makes it again.
"""

from legalcase.codec.snapshots.opening import folded_of
from legalcase.codec.snapshots.stamp import model_stamp
from legalcase.codec.snapshots.text import snapshot_text

__all__ = ["folded_of", "model_stamp", "snapshot_text"]
