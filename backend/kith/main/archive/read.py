"""Read an archive back: checked first, restored beside what is there, compared, and only then given its name."""

import hashlib
import json
import secrets
import tempfile
import uuid
import zipfile
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kith.infra.blobs import Blobs
from kith.infra.db import Database, Unit
from kith.infra.postgres.tools import run_tool
from kith.kernel.storage import workspaces
from kith.lib.ids import new_id
from kith.main.archive.contents import (
    FILES,
    FORMAT,
    MANIFEST,
    ROWS,
    SCHEMA,
    Contents,
    contents_from_json,
    system_tables,
    table_sums,
)
from kith.main.archive.errors import ArchiveBroken, ArchiveUnreadable, WorkspaceInTheWay

CHUNK = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Newcomer:
    """The workspace while it is being restored, under a name that nobody uses."""

    id: uuid.UUID
    slug: str

    @property
    def schema(self) -> str:
        """Its schema."""
        return f"ws_{self.slug}"


async def restore(
    database: Database,
    source: Path,
    blobs: Blobs,
    *,
    slug: str | None = None,
    replace: bool = False,
) -> str:
    """Restore `source` as `slug` (or as it was called) and return the name it got."""
    contents = read_contents(source)
    wanted = slug or str(contents.workspace["slug"])
    await _check_way(database, wanted, replace=replace)
    check_parts(source, contents)
    newcomer = Newcomer(new_id(), f"r_{secrets.token_hex(8)}")
    try:
        await _restore_tables(database, source, contents, newcomer)
        await _compare(database, source, contents, newcomer)
        await _restore_files(source, contents, newcomer, blobs)
        await _settle(database, newcomer, wanted)
    except BaseException:
        await _withdraw(database, newcomer, blobs)
        raise
    return wanted


def read_contents(source: Path) -> Contents:
    """Read the manifest, or say why this is no archive of ours."""
    try:
        with zipfile.ZipFile(source) as archive:
            found: dict[str, Any] = json.loads(archive.read(MANIFEST))
        if found.get("format") != FORMAT:
            raise ArchiveUnreadable(path=source, reason=f"its format is {found.get('format')}")
        return contents_from_json(found)
    except (OSError, zipfile.BadZipFile, KeyError, TypeError, ValueError) as error:
        raise ArchiveUnreadable(path=source, reason=str(error) or type(error).__name__) from error


def check_parts(source: Path, contents: Contents) -> None:
    """Compare every part with its checksum."""
    with zipfile.ZipFile(source) as archive:
        for part in contents.parts:
            digest = hashlib.sha256()
            try:
                with archive.open(part.name) as stream:
                    while chunk := stream.read(CHUNK):
                        digest.update(chunk)
            except (KeyError, zipfile.BadZipFile, OSError) as error:
                raise ArchiveBroken(path=source, what=part.name) from error
            if digest.hexdigest() != part.sha256:
                raise ArchiveBroken(path=source, what=part.name)


async def _check_way(database: Database, slug: str, *, replace: bool) -> None:
    async with database.unit(readonly=True) as unit:
        taken = await unit.fetchval("select 1 from kith.workspace where slug = $1", slug)
    if taken and not replace:
        raise WorkspaceInTheWay(slug=slug)


async def _restore_tables(
    database: Database, source: Path, contents: Contents, newcomer: Newcomer
) -> None:
    """One psql transaction: step aside, restore under the old name, take the new name, step back."""
    with tempfile.TemporaryDirectory(prefix="kith-restore-") as folder:
        work = Path(folder)
        with zipfile.ZipFile(source) as archive:
            archive.extract(SCHEMA, work)
        await run_tool(
            "pg_restore",
            ("--no-owner", "--no-privileges", "--file", work / "schema.sql", work / SCHEMA),
            database.dsn,
        )
        script = work / "restore.sql"
        script.write_text(await _script(database, contents, newcomer), encoding="utf-8")
        await run_tool(
            "psql",
            (
                "--no-psqlrc",
                "--quiet",
                "--single-transaction",
                "--set=ON_ERROR_STOP=1",
                f"--file={script}",
            ),
            database.dsn,
        )
    async with database.unit() as unit:
        await _enter_rows(unit, source, contents, newcomer)


