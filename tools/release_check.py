"""Build the wheel and the sdist, and prove that what is published works.

Run as `make release-check`, after the version has been raised and the changelog
written. The two files are left in `dist/`. Each is installed into an environment of its
own, beside the pinned and hashed run-time files, and there, away from the sources,
`import legalcase` and `legalcase demo` have to work.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
import venv
import zipfile
from pathlib import Path

from environment import ROOT, UNWANTED

DIST = ROOT / "dist"
INDEX = "legalcase/jurisdictions.index"  # of the law's words: made with the wheel
EPOCH = "1767225600"  # of the demos, so that they can be compared


def version() -> str:
    """The version of the project."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    found: str = tomllib.loads(text)["project"]["version"]
    return found


def unwritten(root: Path, released: str) -> list[str]:
    """What the changelog lacks for a release of this version."""
    changelog = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    heading = rf"^## {re.escape(released)} \(\d{{4}}-\d\d-\d\d\)$"
    said = []
    if not re.search(heading, changelog, re.MULTILINE):
        said.append(f"CHANGELOG.md has no entry for {released}")
    waiting = {path.name for path in (root / "changelog.d").iterdir()} - {"README.md"}
    said += [f"changelog.d/{name} is in no entry yet" for name in sorted(waiting)]
    return said


def run(*command: str | Path, cwd: Path = ROOT) -> None:
    """Run a command; its messages are shown. Raises `CalledProcessError`."""
    kept = {key: text for key, text in os.environ.items() if key not in UNWANTED}
    subprocess.run(  # noqa: S603 - our own command lines, no outside input
        [str(word) for word in command],
        check=True,
        cwd=cwd,
        env={**kept, "SOURCE_DATE_EPOCH": EPOCH, "PIP_DISABLE_PIP_VERSION_CHECK": "1"},
        stdout=subprocess.DEVNULL,
    )


def build(folder: Path, root: Path = ROOT) -> tuple[Path, Path]:
    """Build wheel and sdist with the pinned back end; nothing is fetched."""
    run(sys.executable, "-m", "hatchling", "build", "-d", folder, cwd=root)
    (wheel,) = folder.glob("*.whl")
    (sdist,) = folder.glob("*.tar.gz")
    return wheel, sdist


def tracked(root: Path) -> set[str]:
    """The files that git knows, by their names from the top."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached"],  # noqa: S607 - whichever git the user has
        capture_output=True,
        check=True,
        cwd=root,
        encoding="utf-8",
    ).stdout
    return {name for name in listed.split("\0") if name}


def wheel_problems(wheel: Path, files: set[str]) -> list[str]:
    """What is wrong with a wheel's content, beside the project's files."""
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    held = {name for name in names if ".dist-info/" not in name}
    wanted = {
        name.removeprefix("src/") for name in files if name.startswith("src/legalcase/")
    } | {INDEX}
    said = _differences(wheel.name, held, wanted)
    if "legalcase/py.typed" not in held:
        said.append(f"{wheel.name} has no py.typed: type checkers would not look at it")
    law = "legalcase/jurisdictions/"
    if not [n for n in held if n.startswith(law) and n.endswith("/calendar.toml")]:
        said.append(f"{wheel.name} has no law: no calendar.toml below {law}")
    return said


def sdist_problems(sdist: Path, files: set[str]) -> list[str]:
    """What is wrong with a sdist's content, beside the project's files."""
    with tarfile.open(sdist) as archive:
        names = {found.name for found in archive.getmembers() if not found.isdir()}
    top = sdist.name.removesuffix(".tar.gz")
    held = {name.removeprefix(f"{top}/") for name in names}
    return _differences(sdist.name, held, files | {"PKG-INFO"})


def _differences(name: str, held: set[str], wanted: set[str]) -> list[str]:
    said = [f"{name} has {found}, which git does not" for found in held - wanted]
    said += [f"{name} lacks {missing}" for missing in wanted - held]
    return sorted(said)


def try_out(built: Path, place: Path, released: str) -> dict[str, bytes]:
    """Install a built file into a new environment, and answer what its demo writes."""
    venv.create(place / "env", with_pip=True, symlinks=os.name != "nt")
    scripts = place / "env" / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / ("python.exe" if os.name == "nt" else "python")
    install = (python, "-m", "pip", "install", "-qq", "--no-deps")
    groups = ("runtime",) if built.suffix == ".whl" else ("build", "runtime")
    for group in groups:
        pins = ROOT / "requirements" / f"{group}.txt"
        run(*install, "--require-hashes", "--only-binary", ":all:", "-r", pins)
    run(*install, "--no-index", "--no-build-isolation", built, cwd=place)
    run(python, "-m", "pip", "check")
    code = (
        "import sys, legalcase; from pathlib import Path; "
        "assert Path(legalcase.__file__).is_relative_to(sys.prefix), legalcase; "
        f"assert legalcase.__version__ == {released!r}, legalcase.__version__"
    )
    run(python, "-I", "-c", code, cwd=place)
    run(scripts / "legalcase", "demo", "--out", "demo", cwd=place)
    return {path.name: path.read_bytes() for path in (place / "demo").iterdir()}


def checked(released: str) -> list[str]:
    """Go through everything, and answer what is wrong."""
    said = unwritten(ROOT, released)
    shutil.rmtree(DIST, ignore_errors=True)
    wheel, sdist = build(DIST)
    files = tracked(ROOT)
    said += wheel_problems(wheel, files) + sdist_problems(sdist, files)
    demos = []
    with tempfile.TemporaryDirectory(prefix="release check ") as place:
        for built in (wheel, sdist):
            print(f"installing {built.name}, and running its demo", flush=True)
            folder = Path(place) / built.name
            folder.mkdir()
            demos.append(try_out(built, folder, released))
    if demos[0] != demos[1]:
        said.append("the demo of the sdist writes other files than that of the wheel")
    return said


def main() -> int:
    """Say what is wrong, or that nothing is; answer an exit status."""
    released = version()
    try:
        said = checked(released)
    except subprocess.CalledProcessError as problem:
        said = [f"this failed, as said above: {' '.join(problem.cmd)}"]
    if said:
        print(f"{released} cannot be released:", *said, sep="\n  ", file=sys.stderr)
        return 1
    print(f"{released} can be released: wheel and sdist are in dist/")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
