"""`legalcase verify`: a certificate computed anew by the law at hand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from legalcase.cli.console.options import Reply, add_law_options, law_of
from legalcase.cli.console.terminal import as_json, paragraphs, width

if TYPE_CHECKING:
    import argparse

    from legalcase.certificates import Certificate, Verification

__all__ = ["add_parser", "run"]

#: Far more than a computation with all its words and readings takes.
_LONGEST: Final = 16_000_000

_EPILOG: Final = """\
examples:
  legalcase due 'us/frcp/59(e)' --after 2026-06-03 --court cand \\
      --format certificate > answer.json
  legalcase verify answer.json
  legalcase verify answer.json --law our-rules --format json

A certificate holds what was asked, the editions of the law, every step and the
words of the law. It is computed anew, and nothing is looked up elsewhere. The
digest shows a change, not who wrote it: keep it where others cannot write.

status:
  0  reproduced, or the dates are the same
  1  a date is another, or nothing can be computed; or the file was changed"""


def add_parser(commands: Any) -> argparse.ArgumentParser:
    """Add the command to those of the parser, and return its own parser."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "verify",
        help="compute a certificate anew: reproduced, or differs because",
        description="Compute a certificate anew, and say whether it is reproduced.",
        epilog=_EPILOG,
    )
    parser.add_argument(
        "file", metavar="FILE", help="what `--format certificate` printed"
    )
    parser.add_argument(
        "--explain",
        action="store_true",
        help="print the argument too, with its words, as the certificate has it",
    )
    add_law_options(parser)
    return parser


def run(options: argparse.Namespace) -> Reply:
    """Verify the certificate of a file."""
    from legalcase.certificates import Certificate, verify

    certificate = Certificate.from_json(_bytes_of(options))
    found = verify(certificate, law_of(options, options.refuse))
    status = int(found.state == "differs")
    if options.format == "json":
        text = as_json(_plain(certificate, found))
        return Reply("", status, f"{text}\n".encode("ascii"))
    parts = [
        f"{certificate.computation.subject}, {_due(certificate)}\n{certificate.digest}",
        paragraphs(str(found), hanging=2),
    ]
    if options.explain:
        parts.append(paragraphs(certificate.explain(width=width())))
    return Reply("\n\n".join(parts), status)


def _bytes_of(options: argparse.Namespace) -> bytes:
    path = Path(options.file)
    if not path.is_file():
        options.refuse(
            f"There is no file {options.file!r}. Name what `legalcase due … --format "
            "certificate` has written"
        )
    if path.stat().st_size > _LONGEST:
        options.refuse(f"{options.file!r} is too large for a certificate. Name another")
    return path.read_bytes()


def _due(certificate: Certificate) -> str:
    computation = certificate.computation
    if not computation.is_running:
        return "not running"
    due, safe = computation.due, computation.safe
    return f"due {due}" if due == safe else f"due {due}, safe {safe}"


def _plain(certificate: Certificate, found: Verification) -> dict[str, Any]:
    now = found.now
    runs = now is not None and now.is_running
    return {
        "subject": certificate.computation.subject,
        "digest": certificate.digest,
        "library": certificate.library,
        "state": found.state,
        "because": list(found.because),
        "due": str(certificate.computation.due)
        if certificate.computation.is_running
        else None,
        "due_now": str(now.due) if runs and now is not None else None,
    }
