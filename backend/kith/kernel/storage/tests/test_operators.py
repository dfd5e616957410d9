"""Values go into PostgreSQL and come back the same; every comparison of every kind runs there."""

import itertools
import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from kith.infra.db import Database, Unit
from kith.kernel.catalog import Catalog, standard
from kith.kernel.fields import FIELD_TYPES, ValueProblem
from kith.kernel.fields.names import link_table, quoted
from kith.kernel.schema import Workspace
from kith.kernel.storage import workspaces
from kith.kernel.storage.tables import TYPES, table
from kith.lib.ids import new_id
from kith.lib.json import loads
from tests.support.databases import Databases
from tests.support.every import MODULES
from tests.support.written import ENV, WRITTEN, drawn, field

DIALECT = postgresql.dialect(paramstyle="numeric_dollar")
PARTNERS = (
    ("eq", "ne"),
    ("in", "not_in"),
    ("empty", "not_empty"),
    ("any_of", "none_of"),
    ("contains", "not_contains"),
)


class Shelf:
    """The sample object's table without references, to put values in."""

    def __init__(self, unit: Unit, workspace: Workspace, catalog: Catalog) -> None:
        self.unit = unit
        self.row = table(catalog, workspace, "every").alias("r")
        self.schema = workspace.schema

    async def put(self, kind: str, plain: Any) -> None:
        one, type_ = field(kind), FIELD_TYPES[kind]
        columns = [c for c in type_.columns(one) if c.generated is None]
        bound = type_.bind(one, plain, ENV)
        names = ", ".join(["id", *(quoted(c.name) for c in columns)])
        marks = ", ".join(
            f"${i + 1}::{t}" for i, t in enumerate(["uuid", *(c.sql_type for c in columns)])
        )
        identity = new_id()
        await self.unit.execute(
            f"insert into {self.schema}.every ({names}) values ({marks})", identity, *bound
        )
        for target in plain or [] if kind == "links" else []:
            await self.unit.execute(
                f"insert into {self.schema}.{link_table('every', 'links')} values ($1, $2)",
                identity,
                target,
            )

    async def plain(self, kind: str) -> list[Any]:
        expression = FIELD_TYPES[kind].plain(field(kind), self.row)
        shown = FIELD_TYPES[kind].shown(field(kind), self.row)
        chosen = (sa.func.to_jsonb(expression).cast(sa.Text), sa.func.to_jsonb(shown).cast(sa.Text))
        rows = await self.unit.fetch(self.text(sa.select(*chosen).select_from(self.row)))
        return [None if row[0] is None else loads(row[0]) for row in rows]

    async def count(self, kind: str, op: str, operand: Any) -> int:
        operator = FIELD_TYPES[kind].operators(field(kind))[op]
        given = (
            operand if operator.arity == "two" else () if operator.arity == "none" else (operand,)
        )
        values = tuple(
            sa.cast(sa.literal_column(f"${i + 1}"), TYPES[operator.sql_type or "text"])
            for i in range(len(given))
        )
        condition = operator.build(field(kind), self.row, values)
        sql = self.text(sa.select(sa.func.count()).select_from(self.row).where(condition))
        return int(await self.unit.fetchval(sql, *given))

    def text(self, statement: Any) -> str:
        return str(statement.compile(dialect=DIALECT, compile_kwargs={"literal_binds": True}))


@pytest.fixture(scope="module")
async def library(databases: Databases) -> AsyncIterator[Database]:
    async with databases.empty() as opened:
        await _stock(opened)
        yield opened


async def _stock(library: Database) -> None:
    async with library.unit() as unit:
        await workspaces.create(unit, "acme", "Acme", MODULES)
        await unit.execute(
            "create table if not exists ws_acme._file (id uuid, name text, size bigint, type text)"
        )
        drop = await unit.fetch(
            "select format('alter table %s drop constraint %I', conrelid::regclass, conname) as sql"
            " from pg_constraint where contype = 'f' and connamespace = 'ws_acme'::regnamespace"
            " union all select format('drop index %s', indexrelid::regclass) from pg_index"
            " where indrelid = 'ws_acme.every'::regclass and indisunique and not indisprimary"
        )
        await unit.execute(";".join(row["sql"] for row in drop))


