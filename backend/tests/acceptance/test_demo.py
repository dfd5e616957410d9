"""The example company is as lively as promised, and every standard view works on it for every role."""

import datetime as dt
from collections.abc import AsyncIterator

import asyncpg
import pytest

from kith.infra import jobs
from kith.infra.db import Database
from kith.infra.identity import credentials
from kith.infra.jobs.worker import run_pending
from kith.infra.settings import from_environment
from kith.kernel.api import Context, access, consumers, deliver, records
from kith.main.commands import demo
from kith.main.contexts import Contexts
from kith.main.loader import load
from kith.main.upgrade import upgrade
from kith.main.worker import handlers
from tests.support.databases import Databases

pytestmark = pytest.mark.slow
MODULES = load()
VIEWS = [(module.name, view) for module in MODULES for view in module.views]
PROFILES = ("seller", "manager", "admin", "viewer")
CHANGES_AT_LEAST = 6_000


def _quiet(_text: str) -> None: ...


@pytest.fixture(scope="module")
async def database(databases: Databases) -> AsyncIterator[Database]:
    async with databases.empty() as opened:
        await upgrade(opened, from_environment({}), _quiet)
        await demo.make(opened)
        yield opened


@pytest.fixture(scope="module")
def contexts(database: Database) -> Contexts:
    return Contexts(database, MODULES)


@pytest.fixture
async def kith(contexts: Contexts) -> AsyncIterator[Context]:
    async with contexts.open(demo.SLUG) as ctx:
        yield ctx


async def _count(ctx: Context, name: str, where: object = None) -> int:
    figures = await records.aggregate(ctx, name, {} if where is None else {"where": where})
    total = figures["total"]
    assert isinstance(total, dict)
    return int(total["count"])


async def test_the_company_is_as_big_as_promised(kith: Context) -> None:
    for name, many in (("user", 12), ("account", 200), ("contact", 600), ("deal", 400)):
        assert await _count(kith, name) == many
    assert (
        await _count(kith, "account", {"field": "address.country", "op": "eq", "value": "CN"}) >= 90
    )
    for name in ("task", "event", "call", "note", "relation", "acquaintance", "deal_step"):
        assert await _count(kith, name) > 80


async def test_deals_are_won_lost_and_open_over_eighteen_months(kith: Context) -> None:
    for outcome, fewest in (("won", 90), ("lost", 90), ("open", 60)):
        found = await _count(kith, "deal", {"field": "outcome", "op": "eq", "value": outcome})
        assert found >= fewest
    months = await records.aggregate(
        kith,
        "deal",
        {
            "where": {"field": "outcome", "op": "eq", "value": "won"},
            "group": [{"by": "closed_on", "bucket": "month"}],
        },
    )
    groups = months["groups"]
    assert isinstance(groups, list)
    assert len(groups) >= 15


async def test_there_is_work_behind_and_ahead(kith: Context) -> None:
    late = {
        "and": [_is("done", value=False), {"field": "due", "op": "lt", "value": {"rel": "today"}}]
    }
    ahead = {"field": "starts_at", "op": "gt", "value": kith.now.isoformat()}
    silent = {"and": [_is("outcome", value="open"), {"field": "next_step_at", "op": "empty"}]}
    assert await _count(kith, "task", late) >= 5
    assert await _count(kith, "event", ahead) >= 10
    assert 5 <= await _count(kith, "deal", silent) <= 40


async def test_the_log_tells_the_past_in_order(kith: Context) -> None:
    rows = await _sql(kith, "select at, batch from _change where origin = 'demo' order by id")
    moments = [row["at"] for row in rows]
    assert len(moments) > CHANGES_AT_LEAST
    assert moments == sorted(moments)
    assert kith.now - moments[0] > dt.timedelta(days=540)
    assert len({row["batch"] for row in rows}) == 1


async def test_listeners_find_nothing_to_correct(contexts: Contexts, kith: Context) -> None:
    stages = await _count(kith, "deal_stage")
    open_listener = contexts.opener(demo.SLUG, None, "listener")
    for name in consumers(MODULES):
        while await deliver(open_listener, name):
            pass
    changed = await _sql(
        kith, "select distinct object, action from _change where origin = 'listener'"
    )
    assert [tuple(row) for row in changed] == [("deal", "rollup")]
    assert await _count(kith, "deal_stage") == stages
    assert not await _sql(kith, "select * from _parked")


async def test_everybody_signs_in_with_the_printed_password(kith: Context) -> None:
    people = (await records.list(kith, "user", {"limit": 20})).items
    for user in people:
        assert await credentials.check(kith.unit, kith.workspace.id, user.id, demo.PASSWORD)


async def test_the_terminal_names_one_person_of_each_role(database: Database) -> None:
    first, *people = await demo.sign_ins(database)
    assert demo.PASSWORD in first
    assert len(people) >= len(PROFILES)


async def test_everybody_sees_their_people_and_no_further(
    contexts: Contexts, kith: Context
) -> None:
    seen = {}
    for key in ("yue", "dana", "tomas"):
        async with contexts.open(demo.SLUG, await _user(kith, f"{key}@harbourpine.example")) as ctx:
            seen[key] = await _count(ctx, "deal")
    assert 400 == seen["yue"] > seen["dana"] > seen["tomas"] > 20


@pytest.mark.parametrize("profile", PROFILES)
async def test_every_standard_view_works(contexts: Contexts, kith: Context, profile: str) -> None:
    person = await records.find(kith, "user", _is("profile", value=profile))
    assert person is not None
    async with contexts.open(demo.SLUG, person.id) as ctx:
        for _, view in VIEWS:
            if not access.can(ctx, view.object, "read"):
                continue
            columns = [column.field for column in view.columns]
            page = await records.list(ctx, view.object, {**view.query, "fields": columns})
            assert page.total is not None
            if view.kind == "board" and view.group:
                query = {"where": view.query.get("where"), "group": [{"by": view.group}]}
                assert await records.aggregate(ctx, view.object, query)


async def test_a_second_start_changes_nothing(database: Database, kith: Context) -> None:
    before = await _sql(kith, "select count(*) from _change")
    await demo.make(database)
    assert await _sql(kith, "select count(*) from _change") == before


async def test_the_examples_go_at_once_and_people_stay(contexts: Contexts, kith: Context) -> None:
    admin = await _user(kith, "claire@harbourpine.example")
    async with contexts.open(demo.SLUG, admin) as ctx:
        mine = await records.create(ctx, "account", {"name": "A real customer"})
        job = await jobs.enqueue(ctx.unit, demo.SLUG, admin, "people.remove_examples", {})
    await run_pending(contexts.database, handlers(contexts))
    async with contexts.open(demo.SLUG, admin) as ctx:
        done = await jobs.find(ctx.unit, demo.SLUG, job)
        assert done is not None
        assert done.state == "done", done
        left = (await records.list(ctx, "account", {})).items
        assert [account.id for account in left] == [mine.id]
        assert await _count(ctx, "deal") == 0
        assert await _count(ctx, "user") == 12


async def _sql(ctx: Context, text: str) -> list[asyncpg.Record]:
    return await ctx.unit.fetch(text.replace(" from _", f" from {ctx.workspace.schema}._"))


async def _user(ctx: Context, email: str) -> "records.RecordId":
    found = await records.find(ctx, "user", _is("email", value=email))
    assert found is not None
    return found.id


def _is(field: str, *, value: object) -> dict[str, object]:
    return {"field": field, "op": "eq", "value": value}
