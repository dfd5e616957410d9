"""A field changes its kind: values are converted or the rows that block are named, while people go on working."""

import asyncio

import pytest

from kith.infra.db.faults import blames_shape
from kith.kernel import records
from kith.kernel.design import add_field, change_field
from kith.kernel.design.errors import RowsBlock
from kith.kernel.fields import ParseEnv
from kith.kernel.records import RecordId
from kith.kernel.schema import FieldDef
from kith.kernel.storage import conversion
from kith.kernel.storage.plan import plan
from tests.support.desk import Desk


async def test_kinds_convert_or_name_the_rows_that_block(desk: Desk) -> None:
    async with desk.open() as ctx:
        await add_field(ctx, "every", {"label": "Size", "kind": "text"})
    async with desk.open() as ctx:
        good = await records.create(ctx, "every", {"size__c": "12"})
        bad = await records.create(ctx, "every", {"size__c": "twelve"})
    with pytest.raises(RowsBlock) as refused:
        async with desk.open() as ctx:
            await change_field(ctx, "every", "size__c", {"kind": "integer"})
    assert [row["id"] for row in refused.value.rows] == [str(bad.id)]
    async with desk.open() as ctx:
        assert ctx.catalog.field("every", "size__c").kind == "text"
        await records.update(ctx, "every", bad.id, {"size__c": "7"})
    async with desk.open() as ctx:
        changed = await change_field(ctx, "every", "size__c", {"kind": "integer", "default": 1})
        assert (changed.field.kind, changed.job) == ("integer", None)
    await desk.work()
    async with desk.open() as ctx:
        assert (await records.get(ctx, "every", good.id))["size__c"] == 12
        assert (await records.get(ctx, "every", bad.id))["size__c"] == 7
        assert (await plan(ctx.unit, ctx.workspace, ctx.catalog)).sentences == []


async def test_a_kind_is_changed_there_and_back_without_loss(desk: Desk) -> None:
    async with desk.open() as ctx:
        await add_field(ctx, "every", {"label": "Code", "kind": "text"})
    async with desk.open() as ctx:
        made = await records.create(ctx, "every", {"code__c": "42"})
        empty = await records.create(ctx, "every", {})
    for kind, value in (("integer", 42), ("text", "42"), ("tags", ["42"]), ("text", "42")):
        async with desk.open() as ctx:
            await change_field(ctx, "every", "code__c", {"kind": kind})
        await desk.work()
        async with desk.open() as ctx:
            assert (await records.get(ctx, "every", made.id))["code__c"] == value
            assert (await records.get(ctx, "every", empty.id)).get("code__c") in (None, [])
            assert (await plan(ctx.unit, ctx.workspace, ctx.catalog)).sentences == []


async def test_a_large_table_is_converted_by_a_job(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kith.kernel.design.kinds.AT_ONCE", 2)
    monkeypatch.setattr("kith.kernel.storage.conversion.BATCH", 3)
    async with desk.open() as ctx:
        await add_field(ctx, "every", {"label": "Size", "kind": "text"})
    async with desk.open() as ctx:
        made = [await records.create(ctx, "every", {"size__c": str(n)}) for n in range(10)]
    async with desk.open() as ctx:
        changed = await change_field(ctx, "every", "size__c", {"kind": "number"})
        assert changed.job is not None
    await desk.work()
    async with desk.open() as ctx:
        assert ctx.catalog.field("every", "size__c").kind == "number"
        assert [(await records.get(ctx, "every", r.id))["size__c"] for r in made] == list(range(10))


async def test_a_conversion_that_was_killed_begins_anew_and_leaves_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kith.kernel.design.kinds.AT_ONCE", 0)
    async with desk.open() as ctx:
        await add_field(ctx, "every", {"label": "Size", "kind": "text"})
    async with desk.open() as ctx:
        made = await records.create(ctx, "every", {"size__c": "5"})
        catalog, after = ctx.catalog, FieldDef("size__c", kind="number", label="Size", custom=True)
        killed = conversion.change(catalog, ctx.workspace, "every", after, ParseEnv())
        await conversion.begin(ctx.unit, killed)
        await conversion.fill(ctx.unit, killed, None)
    async with desk.open() as ctx:
        assert (await change_field(ctx, "every", "size__c", {"kind": "number"})).job is not None
    await desk.work()
    async with desk.open() as ctx:
        assert (await records.get(ctx, "every", made.id))["size__c"] == 5
        left = await ctx.unit.fetch(
            "select attname from pg_attribute where attrelid = $1::text::regclass"
            " and attname ~ '^_next' and not attisdropped",
            f"{ctx.workspace.schema}.every",
        )
        assert left == []


async def test_people_work_on_while_a_field_is_converted(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kith.kernel.design.kinds.AT_ONCE", 0)
    monkeypatch.setattr("kith.kernel.storage.conversion.BATCH", 20)
    async with desk.open() as ctx:
        await add_field(ctx, "every", {"label": "Size", "kind": "text"})
    async with desk.open() as ctx:
        made = [await records.create(ctx, "every", {"size__c": str(n)}) for n in range(300)]
    async with desk.open() as ctx:
        await change_field(ctx, "every", "size__c", {"kind": "integer"})
    converting = asyncio.create_task(desk.work())
    written = 0
    while not converting.done():
        # A number is welcome before and after the change.
        await _as_the_edge_does(desk, made[written % 300].id)
        written += 1
    await converting
    async with desk.open() as ctx:
        values = [(await records.get(ctx, "every", r.id))["size__c"] for r in made]
    assert written > 3
    assert values == [1000 if n < written else n for n in range(300)]


async def _as_the_edge_does(desk: Desk, record: RecordId) -> None:
    """Write and read; with the metadata as it is now, if it was changed in between."""
    for attempt in range(2):
        try:
            async with desk.open() as ctx:
                await records.update(ctx, "every", record, {"size__c": "1000"})
                await records.list(ctx, "every", {"limit": 5, "count": "none"})
        except Exception as error:
            if attempt or not blames_shape(error):
                raise
        else:
            return
