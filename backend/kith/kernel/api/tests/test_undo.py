"""What an administrator does to fields and objects can be taken back like any other change."""

import pytest

from kith.kernel import design
from kith.kernel.access import NotAllowed
from kith.kernel.api import undo
from kith.kernel.context import Context
from tests.support.company import Company, log


async def _last(ctx: Context) -> int:
    return next(c.id for c in reversed(await log(ctx)) if c.object.startswith("_"))


async def test_a_new_field_a_change_and_a_removal_are_taken_back(company: Company) -> None:
    async with company.open("ada") as ctx:
        await design.add_field(ctx, "bid", {"label": "Colour", "kind": "text"})
        added = await _last(ctx)
    async with company.open("ada") as ctx:
        await design.change_field(ctx, "bid", "colour__c", {"label": "Shade", "required": True})
        changed = await _last(ctx)
        assert (await undo(ctx, change=added)).conflicts[0].reason == "records.changed_since"
    async with company.open("ada") as ctx:
        assert (await undo(ctx, change=changed, preview=True)).done == 1
        assert (await undo(ctx, change=changed)).done == 1
    async with company.open("ada") as ctx:
        field = ctx.catalog.field("bid", "colour__c")
        assert (field.label, field.required) == ("Colour", False)
        await design.remove_field(ctx, "bid", "colour__c")
        removed = await _last(ctx)
    async with company.open("ada") as ctx:
        await undo(ctx, change=removed)
    async with company.open("ada") as ctx:
        assert ctx.catalog.find_field("bid", "colour__c") is not None


async def test_only_an_administrator_takes_back_definitions(company: Company) -> None:
    async with company.open("ada") as ctx:
        await design.add_object(ctx, {"label": "Boat"})
        made = await _last(ctx)
    async with company.open("max") as ctx:
        with pytest.raises(NotAllowed):
            await undo(ctx, change=made)
    async with company.open("ada") as ctx:
        await undo(ctx, change=made)
    async with company.open("ada") as ctx:
        assert "boat__c" not in ctx.catalog.objects
