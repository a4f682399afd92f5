"""pip itself, on small wheels in a folder: what is pinned is installed, or a sentence.

Nothing is fetched: the folder is all the index there is.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import tarfile
import zipfile
from typing import TYPE_CHECKING

import pytest

import environment
from failed_setup import advice

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow


def wheel(folder: Path, name: str, version: str, *requires: str) -> str:
    """Put a wheel into a folder; answer the line that pins it."""
    path = folder / f"{name}-{version}-py3-none-any.whl"
    inside = f"{name}-{version}.dist-info"
    asked = "".join(f"Requires-Dist: {line}\n" for line in requires)
    about = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
    kind = "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(f"{name}.py", f"version = {version!r}\n")
        archive.writestr(f"{inside}/METADATA", f"{about}Provides-Extra: more\n{asked}")
        archive.writestr(f"{inside}/WHEEL", kind)
        archive.writestr(f"{inside}/RECORD", "")
    return pin(path, name, version)


def pin(path: Path, name: str, version: str) -> str:
    """The line that pins a file."""
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return f"{name}=={version} \\\n    --hash=sha256:{digest}\n"


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with nothing but pip."""
    place = tmp_path_factory.mktemp("a place") / ".venv"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(environment, "VENV", place)
        environment.create()
    return place


@pytest.fixture
def index(empty: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that pip takes files from; a project; and nothing installed."""
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    (tmp_path / "requirements").mkdir()
    monkeypatch.setattr(environment, "VENV", empty)
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    for name in [name for name in os.environ if name.startswith("PIP_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_NO_CACHE_DIR", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(wheels))
    subprocess.run(
        [
            *(str(environment.interpreter()), "-m", "pip", "uninstall", "-qq", "-y"),
            *("asker", "base", "other"),
        ],
        check=True,
        env={**os.environ, "PIP_NO_INDEX": ""},
        stderr=subprocess.DEVNULL,
    )
    return wheels


def install(index: Path, *lines: str) -> None:
    """Install these pins."""
    text = "".join(lines)
    (index.parent / "requirements" / "group.txt").write_text(text, encoding="utf-8")
    environment.install(["group"])


def installed(name: str) -> str:
    """The version of a module in the environment."""
    code = f"import {name}; print({name}.version)"
    return subprocess.run(
        [str(environment.interpreter()), "-c", code],
        capture_output=True,
        check=True,
        encoding="utf-8",
    ).stdout.strip()


def said_of(problem: pytest.ExceptionInfo[subprocess.CalledProcessError]) -> str:
    """The advice on a failure."""
    return advice(problem.value, "python")


def test_a_later_release_changes_nothing(
    index: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """The extra of a pinned distribution is asked for, and a newer one is out.

    pip before 23.3 takes the extra apart from the pin, picks the newer release, and
    refuses it for want of a hash, unless it is told to resolve nothing.
    """
    asker = wheel(index, "asker", "1", "base[more]>=1")
    base = wheel(index, "base", "1")
    wheel(index, "base", "2")
    install(index, asker, base)
    assert installed("base") == "1"
    assert installed("asker") == "1"
    assert capfd.readouterr().err == ""


def test_settings_of_the_caller_do_not_move_a_pin(
    index: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A constraint, a dry run or a wish for sources, set for other work."""
    constraint = tmp_path / "constraint.txt"
    constraint.write_text("base==2\n", encoding="utf-8")
    monkeypatch.setenv("PIP_CONSTRAINT", str(constraint))
    monkeypatch.setenv("PIP_DRY_RUN", "1")
    monkeypatch.setenv("PIP_NO_BINARY", ":all:")
    install(index, wheel(index, "base", "1"))
    assert installed("base") == "1"


def test_what_is_lacking_is_found(
    index: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Nothing is resolved, so what the pins lack has to be found by `pip check`."""
    with pytest.raises(subprocess.CalledProcessError) as problem:
        install(index, wheel(index, "asker", "1", "base>=1"))
    assert "does not fit together" in said_of(problem)
    assert "asker 1 requires base" in capfd.readouterr().err


def test_another_file_than_was_pinned(index: Path) -> None:
    """The name of what was changed is in the advice."""
    pinned = wheel(index, "base", "1")
    wheel(index, "base", "1", "other; extra == 'more'")
    with pytest.raises(subprocess.CalledProcessError) as problem:
        install(index, pinned)
    assert "What was fetched for base==1 is not the file" in said_of(problem)


def test_a_version_that_is_not_to_be_had(index: Path) -> None:
    """As in a mirror that is behind."""
    pinned = wheel(index, "base", "1").replace("==1", "==3")
    with pytest.raises(subprocess.CalledProcessError) as problem:
        install(index, pinned)
    assert "has no built file of base==3" in said_of(problem)


def test_nothing_is_built(index: Path) -> None:
    """A source whose hash is pinned would fetch a back end that is not."""
    path = index / "base-1.tar.gz"
    with tarfile.open(path, "w:gz"):
        pass
    with pytest.raises(subprocess.CalledProcessError) as problem:
        install(index, pin(path, "base", "1"))
    assert "has no built file of base==1" in said_of(problem)


def test_an_index_that_does_not_answer(
    index: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Whoever waits is told so once, and not in pip's words."""
    monkeypatch.delenv("PIP_NO_INDEX")
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/nothing-listens-here")
    monkeypatch.setenv("PIP_RETRIES", "1")
    monkeypatch.setenv("NO_PROXY", "*")
    with pytest.raises(subprocess.CalledProcessError) as problem:
        install(index, wheel(index, "base", "1").replace("==1", "==3"))
    assert "The package index was not reached" in said_of(problem)
    shown = capfd.readouterr().err
    assert shown.count("does not answer; trying again") == 1
    assert "Retrying" not in shown
