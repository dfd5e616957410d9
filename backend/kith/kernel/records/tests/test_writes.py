"""Records are made, changed and refused by one statement that also writes the log."""

import uuid

import pytest

from kith.kernel import records
from kith.kernel.access import NotAllowed
from kith.kernel.records.errors import Conflict, FieldProblems, NotYours, RecordNotFound
from tests.support.company import Company, log


async def test_create_returns_the_record_and_logs_it(company: Company) -> None:
    async with company.open("sam", readonly=True) as ctx:
        made = await records.create(
            ctx, "bid", {"name": " Big  deal ", "amount": 12.5, "labels": ["a"], "data": {"x": [1]}}
        )
        assert made["name"] == "Big deal"
        assert made["number"] == "B-0001"
        assert made["amount"] == {"amount": 12.5, "currency": "USD", "base": 12.5}
        assert made["stage"] == "new"
        assert made["owner"] == {"id": str(company.people["sam"]), "label": "Sam"}
        assert made["hot"] is False
        assert made.version == 1
        again = await records.get(ctx, "bid", made.id)
        assert dict(again) == dict(made)
        (entry,) = await log(ctx)
        assert (entry.action, entry.record, entry.version) == ("create", made.id, 1)
        assert entry.after["amount"] == {"amount": 12.5, "currency": "USD"}


async def test_update_logs_only_what_changed(company: Company) -> None:
    async with company.open("sam", readonly=True) as ctx:
        made = await records.create(ctx, "bid", {"name": "A", "amount": 5})
        changed = await records.update(
            ctx, "bid", made.id, {"name": "A", "amount": 7, "close_on": "2026-12-01"}
        )
        assert changed.version == 2
        assert changed["close_on"] == "2026-12-01"
        entry = (await log(ctx))[-1]
        assert entry.before == {"amount": {"amount": 5, "currency": "USD"}, "close_on": None}
        assert entry.after == {"amount": {"amount": 7, "currency": "USD"}, "close_on": "2026-12-01"}


async def test_an_update_that_changes_nothing_is_no_change(company: Company) -> None:
    async with company.open("sam", readonly=True) as ctx:
        made = await records.create(ctx, "bid", {"name": "A"})
        same = await records.update(ctx, made, {"name": "A", "hot": False})
        assert same.version == 1
        assert len(await log(ctx)) == 1


async def test_a_bare_amount_keeps_its_currency(company: Company) -> None:
    async with company.open("sam") as ctx:
        await ctx.unit.execute(
            f"insert into {ctx.workspace.schema}._rate values ('EUR', '2020-01-01', 1.25)"
        )
        made = await records.create(
            ctx, "bid", {"name": "A", "amount": {"amount": 4, "currency": "EUR"}}
        )
        assert made["amount"] == {"amount": 4, "currency": "EUR", "base": 5}
        changed = await records.update(ctx, "bid", made.id, {"amount": 8})
        assert changed["amount"] == {"amount": 8, "currency": "EUR", "base": 10}


async def test_every_field_in_trouble_is_named(company: Company) -> None:
    async with company.open("sam", readonly=True) as ctx:
        with pytest.raises(FieldProblems) as caught:
            await records.create(
                ctx, "bid", {"amount": "many", "nonsense": 1, "number": "B-1", "created_at": None}
            )
        codes = {name: error.code for name, error in caught.value.problems.items()}
        assert codes == {
            "amount": "field.not_number",
            "nonsense": "records.unknown_field",
            "number": "records.readonly_field",
            "created_at": "records.readonly_field",
        }
        with pytest.raises(FieldProblems) as caught:
            await records.create(ctx, "bid", {"amount": 1})
        assert caught.value.problems["name"].code == "records.required"


async def test_a_hidden_field_is_an_unknown_one(company: Company) -> None:
    async with company.open("ada") as ctx:
        made = await records.create(
            ctx, "firm", {"name": "F", "secret": "s", "owner": str(company.people["sam"])}
        )
    async with company.open("sam", readonly=True) as ctx:
        assert "secret" not in await records.get(ctx, "firm", made.id)
        with pytest.raises(FieldProblems) as caught:
            await records.update(ctx, "firm", made.id, {"secret": "t"})
        assert caught.value.problems["secret"].code == "records.unknown_field"


