"""Words that stand beside a time say how long it is, as far as a program can tell.

A quotation can be right and be about something else: the manner of service where three
days are added, or the text of another year. What these tests let pass, a lawyer must
still read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

import pytest

import legalcase as lc
from legalcase.counting.rules.words.overlay import lay_over
from legalcase.law.files.quotations import quoting, words_by_version

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from legalcase.law.files.folder import LawFile

FOLDER = lc.Law.bundled().folders[0]
FILES: Final = [
    file
    for name in sorted(FOLDER.all_names())
    if (file := FOLDER.read(name)) is not None
]
SPELLED: Final = {
    1: "one|first|a|an|a single|next|eine?[rsnm]?|folgende[rsnm]?",
    2: "two|second|zweite?[rsnm]?|zwei",
    3: "three|third|drei",
    4: "four|vier",
    5: "five|fifth|fünf",
    6: "six|sechs",
    7: "seven|seventh|sieben",
    8: "eight|acht",
    9: "nine|neun",
    10: "ten|zehn",
    11: "eleven",
    12: "twelve|zwölf",
    13: "thirteen",
    14: "fourteen",
    15: "fifteen",
    16: "sixteen",
    17: "seventeen",
    18: "eighteen",
    20: "twenty",
    21: "twenty-one",
    28: "twenty-eight",
    30: "thirty",
    35: "thirty-five",
    40: "forty",
    45: "forty-five",
    49: "forty-nine",
    60: "sixty",
    70: "seventy",
    75: "seventy-five",
    90: "ninety",
    91: "ninety-one",
    120: "one hundred twenty",
    180: "one hundred eighty",
    182: "one hundred eighty-two",
}
#: Deadlines whose number stands in another text than the words quoted, and in which.
ELSEWHERE: Final = {
    "at/zpo/464(3)": "the time for the appeal: four weeks, 464(1)",
    "at/zpo/464(3)-refused": "the time for the appeal: four weeks, 464(1)",
    "at/zpo/507a(2)": "four weeks, 507a(1)",
    "us-az/civ/15(a)(1)(B)": "the time to respond to a motion: ten days, 7.1(a)(3)",
    "us-az/discovery/34(b)(3)(A)": "sixty days of the summons: the next sentence",
    "us-az/family/60(b)(1)": "sixty days of the summons, as in Rule 62",
    "us-ca/ccp/435(b)(1)": "the time to respond to a pleading: 30 days, 412.20(a)(3)",
    "us-ca/ccp/473(b)": "six months, or 182 days: Jimenez v. Chavez",
    "us-ca/ccp/629(b)": "the time for a new trial: 15 and 180 days, 659(a)(2)",
    "us-ca/crc/8.500(e)(1)": "thirty days until the decision is final, and ten more",
    "us/frbp/8009(b)(1)": "the time of 8009(a)(1): 14 days",
    "us-ne/statutes/25-1332(1)-opposing": "prior to the day of hearing",
    "us-ne/limitation/25-213-tort": "the time of 25-206 and 25-207: four years",
    "us-ne/limitation/25-213-written": "the time of 25-205(1): five years",
    "us-ne/limitation/25-213-professional": "the time of 25-222: two years",
    "us-il/civil/2-1105(a)-defendant": "the time for the answer: thirty days, R. 181",
    "us-mn/appeals/104.01-2": "the time of subdivision 1: sixty days",
    "us-mn/limitation/573.02-1-malpractice": "the time of 541.076: four years",
    "us-mn/rcp/50.02": "the time for a new trial: thirty days, 59.03",
    "us-mt/district-code/25-7-105(1)(a)": "more than 30 days: the 31st is the last",
    "us-mt/justice-code/25-7-105(1)(b)": "more than 10 days: the 11th is the last",
    "us-ks/civil/60-2002(b)": "more than 21 days: the 22nd is the last",
    "us-mn/rcp/68.01(a)": "more than 14 days: the 15th is the last",
    "us-nc/rcp/68(a)-offer": "more than 10 days: the 11th is the last",
    "us-mo/appeals/81.04(a)": "final thirty days after entry: 81.05(a)",
    "us-mo/appeals/81.07(a)": "final thirty days after entry: 81.05(a)",
    "us-mt/civil/68(a)": "more than 14 days: the 15th is the last",
    "us-ak/civil/68(a)": "more than 10 days: the 11th is the last",
    "us-me/civil/68": "more than 10 days: the 11th is the last",
    "us-me/app/20(b)": "the time of 2B(b)(1): twenty-one days",
    "us-me/eviction/6008(1)": "the writ issues seven calendar days after: 6005",
    "us-ok/limitation/51-157(B)": "deemed denied after 90 days, and 180 more",
    "us-nd/app/4(a)(3)": "the time of 4(a)(1): sixty days",
    "us-nv/civil/68(a)": "more than 21 days: the 22nd is the last",
    "us-al/civil/15(a)-amend": "more than 42 days: the 43rd is the last",
    "us-al/civil/68": "more than 15 days: the 16th is the last",
    "us-nm/crim/5-601(E)(2)": "the time for the appeal: thirty days, 12-201(A)(1)(b)",
    "us-sd/appeals/15-26A-6-deemed": "the time for the appeal: thirty days",
    "us-sd/appeals/15-26A-6-motion": "the time for the appeal: thirty days",
    "us-ny/cplr/5514(a)": "the time of 5513: thirty days",
    "us-sc/appeals/243(b)": "the time of 203(b)(1): thirty days",
    "us-nj/rules/4:58-1(a)": "more than 20 days before: the twenty-first is the last",
    "us-oh/crimr/2945.71(C)(2)": "two hundred seventy, in words",
    "us-nc/gs/45-21.27(a)": "on the tenth day",
    "us-ct/cgs/45a-186(b)": "on or before the thirtieth day",
    "us-or/orcp/15-A-counterclaim": "the time of 7 C(2): 30 days",
    "us-tx/code/17.505(d)": "before the 11th day: the tenth is the last",
    "us-tx/judgment/329b(g)": "the time for a new trial: thirty days, 329b(a)",
    "us-va/appeals/5A:15A(a)(2)": "on the fourteenth day",
    "us-wa/statutes/61.24.090(1)": "prior to the eleventh day before: the twelfth",
    "us/28-usc/2636(a)(1)": "one hundred and eighty, in words",
    "us/28-usc/2636(a)(2)": "one hundred and eighty, in words",
    "us/frcp/26(e)(2)": "30 days before trial, 26(a)(3)(B)",
    "us-ga/ocga/9-11-55(a)-default": "the time of 9-11-12(a), thirty days",
    "us-ga/limitation/9-3-90": "the time of 9-3-33: two years",
    "us-ga/limitation/9-3-90-property": "the time of 9-3-25 to 9-3-32: four years",
    "us-ga/ocga/9-11-4(h)-late": "the time of 9-11-12(a), thirty days",
}
#: What runs to the later of several days by other words than these.
LATER: Final = re.compile(
    r"later|latest|long|last|closer|extend|remaining|the greater of", re.IGNORECASE
)
#: What is done more than so many days before another event.
MORE_BEFORE: Final = re.compile(r"(?<!not )(?<!nor )[Mm]ore than (\d+) days before")
LATER_BY: Final = {
    "us-ca/ccp/170.6(a)(2)": "of who appears after the notice",
    "us-ca/ccp/473(b)": "six months, or 182 days: Jimenez v. Chavez",
    "us-ca/crc/8.108(b)(1)": "8.108(a): an extension never shortens the normal time",
    "us-ca/crc/8.108(c)": "8.108(a): an extension never shortens the normal time",
    "us-ca/crc/8.108(d)(1)": "8.108(a): an extension never shortens the normal time",
    "us-ca/crc/8.108(e)": "8.108(a): an extension never shortens the normal time",
    "us-ca/fam/242(a)": "the order is decided on the petition's day, or after: 246",
    "us-co/acts/13-22-223(2)": "the award as corrected is another award",
    "us-co/acts/13-22-224(1)": "the award as corrected is another award",
    "us-co/car/3.4(b)(1)": "from the mailing of the notice, which follows the entry",
    "us-co/limitation/6-1-115": "within the one or within the other",
    "us/frbp/3002(c)(1)-tax-return": "in time within the one or within the other",
    "us-mn/rcp/33.01(b)": "except that a defendant may within 45 days of summons",
    "us-mn/rcp/36.01": "not required before 45 days of the summons expire",
    "us-wa/statutes/26.09.030": "since the filing and since service: both",
    "us-mo/appeals/81.07(a)": "final on the thirtieth day, or by a ruling: 81.05(a)",
    "us-mt/civil/33(b)(2)": "except that a defendant may within 45 days of process",
    "us-mt/civil/36(a)(3)": "not required before 45 days of process expire",
    "us-nd/app/4(a)(1)": "notice of an entry follows it: the entry never decides",
    "us-nd/civ/33(b)(2)": "a defendant need not before 45 days of process",
    "us-nd/civ/34(b)(2)(A)": "a defendant need not before 45 days of process",
    "us-nd/civ/36(a)(3)": "a defendant need not before 45 days of process",
    "us-nd/civ/60(c)(1)": "notice of an entry follows it: the entry never decides",
    "us-ok/civil/13(b)": "not due before 45 days of the first summons",
    "us-al/civil/34(b)": "except that a defendant may within 45 days of process",
    "us-nv/habeas/34.726(1)": "or, if an appeal was taken, from the remittitur",
    "us-ny/cplr/5513(a)": "notice of an entry follows it: the entry never decides",
    "us-sd/appeals/15-26A-6": "notice of an entry follows it: the entry never decides",
    "us-sd/circuit/15-6-33(a)": "except that a defendant may within 45 days of process",
    "us-sd/circuit/15-6-36(a)": "not required before 45 days of process expire",
    "us-nm/civ/1-033(C)(3)": "except that a defendant may within 45 days of process",
    "us-nm/civ/1-034(B)": "but a defendant may within 45 days of process",
    "us-nm/civ/1-036(A)": "not required before 45 days of process expire",
    "us-hi/civil/33(b)(3)": "except that a defendant may within 45 days of process",
    "us-hi/civil/36(a)": "not required before 45 days of process expire",
    "us-hi/district/33(a)": "except that a defendant may within 15 days of process",
    "us-hi/district/36(a)": "not required before 15 days of process expire",
    "us-hi/limitation/657-4": "it accrues on discovery: 65 Haw. 478 (1982)",
    "us-hi/limitation/657-7": "it accrues on discovery: 65 Haw. 84 (1982)",
    "us-vt/civ/33(a)": "except that a defendant may within 42 days of process",
    "us-vt/civ/34(b)": "except that a defendant may within 42 days",
    "us-vt/civ/36(a)": "not required before 42 days of process expire",
    "us-sc/acts/62-1-308(a)": "notice of an entry follows it: the entry never decides",
    "us-sc/acts/62-1-308(b)": "notice of an entry follows it: the entry never decides",
    "us-sc/appeals/203(b)(1)": "notice of an entry follows it: the entry never decides",
    "us-sc/appeals/243(b)": "notice of an entry follows it: the entry never decides",
    "us-sc/civil/33(a)": "except that a defendant may within 45 days of process",
    "us-sc/civil/34(b)": "except that a defendant may within 45 days of process",
    "us-sc/civil/36(a)": "not required before 45 days of process expire",
    "us-wi/trial/804.08(1)(b)": "except that a defendant may within 45 days of summons",
    "us-wi/trial/804.11(1)(b)": "not required before 45 days of the summons expire",
    "us-nc/rcp/33(a)": "except that a defendant may within 45 days of process",
    "us-nc/rcp/34(b)": "except that a defendant may within 45 days of process",
    "us-nc/rcp/36(a)": "a defendant need not before 60 days of process",
    "us-nj/special-civil/6:3-1(3)-cross-claim": "4:7-5(c): whichever is later",
    "us-az/discovery/33(b)(1)": "a defendant may within 60 days of the summons",
    "us-az/discovery/34(b)(3)(A)": "a defendant may within 60 days of the summons",
    "us-az/discovery/36(a)(4)": "a defendant may within 60 days of the summons",
    "us-az/family/60(b)(1)": "or, a respondent, within 60 days of the summons",
    "us-az/family/62(b)(2)(A)": "or, a respondent, within 60 days of the summons",
    "us-az/family/64(a)(4)": "or, a respondent, within 60 days of the summons",
    "us-fl/civ-p/1.340(a)(9)": "except that a defendant may within 45 days of process",
    "us-fl/civ-p/1.350(b)(3)": "except that a defendant may within 45 days of process",
    "us-ma/rcp/34(b)(2)(A)": "except that a defendant may within 45 days of summons",
    "us-tn/civ/36.01": "not required before 45 days of process expire",
    "us-fl/fam-p/12.370(a)(3)": "not required before 45 days of process expire",
    "us-de/super/33": "except that a defendant may within 45 days of summons",
    "us-de/super/34(b)": "except that a defendant may within 45 days of summons",
    "us-wa/discovery/33(a)": "except that a defendant may within 40 days of summons",
    "us-wa/discovery/34(b)(3)(A)": "except that a defendant may within 40 days",
    "us-wa/discovery/36(a)": "not required before 40 days of the summons expire",
    "us-pa/rcp/4014(b)": "not required before 45 days of process expire",
    "us-ga/ocga/5-6-35(d)": "when a motion has been filed, from the order on it",
    "us-ga/ocga/5-6-38(a)": "when a motion has been filed, from the order on it",
    "us-ga/ocga/9-11-33(a)(2)": "except that a defendant may within 45 days of process",
    "us-ga/ocga/9-11-34(b)(2)": "except that a defendant may within 45 days of process",
    "us-ga/ocga/9-11-36(a)(2)": "not required before 45 days of process expire",
    "us-co/county/411(a)": "if the notice is mailed, from the mailing",
    "us-or/orcp/43-B(2)": "no production before 45 days of summons",
    "us-or/orcp/45-B": "not required before 45 days of process expire",
    "us-ia/civil/1.510(2)": "not required before 60 days of the original notice expire",
    "us-ia/acts/822.3": "in the event of an appeal, from the procedendo after it",
    "us-ks/civil/60-233(b)(2)": "except that a defendant may within 45 days of process",
    "us-ks/civil/60-234(b)(2)(A)": "a defendant may within 45 days of process",
    "us-ks/civil/60-236(a)(3)": "except that a defendant may within 45 days of process",
    "us-ky/civil/33.01(2)": "except that a defendant has 45 days from the summons",
    "us-ne/statutes/25-1914": "or within thirty days after the order on a motion",
    "us-ky/civil/73.02(1)(a)": "from the note of service: from the entry provisional",
    "us-or/ors/138.510(3)": "if an appeal is taken, from the day that it is final",
    "us-ct/cgs/52-215": "in time within the one or within the other",
    "us-oh/appr/4(B)(1)": "in time within the one or within the other",
    "us-mi/appeals/7.204(A)(2)": "from the judgment, or from the order on a motion",
    "us-mi/mcr/2.309(B)(4)": "except that a defendant may within 42 days of service",
    "us-mi/mcr/2.312(B)(1)": "a defendant may within 42 days of the summons",
    "us-mi/mcr/2.508(B)(1)": "after the answer or a timely reply",
    "us-pa/rap/1113(a)": "an application in time: for all, from the order on it",
    "us-tx/justice/506.1(a)": "the motion, if any, is denied after the judgment",
    "us-tx/limitations/17.565": "or within two years of the discovery",
    "us-tx/trap/68.2(b)": "even if the time has expired: it is added, not taken",
    "us-ak/appeals/204(a)(1)-criminal": "distribution follows entry",
    "us-ak/appeals/204(a)(1)-state": "distribution follows entry",
    "us-ak/civil/60(b)": "distribution follows entry",
    "us-ak/civil/62(a)": "distribution follows entry",
    "us-ak/civil/79(b)": "distribution follows entry",
    "us-ak/criminal/35(b)(1)": "distribution follows entry",
    "us-ak/limitation/09.10.053": "accrual, as read: on discovery",
    "us-ak/limitation/09.10.070(a)": "accrual, as read: on discovery",
    "us-ak/limitation/09.55.580(a)": "accrual, as read: on discovery",
    "us-ak/limitation/09.10.120(a)": "accrual, as read: on discovery",
    "us/28-usc/1446(b)(1)": "Murphy Bros.: nothing runs before formal service",
}


def text_of(words: str | Mapping[str, str]) -> str:
    """The words, and what they say in English."""
    if isinstance(words, str):
        return words
    return " ".join(words[key] for key in ("text", "english") if key in words)


def says(number: int, text: str) -> bool:
    """If a number stands in a text, in figures or spelled."""
    spelled = SPELLED.get(number, str(number))
    found = rf"(?<![\w.]){number}(?!\d)|\b(?:{spelled})\b"
    return re.search(found, text, re.IGNORECASE) is not None


def says_so(number: int, period: str, text: str) -> bool:
    """If a number of a period stands in a text; days can be so many weeks."""
    weeks, rest = divmod(number, 7)
    in_weeks = rest == 0 and "day" in period and says(weeks, text)
    return says(number, text) or (
        in_weeks and re.search("week|Woche", text) is not None
    )


def numbers(period: str) -> list[int]:
    """The amounts of a period."""
    return [int(one) for one in re.findall(r"\d+", period)]


def periods(table: Any) -> Iterator[str]:
    """The periods of a deadline or a version, and of its members."""
    for key in ("later_of", "earlier_of"):
        for member in table.get(key, ()):
            yield from periods(member)
    if "period" in table:
        yield table["period"]


def deadlines() -> Iterator[tuple[str, Mapping[str, Any]]]:
    """(id, table) of every deadline of the package."""
    for file in FILES:
        head = file.raw.get("pack") or file.raw.get("local_rules") or {}
        for table in file.raw.get("deadline", ()):
            yield f"{head['id']}/{table['id']}", table


def texts(table: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any], str]]:
    """(first day, period or members, words) of each text of a deadline."""
    keys = ("period", "later_of", "earlier_of")
    quoted = [words for _, words in words_by_version(table)]
    stated: Mapping[str, Any] = {}
    for version, words in zip((table, *table.get("version", ())), quoted, strict=True):
        stated = {key: version[key] for key in keys if key in version} or stated
        yield str(version.get("from", "")), stated, text_of(words or "")


def test_the_words_of_a_deadline_name_its_periods() -> None:
    """In figures or spelled; or it is said where else the number stands."""
    found = {
        name
        for name, table in deadlines()
        for _, stated, words in texts(table)
        for period in periods(stated)
        if words
        and not all(says_so(number, period, words) for number in numbers(period))
    }
    assert found == set(ELSEWHERE)


def test_of_more_than_so_many_days_before_the_next_is_the_last() -> None:
    """On the day itself there are just so many left, and no more: it is too late."""
    found = {
        name: (int(match[1]), stated.get("period"))
        for name, table in deadlines()
        for _, stated, words in texts(table)
        if (match := MORE_BEFORE.search(words))
        and table.get("direction") == "before"
        and table["bound"] == "not later than"
    }
    assert len(found) >= 6
    assert {
        name: each for name, each in found.items() if each[1] != f"{each[0] + 1} days"
    } == {}


def test_the_later_of_several_days_rests_on_words_that_say_so() -> None:
    """Else the earliest is taken: what nobody says must not make a time longer."""
    found = {
        name
        for name, table in deadlines()
        for _, stated, words in texts(table)
        if words and "later_of" in stated and not LATER.search(words)
    }
    assert found == set(LATER_BY)


def test_what_lets_one_act_names_no_other_time() -> None:
    """`permissive` holds for every text of a deadline, and so must its words."""
    found = [
        (name, day, number)
        for name, table in deadlines()
        for number in re.findall(
            r"(\d+) (?:days|months|years)", table.get("permissive", {}).get("words", "")
        )
        for day, stated, _ in texts(table)
        if int(number) not in {n for one in periods(stated) for n in numbers(one)}
    ]
    assert found == []


def settings(file: LawFile) -> Iterator[tuple[str, str, Mapping[str, Any], str]]:
    """(first day, path, setting, words) of what a counting rule adds or compares."""
    laid: dict[str, Any] = {}
    for version in file.raw.get("version", ()):
        laid = lay_over(laid, version)
        for path, setting in _cited(laid, ""):
            quoted = quoting(
                file.raw.get("words", ()), setting["cite"], version["from"]
            )
            words = " ".join(text_of(one["words"]) for one in quoted)
            if words:
                yield str(version["from"]), path, setting, words


def _cited(table: Any, path: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    if isinstance(table, dict):
        if "cite" in table:
            yield path, table
        for key, value in table.items():
            yield from _cited(value, f"{path}/{key}")


@pytest.mark.parametrize(
    "file", [file for file in FILES if file.sort == "counting"], ids=lambda f: f.name
)
def test_the_words_of_a_setting_name_what_it_adds(file: LawFile) -> None:
    """Of the days for service, and of the lengths that count otherwise."""
    found = [
        (day, path, setting[key])
        for day, path, setting, words in settings(file)
        for key in ("add", "periods", "times")
        if isinstance(setting.get(key), str)
        and not all(says(number, words) for number in numbers(setting[key]))
    ]
    assert found == []


def test_what_is_added_is_looked_for_at_all() -> None:
    """The check above sees the three days of Rule 6(d), and would miss four."""
    file = FOLDER.read("us/counting/frcp.toml")
    assert file is not None
    seen = {path: words for _, path, _, words in settings(file)}
    assert says(3, seen["/service/general/mail"])
    assert not says(4, seen["/service/general/mail"])
