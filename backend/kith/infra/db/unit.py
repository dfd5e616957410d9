"""One request or job = one transaction = one Unit; committed at the edge, rolled back on any exception."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Sequence
from typing import Any, cast

import asyncpg

Connection = Any  # asyncpg.Connection or its pool proxy; asyncpg ships no precise types for both


class Unit:
    """A transaction in progress. SQL text uses $1, $2 ... and schema-qualified names."""

    def __init__(self, connection: Connection) -> None:
        """Wrap a connection whose transaction has begun; made by Database.unit()."""
        self.connection = connection
        self._after_commit: list[Callable[[], Awaitable[None]]] = []

    async def fetchval(self, sql: str, *args: object) -> Any:  # noqa: ANN401 - the caller knows the column
        """Return the first column of the first row, or None."""
        return await self.connection.fetchval(sql, *args)

    async def fetchrow(self, sql: str, *args: object) -> asyncpg.Record | None:
        """Return the first row, or None."""
        return cast("asyncpg.Record | None", await self.connection.fetchrow(sql, *args))

    async def fetch(self, sql: str, *args: object) -> list[asyncpg.Record]:
        """Return all rows."""
        return cast("list[asyncpg.Record]", await self.connection.fetch(sql, *args))

    async def execute(self, sql: str, *args: object) -> str:
        """Run a statement and return its command tag."""
        return cast("str", await self.connection.execute(sql, *args))

    async def executemany(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """Run a statement once per row, pipelined."""
        await self.connection.executemany(sql, rows)

    async def copy(
        self, schema: str, table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]
    ) -> None:
        """COPY rows into a table."""
        await self.connection.copy_records_to_table(
            table, schema_name=schema, columns=list(columns), records=rows
        )

    async def stream(
        self, sql: str, *args: object, chunk: int = 1000
    ) -> AsyncIterator[asyncpg.Record]:
        """Yield rows by a server-side cursor, `chunk` rows a round trip."""
        async for row in self.connection.cursor(sql, *args, prefetch=chunk):
            yield row

    def savepoint(self) -> Any:  # noqa: ANN401 - asyncpg's transaction object
        """Return an async context manager: what happens inside is undone alone if it raises."""
        return self.connection.transaction()

    def after_commit(self, action: Callable[[], Awaitable[None]]) -> None:
        """Run `action` once the transaction has been committed; never if it is rolled back."""
        self._after_commit.append(action)

    async def run_after_commit(self) -> None:
        """Run what was put off; called by Database.unit()."""
        for action in self._after_commit:
            await action()