async def test_a_broken_rule_writes_nothing(company: Company) -> None:
    async with company.open("sam", readonly=True) as ctx:
        made = await records.create(ctx, "bid", {"name": "A"})
        with pytest.raises(FieldProblems) as caught:
            await records.update(ctx, "bid", made.id, {"stage": "lost"})
        assert caught.value.problems["reason"].message == "Say why it was lost."
        assert (await records.get(ctx, "bid", made.id))["stage"] == "new"
        lost = await records.update(ctx, "bid", made.id, {"stage": "lost", "reason": "price"})
        assert lost["stage"] == "lost"
        assert len(await log(ctx)) == 2


async def test_a_taken_value_names_its_field(company: Company) -> None:
    async with company.open("ada", readonly=True) as ctx:
        await records.create(ctx, "firm", {"name": "A", "email": "a@example.com"})
        with pytest.raises(FieldProblems) as caught:
            await records.create(ctx, "firm", {"name": "B", "email": "A@example.com"})
        assert caught.value.problems["email"].code == "records.duplicate"


async def test_links_lead_only_to_what_is_there_for_the_actor(company: Company) -> None:
    async with company.open("sue", readonly=True) as ctx:
        hers = await records.create(ctx, "bid", {"name": "Sue's"})
    async with company.open("sam", readonly=True) as ctx:
        for target in (str(hers.id), str(uuid.UUID(int=7))):
            with pytest.raises(FieldProblems) as caught:
                await records.create(ctx, "chore", {"name": "C", "bid": target})
            assert caught.value.problems["bid"].code == "records.target_not_found"
        with pytest.raises(FieldProblems):
            await records.create(ctx, "bid", {"name": "C", "people": [str(uuid.UUID(int=7))]})
        assert len(await log(ctx)) == 1


async def test_rights_decide_by_row(company: Company) -> None:
    async with company.open("sam", readonly=True) as ctx:
        made = await records.create(ctx, "bid", {"name": "Sam's"})
        firm = await records.create(ctx, "firm", {"name": "Sam's firm"})
    async with company.open("sue", readonly=True) as ctx:
        with pytest.raises(RecordNotFound):
            await records.get(ctx, "bid", made.id)
        with pytest.raises(RecordNotFound):
            await records.update(ctx, "bid", made.id, {"name": "Mine"})
        with pytest.raises(NotYours):
            await records.update(ctx, "firm", firm.id, {"name": "Mine"})
        with pytest.raises(NotYours):
            await records.delete(ctx, "firm", firm.id)
    async with company.open("vic", readonly=True) as ctx:
        with pytest.raises(NotAllowed):
            await records.create(ctx, "bid", {"name": "Mine"})
    async with company.open("max", readonly=True) as ctx:
        assert (await records.update(ctx, "bid", made.id, {"name": "Team's"}))["name"] == "Team's"


async def test_many_to_many_fields_are_written_and_logged(company: Company) -> None:
    async with company.open("sam", readonly=True) as ctx:
        one = await records.create(ctx, "firm", {"name": "One"})
        two = await records.create(ctx, "firm", {"name": "Two"})
        made = await records.create(ctx, "bid", {"name": "A", "people": [str(one.id)]})
        assert made["people"] == [{"id": str(one.id), "label": "One"}]
        changed = await records.update(ctx, made, {"people": [str(two.id)], "name": "B"})
        assert changed["people"] == [{"id": str(two.id), "label": "Two"}]
        assert changed.version == 2
        entry = (await log(ctx))[-1]
        assert entry.before == {"people": [str(one.id)], "name": "A"}
        assert entry.after == {"people": [str(two.id)], "name": "B"}


async def test_stale_writers_keep_what_others_changed_and_hear_of_disputes(
    company: Company,
) -> None:
    async with company.open("sam", readonly=True) as ctx:
        made = await records.create(ctx, "bid", {"name": "A", "reason": "x"})
        await records.update_json(ctx, "bid", made.id, {"reason": "y"}, 1)
        written = await records.update_json(ctx, "bid", made.id, {"name": "B"}, 1)
        assert written.merged == ("reason",)
        assert written.version == 3
        with pytest.raises(Conflict) as caught:
            await records.update_json(ctx, "bid", made.id, {"reason": "z", "hot": True}, 1)
        assert caught.value.fields == {"reason": {"yours": "z", "theirs": "y", "before": "x"}}
        agreed = await records.update_json(ctx, "bid", made.id, {"reason": "y", "hot": True}, 1)
        assert agreed.version == 4
