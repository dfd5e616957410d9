"""Writes down what a database of today looks like, for the tests of tomorrow's upgrades.

Run it once for each released version: python -m tests.support.freeze 0001
"""

import asyncio
import subprocess
import sys
from pathlib import Path

import asyncpg

from kith.infra.db import Database
from kith.infra.postgres.account import server_account
from kith.infra.postgres.binaries import find_binaries
from kith.kernel.storage import workspaces
from tests.support.every import MODULES
from tests.support.server import TestServer, running_server

FOLDER = Path(__file__).parents[2] / "kith/kernel/storage/tests/versions"
ROWS = """
insert into ws_acme."user" (name, name__sort, email) values ('Ada', 'ada', 'ada@example.com');
insert into ws_acme.every (text, text__sort, number, money, money__currency, money__base, choice, date)
select 'Row ' || i, 'row ' || i, i, i, 'EUR', i, 'a', date '2026-01-01' + i from generate_series(1, 20) i;
"""


async def _fill(server: TestServer, name: str) -> None:
    connection = await asyncpg.connect(server.admin_url)
    await connection.execute(f"create database {name} owner {server.role}")
    await connection.close()
    database = await Database.open(server.url(name))
    async with database.unit() as unit:
        await workspaces.create(unit, "acme", "Acme", MODULES, base_currency="EUR")
        await unit.execute(ROWS)
    await database.close()


def freeze(version: str) -> Path:
    """Make a database as this code makes it, and write its SQL into the folder of versions."""
    with running_server() as server:
        asyncio.run(_fill(server, "frozen"))
        dump = find_binaries(server_account()).tool("pg_dump")
        options = ("--inserts", "--no-owner", "--no-privileges")
        done = subprocess.run(
            [str(dump), *options, server.url("frozen")], capture_output=True, text=True, check=True
        )
    lines = [
        line
        for line in done.stdout.splitlines()
        if line and not line.startswith(("--", "\\", "SET ", "SELECT pg_catalog.set_config"))
    ]
    path = FOLDER / f"{version}.sql"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


if __name__ == "__main__":
    sys.stdout.write(f"{freeze(sys.argv[1])}\n")
