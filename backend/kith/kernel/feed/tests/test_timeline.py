"""People read what happened: in order, with names, and nothing that they may not see."""

from typing import Any

import pytest

from kith.kernel import feed, records
from kith.kernel.access import NotAllowed
from kith.kernel.context import Context
from kith.kernel.records import purge
from kith.kernel.records.errors import RecordNotFound
from kith.lib.ids import new_id
from kith.lib.json import loads
from tests.support.company import Company


async def _timeline(ctx: Context, name: str, record: Any, **page: Any) -> dict[str, Any]:
    found = loads(await feed.timeline_json(ctx, name, record, **page))
    assert isinstance(found, dict)
    return found


async def test_changes_and_activities_are_told_the_latest_first(company: Company) -> None:
    async with company.open("sam", readonly=True) as ctx:
        firm = await records.create(ctx, "firm", {"name": "F"})
        bid = await records.create(ctx, "bid", {"name": "B"})
        await records.update(ctx, bid, {"firm": str(firm.id), "amount": 4})
        chore = await records.create(ctx, "chore", {"name": "Call", "bid": str(bid.id)})
        await records.update(ctx, chore, {"name": "Call back"})
        await records.update(ctx, "chore", chore.id, {"done": True})
        told = await _timeline(ctx, "bid", bid.id)
        assert [(i["kind"], i["action"]) for i in told["items"]] == [
            ("activity", "update"),
            ("activity", "create"),
            ("change", "update"),
            ("change", "create"),
        ]
        done, made, changed, _ = told["items"]
        assert done["changes"][0]["after"] is True
        assert made["record"] == {
            "object": "chore",
            "id": str(chore.id),
            "label": "Call back",
            "at": None,
        }
        assert changed["actor"] == {"id": str(company.people["sam"]), "label": "Sam"}
        assert {c["field"]: (c["label"], c["before"], c["after"]) for c in changed["changes"]} == {
            "firm": ("Firm", None, {"id": str(firm.id), "label": "F"}),
            "amount": ("Amount", None, {"amount": 4, "currency": "USD"}),
        }
        assert changed["undoable"]


async def test_only_what_is_asked_for_is_told(company: Company) -> None:
    async with company.open("sam", readonly=True) as ctx:
        bid = await records.create(ctx, "bid", {"name": "B"})
        await records.create(ctx, "chore", {"name": "Call", "bid": str(bid.id)})
        for only, kinds in (
            (["changes"], ["change"]),
            (["chore"], ["activity"]),
            (["chore", "changes"], ["activity", "change"]),
            (["nowhere"], []),
            ([], ["activity", "change"]),
        ):
            told = await _timeline(ctx, "bid", bid.id, only=only)
            assert [item["kind"] for item in told["items"]] == kinds


async def test_pages_follow_each_other(company: Company) -> None:
    async with company.open("sam", readonly=True) as ctx:
        bid = await records.create(ctx, "bid", {"name": "0"})
        for i in range(1, 5):
            await records.update(ctx, "bid", bid.id, {"name": str(i)})
        seen: list[int] = []
        after = None
        while True:
            page = await _timeline(ctx, "bid", bid.id, after=after, limit=2)
            seen += [item["id"] for item in page["items"]]
            after = page["next"]
            if after is None:
                break
        assert seen == sorted(seen, reverse=True)
        assert len(seen) == 5


async def test_hidden_fields_and_closed_records_never_appear(company: Company) -> None:
    async with company.open("ada", readonly=True) as ctx:
        firm = await records.create(ctx, "firm", {"name": "F", "secret": "x"})
        await records.update(ctx, firm, {"secret": "top", "city": "Rome"})
        await records.update(ctx, "firm", firm.id, {"secret": "more"})
        bid = await records.create(ctx, "bid", {"name": "B"})
        await records.create(ctx, "chore", {"name": "Secret call", "bid": str(bid.id)})
    async with company.open("sam", readonly=True) as ctx:
        told = await _timeline(ctx, "firm", firm.id)
        assert [c["field"] for c in told["items"][0]["changes"]] == ["city"]
        assert "top" not in str(told)
        assert len(told["items"]) == 2
        with pytest.raises(RecordNotFound):
            await _timeline(ctx, "bid", bid.id)
        with pytest.raises(RecordNotFound):
            await feed.history_json(ctx, "firm", firm.id, "secret")
        mine = await records.create(ctx, "bid", {"name": "Mine"})
    async with company.open("ada", readonly=True) as ctx:
        await records.create(ctx, "chore", {"name": "Ada's call", "bid": str(mine.id)})
    async with company.open("sam", readonly=True) as ctx:
        told = await _timeline(ctx, "bid", mine.id)
        assert [item["kind"] for item in told["items"]] == ["change"]


