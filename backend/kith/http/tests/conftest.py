"""One running application per test file; each test signs in for itself."""

from collections.abc import AsyncIterator

import pytest

from tests.support.databases import Databases
from tests.support.house import House, open_house


@pytest.fixture(scope="module")
async def house(
    databases: Databases, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[House]:
    """The application over a database of the file's own."""
    async with open_house(databases, tmp_path_factory.mktemp("house")) as opened:
        yield opened
