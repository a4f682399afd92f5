"""Build `.venv` from the pinned and hashed requirement files.

`make` calls this before everything else; by hand it is

    python3 tools/environment.py runtime test

Each argument is a group, that is a file `requirements/<group>.txt`. Nothing
happens when `.venv` already holds those groups. It is built anew when it belongs
to another place or another Python, when it was left unfinished, or when a pin
has changed; a group that is merely missing is added. The project itself is
installed last, editable, by the pinned build back end, so nothing that is not
pinned is ever fetched.

Only the standard library is used here, and nothing newer than Python 3.8, so that
an old Python gets a sentence to read and not a traceback.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
RECORD = VENV / "legalcase.json"
OLDEST_PYTHON = (3, 11)

# The back end that installs the project has to be there whatever is asked for.
ALWAYS = ("build", "runtime")

# Settings of the caller's that would send packages past the environment.
UNWANTED = (
    "PIP_PREFIX",
    "PIP_ROOT",
    "PIP_TARGET",
    "PIP_USER",
    "PYTHONHOME",
    "PYTHONPATH",
    "VIRTUAL_ENV",
    "__PYVENV_LAUNCHER__",
)


def digest(path: Path) -> str:
    """Fingerprint of a file's content."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def project() -> str:
    """Fingerprint of what an installation takes from `pyproject.toml`.

    The settings of tools stand in the same file; they may change freely.
    """
    import tomllib  # noqa: PLC0415 - not in the old Pythons that main turns away

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
    """What is installed in `.venv`, or nothing if that cannot be relied on."""
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
    import ensurepip  # noqa: F401, PLC0415 - used by venv, in a process of its own
    import venv  # noqa: PLC0415 - as above

    if VENV.is_symlink() or VENV.is_file():
        VENV.unlink()
    elif VENV.exists():
        shutil.rmtree(VENV)
    venv.create(VENV, with_pip=True, symlinks=os.name != "nt")


def pip(*arguments: str) -> None:
    """Run the environment's own pip; its messages are shown as they come."""
    kept = {key: text for key, text in os.environ.items() if key not in UNWANTED}
    subprocess.run(  # noqa: S603 - our own command line, no outside input
        [str(interpreter()), "-m", "pip", *arguments],
        check=True,
        cwd=ROOT,
        env={**kept, "PIP_DISABLE_PIP_VERSION_CHECK": "1"},
    )


def install(groups: list[str]) -> None:
    """Install these groups, then the project itself if it is not there yet."""
    files: list[str] = []
    for group in groups:
        files += ["--requirement", os.path.relpath(requirements(group), ROOT)]
    # The files are complete, so nothing is left to resolve: a resolver would let a
    # later release of anything break what holds today.
    pip("install", "-qq", "--no-deps", "--require-hashes", *files)
    pip("check")


def install_project() -> None:
    """Install the project, editable, without fetching anything."""
    offline = ("--no-build-isolation", "--no-deps", "--no-index")
    pip("install", "-qq", *offline, "--editable", ".")
    # As an installation that is not editable does: else each start compiles anew
    # where the caller keeps Python from writing bytecode.
    subprocess.run(  # noqa: S603 - our own command line, no outside input
        [str(interpreter()), "-m", "compileall", "-q", "src"], check=True, cwd=ROOT
    )


def bring_up(groups: list[str]) -> None:
    """Make `.venv` hold the wanted groups."""
    wanted = {*ALWAYS, *groups}
    present = recorded()
    missing = sorted(wanted - set(present))
    if not missing:
        return
    if not present:
        print("building .venv from the pinned files (about a minute)", flush=True)
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


def main(wanted: list[str]) -> int:
    """Bring `.venv` up to date; answer an exit status."""
    if sys.version_info < OLDEST_PYTHON:
        found = sys.version.split()[0]
        print(
            f"legalcase needs Python 3.11 or later; this is {found}. Install a newer "
            "one, or name it: make PYTHON=/where/it/is/python3.11",
            file=sys.stderr,
        )
        return 1
    for group in wanted:
        if not requirements(group).is_file():
            print(
                f"There is no requirements/{group}.txt; run `make pins` if "
                f"requirements/{group}.in is new.",
                file=sys.stderr,
            )
            return 1
    try:
        bring_up(wanted)
    except ImportError as problem:
        print(
            f"This Python cannot build an environment ({problem}). On Debian and "
            "Ubuntu, install the package python3-venv.",
            file=sys.stderr,
        )
        return 1
    except PermissionError as problem:
        print(
            f"No permission for {problem.filename}: it belongs to somebody else. "
            "Remove .venv as that user, or work in a copy of your own.",
            file=sys.stderr,
        )
        return 1
    except subprocess.CalledProcessError:
        print(
            "The environment could not be built; the messages above say why. Run "
            "the same command again once that is mended.",
            file=sys.stderr,
        )
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
