"""procrastinate's tables in a schema of their own, brought up to the installed version."""

import re
from importlib import resources
from importlib.metadata import version
from typing import Any

from kith.infra.jobs.errors import QueueTooNew

SCHEMA = "jobs"
MIGRATION = re.compile(r"(\d+)\.(\d+)\.(\d+)_(\d+)_.*\.sql")
Step = tuple[int, int, int, int]

# Its functions name their tables without a schema; pinning the path lets any connection call them.
PIN_SEARCH_PATH = f"""
DO $$
DECLARE f regprocedure;
BEGIN
    FOR f IN SELECT oid::regprocedure FROM pg_proc WHERE pronamespace = '{SCHEMA}'::regnamespace LOOP
        EXECUTE format('ALTER FUNCTION %s SET search_path = {SCHEMA}, pg_temp', f);
    END LOOP;
END $$
"""


async def install(connection: Any) -> None:  # noqa: ANN401 - asyncpg's connection or its pool proxy
    """Create or upgrade the queue; all or nothing, and one process at a time."""
    async with connection.transaction():
        await connection.execute("SELECT pg_advisory_xact_lock(hashtext('kith.jobs'))")
        await connection.execute(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}")
        await connection.execute(
            f"CREATE TABLE IF NOT EXISTS {SCHEMA}._version (step text PRIMARY KEY)"
        )
        found = await connection.fetchval(f"SELECT max(step) FROM {SCHEMA}._version")
        latest = _steps()[-1][0]
        if found == _text(latest):
            return
        await connection.execute(f"SET LOCAL search_path = {SCHEMA}, public")
        for script in _scripts(found):
            await connection.execute(script)
        await connection.execute("SET LOCAL search_path = DEFAULT")
        await connection.execute(PIN_SEARCH_PATH)
        await connection.execute(
            f"INSERT INTO {SCHEMA}._version VALUES ($1) ON CONFLICT DO NOTHING", _text(latest)
        )


def _scripts(found: str | None) -> list[str]:
    if found is None:
        schema = resources.files("procrastinate.sql") / "schema.sql"
        return [schema.read_text(encoding="utf-8")]
    steps = _steps()
    if found > _text(steps[-1][0]):
        raise QueueTooNew(found=found, known=version("procrastinate"))
    return [script for step, script in steps if _text(step) > found]


def _steps() -> list[tuple[Step, str]]:
    """The package's own migrations in order."""
    found: list[tuple[Step, str]] = []
    for file in (resources.files("procrastinate.sql") / "migrations").iterdir():
        match = MIGRATION.fullmatch(file.name)
        if match:
            major, minor, patch, number = (int(part) for part in match.groups())
            found.append(((major, minor, patch, number), file.read_text(encoding="utf-8")))
    return sorted(found)


def _text(step: Step) -> str:
    """A step as text that sorts like the step."""
    return ".".join(f"{part:03d}" for part in step)
