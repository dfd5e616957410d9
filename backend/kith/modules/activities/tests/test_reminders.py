"""A task that falls due, is late, or asked to be remembered comes to its owner, once each."""

import datetime as dt
from dataclasses import replace
from typing import Any

from kith.kernel.api import Context, notifications, records
from kith.lib.json import loads
from kith.modules.activities.jobs import remind
from tests.support.company import Company


async def told(ctx: Context) -> list[tuple[str, str]]:
    inbox: Any = loads(await notifications.inbox_json(ctx))
    return sorted((item["reason"], item["record"]["label"]) for item in inbox["items"])


async def test_what_is_due_today_or_since_yesterday_is_told_once(company: Company) -> None:
    async with company.open("sam") as ctx:
        for days in (-30, -1, 0, 3):
            due = (ctx.today + dt.timedelta(days=days)).isoformat()
            await records.create(ctx, "task", {"subject": f"{days} days", "due": due})
        done = {"subject": "Done", "due": ctx.today.isoformat(), "done": True}
        await records.create(ctx, "task", done)
        for _ in range(2):
            await remind(ctx.as_system())
        assert await told(ctx) == [("due", "-1 days"), ("due", "0 days")]


async def test_a_day_begins_where_the_owner_lives(company: Company) -> None:
    async with company.open("ada") as ctx:
        sam = str(company.people["sam"])
        await records.update(ctx, "user", company.people["sam"], {"timezone": "Pacific/Auckland"})
        evening = ctx.now.replace(hour=20, minute=0)
        tomorrow = (evening.date() + dt.timedelta(days=1)).isoformat()
        await records.create(ctx, "task", {"subject": "Early", "due": tomorrow, "owner": sam})
        await remind(replace(ctx.as_system(), now=evening))
    async with company.open("sam") as ctx:
        assert await told(ctx) == [("due", "Early")]


async def test_a_wished_reminder_comes_at_its_moment(company: Company) -> None:
    async with company.open("sam") as ctx:
        moment = ctx.now + dt.timedelta(hours=2)
        await records.create(ctx, "task", {"subject": "Ring", "remind_at": moment.isoformat()})
        await remind(ctx.as_system())
        assert await told(ctx) == []
        await remind(replace(ctx.as_system(), now=moment + dt.timedelta(minutes=1)))
        assert await told(ctx) == [("reminder", "Ring")]
