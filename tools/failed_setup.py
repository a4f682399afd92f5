"""What to do about a set-up that failed, in plain sentences.

pip says much and names causes in its own words; a newcomer needs the cause and the
next step. What pip's messages do not tell is not guessed: then there are three things
to try.

Like `environment.py`, this needs the standard library alone, and no new Python; so no
`:=`.
"""

from __future__ import annotations

import errno
import os
import re
import sysconfig
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import subprocess

#: ENOSPC, and a quota that is used up; 39 and 112 are Windows' numbers for the first.
FULL = (errno.ENOSPC, errno.EDQUOT)
_FULL = re.compile(
    "|".join([rf"\[Errno {n}\]" for n in FULL] + [r"\[WinError (?:39|112)\]"])
)

# What pip prints before each further try; `_OVERCOME` may have gone well after it.
TRIES_AGAIN = "Retrying (Retry("
_OVERCOME = re.compile(r"^.*Retrying \(Retry\(total=[1-9].*$", re.MULTILINE)

# What it prints when the last try failed too, when the connection broke off, and when
# the index wanted somebody else.
_NOT_REACHED = re.compile(
    r"Retry\(total=0|Max retries exceeded|Connection(?:Pool|Error|Reset|Refused)"
    r"|NameResolution|ProxyError|ReadTimeout|SSLError|IncompleteRead|ProtocolError"
    r"|Could not fetch URL|HTTP error 4\d\d|\b40[137] (?:Client )?Error"
)
_OTHER_FILE = re.compile(r"DO NOT MATCH THE HASHES.*?\n +(\S+)", re.DOTALL)
_NO_FILE = re.compile(r"No matching distribution found for (\S+)")

NEEDED = ".venv needs up to 500 MB, .venv-engines 4 GB while it is built"
AGAIN = "Then run the same command again."


def advice(  # noqa: PLR0911 - one for each cause that can be told
    problem: subprocess.CalledProcessError, python: str
) -> str:
    """What a failed command of the set-up means, and what to do about it.

    Args:
        problem: the command, with what it printed as `output`.
        python: how the environment's Python is called, to be shown in commands.
    """
    said = _text(problem.output)
    if "check" in problem.cmd:
        return (
            "What was installed does not fit together, as said above. Nothing is "
            "wrong with your machine if the files are as they came: see with "
            "`git status requirements`, put them back, or run `make pins` if you "
            "changed an .in file; else please report it."
        )
    changed = _OTHER_FILE.search(said)
    if changed:
        return (
            f"What was fetched for {changed[1]} is not the file that was pinned, so it "
            "was not installed. A copy may be damaged: empty pip's cache with "
            f"`{python} -m pip cache purge`, and run the same command again. If that "
            "does not help, the index or a proxy on the way changes files: use another "
            "network, and leave the hashes as they are."
        )
    if _FULL.search(said):
        return full()
    if _NOT_REACHED.search(_OVERCOME.sub("", said)):
        return (
            "The package index was not reached, or did not let pip in. See whether "
            "this machine is online; behind a proxy set HTTPS_PROXY, and with an index "
            f"of your own look at what `{python} -m pip config list` shows. {AGAIN}"
        )
    missing = _NO_FILE.search(said)
    if missing:
        return (
            f"The index that pip uses has no built file of {missing[1]} for this "
            f"Python ({sysconfig.get_python_version()} on {sysconfig.get_platform()}). "
            "Take one of Python 3.11 to 3.14, as with "
            "`make PYTHON=/where/it/is/python3.12`; if the index is a mirror, it may "
            "lack that version."
        )
    if "ensurepip" in problem.cmd:
        return (
            "This Python could not put pip into .venv. See whether the disk has room "
            f"({NEEDED}); else take another Python, as with "
            "`make PYTHON=/where/it/is/python3.12`."
        )
    return (
        "The environment could not be built; the messages above say why. Three things "
        "often help: run the same command again, since a download may have broken off; "
        "remove .venv and run it again; take another Python, as with "
        "`make PYTHON=/where/it/is/python3.12`."
    )


def full() -> str:
    """What to do when the disk is full."""
    return (
        f"There is no room left on the disk. Make some ({NEEDED}); if it is the folder "
        f"for temporary files that is full, set TMPDIR to another one. {AGAIN}"
    )


def unusable(problem: OSError) -> str:
    """What to do about a file or a folder that cannot be used."""
    if problem.errno in FULL or getattr(problem, "winerror", None) in {39, 112}:
        return full()
    if isinstance(problem, PermissionError):
        return (
            f"No permission for {problem.filename}: it belongs to somebody else, or "
            "another program has it open. Close that program, remove .venv as its "
            "owner, or work in a copy of your own."
        )
    where = "" if problem.filename is None else f" {os.fspath(problem.filename)}"
    why = problem.strerror or str(problem) or type(problem).__name__
    return (
        f"The environment could not be built: cannot use{where} ({why}). Remove .venv "
        "and run the same command again, or work in a copy in another folder."
    )


def _text(output: object) -> str:
    """What a command printed: text, bytes or nothing, without colours."""
    if isinstance(output, bytes):
        output = output.decode(errors="replace")
    return re.sub(r"\x1b\[[0-9;]*m", "", output) if isinstance(output, str) else ""
