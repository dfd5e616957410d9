"""Many rows at once: the good ones are written, the bad ones say why."""

import uuid

from kith.kernel import records
from tests.support.company import Company, log


async def test_bad_rows_never_stop_good_ones(company: Company) -> None:
    async with company.open("ada") as ctx:
        firm = await records.create(ctx, "firm", {"name": "F", "email": "f@example.com"})
        outcomes = await records.create_many(
            ctx,
            "bid",
            [
                {"name": "good", "amount": 1, "firm": str(firm.id), "people": [str(firm.id)]},
                {"name": "bad amount", "amount": "x"},
                {"amount": 3},
                {"name": "rule", "stage": "lost"},
                {"name": "target", "firm": str(uuid.UUID(int=5))},
                {"name": "good too", "labels": ["a", "b"], "hot": True, "data": {"a": [1]}},
            ],
        )
        codes = [{f: e.code for f, e in o.problems.items()} for o in outcomes]
        assert codes == [
            {},
            {"amount": "field.not_number"},
            {"name": "records.required"},
            {"reason": "records.rule_broken"},
            {"firm": "records.target_not_found"},
            {},
        ]
        page = await records.list(ctx, "bid", {"sort": [{"by": "name"}]})
        assert [r["name"] for r in page.items] == ["good", "good too"]
        good, too = page.items
        assert good["people"] == [{"id": str(firm.id), "label": "F"}]
        assert (good["hot"], too["hot"], too["labels"]) == (False, True, ["a", "b"])
        assert too["data"] == {"a": [1]}
        assert {o.id for o in outcomes if o.id} == {good.id, too.id}


async def test_duplicates_are_named_inside_the_batch_and_outside(company: Company) -> None:
    async with company.open("ada") as ctx:
        await records.create(ctx, "firm", {"name": "F", "email": "f@example.com"})
        outcomes = await records.create_many(
            ctx,
            "firm",
            [
                {"name": "A", "email": "a@example.com"},
                {"name": "B", "email": "A@example.com"},
                {"name": "C", "email": "f@example.com"},
            ],
        )
        assert [sorted(o.problems) for o in outcomes] == [[], ["email"], ["email"]]
        assert outcomes[1].problems["email"].code == "records.duplicate"


async def test_updates_touch_only_what_each_row_names(company: Company) -> None:
    async with company.open("sam") as ctx:
        a = await records.create(ctx, "bid", {"name": "A", "reason": "a"})
        b = await records.create(ctx, "bid", {"name": "B", "reason": "b"})
    async with company.open("sue") as ctx:
        c = await records.create(ctx, "bid", {"name": "C"})
    async with company.open("sam") as ctx:
        outcomes = await records.update_many(
            ctx,
            "bid",
            [
                (a.id, {"name": "A2"}),
                (b.id, {"reason": None, "hot": True}),
                (c.id, {"name": "mine"}),
            ],
        )
        assert [o.version for o in outcomes] == [2, 2, 0]
        assert outcomes[2].problems[""].code == "records.not_found"
        now = await records.get(ctx, "bid", a.id)
        assert (now["name"], now["reason"]) == ("A2", "a")
        now = await records.get(ctx, "bid", b.id)
        assert (now["name"], now["reason"], now["hot"]) == ("B", None, True)
        entries = {c.record: c for c in (await log(ctx))[-2:]}
        assert entries[a.id].after == {"name": "A2"}
        assert entries[b.id].before == {"reason": "b", "hot": False}


async def test_history_may_say_when_a_record_was_made(company: Company) -> None:
    async with company.open("sam", origin="import") as ctx:
        (made,) = await records.create_many(
            ctx, "bid", [{"name": "old", "created_at": "2020-05-01T10:00:00+00:00"}]
        )
        assert made.id is not None
        assert (await records.get(ctx, "bid", made.id))["created_at"] == "2020-05-01T10:00:00+00:00"