async def test_a_field_tells_its_history(company: Company) -> None:
    async with company.open("sam", readonly=True) as ctx:
        bid = await records.create(ctx, "bid", {"name": "A", "owner": str(company.people["sam"])})
        await records.update(ctx, "bid", bid.id, {"stage": "won"})
        await records.update(ctx, "bid", bid.id, {"name": "B"})
        history: Any = loads(await feed.history_json(ctx, "bid", bid.id, "stage"))
        assert [(h["before"], h["after"]) for h in history["items"]] == [
            ("new", "won"),
            (None, "new"),
        ]


async def test_home_tells_what_colleagues_did_and_an_import_once(company: Company) -> None:
    async with company.open("max") as ctx:
        await records.create(ctx, "bid", {"name": "By Max"})
        batch = ctx.in_batch(new_id(), "import")
        await records.create_many(batch, "bid", [{"name": str(i)} for i in range(20)])
    async with company.open("sam") as ctx:
        bid = await records.create(ctx, "bid", {"name": "By Sam"})
        await records.create(ctx, "item", {"name": "A part of it", "bid": str(bid.id)})
        news: Any = loads(await feed.changes_json(ctx))
        assert [item["record"]["label"] for item in news["items"]] == ["By Sam"]
    async with company.open("max", readonly=True) as ctx:
        news = loads(await feed.changes_json(ctx))
        assert [item["record"]["label"] for item in news["items"]] == ["By Sam", "0", "By Max"]
        page: Any = loads(await feed.changes_json(ctx, limit=1))
        rest: Any = loads(await feed.changes_json(ctx, after=page["next"]))
        assert len(rest["items"]) == 2


async def test_the_bin_shows_what_one_may_take_out(company: Company) -> None:
    async with company.open("sam", readonly=True) as ctx:
        for name in "abc":
            made = await records.create(ctx, "bid", {"name": name})
            await records.delete(ctx, "bid", made.id)
        first: Any = loads(await feed.bin_json(ctx, limit=2))
        rest: Any = loads(await feed.bin_json(ctx, limit=2, after=first["next"]))
        assert [i["label"] for i in first["items"] + rest["items"]] == ["c", "b", "a"]
        assert first["items"][0]["deleted_by"]["label"] == "Sam"
    async with company.open("sue", readonly=True) as ctx:
        assert loads(await feed.bin_json(ctx)) == {"items": [], "next": None}


async def test_a_record_comes_with_its_timeline(company: Company) -> None:
    async with company.open("sam", readonly=True) as ctx:
        bid = await records.create(ctx, "bid", {"name": "B"})
        await records.update(ctx, bid, {"name": "C"})
        await records.create(ctx, "chore", {"name": "Call", "bid": str(bid.id)})
        found: Any = loads(await feed.record_json(ctx, "bid", bid.id, limit=2))
        page = found.pop("_timeline")
        assert found == loads(await records.get_json(ctx, "bid", bid.id))
        assert page == await _timeline(ctx, "bid", bid.id, limit=2)
        assert page["next"] is not None
        await records.delete(ctx, "bid", bid.id)
        with pytest.raises(RecordNotFound):
            await feed.record_json(ctx, "bid", bid.id)
    async with company.open("sue", readonly=True) as ctx:
        with pytest.raises(RecordNotFound):
            await feed.record_json(ctx, "bid", bid.id)


async def test_a_merge_is_told_with_the_record_that_is_left(company: Company) -> None:
    async with company.open("ada") as ctx:
        left, gone = [await records.create(ctx, "firm", {"name": name}) for name in ("L", "G")]
        await records.merge_json(ctx, "firm", left.id, [gone.id], {})
        told = await _timeline(ctx, "firm", gone.id)
        assert told["items"][0]["into"] == {"id": str(left.id), "label": "L"}
        assert told["items"][0]["changes"] == []


async def test_the_bin_is_searched_and_emptied_by_an_administrator(company: Company) -> None:
    async with company.open("ada") as ctx:
        made = [await records.create(ctx, "firm", {"name": name}) for name in ("50% off", "500")]
        for record in made:
            await records.delete(ctx, "firm", record.id)
        found: Any = loads(await feed.bin_json(ctx, search="50%", of="firm"))
        assert [item["label"] for item in found["items"]] == ["50% off"]
        assert loads(await feed.bin_json(ctx, of="bid")) == {"items": [], "next": None}
        assert await purge.erase(ctx, "firm", [made[0].id]) == 1
        left: Any = loads(await feed.bin_json(ctx, of="firm"))
        assert [item["label"] for item in left["items"]] == ["500"]
    async with company.open("sam") as ctx:
        with pytest.raises(NotAllowed):
            await purge.erase(ctx, "firm", [made[1].id])
