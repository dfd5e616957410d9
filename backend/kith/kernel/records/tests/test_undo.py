"""What was done can be taken back, and that too; newer work is never lost."""

import uuid

import pytest

from kith.kernel import records
from kith.kernel.records.errors import AlreadyUndone, ChangeNotFound, RecordNotFound, TooLateToUndo
from kith.lib.ids import new_id
from tests.support.company import Company, log


async def test_a_change_is_taken_back_and_so_is_that(company: Company) -> None:
    async with company.open("sam") as ctx:
        made = await records.create(ctx, "bid", {"name": "A", "amount": 5})
        await records.update(ctx, made, {"amount": 9, "name": "B"})
        changed = (await log(ctx))[-1].id
        assert (await records.undo(ctx, change=changed, preview=True)).done == 1
        assert (await records.undo(ctx, change=changed)).done == 1
        now = await records.get(ctx, "bid", made.id)
        assert (now["name"], now["amount"]) == ("A", {"amount": 5, "currency": "USD", "base": 5})
        with pytest.raises(AlreadyUndone):
            await records.undo(ctx, change=changed)
        await records.undo(ctx, change=(await log(ctx))[-1].id)
        assert (await records.get(ctx, "bid", made.id))["name"] == "B"
        assert (await log(ctx))[1].undone_by is None


async def test_newer_work_stays_and_is_reported(company: Company) -> None:
    async with company.open("sam") as ctx:
        made = await records.create(ctx, "bid", {"name": "A", "reason": "x"})
        await records.update(ctx, "bid", made.id, {"name": "B", "reason": "y"})
        changed = (await log(ctx))[-1].id
        await records.update(ctx, "bid", made.id, {"name": "C"})
        preview = await records.undo(ctx, change=changed, preview=True)
        assert preview.conflicts[0].fields == {"name": {"now": "C", "then": "B", "back": "A"}}
        undone = await records.undo(ctx, change=changed)
        assert undone.done == 1
        now = await records.get(ctx, "bid", made.id)
        assert (now["name"], now["reason"]) == ("C", "x")


async def test_a_creation_is_taken_back_unless_somebody_worked_on_it(company: Company) -> None:
    async with company.open("sam") as ctx:
        made = await records.create(ctx, "bid", {"name": "A"})
        kept = await records.create(ctx, "bid", {"name": "B"})
        await records.update(ctx, kept, {"name": "C"})
        first, second, _ = await log(ctx)
        assert (await records.undo(ctx, change=first.id)).done == 1
        with pytest.raises(RecordNotFound):
            await records.get(ctx, "bid", made.id)
        undone = await records.undo(ctx, change=second.id)
        assert undone.done == 0
        assert undone.conflicts[0].reason == "records.changed_since"


async def test_deletion_and_restoration_are_taken_back_with_the_parts(company: Company) -> None:
    async with company.open("sam") as ctx:
        made = await records.create(ctx, "bid", {"name": "A"})
        item = await records.create(ctx, "item", {"name": "I", "bid": str(made.id)})
        await records.delete(ctx, "bid", made.id)
        deletion = next(c for c in await log(ctx) if c.action == "delete" and c.object == "bid")
        assert not await records.is_visible(ctx, "item", item.id)
        await records.undo(ctx, change=deletion.id)
        assert await records.is_visible(ctx, "item", item.id)
        await records.delete(ctx, "bid", made.id)
        await records.restore(ctx, "bid", made.id)
        assert await records.is_visible(ctx, "item", item.id)


async def test_a_batch_is_taken_back_whole_and_back_again(company: Company) -> None:
    async with company.open("sam") as ctx:
        old = await records.create(ctx, "bid", {"name": "old"})
        batch = ctx.in_batch(new_id(), "import")
        made = await records.create_many(batch, "bid", [{"name": str(i)} for i in range(5)])
        first = made[0].id
        assert first is not None
        await records.update_many(
            batch, "bid", [(old.id, {"name": "new"}), (first, {"reason": "r"})]
        )
        undone = await records.undo(ctx, batch=batch.batch)
        assert (undone.done, undone.conflicts) == (6, ())
        assert (await records.list(ctx, "bid", {})).total == 1
        assert (await records.get(ctx, "bid", old.id))["name"] == "old"
        with pytest.raises(AlreadyUndone):
            await records.undo(ctx, batch=batch.batch)
        again = await records.undo(ctx, batch=undone.batch)
        assert again.done == 6
        assert (await records.list(ctx, "bid", {})).total == 6
        assert (await records.get(ctx, "bid", first))["reason"] == "r"


async def test_what_was_undone_does_not_stand_in_the_way(company: Company) -> None:
    async with company.open("sam") as ctx:
        made = await records.create(ctx, "bid", {"name": "A"})
        await records.update(ctx, made, {"name": "B"})
        created, changed = await log(ctx)
        await records.undo(ctx, change=changed.id)
        assert (await records.undo(ctx, change=created.id)).done == 1


async def test_undo_reaches_no_further_than_the_actors_rights(company: Company) -> None:
    async with company.open("sam") as ctx:
        await records.create(ctx, "bid", {"name": "A"})
        firm = await records.create(ctx, "firm", {"name": "F"})
        await records.update(ctx, firm, {"name": "G"})
        made, _, changed = await log(ctx)
    async with company.open("ada") as ctx:
        await records.update(ctx, "firm", firm.id, {"secret": "s"})
        hidden = (await log(ctx))[-1]
    async with company.open("sue") as ctx:
        assert (await records.undo(ctx, change=made.id)).done == 0
        undone = await records.undo(ctx, change=changed.id)
        assert (undone.done, undone.conflicts[0].reason) == (0, "records.not_yours")
        with pytest.raises(ChangeNotFound):
            await records.undo(ctx, change=10**9)
        with pytest.raises(ChangeNotFound):
            await records.undo(ctx, batch=uuid.UUID(int=1))
    async with company.open("sam") as ctx:
        assert (await records.undo(ctx, change=hidden.id)).done == 0


async def test_after_thirty_days_it_is_too_late(company: Company) -> None:
    async with company.open("sam") as ctx:
        await records.create(ctx, "bid", {"name": "A"})
        await ctx.unit.execute(
            f"update {ctx.workspace.schema}._change set at = at - interval '31 days'"
        )
        with pytest.raises(TooLateToUndo):
            await records.undo(ctx, change=(await log(ctx))[0].id)
