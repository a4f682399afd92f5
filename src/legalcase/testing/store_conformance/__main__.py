"""The command: tries a store, and prints a table of what became of each check."""

from __future__ import annotations

import argparse
import json
import os
import sys
from importlib import import_module

from legalcase.testing.store_conformance.check import WORDS
from legalcase.testing.store_conformance.trying import Tried, suite_of, tried

__all__ = ["main"]

_DONE, _FAILED, _UNUSABLE = 0, 1, 2
_SHORT = 300
_WANTED = "name a module and what is in it, as acme_lines:LinesStore"


def main(arguments: list[str] | None = None) -> int:
    """Try a store; return 0 if it passes, 1 if not, and 2 if it cannot be tried."""
    parser = argparse.ArgumentParser(
        prog="python -m legalcase.testing.store_conformance",
        description="Try whether a store of cases keeps what the protocol promises.",
        epilog="Words that a store can say: "
        + "; ".join(f"{word}: {what}" for word, what in WORDS.items()),
    )
    parser.add_argument(
        "suite",
        metavar="MODULE:NAME",
        help="a subclass of StoreConformance, or a function from a path to a store",
    )
    parser.add_argument("--json", action="store_true", help="print JSON instead")
    parser.add_argument(
        "--only", metavar="ID", action="append", default=[], help="run this check alone"
    )
    parser.add_argument(
        "--steps", type=int, help="how many steps the machine takes each time"
    )
    given = parser.parse_args(arguments)
    sys.path.insert(0, os.getcwd())  # noqa: PTH109 - as `python -m` does it
    module, _, name = given.suite.partition(":")
    try:
        if not module or not name:
            raise ValueError(_WANTED)  # noqa: TRY301 - said as what else is wrong
        suite = suite_of(getattr(import_module(module), name))
    except (ImportError, AttributeError, TypeError, ValueError) as error:
        print(f"{given.suite} cannot be tried: {error}", file=sys.stderr)  # noqa: T201 - a command
        return _UNUSABLE
    if given.steps is not None:
        suite = type(suite.__name__, (suite,), {"machine_steps": given.steps})
    results = []
    for one in tried(suite, given.only):
        results.append(one)
        if not given.json:
            print(_line(one), flush=True)  # noqa: T201 - a command
    if not results:
        print(f"No check bears {', '.join(given.only)}.", file=sys.stderr)  # noqa: T201 - a command
        return _UNUSABLE
    if given.json:
        print(json.dumps([one.to_dict() for one in results], indent=1))  # noqa: T201 - a command
    else:
        print(_sum(results))  # noqa: T201 - a command
    return _FAILED if any(one.result == "failed" for one in results) else _DONE


def _line(one: Tried) -> str:
    said = " ".join(one.said.split())
    if len(said) > _SHORT:
        said = f"{said[:_SHORT]}…"
    why = f"\n{'':16}{said}" if said else ""
    return f"{one.check.check_id:15} {one.result:9}  {one.check.promise}{why}"


def _sum(results: list[Tried]) -> str:
    counts = {
        word: len([one for one in results if one.result == word])
        for word in ("passed", "failed", "not asked")
    }
    return ", ".join(f"{count} {word}" for word, count in counts.items())


if __name__ == "__main__":
    sys.exit(main())
