"""A malformed file is refused with every problem at its path, and a way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from law_folders import changed, copied, places, refused, written
from legalcase.errors import LawError
from legalcase.law.lawbook import Law

if TYPE_CHECKING:
    from pathlib import Path

CALENDAR = "xx/calendar.toml"
HARBOUR = "xx/calendars/harbour.toml"
CP = "xx/counting/cp.toml"
PRACTICE = "xx/counting/harbour.toml"
COURTS = "xx/courts.toml"
DEADLINES = "xx/deadlines/cp.toml"
HEAD = "xx/jurisdiction.toml"
LOCAL = "xx/local-rules/north.toml"
WORDS = "xx/vocabulary.toml"
NOWHERE = (
    "has no meaning at this place. In the folder of a jurisdiction law stands in "
    "jurisdiction.toml, calendar.toml, courts.toml, sources.toml, vocabulary.toml, "
    "calendars/…, counting/…, courts/…, deadlines/…, local-rules/…, clocks/…, "
    "one level deep; beside it, in vocabulary.toml."
)


def ids_of(cases: list[tuple[str, ...]]) -> list[str]:
    """Name each case by its file and path, numbered."""
    return [
        f"{number}-{name}:{path}" for number, (name, _, _, path, _) in enumerate(cases)
    ]


#: By one change of one file: where it is told, and the words that tell it.
ONE_BY_ONE: list[tuple[str, ...]] = [
    # The number of the format.
    (CP, "format = 1", "format = 2", "$.format", "is 2. This version reads `format"),
    (CP, "format = 1", "", "$.format", "is missing. This version reads `format = 1`"),
    (CP, "format = 1", "format = true", "$.format", "is true. This version"),
    (CP, "format = 1", "format = 1.0", "$.format", "is 1.0. This version"),
    # Keys and tables.
    (
        CP,
        "trigger_day =",
        "triger_day =",
        "$.version[0].triger_day",
        "is no key of this table. Did you mean 'trigger_day'?",
    ),
    (
        HEAD,
        'name = "Atlantis"',
        'name = "Atlantis"\nqqq = 1',
        "$.jurisdiction.qqq",
        "is no key of this table. The keys here are: bare_courts, called, counting,",
    ),
    (HEAD, 'name = "Atlantis"\n', "", "$.jurisdiction.name", "is missing."),
    (HEAD, '"Atlantis"', '" "', "$.jurisdiction.name", "is ' ', and must be text."),
    (HEAD, '"Atlantis"', "7", "$.jurisdiction.name", "is 7, and must be text."),
    (
        CALENDAR,
        'saturday = "previous day"',
        'saturday = "last friday"',
        "$.calendar.observance.saturday",
        "must be one of 'none', 'previous day', 'next day', 'next free weekday', 'pre",
    ),
    (
        HARBOUR,
        '[[holiday]]\nid = "sailing-day"',
        '[holiday]\nid = "sailing-day"',
        "$.holiday",
        "and must be a list.",
    ),
    (
        CALENDAR,
        "every = { years = 2, since = 2020 }",
        "every = 2",
        "$.holiday[1].every",
        "is 2, and must be a table.",
    ),
    # What a calendar lacks.
    (
        CALENDAR,
        'closed_by = ["legal',
        'incomplete = 3\nclosed_by = ["legal',
        "$.calendar.incomplete",
        "is 3, and must be text, or a list of tables.",
    ),
    (
        CALENDAR,
        'closed_by = ["legal',
        'incomplete = []\nclosed_by = ["legal',
        "$.calendar.incomplete",
        "is empty. Give at least one.",
    ),
    (
        CALENDAR,
        'closed_by = ["legal',
        'incomplete = [{ falls = "easter" }]\nclosed_by = ["legal',
        "$.calendar.incomplete[0].text",
        "is missing.",
    ),
    (
        CALENDAR,
        'closed_by = ["legal',
        (
            'incomplete = [{ text = "x", falls = "easter", '
            'windows = [{ from = "may 1", through = "may 2" }] }]\nclosed_by = ["legal'
        ),
        "$.calendar.incomplete[0].windows",
        "stands beside falls. Say by one of them when the days can fall.",
    ),
    (
        CALENDAR,
        'closed_by = ["legal',
        (
            'incomplete = [{ text = "x", from = 2026-01-01, through = 2025-01-01 }]\n'
            'closed_by = ["legal'
        ),
        "$.calendar.incomplete[0].through",
        "is 2025-01-01, before 2026-01-01. Swap the two.",
    ),
    (
        CALENDAR,
        'cite = "Holidays Act, s. 1"\nverified = { how = "text",',
        'cite = "Holidays Act, s. 1"\nverified = { read = ["1"], how = "text",',
        "$.calendar.verified.read",
        "is no key of this table.",
    ),
    # Values.
    (
        CALENDAR,
        "from = 2000-01-01, through = 2035",
        'from = "2000-01-01", through = 2035',
        "$.calendar.horizon.from",
        "is '2000-01-01', and must be a date (2026-07-04).",
    ),
    (
        CALENDAR,
        "on = 2025-05-05",
        "on = 2025-05-05T12:00:00",
        "$.closure[0].on",
        "and must be a date (2026-07-04).",
    ),
    (
        CALENDAR,
        '"march 3"',
        '"march third"',
        "$.holiday[0].falls",
        "Write it like 'july 4', 'third monday of january'",
    ),
    (
        CALENDAR,
        '"march 3"',
        '"february 29"',
        "$.holiday[0].falls",
        "is 'february 29'. 29 February is no day that returns every year. ",
    ),
    (
        CALENDAR,
        '"march 3"',
        "3",
        "$.holiday[0].falls",
        "is 3, and must be a day that returns every year.",
    ),
    (
        CALENDAR,
        "years = 2,",
        "years = 0,",
        "$.holiday[1].every.years",
        "is 0, and must be a whole number of at least 1.",
    ),
    (
        CALENDAR,
        "since = 2020",
        'since = "2020"',
        "$.holiday[1].every.since",
        "is '2020', and must be a whole number.",
    ),
    (
        CALENDAR,
        "not_in = [2024]",
        "not_in = [true]",
        "$.holiday[1].not_in[0]",
        "is true, and must be a whole number.",
    ),
    (
        CALENDAR,
        'closed_by = ["legal-holiday", "flood"]',
        "closed_by = []",
        "$.calendar.closed_by",
        "is empty. Give at least one.",
    ),
    (
        DEADLINES,
        'period = "21 days"',
        'period = "21 working days"',
        "$.deadline[0].period",
        "the days on which a court sits are 'court days'",
    ),
    (
        DEADLINES,
        'period = "21 days"',
        "period = 21",
        "$.deadline[0].period",
        "is 21, and must be a period.",
    ),
    (
        DEADLINES,
        'period = "7 days"',
        'period = "0 days"',
        "$.deadline[1].later_of[1].period",
        "A period of 0 is none",
    ),
    (
        CP,
        'mail = { add = "3 days"',
        'mail = { add = "3 months"',
        "$.version[0].service.general.mail.add",
        "is '3 months', and no rule says how months are added to the end of a period.",
    ),
    (
        CP,
        'mail = { add = "3 days"',
        "mail = { add = [3]",
        "$.version[0].service.general.mail.add",
        "is [3], and must be '3 days', '2 court days', '1 month' or 'nothing'.",
    ),
    (
        CP,
        'periods = "< 7 days"',
        'periods = "under 7 days"',
        "$.version[0].short.periods",
        "and must be '< 11 days' or '<= 5 days'.",
    ),
    (
        PRACTICE,
        'until = "16:00"',
        'until = "4 pm"',
        "$.version[0].trigger_day.until",
        "is '4 pm', and must be an hour such as '16:30'.",
    ),
    (
        CP,
        'skip = { court = ["legal-holiday", "flood"] }',
        'skip = ["court"]',
        "$.version[0].short.skip",
        "and must list kinds of closure by role.",
    ),
    (
        COURTS,
        'zones = ["Atlantic/Azores"]',
        'zones = ["Atlantic/Atlantis"]',
        "$.court[0].zones[0]",
        "and must be a time zone such as 'Europe/London'.",
    ),
    (
        COURTS,
        'zones = ["Atlantic/Azores"]',
        'zones = ["EST"]',
        "$.court[0].zones[0]",
        "is 'EST', and must be a time zone such as 'Europe/London'.",
    ),
    (
        COURTS,
        'zones = ["Atlantic/Azores"]',
        "zones = [1]",
        "$.court[0].zones[0]",
        "is 1",
    ),
    (
        COURTS,
        'zones = ["Atlantic/Azores"]',
        'zones = ["../Azores"]',
        "$.court[0].zones[0]",
        "and must be a time zone such as 'Europe/London'.",
    ),
    (
        DEADLINES,
        "after = 2026-02-02, due",
        'after = "2026-02-02", due',
        "$.deadline[0].examples[0].after",
        "is '2026-02-02', and must be a date.",
    ),
    (
        DEADLINES,
        "tide-turned = 2026-02-20",
        'tide-turned = "soon"',
        "$.deadline[1].examples[0].after.tide-turned",
        "is 'soon', and must be a date.",
    ),
    (
        DEADLINES,
        "due = 2026-02-23",
        "due = 23",
        "$.deadline[0].examples[0].due",
        "is 23, and must be a date or a local date and time.",
    ),
    # Words.
    (
        DEADLINES,
        'trigger = "complaint-served"',
        'trigger = "complaint-server"',
        "$.deadline[0].trigger",
        "which the vocabulary of trigger lacks. Did you mean 'complaint-served'",
    ),
    (
        DEADLINES,
        'trigger = "complaint-served"',
        'trigger = "qqq"',
        "$.deadline[0].trigger",
        "Add it, with its meaning, to vocabulary.toml.",
    ),
    (
        DEADLINES,
        'trigger = "complaint-served"',
        "trigger = [1]",
        "$.deadline[0].trigger",
        "is [1], which the vocabulary of trigger lacks.",
    ),
    (
        DEADLINES,
        'trigger = "complaint-served"',
        'trigger = { event = "trial", setting = "last" }',
        "$.deadline[0].trigger.setting",
        "must be one of 'first'.",
    ),
    (
        DEADLINES,
        'as = "nominal"',
        'as = "raw"',
        "$.deadline[2].trigger.as",
        "must be one of 'rolled', 'nominal'.",
    ),
    (
        DEADLINES,
        'act = "serve"',
        'act = "server"',
        "$.deadline[2].act",
        "It has 'expire', 'file', 'hear', 'perform', 'serve'. Add it,",
    ),
    (
        CALENDAR,
        'kind = "flood"',
        'kind = "floods"',
        "$.closure[0].kind",
        "which the vocabulary of kind lacks. It has ",
    ),
    (
        CP,
        "personal = { add",
        "pigeon = { add",
        "$.version[0].service.general.pigeon",
        "which the vocabulary of method lacks.",
    ),
    (
        CP,
        "closed = { court =",
        "closed = { curt =",
        "$.version[0].court_days.closed.curt",
        "which the vocabulary of role lacks. It has ",
    ),
    (
        DEADLINES,
        "complaint-served = 2026-02-02, tide",
        "complaint-server = 2026-02-02, tide",
        "$.deadline[1].examples[0].after.complaint-server",
        "which the vocabulary of trigger lacks.",
    ),
    (WORDS, '"the tide turned (aqua versa)"', '""', "$.trigger.tide-turned", "is ''"),
    (
        WORDS,
        "[kind]",
        "[kinds]",
        "$.kinds",
        "is no key of this table. Did you mean 'kind'",
    ),
    # Ids and places.
    (
        HEAD,
        'id = "xx"',
        'id = "xy"',
        "$.jurisdiction.id",
        "the file's place says 'xx'.",
    ),
    (
        CALENDAR,
        'id = "xx"',
        'id = "xy"',
        "$.calendar.id",
        "the file's place says 'xx'.",
    ),
    (HARBOUR, '"xx/harbour"', '"xx/harbor"', "$.calendar.id", "says 'xx/harbour'."),
    (CP, 'id = "xx/cp"', 'id = "xx/pc"', "$.rule.id", "says 'xx/cp'."),
    (DEADLINES, 'id = "xx/cp"', 'id = "xx/pc"', "$.pack.id", "says 'xx/cp'."),
    (
        COURTS,
        'id = "xx/tide"',
        'id = "xy/tide"',
        "$.court[2].id",
        "is 'xy/tide', and must begin with 'xx/' here.",
    ),
    (
        LOCAL,
        'court = "xx/north"',
        'court = "xx/high"',
        "$.local_rules.court",
        "the file's place says 'xx/north'.",
    ),
    (
        LOCAL,
        'id = "xx/north/rules"',
        'id = "xx/rules"',
        "$.local_rules.id",
        "begin it with 'xx/north/'.",
    ),
    # Order, twins.
    (
        CALENDAR,
        "through = 2035-12-31",
        "through = 1999-12-31",
        "$.calendar.horizon.through",
        "is 1999-12-31, before 2000-01-01. Swap the two.",
    ),
    (
        CALENDAR,
        "through = 2025-05-07",
        "through = 2025-05-04",
        "$.closure[0].through",
        "before 2025-05-05",
    ),
    (
        CALENDAR,
        'falls = "march 3"',
        'falls = "march 3"\nfrom = 2020-01-01\nthrough = 2019-01-01',
        "$.holiday[0].through",
        "before 2020-01-01",
    ),
    (
        CALENDAR,
        'id = "regatta"',
        'id = "founding-day"',
        "$.holiday[1].id",
        "is 'founding-day' for the second time here.",
    ),
    (
        CALENDAR,
        'id = "great-flood"',
        'id = "regatta"',
        "$.closure[0].id",
        "is 'regatta', the id of a holiday.",
    ),
    (CP, 'id = "deposit-box"', 'id = "order"', "$.dispute[1].id", "second time here"),
    (
        CP,
        "from = 2015-01-01",
        "from = 2000-01-01",
        "$.version[1].from",
        "is 2000-01-01, not after the version before it (2000-01-01).",
    ),
    (
        LOCAL,
        "[[deadline]]",
        "[[version]]\nfrom = 2009-01-01\n\n[[deadline]]",
        "$.version[1].from",
        "is 2009-01-01, not after the version before it (2010-01-01).",
    ),
    (COURTS, 'id = "xx/tide"', 'id = "xx/high"', "$.court[2].id", "second time here"),
    (DEADLINES, 'id = "21"', 'id = "20"', "$.deadline[1].id", "second time here"),
    (
        DEADLINES,
        'id = "21"',
        'id = " "',
        "$.deadline[1].id",
        "is ' ', and must be text",
    ),
    (DEADLINES, 'id = "21"', "id = 21", "$.deadline[1].id", "is 21, and must be text."),
    (
        DEADLINES,
        'id = "21"',
        'id = " 21 (a)"',
        "$.deadline[1].id",
        "is ' 21 (a)', and an id has no blanks: other programs store it. Write '21-",
    ),
    (
        DEADLINES,
        'id = "21"',
        'id = "21\\u00a0(a)"',
        "$.deadline[1].id",
        "and an id has no blanks",
    ),
    (
        CALENDAR,
        'id = "regatta"',
        'id = "regatta "',
        "$.holiday[1].id",
        "is 'regatta ', and an id has no blanks",
    ),
    (
        CP,
        'id = "deposit-box"',
        'id = "deposit box"',
        "$.dispute[1].id",
        "an id has no blanks: other programs store it. Write 'deposit-box', say.",
    ),
    (
        DEADLINES,
        'id = "21"',
        'id = "20/1"',
        "$.deadline[1].id",
        "is '20/1'. A pinpoint has no slash: leave the pack out.",
    ),
    (
        DEADLINES,
        "through = 2034-12-31",
        "through = 1999-12-31",
        "$.deadline[2].in_force.through",
        "before 2000-01-01",
    ),
    (
        DEADLINES,
        "from = 2030-01-01",
        "from = 2000-01-01",
        "$.deadline[0].version[0].from",
        "not after the version before it (2000-01-01)",
    ),
    # A rule's first version, and what a dispute must say.
    (
        CP,
        'days = { after = "every day", before = "every day", cite = "2" }\n',
        "",
        "$.version[0].days",
        "is missing. The first version of a rule without a base states it.",
    ),
    (
        CP,
        "[version.roll.before]\n",
        "[version.roll.after2]\n",
        "$.version[0].roll.after2",
        "is no key of this table. Did you mean 'after'?",
    ),
    (
        CP,
        (
            '[version.roll.before]\nto = "previous open day"\n'
            'closed = { court = ["legal-holiday", "flood"] }\ncite = "9"\n'
        ),
        "",
        "$.version[0].roll.before",
        "is missing. Write to = 'stay' if nothing moves.",
    ),
    (
        CP,
        'order = "roll, add, roll"\n',
        "",
        "$.version[0].service.general.order",
        "is missing. Say in which order the time is added.",
    ),
    (
        CP,
        'name = "yes"',
        'name = "yes; or no"',
        "$.dispute[0]",
        "has the answer 'yes; or no'. Write it without '; ', which stands between",
    ),
    (
        CP,
        'name = "yes"',
        'name = "no"',
        "$.dispute[0].reading[0].name",
        "which the adopted answer or another reading bears already",
    ),
    (
        CP,
        'reading = "yes"',
        'reading = "perhaps"',
        "$.dispute[0].settled[0].reading",
        "is 'perhaps', no answer here. These are: 'no', 'yes'.",
    ),
    (
        CP,
        'asks = "act"\n',
        "",
        "$.dispute[1].asks",
        "is missing. A question of fact names the input that settles it.",
    ),
    (
        CALENDAR,
        'adopted = "yes"\n',
        'adopted = "yes"\nfrom = 2020-01-01\nthrough = 2010-01-01\n',
        "$.dispute[0].through",
        "before 2020-01-01",
    ),
    # Examples.
    (
        CP,
        "after = 2026-02-18\n",
        "",
        "$.example[0]",
        "needs one of after, before, extending, served_on, first (found: none).",
    ),
    (CP, 'period = "10 days"\n', "", "$.example[0].period", "is missing."),
    (
        CP,
        'service = "mail"\ndue = 2026-03-02',
        "due = 2026-03-02",
        "$.example[1].service",
        "is missing. Say by which method service was made.",
    ),
    (
        CP,
        "due = 2026-03-02",
        'due = 2026-03-02\nforum = "xx"',
        "$.example[1].forum",
        "is not asked of a step of service. Take it out.",
    ),
    (
        DEADLINES,
        "examples = [{ after = 2026-02-02,",
        "examples = [{ before = 2026-02-02, after = 2026-02-02,",
        "$.deadline[0].examples[0]",
        "needs one of after, before, first (found: after and before).",
    ),
    (
        DEADLINES,
        "examples = [{ after = 2026-02-02,",
        'examples = [{ period = "2 days", after = 2026-02-02,',
        "$.deadline[0].examples[0].period",
        "is for examples of counting rules. Take it out.",
    ),
    # What a deadline says.
    (
        DEADLINES,
        'period = "21 days"\n',
        "",
        "$.deadline[0]",
        "needs one of period, later_of, earlier_of (found: none).",
    ),
    (
        DEADLINES,
        'trigger = "complaint-served"\n',
        "",
        "$.deadline[0].trigger",
        "is missing: a period runs from an event.",
    ),
    (
        DEADLINES,
        '{ remaining = "xx/cp/20" }',
        '{ remaining = "xx/cp/20", on = "hearing" }',
        "$.deadline[1].later_of[0]",
        "(found: remaining and on).",
    ),
    (
        DEADLINES,
        '{ period = "1 month", trigger = "tide-turned" }',
        '{ period = "1 month" }',
        "$.deadline[1].later_of[2].earlier_of[1].trigger",
        "is missing: a period runs from an event.",
    ),
    (
        DEADLINES,
        '{ remaining = "xx/cp/20" },\n',
        "{ later_of = [] },\n",
        "$.deadline[1].later_of[0].later_of",
        "is empty. Give at least one.",
    ),
    (
        DEADLINES,
        'period = "28 days"',
        'period = "28 days"\nlater_of = [{ on = "hearing" }]',
        "$.deadline[0].version[0]",
        "(found: period and later_of).",
    ),
]


@pytest.mark.parametrize(
    ("name", "old", "new", "path", "what"), ONE_BY_ONE, ids=ids_of(ONE_BY_ONE)
)
def test_a_malformed_file_is_refused_at_the_path(
    tmp_path: Path, name: str, old: str, new: str, path: str, what: str
) -> None:
    """The file, the path inside it, what stands there, and what could."""
    folder = copied(tmp_path)
    changed(folder, name, old, new)
    problems = refused(folder)
    told = [said for file, place, said in problems if (file, place) == (name, path)]
    assert told, problems
    assert any(what in said for said in told), told


#: What only the whole of the law shows.
OF_THE_WHOLE: list[tuple[str, ...]] = [
    (
        HEAD,
        'counting = "xx/cp"',
        'counting = "xx/pc"',
        "$.jurisdiction.counting",
        "refers to 'xx/pc'. There is no counting rule 'xx/pc'. Did you mean 'xx/cp'",
    ),
    (
        HEAD,
        'counting = "xx/cp"',
        'counting = "xx"',
        "$.jurisdiction.counting",
        "Name a rule of computation with its slash, 'xx/…'.",
    ),
    (
        HEAD,
        'legal_holidays = "xx"',
        'legal_holidays = "xx/state"',
        "$.jurisdiction.legal_holidays",
        "There is no calendar 'xx/state'.",
    ),
    (HARBOUR, 'based_on = "xx"', 'based_on = "xz"', "$.calendar.based_on", "'xz'"),
    (
        HARBOUR,
        'based_on = "xx"',
        'based_on = "xx/harbour"',
        "$.calendar.based_on",
        "leads back to 'xx/harbour' itself. Break the circle.",
    ),
    (
        HARBOUR,
        "from = 2005-01-01",
        "from = 1995-01-01",
        "$.calendar.horizon",
        "is wider than that of 'xx', 2000-01-01 to 2035-12-31.",
    ),
    (
        HARBOUR,
        '["regatta"]',
        '["regata"]',
        "$.calendar.without[0]",
        "is 'regata', an entry that is not there. Did you mean 'regatta'?",
    ),
    (
        CALENDAR,
        'observance = { saturday = "none", sunday = "next day" }',
        'without = ["qqq"]',
        "$.dispute[0].reading[0].without[0]",
        "is 'qqq', an entry that is not there. Check the id.",
    ),
    (
        CALENDAR,
        'adopted = "yes"\n',
        (
            'settled = [{ court = "xx/hihg", reading = "no", cite = "x" }]\n'
            'adopted = "yes"\n'
        ),
        "$.dispute[0].settled[0].court",
        "There is no court 'xx/hihg'. Did you mean 'xx/high'",
    ),
    (
        CP,
        'default_calendar = "xx"',
        'default_calendar = "xx/town"',
        "$.rule.default_calendar",
        "There is no calendar 'xx/town'.",
    ),
    (
        CP,
        'court = "xx/high", reading',
        'court = "xx/low", reading',
        "$.dispute[0].settled[0].court",
        "There is no court 'xx/low'.",
    ),
    (
        CP,
        'remove = ["short"]',
        'remove = ["shorts"]',
        "$.version[1].remove[0]",
        "is 'shorts', which was not there. Check the key, or leave it out.",
    ),
    (
        CP,
        'remove = ["short"]',
        'remove = ["roll"]',
        "$.version[1]",
        "lacks 'roll' from 2015-01-01 on, when everything is laid over.",
    ),
    (
        CP,
        '[version.service.general]\nmail = { add = "5 days"',
        '[version.service.other]\nmail = { add = "5 days"',
        "$.version[1]",
        "lacks 'order' from 2015-01-01 on",
    ),
    (
        CP,
        'name = "yes"\n',
        'name = "yes"\nremove = ["days"]\n',
        "$.dispute[0].reading[0]",
        "lacks 'days' from 2000-01-01 on",
    ),
    (
        CP,
        'name = "yes"\n',
        'name = "yes"\nremove = ["shorts"]\n',
        "$.dispute[0].reading[0].remove[0]",
        "'shorts'",
    ),
    (
        CP,
        'service_for = { after = "general"',
        'service_for = { after = "generally"',
        "$.version[0].service_for.after",
        "is 'generally'; the tables of service are: general.",
    ),
    (PRACTICE, 'base = "xx/cp"', 'base = "xx/zp"', "$.rule.base", "'xx/zp'"),
    (
        PRACTICE,
        'base = "xx/cp"',
        'base = "xx/harbour"',
        "$.rule.base",
        "leads back to 'xx/harbour' itself. Break the circle.",
    ),
    (
        PRACTICE,
        '["deposit-box"]',
        '["deposit"]',
        "$.rule.without_disputes[0]",
        "is 'deposit', and 'xx/cp' has no such dispute.",
    ),
    (
        PRACTICE,
        "from = 2010-01-01",
        "from = 1990-01-01",
        "$.version[0].from",
        "1990-01-01 is outside",
    ),
    (
        DEADLINES,
        'counting = "xx/cp"',
        'counting = "xx/zp"',
        "$.pack.counting",
        "There is no counting rule 'xx/zp'.",
    ),
    (
        DEADLINES,
        'service_extension = "general"\ncite = "20"',
        'service_extension = "general"\ncounting = "xx/zp"\ncite = "20"',
        "$.deadline[0].counting",
        "There is no counting rule 'xx/zp'.",
    ),
    (
        DEADLINES,
        'service_extension = "general"\ncite = "20"',
        'service_extension = "special"\ncite = "20"',
        "$.deadline[0].service_extension",
        "is 'special'; xx/cp has these tables: general.",
    ),
    (
        DEADLINES,
        'service_extension = "none" },',
        'service_extension = "special" },',
        "$.deadline[1].service_extension",
        "is 'special'; xx/cp has these tables: general.",
    ),
    (
        DEADLINES,
        'period = "40 days"',
        'period = "40 days"\nservice_extension = "special"',
        "$.deadline[0].dispute[0].reading[0].service_extension",
        "is 'special'; xx/cp has these tables: general.",
    ),
    (
        DEADLINES,
        'period = "40 days"',
        'period = "40 days"\nremove = ["days"]',
        "$.deadline[0].dispute[0].reading[0]",
        "lacks 'days'",
    ),
    (
        DEADLINES,
        'remaining = "xx/cp/20"',
        'remaining = "xx/cp/200"',
        "$.deadline[1]",
        "refers to 'xx/cp/200'. There is no deadline 'xx/cp/200'.",
    ),
    (
        DEADLINES,
        'remaining = "xx/cp/20"',
        'remaining = "xx/cp/21"',
        "$.deadline[1]",
        "leads back to 'xx/cp/21' itself. Break the circle.",
    ),
    (
        DEADLINES,
        'adopted = "no"\n',
        (
            'settled = [{ court = "xx/low", reading = "no", cite = "x" }]\n'
            'adopted = "no"\n'
        ),
        "$.deadline[0].dispute[0].settled[0].court",
        "There is no court 'xx/low'.",
    ),
    (
        COURTS,
        'counting = ["xx/cp", "xx/harbour"]',
        'counting = ["xx/cp", "xx/harbor"]',
        "$.court[0].counting[1]",
        "Did you mean 'xx/harbour'",
    ),
    (
        COURTS,
        'calendars = { court = "xx" }',
        'calendars = { court = "xx/hall" }',
        "$.court[0].calendars.court",
        "There is no calendar 'xx/hall'.",
    ),
    (COURTS, 'parent = "xx/high"', 'parent = "xx/low"', "$.court[1].parent", "xx/low"),
    (
        LOCAL,
        'counting = "xx/cp"',
        'counting = "xx/zp"',
        "$.local_rules.counting",
        "There is no counting rule 'xx/zp'.",
    ),
    (
        LOCAL,
        "[[version]]\nfrom = 2010-01-01",
        "[[version]]\nfrom = 1990-01-01",
        "$.version[0].from",
        "is 1990-01-01; xx/cp begins on 2000-01-01.",
    ),
    (
        LOCAL,
        'remove = ["completion"]',
        'remove = ["suspension"]',
        "$.version[0].remove[0]",
        "is 'suspension', which was not there.",
    ),
    (
        LOCAL,
        'remove = ["completion"]',
        'remove = ["trigger_day"]',
        "$.version[0]",
        "lacks 'trigger_day' from 2010-01-01 on",
    ),
    (
        LOCAL,
        'service_extension = "none"',
        'service_extension = "special"',
        "$.deadline[0].service_extension",
        "is 'special'; xx/cp has these tables: general.",
    ),
]


@pytest.mark.parametrize(
    ("name", "old", "new", "path", "what"), OF_THE_WHOLE, ids=ids_of(OF_THE_WHOLE)
)
def test_what_does_not_hold_together_is_refused(
    tmp_path: Path, name: str, old: str, new: str, path: str, what: str
) -> None:
    """A reference that leads nowhere, a version that cannot be counted with."""
    folder = copied(tmp_path)
    changed(folder, name, old, new)
    problems = refused(folder)
    told = [said for file, place, said in problems if (file, place) == (name, path)]
    assert told, problems
    assert any(what in said for said in told), told


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    """Several in one file, and in several files, by one refusal."""
    folder = copied(tmp_path)
    changed(folder, CALENDAR, 'falls = "march 3"', 'falls = "march 33"')
    changed(folder, CALENDAR, 'kind = "flood"', 'kind = "fire"')
    changed(folder, CALENDAR, "on = 2026-03-03\n", "")
    changed(folder, CP, 'is = "excluded"', 'is = "counted"')
    changed(folder, COURTS, 'name = "Tide Court"\n', "")
    changed(folder, DEADLINES, 'id = "21"', 'id = "20"')
    assert places(refused(folder)) == [
        (CALENDAR, "$.closure[0].kind"),
        (CALENDAR, "$.example[0].on"),
        (CALENDAR, "$.holiday[0].falls"),
        (CP, "$.version[0].trigger_day.is"),
        (COURTS, "$.court[2].name"),
        (DEADLINES, "$.deadline[1].id"),
    ]


def test_all_broken_references_are_told_at_once(tmp_path: Path) -> None:
    """One that leads nowhere does not hide another, nor what hangs on it."""
    folder = copied(tmp_path)
    changed(folder, HEAD, 'counting = "xx/cp"', 'counting = "xx/pc"')
    changed(folder, HARBOUR, 'based_on = "xx"', 'based_on = "xz"')
    changed(folder, DEADLINES, 'counting = "xx/cp"', 'counting = "xx/pc"')
    changed(folder, COURTS, 'parent = "xx/high"', 'parent = "xx/low"')
    assert {
        (HEAD, "$.jurisdiction.counting"),
        (HARBOUR, "$.calendar.based_on"),
        (DEADLINES, "$.pack.counting"),
        (COURTS, "$.court[1].parent"),
    } <= set(places(refused(folder)))


def test_a_circle_through_others_is_found(tmp_path: Path) -> None:
    """One calendar based on another that is based on the first, and so the rules."""
    folder = copied(tmp_path)
    changed(
        folder,
        CALENDAR,
        "[calendar.observance]",
        'based_on = "xx/harbour"\n[calendar.observance]',
    )
    changed(folder, CP, "verified = {", 'base = "xx/harbour"\nverified = {')
    assert places(refused(folder)) == [
        (CALENDAR, "$.calendar.based_on"),
        (HARBOUR, "$.calendar.based_on"),
        (CP, "$.rule.base"),
        (PRACTICE, "$.rule.base"),
    ]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("format = 1\n[calendar\n", "is not readable as TOML: "),
        ("format = 1\nformat = 1\n", "is not readable as TOML: "),
        (
            "format = 1\n# \xe9",
            "is not readable as TOML: line 2 is not in UTF-8. Save the file as UTF-8.",
        ),
        (
            "\xef\xbb\xbfformat = 1\n",
            "TOML: it begins with a byte order mark. Save it as UTF-8 without one.",
        ),
    ],
)
def test_a_file_that_is_no_toml_is_told_beside_the_others(
    tmp_path: Path, text: str, what: str
) -> None:
    """With the line, and without hiding what is wrong elsewhere."""
    folder = copied(tmp_path)
    (folder / HARBOUR).write_bytes(text.encode("latin-1"))
    changed(folder, HEAD, 'id = "xx"', 'id = "xy"')
    harbour, head = refused(folder)[0], refused(folder)[1]
    assert harbour[:2] == (HARBOUR, "$")
    assert what in harbour[2]
    assert head[:2] == (HEAD, "$.jurisdiction.id")


def test_a_meaning_that_is_no_text_is_told(tmp_path: Path) -> None:
    """A table in the place of a word's meaning is no reason to break off."""
    folder = copied(tmp_path)
    (folder / "xx" / "vocabulary.toml").write_text(
        'format = 1\n[fact]\ncapital = { from = "the sea" }\n', encoding="utf-8"
    )
    said = [
        p for p in refused(folder) if p[:2] == ("xx/vocabulary.toml", "$.fact.capital")
    ]
    assert said
    assert "text" in said[0][2]


