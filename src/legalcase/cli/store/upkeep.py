"""`legalcase store copy`, `verify`, `heads`, `backup` and `rebuild`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from legalcase.cli.console.addresses import opened
from legalcase.cli.console.options import Parser, Reply
from legalcase.cli.console.progress import counted
from legalcase.cli.console.terminal import as_json, paragraphs, width
from legalcase.markup import Table

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from legalcase.ports import Head

__all__ = ["PARSERS"]

_COPY: Final = """\
examples:
  legalcase store copy sqlite:///firm.db sqlite:////srv/firm.db
  legalcase store copy sqlite:///firm.db postgresql://clerk@db/firm

Lines are moved as they are, sealed ones too, for which no key is needed. The
target is empty; or what an interrupted copy has left, which then goes on: say
the same command again. It is verified at the end. What was erased stays erased."""

_VERIFY: Final = """\
examples:
  legalcase store verify sqlite:///firm.db
  legalcase store verify sqlite:///firm.db --anchors heads.json

Every line is compared with its digest and with all that is derived from it.
Only with anchors, what `legalcase store heads` printed at some time, it shows
if somebody has written lines anew together with their digests."""

_HEADS: Final = """\
examples:
  legalcase store heads sqlite:///firm.db > heads.json

Keep the file where those who write into the store cannot write."""

_BACKUP: Final = """\
examples:
  legalcase store backup sqlite:///firm.db firm-2026-06-03.db

Others may go on working. Never copy the live file by other means: a copy that
was made while somebody wrote is torn, and is noticed only when it is needed.
Whoever is erased afterwards is still in the backup."""

_REBUILD: Final = """\
examples:
  legalcase store rebuild sqlite:///firm.db

