"""A fresh database on a real PostgreSQL, and what a test does to it from outside.

The store logs in as its owner, a role without any power over the server: what works
for a superuser alone shows.
"""

from __future__ import annotations

from contextlib import contextmanager
from secrets import token_hex
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg.conninfo import make_conninfo
from psycopg.sql import SQL, Identifier, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Self

#: What a new database has not got, counted by the numbers that PostgreSQL gives to
#: what it did not bring itself.
LEFT = """
    SELECT (SELECT count(*) FROM pg_class WHERE oid >= 16384)
        + (SELECT count(*) FROM pg_namespace WHERE oid >= 16384)
        + (SELECT count(*) FROM pg_proc WHERE oid >= 16384)
        + (SELECT count(*) FROM pg_type WHERE oid >= 16384)
        + (SELECT count(*) FROM pg_extension WHERE oid >= 16384)
        + (SELECT count(*) FROM pg_event_trigger)
        + (SELECT count(*) FROM pg_largeobject_metadata)
        + (SELECT count(*) FROM pg_default_acl)
        + (SELECT count(*) FROM pg_prepared_xacts WHERE database = current_database())
        + (SELECT count(*) FROM pg_db_role_setting AS setting JOIN pg_database AS one
            ON one.oid = setting.setdatabase WHERE one.datname = current_database())
        + (SELECT count(*) FROM pg_database
            WHERE datname = current_database() AND datacl IS NOT NULL)
        + (SELECT count(*) FROM pg_namespace WHERE nspname = 'public' AND nspacl::text
            <> '{pg_database_owner=UC/pg_database_owner,=U/pg_database_owner}')
"""


class Database:
    """A new, empty database with an owner; both are gone when it is closed.

    Args:
        server: the connection string of somebody who may make databases and roles.
        emptied: a database that is as good as new, and gets another owner.
    """

    def __init__(self, server: str, emptied: str | None = None) -> None:
        """Make the owner, and the database."""
        self._server = server
        self._roles: list[str] = []
        self.name = emptied or f"legalcase_{token_hex(6)}"
        self.dsn = self.role()
        owner, name = Identifier(self._roles[0]), Identifier(self.name)
        made = SQL("CREATE DATABASE {} OWNER {} TEMPLATE template0")
        given = SQL("ALTER DATABASE {} OWNER TO {}")
        self._say((given if emptied else made).format(name, owner))

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

    def emptied(self) -> bool:
        """Remove all that is in it, and its roles; whether it is as good as new.

        Making a database takes a server longer than most tests take.
        """
        name = Identifier(self.name)
        try:
            self.kill()
            self._say(SQL("ALTER DATABASE {} OWNER TO CURRENT_USER").format(name))
            with psycopg.connect(self.as_server, autocommit=True) as connection:
                connection.execute("SET lock_timeout = '10s'")
                for one in self._roles:
                    role = Identifier(one)
                    connection.execute(SQL("DROP OWNED BY {} CASCADE").format(role))
                left = connection.execute(LEFT).fetchone()
            self._drop_roles()
        except psycopg.Error:
            return False  # whatever is in the way: it is removed whole
        return left == (0,)

    def close(self) -> None:
        """Remove the database, whoever is still in it, and its roles."""
        name = Identifier(self.name)
        self._say(SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(name))
        self._drop_roles()

    def _drop_roles(self) -> None:
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


class Databases:
    """Databases that were used, emptied, and wait for the next test.

    Args:
        server: as that of `Database`.
    """

    def __init__(self, server: str) -> None:
        """Have none yet."""
        self._server = server
        self._free: list[str] = []

    def __enter__(self) -> Self:
        """Use them."""
        return self

    def __exit__(self, *_: object) -> None:
        """Remove those that wait."""
        with psycopg.connect(self._server, autocommit=True) as connection:
            for name in self._free:
                connection.execute(SQL("DROP DATABASE {}").format(Identifier(name)))

    @contextmanager
    def one(self) -> Iterator[Database]:
        """One that is empty, with an owner and roles of its own."""
        database = Database(self._server, self._free.pop() if self._free else None)
        try:
            yield database
        finally:
            if database.emptied():
                self._free.append(database.name)
            else:
                database.close()
