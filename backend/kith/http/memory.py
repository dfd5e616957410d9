"""Answers kept in this process: loaded once however many ask at the same time, forgotten on a signal or with age."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Hashable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Memory(Generic[K, V]):
    """A cache whose loads can be overtaken by a signal: what was asked for before a `forget` is not kept after it."""

    def __init__(
        self,
        load: Callable[[K], Awaitable[V]],
        *,
        seconds: float,
        most: int = 10_000,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Keep at most `most` answers, each for `seconds`."""
        self._load = load
        self._seconds = seconds
        self._most = most
        self._clock = clock
        self._kept: dict[K, tuple[float, V]] = {}
        self._loading: dict[K, asyncio.Task[V]] = {}
        self._generation = 0

    def find(self, key: K) -> V | None:
        """Return what is known and fresh, without waiting."""
        found = self._kept.get(key)
        if found is None or self._clock() - found[0] > self._seconds:
            return None
        return found[1]

    async def get(self, key: K) -> V:
        """Return what is known, or load it; people who ask together wait for one load."""
        found = self.find(key)
        if found is not None:
            return found
        task = self._loading.get(key)
        if task is None:
            task = asyncio.create_task(self._fetch(key))
            self._loading[key] = task
        return await asyncio.shield(task)

    def forget(self, match: Callable[[K, V], bool] | None = None) -> None:
        """Drop every answer that matches, or all, and do not keep what is being loaded now."""
        self._generation += 1
        self._loading.clear()
        if match is None:
            self._kept.clear()
            return
        for key in [key for key, (_, value) in self._kept.items() if match(key, value)]:
            del self._kept[key]

    async def _fetch(self, key: K) -> V:
        generation = self._generation
        try:
            value = await self._load(key)
        finally:
            if self._loading.get(key) is asyncio.current_task():
                del self._loading[key]
        if generation == self._generation:
            while len(self._kept) >= self._most:
                del self._kept[next(iter(self._kept))]
            self._kept[key] = (self._clock(), value)
        return value