For a store of which `verify` says that its lists are not what its logs say."""


def _added(
    verbs: Any, name: str, said: str, epilog: str, *, formats: bool = True
) -> Parser:
    parser: Parser = verbs.add_parser(
        name, help=said, description=f"{said[0].upper()}{said[1:]}.", epilog=epilog
    )
    if formats:
        parser.add_argument(
            "--format",
            choices=("text", "json"),
            default="text",
            help="for people (text, the default) or for machines (json)",
        )
    return parser


def _add_address(parser: Parser) -> None:
    parser.add_argument("address", metavar="ADDRESS", help="sqlite:///firm.db")


def _add_copy(verbs: Any) -> Parser:
    parser = _added(verbs, "copy", "copy a store into another one", _COPY)
    parser.add_argument("source", metavar="SOURCE", help="the address to copy from")
    parser.add_argument("target", metavar="TARGET", help="the address to copy to")
    parser.set_defaults(act=_copy)
    return parser


def _add_verify(verbs: Any) -> Parser:
    parser = _added(verbs, "verify", "say whether a store is whole", _VERIFY)
    _add_address(parser)
    parser.add_argument(
        "--anchors", metavar="FILE", help="what `heads` printed at some time"
    )
    parser.set_defaults(act=_verify)
    return parser


def _add_heads(verbs: Any) -> Parser:
    said = "print where every log ends, as JSON: anchors to be kept elsewhere"
    parser = _added(verbs, "heads", said, _HEADS, formats=False)
    _add_address(parser)
    parser.set_defaults(act=_heads)
    return parser


def _add_backup(verbs: Any) -> Parser:
    parser = _added(verbs, "backup", "copy a file while it is used", _BACKUP)
    _add_address(parser)
    parser.add_argument("file", metavar="FILE", help="the new file")
    parser.set_defaults(act=_backup)
    return parser


def _add_rebuild(verbs: Any) -> Parser:
    said = "make lists and indexes anew from the lines"
    parser = _added(verbs, "rebuild", said, _REBUILD)
    _add_address(parser)
    parser.set_defaults(act=_rebuild)
    return parser


#: What adds each command to those of `legalcase store`.
PARSERS: Final = (_add_copy, _add_verify, _add_heads, _add_backup, _add_rebuild)


def _copy(options: argparse.Namespace) -> Reply:
    from legalcase.storage.copying import copy_store

    if options.source == options.target:
        options.refuse("SOURCE and TARGET are the same. Name another target")
    with (
        opened(options.source, options.refuse) as source,
        opened(options.target, options.refuse, is_new=True) as target,
        counted("lines", "line") as progress,
    ):
        heads = copy_store(source, target, progress=progress)
    if options.format == "json":
        return Reply(as_json({"heads": _plain(heads)}))
    return Reply(paragraphs(f"Copied and verified: {_size(heads)}."))


def _verify(options: argparse.Namespace) -> Reply:
    anchors = _anchors(options) if options.anchors is not None else []
    with opened(options.address, options.refuse) as store:
        faults = store.verify(anchors=anchors)
        heads = () if faults else store.heads()
    if options.format == "json":
        data = [
            {
                "stream": fault.stream,
                "number": fault.number,
                "what": fault.what,
                "said": fault.said,
            }
            for fault in faults
        ]
        text = as_json({"is_whole": not faults, "faults": data})
        return Reply("", int(bool(faults)), f"{text}\n".encode("ascii"))
    if not faults:
        against = f", and {_counted(len(anchors), 'anchor')}" if anchors else ""
        return Reply(paragraphs(f"Whole: {_size(heads)}{against}."))
    table = Table("", ("stream", "line", "what is wrong"))
    for fault in faults:
        table.add(fault.stream or "(all)", str(fault.number), fault.said)
    noun = "fault" if len(faults) == 1 else "faults"
    said = f"{len(faults)} {noun}. Lists are made anew by `legalcase store rebuild`; "
    said += "for all else, restore the store from a backup."
    return Reply(f"{table.text(width())}\n\n{paragraphs(said)}", 1)


def _anchors(options: argparse.Namespace) -> list[tuple[str, int, str]]:
    text = Path(options.anchors).read_bytes()
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, list) or not all(map(_is_anchor, found)):
        options.refuse(
            f"--anchors: {options.anchors!r} holds no anchors. Name a file with what "
            "`legalcase store heads` printed"
        )
    return [(stream, number, digest) for stream, number, digest in found]


def _is_anchor(one: object) -> bool:
    return isinstance(one, list) and [type(part) for part in one] == [str, int, str]


def _heads(options: argparse.Namespace) -> Reply:
    with opened(options.address, options.refuse) as store:
        return Reply(as_json(_plain(store.heads())))


def _backup(options: argparse.Namespace) -> Reply:
    from legalcase.storage.sqlite.store import SqliteStore

    with opened(options.address, options.refuse) as store:
        if isinstance(store, SqliteStore):
            with counted("pages", "page") as progress:
                heads = store.backup(options.file, progress=progress)
        else:
            options.refuse(
                "Only the file of a store in SQLite is backed up so. Use the backup of "
                "the database, pg_dump say, or `legalcase store copy`"
            )
    if options.format == "json":
        return Reply(as_json({"heads": _plain(heads)}))
    return Reply(paragraphs(f"Backed up and compared: {_size(heads)}."))


def _rebuild(options: argparse.Namespace) -> Reply:
    with (
        opened(options.address, options.refuse) as store,
        counted("streams", "stream") as progress,
    ):
        done = store.rebuild(progress=progress)
    if options.format == "json":
        return Reply(as_json({"streams": done}))
    return Reply(f"Made anew: the lists of {_counted(done, 'stream')}.")


def _plain(heads: Iterable[Head]) -> list[list[Any]]:
    return [list(head) for head in heads]


def _size(heads: tuple[Head, ...]) -> str:
    lines = sum(head.number for head in heads)
    return f"{_counted(lines, 'line')} in {_counted(len(heads), 'stream')}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
