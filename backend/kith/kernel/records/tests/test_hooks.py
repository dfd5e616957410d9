"""Modules decide inside a write; rules of parents hold for parts; what nobody may write stays as it is."""

import asyncio
import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, ClassVar

import pytest

from kith.infra.jobs import JobRun
from kith.kernel import records
from kith.kernel.api import JOBS
from kith.kernel.context import Context
from kith.kernel.records.errors import Conflict, FieldProblems
from kith.lib.errors import KithError
from kith.lib.ids import new_id
from kith.module import Hook
from tests.support.company import Company, log, module


class TooCheap(KithError):
    """This is too cheap."""

    code: ClassVar[str] = "test.too_cheap"


async def _decide(
    _ctx: Context, before: Mapping[str, Any] | None, values: dict[str, Any]
) -> dict[str, Any]:
    """Name the reason after the stage; refuse low amounts."""
    if values.get("amount") and values["amount"]["amount"] < 10:
        raise TooCheap
    if "stage" in values:
        was = None if before is None else before["stage"]
        return {**values, "reason": f"{was} to {values['stage']}"}
    return values


@pytest.fixture
def hooked(company: Company) -> Company:
    return replace(company, modules=(module(hooks=(Hook("bid", _decide),)),))


async def test_a_hook_decides_values_and_refuses(hooked: Company) -> None:
    async with hooked.open("sam", readonly=True) as ctx:
        made = await records.create(ctx, "bid", {"name": "A"})
        assert made["reason"] == "None to new"
        changed = await records.update(ctx, made, {"stage": "won"})
        assert (changed["reason"], changed.version) == ("new to won", 2)
        with pytest.raises(TooCheap):
            await records.update(ctx, "bid", made.id, {"amount": 5})
    async with hooked.open("sam") as ctx:
        outcomes = await records.create_many(
            ctx, "bid", [{"name": "B"}, {"name": "C", "amount": 1}]
        )
        assert [list(o.problems) for o in outcomes] == [[], [""]]
        (updated,) = await records.update_many(ctx, "bid", [(made.id, {"stage": "new"})])
        assert updated.problems == {}
        assert (await records.get(ctx, "bid", made.id))["reason"] == "won to new"


async def test_hooked_writers_do_not_overwrite_each_other(hooked: Company) -> None:
    async with hooked.open("sam", readonly=True) as ctx:
        made = await records.create(ctx, "bid", {"name": "A"})

    async def write(values: dict[str, Any]) -> None:
        async with hooked.open("sam", readonly=True) as ctx:
            await records.update(ctx, "bid", made.id, values)

    await asyncio.gather(
        *(write({"name": str(i), "hot": True, "data": {"i": i}}) for i in range(6))
    )
    async with hooked.open("sam", readonly=True) as ctx:
        now = await records.get(ctx, "bid", made.id)
        assert now["data"] == {"i": int(str(now["name"]))}
        assert now.version == 1 + len([c for c in await log(ctx) if c.action == "update"])


async def test_parts_follow_the_rights_of_the_whole(company: Company) -> None:
    async with company.open("sue", readonly=True) as ctx:
        hers = await records.create(ctx, "bid", {"name": "Sue's"})
    async with company.open("sam", readonly=True) as ctx:
        with pytest.raises(FieldProblems) as caught:
            await records.create(ctx, "item", {"name": "I", "bid": str(hers.id)})
        assert caught.value.problems["bid"].code == "records.target_not_found"
        mine = await records.create(ctx, "bid", {"name": "Sam's"})
        item = await records.create(ctx, "item", {"name": "I", "bid": str(mine.id)})
        with pytest.raises(FieldProblems):
            await records.update(ctx, item, {"bid": str(hers.id)})
    async with company.open("sue", readonly=True) as ctx:
        assert not await records.is_visible(ctx, "item", item.id)


