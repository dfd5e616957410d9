"""A desk at which sam, a seller, imports."""

import pytest

from kith.modules.exchange.manifest import MODULE
from kith.modules.exchange.tests.desk import Desk
from tests.support.company import module


@pytest.fixture
async def desk(databases):
    async with databases.company(module(), MODULE) as company:
        yield Desk(company.database, company, "sam")
