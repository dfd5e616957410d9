"""Runs numbered SQL files once each, in order, and remembers which; for the `kith` schema and for every workspace."""

from dataclasses import dataclass
from pathlib import Path

from kith.infra.db.unit import Unit

SYSTEM_SCHEMA = "kith"
SYSTEM_FOLDER = Path(__file__).parent / "migrations"
_PLACEHOLDER = "{schema}"


@dataclass(frozen=True, slots=True)
class Series:
    """A folder of SQL files, the schema they shape, and the table in it that records what has run."""

    folder: Path
    schema: str
    ledger: str = "_migration"

    def files(self) -> list[Path]:
        """Return the files in the order in which they run."""
        found = sorted(self.folder.glob("[0-9][0-9][0-9][0-9]_*.sql"))
        if not found:
            raise FileNotFoundError(f"no migrations in {self.folder}")
        return found


SYSTEM = Series(SYSTEM_FOLDER, SYSTEM_SCHEMA, "migration")


async def pending(unit: Unit, series: Series) -> list[Path]:
    """Return the files that have not run yet."""
    ledger = f"{series.schema}.{series.ledger}"
    if await unit.fetchval("select to_regclass($1)", ledger) is None:
        return series.files()
    done = {row["name"] for row in await unit.fetch(f"select name from {ledger}")}
    return [path for path in series.files() if path.stem not in done]


async def migrate(unit: Unit, series: Series) -> list[str]:
    """Run what has not run yet, in this transaction; return the names."""
    ledger = f"{series.schema}.{series.ledger}"
    waiting = await pending(unit, series)
    if not waiting:
        return []
    await unit.execute(
        f"create schema if not exists {series.schema};"
        f"create table if not exists {ledger} (name text primary key, at timestamptz not null default now())"
    )
    for path in waiting:
        await unit.execute(path.read_text("utf-8").replace(_PLACEHOLDER, series.schema))
    await unit.execute(
        f"insert into {ledger} (name) select unnest($1::text[])",
        [path.stem for path in waiting],
    )
    return [path.stem for path in waiting]


async def migrate_system(unit: Unit) -> list[str]:
    """Bring the `kith` schema up to date; only one process at a time does it."""
    await unit.execute("select pg_advisory_xact_lock(hashtext('kith.migrate'))")
    return await migrate(unit, SYSTEM)
