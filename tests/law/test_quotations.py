"""The operative words of the law, under each step that rests on them."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

import legalcase as lc
from law_folders import atlantis, changed, copied
from legalcase import codec
from legalcase.errors import InvalidValueError, MissingInputError, UnknownNameError

if TYPE_CHECKING:
    from pathlib import Path

    from legalcase import Computation

LAW = atlantis()
NOT_COUNTED = (
    "“Dies a quo non computatur; ceteri omnes computantur.” (in English: The day from "
    "which it runs is not counted; all others are.)"
)
ANSWER = "“The answer is filed within one and twenty days of service of the claim.”"
LATER = "“The answer is filed within eight and twenty days of service of the claim.”"
FLOOD = (
    "“On a holiday, or while the sea stands in the court, no time ends: it ends on the "
    "next day, or, counted back, on the day before.”"
)


def rows(found: Computation, law: Any = LAW) -> list[tuple[str, ...]]:
    """The rows of the table of steps, cell by cell."""
    said = found.explain("markdown", words=True, law=law)
    table = said.split("\n\n")[2].replace("\\", "").splitlines()[2:]
    return [tuple(cell.strip() for cell in row.split("|")[1:-1]) for row in table]


def quoted(found: Computation, law: Any = LAW) -> list[tuple[str, ...]]:
    """What is quoted, and from where, in the order of the steps."""
    return [row[1:] for row in rows(found, law) if not row[0]]


def answer(day: date = date(2026, 2, 2), **more: Any) -> Computation:
    """When the answer is due."""
    return LAW.compute("xx/cp/20", after=day, **more)


def test_the_words_stand_under_the_step_that_rests_on_them() -> None:
    """Of the deadline, of its rule; what was quoted above is not quoted again."""
    assert rows(answer(service="mail")) == [
        ("Mon 2026-02-02", "trigger; this day is not counted", "C.P. 1"),
        ("", NOT_COUNTED, "C.P. 1"),
        ("Mon 2026-02-23", "21 days counted", "C.P. 20; C.P. 2"),
        ("", ANSWER, "C.P. 20"),
        ("Sat 2026-02-28", "5 days more for service by mail", "C.P. 10 as amended"),
        (
            "",
            "“Whoever was served by mail has five days more.”",
            "C.P. 10 as amended, as in Act 12 of 2014, s. 3",
        ),
        ("Mon 2026-03-02", "moved forward past Saturday, Sunday", "C.P. 8"),
        (
            "",
            FLOOD,
            "C.P. 8",
        ),
    ]


def test_the_words_are_those_of_the_day() -> None:
    """Of the version that counts, or of the text that was asked for."""
    assert (LATER, "C.P. 20") in quoted(answer(date(2030, 1, 7)))
    old = quoted(answer(date(2014, 3, 3), service="mail"))
    assert ("“Whoever was served by mail has three days more.”", "C.P. 10") in old
    as_of = quoted(answer(as_of=date(2014, 3, 3), service="mail"))
    assert ("“Whoever was served by mail has three days more.”", "C.P. 10") in as_of


def test_a_composite_quotes_its_own_words_and_those_of_the_part_that_decides() -> None:
    """Here the answer's time, of which the reply takes what remains."""
    found = LAW.compute(
        "xx/cp/21",
        after={
            "complaint-served": date(2026, 6, 1),
            "tide-turned": date(2026, 2, 2),
            "hearing": date(2026, 2, 5),
        },
    )
    reply = (
        "“The reply waits for the answer, and for seven days of the turned tide; but "
        "not longer than the hearing, or a month.”"
    )
    assert quoted(found) == [
        (NOT_COUNTED, "C.P. 1"),
        (ANSWER, "C.P. 20"),
        (reply, "C.P. 21"),
    ]
    assert found.explain("markdown", words=True, law=LAW).count("C.P. 21 |") == 2


def test_what_runs_from_another_end_quotes_that_too() -> None:
    """Its own words are not entered, and that is said."""
    found = LAW.compute("xx/cp/22", after={"complaint-served": date(2026, 2, 2)})
    assert quoted(found)[0] == (ANSWER, "C.P. 20")
    for form in ("text", "markdown", "html"):
        said = found.explain(form, words=True, law=LAW)
        assert "No words are entered of: C.P. 22." in said
        assert "No words" not in found.explain(form)


def test_service_and_a_bare_period_quote_their_rule() -> None:
    """There is no deadline to quote."""
    served = LAW.served_on(date(2026, 2, 27), "mail", under="xx/cp")
    said = "“What was mailed is received on the second day, if the court sits then.”"
    assert quoted(served) == [(said, "C.P. 11")]
    month = LAW.compute("1 month", after=date(2026, 2, 2), under="xx/cp")
    assert quoted(month)[-1][1] == "C.P. 4"


def test_a_rule_quotes_the_one_that_it_is_based_on() -> None:
    """By the citations of that one."""
    found = LAW.compute("1 month", after=date(2015, 2, 2), under="xx/harbour")
    assert quoted(found)[-1][1] == "C.P. 4"
    assert "H.P. 1" in found.explain("text", words=True, law=LAW)


def test_local_rules_quote_themselves_where_they_are_laid_over() -> None:
    """And are silent where they were left aside."""
    given: dict[str, Any] = {"court": "xx/north", "service": "personal"}
    local = ("“Handed over, a paper leaves one day more.”", "L.R. 2")
    assert local in quoted(answer(**given))
    assert local not in quoted(answer(**given, local_rules="none"))


