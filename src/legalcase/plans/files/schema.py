"""The tables of a playbook's file: which keys, what stands there; ``?`` is optional."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.practice.plan import words
from legalcase.sealed import sealed

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["OVERLAY", "TABLES"]


def _one(options: tuple[str, ...]) -> str:
    return "one:" + "|".join(options)


_SENTRY: Final = {
    "event?": "word",
    "item?": "word",
    "stage?": "word",
    "hearing?": "word",
    "engagement?": _one(words.ENGAGED),
    "by?": _one(words.WHOSE),
}
_CONDITION: Final = {
    "fact?": "word",
    "is?": "word",
    "role?": "word",
    "stage?": "word",
    "court?": "id",
    "child?": "true",
    "detained?": "true",
    "claim?": "word",
    "charge_severity?": "word",
    "complexity_at_least?": "count",
}
_ITEM: Final = {
    "id": "word",
    "stage": "word",
    "kind": _one(words.ITEM_KINDS),
    "title": "text",
    "required?": "bool",
    "critical?": "bool",
    "rule?": "some:id",
    "by_order?": "bool",
    "hearing?": "word",
    "document?": "word",
    "accountable": "word",
    "responsible?": "list:word",
    "requires?": f"list:{_one(words.QUALIFICATIONS)}",
    "area": _one(words.AREAS),
    "serves?": "list:word",
    "when?": "some:table:sentry",
    "if?": "list:table:condition",
    "per?": _one(words.PERS),
    "pick?": _one(words.PICKS),
    "after?": "list:word",
    "lead_times?": "list:period",
    "offset?": "table:offset",
    "done_by?": "list:word",
    "survives?": "bool",
    "on_stage_exit?": _one(words.ON_EXIT),
    "authority": "table:authority",
    "note?": "prose",
}
_PLAYBOOK: Final = {
    "id": "id",
    "edition": "text",
    "title": "text",
    "effective": "date",
    "jurisdictions": "some:id",
    "proceedings": "some:word",
    "sides": "some:word",
    "stage_table?": "id",
    "note?": "prose",
}


def _all_optional(table: Mapping[str, str], *but: str) -> dict[str, str]:
    return {
        key if key in but or key.endswith("?") else f"{key}?": kind
        for key, kind in table.items()
    }


#: The tables by name.
TABLES: Final[Mapping[str, Mapping[str, str]]] = sealed(
    {
        "file": {
            "format": "format",
            "playbook": "table:playbook",
            "role": "some:table:role",
            "objective?": "list:table:objective",
            "stage": "some:table:stage",
            "item": "some:table:item",
        },
        "overlay": {
            "format": "format",
            "playbook": "table:overlay_playbook",
            "role?": "list:table:role",
            "objective?": "list:table:objective",
            "item?": "list:table:overlay_item",
            "without?": "list:table:without",
        },
        "playbook": _PLAYBOOK,
        "overlay_playbook": {
            **_all_optional(_PLAYBOOK, "id", "edition"),
            "extends": "id",
        },
        "role": {
            "id": "word",
            "title": "text",
            "requires?": f"list:{_one(words.QUALIFICATIONS)}",
        },
        "objective": {"id": "word", "statement": "text", "test?": "text"},
        "stage": {
            "id": "word",
            "title": "text",
            "enters?": "some:table:sentry",
            "table_stage?": "word",
        },
        "item": _ITEM,
        "overlay_item": _all_optional(_ITEM, "id"),
        "without": {"item": "word", "ground": "text"},
        "sentry": _SENTRY,
        "condition": {**_CONDITION, "not?": "table:negated"},
        "negated": _CONDITION,
        "offset": {
            "period?": "period",
            "direction?": _one(("before", "after")),
            "of": "table:sentry",
        },
        "authority": {
            "cite": "text",
            "verified": _one(words.HOW),
            "words?": "text",
            "source?": "text",
            "verified_on?": "date",
        },
    }
)
#: The key that makes of a file an overlay.
OVERLAY: Final = "extends"
