"""Build `.venv` or `.venv-engines` from the pinned and hashed requirement files.

`make` calls this before everything else; by hand it is

    python3 tools/environment.py runtime test

Each argument is a group, that is a file `requirements/<group>.txt`. Nothing
happens when `.venv` already holds those groups. It is built anew when it belongs
to another place or another Python, when it was left unfinished, or when a pin
has changed; a group that is merely missing is added. The project itself is
installed last, editable, by the pinned build back end, so nothing that is not
pinned is ever fetched.

Whoever asks for an engine (`engines`, `spark`) gets `.venv-engines`, with all that was
asked for. Spark and what it brings are larger than all else together and are needed by
one target; in `.venv` they would slow every first run, and a test could pass there
because an engine had brought what nobody declared.

Only the standard library is used here, and nothing newer than Python 3.8, so that
an old Python gets a sentence to read and not a traceback.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))  # whatever PYTHONSAFEPATH says

from failed_setup import TRIES_AGAIN, advice, unusable

ROOT = Path(__file__).resolve().parent.parent
OLDEST_PYTHON = (3, 11)

# The back end that installs the project has to be there whatever is asked for.
ALWAYS = ("build", "runtime")

# What is not for `.venv`.
ENGINES = ("engines", "spark")

# Groups with a distribution of which there is no wheel, and its name: what is named
# here, and nothing else, may be built. The archive is pinned and hashed like any wheel,
# and it is built by the back end of `sources.txt`, installed beforehand, without an
# isolated environment, into which pip would fetch whatever is newest.
FROM_SOURCE = {"spark": "pyspark"}
BACK_END = "sources"

# Settings of the caller's that would send packages past the environment, or have
# others installed than are pinned.
UNWANTED = (
    "PIP_CONSTRAINT",
    "PIP_DRY_RUN",
    "PIP_NO_BINARY",
    "PIP_PREFIX",
    "PIP_ROOT",
    "PIP_TARGET",
    "PIP_USER",
    "PYTHONHOME",
    "PYTHONPATH",
    "VIRTUAL_ENV",
    "__PYVENV_LAUNCHER__",
)


def place(groups: list[str]) -> str:
    """The name of the environment that these groups belong into."""
    return ".venv-engines" if set(ENGINES).intersection(groups) else ".venv"


VENV = ROOT / place(sys.argv[1:])
RECORD = VENV / "legalcase.json"


def digest(path: Path) -> str:
    """Fingerprint of a file's content."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def project() -> str:
    """Fingerprint of what an installation takes from `pyproject.toml`.

    The settings of tools stand in the same file; they may change freely.
    """
    import tomllib

    tables = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    part = {"project": tables["project"], "build": tables["build-system"]}
    return hashlib.sha256(json.dumps(part, sort_keys=True).encode()).hexdigest()


def requirements(group: str) -> Path:
    """Where a group's pins are."""
    return ROOT / "requirements" / f"{group}.txt"


def identity() -> dict[str, str]:
    """What an environment must agree with to be used at all."""
    return {
        "place": str(VENV),
        "python": sys.version,
        "project": project(),
    }


def interpreter() -> Path:
    """The environment's own Python."""
    folder, name = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")
    return VENV / folder / name


