"""What the database looks like now, read from its own catalog."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kith.infra.db import Unit


@dataclass(frozen=True, slots=True)
class ActualColumn:
    """A column; `note` is its comment, where the digest of a generated column's expression is kept."""

    sql_type: str
    generated: bool
    note: str | None


@dataclass(frozen=True, slots=True)
class ActualTable:
    """A table; indexes and references by name, each with whether it is complete."""

    columns: dict[str, ActualColumn] = field(default_factory=dict)
    indexes: dict[str, bool] = field(default_factory=dict)
    references: dict[str, bool] = field(default_factory=dict)
    rows: float = 0


@dataclass(frozen=True, slots=True)
class Actual:
    """Everything in one schema."""

    tables: Mapping[str, ActualTable]
    sequences: frozenset[str]


_COLUMNS = """
select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type,
       a.attgenerated <> '' as generated, col_description(c.oid, a.attnum) as note, c.reltuples as rows
from pg_class c join pg_attribute a on a.attrelid = c.oid
where c.relnamespace = to_regnamespace($1) and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
"""
_INDEXES = """
select t.relname as table, i.relname as name, x.indisvalid as complete
from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
where t.relnamespace = to_regnamespace($1) and not x.indisprimary
"""
_REFERENCES = """
select t.relname as table, r.conname as name, r.convalidated as complete
from pg_constraint r join pg_class t on t.oid = r.conrelid
where t.relnamespace = to_regnamespace($1) and r.contype = 'f'
"""
_SEQUENCES = (
    "select relname from pg_class where relnamespace = to_regnamespace($1) and relkind = 'S'"
)


async def actual(unit: Unit, schema: str) -> Actual:
    """Read the tables of a schema."""
    tables: dict[str, ActualTable] = {}
    for row in await unit.fetch(_COLUMNS, schema):
        table = tables.setdefault(row["table"], ActualTable(rows=row["rows"]))
        table.columns[row["column"]] = ActualColumn(row["type"], row["generated"], row["note"])
    for row in await unit.fetch(_INDEXES, schema):
        tables[row["table"]].indexes[row["name"]] = row["complete"]
    for row in await unit.fetch(_REFERENCES, schema):
        tables[row["table"]].references[row["name"]] = row["complete"]
    sequences = await unit.fetch(_SEQUENCES, schema)
    return Actual(tables, frozenset(row["relname"] for row in sequences))
