"""What an archive says about itself, and how tables are summed up to compare before and after."""

import dataclasses
from dataclasses import dataclass, field
from typing import Any

from kith.infra.db import Unit

FORMAT = 1
MANIFEST = "manifest.json"
SCHEMA = "schema.dump"
FILES = "files/"
ROWS = "rows/"
# Nobody stays signed in across a restore, and jobs of the past are nobody's business.
LEFT_OUT = frozenset({"session", "job", "workspace"})


@dataclass(frozen=True, slots=True)
class Part:
    """One member of the archive."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table's number of rows and the sum of their hashes."""

    rows: int
    sum: str


@dataclass(frozen=True, slots=True)
class Contents:
    """The manifest."""

    format: int
    kith: str
    created_at: str
    workspace: dict[str, Any]
    system_rows: dict[str, list[str]]
    tables: dict[str, Table]
    parts: tuple[Part, ...] = field(default=())

    def as_json(self) -> dict[str, Any]:
        """JSON-ready."""
        return dataclasses.asdict(self)


def contents_from_json(found: dict[str, Any]) -> Contents:
    """Read a manifest; wrong shapes raise KeyError or TypeError."""
    return Contents(
        **{
            **found,
            "tables": {name: Table(**table) for name, table in found["tables"].items()},
            "parts": tuple(Part(**part) for part in found["parts"]),
        }
    )


async def table_sums(unit: Unit, schema: str) -> dict[str, Table]:
    """Sum up every table of a schema; the order of rows does not matter."""
    names = await unit.fetch(
        "select quote_ident(relname) as name from pg_class"
        " where relnamespace = $1::regnamespace and relkind in ('r', 'p') order by relname",
        schema,
    )
    sums: dict[str, Table] = {}
    for row in names:
        found = await unit.fetchrow(
            "select count(*) as rows, coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)::text as sum"
            f" from {schema}.{row['name']} t"
        )
        if found is not None:
            sums[row["name"]] = Table(found["rows"], found["sum"])
    return sums


async def system_tables(unit: Unit) -> dict[str, str]:
    """Tables of Kith itself that hold rows of workspaces, and the column that says whose they are."""
    rows = await unit.fetch(
        "select c.relname as name, a.attname as owner from pg_constraint k"
        " join pg_class c on c.oid = k.conrelid"
        " join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]"
        " where k.contype = 'f' and k.confrelid = 'kith.workspace'::regclass"
        " and c.relnamespace = 'kith'::regnamespace order by 1"
    )
    return {row["name"]: row["owner"] for row in rows if row["name"] not in LEFT_OUT}
