"""What lawyers type who look for a deadline, and what they expect of the first three.

What is expected was judged by the entries of the law: a federal rule, where no state is
named. No search may know these words by themselves.
"""

from __future__ import annotations

from typing import Final

import legalcase as lc
from legalcase.law.book.finding.indexing.places import everyday_of
from legalcase.law.book.finding.searching.nearest import nothing_found

LAW: Final = lc.Law.bundled()
#: By what is typed, the ids of deadlines or clocks of which one is expected.
EXPECTED: Final[dict[str, tuple[str, ...]]] = {
    # Those that were asked.
    "idaho appeal": ("us-id/appeals/14(a)",),
    "cert petition": ("us/scotus/13.1",),
    "statute of limitations": (
        "us/28-usc/1658(a)",
        "us/28-usc/2401(a)",
    ),
    "speedy trial": (
        "us/18-usc/3161(b)",
        "us/18-usc/3161(c)(1)",
    ),
    "speedy trial nebraska": ("us-ne/criminal/29-1207",),
    "speedy trial california": ("us-ca/penal/1382(a)(2)",),
    "speedy trial kansas": ("us-ks/22-3402/22-3402(a)",),
    "cofc": ("us/28-usc/2501",),
    "fdcpa": ("us/15-usc/1692k(d)",),
    "fcra": ("us/15-usc/1681p",),
    "flsa": ("us/29-usc/255(a)",),
    "fmla": ("us/29-usc/2617(c)(1)",),
    "erisa": ("us/29-usc/1113",),
    "tila": ("us/15-usc/1640(e)",),
    "respa": ("us/12-usc/2614-servicing",),
    "eeoc charge": ("us/42-usc/2000e-5(e)(1)",),
    "aedpa": ("us/28-usc/2244(d)",),
    "adea": ("us/29-usc/626(e)", "us/29-usc/626(d)(1)(A)"),
    "answer california": ("us-ca/ccp/412.20(a)(3)",),
    "notice of appeal federal": ("us/frap/4(a)(1)(A)",),
    "jury demand": ("us/frcp/38(b)",),
    "motion to dismiss": ("us/frcp/12(a)(1)(A)(i)",),
    "eviction": (
        "us-az/eviction/12-1179",
        "us-co/county/304(b)(2)",
    ),
    "small claims appeal ohio": ("us-oh/appr/4(A)(1)",),
    "removal": ("us/28-usc/1446(b)(1)",),
    "interrogatories": ("us/frcp/33(b)(2)",),
    "summary judgment texas": ("us-tx/trcp/166a(d)(1)",),
    "discovery cutoff": ("us-ca/discovery/2024.020(a)-completion",),
    # The daily work of a civil case.
    "answer new york": (
        "us-ny/cplr-other/3012(b)-answer",
        "us-ny/cplr/320(a)",
    ),
    "answer texas": ("us-tx/trcp/99(b)",),
    "service of process": ("us/frcp/4(m)",),
    "amend complaint": ("us/frcp/15(a)(1)(A)",),
    "counterclaim answer": ("us/frcp/12(a)(1)(B)",),
    "initial disclosures": ("us/frcp/26(a)(1)(C)",),
    "expert disclosure": ("us/frcp/26(a)(2)(D)(i)",),
    "requests for admission": ("us/frcp/36(a)(3)",),
    "document request response": ("us/frcp/34(b)(2)(A)",),
    "subpoena objection": ("us/frcp/45(d)(2)(B)",),
    "motion to compel california": ("us-ca/discovery/2030.300(c)",),
    "magistrate objections": ("us/frcp/72(b)(2)",),
    "remand": ("us/28-usc/1447(c)",),
    "new trial motion": ("us/frcp/59(b)",),
    "jmol": ("us/frcp/50(b)",),
    "attorney fees motion": ("us/frcp/54(d)(2)(B)",),
    "unlawful detainer answer": ("us-ca/unlawful-detainer/1167(a)",),
    # After judgment.
    "appeal new york": ("us-ny/cplr/5513(a)",),
    "cross appeal": ("us/frap/4(a)(3)",),
    "extension of time to appeal": ("us/frap/4(a)(5)(A)(i)",),
    "opening brief": ("us/frap/31(a)(1)-opening",),
    "reply brief": ("us/frap/31(a)(1)-reply",),
    "appellee brief": ("us/frap/31(a)(1)-answering",),
    "rehearing en banc": ("us/frap/40(d)(1)",),
    "mandate": ("us/frap/41(b)",),
    "bankruptcy appeal": ("us/frbp/8002(a)(1)",),
    # Elsewhere.
    "proof of claim": (
        "us/frbp/3002(c)",
        "us/frbp/3002(c)(1)",
    ),
    "notice of appeal criminal": ("us/frap/4(b)(1)(A)",),
    "section 2255": ("us/28-usc/2255(f)",),
    "tax court petition": ("us/26-usc/6213(a)",),
    "medical malpractice": ("us-co/limitation/13-80-102.5(1)",),
}
#: Which of them are not met. They were 22 before a search looked at what meets a
#: deadline, where it arises and at synonyms, and before the plainer came first.
MISSED: Final = {
    # Every period of limitation fits alike, and a search has no reason to prefer one.
    "statute of limitations",
    # The answer to a petition has the shorter title.
    "answer new york",
}


def first_three(text: str) -> set[str]:
    """What the command shows first: deadlines, or what comes nearest, and clocks."""
    rules = lc.find_rules(text=text)[:3] or nothing_found(LAW, text).nearest[:3]
    clocks = LAW.find_clocks(text=text)[:3]
    return {*(rule.id for rule in rules), *(clock.id for clock in clocks)}


def test_what_is_expected_is_entered() -> None:
    """Or nothing could be expected of it."""
    known = {*LAW.names("deadline"), *LAW.names("clock")}
    assert {id_ for ids in EXPECTED.values() for id_ in ids} <= known


def test_what_is_expected_stands_among_the_first_three() -> None:
    """Of 59, all but two: who mends one of these takes it out of the list."""
    missed = {
        text for text, ids in EXPECTED.items() if first_three(text).isdisjoint(ids)
    }
    assert len(EXPECTED) == 59
    assert missed == MISSED


def test_whoever_asks_for_limitation_finds_periods_of_limitation() -> None:
    """Of hundreds that fit alike, those first."""
    rules = lc.find_rules(text="statute of limitations")
    assert {rule.current.nature for rule in rules[:20]} == {"limitation"}
    clocks = LAW.find_clocks(text="statute of limitations")
    assert {clock.nature for clock in clocks} == {"limitation"}


def test_every_everyday_word_finds_what_it_stands_for() -> None:
    """One of its ways at least, or it is no word of the law."""
    for said in everyday_of(LAW):
        assert lc.find_rules(text=" ".join(said)) or LAW.find_clocks(
            text=" ".join(said)
        ), said
