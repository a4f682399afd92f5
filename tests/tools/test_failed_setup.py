"""What a failed set-up says: the cause where pip's messages tell it, and what to do."""

from __future__ import annotations

import errno
import re
import subprocess

import pytest

from failed_setup import advice, unusable

PYTHON = ".venv/bin/python"
INSTALL = ("python", "-m", "pip", "install", "-q")

# What pip printed, of the oldest and of the newest that was tried. Long lines are cut.
OFFLINE_OLD = """\
WARNING: Retrying (Retry(total=1, connect=None, read=None, redirect=None, status=None))\
 after connection broken by 'NewConnectionError('<HTTPSConnection object at 0x7fc7>:\
 Failed to establish a new connection: [Errno -3] Temporary failure in name resolution'
WARNING: Retrying (Retry(total=0, connect=None, read=None, redirect=None, status=None))\
 after connection broken by 'NewConnectionError('<HTTPSConnection object at 0x7fc8>:\
 Failed to establish a new connection: [Errno -3] Temporary failure in name resolution'
ERROR: Could not find a version that satisfies the requirement attrs==26.1.0 (from\
 versions: none)
ERROR: No matching distribution found for attrs==26.1.0
"""
OFFLINE_NEW = """\
WARNING: Retrying (Retry(total=0, connect=None, read=None, redirect=None, status=None))\
 after connection broken by 'NameResolutionError("HTTPSConnection(host='example.org',\
 port=443): Failed to resolve 'example.org' ([Errno -3] Temporary failure)")'
ERROR: Could not find a version that satisfies the requirement attrs==26.1.0 (from\
 versions: none)
ERROR: No matching distribution found for attrs==26.1.0
"""
BROKEN_OFF = """\
ERROR: Could not install packages due to an OSError: HTTPSConnectionPool(host='a.test\
', port=443): Max retries exceeded with url: /x.whl
"""
TURNED_AWAY = "ERROR: HTTP error 403 while getting https://a.example/x.whl\n"
OTHER_FILE = """\
ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE. If you have\
 updated the package versions, please update the hashes.
    attrs==26.1.0 from https://a.example/attrs-26.1.0-py3-none-any.whl (from -r x.txt):
        Expected sha256 d647aa4a12dfbad9333ca4e71fe62ddc36f4e63b2d260a37a8b83d2f043ac309
             Got        c647aa4a12dfbad9333ca4e71fe62ddc36f4e63b2d260a37a8b83d2f043ac309
"""
NO_FILE = """\
WARNING: Retrying (Retry(total=4, connect=None, read=None, redirect=None, status=None))\
 after connection broken by 'ReadTimeoutError("timed out")': /numpy/
ERROR: Could not find a version that satisfies the requirement numpy==2.4.6 (from\
 versions: 1.26.0, 2.0.0)
ERROR: No matching distribution found for numpy==2.4.6
"""
FULL = """\
ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device
"""
FULL_WINDOWS = (
    "OSError: [WinError 112] Es steht nicht genug Speicherplatz zur Verfügung"
)
UNKNOWN = "ERROR: Exception:\nTraceback (most recent call last):\nKeyError: 'x'\n"

CAUSES = {
    "offline, old pip": (OFFLINE_OLD, "The package index was not reached"),
    "offline, new pip": (OFFLINE_NEW, "The package index was not reached"),
    "broken off": (BROKEN_OFF, "The package index was not reached"),
    "turned away": (TURNED_AWAY, "did not let pip in"),
    "another file": (OTHER_FILE, "What was fetched for attrs==26.1.0 is not the file"),
    "no file": (NO_FILE, "has no built file of numpy==2.4.6 for this Python"),
    "disk full": (FULL, "There is no room left on the disk"),
    "disk full, Windows": (FULL_WINDOWS, "There is no room left on the disk"),
    "unknown": (UNKNOWN, "Three things often help: run the same command again"),
    "nothing said": ("", "Three things often help: run the same command again"),
}


def failed(output: str | bytes, *command: str) -> subprocess.CalledProcessError:
    """A command that failed, and what it had printed."""
    return subprocess.CalledProcessError(1, command or INSTALL, output=output)


@pytest.mark.parametrize("cause", CAUSES)
def test_the_cause_is_told_from_what_pip_printed(cause: str) -> None:
    """Each cause has a sentence of its own, and each ends with what to do."""
    printed, part = CAUSES[cause]
    said = advice(failed(printed), PYTHON)
    assert part in said
    told = {sentence for _, sentence in CAUSES.values() if sentence in said}
    assert told <= {part, "The package index was not reached", "did not let pip in"}
    assert len(re.findall(r"[.:] ", said)) >= 1
    assert "Traceback" not in said


def test_what_pip_printed_may_be_coloured_or_bytes() -> None:
    """As where `FORCE_COLOR` is set, and as `ensurepip` is heard."""
    red = FULL.replace("[Errno 28]", "\x1b[31m[Errno\x1b[0m 28]")
    assert "no room left" in advice(failed(red), PYTHON)
    assert "no room left" in advice(failed(FULL.encode()), PYTHON)


def test_a_try_that_went_well_in_the_end_is_no_cause() -> None:
    """The index answered the second time: what failed is something else."""
    assert "was not reached" not in advice(failed(NO_FILE), PYTHON)
    last = NO_FILE.replace("total=4", "total=0")
    assert "was not reached" in advice(failed(last), PYTHON)


def test_pins_that_do_not_fit_are_no_fault_of_the_reader() -> None:
    """`pip check` found something: the files of the project are wrong, or edited."""
    said = advice(
        failed("mypy 2 requires librt, which is not installed.", "pip", "check"), PYTHON
    )
    assert "does not fit together" in said
    assert "git status requirements" in said


def test_an_environment_without_pip() -> None:
    """`venv` runs `ensurepip` in a process of its own, and keeps what it prints."""
    command = ("python", "-m", "ensurepip", "--upgrade")
    assert "put pip into .venv" in advice(failed(b"", *command), PYTHON)
    assert "no room left" in advice(failed(FULL.encode(), *command), PYTHON)


@pytest.mark.parametrize(
    ("problem", "part"),
    [
        (OSError(errno.ENOSPC, "No space left", "a"), "no room left on the disk"),
        (OSError(errno.EDQUOT, "Quota exceeded", "a"), "no room left on the disk"),
        (PermissionError(errno.EACCES, "no", ".venv/x"), "No permission for .venv/x"),
        (OSError(errno.EROFS, "Read-only file system", "a"), "cannot use a (Read-only"),
        (OSError("odd"), "cannot use (odd)"),
        (OSError(), "cannot use (OSError)"),
    ],
)
def test_a_file_that_cannot_be_used(problem: OSError, part: str) -> None:
    """A full disk, somebody else's file, and all else with what the system says."""
    assert part in unusable(problem)
