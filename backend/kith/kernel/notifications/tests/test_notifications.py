"""People are told what concerns them and why: once, not of their own doing, and never of what they may not see."""

import datetime as dt
from dataclasses import replace
from typing import Any

from kith.infra.identity import preferences
from kith.infra.identity.preferences import Owner
from kith.kernel import notifications, records
from kith.kernel.api import deliver
from kith.kernel.notifications import Notice
from kith.lib.ids import new_id
from kith.lib.json import loads
from tests.support.company import Company

Told = dict[str, Any]


async def inbox(company: Company, person: str, **page: Any) -> Told:
    await deliver(company.open, "kernel.notifications")
    async with company.open(person, readonly=True) as ctx:
        found = loads(await notifications.inbox_json(ctx, **page))
    assert isinstance(found, dict)
    return found


async def given(company: Company, giver: str, to: str, name: str = "Pumps") -> Any:
    async with company.open(giver) as ctx:
        return await records.create(ctx, "bid", {"name": name, "owner": str(company.people[to])})


async def test_who_is_made_responsible_is_told_and_by_whom(company: Company) -> None:
    bid = await given(company, "max", "sam")
    told = await inbox(company, "sam")
    assert told["unread"] == 1
    (item,) = told["items"]
    assert item["reason"] == "assigned"
    assert item["actor"] == {"id": str(company.people["max"]), "label": "Max"}
    assert item["record"] == {"object": "bid", "id": str(bid.id), "label": "Pumps"}
    assert (await inbox(company, "max"))["items"] == []


async def test_what_i_do_myself_is_no_news_for_me(company: Company) -> None:
    async with company.open("sam") as ctx:
        bid = await records.create(ctx, "bid", {"name": "Mine"})
        await records.update(ctx, bid, {"amount": 5})
    assert (await inbox(company, "sam"))["unread"] == 0


async def test_changes_of_my_record_by_another_are_one_line_until_i_read_it(
    company: Company,
) -> None:
    async with company.open("sam") as ctx:
        bid = await records.create(ctx, "bid", {"name": "Mine"})
    for amount in (1, 2, 3):
        async with company.open("max") as ctx:
            await records.update(ctx, "bid", bid.id, {"amount": amount})
    (item,) = (await inbox(company, "sam"))["items"]
    assert (item["reason"], item["count"]) == ("owner", 3)
    assert item["changes"][0]["after"]["amount"] == 3
    async with company.open("sam") as ctx:
        assert await notifications.mark(ctx, [item["id"]], read=True) == 0
    async with company.open("max") as ctx:
        await records.update(ctx, "bid", bid.id, {"amount": 4})
    again = await inbox(company, "sam")
    assert [i["read"] for i in again["items"]] == [False, True]
    assert again["unread"] == 1


async def test_a_note_about_my_record_reaches_me(company: Company) -> None:
    async with company.open("sam") as ctx:
        bid = await records.create(ctx, "bid", {"name": "Mine"})
    async with company.open("max") as ctx:
        await records.create(ctx, "chore", {"name": "Call them", "bid": str(bid.id)})
    async with company.open("ada") as ctx:
        await records.create(
            ctx,
            "chore",
            {"name": "Yours", "bid": str(bid.id), "owner": str(company.people["sam"])},
        )
    told = await inbox(company, "sam")
    assert [(i["reason"], i["record"]["label"]) for i in told["items"]] == [("assigned", "Yours")]
    assert (await inbox(company, "max"))["items"] == []


async def test_what_i_may_not_see_any_more_is_neither_shown_nor_counted(company: Company) -> None:
    bid = await given(company, "max", "sam")
    await inbox(company, "sam")
    async with company.open("max") as ctx:
        await records.update(ctx, "bid", bid.id, {"owner": str(company.people["sue"])})
    told = await inbox(company, "sam")
    assert (told["items"], told["unread"]) == ([], 0)


async def test_hidden_fields_are_left_out_of_what_changed(company: Company) -> None:
    async with company.open("sam") as ctx:
        firm = await records.create(ctx, "firm", {"name": "F"})
    async with company.open("ada") as ctx:
        await records.update(ctx, "firm", firm.id, {"secret": "x", "city": "Rome"})
    (item,) = (await inbox(company, "sam"))["items"]
    assert [change["field"] for change in item["changes"]] == ["city"]


async def test_many_given_at_once_are_one_line(company: Company) -> None:
    async with company.open("max") as ctx:
        made = [await records.create(ctx, "bid", {"name": f"B{n}"}) for n in range(3)]
        batch = new_id()
        for bid in made:
            await records.update(
                ctx.in_batch(batch, "bulk"), bid, {"owner": str(company.people["sam"])}
            )
    (item,) = (await inbox(company, "sam"))["items"]
    assert (item["reason"], item["count"], item["many"]) == ("assigned", 3, True)


async def test_what_somebody_does_not_want_is_not_told(company: Company) -> None:
    sam = Owner(company.workspace.id, company.people["sam"])
    async with company.database.unit() as unit:
        await preferences.keep(unit, sam, {notifications.PREFERENCE: {"off": ["assigned"]}})
    await given(company, "max", "sam")
    assert (await inbox(company, "sam"))["items"] == []


async def test_old_news_is_no_news(company: Company) -> None:
    async with company.open("max") as ctx:
        past = replace(ctx, now=ctx.now - dt.timedelta(days=30))
        await records.create(past, "bid", {"name": "Old", "owner": str(company.people["sam"])})
    assert (await inbox(company, "sam"))["items"] == []


async def test_what_is_noticed_again_and_again_is_told_once(company: Company) -> None:
    bid = await given(company, "max", "sam")
    sam = company.people["sam"]
    for _ in range(3):
        async with company.open() as ctx:
            notice = Notice(sam, "due", "bid", bid.id, once="due:1")
            await notifications.tell(ctx, [notice])
        async with company.open("sam") as ctx:
            await notifications.mark(ctx, None, read=True)
    told = await inbox(company, "sam")
    assert [i["reason"] for i in told["items"]].count("due") == 1


async def test_pages_follow_each_other_and_unread_can_be_asked_for_alone(company: Company) -> None:
    for n in range(5):
        await given(company, "max", "sam", f"B{n}")
        await inbox(company, "sam")
    first = await inbox(company, "sam", limit=2)
    second = await inbox(company, "sam", limit=2, after=first["next"])
    third = await inbox(company, "sam", limit=2, after=second["next"])
    names = [i["record"]["label"] for page in (first, second, third) for i in page["items"]]
    assert names == ["B4", "B3", "B2", "B1", "B0"]
    assert third["next"] is None
    async with company.open("sam") as ctx:
        await notifications.mark(ctx, [first["items"][0]["id"]], read=True)
    assert len((await inbox(company, "sam", only_unread=True))["items"]) == 4
    async with company.open("sam") as ctx:
        assert await notifications.mark(ctx, [first["items"][0]["id"]], read=False) == 5


async def test_nobody_marks_what_is_anothers(company: Company) -> None:
    await given(company, "max", "sam")
    (item,) = (await inbox(company, "sam"))["items"]
    async with company.open("sue") as ctx:
        await notifications.mark(ctx, [item["id"]], read=True)
    assert (await inbox(company, "sam"))["unread"] == 1
