"""Everybody hears of what they may see, of what they may not see any more, and of nothing else."""

from typing import Any

from kith.kernel import access, records
from kith.kernel.context import Actor, Context
from kith.kernel.records import live
from kith.lib.json import loads
from tests.support.company import Company, log

READERS = ("sam", "sue", "max", "ada", "vic")


async def _readers(company: Company, ctx: Context) -> list[Actor]:
    return [
        await access.load_actor(ctx.unit, ctx.workspace, company.people[name], ctx.catalog)
        for name in READERS
    ]


async def _hear(company: Company, ctx: Context) -> dict[str, list[tuple[str, bool]]]:
    (*_, last) = await log(ctx)
    readers = await _readers(company, ctx)
    found = await live.events(ctx.unit, ctx.workspace, ctx.catalog, [last.id], readers)
    return {
        name: [(event.change.action, event.record is not None) for event in told]
        for name, told in zip(READERS, found, strict=True)
    }


async def test_each_reader_hears_inside_their_rights(company: Company) -> None:
    async with company.open("sam", readonly=True) as ctx:
        made = await records.create(ctx, "bid", {"name": "A"})
        assert await _hear(company, ctx) == {
            "sam": [("create", True)],
            "sue": [],
            "max": [("create", True)],
            "ada": [("create", True)],
            "vic": [("create", True)],
        }
        await records.update(ctx, made, {"owner": str(company.people["sue"])})
        heard = await _hear(company, ctx)
        assert heard["sam"] == [("update", False)]
        assert heard["sue"] == [("update", True)]
    async with company.open("sue", readonly=True) as ctx:
        await records.delete(ctx, "bid", made.id)
        heard = await _hear(company, ctx)
        assert heard == {
            "sam": [],
            "sue": [("delete", False)],
            "max": [("delete", False)],
            "ada": [("delete", False)],
            "vic": [("delete", False)],
        }


async def test_hidden_fields_stay_hidden_and_the_message_is_whole(company: Company) -> None:
    async with company.open("ada", readonly=True) as ctx:
        made = await records.create(ctx, "firm", {"name": "F", "secret": "s"})
        (entry,) = await log(ctx)
        told = await live.events(
            ctx.unit, ctx.workspace, ctx.catalog, [entry.id], await _readers(company, ctx)
        )
        messages: dict[str, Any] = {
            name: loads(heard[0].message)
            for name, heard in zip(READERS, told, strict=True)
            if heard
        }
        assert "secret" not in messages["sam"]["record"]
        assert messages["ada"]["record"]["secret"] == "s"
        assert messages["sam"] | {"record": None, "cursor": 0} == {
            "type": "change",
            "object": "firm",
            "id": str(made.id),
            "action": "create",
            "version": 1,
            "actor": str(company.people["ada"]),
            "origin": "api",
            "cursor": 0,
            "record": None,
        }
