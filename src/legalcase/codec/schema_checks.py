"""What the checks of a field say in the words of JSON Schema."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any, Final

from legalcase.kernel import checks

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["checked"]

Schema = dict[str, Any]

_WORD: Final = "[a-z0-9]+(?:-[a-z0-9]+)*"
_ID: Final[Schema] = {"pattern": "^[!-~]{1,200}$"}
_WORDS: Final[Schema] = {"pattern": f"^{_WORD}$"}

#: By the check: what it says of the value itself.
_SAID: Final[dict[Any, Schema]] = {
    checks.check_id: _ID,
    checks.check_word: {**_WORDS, "maxLength": 100},
    checks.check_kind_word: {"pattern": f"^(?:{_WORD}/)?{_WORD}$", "maxLength": 100},
    checks.check_text: {"pattern": r"\S"},
    checks.check_count: {"minimum": 1},
    checks.check_ids: {"items": _ID, "uniqueItems": True},
    checks.check_words: {"items": _WORDS, "uniqueItems": True},
}


def checked(schema: Schema, validator: Any) -> Schema:
    """Return a schema with what the check of its field says beside the type."""
    said = _said(validator)
    if not said:
        return schema
    if "anyOf" in schema:
        # What may be left out: the check is about the rest.
        return {
            "anyOf": [
                one if one == {"type": "null"} else _with(one, said)
                for one in schema["anyOf"]
            ]
        }
    return _with(schema, said)


def _with(schema: Schema, said: Schema) -> Schema:
    merged = {**schema, **said}
    if "items" in said and "items" in schema:
        merged["items"] = {**schema["items"], **said["items"]}
    return merged


def _said(validator: Any) -> Schema:
    if validator in _SAID:
        return _SAID[validator]
    if not inspect.isfunction(validator):
        return {}
    # Checks that are made of others hold them under these names.
    inside = inspect.getclosurevars(validator).nonlocals
    if "nouns" in inside or "words" in inside:
        return _listed(inside)
    if "check" not in inside:
        return {}
    said = _said(inside["check"])
    if validator.__qualname__.startswith("check_some"):
        return {**said, "minItems": 1}
    return said


def _listed(inside: Mapping[str, Any]) -> Schema:
    """Return what a check says that takes only words, or ids of some nouns."""
    if "words" in inside:
        return {"enum": list(inside["words"])}
    return {"pattern": f"^(?:{'|'.join(inside['nouns'])}):[!-~]+$"}