async def _script(database: Database, contents: Contents, newcomer: Newcomer) -> str:
    old = str(contents.workspace["schema_name"])
    async with database.unit(readonly=True) as unit:
        is_taken = await unit.fetchval("select to_regnamespace($1) is not null", old)
    aside = f"aside_{newcomer.slug}"
    lines = [
        "select pg_advisory_xact_lock(hashtext('kith.upgrade')) \\g /dev/null",
        f"alter schema {old} rename to {aside};" if is_taken else "",
        "\\ir schema.sql",
        f"alter schema {old} rename to {newcomer.schema};",
        f"alter schema {aside} rename to {old};" if is_taken else "",
    ]
    return "\n".join(lines) + "\n"


async def _enter_rows(unit: Unit, source: Path, contents: Contents, newcomer: Newcomer) -> None:
    """The workspace's own row and what Kith keeps about its people, under the new identity."""
    row = {
        **contents.workspace,
        "id": str(newcomer.id),
        "slug": newcomer.slug,
        "schema_name": newcomer.schema,
    }
    names = ", ".join(f'"{name}"' for name in row)
    await unit.execute(
        f"insert into kith.workspace ({names}) select {names}"
        " from jsonb_populate_record(null::kith.workspace, $1::text::jsonb)",
        json.dumps(row),
    )
    owners = await system_tables(unit)
    for table, columns in contents.system_rows.items():
        if table not in owners:
            continue
        names = ", ".join(f'"{name}"' for name in columns)
        await unit.execute(
            f'create temp table incoming on commit drop as select {names} from kith."{table}" where false'
        )
        with zipfile.ZipFile(source) as archive, archive.open(f"{ROWS}{table}") as stream:
            await unit.connection.copy_to_table("incoming", source=stream, columns=columns)
        await unit.execute(f'update incoming set "{owners[table]}" = $1', newcomer.id)
        await unit.execute(
            f'insert into kith."{table}" ({names}) select {names} from incoming on conflict do nothing'
        )
        await unit.execute("drop table incoming")


async def _compare(
    database: Database, source: Path, contents: Contents, newcomer: Newcomer
) -> None:
    async with database.unit() as unit:
        found = await table_sums(unit, newcomer.schema)
    for name, table in contents.tables.items():
        if found.get(name) != table:
            raise ArchiveBroken(path=source, what=f"table {name}")


async def _restore_files(
    source: Path, contents: Contents, newcomer: Newcomer, blobs: Blobs
) -> None:
    with zipfile.ZipFile(source) as archive:
        for part in contents.parts:
            if part.name.startswith(FILES):
                key = f"{newcomer.id}/{part.name.removeprefix(FILES)}"
                await blobs.put(key, _chunks(archive, part.name))


async def _chunks(archive: zipfile.ZipFile, name: str) -> AsyncIterator[bytes]:
    with archive.open(name) as stream:
        while chunk := stream.read(CHUNK):
            yield chunk


async def _settle(database: Database, newcomer: Newcomer, slug: str) -> None:
    async with database.unit() as unit:
        if await unit.fetchval("select 1 from kith.workspace where slug = $1", slug):
            await workspaces.drop(unit, slug)
        await workspaces.rename(unit, newcomer.slug, slug)


async def _withdraw(database: Database, newcomer: Newcomer, blobs: Blobs) -> None:
    """Leave nothing of a restore that did not work."""
    async with database.unit() as unit:
        await unit.execute(f"drop schema if exists {newcomer.schema} cascade")
        await unit.execute("delete from kith.workspace where id = $1", newcomer.id)
    async for key in blobs.list(str(newcomer.id)):
        await blobs.delete(key)