async def test_a_link_to_what_is_closed_now_may_stay(company: Company) -> None:
    async with company.open("sam", readonly=True) as ctx:
        bid = await records.create(ctx, "bid", {"name": "B"})
        chore = await records.create(ctx, "chore", {"name": "C", "bid": str(bid.id)})
    async with company.open("ada", readonly=True) as ctx:
        await records.update(ctx, "bid", bid.id, {"owner": str(company.people["sue"])})
    async with company.open("sam", readonly=True) as ctx:
        same = await records.update(ctx, "chore", chore.id, {"bid": str(bid.id), "name": "D"})
        assert (same["name"], same["bid"]) == (
            "D",
            {"id": str(bid.id), "label": None, "closed": True},
        )


async def test_one_link_is_added_and_taken_out(company: Company) -> None:
    async with company.open("sam", readonly=True) as ctx:
        firm = await records.create(ctx, "firm", {"name": "F"})
        bid = await records.create(ctx, "bid", {"name": "B"})
        linked = await records.link(ctx, "bid", bid.id, "people", firm.id)
        assert linked["people"] == [{"id": str(firm.id), "label": "F"}]
        assert (await records.link(ctx, "bid", bid.id, "people", firm.id)).version == linked.version
        entry = (await log(ctx))[-1]
        assert entry.action == "link"
        await records.undo(ctx, change=entry.id)
        assert not (await records.get(ctx, "bid", bid.id))["people"]
        await records.link(ctx, "bid", bid.id, "people", firm.id)
        assert not (await records.unlink(ctx, "bid", bid.id, "people", firm.id))["people"]


async def test_a_stale_deletion_is_a_conflict(company: Company) -> None:
    async with company.open("sam", readonly=True) as ctx:
        bid = await records.create(ctx, "bid", {"name": "B"})
        await records.update(ctx, bid, {"name": "C"})
        with pytest.raises(Conflict):
            await records.delete(ctx, "bid", bid.id, 1)
        await records.delete(ctx, "bid", bid.id, 2)


async def test_the_bin_is_emptied_after_thirty_days(company: Company) -> None:
    async with company.open("sam") as ctx:
        old = await records.create(ctx, "bid", {"name": "old"})
        await records.create(ctx, "item", {"name": "I", "bid": str(old.id)})
        fresh = await records.create(ctx, "bid", {"name": "fresh"})
        await records.delete(replace(ctx, now=ctx.now - dt.timedelta(days=31)), "bid", old.id)
        await records.delete(ctx, "bid", fresh.id)
    run = JobRun(new_id(), "acme", None, "kernel.purge", {}, company.database)
    result = await JOBS["kernel.purge"](run, company.open)
    assert result["purged"] >= 1
    async with company.open("sam") as ctx:
        schema = ctx.workspace.schema
        assert await ctx.unit.fetchval(f"select count(*) from {schema}.bid") == 1
        assert await ctx.unit.fetchval(f"select count(*) from {schema}.item") == 0
        assert "bid" in [c.object for c in await log(ctx) if c.action == "purge"]


@pytest.mark.parametrize(
    "text",
    [
        "'; drop table bid; --",
        "{}{0}%s$1",
        "\x00a\x00",
        "🙂 שלום",
        "<script>alert(1)</script>",
        "\ud800x",
    ],
)
async def test_hostile_text_is_only_text(company: Company, text: str) -> None:
    async with company.open("sam", readonly=True) as ctx:
        made = await records.create(ctx, "bid", {"name": f"n{text}", "data": {text.strip(): text}})
        again = await records.update(ctx, made, {"reason": text, "labels": [text]})
        assert again["reason"] == text.replace("\x00", "").encode("utf-8", "ignore").decode()


async def test_too_much_of_anything_is_refused_by_field(company: Company) -> None:
    async with company.open("sam", readonly=True) as ctx:
        with pytest.raises(FieldProblems) as caught:
            await records.create(
                ctx,
                "bid",
                {
                    "name": "x" * 1_000_000,
                    "amount": 10**40,
                    "labels": ["x"] * 100_000,
                    "data": "y" * 10**6,
                },
            )
        assert sorted(caught.value.problems) == ["amount", "data", "labels", "name"]
