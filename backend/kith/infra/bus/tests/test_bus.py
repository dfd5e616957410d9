"""A message that one process sends reaches the others; a lost connection comes back and says so."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import asyncpg
import pytest

from kith.infra.bus import Bus, MemoryBus, open_bus
from kith.infra.bus.postgres import PostgresBus
from kith.infra.settings import Settings


@pytest.fixture(params=["postgres", "redis", "memory"])
async def pair(request: pytest.FixtureRequest, database_url: str) -> AsyncIterator[tuple[Bus, Bus]]:
    """Two ends, as two processes would have."""
    if request.param == "memory":
        bus = MemoryBus()
        yield bus, bus
        return
    url = request.getfixturevalue("redis_url") if request.param == "redis" else None
    settings = Settings(data=Path(), redis_url=url)
    one, two = await open_bus(settings, database_url), await open_bus(settings, database_url)
    yield one, two
    await one.close()
    await two.close()


async def test_a_message_reaches_the_other_side(pair: tuple[Bus, Bus]) -> None:
    one, two = pair
    got: asyncio.Queue[str] = asyncio.Queue()
    await two.subscribe("kith", got.put_nowait)
    await one.publish("kith", "华星 changed")
    assert await asyncio.wait_for(got.get(), 1) == "华星 changed"


async def test_other_channels_stay_quiet(pair: tuple[Bus, Bus]) -> None:
    one, two = pair
    got: asyncio.Queue[str] = asyncio.Queue()
    await two.subscribe("a", got.put_nowait)
    await one.publish("b", "no")
    await one.publish("a", "yes")
    assert await asyncio.wait_for(got.get(), 1) == "yes"


async def test_a_killed_connection_comes_back_and_tells_of_the_gap(database_url: str) -> None:
    bus = PostgresBus(database_url)
    got: asyncio.Queue[str] = asyncio.Queue()
    gap = asyncio.Event()
    await bus.subscribe("kith", got.put_nowait, gap.set)
    other = await asyncpg.connect(database_url)
    await other.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'kith-bus'"
        " AND datname = current_database()"
    )
    await asyncio.wait_for(gap.wait(), 5)
    await other.execute("SELECT pg_notify('kith', 'again')")
    assert await asyncio.wait_for(got.get(), 1) == "again"
    await other.close()
    await bus.close()