def test_a_stored_result_has_no_words_and_is_quoted_by_the_law_at_hand() -> None:
    """What was encoded is as short as before, and is explained like a new one."""
    found = answer(service="mail")
    kept = codec.encode(found)
    assert "computatur" not in json.dumps(kept)
    assert quoted(codec.decode(kept)) == quoted(found)


def test_a_law_of_another_edition_is_refused(tmp_path: Path) -> None:
    """Its words may be others: of the deadline, of the rule; never of a calendar."""
    for number, (name, is_refused) in enumerate(
        {
            "xx/deadlines/cp.toml": "xx/cp/20 was of the edition ",
            "xx/counting/cp.toml": "xx/cp was of the edition ",
            "xx/calendar.toml": "",
        }.items()
    ):
        folder = copied(tmp_path, to=f"law{number}")
        changed(folder, name, "format = 1", "format = 1  # amended")
        other = lc.Law.bundled().with_folder(folder)
        if not is_refused:
            assert quoted(answer(), other) == quoted(answer())
            continue
        with pytest.raises(InvalidValueError, match=is_refused) as caught:
            answer().explain(words=True, law=other)
        assert caught.value.field == "law"
        assert "Compute it anew" in str(caught.value)
    with pytest.raises(UnknownNameError):
        answer().explain(words=True, law=lc.Law.bundled())


def test_words_need_a_law() -> None:
    """A result remembers none; a law that nobody asks is no harm."""
    with pytest.raises(MissingInputError, match="Give law="):
        answer().explain(words=True)
    assert answer().explain(law=LAW) == answer().explain()


def test_words_cannot_become_markup(tmp_path: Path) -> None:
    """Nor steer a terminal: the schema takes no control, and the page escapes."""
    folder = copied(tmp_path)
    evil = "<script>alert(1)</script> & *bold*"
    changed(folder, "xx/deadlines/cp.toml", "The answer is filed within one", evil)
    law = lc.Law.bundled().with_folder(folder)
    found = law.compute("xx/cp/20", after=date(2026, 2, 2))
    page = found.explain("html", words=True, law=law)
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp;" in page
    assert "\\*bold\\*" in found.explain("markdown", words=True, law=law)
    assert evil in found.explain("text", words=True, law=law, width=200)


def test_the_text_keeps_its_width() -> None:
    """However long the words."""
    for width in (60, 80):
        said = answer(service="mail").explain(words=True, law=LAW, width=width)
        assert max(map(len, said.splitlines())) <= width


def test_what_does_not_run_has_no_step_to_quote() -> None:
    """The words come with the date."""
    found = LAW.compute(
        "us/frap/4(a)(1)(A)",
        after={
            "judgment-entered": date(2026, 6, 3),
            "tolling-motion-filed": date(2026, 6, 5),
        },
    )
    assert not found.is_running
    assert found.explain(words=True, law=LAW) == found.explain()


def test_a_rule_s_words_by_its_name() -> None:
    """Of a deadline by version; of a rule by citation, with those of its base."""
    first, second = LAW.quotations("xx/cp/20")
    assert (first.text, first.first, first.last) == (
        ANSWER[1:-1],
        date(2000, 1, 1),
        date(2029, 12, 31),
    )
    assert (second.cite, second.last) == ("C.P. 20", None)
    assert second.to_dict()["english"] is None
    assert LAW.quotations("xx/cp/22") == ()
    assert LAW.quotations("xx/harbour") == LAW.quotations("xx/cp")
    shared = LAW.quotations("xx/cp")[0]
    assert shared.cite == "C.P. 1; C.P. 2"
    assert shared.span == ""
    assert LAW.quotations("xx/cp")[3].span == "through 2014-12-31"
    with pytest.raises(UnknownNameError):
        LAW.quotations("xx/nowhere")


def test_a_version_that_changes_the_time_has_none_of_the_words_before(
    tmp_path: Path,
) -> None:
    """One that changes a note has them all the same."""
    folder = copied(tmp_path)
    old = f'words = "{LATER[1:-1]}"\nperiod = "28 days"'
    changed(folder, "xx/deadlines/cp.toml", old, 'note = "Ask."')
    law = lc.Law.bundled().with_folder(folder)
    assert [one.text for one in law.quotations("xx/cp/20")] == [ANSWER[1:-1]] * 2
    changed(folder, "xx/deadlines/cp.toml", 'note = "Ask."', 'period = "28 days"')
    law = lc.Law.bundled().with_folder(folder)
    (only,) = law.quotations("xx/cp/20")
    assert only.last == date(2029, 12, 31)


def test_where_the_words_were_read_is_said_of_the_entry_that_was_verified(
    tmp_path: Path,
) -> None:
    """Unless the words name a source of their own."""
    folder = copied(tmp_path)
    for name in ("xx/counting/cp.toml", "xx/deadlines/cp.toml"):
        read = 'verified = { how = "text", source = "the stone"'
        changed(folder, name, 'verified = { how = "text"', read)
    law = lc.Law.bundled().with_folder(folder)
    assert {one.source for one in law.quotations("xx/cp")} == {
        "the stone",
        "Act 12 of 2014, s. 3",
    }
    assert law.quotations("xx/cp/20")[0].where == "C.P. 20, as in the stone"


def test_words_of_the_text_before_keep_the_source_they_were_read_in() -> None:
    """A version known from accounts alone read none of them."""
    earlier, accounts, today = lc.Law.bundled().quotations("us-ca/crc/8.104(a)(1)")
    assert accounts.text == earlier.text
    assert (
        accounts.source
        == earlier.source
        == "rule 8.104 as printed in 2011; its history"
    )
    assert today.source is not None
    assert "June 2025" in today.source
