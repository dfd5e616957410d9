"""A workspace comes with its tables, and leaves nothing behind."""

import asyncpg
import pytest

from kith.infra.db import Database
from kith.kernel.catalog import load, standard
from kith.kernel.storage import workspaces
from kith.kernel.storage.errors import BadSlug, UnknownWorkspace, WorkspaceExists
from kith.kernel.storage.plan import plan
from tests.support.company import Company
from tests.support.every import MODULES


async def test_every_kind_has_its_columns_and_the_plan_is_then_empty(database: Database) -> None:
    async with database.unit() as unit:
        workspace = await workspaces.create(unit, "acme", "Acme", MODULES)
        left = await plan(unit, workspace, standard(MODULES, workspace))
        assert left.sentences == []


async def test_catalog_is_kept_until_its_version_changes(database: Database) -> None:
    async with database.unit() as unit:
        workspace = await workspaces.create(unit, "acme", "Acme", MODULES)
        first = await load(unit, workspace, MODULES)
        assert await load(unit, await workspaces.load(unit, "acme"), MODULES) is first
        assert first.object("every").module == "every"


async def test_workspaces_are_renamed_and_dropped(database: Database) -> None:
    async with database.unit() as unit:
        await workspaces.create(unit, "acme", "Acme")
        with pytest.raises(WorkspaceExists):
            await workspaces.create(unit, "acme", "Other")
        with pytest.raises(BadSlug):
            await workspaces.create(unit, "Acme; drop", "Other")
        renamed = await workspaces.rename(unit, "acme", "acme_2")
        assert renamed.schema == "ws_acme_2"
        await workspaces.drop(unit, "acme_2")
        with pytest.raises(UnknownWorkspace):
            await workspaces.load(unit, "acme_2")
        assert await unit.fetchval("select count(*) from pg_namespace where nspname ~ '^ws_'") == 0


async def test_a_renamed_workspace_still_keeps_its_last_administrator(company: Company) -> None:
    async with company.database.unit() as unit:
        renamed = await workspaces.rename(unit, company.workspace.slug, "renamed")
    everybody = f'{renamed.schema}."user"'
    with pytest.raises(asyncpg.PostgresError) as refused:
        async with company.database.unit() as unit:
            await unit.execute(f"update {everybody} set active = false where profile = 'admin'")
    assert (refused.value.sqlstate, refused.value.args[0]) == ("KR001", "last_admin")