def recorded() -> dict[str, str]:
    """What is installed in `VENV`, or nothing if that cannot be relied on."""
    try:
        record = json.loads(RECORD.read_text(encoding="utf-8"))
        groups = dict(record.pop("groups"))
        works = (
            subprocess.run(  # noqa: S603 - our own command line, no outside input
                [str(interpreter()), "-c", "import pip"],
                check=False,
                stderr=subprocess.DEVNULL,
            ).returncode
            == 0
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
    if not works or record != identity():
        return {}
    for group, pins in groups.items():
        path = requirements(group)
        if not path.is_file() or digest(path) != pins:
            return {}
    return groups


def create() -> None:
    """Make an empty environment, whatever stood there before."""
    # some systems ship Python without these two: see main
    import ensurepip  # noqa: F401 - used by venv, in a process of its own
    import venv

    if VENV.is_symlink() or VENV.is_file():
        VENV.unlink()
    elif VENV.exists():
        shutil.rmtree(VENV)
    venv.create(VENV, with_pip=True, symlinks=os.name != "nt")


def pip(*arguments: str) -> None:
    """Run the environment's own pip; what a reader needs is shown as it comes.

    Raises `CalledProcessError`, with all that pip printed, if it fails.
    """
    kept = {key: text for key, text in os.environ.items() if key not in UNWANTED}
    command = [str(interpreter()), "-m", "pip", *arguments]
    said: list[str] = []
    with subprocess.Popen(  # noqa: S603 - our own command line, no outside input
        command,
        cwd=ROOT,
        encoding="utf-8",
        env={**kept, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PYTHONIOENCODING": "utf-8"},
        errors="replace",
        stderr=subprocess.STDOUT,
        stdout=subprocess.PIPE,
    ) as running:
        for line in running.stdout or ():
            show(line, first=not any(TRIES_AGAIN in earlier for earlier in said))
            said.append(line)
    if running.returncode:
        raise subprocess.CalledProcessError(
            running.returncode, command, output="".join(said)
        )


def show(line: str, *, first: bool) -> None:
    """Show a line of pip's if it is for whoever waits; `first`: no try failed yet."""
    if TRIES_AGAIN in line:
        if first:
            print("the package index does not answer; trying again", file=sys.stderr)
    elif not re.match(r"(?:\x1b\[[0-9;]*m)*(?:WARNING|DEPRECATION|No broken)", line):
        print(line, end="", file=sys.stderr, flush=True)


def install(groups: list[str]) -> None:
    """Install these groups, and see that everything fits together."""
    # The files are complete, so nothing is left to resolve: a resolver would let a
    # later release of anything break what holds today. Nor is anything built, for that
    # would fetch a back end that is not pinned; but for what there is no wheel of.
    pinned = ("--no-deps", "--require-hashes", "--only-binary", ":all:")
    files: list[str] = []
    for group in groups:
        if group not in FROM_SOURCE:
            files += ["--requirement", os.path.relpath(requirements(group), ROOT)]
    if files:
        pip("install", "-q", *pinned, *files)
    for group in groups:
        if group in FROM_SOURCE:
            built = ("--no-binary", FROM_SOURCE[group], "--no-build-isolation")
            file = os.path.relpath(requirements(group), ROOT)
            pip("install", "-q", *pinned, *built, "--requirement", file)
    pip("check")


def install_project() -> None:
    """Install the project, editable, without fetching anything."""
    offline = ("--no-build-isolation", "--no-deps", "--no-index")
    pip("install", "-q", *offline, "--editable", ".")
    # As an installation that is not editable does: else each start compiles anew
    # where the caller keeps Python from writing bytecode.
    subprocess.run(  # noqa: S603 - our own command line, no outside input
        [str(interpreter()), "-m", "compileall", "-q", "src"], check=True, cwd=ROOT
    )


def bring_up(groups: list[str]) -> None:
    """Make the environment hold the wanted groups."""
    wanted = {*ALWAYS, *groups}
    if wanted.intersection(FROM_SOURCE):
        wanted.add(BACK_END)
    present = recorded()
    missing = sorted(wanted - set(present))
    if not missing:
        return
    if not present:
        takes = "some minutes" if wanted.intersection(ENGINES) else "about a minute"
        print(f"building {VENV.name} from the pinned files ({takes})", flush=True)
        create()
    print(f"installing: {', '.join(missing)}", flush=True)
    # until the record is written again, a failure here means: begin anew
    if RECORD.exists():
        RECORD.unlink()
    install(missing)
    if not present:
        install_project()
    pins = {group: digest(requirements(group)) for group in {*present, *wanted}}
    record = {**identity(), "groups": pins}
    RECORD.write_text(json.dumps(record, indent=2, sort_keys=True), encoding="utf-8")


def refusal(wanted: list[str]) -> str:
    """Why nothing can be built here, or nothing."""
    if sys.version_info < OLDEST_PYTHON:
        found = sys.version.split()[0]
        return (
            f"legalcase needs Python 3.11 or later; this is {found}. Install a newer "
            "one, or name it: make PYTHON=/where/it/is/python3.11"
        )
    for group in wanted:
        if not requirements(group).is_file():
            return (
                f"There is no requirements/{group}.txt; run `make pins` if "
                f"requirements/{group}.in is new."
            )
    return ""


def main(wanted: list[str]) -> int:
    """Bring the environment up to date; answer an exit status."""
    said = refusal(wanted)
    status = 1
    try:
        if not said:
            bring_up(wanted)
            return 0
    except ImportError as problem:
        said = (
            f"This Python cannot build an environment ({problem}). On Debian and "
            "Ubuntu, install the package python3-venv."
        )
    except subprocess.CalledProcessError as problem:
        said = advice(problem, os.path.relpath(interpreter(), ROOT))
    except OSError as problem:
        said = unusable(problem)
    except KeyboardInterrupt:
        said, status = "Interrupted; the next run begins anew.", 130
    print(said, file=sys.stderr)
    return status


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
