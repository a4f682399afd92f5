"""Invariant 35: the custody of evidence, and whatever single fault can be put into it.

Good chains at random, of links that fit each other; every fault is told at its own
link, and what nobody measured is unverified there and never broken.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

import legalcase.practice as p
from case_files import DAY, NOON
from practice_samples import stage

if TYPE_CHECKING:
    from legalcase.model import CaseFile

PEOPLE = ("officer", "clerk", "lab", "vault", "expert")
DIGEST, OTHER = "a" * 64, "b" * 64
AT = NOON + timedelta(days=99)


@st.composite
def good_chains(draw: st.DrawFn) -> list[Any]:
    """A chain in which every link fits: of one digest, each with leave."""
    holder = draw(st.sampled_from(PEOPLE))
    kind = draw(st.sampled_from((p.EvidenceCollected, p.EvidenceReceived)))
    links: list[Any] = [
        kind(
            item_id="x",
            description="Text",
            kind="digital",
            taken_by=holder,
            digest=DIGEST,
            happened_on=DAY,
        )
    ]
    same: dict[str, Any] = {
        "item_id": "x",
        "authorization": "the lead",
        "digest_before": DIGEST,
    }
    for number in range(draw(st.integers(1, 6))):
        day = DAY + timedelta(days=number)
        if draw(st.booleans()):
            to = draw(st.sampled_from([one for one in PEOPLE if one != holder]))
            links.append(
                p.CustodyTransferred(
                    handed_by=holder,
                    handed_to=to,
                    purpose="Why",
                    digest_after=DIGEST,
                    happened_on=day,
                    **same,
                )
            )
            holder = to
        else:
            links.append(
                p.EvidenceHandled(
                    action=draw(st.sampled_from(("accessed", "analyzed", "copied"))),
                    handled_by=holder,
                    digest_after=DIGEST,
                    happened_on=day,
                    **same,
                )
            )
    if draw(st.booleans()):
        links.append(
            p.EvidenceReturned(
                returned_by=holder,
                returned_to="its owner",
                happened_on=DAY + timedelta(days=9),
                **same,
            )
        )
    return links


def kept(links: list[Any]) -> CaseFile:
    """A case in which they were recorded, one after another."""
    return stage().record(*links, by="clerk", at=AT)


def told(links: list[Any]) -> p.Custody:
    """What is found of them; the same after every link of it was read again."""
    return p.custody(kept(links), "x")


@given(good_chains())
def test_invariant_35_a_good_chain_is_whole(links: list[Any]) -> None:
    """Digest after n is digest before n + 1, and each hands over what they had."""
    found = told(links)
    assert (found.verdict, found.breaks, found.unverified) == ("whole", (), ())
    for one, other in zip(found.links, found.links[1:], strict=False):
        assert one.digest_after == other.digest_before


def _passes(link: Any) -> bool:
    return isinstance(link, p.CustodyTransferred | p.EvidenceReturned)


@given(good_chains(), st.data())
def test_invariant_35_each_fault_is_told_at_its_link(
    links: list[Any], data: st.DataObject
) -> None:
    """Another person, another digest before or after, no leave."""
    number = data.draw(st.integers(2, len(links)))
    link = links[number - 1]
    fault = data.draw(st.sampled_from(("by", "before", "after", "leave")))
    bad = list(links)
    # By name, whichever of the three it is.
    person = next(
        name
        for name in ("handed_by", "handled_by", "returned_by")
        if hasattr(link, name)
    )
    if fault == "by":
        bad[number - 1] = evolve(link, **{person: "a stranger"})
        # Whoever has it not, and does something to it, needs leave, which is there.
        wanted = {(number, "gap")} if _passes(link) else set()
    elif fault == "before":
        bad[number - 1] = evolve(link, digest_before=OTHER)
        wanted = {(number, "digest-differs")}
        if hasattr(link, "digest_after"):
            wanted.add((number, "changed"))
    elif fault == "after":
        assume(hasattr(link, "digest_after"))
        bad[number - 1] = evolve(link, digest_after=OTHER)
        wanted = {(number, "changed")}
        if number < len(links):
            wanted.add((number + 1, "digest-differs"))
    else:
        bad[number - 1] = evolve(link, authorization=None)
        wanted = {(number, "not-authorized")} if _passes(link) else set()
    found = told(bad)
    assert {(one.link, one.why) for one in found.breaks} == wanted
    assert found.verdict == ("broken" if wanted else "whole")
    assert found.unverified == ()


@given(good_chains(), st.data())
def test_invariant_35_a_link_that_is_missing_is_a_gap(
    links: list[Any], data: st.DataObject
) -> None:
    """Told where it is next passed on by somebody who had it from nowhere."""
    passings = [n for n, one in enumerate(links) if _passes(one)]
    given_away = [n for n in passings if isinstance(links[n], p.CustodyTransferred)]
    assume(given_away)
    left_out = data.draw(st.sampled_from(given_away))
    later = [n for n in passings if n > left_out]
    assume(later)
    nobody = links[left_out].handed_by
    following = links[later[0]]
    next_by = getattr(following, "handed_by", None) or following.returned_by
    assume(next_by != nobody)
    rest = [one for n, one in enumerate(links) if n != left_out]
    found = told(rest)
    assert (later[0], "gap") in {(one.link, one.why) for one in found.breaks}
    assert all(one.link >= left_out + 1 for one in found.breaks)


@given(good_chains(), st.data())
def test_invariant_35_legacy_links_are_unverified_and_never_broken(
    links: list[Any], data: st.DataObject
) -> None:
    """Whichever digests are not there."""
    bare = []
    gone = set()
    for number, link in enumerate(links, start=1):
        changes = {
            name: None
            for name in ("digest", "digest_before", "digest_after")
            if hasattr(link, name) and data.draw(st.booleans())
        }
        if changes:
            gone.add(number)
        bare.append(evolve(link, **changes))
    found = told(bare)
    assert found.breaks == ()
    assert set(found.unverified) == gone
    assert found.verdict == ("unverified" if gone else "whole")


@given(good_chains(), st.randoms(use_true_random=False))
def test_the_order_in_which_links_became_known_changes_nothing(
    links: list[Any], random: Any
) -> None:
    """Each takes its place by the day on which it happened."""
    first, rest = links[0], links[1:]
    ends = [one for one in rest if isinstance(one, p.EvidenceReturned)]
    between = [one for one in rest if not isinstance(one, p.EvidenceReturned)]
    days = [
        evolve(one, happened_on=DAY + timedelta(days=n + 1))
        for n, one in enumerate(between)
    ]
    shuffled = list(days)
    random.shuffle(shuffled)
    in_order, late = told([first, *days, *ends]), told([first, *ends, *shuffled])
    assert late.breaks == in_order.breaks == ()
    assert [one.acted_by for one in late] == [one.acted_by for one in in_order]
