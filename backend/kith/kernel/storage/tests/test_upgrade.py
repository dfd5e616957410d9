"""Databases made by older versions become what this version wants, with all their data.

The files in `versions` are made by `tests/support/freeze.py`, one for each version.
"""

from dataclasses import replace
from pathlib import Path

import pytest

from kith.infra.db import Database
from kith.infra.db.migrate import migrate
from kith.kernel.catalog import load
from kith.kernel.schema import FieldDef
from kith.kernel.storage import apply as storage
from kith.kernel.storage import workspaces
from kith.kernel.storage.database import prepare
from kith.kernel.storage.plan import plan
from tests.support.every import EVERY, Declared

VERSIONS = sorted((Path(__file__).parent / "versions").glob("*.sql"))
GROWN = replace(EVERY, fields=(*EVERY.fields, FieldDef("more", "text", "More", unique=True)))
MODULES = (Declared("every", (GROWN,)),)


def test_there_are_versions_to_upgrade_from() -> None:
    assert VERSIONS


@pytest.mark.parametrize("version", VERSIONS, ids=lambda path: path.stem)
async def test_an_older_database_is_upgraded_with_its_data(
    database: Database, version: Path
) -> None:
    async with database.unit() as unit:
        await unit.execute(version.read_text("utf-8"))
    async with database.unit() as unit:
        await prepare(unit)
        workspace = await workspaces.load(unit, "acme")
        await migrate(unit, workspaces.system_tables(workspace.schema))
        catalog = await load(unit, workspace, MODULES)
        steps = await plan(unit, workspace, catalog)
        assert "Add the column every.more (text)." in steps.sentences
        await storage.apply(unit, steps)
    await storage.finish(database, steps)
    async with database.unit() as unit:
        assert (await plan(unit, workspace, catalog)).sentences == []
        assert await unit.fetchval("select count(*) from ws_acme.every where money__base > 0") == 20
        assert await unit.fetchval('select email from ws_acme."user"') == "ada@example.com"
