"""What is backed up comes back the same, under any name; what is damaged is refused whole."""

import zipfile
from pathlib import Path

import pytest

from kith.infra.blobs import MemoryBlobs
from kith.infra.db import Database
from kith.kernel.schema import Workspace
from kith.kernel.storage import workspaces
from kith.lib.ids import new_id
from kith.main.archive import ArchiveBroken, ArchiveUnreadable, back_up, restore
from kith.main.archive.contents import table_sums
from kith.main.archive.errors import WorkspaceInTheWay

USER = new_id()


@pytest.fixture
async def acme(database: Database) -> Workspace:
    """A workspace with a person, her password and a file's worth of rows."""
    async with database.unit() as unit:
        workspace = await workspaces.create(unit, "acme", "Acme 华星")
        await unit.execute(
            f"insert into {workspace.schema}.user (id, name, email) values ($1, '王芳', 'wf@acme.example')",
            USER,
        )
        await unit.execute(
            "insert into kith.credential (workspace, user_id, password) values ($1, $2, 'hash')",
            workspace.id,
            USER,
        )
    return workspace


@pytest.fixture
async def blobs(acme: Workspace) -> MemoryBlobs:
    store = MemoryBlobs()
    await store.put(f"{acme.id}/file/0199", b"a contract")
    await store.put("somebody-else/file/0199", b"no business of ours")
    return store


@pytest.fixture
async def archive(acme: Workspace, database: Database, blobs: MemoryBlobs, tmp_path: Path) -> Path:
    path = tmp_path / "acme.kith"
    await back_up(database.dsn, "acme", path, blobs)
    return path


async def test_it_comes_back_under_its_own_name_in_an_empty_database(
    archive: Path, acme: Workspace, database: Database, blobs: MemoryBlobs
) -> None:
    async with database.unit() as unit:
        before = await table_sums(unit, acme.schema)
        await workspaces.drop(unit, "acme")
    assert await restore(database, archive, blobs) == "acme"
    async with database.unit() as unit:
        back = await workspaces.load(unit, "acme")
        assert (back.name, back.schema) == ("Acme 华星", "ws_acme")
        assert await table_sums(unit, back.schema) == before
        assert await unit.fetchval(
            "select password from kith.credential where workspace = $1", back.id
        )
    assert await blobs.get(f"{back.id}/file/0199") == b"a contract"


async def test_it_comes_back_beside_the_living_one(
    archive: Path, acme: Workspace, database: Database, blobs: MemoryBlobs
) -> None:
    await restore(database, archive, blobs, slug="copy")
    async with database.unit() as unit:
        await unit.execute("update ws_copy.user set name = 'changed' where id = $1", USER)
        assert await unit.fetchval("select name from ws_acme.user where id = $1", USER) == "王芳"
        names = [entry.slug for entry in await workspaces.all_workspaces(unit)]
    assert names == ["acme", "copy"]


async def test_it_does_not_write_over_a_workspace_unless_told(
    archive: Path, acme: Workspace, database: Database, blobs: MemoryBlobs
) -> None:
    with pytest.raises(WorkspaceInTheWay):
        await restore(database, archive, blobs)
    async with database.unit() as unit:
        await unit.execute("update ws_acme.user set name = 'spoilt'")
    await restore(database, archive, blobs, replace=True)
    async with database.unit() as unit:
        assert await unit.fetchval("select name from ws_acme.user where id = $1", USER) == "王芳"


@pytest.mark.parametrize("part", ["schema.dump", "rows/credential"])
async def test_a_damaged_archive_is_refused_and_leaves_nothing(
    part: str,
    archive: Path,
    acme: Workspace,
    database: Database,
    blobs: MemoryBlobs,
    tmp_path: Path,
) -> None:
    damaged = tmp_path / "damaged.kith"
    with zipfile.ZipFile(archive) as source, zipfile.ZipFile(damaged, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, content[:-1] + b"?" if name == part else content)
    with pytest.raises(ArchiveBroken):
        await restore(database, damaged, blobs, slug="copy")
    async with database.unit() as unit:
        assert [entry.slug for entry in await workspaces.all_workspaces(unit)] == ["acme"]


async def test_rows_that_differ_from_their_sum_are_noticed(
    archive: Path, acme: Workspace, database: Database, blobs: MemoryBlobs, tmp_path: Path
) -> None:
    lying = tmp_path / "lying.kith"
    with zipfile.ZipFile(archive) as source, zipfile.ZipFile(lying, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "manifest.json":
                content = content.replace(b'"rows": 1', b'"rows": 2')
            target.writestr(name, content)
    with pytest.raises(ArchiveBroken):
        await restore(database, lying, blobs, slug="copy")
    async with database.unit() as unit:
        assert not await unit.fetchval(
            "select count(*) from pg_namespace where nspname like 'ws_r%'"
        )
        assert [entry.slug for entry in await workspaces.all_workspaces(unit)] == ["acme"]


async def test_something_else_is_no_archive(tmp_path: Path, database: Database) -> None:
    path = tmp_path / "x.kith"
    path.write_bytes(b"hello")
    with pytest.raises(ArchiveUnreadable):
        await restore(database, path, MemoryBlobs())
