"""What one may do, and need not: it lapses, and is never overdue."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

import legalcase as lc
import legalcase.model as m
from clerk_cases import LAW, case, d, filed, judged, record, rows, served, set_all
from legalcase.errors import ConflictingInputError, UnknownNameError
from legalcase.oversight import agenda, health

THIRD_PARTY = "us/frcp/14(a)(1)"
AMEND = "us/frcp/15(a)(1)(A)"
ANSWER = "us/frcp/12(a)(1)(A)(i)"
#: What the rules of the bundled law let a party do, where nothing else is lost by it.
MAY = {
    "us/28-usc/2645(b)",
    "us/37-cfr/42.107(b)",
    "us/37-cfr/42.207(b)",
    "us/37-cfr/2.142(b)(1)-reply",
    "us/37-cfr/41.41(a)",
    "us/37-cfr/42.71(d)(1)",
    "us/38-usc/7292(b)(1)",
    "us/tax-court/36(a)-motion",
    "us/tax-court/161",
    "us/tax-court/162",
    "us/vet-app/10(b)-response",
    "us/vet-app/31(a)(3)",
    "us/vet-app/34(b)",
    "us/vet-app/39(a)(2)",
    "us-az/crim/31.6(e)-reply",
    "us-az/family/6(d)(1)",
    "us-az/family/79(b)(3)",
    "us-az/family/84(b)",
    "us-az/judgment/58(a)(2)(B)(i)",
    "us-ca/crc/8.500(e)(4)",
    "us-ca/crc/8.500(e)(5)",
    "us-mi/mcr/2.116(G)(1)(a)(iii)",
    "us-mi/mcr/2.405(C)(1)",
    "us-ny/cplr-other/3221",
    "us-ny/cplr-other/3221-accept",
    "us-ny/cplr-other/317",
    "us-oh/appr/18(A)-reply",
    "us-oh/appr/25(A)",
    "us-oh/appr/15(A)-reply",
    "us-oh/civr/53(D)(2)(b)",
    "us-oh/sctprac/18.02(A)(1)",
    "us-nj/appeals/2:11-1(b)(2)(B)",
    "us-nj/appeals/2:6-11(a)-reply",
    "us-nj/rules/1:6-3(a)-reply",
    "us-nj/rules/4:17-5(a)-compel",
    "us-nj/rules/4:46-1-reply",
    "us-nj/rules/4:49-1(b)-cross",
    "us-nj/rules/4:58-1(a)",
    "us-nj/rules/4:7-5(c)",
    "us-nj/rules/4:8-1(a)",
    "us-nj/rules/4:9-1-amend",
    "us-nj/special-civil/6:3-1(3)-cross-claim",
    "us-nj/special-civil/6:3-1(3)-third-party",
    "us-az/arcap/15(a)(3)",
    "us-ma/rcp/14(a)",
    "us-az/arcap/23(b)(2)(C)",
    "us-az/arcap/6(a)(2)-reply",
    "us-az/civ/14(a)(1)",
    "us-az/civ/15(a)(1)(A)",
    "us-az/civ/15(a)(1)(B)",
    "us-az/civ/56(b)(3)",
    "us-az/civ/7.1(a)(3)-reply",
    "us-az/crim/1.9(b)-reply",
    "us-az/crim/31.13(a)(3)",
    "us-az/crim/31.21(b)(2)(B)",
    "us-az/eviction/15(d)-reply",
    "us-az/family/35(a)(3)-reply",
    "us-az/justice/119(a)",
    "us-az/justice/128(e)-reply",
    "us-az/justice/129(b)-reply",
    "us-co/car/31(a)-cross-reply",
    "us-co/car/31(a)-reply",
    "us-co/car/40(a)(1)",
    "us-co/crcp/56(c)",
    "us-co/crcp/56(c)-cross",
    "us-fl/civ-p/1.190(a)-amend",
    "us-ga/ct-app/23(c)",
    "us-ga/ocga/5-6-42-designation",
    "us-ga/ocga/9-11-14(a)",
    "us-wa/cr/14(a)",
    "us-wa/cr/15(a)-once",
    "us-wa/crlj/59(b)",
    "us-wa/crr/7.4(b)",
    "us-wa/crr/7.5(b)",
    "us-wa/crr/7.8(b)",
    "us-wa/discovery/56(c)-rebuttal",
    "us-wa/judgment/50(b)",
    "us-wa/judgment/52(b)",
    "us-wa/judgment/59(b)",
    "us-wa/judgment/59(h)",
    "us-wa/judgment/60(b)",
    "us-wa/rap/9.5(c)",
    "us-wa/rap/12.4(b)",
    "us-wa/rap/13.4(d)-respondent",
    "us-wa/rap/13.4(d)-petitioner",
    "us-wa/rap/13.7(d)",
    "us-wa/rap/17.4(e)-movant",
    "us-wa/rap/17.7(a)",
    "us-wa/rap/18.1(e)-claimant",
    "us-wa/rcw/34.05.470(1)",
    "us-ga/ocga/9-11-41(a)(1)(A)",
    "us-ga/ocga/9-11-68(a)",
    "us-ga/ocga/9-15-14(e)",
    "us-nc/rap/28(h)",
    "us-nc/rcp/14(a)",
    "us-nc/rcp/15(a)",
    "us-wa/sccar/7.1(a)",
    "us-tx/code/27.003(b)",
    "us-tx/trcp/166a(e)(1)",
    "us-tx/trcp/91a.3(a)",
    "gb-eaw/cpr/24.5(2)",
    "gb-eaw/cpr/36.5(1)(c)",
    "gb-eaw/cpr/36.8(1)",
    "us-mi/mcr/2.204(A)(1)",
    "us-il/appeals/343(a)-reply",
    "us-il/appeals/343(b)(1)-reply",
    "us/28-usc/2344",
    *(f"us/scotus/{rule}" for rule in ("13.5", "15.3", "18.6", "25.3", "28.3")),
    *("us/scotus/44.1", "us/scotus/44.2"),
    "us/11-usc/362(c)(4)(B)",
    "us/11-usc/521(i)(3)",
    "us/11-usc/524(c)(4)",
    "us/28-usc/1292(b)",
    "us/28-usc/1453(c)(1)",
    "gb-eaw/cpr/8.5(5)",
    "us/frap/24(a)(5)",
    "us/frap/27(a)(4)",
    "us/frap/31(a)(1)-reply",
    "us/frap/4(a)(5)(A)(i)",
    "us/frap/4(a)(6)",
    "us/frap/40(d)(1)",
    "us/frap/40(d)(1)-united-states",
    "us/frbp/3004",
    "us/frbp/4003(a)",
    "us/frbp/8018(a)(3)",
    "us/frcrp/7(f)",
    THIRD_PARTY,
    AMEND,
    "us/frcp/12(f)(2)",
    "us/frcp/15(a)(1)(B)",
    "us/frcp/23(f)",
    "us/frcp/30(e)(1)",
    "us/frcp/50(b)",
    "us/frcp/52(b)",
    "us/frcp/54(d)(1)",
    "us/frcp/56(b)",
    "us/frcp/59(b)",
    "us/frcp/59(c)",
    "us/frcp/59(e)",
    "us/frcp/60(c)(1)",
    "us/frcp/68(a)-accept",
    "us/frcp/68(a)-offer",
    "us/frcp/68(c)",
    "us/frcrp/29(c)(1)",
    "us/frcrp/33(b)(1)",
    "us/frcrp/33(b)(2)",
    "us/frcrp/35(a)",
    "us/frcrp/35(b)(1)",
    "us-ca/ccp/170.6(a)(2)",
    "us-ca/ccp/425.16(f)",
    "us/nysd/civil-rules/6.3",
    "us/njd/l-civ-r/7.1(d)(3)",
    "us/njd/l-civ-r/7.1(i)",
    "us/paed/civ-r/7.1(g)",
    "us/ded/lr/7.1.5",
    "us/dcd/lcvr/7(d)",
    "us-ca/ccp/430.40(a)",
    "us-ca/ccp/435(b)(1)",
    "us-ca/ccp/998(b)(2)",
    "us-ca/ccp/998(b)-offer",
    "us-ca/crc/8.212(a)(3)",
    "us-ca/crc/8.268(b)(1)",
    "us-ca/discovery/2034.220",
    "us-ca/discovery/2034.280(a)",
    "us-ny/court-acts/cca-909",
    "us-ny/cplr/2215",
    "us-ny/cplr/3025(a)",
    "us-ny/cplr/3025(a)-response",
    "us-ny/cplr/3123(a)",
    *("us-mi/mcr/2.118(A)(1)", "us-mi/mcr/2.118(A)(1)-own"),
    "us-mi/mcr/2.602(B)(3)-notice",
    *("us-oh/civr/15(A)-own", "us-oh/civr/15(A)-response-required"),
    *("us-oh/civr/59(B)", "us-oh/civr/59(B)-late-notice", "us-oh/civr/6(C)(1)-reply"),
    *("us-oh/crimr/33(B)", "us-oh/crimr/33(B)-leave", "us-oh/appr/26(A)(1)(b)-reply"),
    *("us-oh/crimr/33(B)-evidence", "us-oh/crimr/33(B)-evidence-leave"),
    *("us-oh/civr/60(B)", "us-oh/limitations/2305.19(A)"),
    "us-ct/cgs/52-192a-offer",
    "us-dc/acts/16-5502(a)",
    "us-dc/appeal-motions/27(a)(4)(A)",
    "us-dc/appeal-motions/5(b)(2)",
    "us-dc/civil/73(b)(4)(B)",
    "us-dc/criminal/35(b)(1)",
    "us-dc/criminal/35(b)(1)-mandate",
    "us-or/orcp/22-C(1)",
    "us-or/orcp/47-C",
    "us-or/orcp/54-E(1)",
    "us-or/orcp/68-C(4)(c)",
    *(f"us-va/rules/3:9(b)({one})" for one in ("i", "ii")),
    *("us-ia/civil/1.246(1)", "us-ia/civil/1.402(4)", "us-ia/civil/1.431(5)"),
    *("us-ia/civil/1.943", "us-ia/civil/1.981(3)"),
    *("us-ks/civil/60-214(a)(1)", "us-ks/criminal/22-3501(1)-evidence"),
    *("us-ks/civil/60-256(c)(1)(A)", "us-ks/civil/60-256(c)(1)(C)"),
    *("us-ks/civil/60-2002(b)", "us-ks/civil/60-2002(b)-accept"),
    *("us-ks/criminal/22-3419(3)", "us-ks/acts/77-529(a)(1)"),
    *("us-ks/acts/44-556(a)-cross", "us-ks/acts/61-3511(a)", "us-ks/appeals/60-1305"),
    "us-ky/civil/76.12(2)(a)-reply",
    *("us-hi/appeals/28(d)", "us-hi/appeals/602-59(c)", "us-hi/civil/15(a)(1)"),
    *("us-hi/appeals/27(a)", "us-hi/circuit/7.2(c)-reply"),
    *("us-hi/civil/38(c)", "us-hi/civil/56(a)", "us-hi/civil/56(c)-reply"),
    *("us-hi/criminal/35(b)", "us-hi/limitation/657-7.5"),
    *("us-id/civil/15(a)(1)", "us-id/civil/15(a)(1)(B)", "us-id/civil/56(b)(1)"),
    *("us-id/civil/68(a)", "us-id/civil/7(b)(3)(C)"),
    *("us-ne/rules/6-1115(a)(1)(A)", "us-ne/rules/6-1115(a)(1)(B)"),
    *("us-ne/appeals/2-109(A)(3)", "us-ne/appeals/2-114(A)(2)"),
    *("us-ne/statutes/25-2804(4)", "us-ne/statutes/25-2805"),
    "us-in/appeals/54(B)",
    "us-in/appeals/54(C)",
    "us-in/appeals/57(E)",
    "us-in/trial/12(B)",
    "us-tn/app/12(e)",
    "us-tn/app/24(a)",
    "us-tn/app/29(a)-reply",
    "us-tn/app/39(b)",
    "us-va/rules/3:9(b)(i)-waiver",
    "us-va/appeals/5A:19(b)(3)",
    "us-va/appeals/5A:35(a)",
    *(f"us-va/appeals/5:20(b)({one})" for one in "12"),
    *(f"us-va/appeals/5:26(c)({one})" for one in "34"),
    "us-va/district/16.1-133.1",
    "us-de/supr/15(a)(v)",
    *(f"us-md/appeals/8-502(a)({one})" for one in "36"),
    *("us-mn/general-practice/115.03(c)", "us-mn/general-practice/115.04(c)"),
    "us-mn/appeals/131.01-3",
    *("us-mn/rcp/68.01(a)", "us-nc/rcp/68(a)-offer"),
    *("us-wi/trial/802.08(1)", "us-wi/trial/805.16(4)", "us-wi/appeals/809.60(1)(a)"),
    *(f"us-nd/civ/{one}" for one in ("50(b)", "50(b)-discharge", "52(b)")),
    "us-nd/civ/56(c)-trial",
    *(f"us-nd/civ/{one}" for one in ("60(c)(1)", "60(c)(1)-default", "68(b)(1)")),
    *("us-nd/civ/68(a)(1)", "us-nd/civ/68(a)(1)-acceptance", "us-nd/crim/29(c)(1)"),
    *("us-nd/ct/3.2(a)(2)-reply", "us-nd/ct/3.2(a)(3)", "us-nd/app/40(a)(1)"),
    *("us-sd/circuit/15-6-6(d)-reply", "us-sd/circuit/15-6-56(c)-reply"),
    *(f"us-sd/circuit/{one}" for one in ("15-6-59(d)", "15-6-60(b)", "15-6-68")),
    *(f"us-sd/criminal/{one}" for one in ("23A-23-3", "23A-27-4.1", "23A-31-1")),
    "us-sd/appeals/15-30-4",
    *("us-vt/civ/56(b)-reply", "us-vt/civ/60(b)", "us-vt/limitation/558(a)"),
    "us-vt/crim/33-new-evidence",
    *(f"us-mt/civil/{one}" for one in ("15(a)(1)(A)", "15(a)(1)(B)")),
    *(f"us-mt/civil/{one}" for one in ("50(b)", "50(b)-discharge", "60(c)(1)")),
    *(f"us-mt/civil/{one}" for one in ("59(b)", "68(a)", "68(c)")),
    *("us-mt/civil/56(c)(1)(C)", "us-mt/district/2(b)-reply"),
    *("us-mt/appeals/13(1)-reply", "us-mt/lower/14(a)-reply"),
    *("us-mt/justice/8(A)(1)", "us-mt/justice/8(A)(2)"),
    "us-mt/district-code/25-7-105(1)(a)",
    "us-mt/justice-code/25-7-105(1)(b)",
    "us-mt/limitation/27-2-407",
    *(f"us-nv/civil/15(a)(1)({one})" for one in "AB"),
    *(f"us-nv/civil/{one}" for one in ("50(b)", "50(b)-discharge", "52(b)")),
    *(f"us-nv/civil/{one}" for one in ("59(b)", "59(e)", "60(c)(1)", "68(a)")),
    *("us-nv/appeals/27(a)(4)", "us-nv/appeals/40(c)", "us-nv/clark/edcr/2.20(g)"),
    *("us-nv/criminal/176.515(3)", "us-nv/criminal/176.515(3)-finding"),
    *("us-nv/criminal/176.515(4)", "us-nv/criminal/176.515(4)-finding"),
    *("us-nv/statutes/18.110(4)", "us-nv/statutes/233B.133(3)"),
    *(f"us-sc/civil/{one}" for one in ("14(a)", "15(a)", "60(b)", "68(a)")),
    *("us-sc/civil/68(a)-acceptance", "us-sc/appeals/208(a)(3)"),
    "us-sc/appeals/219(b)",
    *("us-nm/civ/1-050(B)", "us-nm/civ/1-050(B)-no-verdict", "us-nm/civ/1-060(B)"),
    *(f"us-nm/civ/1-088.1(C)(1)-{one}" for one in ("plaintiff", "defendant")),
    *("us-nm/crim/5-106(D)", "us-nm/crim/5-601(E)(2)", "us-nm/crim/5-614(C)-evidence"),
    *("us-nm/limited/2-106(C)(1)", "us-nm/limited/2-106(C)(2)"),
    *("us-nm/limited/2-703(B)", "us-nm/limited/3-704(B)", "us-nm/app/12-404(A)"),
    *(f"us-ok/civil/{one}" for one in ("653", "698", "1031.1(B)")),
    *(f"us-ok/civil/{one}" for one in ("2015(A)-own", "13(a)")),
    *("us-ok/appeals/1.27(a)", "us-ok/appeals/1.13(a)"),
    *("us-ok/appeals/1.10(a)(1)-reply", "us-ok/criminal/2.1(A)(2)"),
    *(f"us-ak/acts/{one}" for one in ("09.43.500(b)", "09.43.510(a)")),
    *(
        f"us-ak/appeals/{one}"
        for one in ("204(a)(1)-state", "204(a)(2)", "217(d)-reply", "303(a)(1)")
    ),
    *(
        f"us-ak/appeals/{one}"
        for one in ("303(a)(3)", "403(a)(1)(A)", "403(a)(2)", "506")
    ),
    *(f"us-ak/civil/{one}" for one in ("42(c)", "50(b)", "50(b)-discharge", "52(b)")),
    *(f"us-ak/civil/{one}" for one in ("59(b)", "60(b)", "68(a)", "77(d)")),
    *(f"us-ak/civil/{one}" for one in ("77(k)", "78(b)", "79(c)", "79(c)-reply")),
    *("us-ak/civil/77(k)-judgment", "us-ak/criminal/33-evidence"),
    "us-ak/criminal-code/12.55.088(a)",
    *(f"us-ak/criminal/{one}" for one in ("25(d)", "33", "35(b)(1)", "42(d)")),
    *(f"us-ak/limitation/{one}" for one in ("09.10.240", "45.02.725(c)")),
    *("us-me/civil/7(e)", "us-me/civil/60(b)", "us-me/civil/68"),
    *("us-me/app/2B(b)(2)", "us-me/crim/35(a)", "us-me/crim/35(c)(1)"),
    "us-me/limitation/855",
    *("us-al/appeals/4(a)(2)", "us-al/appeals/31(a)-reply", "us-al/appeals/27(a)"),
    *("us-al/appeals/27(a)-reply", "us-al/appeals/40(c)", "us-al/appeals/39(c)"),
    "us-al/appeals/21(a)",
    *("us-al/civil/15(a)-amend", "us-al/civil/38(b)", "us-al/civil/50(b)"),
    *("us-al/civil/52(b)", "us-al/civil/55(c)", "us-al/civil/59(b)"),
    *("us-al/civil/59(e)", "us-al/civil/60(b)", "us-al/civil/68"),
    *("us-al/civil/68-acceptance", "us-al/civil/54(d)"),
    *("us-al/criminal/34.1", "us-al/criminal/34.1-reply", "us-al/criminal/24.1(b)"),
    *("us-al/district/59(dc)", "us-al/district/68(dc)"),
    "us-al/district/eviction-motion",
    *("us-al/limited-criminal/30.1(c)", "us-al/limited-criminal/5.1(a)"),
    *(f"us-mo/civil/{one}" for one in ("51.05(b)", "55.33(a)-own", "59.01(c)")),
    *(f"us-mo/civil/{one}" for one in ("74.04(a)", "74.05(d)", "74.06(c)", "78.04")),
    *(f"us-mo/appeals/{one}" for one in ("81.04(b)", "81.07(a)", "83.04")),
    *("us-mo/appeals/84.05(a)-reply", "us-mo/appeals/84.17(b)"),
    *("us-mo/criminal/30.03", "us-mo/criminal/32.07(b)"),
    *("us-mo/limited/482.320.1", "us-mo/limited/517.061"),
    "us-mo/limitation/516.230",
}
LATE = date(2026, 8, 3)


def answered() -> Any:
    """A summons, and an answer of our client, from which optional times run."""
    return set_all(
        record(
            case(),
            served("s", "summons-served", "04-03", how="personal"),
            served(
                "a",
                "answer-served own-answer-served own-pleading-served",
                "04-20",
                by="acme",
                on="roe",
                about="s",
            ),
        )
    )


def test_the_law_says_what_one_may_do_in_the_words_of_the_rule() -> None:
    """Each with the words and a citation; nothing that answers, objects or appeals."""
    found = {rule.id: rule for rule in LAW.deadlines() if rule.permissive is not None}
    assert set(found) == MAY
    for rule in found.values():
        assert rule.permissive_cite
        assert len(rule.permissive or "") > 20
        assert rule.to_dict()["permissive"] == rule.permissive
    assert "once as a matter of course" in str(found[AMEND].permissive)


def test_what_one_may_do_lapses_and_is_not_overdue() -> None:
    """Neither in the agenda of the case, nor in that of several, nor a finding."""
    file = answered()
    terms = {one.title: one.terms for one in file.case.deadlines}
    assert {bool(one.permissive) for one in terms.values()} == {True}
    items = file.case.agenda()
    assert items.overdue(LATE) == ()
    lapsed = {item.deadline.basis.computation.subject for item in items.lapsed(LATE)}
    assert lapsed == {THIRD_PARTY, AMEND}
    diary = agenda([file], between=(LATE, LATE))
    assert (len(diary.overdue), len(diary.lapsed)) == (0, 2)
    assert "2 lapsed" in diary.counted
    assert "lapsed" in str(diary)
    assert "OVERDUE" not in str(diary)
    assert {row["group"] for row in diary.to_rows()} == {"lapsed"}
    codes = {(one.code, one.severity) for one in health(file, on=LATE, law=LAW)}
    assert ("lapsed", "advice") in codes
    assert "overdue" not in {code for code, _ in codes}


def test_what_must_be_done_is_overdue() -> None:
    """The same day, and nobody answered."""
    file = set_all(record(case(), served("s", "summons-served", "04-03")))
    items = file.case.agenda()
    assert ANSWER in {
        one.deadline.basis.computation.subject for one in items.overdue(LATE)
    }
    assert items.lapsed(LATE) == ()
    codes = {(one.code, one.severity) for one in health(file, on=LATE, law=LAW)}
    assert ("overdue", "critical") in codes


def test_what_nobody_may_extend_is_a_warning_when_it_lapsed() -> None:
    """A motion under Rule 59: if it was wanted, it is lost, and somebody is told."""
    file = set_all(record(case(), judged("j", "04-03")))
    codes = {(one.code, one.severity) for one in health(file, on=LATE, law=LAW)}
    assert ("lapsed", "warning") in codes
    # The time to appeal is no such thing: a right that goes for good.
    assert ("overdue", "critical") in codes


def test_a_row_says_that_one_may_and_that_it_lapsed() -> None:
    """As of a day after it."""
    found = lc.schedule(answered(), LAW, on=LATE)
    row = found.of_rule(AMEND)[0]
    assert row.is_permissive
    assert row.to_row()["is_permissive"]
    assert [one.code for one in row.findings if one.code in {"lapsed", "past-due"}] == [
        "lapsed"
    ]


def test_many_proposals_are_declined_at_once_on_one_ground() -> None:
    """All that is new of some rules; none of it is proposed again."""
    file = record(case(), judged("j", "04-03"))
    new = lc.schedule(file, LAW).new
    motions = new.of_rules("us/frcp/59(b)", "us/frcp/59(e)", "us/frcp/52(b)")
    assert len(motions) == 3
    no = motions.declining(on=d("04-06"), ground="No motion after judgment is made.")
    assert {one.rule for one in no} == {row.rule for row in motions}
    file = record(file, *no)
    again = lc.schedule(file, LAW)
    assert {row.rule for row in again.having("declined")} == {
        row.rule for row in motions
    }
    assert len(again.new) == len(new) - 3
    assert {one.ground for one in file.case.proposals} == {
        "No motion after judgment is made."
    }


def test_what_is_set_or_declined_is_no_proposal() -> None:
    """It is refused, by its rule; and so is a rule that is not among them."""
    file = set_all(record(case(), judged("j", "04-03")))
    with pytest.raises(ConflictingInputError, match="no proposal that can be declined"):
        lc.schedule(file, LAW).having("set").declining(on=d("04-06"), ground="No.")
    with pytest.raises(UnknownNameError, match="us/frcp/33"):
        lc.schedule(file, LAW).having("set").of_rules("us/frcp/33(b)(2)")
    assert lc.schedule(file, LAW).new.declining(on=d("04-06"), ground="No.") == ()


def test_a_request_of_one_sort_starts_no_time_of_another() -> None:
    """Rules 33, 34 and 36 each speak of their own; of which nobody knows, they ask."""
    rules = ("33(b)(2)", "34(b)(2)(A)", "36(a)(3)")
    for word, own in zip(
        (
            "interrogatories-served",
            "requests-for-production-served",
            "requests-for-admission-served",
        ),
        rules,
        strict=True,
    ):
        file = record(case(), served("r", word, "06-03"))
        assert {(row[0], row[3]) for row in rows(file, *rules)} == {
            (f"us/frcp/{own}", "new")
        }
        assert not [one for one in lc.schedule(file, LAW).notices if word in one.text]
    file = record(case(), served("r", "discovery-request-served", "06-03"))
    found = [row for row in lc.schedule(file, LAW) if row.rule.endswith(rules)]
    assert [row.state for row in found] == ["question"] * 3
    assert all("event:r" in row.questions[0] for row in found)


def test_what_was_set_of_a_request_of_which_nobody_said_more_stays() -> None:
    """A case that was kept before the narrower words were there."""
    file = record(case(), served("r", "interrogatories-served", "06-03"))
    file = set_all(file)
    was = ("discovery-request-served",)
    file = file.correct(
        "r",
        triggers=was,
        ground="As it was recorded once.",
        law=LAW,
        by="c",
        at=datetime(2026, 11, 2, tzinfo=UTC),
    )
    assert lc.reschedule(file, LAW).is_empty
    row = lc.schedule(file, LAW).of_rule("us/frcp/33(b)(2)")[0]
    assert (row.state, bool(row.questions)) == ("set", True)


def test_the_scheduling_order_is_due_once() -> None:
    """Rule 16(b)(2): after any defendant was served, or any has appeared."""
    file = record(
        case(),
        served("s1", "complaint-served", "04-03"),
        served("s2", "complaint-served", "04-20", on="doe"),
        filed("a1", "defendant-appeared", "05-01", by="doe"),
        filed("a2", "defendant-appeared", "05-08", by="acme"),
    )
    found = lc.schedule(file, LAW).of_rule("us/frcp/16(b)(2)")
    # Sixty days from 1 May are 30 June; ninety from 3 April are 2 July.
    assert [(str(row.shown), row.state) for row in found] == [("2026-06-30", "new")]
    assert {one.of.id for one in found[0].anchors} == {"s1", "a1"}


def test_a_later_notice_of_appeal_starts_no_new_time() -> None:
    """FRAP 4(a)(3): fourteen days from the first notice; a later one meets it."""
    first = filed("n1", "notice-of-appeal-filed", "04-20", by="acme")
    later = filed("n2", "notice-of-appeal-filed", "04-28", by="roe")
    file = record(case(client="roe acme doe"), judged("j", "04-03"), first, later)
    found = lc.schedule(file, LAW).of_rule("us/frap/4(a)(3)")
    assert {(row.owed_by, row.state) for row in found} == {
        (("roe",), "met"),
        (("doe",), "new"),
    }
    assert {one.of.id for row in found for one in row.anchors} >= {"n1"}
    assert "n2" not in {one.of.id for row in found for one in row.anchors}


@pytest.mark.parametrize(
    ("answer", "state"), [(None, "question"), ("yes", "new"), ("no", "not-running")]
)
def test_service_out_of_the_jurisdiction_is_asked_about(
    answer: str | None, state: str
) -> None:
    """CPR 7.5(2) speaks of a claim form that is to be served out of it."""
    parties = "roe:claimant acme:defendant"
    file = record(
        case("gb-eaw/high-court", client="roe", parties=parties),
        filed("i", "claim-form-issued", "03-05", by="roe"),
    )
    if answer is not None:
        fact = m.FactEstablished(
            fact="claim-form-served-out", answer=answer, happened_on=d("03-05")
        )
        file = record(file, fact)
    assert {row[3] for row in rows(file, "cpr/7.5(2)")} == {state}
    assert {row[3] for row in rows(file, "cpr/7.5(1)")} == {"new"}


def test_a_request_delivered_early_needs_one() -> None:
    """Rule 34(b)(2)(A): from the conference, for requests under Rule 26(d)(2) alone."""
    held = filed("c", "discovery-conference", "05-04")
    rule = "34(b)(2)(A)-early"
    assert rows(record(case(), held), rule) == set()
    early = served("r", "early-production-request-delivered", "04-20")
    assert len(rows(record(case(), early, held), rule)) == 1
