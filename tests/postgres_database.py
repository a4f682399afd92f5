"""A fresh database on a real PostgreSQL, and what a test does to it from outside.

The store logs in as its owner, a role without any power over the server: what works
for a superuser alone shows.
"""

from __future__ import annotations

from secrets import token_hex
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg.conninfo import make_conninfo
from psycopg.sql import SQL, Identifier, Literal

if TYPE_CHECKING:
    from typing import Self


class Database:
    """A new, empty database with an owner; both are gone when it is closed.

    Args:
        server: the connection string of somebody who may make databases and roles.
    """

    def __init__(self, server: str) -> None:
        """Make the owner, and the database."""
        self._server = server
        self._roles: list[str] = []
        self.name = f"legalcase_{token_hex(6)}"
        self.dsn = self.role()
        owner, name = Identifier(self._roles[0]), Identifier(self.name)
        made = SQL("CREATE DATABASE {} OWNER {} TEMPLATE template0")
        self._say(made.format(name, owner))

    def __enter__(self) -> Self:
        """Use it."""
        return self

    def __exit__(self, *_: object) -> None:
        """Remove it."""
        self.close()

    @property
    def as_server(self) -> str:
        """The connection string to this database of whoever made it."""
        return make_conninfo(self._server, dbname=self.name)

    def role(self) -> str:
        """Make a role that may log in and nothing else, and answer its connection."""
        name, password = f"legalcase_{token_hex(6)}", token_hex(16)
        made = SQL("CREATE ROLE {} LOGIN PASSWORD {}")
        self._say(made.format(Identifier(name), Literal(password)))
        self._roles.append(name)
        # who is no superuser gives to, and ends, only roles that he has himself
        self._say(SQL("GRANT {} TO CURRENT_USER").format(Identifier(name)))
        return make_conninfo(
            self._server, dbname=self.name, user=name, password=password
        )

    def backends(self) -> tuple[int, ...]:
        """The processes that serve this database's connections."""
        asked = SQL(
            "SELECT pid FROM pg_stat_activity WHERE datname = {}"
            " AND backend_type = 'client backend' ORDER BY backend_start"
        )
        return tuple(pid for (pid,) in self._ask(asked.format(Literal(self.name))))

    def kill(self, *backends: int) -> int:
        """End these connections, or all of them, from the server's side; how many."""
        mine = self.backends()
        ended = [pid for pid in backends or mine if pid in mine]
        for pid in ended:
            # waits until it is gone
            self._ask(SQL("SELECT pg_terminate_backend({}, 5000)").format(Literal(pid)))
        return len(ended)

    def close(self) -> None:
        """Remove the database, whoever is still in it, and its roles."""
        name = Identifier(self.name)
        self._say(SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(name))
        while self._roles:
            role = Identifier(self._roles[-1])
            self._say(SQL("DROP ROLE {}").format(role))
            self._roles.pop()

    def _say(self, command: Any) -> None:
        with psycopg.connect(self._server, autocommit=True) as connection:
            connection.execute(command)

    def _ask(self, query: Any) -> list[tuple[Any, ...]]:
        with psycopg.connect(self._server, autocommit=True) as connection:
            return connection.execute(query).fetchall()
