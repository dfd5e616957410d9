"""Several records become one, everything follows, and one undo brings it all back."""

from typing import Any, cast

import pytest

from kith.kernel import records
from kith.kernel.records.errors import CannotMerge, NotYours
from kith.lib.json import loads
from tests.support.company import Company, log


async def test_the_winner_keeps_fills_up_and_is_followed(company: Company) -> None:
    async with company.open("ada") as ctx:
        winner = await records.create(ctx, "firm", {"name": "Win"})
        loser = await records.create(
            ctx, "firm", {"name": "Lose", "city": "Rome", "email": "l@example.com"}
        )
        bid = await records.create(
            ctx,
            "bid",
            {"name": "B", "firm": str(loser.id), "people": [str(loser.id), str(winner.id)]},
        )
        merged = await records.merge(ctx, "firm", winner.id, [loser.id], {"name": "Both"})
        assert (merged["name"], merged["city"], merged["email"]) == (
            "Both",
            "Rome",
            "l@example.com",
        )
        after = await records.get(ctx, "bid", bid.id)
        assert after.ref("firm") == winner.id
        assert after["people"] == [{"id": str(winner.id), "label": "Both"}]
        assert not await records.is_visible(ctx, "firm", loser.id)
        gone = next(c for c in await log(ctx) if c.action == "merge")
        assert (gone.record, gone.after) == (loser.id, {"_merged_into": str(winner.id)})

        undone = await records.undo(ctx, batch=gone.batch)
        assert (undone.done, undone.conflicts) == (3, ())
        back = await records.get(ctx, "firm", loser.id)
        assert (back["name"], back["email"]) == ("Lose", "l@example.com")
        first = await records.get(ctx, "firm", winner.id)
        assert (first["name"], first["city"], first["email"]) == ("Win", None, None)
        before = await records.get(ctx, "bid", bid.id)
        assert before.ref("firm") == loser.id
        assert len(before["people"]) == 2  # type: ignore[arg-type]


async def test_a_preview_tells_what_the_merge_then_does_and_changes_nothing(
    company: Company,
) -> None:
    async with company.open("ada") as ctx:
        winner = await records.create(ctx, "firm", {"name": "W"})
        loser = await records.create(
            ctx, "firm", {"name": "L", "city": "Oslo", "email": "pre@example.com"}
        )
        bid = await records.create(ctx, "bid", {"name": "B", "firm": str(loser.id)})
        before = len(await log(ctx))
        given = {"name": "Chosen"}
        text = await records.preview_merge_json(ctx, "firm", winner.id, [loser.id], given)
        told = cast("dict[str, Any]", loads(text))
        assert told["differing"] == ["name"]
        assert told["filled"] == {"city": str(loser.id), "email": str(loser.id)}
        assert [r["name"] for r in told["records"]] == ["W", "L"]
        assert {"object": "bid", "label": "Bids", "field": "firm", "count": 1} in told["moving"]
        assert (await log(ctx))[before:] == []
        assert (await records.get(ctx, "bid", bid.id)).ref("firm") == loser.id
        assert (await records.get(ctx, "firm", winner.id))["city"] is None

        merged = await records.merge(ctx, "firm", winner.id, [loser.id], given)
        ignored = ("version", "updated_at")
        expected = {k: v for k, v in told["record"].items() if k not in ignored}
        assert {k: v for k, v in merged.shown.items() if k not in ignored} == expected


async def test_a_preview_tells_no_more_than_the_reader_sees(company: Company) -> None:
    async with company.open("sam") as ctx:
        winner = await records.create(ctx, "firm", {"name": "W"})
        loser = await records.create(ctx, "firm", {"name": "L"})
    async with company.open("sue") as ctx:
        await records.create(ctx, "bid", {"name": "Hers", "firm": str(loser.id)})
    async with company.open("sam") as ctx:
        text = await records.preview_merge_json(ctx, "firm", winner.id, [loser.id])
        assert cast("dict[str, Any]", loads(text))["moving"] == []
    async with company.open("sue") as ctx:
        with pytest.raises(NotYours):
            await records.preview_merge_json(ctx, "firm", winner.id, [loser.id])


async def test_only_what_one_may_change_and_delete_can_be_merged(company: Company) -> None:
    async with company.open("sue") as ctx:
        hers = await records.create(ctx, "firm", {"name": "Hers"})
    async with company.open("sam") as ctx:
        his = await records.create(ctx, "firm", {"name": "His"})
        with pytest.raises(NotYours):
            await records.merge(ctx, "firm", his.id, [hers.id])
        with pytest.raises(CannotMerge):
            await records.merge(ctx, "firm", his.id, [his.id])


async def test_a_clone_has_the_values_but_not_what_is_unique(company: Company) -> None:
    async with company.open("sam") as ctx:
        firm = await records.create(ctx, "firm", {"name": "F", "email": "f@example.com"})
        copy = await records.clone(ctx, "firm", firm.id)
        assert (copy["name"], copy["email"]) == ("F", None)
        bid = await records.create(ctx, "bid", {"name": "B", "people": [str(firm.id)], "amount": 3})
        twin = await records.clone(ctx, "bid", bid.id)
        assert twin["number"] == "B-0002"
        assert twin["people"] == bid["people"]