def test_a_vocabulary_that_is_no_toml_leaves_no_word_to_judge_by(
    tmp_path: Path,
) -> None:
    """Then it alone is told: the words of all files hang on it."""
    folder = copied(tmp_path)
    (folder / WORDS).write_text("[", encoding="utf-8")
    assert places(refused(folder)) == [(WORDS, "$")]


@pytest.mark.parametrize(
    "name", ["lost.toml", "xx/lost.toml", "xx/laws/lost.toml", "xx/counting/a/b.toml"]
)
def test_a_file_that_lies_nowhere_is_told(tmp_path: Path, name: str) -> None:
    """A file that nothing reads would be believed to be in force."""
    folder = written(copied(tmp_path), {name: ""})
    assert refused(folder) == ((name, "$", NOWHERE),)


@pytest.mark.parametrize("name", ["calendar.toml", "counting/code.toml"])
def test_the_folder_of_one_jurisdiction_is_no_folder_of_law(
    tmp_path: Path, name: str
) -> None:
    """Whoever names it instead of the folder around it is told so."""
    folder = written(copied(tmp_path), {name: ""})
    what = (
        "stands in the folder of no jurisdiction. Put it into one, or name the folder "
        "that holds this one."
    )
    assert refused(folder) == ((name, "$", what),)


