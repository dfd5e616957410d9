"""Activities through the kernel: they belong together, and records know what comes next."""

import datetime as dt
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from kith.kernel.api import Change, Context, Record, feed, records
from kith.lib.ids import new_id
from kith.lib.json import loads
from kith.modules.activities import service
from kith.modules.activities.errors import AlreadyDone
from kith.modules.activities.jobs import pass_time
from kith.modules.activities.listeners import follow
from tests.support.company import Company


@pytest.fixture
async def ctx(company: Company) -> AsyncIterator[Context]:
    async with company.open("sam") as ctx:
        yield ctx


@pytest.fixture
async def deal(ctx: Context) -> Record:
    account = await records.create(ctx, "account", {"name": "One"})
    return await records.create(ctx, "deal", {"name": "Rollout", "account": str(account.id)})


async def test_an_activity_of_a_deal_belongs_to_its_account_too(ctx: Context, deal: Record) -> None:
    task = await records.create(ctx, "task", {"subject": "Call", "deal": str(deal.id)})
    assert task.ref("account") == deal.ref("account")


async def test_a_call_happened_now_unless_somebody_says_otherwise(ctx: Context) -> None:
    call = await records.create(ctx, "call", {"subject": "Hello"})
    assert dt.datetime.fromisoformat(str(call["started_at"])) == ctx.now


async def test_a_note_gets_its_first_words_as_title(ctx: Context) -> None:
    note = await records.create(ctx, "note", {"body": "<p>Met <b>Yue</b> today.</p>"})
    assert note["subject"] == "Met Yue today."


async def test_a_task_is_done_once(ctx: Context) -> None:
    task = await records.create(ctx, "task", {"subject": "Call"})
    done = await service.complete(ctx, task.id)
    assert (done["done"], done["done_at"] is not None) == (True, True)
    with pytest.raises(AlreadyDone):
        await service.complete(ctx, task.id)


async def test_putting_off_counts_from_today_when_it_is_late(ctx: Context) -> None:
    late = (ctx.today - dt.timedelta(days=9)).isoformat()
    task = await records.create(ctx, "task", {"subject": "Call", "due": late})
    later = await service.postpone(ctx, task.id)
    assert later["due"] == (ctx.today + dt.timedelta(days=1)).isoformat()
    assert (await service.postpone(ctx, task.id, "2030-01-07"))["due"] == "2030-01-07"


async def test_a_record_shows_the_nearest_open_task_or_meeting(ctx: Context, deal: Record) -> None:
    tomorrow = ctx.now + dt.timedelta(days=1)
    event = await _make(ctx, "event", deal, subject="Workshop", starts_at=tomorrow.isoformat())
    assert await _next(ctx, deal) == "Workshop"
    task = await _make(ctx, "task", deal, subject="Call", due=ctx.today.isoformat())
    assert await _next(ctx, deal) == "Call"
    await records.update(ctx, task, {"done": True})
    await follow(ctx, _change(ctx, task, "update", {"done": True}))
    assert await _next(ctx, deal) == "Workshop"
    await records.delete(ctx, "event", event.id)
    await follow(ctx, _change(ctx, event, "delete", {}))
    assert await _next(ctx, deal) is None


async def test_the_account_of_a_deal_shows_the_step_too(ctx: Context, deal: Record) -> None:
    await _make(ctx, "task", deal, subject="Call", due=ctx.today.isoformat())
    account = deal.ref("account")
    assert account is not None
    assert (await records.get(ctx, "account", account))["next_step"] == "Call"


async def test_a_moved_task_leaves_its_old_deal_without_a_step(ctx: Context, deal: Record) -> None:
    task = await _make(ctx, "task", deal, subject="Call", due=ctx.today.isoformat())
    other = await records.create(ctx, "deal", {"name": "Other"})
    await records.update(ctx, task, {"deal": str(other.id)})
    moved = _change(ctx, task, "update", {"deal": str(other.id)}, {"deal": str(deal.id)})
    await follow(ctx, moved)
    assert (await _next(ctx, deal), await _next(ctx, other)) == (None, "Call")


async def test_a_meeting_that_is_over_is_no_next_step(ctx: Context, deal: Record) -> None:
    soon = ctx.now + dt.timedelta(hours=1)
    await _make(ctx, "event", deal, subject="Workshop", starts_at=soon.isoformat())
    await pass_time(ctx.as_system())
    assert await _next(ctx, deal) == "Workshop"
    await pass_time(replace(ctx.as_system(), now=ctx.now + dt.timedelta(hours=2)))
    assert await _next(ctx, deal) is None


async def test_a_late_task_stays_the_next_step(ctx: Context, deal: Record) -> None:
    yesterday = (ctx.today - dt.timedelta(days=1)).isoformat()
    await _make(ctx, "task", deal, subject="Call", due=yesterday)
    await pass_time(ctx.as_system())
    assert await _next(ctx, deal) == "Call"


async def test_a_next_step_is_no_news_in_the_timeline(ctx: Context, deal: Record) -> None:
    await _make(ctx, "task", deal, subject="Call", due=ctx.today.isoformat())
    told = loads(await feed.timeline_json(ctx, "deal", deal.id))
    assert isinstance(told, dict)
    assert [(item["object"], item["action"]) for item in told["items"]] == [
        ("task", "create"),
        ("deal", "create"),
    ]


async def _make(ctx: Context, name: str, deal: Record, **values: object) -> Record:
    made = await records.create(ctx, name, {**values, "deal": str(deal.id)})
    after = {**values, "deal": str(deal.id), "account": str(made.ref("account"))}
    await follow(ctx, _change(ctx, made, "create", after))
    return made


async def _next(ctx: Context, deal: Record) -> object:
    return (await records.get(ctx, "deal", deal.id))["next_step"]


def _change(
    ctx: Context,
    record: Record,
    action: str,
    after: dict[str, object],
    before: dict[str, object] | None = None,
) -> Change:
    return Change(
        1,
        ctx.now,
        ctx.actor.user,
        record.object,
        record.id,
        action,
        1,
        before or {},
        after,
        new_id(),
    )
