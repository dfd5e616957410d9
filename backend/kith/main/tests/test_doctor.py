"""The doctor finds each thing that can be wrong, names the cure, and changes nothing."""

import contextlib
import socket
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import asyncpg
import pytest

from kith.infra.db import Database
from kith.infra.settings import Settings
from kith.main.doctor import Finding, Grade, checks
from kith.main.doctor.database import database as examine
from kith.main.upgrade import upgrade
from tests.support.databases import Databases

DEAF = "TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER libc LC_COLLATE 'C' LC_CTYPE 'C'"
NARROW = DEAF.replace("UTF8", "SQL_ASCII")


async def _findings(
    check: Callable[[Settings], AsyncIterator[Finding]], settings: Settings
) -> dict[str, Finding]:
    return {finding.subject: finding async for finding in check(settings)}


async def _wrong(url: str, folder: Path) -> dict[str, Finding]:
    found = await _findings(examine, Settings(data=folder, database_url=url))
    return {name: each for name, each in found.items() if each.grade is Grade.WRONG}


async def test_a_database_that_is_ready_is_found_well_and_left_alone(
    database: Database, tmp_path: Path
) -> None:
    settings = Settings(data=tmp_path, database_url=database.dsn)
    await upgrade(database, settings, print)
    found = await _findings(examine, settings)
    assert {finding.grade for finding in found.values()} == {Grade.OK}
    assert "up to date" in found["database"].text


async def test_an_empty_database_needs_an_upgrade_and_stays_empty(
    database: Database, tmp_path: Path
) -> None:
    found = await _findings(examine, Settings(data=tmp_path, database_url=database.dsn))
    assert "kith upgrade" in found["upgrade"].cure
    async with database.unit(readonly=True) as unit:
        assert await unit.fetchval("select count(*) from pg_extension") == 1


async def test_a_character_type_that_loses_chinese_is_named(
    databases: Databases, tmp_path: Path
) -> None:
    async with databases.address(DEAF) as url:
        wrong = await _wrong(url, tmp_path)
    assert "lc_ctype is C" in wrong["Chinese search"].text
    assert "C.UTF-8" in wrong["Chinese search"].cure


async def test_another_encoding_is_named(databases: Databases, tmp_path: Path) -> None:
    async with databases.address(NARROW) as url:
        assert "SQL_ASCII" in (await _wrong(url, tmp_path))["database"].text


async def test_a_database_of_somebody_else_is_named(
    databases: Databases, maintenance: "asyncpg.Connection[asyncpg.Record]", tmp_path: Path
) -> None:
    async with databases.address() as url:
        name = url.partition("?")[0].rpartition("/")[2]
        await maintenance.execute(f"ALTER DATABASE {name} OWNER TO CURRENT_USER")
        assert "grant create" in (await _wrong(url, tmp_path))["database"].cure


async def test_an_extension_that_is_elsewhere_is_named(database: Database, tmp_path: Path) -> None:
    async with database.unit() as unit:
        await unit.execute("create schema apart; create extension unaccent schema apart")
    wrong = await _wrong(database.dsn, tmp_path)
    assert wrong["extension"].text == "unaccent: it is in schema apart"


async def test_an_old_server_is_named(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kith.main.doctor.database.OLDEST_SERVER", 990000)
    assert "PostgreSQL 18" in (await _wrong(database.dsn, tmp_path))["database"].cure


@pytest.mark.parametrize("url", ["postgresql://nobody@127.0.0.1:1/none", "no address at all"])
async def test_a_database_that_does_not_answer_is_named(url: str, tmp_path: Path) -> None:
    assert "KITH_DATABASE_URL" in (await _wrong(url, tmp_path))["database"].cure


async def test_a_folder_that_cannot_be_is_the_last_thing_looked_at(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    found = await _findings(checks.data_folder, Settings(data=tmp_path / "file" / "data"))
    assert found["data folder"].grade is Grade.WRONG
    assert found["data folder"].final
    assert "KITH_DATA" in found["data folder"].cure


async def test_a_disk_that_is_nearly_full_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checks, "ROOM", 1024**6)
    found = await _findings(checks.data_folder, Settings(data=tmp_path))
    assert found["disk"].grade is Grade.WRONG


async def test_a_taken_port_is_told(tmp_path: Path) -> None:
    with contextlib.closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]
        found = await _findings(checks.front_end, Settings(data=tmp_path, port=port))
    assert found["port"].text == f"{port} is in use"
