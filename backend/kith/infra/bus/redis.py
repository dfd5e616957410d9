"""Redis or Valkey publish and subscribe, for several nodes."""

import asyncio
import contextlib
import logging

import redis.asyncio
from redis.exceptions import RedisError

from kith.infra.bus.port import OnGap, OnMessage

log = logging.getLogger(__name__)
LONGEST_WAIT = 3.0


class RedisBus:
    """Messages by PUBLISH; one subscriber task for all channels."""

    def __init__(self, url: str) -> None:
        self._redis = redis.asyncio.Redis.from_url(url, decode_responses=True)
        self._channels: dict[str, list[tuple[OnMessage, OnGap | None]]] = {}
        self._pubsub = self._redis.pubsub(ignore_subscribe_messages=True)
        self._reader: asyncio.Task[None] | None = None

    async def publish(self, channel: str, payload: str) -> None:
        """Send to every node."""
        await self._redis.publish(channel, payload)

    async def subscribe(
        self, channel: str, on_message: OnMessage, on_gap: OnGap | None = None
    ) -> None:
        """Listen on `channel` until `close`."""
        await self._pubsub.subscribe(channel)
        self._channels.setdefault(channel, []).append((on_message, on_gap))
        if self._reader is None:
            self._reader = asyncio.create_task(self._read())

    async def close(self) -> None:
        """Stop listening and hang up."""
        if self._reader is not None:
            self._reader.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._reader
            self._reader = None
        await self._pubsub.aclose()  # type: ignore[no-untyped-call] # redis ships no type for it
        await self._redis.aclose()

    async def _read(self) -> None:
        wait = 0.0
        while True:
            try:
                message = await self._pubsub.get_message(timeout=None)
            except RedisError as error:
                wait = min(wait * 2 + 0.1, LONGEST_WAIT)
                log.info("the bus waits for Redis: %s", type(error).__name__)
                await asyncio.sleep(wait)
                continue
            if wait:
                wait = 0.0
                self._tell_gap()
            if message is not None:
                for on_message, _ in tuple(self._channels.get(message["channel"], ())):
                    on_message(message["data"])

    def _tell_gap(self) -> None:
        for listeners in self._channels.values():
            for _, on_gap in listeners:
                if on_gap is not None:
                    on_gap()
