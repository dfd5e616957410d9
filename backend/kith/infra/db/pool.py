"""The connection pool; the one place that opens connections and begins transactions."""

import datetime as dt
import struct
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from types import TracebackType
from typing import Any, Self

import asyncpg

from kith.infra.db.errors import DatabaseUnavailable, DatabaseUnreachable, TookTooLong
from kith.infra.db.faults import DRIVER_ERRORS, meaning
from kith.infra.db.unit import Unit
from kith.lib.errors import KithError

_PATIENCE = 10.0
"""Seconds to wait for a free connection or a server that starts; then people get an answer instead."""

_DAYS = struct.Struct("!i")
_FIRST_DAY = dt.date(2000, 1, 1).toordinal()
"""PostgreSQL counts days from here."""


class Database:
    """A pool of connections to one PostgreSQL database."""

    def __init__(self, pool: "asyncpg.Pool[Any]", dsn: str) -> None:
        """Wrap an open pool; use Database.open()."""
        self.pool = pool
        self.dsn = dsn
        self.lent = 0

    @classmethod
    async def open(cls, dsn: str, *, min_size: int = 1, max_size: int = 10) -> Self:
        """Connect. JIT is off: our statements are short. Times are UTC on the wire."""
        try:
            pool = await asyncpg.create_pool(
                dsn,
                min_size=min_size,
                max_size=max_size,
                timeout=_PATIENCE,
                command_timeout=120,
                statement_cache_size=150,  # a plan of ours takes the server one to three megabytes, in each connection
                max_cacheable_statement_size=0,  # of any size: a wide object's statement is long
                server_settings={"application_name": "kith", "jit": "off", "TimeZone": "UTC"},
                init=_keep_last_day,
                reset=_leave_as_it_is,
            )
        except (OSError, TimeoutError, *DRIVER_ERRORS) as error:
            reason = getattr(error, "strerror", None) or str(error) or "it does not answer"
            raise DatabaseUnreachable(reason=reason) from error
        return cls(pool, dsn)

    async def close(self) -> None:
        """Close every connection."""
        await self.pool.close()

    @asynccontextmanager
    async def unit(self, *, readonly: bool = False) -> AsyncIterator[Unit]:
        """Begin a transaction; commit when the block ends, roll back when it raises.

        A read-only unit skips BEGIN and COMMIT: each statement stands alone, which saves two round trips.
        """
        async with _Loan(self) as connection:
            unit = Unit(connection)
            if readonly:
                yield unit
            else:
                async with connection.transaction():
                    yield unit
        await unit.run_after_commit()

    def raw(self) -> AbstractAsyncContextManager[Any]:
        """Lend a connection outside any transaction, for CREATE INDEX CONCURRENTLY and LISTEN."""
        return _Loan(self)


class _Loan:
    """Lends a connection and gives it back; what the driver says becomes our word for it.

    A class and not a generator: every request passes here.
    """

    __slots__ = ("_connection", "_database")

    def __init__(self, database: Database) -> None:
        self._database = database
        self._connection: Any = None

    async def __aenter__(self) -> Any:  # noqa: ANN401 - the pool's proxy has no precise type
        database = self._database
        # A limit costs a timer and a task; nobody waits while there are fewer loans than connections.
        wait = None if database.lent < database.pool.get_max_size() else _PATIENCE
        database.lent += 1
        try:
            self._connection = await database.pool.acquire(timeout=wait)
        except BaseException as error:
            database.lent -= 1
            ours = _meant(error)
            if ours is None:
                raise
            raise ours from error
        return self._connection

    async def __aexit__(
        self,
        _kind: type[BaseException] | None,
        error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        ours: KithError | None = None
        if isinstance(error, TimeoutError):
            ours = TookTooLong()
        elif isinstance(error, DRIVER_ERRORS):
            if not isinstance(error, asyncpg.PostgresError):
                self._connection.terminate()  # what the driver itself no longer understands is not used again
            ours = meaning(error)
        # A broken connection is thrown away by the pool, which is no fault of the caller's.
        try:
            with suppress(OSError, *DRIVER_ERRORS):
                await self._database.pool.release(self._connection)
        finally:
            self._database.lent -= 1
        if ours is not None:
            raise ours from error


def _meant(error: BaseException) -> KithError | None:
    """Return our word for what kept somebody from a connection, or None."""
    if isinstance(error, OSError | TimeoutError):
        return DatabaseUnavailable()
    return meaning(error) if isinstance(error, DRIVER_ERRORS) else None


async def _keep_last_day(connection: Any) -> None:  # noqa: ANN401 - the pool's proxy has no precise type
    """Send dates ourselves: asyncpg would turn 9999-12-31, many a contract's end, into infinity."""
    await connection.set_type_codec(
        "date", schema="pg_catalog", encoder=_packed, decoder=_unpacked, format="binary"
    )


def _packed(day: dt.date) -> bytes:
    return _DAYS.pack(day.toordinal() - _FIRST_DAY)


def _unpacked(data: bytes) -> dt.date:
    (days,) = _DAYS.unpack(data)
    return dt.date.fromordinal(days + _FIRST_DAY)


async def _leave_as_it_is(_connection: Any) -> None:  # noqa: ANN401 - the pool's proxy has no precise type
    """Save the round trip of asyncpg's own reset after every request.

    Nothing of ours outlives its transaction: settings are `set local`, locks are of the transaction, listeners have
    connections of their own. A transaction that was left open has been rolled back before this is called.
    """
