"""LISTEN and NOTIFY on one connection of their own, which comes back when the server does."""

import asyncio
import contextlib
import logging
from typing import Any

import asyncpg

from kith.infra.bus.port import OnGap, OnMessage

log = logging.getLogger(__name__)
FIRST_WAIT = 0.1
LONGEST_WAIT = 3.0


class PostgresBus:
    """Messages by NOTIFY; a commit sends them, a rollback forgets them."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._channels: dict[str, list[tuple[OnMessage, OnGap | None]]] = {}
        self._connection: Any = None
        self._lost = asyncio.Event()
        self._keeper: asyncio.Task[None] | None = None
        self._guard = asyncio.Lock()

    async def publish(self, channel: str, payload: str) -> None:
        """Send now, outside any transaction; writers rather call pg_notify inside theirs."""
        async with self._guard:
            await self._connect()
            await self._connection.execute("SELECT pg_notify($1, $2)", channel, payload)

    async def subscribe(
        self, channel: str, on_message: OnMessage, on_gap: OnGap | None = None
    ) -> None:
        """Listen on `channel` until `close`."""
        async with self._guard:
            await self._connect()
            if channel not in self._channels:
                await self._connection.add_listener(channel, self._deliver)
            self._channels.setdefault(channel, []).append((on_message, on_gap))
            if self._keeper is None:
                self._keeper = asyncio.create_task(self._keep_connected())

    async def close(self) -> None:
        """Stop listening and hang up."""
        if self._keeper is not None:
            self._keeper.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._keeper
            self._keeper = None
        if self._connection is not None and not self._connection.is_closed():
            await self._connection.close()
        self._connection = None

    async def _connect(self) -> None:
        if self._connection is not None and not self._connection.is_closed():
            return
        self._lost.clear()
        self._connection = await asyncpg.connect(
            self._url, server_settings={"application_name": "kith-bus"}, command_timeout=30
        )
        self._connection.add_termination_listener(lambda _: self._lost.set())
        for channel in self._channels:
            await self._connection.add_listener(channel, self._deliver)

    def _deliver(self, _connection: object, _pid: int, channel: str, payload: object) -> None:
        for on_message, _ in tuple(self._channels.get(channel, ())):
            on_message(str(payload))

    async def _keep_connected(self) -> None:
        while True:
            await self._lost.wait()
            await self._reconnect()
            for listeners in self._channels.values():
                for _, on_gap in listeners:
                    if on_gap is not None:
                        on_gap()

    async def _reconnect(self) -> None:
        wait = FIRST_WAIT
        while True:
            try:
                async with self._guard:
                    await self._connect()
            except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
                log.info("the bus waits for PostgreSQL: %s", type(error).__name__)
                await asyncio.sleep(wait)
                wait = min(wait * 2, LONGEST_WAIT)
            else:
                return
