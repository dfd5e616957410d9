"""Databases for tests: empty ones, and copies of what is made once for a whole run."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any, TypeVar

import asyncpg

from kith.infra.db import Database
from kith.module import Module
from tests.support.company import Company, found
from tests.support.server import TestServer

Made = TypeVar("Made")


class Databases:
    """Makes databases as a hosting company does: for an ordinary role, which then owns them."""

    def __init__(
        self, server: TestServer, maintenance: "asyncpg.Connection[asyncpg.Record]"
    ) -> None:
        self._server = server
        self._maintenance = maintenance
        self._templates: list[tuple[object, str, Any]] = []

    @asynccontextmanager
    async def address(self, options: str = "") -> AsyncIterator[str]:
        """Lend the address of a new database; it is empty unless the options say otherwise."""
        name = await self._make(options)
        yield self._server.url(name)
        await self._maintenance.execute(f"DROP DATABASE {name} WITH (FORCE)")

    @asynccontextmanager
    async def empty(self) -> AsyncIterator[Database]:
        """Lend an open pool on an empty database."""
        async with self.address() as url, _opened(url) as database:
            yield database

    @asynccontextmanager
    async def copy(
        self, key: object, make: Callable[[Database], Awaitable[Made]]
    ) -> AsyncIterator[tuple[Database, Made]]:
        """Lend a copy of what `make` fills a database with, and what it returned; `key` says which copies are alike."""
        template, made = await self._template(key, make)
        # Copying the files costs a fraction of running some hundred statements again.
        options = f"TEMPLATE {template} STRATEGY FILE_COPY"
        async with self.address(options) as url, _opened(url) as database:
            yield database, made

    @asynccontextmanager
    async def company(self, *modules: Module) -> AsyncIterator[Company]:
        """Lend the company of `tests.support.company` with these modules."""

        async def make(database: Database) -> Company:
            return await found(database, *modules)

        async with self.copy(modules, make) as (database, company):
            people = dict(company.people)
            yield replace(company, database=database, people=people)

    async def _template(
        self, key: object, make: Callable[[Database], Awaitable[Made]]
    ) -> tuple[str, Made]:
        for known, name, made in self._templates:
            if known == key:
                return name, made
        name = await self._make()
        async with _opened(self._server.url(name)) as database:
            made = await make(database)
        self._templates.append((key, name, made))
        return name, made

    async def _make(self, options: str = "") -> str:
        name = self._server.new_name()
        statement = f"CREATE DATABASE {name} OWNER {self._server.role} {options}"
        await self._maintenance.execute(statement)
        return name


@asynccontextmanager
async def _opened(url: str) -> AsyncIterator[Database]:
    database = await Database.open(url, max_size=4)
    yield database
    await database.close()
