"""A plan says what it will do, does it, and finds nothing left to do; nobody waits for it for long."""

import asyncio
import time
from dataclasses import replace

import asyncpg
import pytest

from kith.infra.db import Database
from kith.kernel.catalog import Catalog, standard
from kith.kernel.schema import FieldDef, IndexDef, ObjectDef, Option, Workspace
from kith.kernel.storage import apply as storage
from kith.kernel.storage import workspaces
from kith.kernel.storage.database import prepare
from kith.kernel.storage.errors import ChineseLost, NotUnique
from kith.kernel.storage.plan import Plan, plan
from tests.support.databases import Databases
from tests.support.every import EVERY, MODULES, Declared

SMALL = ObjectDef("thing", "Thing", fields=(FieldDef("name", "text", "Name", searchable=True),))
GROWN = replace(
    SMALL,
    fields=(
        FieldDef("name", "text", "Name", searchable=True, unique=True),
        FieldDef(
            "stage", "choice", "Stage", default="new", options=(Option("new", "New"),), indexed=True
        ),
        FieldDef("amount", "money", "Amount", default={"amount": 5, "currency": "EUR"}),
        FieldDef("size", "number", "Size"),
        FieldDef("double", "formula", "Double", config={"expr": "size * 2"}),
        FieldDef("number", "auto_number", "Number", config={"format": "T-{0:03d}"}),
        FieldDef("boss", "link", "Boss", to="thing"),
        FieldDef("friends", "links", "Friends", to="thing"),
    ),
    indexes=(IndexDef(("stage", "-amount"), include=("owner",)),),
)


def _catalog(*objects: ObjectDef) -> tuple[Declared, ...]:
    return (Declared("m", objects),)


async def _carry_out(database: Database, workspace: Workspace, catalog: Catalog) -> Plan:
    async with database.unit() as unit:
        steps = await plan(unit, workspace, catalog)
        await storage.apply(unit, steps)
    await storage.finish(database, steps)
    return steps


async def _created(database: Database, *objects: ObjectDef, rows: int = 0) -> Workspace:
    async with database.unit() as unit:
        workspace = await workspaces.create(
            unit, "acme", "Acme", _catalog(*objects), base_currency="EUR"
        )
        await unit.execute(
            "insert into ws_acme.thing (name, name__sort) select 'n' || i, 'n' || i"
            f" from generate_series(1, {rows}) i"
        )
    return workspace


async def test_a_grown_object_gets_what_it_needs_and_nothing_is_left(database: Database) -> None:
    workspace = await _created(database, SMALL, rows=3)
    catalog = standard(_catalog(GROWN), workspace)
    steps = await _carry_out(database, workspace, catalog)
    sentences = "\n".join(steps.sentences)
    assert "Add the column thing.stage (text)." in sentences
    assert "Build the index thing__name__unique" in sentences
    assert "Check that thing.boss refers to thing in every row." in sentences
    async with database.unit() as unit:
        assert (await plan(unit, workspace, catalog)).sentences == []
        row = await unit.fetchrow(
            "select stage, amount, amount__currency, amount__base, number from ws_acme.thing limit 1"
        )
        assert row is not None
        assert tuple(row) == ("new", 5, "EUR", 5, None)
        made = await unit.fetchrow(
            "insert into ws_acme.thing (size) values (4) returning number, double, stage"
        )
        assert made is not None
        assert tuple(made) == ("T-001", 8, None)


async def test_a_new_formula_replaces_the_old_one(database: Database) -> None:
    workspace = await _created(database, GROWN)
    tripled = FieldDef("double", "formula", "Double", config={"expr": "size * 3"})
    texted = FieldDef("double", "formula", "Double", config={"expr": "text(size)"})
    for field, wanted in ((tripled, 12), (texted, "4")):
        fields = tuple(field if f.name == "double" else f for f in GROWN.fields)
        catalog = standard(_catalog(replace(GROWN, fields=fields)), workspace)
        steps = await _carry_out(database, workspace, catalog)
        assert "Compute thing.double by its new formula." in steps.sentences
        async with database.unit() as unit:
            sql = f"insert into ws_acme.thing (size) values (4) returning double, '{wanted}'"
            made = await unit.fetchval(sql)
            assert made == wanted
            assert (await plan(unit, workspace, catalog)).sentences == []