def test_what_tools_keep_in_a_folder_is_passed_over(tmp_path: Path) -> None:
    """A folder of law can be a repository of its own, with notes beside."""
    folder = written(copied(tmp_path), {".git/x.toml": "[", "xx/.cache/y.toml": "["})
    (folder / "NOTES.md").write_text("For lawyers.", encoding="utf-8")
    (folder / "__pycache__").mkdir()
    law = Law.bundled().with_folder(folder)
    assert set(law.jurisdictions()) - set(Law.bundled().jurisdictions()) == {"xx"}


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    """A mistyped path is no empty folder."""
    path = tmp_path / "misspelled"
    assert refused(path) == ((str(path), "$", "is no folder. Give the path of one."),)


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    """Neither is a single file, however good."""
    folder = copied(tmp_path)
    assert refused(folder / CP)[0][1] == "$"


def test_a_folder_in_the_place_of_a_file_is_told(tmp_path: Path) -> None:
    """What cannot be read is told, not raised from below."""
    folder = copied(tmp_path)
    (folder / "xx" / "calendars" / "odd.toml").mkdir()
    ((file, path, what),) = refused(folder)
    assert (file, path) == ("xx/calendars/odd.toml", "$")
    assert what.startswith("can't be read: ")


def test_a_folder_that_vanished_is_told(tmp_path: Path) -> None:
    """Between two questions, say."""
    folder = copied(tmp_path)
    law = Law.bundled().with_folder(folder)
    folder.rename(tmp_path / "elsewhere")
    with pytest.raises(LawError, match="is no folder that can be read"):
        law.jurisdictions()


def test_a_problem_alone_is_one_problem(tmp_path: Path) -> None:
    """The message counts."""
    folder = copied(tmp_path)
    changed(folder, HEAD, 'id = "xx"', 'id = "xy"')
    with pytest.raises(LawError, match=r"^1 problem in the law files\. Mend each"):
        Law.bundled().with_folder(folder)
    changed(folder, CALENDAR, 'id = "xx"', 'id = "xy"')
    with pytest.raises(LawError, match=r"^2 problems in the law files"):
        Law.bundled().with_folder(folder)
