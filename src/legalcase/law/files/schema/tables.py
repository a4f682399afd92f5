"""The schema of the law's files: every table, key and closed set of values.

A table maps keys to kinds of value; a key that ends in ``?`` may be missing, and one
that begins with ``*`` stands for any word of that sort. A ``list`` may be empty,
``some`` may not. A ``table+`` merges by key with that of the version before
(``table++``: its tables do too); any other is replaced whole. The reference page "The
format of the law" says the same in words, and a test compares the two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.law.files.schema.calendars import CALENDARS, DISPUTE, READING
from legalcase.law.files.schema.clocks import CLOCKS
from legalcase.law.files.schema.dues import DUES, OF_A_TERM, OF_A_TEXT
from legalcase.law.files.schema.provenance import PROVENANCE
from legalcase.law.files.schema.stops import STOPS
from legalcase.law.files.schema.vocabulary import VOCABULARY
from legalcase.sealed import sealed

if TYPE_CHECKING:
    from collections.abc import Mapping


__all__ = ["TABLES"]


_VERSION: Final = {
    "trigger_day?": "table:trigger_day",
    "days?": "table:days",
    "court_days?": "table:court_days",
    "months?": "table:months",
    "short?": "table:short",
    "minimum?": "table:minimum",
    "suspension?": "table:suspension",
    "tolls?": "some:table:toll",
    "roll?": "table+:rolls",
    "service_for?": "table:service_for",
    "service?": "table++:services",
    "distance?": "table:distance",
    "completion?": "table++:completions",
    "hours?": "table+:hours",
    "inaccessible?": "table:inaccessible",
    "end_of_day?": "table+:end_of_day",
    "extension?": "table:extension_from",
    "expiry?": "table:expiry",
    "closed_days?": "table+:closed_sets",
}
_FACTS: Final = {"act?": "word:act", "nature?": "word:nature", "paper?": "word:paper"}
_MEMBERS: Final = {"later_of?": "some:table:member", "earlier_of?": "some:table:member"}
_DEADLINE_TERMS: Final = {
    "title?": "text",
    "period?": "period",
    **_MEMBERS,
    "act?": "word:act",
    "nature?": "word:nature",
    "bound?": "one:not later than|not earlier than",
    "service_extension?": "text",
    "extension?": "table:extension",
    "restart?": "table:restart",
    "note?": "text",
    **OF_A_TERM,
}

_TABLES: Final[dict[str, dict[str, str]]] = {
    "jurisdiction": {
        "id": "id",
        "name?": "text",
        "counting?": "text",
        "legal_holidays?": "text",
        "bare_courts?": "one:yes",
        "called?": "list:text",
    },
    **{name: dict(keys) for name, keys in PROVENANCE.items()},
    **{name: dict(keys) for name, keys in CALENDARS.items()},
    **{name: dict(keys) for name, keys in CLOCKS.items()},
    "rule": {
        "id": "id",
        "name": "text",
        "cite_prefix": "prefix",
        "default_calendar": "calendars",
        "default_act?": "word:act",
        "zone?": "zone",
        "base?": "text",
        "base_cites?": "one:own",
        "without_disputes?": "list:text",
        "verified": "table:verified_in_part",
        "through?": "date",
    },
    "version": {
        "from": "date",
        "cite?": "text",
        "verified?": "table:verified_in_part",
        "remove?": "list:text",
        "cites?": "table:cites",
        **_VERSION,
    },
    "cites": {"*setting": "text"},
    "trigger_day": {
        "is": "one:excluded|included",
        "before?": "one:excluded|included",
        "begins?": "table:begins",
        "until?": "by_weekday:hour",
        "late?": "by_weekday:one:next day|next court day|next monday",
        "from?": "one:next court day|the day itself",
        "cite": "text",
    },
    "begins": {
        "after": "one:next day|next open day",
        "before": "one:previous day|previous open day",
        "closed": "closed",
        "cite": "text",
    },
    "days": {
        "after": "one:every day|clear days|court days",
        "before": "one:every day|clear days|court days",
        "cite": "text",
    },
    "court_days": {"closed": "closed", "cite": "text"},
    "months": {
        "end": "one:corresponding day, else last|corresponding day, else next"
        "|eve of the corresponding day",
        "cite": "text",
    },
    "short": {
        "periods": "threshold",
        "skip": "closed",
        "direction?": "one:after|before",
        "ends?": "one:on a day that counts|on any day|after clear days on any day",
        "cite": "text",
    },
    "minimum": {"court_days": "count", "periods": "some:limit", "cite": "text"},
    **{name: dict(keys) for name, keys in STOPS.items()},
    "rolls": {"after?": "table:roll", "before?": "back"},
    "roll": {
        "to": "one:next open day|previous open day|stay",
        "closed": "closed",
        "acts?": "some:word:act",
        "others?": "closed",
        "bound?": "one:not later than",
        "periods?": "lengths",
        "cite": "text",
    },
    "closed_sets": {"*name": "closed"},
    "service_for": {"after": "text", "before": "text", "cite?": "text"},
    "services": {"*name": "table:service"},
    "service": {
        "order?": "one:roll, add, roll|add, roll|add, count, roll|one period",
        "cite?": "text",
        "only?": "text",
        "others?": "table:others",
        "*method": "table:extra_time",
    },
    "extra_time": {
        "add": "added",
        "from?": "one:next court day|the day itself",
        "until?": "hour",
        "late?": "one:1 day more",
        "cite?": "text",
    },
    "completions": {"*paper": "table:completion_table"},
    "completion_table": {"*method": "table:completion"},
    "completion": {
        "add": "amount",
        "until?": "hour",
        "late?": "one:next day|next court day",
        "then?": "one:next court day|as it falls",
        "cite": "text",
    },
    "hours": {
        "count": "one:every hour|hours of open days",
        "roll": "one:same time next open day|stay",
        "cite": "text",
    },
    "inaccessible": {
        "to": "one:first accessible open day|a closed day",
        "acts": "some:word:act",
        "unless?": "text",
        "cite": "text",
    },
    "end_of_day": {
        "electronic?": "hour",
        "otherwise?": "text",
        "acts?": "some:word:act",
        "unless?": "text",
        "grace?": "table:grace",
        "cite?": "text",
    },
    "extension_from": {"from": "one:rolled end|nominal end", "cite": "text"},
    "expiry": {"from": "one:rolled end|nominal end", "cite": "text"},
    "dispute": {**DISPUTE, "reading": "some:table:reading"},
    "settled": {"court": "text", "reading": "text", "cite": "text"},
    "reading": {
        **READING,
        **_VERSION,
        **_FACTS,
        "remove?": "list:text",
        "calendar?": "table:counted_as",
    },
    "counted_as": {"*kind": "word:kind"},
    "example": {
        "period?": "period",
        "after?": "anchor",
        "before?": "anchor",
        "extending?": "anchor",
        "served_on?": "anchor",
        "first?": "table:first_step",
        "service?": "word:method",
        "paper?": "word:paper",
        "court?": "text",
        "forum?": "text",
        "calendar?": "text",
        "act?": "word:act",
        "nature?": "word:nature",
        "as_of?": "date",
        "legal_holidays?": "list:date",
        "inaccessible?": "list:date",
        "added?": "period",
        "facts?": "table:facts_given",
        "service_extension?": "text",
        "timezone?": "zone",
        "due": "moment",
        "alternatives?": "list:date",
        "safe?": "date",
        "source": "text",
        "note?": "text",
    },
    "first_step": {
        "served_on": "anchor",
        "service": "word:method",
        "paper?": "word:paper",
        "under?": "text",
    },
    "pack": {"id": "id", "name": "text", "counting": "text", "cite_prefix": "prefix"},
    "deadline": {
        **_DEADLINE_TERMS,
        "id": "id",
        "title": "text",
        "aliases?": "list:text",
        "trigger?": "trigger",
        "direction?": "one:after|before",
        "act": "word:act",
        "paper?": "word:paper",
        "bound": "one:not later than|not earlier than",
        "service_extension": "text",
        "owed_by?": "word:side",
        "met_by?": "some:word:trigger",
        "proceedings?": "some:word:proceeding",
        "after_disposition?": "one:yes",
        "stayed_by_stay?": "table:stay",
        "only_if?": "table:facts_given",
        "applies_once?": "word:trigger",
        "applies_until?": "word:trigger",
        "arises_with?": "word:trigger",
        "in_state_court?": "one:yes",
        "counts_from?": "table:counts_from",
        "first_of?": "some:word:trigger",
        "permissive?": "table:permissive",
        "counting?": "text",
        "cite": "text",
        "words?": "quoted",
        "in_force": "table:in_force",
        "verified": "dated",
        "examples": "list:table:example",
        "version?": "list:table:deadline_version",
        "dispute?": "list:table:deadline_dispute",
        "otherwise?": "table:facts_given",
        "questions?": "table:facts_given",
    },
    "in_force": {"from": "date", "through?": "date"},
    "extension": {
        "court?": "text",
        "agreement?": "text",
        "barred?": "text",
        "cite?": "text",
    },
    "stay": {
        "effect": "one:yes|no|by order",
        "cite": "text",
        "words?": "quoted",
        "verified?": "table:verified",
    },
    "counts_from": {
        "papers?": "some:word:trigger",
        "other_than?": "some:word:trigger",
        "hearings?": "some:word:hearing",
        "unsaid?": "one:no",
        "cite": "text",
    },
    "permissive": {
        "words": "text",
        "cite": "text",
        "verified?": "table:verified",
    },
    "restart": {
        "on": "word:trigger",
        "until": "word:trigger",
        "within?": "some:text",
        "not_before?": "word:trigger",
        "several?": "one:the last decided",
        "cite": "text",
    },
    "condition": {"event": "word:trigger", "within": "some:text", "cite": "text"},
    "expiry_trigger": {"expiry_of": "text", "as": "one:rolled|nominal"},
    "event_trigger": {"event": "word:trigger", "setting": "one:first"},
    "member": {
        "period?": "period",
        "trigger?": "trigger",
        "direction?": "one:after|before",
        "service_extension?": "text",
        "counting?": "text",
        "remaining?": "text",
        "on?": "word:trigger",
        **_MEMBERS,
        "if_within?": "table:condition",
        "optional?": "one:yes",
        "needed_if?": "table:facts_given",
        "cite?": "text",
        **OF_A_TERM,
    },
    **{name: dict(keys) for name, keys in DUES.items()},
    "deadline_version": {
        "from": "date",
        "cite?": "text",
        "words?": "quoted",
        "verified?": "table:verified",
        **_DEADLINE_TERMS,
        **OF_A_TEXT,
    },
    "deadline_dispute": {**DISPUTE, "reading": "some:table:deadline_reading"},
    "deadline_reading": {
        **READING,
        **_VERSION,
        **_FACTS,
        "period?": "period",
        "trigger?": "trigger",
        **_MEMBERS,
        "restarts?": "one:no",
        "service_extension?": "text",
        "remove?": "list:text",
    },
    "court": {
        "id": "id",
        "name": "text",
        "aliases?": "list:text",
        "parent?": "text",
        "like?": "text",
        "counting?": "some:text",
        "zones?": "some:zone",
        "calendars?": "table:calendars_by_role",
        "cut_offs?": "table:cut_offs",
        "hears?": "some:word:proceeding",
        "appeals?": "some:text",
        "cite?": "text",
        "words?": "quoted",
        "verified?": "table:verified",
    },
    "calendars_by_role": {"*role": "text"},
    "cut_offs": {"electronic?": "hour", "counter?": "hour"},
    "local_rules": {
        "id": "id",
        "name": "text",
        "court": "text",
        "counting": "text",
        "cite_prefix": "prefix",
        "verified": "table:verified",
    },
}
_TABLES["deadline"].pop("title?")
_TABLES["deadline"].pop("act?")
_TABLES["deadline"].pop("bound?")
_TABLES["deadline"].pop("service_extension?")

_TABLES.update({name: dict(keys) for name, keys in VOCABULARY.items()})

#: What the tables of the files may hold, read-only: by name.
TABLES: Final[Mapping[str, Mapping[str, str]]] = sealed(_TABLES)
