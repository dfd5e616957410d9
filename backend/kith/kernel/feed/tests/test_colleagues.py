"""Who of us has to do with a record follows from what we did about it, lately and often, as far as the reader sees."""

import datetime as dt
from dataclasses import replace
from typing import Any, cast

import pytest

from kith.kernel import feed, records
from kith.kernel.context import Context
from kith.kernel.feed.colleagues import strength
from kith.kernel.records.errors import RecordNotFound
from kith.lib.ids import new_id
from kith.lib.json import loads
from tests.support.company import Company


async def _around(ctx: Context, record: Any) -> list[dict[str, Any]]:
    found = loads(await feed.colleagues_json(ctx, "bid", record))
    return cast("dict[str, list[dict[str, Any]]]", found)["items"]


async def test_lately_counts_more_than_long_ago(company: Company) -> None:
    async with company.open("max") as ctx:
        bid = await records.create(ctx, "bid", {"name": "B"})
        sam, sue = str(company.people["sam"]), str(company.people["sue"])
        long_ago = replace(ctx, now=ctx.now - dt.timedelta(days=240))
        for _ in range(4):
            await records.create(long_ago, "chore", {"name": "c", "bid": str(bid.id), "owner": sue})
        for _ in range(3):
            await records.create(ctx, "chore", {"name": "c", "bid": str(bid.id), "owner": sam})
        await records.create(ctx, "chore", {"name": "elsewhere", "owner": sue})
        first, second = await _around(ctx, bid.id)
        assert (first["user"]["label"], first["strength"], first["activities"]) == (
            "Sam",
            "strong",
            3,
        )
        assert (second["user"]["label"], second["strength"], second["activities"]) == (
            "Sue",
            "weak",
            4,
        )
        assert first["last_at"] == ctx.now.isoformat()


async def test_what_the_reader_may_not_see_does_not_count(company: Company) -> None:
    async with company.open("ada") as ctx:
        bid = await records.create(ctx, "bid", {"name": "B", "owner": str(company.people["sam"])})
        await records.create(
            ctx, "chore", {"name": "c", "bid": str(bid.id), "owner": str(company.people["sue"])}
        )
        assert len(await _around(ctx, bid.id)) == 1
    async with company.open("sam") as ctx:
        assert await _around(ctx, bid.id) == []
    async with company.open("sue") as ctx:
        with pytest.raises(RecordNotFound):
            await _around(ctx, bid.id)
        with pytest.raises(RecordNotFound):
            await _around(ctx, new_id())


def test_a_score_has_a_word() -> None:
    assert [strength(score) for score in (0.2, 1.0, 2.9, 3.0)] == [
        "weak",
        "medium",
        "medium",
        "strong",
    ]
