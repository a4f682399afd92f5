"""classified: under which rules a match can fall, by what each is to us."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Constellation", "classified"]


@frozen(kw_only=True)
class Constellation:
    """Of whom it is asked, and whom was found: what each is to us, and how they relate.

    `stance` is what the one would be, `standings` what the other is; `direct` whether
    both are the same person, by their ids; `same_matter` whether it is the same case,
    `live` whether we act in that case now for somebody; `by_firm` that counsel of the
    other's firm acted, and `for_others` that counsel acted for somebody else than us;
    `for_government` that it was for the government, from an office of its own, and
    `by_family` that kin or care stands on the way.
    """

    stance: str
    standings: tuple[str, ...]
    direct: bool
    same_matter: bool
    live: bool
    by_firm: bool = False
    for_others: bool = False
    for_government: bool = False
    by_family: bool = False

    @property
    def against(self) -> bool:
        """Whether they would stand against our client, or may: nobody said."""
        return self.stance in ("adverse", "unknown")


def classified(one: Constellation) -> tuple[str, ...]:
    """Return the codes of the rules under which it can fall, the strictest first.

    None means that the table of rules has none for it, and not that all is well.
    """
    if one.stance == "member":
        found = _member(one)
    elif one.direct:
        found = _direct(one)
    else:
        found = _through(one)
    return tuple(dict.fromkeys(found))


def _direct(one: Constellation) -> Iterator[str]:
    is_client, is_adverse = "client" in one.standings, "adverse" in one.standings
    if is_client and one.against:
        yield "same-proceeding" if one.same_matter else "direct-adversity"
    elif is_client and one.stance == "client":
        if is_adverse and one.same_matter:
            yield "same-proceeding"
    elif is_client and one.stance == "witness":
        # Cross-examining a client of ours (comment [6] to Model Rule 1.7).
        yield "direct-adversity"
    elif is_client:
        yield "material-limitation"
    if "former-client" in one.standings and one.stance != "client":
        yield "former-client" if one.against else "former-client-information"
    if "prospective-client" in one.standings and one.stance != "client":
        word = "prospective-client"
        yield word if one.against else f"{word}-information"
    if one.stance == "client" and not is_client:
        yield from _new_client(one, is_adverse=is_adverse)


def _new_client(one: Constellation, *, is_adverse: bool) -> Iterator[str]:
    """Yield the rules for somebody in a matter of ours who would be our client."""
    if is_adverse and one.live:
        yield "same-proceeding" if one.same_matter else "direct-adversity"
    elif is_adverse:
        yield "material-limitation"
    elif one.same_matter or not one.live:
        # A client who is a witness in the own matter is no other client's witness.
        return
    elif "witness" in one.standings:
        yield "direct-adversity"
    elif not {"expert", "counsel", "neutral"}.isdisjoint(one.standings):
        yield "material-limitation"


def _through(one: Constellation) -> Iterator[str]:
    """Yield the rules for somebody who is related to whom it is asked about."""
    if "client" in one.standings and one.stance != "client":
        yield "material-limitation"
    if "former-client" in one.standings and one.against:
        yield "former-client-information"
    if "prospective-client" in one.standings and one.against:
        yield "prospective-client-information"
    touches = {"adverse", "counsel", "neutral"}
    if one.stance == "client" and one.live and not touches.isdisjoint(one.standings):
        yield "material-limitation"


def _member(one: Constellation) -> Iterator[str]:
    """Yield the rules for a lawyer who joins us, or has joined."""
    if "counsel" in one.standings and one.for_others:
        if one.for_government and (one.direct or one.by_firm):
            # Its former lawyers are under Model Rule 1.11, and not under 1.9(a), (b).
            yield "government"
        elif one.direct:
            yield "former-lawyer-client"
        elif one.by_firm and not one.by_family:
            yield "former-firm-client"
    if one.direct and "neutral" in one.standings:
        yield "former-neutral"
    if "government" in one.standings and not one.by_family:
        yield "government"
    own = {"client", "adverse", "witness", "expert", "participant"}
    relative = {"client", "adverse", "counsel"}
    if one.by_family:
        relative.add("government")
    touched = own if one.direct else relative
    is_counsel = one.direct and "counsel" in one.standings
    # What a lawyer, or a relative, has at stake in a matter of the firm.
    at_stake = not touched.isdisjoint(one.standings)
    by_own_firm = one.by_firm and not one.by_family
    if at_stake and one.live and not by_own_firm and not is_counsel:
        yield "material-limitation"
