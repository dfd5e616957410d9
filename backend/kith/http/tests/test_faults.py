"""The database goes away under load: requests fail with a clear word, nothing is half written, all is well after."""

import asyncio

import asyncpg
import httpx

from tests.support.house import House
from tests.support.sockets import open_tab

KILL = "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = $1"


async def test_connections_cut_under_load_do_no_harm(
    house: House, maintenance: "asyncpg.Connection[asyncpg.Record]"
) -> None:
    program = await house.with_token("sam")
    made: list[httpx.Response] = []
    over = asyncio.Event()

    async def work(name: str) -> None:
        number = 0
        while not over.is_set():
            number += 1
            body = {"name": f"{name}-{number}", "reason": "load"}
            made.append(await program.post("/api/records/bid", json=body))

    workers = [asyncio.create_task(work(name)) for name in ("a", "b", "c", "d")]
    for _ in range(5):
        before = len(made)
        while len(made) < before + 20:
            await asyncio.sleep(0)
        await maintenance.fetchval(KILL, database_of(house))
    over.set()
    await asyncio.gather(*workers)
    assert {answer.status_code for answer in made} <= {201, 503}
    assert all("retry-after" in a.headers for a in made if a.status_code == 503)
    # Connections that were cut while nobody used them are found out by their next user.
    while (await program.get("/api/records/bid?limit=1")).status_code == 503:
        pass
    sam = await house.with_token("sam")
    where = {"field": "reason", "op": "eq", "value": "load"}
    found = (await sam.post("/api/query/bid", json={"where": where, "count": "exact"})).json()
    kept = sum(answer.status_code == 201 for answer in made)
    # A commit may have happened just before its answer was lost; nothing that was answered is missing.
    assert kept <= found["total"] <= len(made)
    assert await changes(house) == await records(house)


async def test_after_a_break_the_live_channel_hears_again(
    house: House, maintenance: "asyncpg.Connection[asyncpg.Record]"
) -> None:
    sam = await house.sign_in("sam")
    async with open_tab(house, sam) as tab:
        await tab.say({"watch": [{"object": "bid"}]})
        await tab.hear("hello")
        await maintenance.fetchval(KILL, database_of(house))
        await tab.hear("refresh")
        made = await sam.post("/api/records/bid", json={"name": "After"})
        assert made.status_code == 201, made.text
        while (await tab.hear("change"))["id"] != made.json()["id"]:
            pass


def database_of(house: House) -> str:
    return str(house.site.database.dsn.partition("?")[0].rpartition("/")[2])


async def records(house: House) -> int:
    async with house.company.database.unit(readonly=True) as unit:
        return int(await unit.fetchval("select count(*) from ws_acme.bid where reason = 'load'"))


async def changes(house: House) -> int:
    sql = (
        "select count(*) from ws_acme._change where action = 'create' and after->>'reason' = 'load'"
    )
    async with house.company.database.unit(readonly=True) as unit:
        return int(await unit.fetchval(sql))
