"""A company for every test that asks for one."""

from collections.abc import AsyncIterator

import pytest

from tests.support.company import Company
from tests.support.databases import Databases


@pytest.fixture
async def company(databases: Databases) -> AsyncIterator[Company]:
    """The company of tests.support.company in a database of its own."""
    async with databases.company() as copied:
        yield copied
