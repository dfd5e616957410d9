"""A workspace with every kind of field, and a context of Kith itself in it."""

import pytest

from kith.infra import jobs
from kith.infra.db import Database
from kith.kernel.design import JOBS
from kith.kernel.storage import workspaces
from tests.support.desk import Desk
from tests.support.every import MODULES


@pytest.fixture
async def desk(database: Database) -> Desk:
    """A workspace in a database of its own."""
    async with database.unit() as unit:
        workspace = await workspaces.create(unit, "acme", "Acme", MODULES)
        await jobs.install(unit.connection)
    return Desk(database, workspace.slug, MODULES, JOBS)
