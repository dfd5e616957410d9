"""A company for every test that asks for one."""

import pytest

from kith.infra.db import Database
from tests.support.company import Company, found


@pytest.fixture
async def company(database: Database) -> Company:
    """The company of tests.support.company in a database of its own."""
    return await found(database)
