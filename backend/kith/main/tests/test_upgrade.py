"""An older workspace becomes a present one at start: planned, backed up, whole or not at all."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from kith.infra.blobs import MemoryBlobs
from kith.infra.db import Database
from kith.infra.settings import Settings
from kith.kernel.schema import FieldDef, ObjectDef
from kith.kernel.storage import workspaces
from kith.main.archive import restore
from kith.main.upgrade import UpgradeFailed, plan, upgrade
from kith.module import Module

BOAT = ObjectDef("boat", label="Boat", fields=(FieldDef("name", kind="text", label="Name"),))
OLD = (Module("boats", "Boats", objects=(BOAT,)),)
LENGTH = FieldDef("length", kind="number", label="Length")
NEW = (Module("boats", "Boats", objects=(replace(BOAT, fields=(*BOAT.fields, LENGTH)),)),)


@pytest.fixture
async def fleet(database: Database) -> Database:
    """A workspace as an older Kith made it, with one boat."""
    async with database.unit() as unit:
        await workspaces.create(unit, "fleet", "Fleet", OLD)
        await unit.execute("insert into ws_fleet.boat (name) values ('Andrea Gail')")
    return database


async def _columns(database: Database) -> set[str]:
    async with database.unit(readonly=True) as unit:
        rows = await unit.fetch(
            "select attname from pg_attribute where attrelid = 'ws_fleet.boat'::regclass and attnum > 0"
        )
    return {row["attname"] for row in rows}


async def test_an_empty_database_is_made_ready(database: Database, tmp_path: Path) -> None:
    said: list[str] = []
    await upgrade(database, Settings(data=tmp_path), said.append, ())
    assert await plan(database, ()) == []
    assert not said
    assert not (tmp_path / "backups").exists()


async def test_a_new_field_arrives_and_rows_stay(fleet: Database, tmp_path: Path) -> None:
    await upgrade(fleet, Settings(data=tmp_path), lambda _: None, OLD)
    assert any("boat.length" in sentence for sentence in await plan(fleet, NEW))
    said: list[str] = []
    await upgrade(fleet, Settings(data=tmp_path), said.append, NEW)
    assert "length" in await _columns(fleet)
    assert any("boat.length" in line for line in said)
    assert await plan(fleet, NEW) == []
    async with fleet.unit(readonly=True) as unit:
        assert await unit.fetchval("select name from ws_fleet.boat") == "Andrea Gail"


async def test_the_backup_from_before_brings_the_old_state_back(
    fleet: Database, tmp_path: Path
) -> None:
    await upgrade(fleet, Settings(data=tmp_path), lambda _: None, NEW)
    async with fleet.unit() as unit:
        await unit.execute("delete from ws_fleet.boat")
    (backup,) = (tmp_path / "backups").glob("*/fleet.kith")
    await restore(fleet, backup, MemoryBlobs(), replace=True)
    assert "length" not in await _columns(fleet)
    async with fleet.unit(readonly=True) as unit:
        assert await unit.fetchval("select count(*) from ws_fleet.boat") == 1


async def test_a_failed_upgrade_changes_nothing(fleet: Database, tmp_path: Path) -> None:
    await upgrade(fleet, Settings(data=tmp_path), lambda _: None, OLD)
    async with fleet.unit() as unit:
        # Something of the administrator's own stands where the last step wants to build.
        await unit.execute("create table ws_fleet.yacht (odd text)")
        await unit.execute("create view ws_fleet.harbour as select 1 as one")
    harbour = ObjectDef("harbour", label="Harbour", fields=BOAT.fields)
    newer = (replace(NEW[0], objects=(*NEW[0].objects, harbour)),)
    before = await _columns(fleet)
    with pytest.raises(UpgradeFailed) as failure:
        await upgrade(fleet, Settings(data=tmp_path), lambda _: None, newer)
    assert "before-upgrade" in str(failure.value)
    assert await _columns(fleet) == before


async def test_two_processes_upgrade_once(fleet: Database, tmp_path: Path) -> None:
    said: list[str] = []
    settings = Settings(data=tmp_path)
    await asyncio.gather(*(upgrade(fleet, settings, said.append, NEW) for _ in range(2)))
    assert len([line for line in said if line.startswith("backed up")]) == 1


async def test_what_follows_a_migration_is_told_as_it_is_done(
    fleet: Database, tmp_path: Path
) -> None:
    await upgrade(fleet, Settings(data=tmp_path), lambda _: None, OLD)
    async with fleet.unit() as unit:
        await unit.execute("alter table ws_fleet._file add column key text")
        await unit.execute("delete from ws_fleet._migration where name = '0501_file_keys'")
    assert await plan(fleet, NEW) == ["Fleet: run 0501_file_keys."]
    said: list[str] = []
    await upgrade(fleet, Settings(data=tmp_path), said.append, NEW)
    backed_up = next(place for place, line in enumerate(said) if line.startswith("backed up"))
    told = next(place for place, line in enumerate(said) if "boat.length" in line)
    assert said.index("  Fleet: run 0501_file_keys.") < backed_up < told
    assert await plan(fleet, NEW) == []
