"""The log reaches its followers in order, at least once, whatever happens to them on the way."""

import asyncio
import contextlib
import datetime as dt
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import asyncpg
import time_machine

import tests.support
from kith.kernel import records
from kith.kernel.api import consumers, deliver
from kith.kernel.context import Context
from kith.kernel.records.change import Change
from kith.kernel.records.delivery import PAUSES, Consumer, consume, parked
from kith.lib.clock import now
from kith.module import Listener
from tests.support.company import Company, module
from tests.support.server import TestServer


class Follower:
    """Notes what it hears; `trouble` names the record at which it fails."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.trouble = ""

    async def run(self, ctx: Context, changes: Sequence[Change]) -> None:
        for change in changes:
            if self.trouble and change.after.get("name") == self.trouble:
                raise ValueError(self.trouble)
            self.heard.append(str(change.after.get("name")))


async def _consume(company: Company, follower: Follower, name: str = "test") -> bool:
    async with company.open() as ctx:
        return await consume(ctx, Consumer(name, follower.run, ("firm",)), (name,))


async def _make(company: Company, *names: str) -> None:
    for name in names:
        async with company.open("ada", readonly=True) as ctx:
            await records.create(ctx, "firm", {"name": name})


async def test_changes_come_in_order_and_once_when_all_is_well(company: Company) -> None:
    follower = Follower()
    await _make(company, "a", "b")
    await _consume(company, follower)
    await _make(company, "c")
    await _consume(company, follower)
    await _consume(company, follower)
    assert follower.heard == ["a", "b", "c"]


async def test_a_crash_before_the_cursor_moves_delivers_again(company: Company) -> None:
    follower = Follower()
    await _make(company, "a")
    with contextlib.suppress(RuntimeError):
        async with company.open() as ctx:
            await consume(ctx, Consumer("test", follower.run), ("test",))
            raise RuntimeError("killed")
    await _consume(company, follower)
    assert follower.heard == ["a", "a"]


KILLED = """
import asyncio, os, signal, sys
from kith.infra.db import Database
from kith.kernel.records.delivery import Consumer, consume
from kith.kernel.storage import workspaces
from tests.support.company import Company, module

async def run(ctx, changes):
    for change in changes:
        print(change.after["name"], flush=True)
    os.kill(os.getpid(), signal.SIGKILL)

async def main():
    database = await Database.open(sys.argv[1], max_size=1)
    async with database.unit() as unit:
        workspace = await workspaces.load(unit, "acme")
    async with Company(database, workspace, (module(),)).open() as ctx:
        await consume(ctx, Consumer("test", run, ("firm",)), ("test",))

asyncio.run(main())
"""


async def test_a_killed_process_leaves_its_work_to_the_next(company: Company) -> None:
    follower = Follower()
    await _make(company, "a", "b")
    killed = await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-c", KILLED, company.database.dsn],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=Path(tests.support.__file__).parents[2],
    )
    assert (killed.returncode, killed.stdout.split()) == (-signal.SIGKILL, ["a"])
    async with company.open() as ctx:  # until PostgreSQL has noticed that its client is gone
        await ctx.unit.execute("select pg_advisory_xact_lock(hashtextextended('ws_acme.test', 11))")
    await _consume(company, follower)
    assert follower.heard == ["a", "b"]


async def test_nothing_slips_in_behind_the_cursor(company: Company) -> None:
    follower = Follower()
    async with company.open("ada") as slow:
        await records.create(slow, "firm", {"name": "slow"})
        await _make(company, "fast")
        await _consume(company, follower)
        assert follower.heard == []
    await _consume(company, follower)
    assert follower.heard == ["slow", "fast"]


async def test_a_change_that_cannot_be_digested_is_put_aside(company: Company) -> None:
    follower = Follower()
    follower.trouble = "bad"
    await _make(company, "a", "bad", "b")
    with time_machine.travel(now(), tick=True) as clock:
        for pause in PAUSES:
            await _consume(company, follower)
            await _consume(company, follower)
            assert follower.heard == ["a"]
            clock.shift(dt.timedelta(seconds=pause + 1))
        await _consume(company, follower)
        await _consume(company, follower)
    assert follower.heard == ["a", "b"]
    async with company.open() as ctx:
        (aside,) = await parked(ctx)
    assert aside["error"] == "ValueError: bad"


async def test_only_one_process_serves_a_consumer(company: Company) -> None:
    follower = Follower()
    await _make(company, "a")
    async with company.open() as ctx:
        await consume(ctx, Consumer("test", follower.run), ("test",))
        await _consume(company, follower)
        assert follower.heard == ["a"]


async def test_listeners_search_and_rollups_follow(company: Company) -> None:
    heard: list[str] = []

    async def note(_ctx: Context, change: Change) -> None:
        heard.append(change.action)

    company = replace(company, modules=(module(listeners=(Listener("note", note, ("bid",)),)),))
    async with company.open("sam", readonly=True) as ctx:
        made = await records.create(ctx, "bid", {"name": "A"})
        for price in (3, 4):
            await records.create(ctx, "item", {"name": "I", "bid": str(made.id), "price": price})
        item = await records.create(ctx, "item", {"name": "J", "bid": str(made.id), "price": 9})
    await _deliver_all(company)
    async with company.open("sam", readonly=True) as ctx:
        now_ = await records.get(ctx, "bid", made.id)
        assert (now_["total"], now_["items"], now_.version) == (16, 3, 1)
        await records.delete(ctx, "item", item.id)
    await _deliver_all(company)
    async with company.open("sam", readonly=True) as ctx:
        assert (await records.get(ctx, "bid", made.id))["total"] == 7
    assert heard[0] == "create"


async def _deliver_all(company: Company) -> None:
    for name in consumers(company.modules):
        while await deliver(company.open, name):
            pass


async def test_an_open_writer_of_this_database_holds_the_followers_back(company: Company) -> None:
    follower = Follower()
    async with company.database.raw() as slow:
        begun = slow.transaction()
        await begun.start()
        await slow.fetchval("select pg_current_xact_id()")
        await _make(company, "a")
        await _consume(company, follower)
        assert follower.heard == []
        await begun.commit()
    await _consume(company, follower)
    assert follower.heard == ["a"]


async def test_an_open_writer_of_another_database_holds_nobody_back(
    company: Company, server: TestServer, maintenance: "asyncpg.Connection[asyncpg.Record]"
) -> None:
    name = server.new_name("neighbour")
    await maintenance.execute(f"CREATE DATABASE {name} OWNER {server.role}")
    neighbour = await asyncpg.connect(server.url(name))
    follower = Follower()
    try:
        async with neighbour.transaction():
            await neighbour.fetchval("select pg_current_xact_id()")
            await _make(company, "a", "b")
            await _consume(company, follower)
            assert follower.heard == ["a", "b"]
    finally:
        await neighbour.close()
        await maintenance.execute(f"DROP DATABASE {name} WITH (FORCE)")
