"""Numbered SQL files, run once each: the tables that Kith itself needs, in whatever schema."""

from collections.abc import Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from kith.infra.db.pool import Database

SYSTEM_SCHEMA = "kith"
EXTENSIONS = ("pg_trgm", "unaccent", "btree_gin")
CREATE_LEDGER = """
CREATE TABLE IF NOT EXISTS {schema}._migration (
    name text PRIMARY KEY,
    applied_at timestamptz NOT NULL DEFAULT now()
)
"""


async def migrate(database: Database) -> tuple[str, ...]:
    """Bring the system schema up to date, all or nothing; returns the names of what was run."""
    async with database.raw() as connection, connection.transaction():
        await connection.execute("SELECT pg_advisory_xact_lock(hashtext('kith.migrate'))")
        for extension in EXTENSIONS:
            await connection.execute(f"CREATE EXTENSION IF NOT EXISTS {extension} SCHEMA public")
        await connection.execute(f"CREATE SCHEMA IF NOT EXISTS {SYSTEM_SCHEMA}")
        return await run_scripts(connection, SYSTEM_SCHEMA, files("kith.infra.db") / "migrations")


async def pending(database: Database) -> tuple[str, ...]:
    """Name the system scripts that have not run yet."""
    async with database.raw() as connection:
        scripts = read_scripts(files("kith.infra.db") / "migrations")
        done = await _done(connection, SYSTEM_SCHEMA)
    return tuple(name for name, _ in scripts if name not in done)


async def run_scripts(
    connection: Any,  # noqa: ANN401 - asyncpg's connection or its pool proxy
    schema: str,
    folder: Traversable,
) -> tuple[str, ...]:
    """Run the files of `folder` that `schema` has not seen, inside the caller's transaction.

    `{schema}` in a file stands for the schema's name.
    """
    await connection.execute(CREATE_LEDGER.format(schema=schema))
    done = await _done(connection, schema)
    fresh = [(name, text) for name, text in read_scripts(folder) if name not in done]
    for name, text in fresh:
        await connection.execute(text.replace("{schema}", schema))
        await connection.execute(f"INSERT INTO {schema}._migration (name) VALUES ($1)", name)
    return tuple(name for name, _ in fresh)


def read_scripts(folder: Traversable) -> Sequence[tuple[str, str]]:
    """Every script of a folder with its text, in the order of their numbers."""
    found = [entry for entry in folder.iterdir() if entry.name.endswith(".sql")]
    return sorted((entry.name, entry.read_text(encoding="utf-8")) for entry in found)


async def _done(connection: Any, schema: str) -> frozenset[str]:  # noqa: ANN401 - see run_scripts
    ledger = await connection.fetchval("SELECT to_regclass($1)", f"{schema}._migration")
    if ledger is None:
        return frozenset()
    return frozenset(
        row["name"] for row in await connection.fetch(f"SELECT name FROM {schema}._migration")
    )
