"""Carries PostgreSQL's notifications to Redis, so that writers never need to know which bus is in use."""

import asyncio
import logging
from typing import Any

import asyncpg

from kith.infra.bus.redis import RedisBus

log = logging.getLogger(__name__)
CHANNEL = "kith"
LEAD = "select pg_try_advisory_lock(hashtext('kith.relay'))"
BETWEEN_TRIES = 2.0


async def relay(database_url: str, redis_url: str) -> None:
    """Of all workers exactly one relays; another takes over when it falls."""
    bus = RedisBus(redis_url)
    try:
        while True:
            connection = await asyncpg.connect(database_url)
            try:
                if await connection.fetchval(LEAD):
                    await _carry(connection, bus)
            finally:
                await connection.close()
            await asyncio.sleep(BETWEEN_TRIES)
    finally:
        await bus.close()


async def _carry(connection: Any, bus: RedisBus) -> None:  # noqa: ANN401 - asyncpg's connection
    """Pass messages on, in order, until the connection is lost."""
    queue: asyncio.Queue[str | None] = asyncio.Queue()
    connection.add_termination_listener(lambda _: queue.put_nowait(None))
    await connection.add_listener(
        CHANNEL, lambda _c, _p, _ch, payload: queue.put_nowait(str(payload))
    )
    while (message := await queue.get()) is not None:
        await bus.publish(CHANNEL, message)
    log.info("the relay lost PostgreSQL")
