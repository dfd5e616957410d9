"""Several records become one, everything follows, and one undo brings it all back."""

import pytest

from kith.kernel import records
from kith.kernel.records.errors import CannotMerge, NotYours
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
