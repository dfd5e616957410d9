"""A workspace with every kind of field, and a context of Kith itself in it."""

from collections.abc import AsyncIterator

import pytest

from kith.infra import jobs
from kith.infra.db import Database
from kith.kernel.design import JOBS
from kith.kernel.schema import Workspace
from kith.kernel.storage import workspaces
from tests.support.databases import Databases
from tests.support.desk import Desk
from tests.support.every import MODULES


@pytest.fixture
async def desk(databases: Databases) -> AsyncIterator[Desk]:
    """A workspace in a database of its own."""
    async with databases.copy("desk", _furnish) as (database, workspace):
        yield Desk(database, workspace.slug, MODULES, JOBS)


async def _furnish(database: Database) -> Workspace:
    async with database.unit() as unit:
        await jobs.install(unit.connection)
        return await workspaces.create(unit, "acme", "Acme", MODULES)
