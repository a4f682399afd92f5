"""The library's errors in the words of the command: `--after` for `after=`."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from legalcase.cli.console.shell import quoted
from legalcase.errors import UnknownNameError

if TYPE_CHECKING:
    from legalcase.errors import LegalCaseError

__all__ = ["OPTIONS", "in_options", "phrase"]

_OPTIONS: Final = {
    "act": "--act",
    "after": "--after",
    "added": "--added",
    "as_of": "--as-of",
    "before": "--before",
    "calendar": "--calendar",
    "court": "--court",
    "extending": "--extending",
    "facts": "--fact",
    "forum": "--forum",
    "inaccessible": "--inaccessible",
    "legal_holidays": "--holiday",
    "local_rules": "--local-rules",
    "nature": "--nature",
    "overriding": "--overriding",
    "paper": "--paper",
    "readings": "--reading",
    "service": "--service",
    "service_extension": "--service-extension",
    "suspensions": "--suspension",
    "under": "--under",
}
#: The option that stands for each keyword of `legalcase.compute`.
OPTIONS: Final = MappingProxyType(_OPTIONS)
_NAMES: Final = "|".join(sorted(OPTIONS, key=len, reverse=True))
_MAPPING: Final = re.compile(
    r"Pass a mapping with those known: \w+=\{'(?P<word>[^']+)': "
    r"(?:datetime\.)?date\((?P<when>[^)]*)\)\}"
)
_KNOWN: Final = re.compile(r"every event known by name: \w+=\{'(?P<word>[^']+)': …\}")
_EXTENSION: Final = re.compile(r"compute\('(?P<period>[^']+)', extending=…\)")
_INSTANT: Final = re.compile(
    r"an aware datetime: datetime\([^)]*ZoneInfo\('(?P<zone>[^']+)'\)\)"
)
_OVERRIDING: Final = re.compile(r"with_folder\(…, overriding=\('(?P<name>[^']+)',\)\)")
_SEVERAL: Final = re.compile(rf"\b(?P<name>{_NAMES})=(?=[\[{{]|\d{{4}}-)")
_VALUE: Final = re.compile(rf"\b(?P<name>{_NAMES})='(?P<value>[^']*)'")
_BARE: Final = re.compile(rf"\b(?P<name>{_NAMES})=(?![\w'\"])")
_DATE: Final = re.compile(r"(?:datetime\.)?date\((\d{4}), (\d{1,2}), (\d{1,2})\)")
_SAID: Final = (
    ("legalcase.find_rules() or `legalcase rules`", "`legalcase rules`"),
    ("Leave it out, or pass None, where", "Leave it out where"),
    ("method= is empty. Pass 'mail', say.", "The method is empty. Write mail, say."),
    ("Name the court or the state.", "Give --court or --forum."),
    ("Name the state.", "Give --forum."),
    ("find that day first", "ask `legalcase served` for that day"),
    ("find the day of service first", "ask `legalcase served` first"),
    ("ask served_on()", "ask `legalcase served`"),
    ("Ask served_on()", "Ask `legalcase served`"),
)
_WHERE: Final = {
    "calendar": "`legalcase calendar` lists them all.",
}


_METHOD: Final = "method of service under "


def phrase(error: LegalCaseError) -> str:
    """Return the two sentences of an error as a user of the command needs them."""
    text = str(error)
    if isinstance(error, UnknownNameError) and not error.suggestions:
        text = _pointed(error, text)
    return in_options(text)


def in_options(text: str) -> str:
    """Return a text of the library with the command's options in it."""
    text = _MAPPING.sub(_triggers, text)
    text = _KNOWN.sub(r"every event known by name: --trigger \g<word>=DATE", text)
    text = _OVERRIDING.sub(lambda m: f"--overriding {quoted(m['name'])}", text)
    text = _EXTENSION.sub(r"legalcase due \g<period> --extending DATE", text)
    text = _INSTANT.sub(
        r"a local time: 2026-06-03T09:30 with --court, or with --timezone \g<zone>",
        text,
    )
    text = _VALUE.sub(lambda m: f"{OPTIONS[m['name']]} {quoted(m['value'])}", text)
    text = _SEVERAL.sub(lambda m: f"{OPTIONS[m['name']]} ", text)
    text = _BARE.sub(lambda m: OPTIONS[m["name"]], text)
    text = _DATE.sub(lambda m: f"{m[1]}-{m[2]:0>2}-{m[3]:0>2}", text)
    for said, instead in _SAID:
        text = text.replace(said, instead)
    return text


def _triggers(found: re.Match[str]) -> str:
    """Write the option with the date that was given, or with the word for one."""
    numbers = found["when"].split(", ")
    when = "DATE" if len(numbers) == 1 else "-".join(f"{n:0>2}" for n in numbers)
    pair = f"{found['word']}={when}"
    return f"Give those known: --trigger {quoted(pair)}"


def _pointed(error: UnknownNameError, text: str) -> str:
    """Say where the names stand that nobody came near to."""
    where = _WHERE.get(error.kind)
    if error.kind.startswith(_METHOD):
        rule = error.kind.removeprefix(_METHOD).rstrip(":")
        where = f"`legalcase rules {rule}` lists them, with what each adds."
    return (
        text if where is None else f"There is no {error.kind} {error.name!r}. {where}"
    )
