"""One running application per test file; each test signs in for itself."""

from collections.abc import AsyncIterator
from pathlib import Path

import asyncpg
import pytest

from tests.support.house import House, open_house
from tests.support.server import TestServer


@pytest.fixture(scope="module")
async def house(
    server: TestServer,
    maintenance: "asyncpg.Connection[asyncpg.Record]",
    tmp_path_factory: pytest.TempPathFactory,
) -> AsyncIterator[House]:
    """The application over a database of the file's own."""
    name = server.new_name("http")
    folder: Path = tmp_path_factory.mktemp("house")
    await maintenance.execute(f"CREATE DATABASE {name} OWNER {server.role}")
    async with open_house(server.url(name), folder) as opened:
        yield opened
    await maintenance.execute(f"DROP DATABASE {name} WITH (FORCE)")