@pytest.fixture
async def shelf(library: Database) -> AsyncIterator[Shelf]:
    async with library.raw() as connection:
        transaction = connection.transaction()
        await transaction.start()
        unit = Unit(connection)
        workspace = await workspaces.load(unit, "acme")
        yield Shelf(unit, workspace, standard(MODULES, workspace))
        await transaction.rollback()


@pytest.mark.parametrize("kind", WRITTEN)
async def test_values_come_back_as_they_went_in(shelf: Shelf, kind: str) -> None:
    type_, one = FIELD_TYPES[kind], field(kind)
    written = [type_.parse(one, value, ENV) for value in drawn(WRITTEN[kind], 25)]
    for plain in [*written, None]:
        await shelf.put(kind, type_.parse(one, plain, ENV))
    read = [type_.parse(one, value, ENV) for value in await shelf.plain(kind)]
    assert _sorted(read) == _sorted([type_.parse(one, plain, ENV) for plain in [*written, None]])


@pytest.mark.parametrize("kind", FIELD_TYPES)
async def test_every_comparison_runs_and_partners_divide_the_rows(shelf: Shelf, kind: str) -> None:
    type_, one = FIELD_TYPES[kind], field(kind)
    samples = drawn(WRITTEN.get(kind, WRITTEN["number" if kind == "rollup" else "text"]), 12)
    rows = 0
    for value in [*samples, None]:
        if kind in WRITTEN:
            await shelf.put(kind, type_.parse(one, value, ENV))
            rows += 1
    counted: dict[str, list[int]] = {}
    for op in type_.operators(one):
        counted[op] = [
            await shelf.count(kind, op, operand) for operand in _operands(kind, op, samples)
        ]
    assert all(counted.values()), counted
    for left, right in PARTNERS:
        pairs = itertools.zip_longest(counted.get(left, ()), counted.get(right, ()))
        if left in counted and right in counted:
            assert all(a + b == rows for a, b in pairs), (left, right, counted)


@pytest.mark.parametrize("kind", FIELD_TYPES)
async def test_every_kind_can_be_ordered(shelf: Shelf, kind: str) -> None:
    keys = FIELD_TYPES[kind].sort(field(kind), shelf.row)
    assert bool(keys) == bool(FIELD_TYPES[kind].hints(field(kind))["sortable"]) or kind in (
        "long_text",
        "rich_text",
        "json",
        "tags",
        "multi_choice",
    )
    await shelf.unit.fetch(shelf.text(sa.select(shelf.row.c.id).order_by(*keys)))


def _operands(kind: str, op: str, samples: list[Any]) -> list[Any]:
    """Return what the operator takes, made from the values; at least one must be understood."""
    arity = FIELD_TYPES[kind].operators(field(kind))[op].arity
    type_, one = FIELD_TYPES[kind], field(kind)
    plain = (
        samples
        if kind in ("rollup", "formula", "auto_number")
        else [type_.parse(one, v, ENV) for v in samples]
    )
    items: list[Any] = [
        item
        for value in plain
        if value is not None
        for item in (value if isinstance(value, list) else [value])
    ]
    if op == "near":
        items = [{"lat": 52.5, "lng": 13.4, "km": 500}]
    elif kind == "address":
        items = [item["city"] for item in items if "city" in item]
    elif kind == "rollup":
        items = [1.5, 2]
    elif kind == "formula":
        items = ["x"]
    shapes: Any = {
        "none": [None],
        "two": [items[:2]],
        "many": [items[:3], items[:1]],
        "one": items,
    }
    found = []
    for value in shapes[arity]:
        try:
            found.append(FIELD_TYPES[kind].operand(field(kind), op, value, ENV))
        except ValueProblem:
            continue
    return found


def _sorted(values: list[Any]) -> list[str]:
    unordered = [
        sorted(v) if isinstance(v, list) and all(isinstance(i, str) for i in v) else v
        for v in values
    ]
    return sorted(json.dumps(v, sort_keys=True) for v in unordered)