async def test_an_interrupted_index_is_built_again(database: Database) -> None:
    workspace = await _created(database, SMALL, rows=2)
    async with database.unit() as unit:
        await unit.execute("update ws_acme.thing set name = 'same'")
    catalog = standard(_catalog(GROWN), workspace)
    with pytest.raises(NotUnique, match="same"):
        await _carry_out(database, workspace, catalog)
    async with database.unit() as unit:
        await unit.execute("update ws_acme.thing set name = id::text")
    await _carry_out(database, workspace, catalog)
    async with database.unit() as unit:
        assert (await plan(unit, workspace, catalog)).sentences == []


async def test_unused_columns_and_tables_are_left_alone(database: Database) -> None:
    workspace = await _created(database, GROWN, rows=1)
    await _carry_out(database, workspace, standard(_catalog(SMALL), workspace))
    async with database.unit() as unit:
        assert await unit.fetchval("select count(stage) from ws_acme.thing") == 0


@pytest.mark.slow
async def test_readers_and_writers_never_wait_for_more_than_a_moment(database: Database) -> None:
    workspace = await _created(database, SMALL, rows=300_000)
    catalog = standard(_catalog(GROWN), workspace)
    waits: list[float] = []
    done = asyncio.Event()

    async def work() -> None:
        connection = await asyncpg.connect(database.dsn)
        while not done.is_set():
            start = time.perf_counter()
            await connection.execute(
                "update ws_acme.thing set version = version + 1 where name = 'n77'"
            )
            await connection.fetch("select id from ws_acme.thing order by id limit 5")
            waits.append(time.perf_counter() - start)
            await asyncio.sleep(0.005)
        await connection.close()

    async def change() -> None:
        await _carry_out(database, workspace, catalog)
        done.set()

    async with database.unit() as unit:
        await unit.execute("create index on ws_acme.thing (name)")
    await asyncio.gather(work(), change())
    assert len(waits) > 20
    assert max(waits) < 1


async def test_a_busy_table_is_waited_for_and_then_changed(database: Database) -> None:
    workspace = await _created(database, SMALL, rows=1)
    holder = await asyncpg.connect(database.dsn)
    transaction = holder.transaction()
    await transaction.start()
    await holder.execute("lock table ws_acme.thing in access share mode")

    async def let_go() -> None:
        await asyncio.sleep(1.2)
        await transaction.commit()

    catalog = standard(_catalog(GROWN), workspace)
    await asyncio.gather(_carry_out(database, workspace, catalog), let_go())
    await holder.close()


async def test_three_hundred_fields_fit(database: Database) -> None:
    kinds = ("text", "money", "number", "choice", "date", "checkbox")
    many = tuple(FieldDef(f"f{n}", kinds[n % 6], f"F{n}") for n in range(330))
    wide = ObjectDef("thing", "Thing", fields=(FieldDef("name", "text", "Name"), *many))
    workspace = await _created(database, wide)
    async with database.unit() as unit:
        assert (await plan(unit, workspace, standard(_catalog(wide), workspace))).sentences == []


async def test_every_sentence_is_filled(database: Database) -> None:
    async with database.unit() as unit:
        workspace = await workspaces.create(unit, "acme", "Acme")
        steps = await plan(unit, workspace, standard(MODULES, workspace))
        assert all("{" not in sentence for sentence in steps.sentences)
        assert any(EVERY.name in sentence for sentence in steps.sentences)


async def test_a_database_that_loses_chinese_is_refused(
    databases: Databases,
) -> None:
    options = "TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER libc LC_COLLATE 'C' LC_CTYPE 'C'"
    async with databases.address(options) as url:
        deaf = await Database.open(url)
        async with deaf.unit() as unit:
            with pytest.raises(ChineseLost):
                await prepare(unit)
        await deaf.close()
