"""Fixtures for every test: a server for the session, a database or a workspace for a test."""

from collections.abc import AsyncIterator, Iterator

import asyncpg
import pytest

from kith.infra.db import Database
from kith.main.loader import load
from tests.support.company import Company
from tests.support.databases import Databases
from tests.support.server import TestServer, running_server, running_tcp_server


@pytest.fixture(scope="session")
def server(pytestconfig: pytest.Config) -> Iterator[TestServer]:
    """One PostgreSQL for each test process: a transaction of one test must not hold up listeners of another."""
    start = running_tcp_server if pytestconfig.getoption("--by-url") else running_server
    with start() as own:
        yield own


@pytest.fixture(scope="session")
async def maintenance(server: TestServer) -> AsyncIterator["asyncpg.Connection[asyncpg.Record]"]:
    """A connection from which databases are made and dropped."""
    connection = await asyncpg.connect(server.admin_url)
    yield connection
    await connection.close()


@pytest.fixture(scope="session")
def databases(server: TestServer, maintenance: "asyncpg.Connection[asyncpg.Record]") -> Databases:
    """Makes databases, empty or filled."""
    return Databases(server, maintenance)


@pytest.fixture
async def database_url(databases: Databases) -> AsyncIterator[str]:
    """The address of an empty database of the test's own."""
    async with databases.address() as url:
        yield url


@pytest.fixture
async def database(databases: Databases) -> AsyncIterator[Database]:
    """An open pool on an empty database of the test's own."""
    async with databases.empty() as opened:
        yield opened


@pytest.fixture
async def company(databases: Databases) -> AsyncIterator[Company]:
    """A workspace with the standard modules, and the people of `tests.support.company`."""
    async with databases.company(*load()) as copied:
        yield copied
